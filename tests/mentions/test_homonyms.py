"""Which of several places of one name is meant, on a made-up ground."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mapping.gazetteer.model import Actor, Location, Name, Place
from mapping.mentions import Matcher
from tests.support.reports import gazetteer

KM = 1 / 111.2  # degrees of latitude


def place(id_, name, kind, km=0.0, *, township="", seat="", located=True):
    claim = Location(20 + km * KM, 96, 500, "accepted", "", "", "")
    return Place(id_, name, kind, township, "", seat, "", "", "", "", (), (claim,) if located else ())


def found(text, *places, actors=()):
    ground = replace(
        gazetteer(), places={p.id: p for p in places}, routes={},
        actors={a.id: a for a in actors}, not_places=(),
    )  # fmt: skip
    return [mention.place for mention in Matcher(ground).find(text)]


HERE, THERE = place("here", "Xyzzy", "village", 1), place("there", "Xyzzy", "village", 100)
BESIDE = place("beside", "Plugh", "town"), place("other", "Foobar", "town", 2)


def test_the_nearest_to_the_places_beside_it_is_meant():
    assert found("Troops of Plugh and Foobar burned Xyzzy.", HERE, THERE, *BESIDE)[-1] == "here"


def test_a_town_is_meant_before_a_village():
    town = place("town", "Xyzzy", "town", 100)
    assert found("Troops of Plugh and Foobar burned Xyzzy.", HERE, town, *BESIDE)[-1] == "town"


@pytest.mark.parametrize(("words", "meant"), [("Xyzzy village", "here"), ("the village of Xyzzy", "here"), ("Xyzzy town", "town"), ("Xyzzy", "town")])
def test_the_generic_word_says_which(words, meant):
    town = place("town", "Xyzzy", "town", 100)
    assert found(f"In Plugh and Foobar troops burned {words}.", HERE, town, *BESIDE)[-1] == meant


def test_the_township_is_that_of_the_seat_not_a_village_of_the_name():
    seat, township = place("seat", "Xyzzy", "village", 100), place("area", "Xyzzy Township", "township", 100, seat="seat")
    text = "In Plugh and Foobar they fled. Troops came to Xyzzy and Plugh townships."
    assert found(text, HERE, seat, township, *BESIDE)[2] == "area"


@pytest.mark.parametrize(("km", "meant"), [(159, "there"), (161, "here")])
def test_a_village_lies_within_60_km_of_the_township_named_behind_it(km, meant):
    """The other village of the name is nearer to all places named, but too far from the township."""
    township = place("area", "Zed Township", "township", km, seat="")
    near, far = place("there", "Xyzzy", "village", 100), place("here", "Xyzzy", "village", 221)
    beside = place("beside", "Plugh", "town", 99)
    assert found("Plugh heard of Xyzzy village, Zed Township.", near, far, township, beside)[1] == meant


def test_the_township_beside_a_name_holds_its_village():
    area = place("area", "Zed Township", "township", 100)
    inside = place("inside", "Xyzzy", "village", 140, township="area")
    assert found("Zed Township: troops of Plugh burned houses in Xyzzy.", HERE, inside, area, *BESIDE)[-1] == "inside"


def test_the_place_that_is_spelled_so_counts_as_three_times_nearer():
    named = place("named", "Xyzzy", "village", 29)
    for km, meant in ((9, "other-name"), (11, "named")):
        spelled = replace(place("other-name", "Abcde", "village", km), names=(Name("Xyzzy", "en", "Latn", ""),))
        assert found("Plugh burned. Troops burned Xyzzy.", named, spelled, BESIDE[0])[-1] == meant


@pytest.mark.parametrize("text", ["Rebels left Xyzzy.", "The REDS left Xyzzy in Atlantis near Ophir.", "Xyzzy and Plugh burned."])
def test_a_text_is_about_this_ground_unless_only_strangers_stand_beside_one_name(text):
    reds = Actor("reds", "REDS", (), "", "", "")
    only = place("only", "Xyzzy", "village")
    assert found(text, only, BESIDE[0], actors=[reds])[0] == "only"


@pytest.mark.parametrize("text", ["Rebels left Xyzzy in Atlantis near Ophir.", "Rebels left Xyzzy in Syria."])
def test_a_single_name_among_strangers_is_a_namesake(text):
    assert found(text, place("only", "Xyzzy", "village"))[0] is None


def test_one_stranger_makes_no_text_one_about_elsewhere():
    assert found("Rebels left Xyzzy in Atlantis.", place("only", "Xyzzy", "village"))[0] == "only"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Atlantis-Plugh road burned, and Foobar", ["Atlantis-Plugh road"]),
        ("the Plugh-Atlantis road burned, and Foobar", ["Plugh-Atlantis road"]),
        ("the road from Plugh to Foobar burned", ["road from Plugh to Foobar"]),
        ("they went by road from Plugh and Foobar", []),
        ("the road between Plugh and Foobar burned", ["road between Plugh and Foobar"]),
        ("the road that links the Plugh and Foobar burned", ["road that links the Plugh and Foobar"]),
        ("the highway connecting the Plugh with the Foobar burned", ["highway connecting the Plugh with the Foobar"]),
        ("on the Plugh and Foobar", []),
    ],
)
def test_a_road_is_named_by_its_ends(text, names):
    ground = replace(gazetteer(), places={p.id: p for p in BESIDE}, routes={}, actors={}, not_places=())
    assert [m.text for m in Matcher(ground).find(text) if m.kind == "road"] == names


def test_a_name_without_a_generic_word_is_no_township():
    """The township lies amid what is named, the village far off: the bare name still means the village."""
    area, village = place("area", "Xyzzy", "township", 1), place("village", "Xyzzy", "village", 150)
    assert found("Troops of Plugh and Foobar burned Xyzzy.", area, village, *BESIDE)[-1] == "village"
