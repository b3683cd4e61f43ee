"""A road is named by its ends, or by one of them; the places in its name stay places."""

from __future__ import annotations

import pytest

from tests.support.reports import matcher


def roads(text):
    return [(one.text, one.place) for one in matcher().find(text) if one.kind == "road"]


@pytest.mark.parametrize(
    ("text", "name", "route"),
    [
        ("Troops left the Pyin Oo Lwin-Mogok road.", "Pyin Oo Lwin-Mogok road", "pyin-oo-lwin-mogok"),
        ("Troops left the Pyin Oo Lwin–Mogok highway.", "Pyin Oo Lwin–Mogok highway", "pyin-oo-lwin-mogok"),
        ("Troops left the Pyin Oo Lwin to Mogok road.", "Pyin Oo Lwin to Mogok road", "pyin-oo-lwin-mogok"),
        ("Troops left the Mogok-Pyin Oo Lwin road.", "Mogok-Pyin Oo Lwin road", "pyin-oo-lwin-mogok"),
        ("They cut the road between Pyin Oo Lwin and Mogok.", "road between Pyin Oo Lwin and Mogok", "pyin-oo-lwin-mogok"),
        ("They cut the road linking Mogok and Pyin Oo Lwin.", "road linking Mogok and Pyin Oo Lwin", "pyin-oo-lwin-mogok"),
        ("They cut the road from Pyin Oo Lwin to Mogok.", "road from Pyin Oo Lwin to Mogok", "pyin-oo-lwin-mogok"),
        ("They cut the Mogok-Zzyzx road.", "Mogok-Zzyzx road", None),
        ("They cut the Mogok road.", "Mogok road", None),
    ],
)
def test_a_road_is_named_by_its_ends(text, name, route):
    assert roads(text) == [(name, route)]


def test_the_places_in_the_name_of_a_road_stay_places():
    found = [one.place for one in matcher().find("Troops left the Pyin Oo Lwin-Mogok road.")]
    assert {"pyin-oo-lwin", "mogok", "pyin-oo-lwin-mogok"} <= set(found)


@pytest.mark.parametrize(
    "text",
    [
        "Troops went from Pyin Oo Lwin to Mogok by road.",
        "Pyin Oo Lwin and Mogok were hit.",
        "In Mogok, roads were cut.",
        "They fought between Pyin Oo Lwin and Mogok.",
        "A Mogok trader took the road.",
    ],
)
def test_two_places_are_no_road_by_themselves(text):
    assert roads(text) == []


def test_two_roads_of_a_sentence_are_two():
    text = "Convoys used the Pyin Oo Lwin-Mogok road and the Mandalay-Lashio road."
    assert [route for _, route in roads(text)] == ["pyin-oo-lwin-mogok", "mandalay-lashio"]
