"""Rows of single tables: what leads back to the source, what is told side by side, what is left open."""

from __future__ import annotations

import pytest

from mapping.project import read_project
from mapping.waist.build import build_dataset
from mapping.waist.select import select

TOML = "seeds/2025-05-03-herald-alpha.toml"
SOURCE = "2025-05-03-herald-alpha"
BRIDGE = 'quote = "A bridge was hit."'


def built(project):
    return build_dataset(read_project(project))


def row(table, id_):
    (found,) = table[table["id"] == id_].to_dict("records")
    return found


@pytest.fixture
def add(project):
    """Add statements that rest on one quote."""

    def write(*statements: str):
        text = (project / TOML).read_text("utf-8")
        more = "".join(f"\n[[statement]]\n{statement}\n{BRIDGE}\n" for statement in statements)
        (project / TOML).write_text(text + more, encoding="utf-8")
        return built(project)

    return write


def test_every_row_of_a_statement_leads_back_to_its_source(project):
    dataset = built(project)
    for found in dataset.distances.to_dict("records"):
        assert (found["source"], found["publisher"], found["url"], found["wording"]) == (
            SOURCE, "Herald", "https://example.org/1", "verbatim",
        )  # fmt: skip
        assert found["statement"] in set(dataset.statements["id"])
    for found in dataset.control.to_dict("records"):
        assert (found["sources"], found["publishers"], found["source_urls"]) == (SOURCE, "Herald", "https://example.org/1")


def test_an_event_leads_back_to_its_sources_and_their_words(project):
    found = row(built(project).events, "alpha-captured/at/alpha")
    assert (found["sources"], found["publishers"], found["source_urls"]) == (SOURCE, "Herald", "https://example.org/1")
    assert (found["quotes"], found["wording"]) == ("The Reds captured Alfa on 1 May.", "verbatim")


def test_versions_stand_side_by_side_where_reports_disagree(add):
    dataset = add('kind = "event"\nid = "other"\nevent = "alpha-captured"\ntype = "capture"\nat = "alpha"\ndate = "2025-04-20"')
    found = row(dataset.events, "alpha-captured/at/alpha")
    assert set(found["versions"].split(" | ")) == {"2025-05-01 (Herald)", "2025-04-20 (Herald)"}
    assert found["contradiction"].startswith("date")


def test_an_access_runs_along_the_road_it_names_and_else_along_one_between_its_ends(add):
    dataset = add(
        'kind = "access"\nid = "named"\nto = "gamma"\nfrom = "alpha"\non = "alpha-beta"',
        'kind = "access"\nid = "between"\nto = "beta"\nfrom = "alpha"',
        'kind = "access"\nid = "without"\nto = "gamma"\nfrom = "alpha"',
    )
    routes = {found["id"].split("/")[1]: found["route"] for found in dataset.access.to_dict("records")}
    assert routes == {"named": "alpha-beta", "between": "alpha-beta", "without": None}


def test_a_statement_keeps_its_date_in_the_words_of_the_text(add):
    dataset = add('kind = "event"\nid = "hit"\ntype = "airstrike"\ndate = "2025-05"\ndate_text = "in May"\nnote = "Unsure."\n'
                  'said_by = "locals"\ndenied_by = "the Reds"')  # fmt: skip
    found = row(dataset.statements, f"{SOURCE}/hit")
    assert (found["date_edtf"], found["date_start"], found["date_end"]) == ("2025-05", "2025-05-01", "2025-05-31")
    assert (found["date_text"], found["note"], found["said_by"], found["denied_by"]) == ("in May", "Unsure.", "locals", "the Reds")


def test_a_position_tells_from_where_how_far_and_about_what(add):
    dataset = add('kind = "position"\nid = "stand"\non = "alpha-beta"\nfrom = "alpha"\nfraction = "1/3"\nplace = "gamma"\n'
                  'actors = ["reds"]\nabout = true')  # fmt: skip
    found = row(dataset.positions, f"{SOURCE}/stand")
    assert (found["route"], found["from"], found["from_name"]) == ("alpha-beta", "alpha", "Alpha")
    assert (found["place"], found["place_name"], found["actors"]) == ("gamma", "Gamma", "Red Army")
    assert (found["fraction"], found["approximate"]) == (pytest.approx(1 / 3), True)


@pytest.mark.parametrize(
    ("date", "first"), [("2025-05-01", "2025-05-01"), ("../2025-05-02", "2025-05-02"), ("2025-04", "2025-04-30")]
)
def test_a_place_is_held_from_the_last_day_by_which_it_is_said(add, date, first):
    dataset = add(f'kind = "control"\nid = "held"\nat = "beta"\nholder = ["reds", "blues"]\ndate = "{date}"')
    found = row(dataset.control, f"beta/{first}")
    assert (found["holder"], found["holder_name"], found["side"]) == ("blues; reds", "Blue Army; Red Army", "south; north")
    assert (found["standing"], found["last_said"], found["statements"]) == ("reported", first, f"{SOURCE}/held")


def test_an_event_without_a_day_is_bounded_by_its_publication(project, edit):
    (bridge,) = (row for row in built(project).events.to_dict("records") if row["event_id"].endswith("bridge"))
    assert (bridge["date_edtf"], bridge["date_basis"]) == ("../2025-05-03", "published")
    edit(f"seeds/{SOURCE}.toml", 'published = "2025-05-03"', 'published = "2025-05-03/.."')
    (bridge,) = (row for row in built(project).events.to_dict("records") if row["event_id"].endswith("bridge"))
    assert (bridge["date_edtf"], bridge["date_basis"]) == ("2025-05-03/..", "published")


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        ({"since": "2025-05-02"}, {"fight"}),
        ({"until": "2025-05-01"}, {"alpha-captured"}),
        ({"since": "2025-05-01", "until": "2025-05-02"}, {"fight", "alpha-captured"}),
        ({"since": "2025-05-03"}, set()),
        ({}, {"fight", "alpha-captured", "bridge"}),
    ],
)
def test_one_end_of_a_time_is_enough_and_what_is_undated_falls_out(project, edit, days, kept):
    edit(f"seeds/{SOURCE}.toml", 'published = "2025-05-03"\n', "")
    found = select(built(project), **days)
    assert {id_.rpartition("/")[2] for id_ in found.events["event_id"]} == kept
