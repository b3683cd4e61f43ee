from __future__ import annotations

import pytest

from mapping.reading import read
from mapping.reference import mimu as reference
from mapping.reference.romanise import sound
from tests.support.reports import matcher

NEEDS_REFERENCE = pytest.mark.skipif(reference.database() is None, reason="the extra [reference] is not installed")


def unknown(text):
    return [
        (mention.text, mention.kind)
        for mention in read(text, None, matcher()).mentions
        if not mention.curated and mention.kind != "road"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops burned Xyzzy village in Mogok Township.", [("Xyzzy", "village")]),
        ("the villages of Xyzzy and Plugh, in Mogok", [("Xyzzy", "village"), ("Plugh", "village")]),
        ("the LIB 777 base in Mogok", [("LIB 777 base", "base")]),
        ("They blew up Xyzzy Bridge near Mogok.", [("Xyzzy", "bridge")]),
        ("fighting in Xyzzy, near Mogok", [("Xyzzy", "place")]),
        ("Ward 4 of Mogok burned.", [("Ward 4", "ward")]),
        ("Mogok, Xyzzy and Singu fell.", [("Xyzzy", "place")]),
    ],
)
def test_names_that_no_gazetteer_holds_are_found_by_what_stands_around_them(text, found):
    assert unknown(text) == found


def test_a_name_introduced_once_is_found_again():
    assert [name for name, _ in unknown("Xyzzy village in Mogok burned. Later Xyzzy was empty.")] == ["Xyzzy", "Xyzzy"]


@pytest.mark.parametrize(
    "text",
    [
        "in August troops came to Mogok",
        "Captain Xyzzy said in Mogok",
        "Mogok residents told Xyzzy Media",
        "from the Xyzzy Liberation Army in Mogok",
    ],
)
def test_people_bodies_and_days_are_no_places(text):
    assert unknown(text) == []


def test_what_is_listed_behind_a_region_is_no_region():
    assert unknown("in Shan State, Xyzzy, and Mogok") == []


def test_a_numbered_highway_is_a_road():
    mentions = read("Mogok lies off National Highway 31.", None, matcher()).mentions
    assert ("National Highway 31", "road") in [(mention.text, mention.kind) for mention in mentions]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ohn Ma Thee", "Umathi"), ("Me Poke", "Mepoat"), ("Thone Se", "Thonese"), ("Hpawt Taw", "Fawtaw"), ("Ho Hko", "Hohko"),
        ("Tawng Hkam", "Taungkham"), ("Shwe Nyaung Pin", "Shwenyaungbin"), ("War Hpyu Taung", "Wabyudaung"), ("Kyun Gyi", "Kyungyi"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_sound_alike(one, other):
    assert sound(one) == sound(other)


@NEEDS_REFERENCE
def test_the_reference_resolves_a_village_from_its_township():
    mentions = read("Troops burned Pha Peik village in Kyaukme Township.", None, matcher()).mentions
    mention = next(mention for mention in mentions if mention.text == "Pha Peik")
    assert (mention.place, mention.name, mention.curated) == ("mimu:209397", "Hpar Hpeik", False)
    assert mention.latitude == pytest.approx(22.9042, abs=1e-3)


@NEEDS_REFERENCE
def test_several_equally_likely_villages_give_no_point():
    mentions = read("Troops burned Loi Hsar village in Kyaukme Township.", None, matcher()).mentions
    assert [mention.latitude for mention in mentions if mention.text == "Loi Hsar"] == [None]


def test_without_the_reference_a_name_stays_without_a_point(monkeypatch):
    monkeypatch.setattr(reference, "database", lambda: None)
    mentions = read("Troops burned Pha Peik village in Kyaukme Township.", None, matcher()).mentions
    assert [(m.place, m.latitude) for m in mentions if m.text == "Pha Peik"] == [(None, None)]
