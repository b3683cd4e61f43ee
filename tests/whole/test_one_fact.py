"""One fact says the same at every output: how sure it is, whether anybody reviewed it, when, and where."""

from __future__ import annotations

import pytest

from mapping.project import read_project
from mapping.waist.build import build_dataset
from tests.support import told
from tests.support.facts import DATES, FACTS, NAME, SOURCE, write_facts

pytestmark = pytest.mark.slow  # each builds a whole project in every format

DATED = ("date", "start", "end")
KINDS = tuple(told.LAYERS)  # who holds a place is weighed over all statements, and no row of its own
CELLS = [
    (output, kind, facet)
    for output in told.TABLES for kind in KINDS
    for facet in ("certainty", "status", "place", *(("words",) if output == "page" else DATED))
    if not (kind == "distance" and facet in {*DATED, "words"})  # a distance is a standing fact
]  # fmt: skip


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    return build_dataset(read_project(write_facts(tmp_path_factory.mktemp("facts") / "front")))


@pytest.fixture(scope="module")
def outputs(dataset):
    return {name: read(dataset) for name, read in told.TABLES.items()}


def true(fact, facet, output):
    """What a fact must say under a facet; Google Earth's balloons name places, the tables hold their ids."""
    start, end, words = DATES[fact.date]
    if output == "Google Earth":  # draws nothing before the day by which it is known, and it says in names what is not sure
        start = start or end
    place = NAME[fact.place] if output == "Google Earth" else fact.place
    return {"certainty": fact.certainty, "status": fact.status, "date": fact.date, "start": start, "end": end,
            "place": place, "words": words}[facet]  # fmt: skip


def shown(output, kind):
    """Facts of a kind that an output must tell: none that is retracted; and nothing is drawn at the aim of a plan."""
    facts = [fact for fact in FACTS if fact.kind == kind and fact.status != "retracted"]
    drawn = output == "Google Earth" and kind == "event"
    return [fact for fact in facts if not (drawn and fact.certainty == "planned")]


@pytest.mark.parametrize("output", told.TABLES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_is_told_but_what_is_retracted(outputs, output, kind):
    assert set(outputs[output][kind]) == {fact.id for fact in shown(output, kind)}


@pytest.mark.parametrize(("output", "kind", "facet"), CELLS)
def test_a_fact_says_the_same(outputs, output, kind, facet):
    expected = {fact.id: true(fact, facet, output) for fact in shown(output, kind)}
    assert {id_: row.get(facet, "not told") for id_, row in outputs[output][kind].items()} == expected


def test_who_holds_a_place_from_when_to_when_is_the_same_everywhere(dataset):
    found = told.held(dataset)
    assert len(found["GeoJSON"]) > 1
    assert all(rows == found["GeoJSON"] for rows in found.values())


def test_what_is_planned_or_retracted_holds_no_place(dataset):
    used = {uid for ids in dataset.control["statements"] for uid in ids.split("; ")}
    assert used
    assert not used & {fact.uid for fact in FACTS if fact.status == "retracted" or fact.certainty == "planned"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("column", ["certainty", "status", "date_edtf"])
def test_the_map_tip_in_qgis_tells_it(dataset, kind, column):
    if kind == "distance" and column == "date_edtf":
        assert "date_edtf" not in told.qgis_tips(dataset)[kind]
    else:
        assert f'"{column}"' in told.qgis_tips(dataset)[kind]


def events():
    return [fact for fact in FACTS if fact.kind == "event" and fact.status != "retracted"]


@pytest.mark.parametrize("facet", ["certainty", "place", "date"])
def test_the_chronology_says_the_same(dataset, facet):
    found = told.chronology(dataset)
    words = {fact.id: {"certainty": fact.certainty, "place": "Gamma", "date": DATES[fact.date][2]} for fact in events()}
    assert {id_: row[facet] for id_, row in found.items()} == {id_: row[facet] for id_, row in words.items()}


def test_the_chronology_marks_what_nobody_reviewed(dataset):
    found = told.chronology(dataset)
    assert {id_ for id_, row in found.items() if "draft" in row["line"].replace(id_, "")} == {"event-draft"}


@pytest.mark.parametrize("kind", [*KINDS, "control"])
def test_what_is_retracted_is_marked_wherever_statements_are_listed(dataset, kind):
    (fact,) = [fact for fact in FACTS if fact.kind == kind and fact.status == "retracted"]
    rows = dict(zip(dataset.statements["id"], dataset.statements["status"], strict=True))
    page = {row["quote"]: row["status"] for row in told.page_statements(dataset)}
    assert (rows[fact.uid], page[fact.quote]) == ("retracted", "retracted")


def with_date(folder, date):
    """A project whose first event has another date."""
    write_facts(folder)
    path = folder / "seeds" / f"{SOURCE}.toml"
    path.write_text(path.read_text("utf-8").replace('date = "2025-07-15"', f'date = "{date}"', 1), encoding="utf-8")
    return build_dataset(read_project(folder))


@pytest.mark.parametrize("date", ["2019-07-29?", "2019-07-29~", "2019-07-29%", "2019-07-29/", "/2019-07-29", "2019-07"])
def test_a_day_in_doubt_is_not_printed_as_a_plain_day(tmp_path, date):
    plain = told.chronology(with_date(tmp_path / "plain", "2019-07-29"))["event-reviewed"]["date"]
    assert plain == "29 July 2019"
    assert told.chronology(with_date(tmp_path / "doubt", date))["event-reviewed"]["date"] != plain
