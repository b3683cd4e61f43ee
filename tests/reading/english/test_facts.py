from __future__ import annotations

from fractions import Fraction

import pytest

from tests.support.reports import first, told


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The TNLA holds Mabein and Mongmit.", "at:mabein at:mongmit"),
        ("Mogok is under the full control of the TNLA.", "at:mogok"),
        ("Troops shelled TNLA-controlled Mogok.", "at:mogok"),
        ("The TNLA will not cede control of Kyaukme and Hsipaw.", "at:kyaukme at:hsipaw"),
        ("The TNLA controls eight towns, including Mogok and Mongmit.", "at:mogok at:mongmit"),
        ("Mogok remains in TNLA hands.", "at:mogok"),
        ("TNLA လက်ထဲက နောင်ချိုမြို့ကို စစ်တပ် ထိုးစစ်ဆင်နေပါတယ်။", "at:nawnghkio"),
    ],
)
def test_control_is_read(text, places):
    assert told(text, kind="control")[0] == ("control", places)


def test_who_is_expected_back_is_planned_to_come_and_controls_nothing():
    text = "The junta is expected back in Mogok and in Mongmit on November 30 and December 1."
    assert told(text, "2025-11-28", kind="control") == []
    event = first(text, "event", "2025-11-28")
    assert (event.event_type, event.certainty) == ("advance", "planned")


@pytest.mark.parametrize("text", ["The junta took control of Mogok.", "The TNLA lost control of Nawnghkio."])
def test_a_change_of_control_is_a_capture(text):
    assert told(text, kind="control") == []
    assert told(text, kind="event")[0][0] == "capture"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Mogok is accessible by road from Kyaukme and Singu.", "to:mogok from:kyaukme from:singu"),
        ("Mogok and Singu can be reached through Hohko.", "to:mogok to:singu via:hohko"),
        ("Mandalay is the gateway to Mogok.", "via:mandalay to:mogok"),
    ],
)
def test_access_is_read(text, places):
    assert told(text, kind="access") == [("access", places)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Hohko village, on the Pyin Oo Lwin-Mogok road, is near.", "at:hohko on:pyin-oo-lwin-mogok between:pyin-oo-lwin between:mogok"),
        ("They took the stretch of the Pyin Oo Lwin-Mogok road between Doe Pin and Hohko.", "on:pyin-oo-lwin-mogok between:doe-pin between:hohko"),
        ("Beyond Hohko is the mountain road to Mogok.", "from:hohko to:mogok"),
    ],
)  # fmt: skip
def test_positions_are_read(text, places):
    assert ("position", places) in told(text, kind="position")


def test_a_fraction_of_a_road_is_a_position():
    text = "Troops have advanced roughly one-third of the way along the Nawnghkio-Mogok road."
    position = first(text, "position")
    assert position.fraction == Fraction(1, 3)
    assert [(role, place.place) for role, place in position.places] == [
        ("on", "nawnghkio-mogok"), ("from", "nawnghkio"), ("to", "mogok"),
    ]  # fmt: skip
    assert told(text, kind="event") == [("advance", "on:nawnghkio-mogok")]
