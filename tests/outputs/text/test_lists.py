"""chronology.md and quality.md: each row where it belongs, and what needs no work in no list of work."""

from __future__ import annotations

import pytest

from mapping.outputs.text import chronology, quality
from tests.support import dataset as waist

CHRONOLOGY = chronology.files(waist.features())["chronology.md"].decode("utf-8")


def rows(text):
    """Cells of every row of the tables of a text, headings and rules left out."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def section(title, **tables):
    text = quality.files(waist.features(**tables))["quality.md"].decode("utf-8")
    return rows(text.partition(f"## {title}\n")[2].partition("\n## ")[0])[1:]


def test_the_head_counts_events_and_sources_and_tells_the_day():
    assert CHRONOLOGY.splitlines()[:3] == [
        "# The Alpha-Beta front: chronology", "", "18 events from 4 sources, data as of 2025-08-10.",
    ]  # fmt: skip


def test_a_row_tells_date_event_places_certainty_publishers_and_contradictions():
    assert ["24 July 2024", "Capture of Beta", "Beta", "asserted", "The Herald, Courier", "date"] in rows(CHRONOLOGY)
    assert ["by 7 August 2025", "Battles near Delta and Epsilon", "Delta, Epsilon", "asserted", "The Herald", ""] in rows(CHRONOLOGY)


def test_dated_events_come_by_their_first_day_and_else_by_their_last():
    dated = rows(CHRONOLOGY.partition("## Reported")[0])[1:]
    assert [row[0] for row in dated] == [
        "24 July 2024", "April 2025", "July 2025", "about 15 July 2025", "24 July 2025 to 5 August 2025", "August 2025",
        "2 August 2025", "5 August 2025", "5 August 2025", *["by 7 August 2025"] * 5, "by 9 August 2025",
    ]  # fmt: skip


def test_what_has_no_date_comes_by_the_day_of_its_report_and_the_undated_last():
    reported = rows(CHRONOLOGY.partition("## Reported")[2])[1:]
    assert [(row[0], row[1]) for row in reported] == [
        ("reported 7 August 2025", "A hotel and other towns bombed"),
        ("reported 9 August 2025", "March at Delta"),
        ("undated", "Road closed at Theta"),
    ]


def test_a_date_that_is_only_that_of_the_publication_counts_as_reported():
    events = waist.tables()["events"]
    for row in events:
        if row["event_id"] == "shelling-eta":
            row["date_basis"] = "published"
    text = chronology.files(waist.features(events=events))["chronology.md"].decode("utf-8")
    assert "| reported 7 August 2025 | Shells on Eta |" in text


def test_the_earliest_of_several_reports_gives_the_day():
    events = waist.tables()["events"]
    for row in events:
        if row["event_id"] == "march-delta":
            row["sources"] = f"{waist.WIRE}; {waist.HERALD}"
    text = chronology.files(waist.features(events=events))["chronology.md"].decode("utf-8")
    assert "| reported 7 August 2025 | March at Delta |" in text



def test_only_named_places_with_a_wide_radius_are_poor_and_the_worst_comes_first():
    assert [row[0] for row in section("Locations of poor accuracy")] == ["Kappa", "Iota", "Epsilon"]


@pytest.mark.parametrize(("metres", "poor"), [(2_000, []), (2_001, ["Delta"])])
def test_a_radius_above_two_kilometres_is_poor(metres, poor):
    places = [waist.row("places", id="delta", name="Delta", kind="village", uncertainty_m=metres, mentions=1)]
    assert [row[0] for row in section("Locations of poor accuracy", places=places)] == poor


@pytest.mark.parametrize(("kind", "mentions"), [("township", 1), ("region", 1), ("country", 1), ("river", 1), ("village", 0)])
def test_what_is_wide_by_nature_or_named_by_nobody_is_not_poor(kind, mentions):
    places = [waist.row("places", id="delta", name="Delta", kind=kind, uncertainty_m=9_000, mentions=mentions)]
    assert section("Locations of poor accuracy", places=places) == []


def test_drafts_unread_texts_undated_sources_and_contradictions_are_listed_once():
    assert [row[0].rpartition("/")[2] for row in section("Statements that nobody has reviewed")] == [
        "drones-iota", "march-delta", "looting-lambda",
    ]  # fmt: skip
    assert section("Texts that nobody has read") == [[waist.UNREAD]]
    assert [row[0] for row in section("Sources without a date")] == [waist.COURIER]
    assert section("Contradictions") == [["beta-captured", "Capture of Beta", "date"]]


def test_only_numbers_that_do_not_hold_are_listed():
    verdicts = [row[2] for row in section("Stated numbers that do not hold (1 of 5)")]
    assert verdicts == ["shorter than the straight line"]


def test_numbers_that_nothing_could_be_held_against_are_a_list_of_their_own():
    (found,) = section("Stated numbers that nothing could be held against (1 of 5)")
    assert found[1:3] == ["Alpha – Lambda less than 9 km", "not located"]


def test_an_empty_list_says_so():
    text = quality.files(waist.features(not_located=[]))["quality.md"].decode("utf-8")
    assert "## Places that are not located\n\nNone.\n" in text


def test_every_table_of_the_chronology_has_its_headings():
    headings = [row for row in rows(CHRONOLOGY) if row[0] == "Date"]
    assert headings == [["Date", "Event", "Place", "Certainty", "Sources", "Contradictions"]] * 2
