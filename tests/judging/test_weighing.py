"""What is planned or not reviewed changes nothing of what is reviewed, in whatever it is told with."""

from __future__ import annotations

import pytest

from mapping.project import read_project
from mapping.waist.build import build_dataset
from tests.conftest import write_project

SOURCE = """[source]
publisher = "{name}"
published = "2025-05-20"
text = "verbatim"
[[statement]]
kind = "event"
id = "r"
event = "e"
quote = "It came to Alpha and Beta."
{fields}
"""


def built(folder, *reports):
    """The dataset of a project whose sources each tell one report of one event."""
    write_project(folder)
    for path in (folder / "seeds").iterdir():
        path.unlink()
    for number, fields in enumerate(reports):
        name = "abcdef"[number]
        (folder / "seeds" / f"{name}.txt").write_text("It came to Alpha and Beta.", "utf-8")
        (folder / "seeds" / f"{name}.toml").write_text(SOURCE.format(name=name.upper(), fields=fields), "utf-8")
    return build_dataset(read_project(folder))


def rows(dataset, table, *columns):
    return [tuple(row) for row in dataset.tables[table][list(columns)].itertuples(index=False)]


REDS = 'type = "capture"\nactors = ["reds"]\n'
PLANNED, DRAFT, DISPUTED = 'certainty = "planned"\n', 'status = "draft"\n', 'certainty = "disputed"\n'
DAY = 'date = "2025-05-01"\n'


@pytest.mark.parametrize("turned", [False, True])
def test_a_draft_makes_no_plan_a_fact(tmp_path, turned):
    told = (REDS + 'at = "alpha"\n' + PLANNED, REDS + 'at = "alpha"\n' + DAY + DRAFT)
    dataset = built(tmp_path / "p", *(told[::-1] if turned else told))
    assert rows(dataset, "events", "certainty", "status") == [("planned", "reviewed")]
    assert rows(dataset, "control", "place") == []


@pytest.mark.parametrize("doubt", [PLANNED, DRAFT])
def test_what_another_report_plans_or_drafts_is_no_ground_that_is_held(tmp_path, doubt):
    dataset = built(tmp_path / "p", REDS + 'at = "alpha"\n' + DAY, REDS + 'to = "beta"\n' + doubt)
    assert {place for (place,) in rows(dataset, "control", "place")} == {"alpha"}
    told = {place: (certainty, status) for place, certainty, status in rows(dataset, "events", "place", "certainty", "status")}
    assert told["alpha"] == ("asserted", "reviewed")
    assert told["beta"] == (("planned", "reviewed") if doubt == PLANNED else ("asserted", "draft"))


@pytest.mark.parametrize("weak", [DRAFT + DISPUTED, DRAFT + 'date = "2025-04-01"\n', 'certainty = "claimed"\ndate = "2025-04-01"\n'])
def test_what_is_not_firm_moves_nothing_that_is(tmp_path, weak):
    firm = REDS + 'at = "alpha"\n' + DAY
    alone = rows(built(tmp_path / "one", firm), "control", "place", "holder", "standing", "date_edtf")
    both = built(tmp_path / "two", firm, REDS + 'at = "alpha"\n' + weak)
    found = rows(both, "control", "place", "holder", "standing", "date_edtf")
    assert [row for row in found if row[2] != "claimed"] == alone
    assert rows(both, "events", "certainty", "status", "date_edtf") == [("asserted", "reviewed", "2025-05-01")]


DRAFTS = {
    "another day, which a reviewed one shares": 'date = "2025-05-03"\ntitle = "Drafted"\n',
    "parties and counts of its own": 'against = ["blues"]\ncounts = [{ what = "killed", n = 9 }]\n',
    "another type": "",
}


