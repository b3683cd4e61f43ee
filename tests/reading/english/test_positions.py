"""What stands where on a road."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.reading import read
from tests.support.reports import first, matcher, told

ROAD = "the Pyin Oo Lwin-Mogok road"
SHARES = {
    "halfway": Fraction(1, 2), "half of the way": Fraction(1, 2), "a third of the way": Fraction(1, 3), "two thirds of the way": Fraction(2, 3),
    "three quarters of the way": Fraction(3, 4), "one-third of the way": Fraction(1, 3),
}  # fmt: skip


def positions(text):
    return told(text, kind="position")


@given(st.sampled_from(sorted(SHARES)))
def test_a_share_of_the_way_is_read_with_its_road_and_ends(words):
    one = first(f"TNLA troops are {words} along {ROAD}.", "position")
    assert (one.fraction, [role for role, _ in one.places], one.actors) == (SHARES[words], ["on", "from", "to"], ("tnla",))


@given(st.sampled_from(sorted(SHARES)))
def test_a_share_of_the_way_between_two_places(words):
    one = first(f"The column is {words} between Mogok and Kyaukme.", "position")
    assert (one.fraction, [(role, place.place) for role, place in one.places]) == (SHARES[words], [("from", "mogok"), ("to", "kyaukme")])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"Hohko lies along {ROAD}.", "at:hohko on:pyin-oo-lwin-mogok between:pyin-oo-lwin between:mogok"),
        (f"Hohko, a village on {ROAD}, was hit.", "at:hohko on:pyin-oo-lwin-mogok between:pyin-oo-lwin between:mogok"),
        (f"Troops hold the stretch of {ROAD} between Doe Pin and Hohko.", "on:pyin-oo-lwin-mogok between:doe-pin between:hohko"),
        (f"The section of {ROAD} from Doe Pin to Hohko is mined.", "on:pyin-oo-lwin-mogok between:doe-pin between:hohko"),
        (f"A column is stuck on {ROAD}.", "on:pyin-oo-lwin-mogok"),
        (f"A column was stopped near Hohko on {ROAD}.", "near:hohko on:pyin-oo-lwin-mogok"),
        (f"A column was halted at Hohko along {ROAD}.", "at:hohko on:pyin-oo-lwin-mogok"),
        ("Kyaukme lies between Nawnghkio and Hsipaw.", "at:kyaukme between:nawnghkio between:hsipaw"),
        (f"Hohko straddles {ROAD}.", "at:hohko on:pyin-oo-lwin-mogok"),
        ("Beyond Hohko is the road to Mogok.", "from:hohko to:mogok"),
        ("After Hohko, you cross Doe Pin and then reach Mogok.", "from:hohko via:doe-pin to:mogok"),
    ],
)  # fmt: skip
def test_positions_by_their_words(text, places):
    assert ("position", places) in positions(text)


@pytest.mark.parametrize(
    "text",
    ["Half of Mogok burned.", f"They want to reopen {ROAD}.", "Talks between the TNLA and the junta stalled.", "Troops moved from Mogok to Kyaukme."],
)
def test_what_stands_nowhere_on_a_road_has_no_position(text):
    assert positions(text) == []


def test_who_is_stuck_is_told():
    found = read(f"A column is stuck on {ROAD}, the TNLA said.", None, matcher()).statements
    assert [one.kind for one in found if one.kind == "position"] == ["position"]
