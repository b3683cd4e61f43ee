"""What is told of roads: an open one is a way to a place, a closed one an event, and never both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.intake.drafts import Drafts
from mapping.reading import read
from tests.support.reports import gazetteer, matcher, told

ROADS = ("The Pyin Oo Lwin-Mogok road", "The road between Pyin Oo Lwin and Mogok")
CLOSED = ("closed", "blocked", "impassable", "cut", "off limits", "shut")
OPEN = ("open", "open again", "passable", "clear", "reopened")


def kinds(text):
    return [kind for kind, _ in told(text)]


@given(st.sampled_from(ROADS), st.sampled_from(CLOSED))
def test_a_closed_road_is_no_way(road, state):
    assert kinds(f"{road} is {state}.") == ["road-closure"]


@given(st.sampled_from(ROADS), st.sampled_from(OPEN))
def test_an_open_road_is_a_way_and_no_closure(road, state):
    assert kinds(f"{road} is {state}.") == ["access"]


@pytest.mark.parametrize("text", ["The army reopened the Mandalay-Lashio road.", "The Mandalay-Lashio road has fully reopened."])
def test_a_reopening_closes_nothing(text):
    assert kinds(text) == ["access"]


@pytest.mark.parametrize("text", ["No buses run on the Pyin Oo Lwin-Mogok road.", "All traffic between Mogok and Mongmit has stopped."])
def test_where_nothing_runs_is_closed_once(text):
    assert kinds(text) == ["road-closure"]


def test_a_day_of_reopening_is_read():
    (found,) = read("The Mandalay-Lashio road reopened on October 18.", "2025-10-20", matcher()).statements
    assert found.date == "2025-10-18"


def test_the_draft_of_an_open_road_names_its_ends():
    found = read("The Pyin Oo Lwin-Mogok road is open again.", "2025-10-20", matcher())
    (row,) = Drafts(found, matcher().spelled(found.text), set(gazetteer().actors), "2025-10-20").rows
    assert (row["kind"], row["from"], row["to"], row["on"]) == ("access", ["pyin-oo-lwin"], "mogok", "pyin-oo-lwin-mogok")


@pytest.mark.parametrize(
    "text",
    [
        "Mogok is not under TNLA control.",
        "The junta will never hold Mogok.",
        "The junta no longer controls Mogok.",
        "The road runs to Mogok from Kyaukme.",
        "The TNLA and the junta hold talks in Mogok.",
        "The TNLA holds ten prisoners in Mogok.",
        "The junta will hold an election in Mogok.",
        "The TNLA ran a hospital in Mogok.",
        "Most of Mogok is in the hands of the MNDAA.",
        "The junta's control was lost in Mogok.",
    ],
)
def test_nobody_holds_what_is_not_said_to_be_held(text):
    assert "control" not in kinds(text)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The TNLA and the KIA hold Mogok.", ("tnla", "kia")),
        ("Mogok is under TNLA and KIA control.", ("tnla", "kia")),
        ("Mogok is in the hands of the TNLA.", ("tnla",)),
        ("The TNLA took Mogok in July. They still run the town.", ("tnla",)),
        ("The TNLA said it will not give up Mogok.", ("tnla",)),
    ],
)
def test_everybody_who_holds_is_named(text, holder):
    (found,) = (one for one in read(text, None, matcher()).statements if one.kind == "control")
    assert found.actors == holder


def test_a_denied_hold_is_disputed():
    found = read("The army denied that the TNLA holds Mogok.", None, matcher()).statements
    assert [(one.kind, one.certainty) for one in found] == [("control", "disputed")]