@pytest.mark.parametrize("case", DRAFTS)
def test_a_draft_beside_reviewed_reports_changes_no_cell_of_theirs(tmp_path, case):
    reviewed = [REDS + 'at = "alpha"\ndate = "2025-05-01"\n', REDS + 'at = "alpha"\ndate = "2025-05-03"\n']
    type_ = 'type = "battle"\n' if case == "another type" else REDS
    told = ["event", "type", "certainty", "status", "date_edtf", "actors", "against", "counts", "date_basis"]
    alone = built(tmp_path / "one", *reviewed)
    both = built(tmp_path / "two", *reviewed, type_ + 'at = "alpha"\n' + DRAFT + DRAFTS[case])
    assert rows(both, "events", *told) == rows(alone, "events", *told)
    held = ("place", "holder", "standing", "date_edtf")
    assert rows(both, "control", *held) == rows(alone, "control", *held)


SIDES = {"reds": REDS, "blues": 'type = "capture"\nactors = ["blues"]\n'}
OWN = "event = \"e\"\n"


@pytest.mark.parametrize("order", [["reds", "blues"], ["blues", "reds"]], ids="-".join)
def test_two_captures_of_one_day_are_contested_whatever_the_files_are_called(order, tmp_path):
    folder = tmp_path / "p"
    built(folder, *(SIDES[side] + 'at = "alpha"\n' + DAY for side in order))
    for name in "ab":  # two happenings, not two reports of one
        path = folder / "seeds" / f"{name}.toml"
        path.write_text(path.read_text("utf-8").replace(OWN, ""), "utf-8")
    dataset = build_dataset(read_project(folder))
    assert {standing for (standing,) in rows(dataset, "control", "standing")} == {"contested"}


FELL = 'kind = "event"\nid = "fell"\ntype = "capture"\nat = "alpha"\ndate = "2025-05-05"\nquote = "It came to Alpha."\n'
HEAD = '[source]\npublisher = "B"\npublished = "2025-05-20"\ntext = "verbatim"\n[[statement]]\n'


@pytest.mark.parametrize(
    ("against", "ends"), [('against = ["reds"]\n', True), ('against = ["blues"]\n', False), ("", False)]
)
@pytest.mark.parametrize("weak", ["", DRAFT, 'certainty = "claimed"\n'])
def test_a_capture_by_nobody_ends_what_it_is_told_against_and_makes_nobody_a_holder(tmp_path, against, ends, weak):
    write_project(tmp_path / "p")
    (tmp_path / "p/seeds/b.txt").write_text("It came to Alpha.", "utf-8")
    (tmp_path / "p/seeds/b.toml").write_text(HEAD + FELL + against + weak, "utf-8")
    found = rows(build_dataset(read_project(tmp_path / "p")), "control", "holder", "standing")
    assert all(holder for holder, standing in found if standing != "unknown")
    assert any(standing == "unknown" for _, standing in found) == (ends and not weak)


@pytest.mark.parametrize("order", [1, -1])
def test_who_fought_whom_is_told_from_either_end_and_nobody_stands_on_both_sides(tmp_path, order):
    told = ('type = "battle"\nactors = ["reds"]\nagainst = ["blues"]\n' + DAY, 'type = "battle"\nactors = ["blues"]\nagainst = ["reds"]\n')
    dataset = built(tmp_path / "p", *told[::order])
    assert rows(dataset, "events", "actors", "against") == [("Red Army", "Blue Army")]


def test_an_earlier_claim_of_a_firm_event_stands_as_a_claim_until_the_firm_day(tmp_path):
    dataset = built(tmp_path / "p", REDS + 'at = "alpha"\n' + DAY, REDS + 'at = "alpha"\ncertainty = "claimed"\ndate = "2025-04-01"\n')
    assert rows(dataset, "control", "standing", "date_start")[:2] == [("claimed", "2025-04-01"), ("reported", "2025-05-01")]


def test_what_sums_other_events_up_changes_no_holder(tmp_path):
    write_project(tmp_path / "p")
    (tmp_path / "p/seeds/b.txt").write_text("It came to Alpha.", "utf-8")
    summed = FELL.replace('date = "2025-05-05"\n', "") + 'actors = ["blues"]\ncovers = ["alpha-captured"]\n'
    (tmp_path / "p/seeds/b.toml").write_text(HEAD + summed, "utf-8")
    assert {holder for (holder,) in rows(build_dataset(read_project(tmp_path / "p")), "control", "holder")} == {"reds"}
