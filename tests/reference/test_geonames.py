"""Places of the whole world by their letters, and which of them a report means."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.reading import read
from mapping.reference import geonames, mimu
from mapping.reference.base import Around
from tests.support.reports import gazetteer, matcher

NEEDS_WORLD = pytest.mark.skipif(geonames.database() is None, reason="the extra [world] is not installed")
ROWS = {
    "1": {"geonameid": 1, "name": "Alpha", "latitude": 1.0, "longitude": 2.0, "population": 900,
          "alternatenames": ["Alfa", "Älfa"], "countrycode": "AA"},
    "2": {"geonameid": 2, "name": "Alpha", "latitude": 10.0, "longitude": 20.0, "population": 70_000,
          "alternatenames": [], "countrycode": "BB"},
    "3": {"geonameid": 3, "name": "Betaville", "latitude": 1.1, "longitude": 2.1, "population": 5000,
          "alternatenames": ["Alph"], "countrycode": "Alpha"},
}  # fmt: skip


@pytest.fixture
def world(monkeypatch, tmp_path):
    path = tmp_path / "cities.json"
    path.write_text(json.dumps(ROWS), "utf-8")
    monkeypatch.setattr(geonames, "database", lambda: path)
    monkeypatch.setattr(geonames, "_known", {})


@pytest.mark.usefixtures("world")
def test_the_larger_of_one_name_comes_first():
    found = geonames.exact(["Alpha"])["Alpha"]
    assert [(row.pcode, row.kind, row.point) for row in found] == [("2", "town", (10.0, 20.0)), ("1", "village", (1.0, 2.0))]


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("name", "ids"), [("Alfa", ["1"]), ("Älfa", ["1"]), ("Betaville", ["3"]), ("Alph", ["3"]), ("Lpha", []), ("alpha", [])])
def test_a_name_is_known_letter_by_letter(name, ids):
    assert [row.pcode for row in geonames.exact([name]).get(name, [])] == ids


@pytest.mark.usefixtures("world")
def test_a_name_of_few_letters_is_not_looked_for():
    assert geonames.exact(["Alp", "Alph"]).keys() == {"Alph"}


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("points", "ids"), [((), ["2", "1"]), (((1.0, 2.0),), ["1"]), (((60.0, 60.0),), [])])
def test_a_candidate_lies_near_what_is_known(points, ids):
    assert [match.entry.pcode for match in geonames.alike("Alpha", Around(points))] == ids


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("window", "ids"), [((0, 0, 5, 5), ["1"]), ((9, 19, 11, 21), ["2"]), ((50, 50, 51, 51), [])])
def test_without_a_known_place_it_lies_in_the_window(window, ids):
    assert [match.entry.pcode for match in geonames.alike("Alpha", Around((), window=window))] == ids


def test_without_the_extra_nothing_is_known(monkeypatch):
    monkeypatch.setattr(geonames, "find_spec", lambda _: None)
    assert not geonames.available()
    assert geonames.exact(["Kharkiv"]) == {}
    assert geonames.seats() == frozenset()


@NEEDS_WORLD
@given(st.sampled_from(["Goma", "Bukavu", "Kharkiv", "Dilling", "Mogok"]))
def test_a_remembered_name_is_told_as_the_first_time(name):
    assert geonames.exact([name]) == geonames.exact([name])


@NEEDS_WORLD
def test_names_that_lie_together_are_meant_and_not_their_namesakes():
    found = read("Rebels took Goma in January and Bukavu three weeks later.", None, matcher()).mentions
    assert [(m.text, m.place) for m in found] == [("Goma", "geonames:216281"), ("Bukavu", "geonames:217831")]


@NEEDS_WORLD
def test_a_single_name_of_a_text_about_elsewhere_has_no_point():
    (found,) = [m for m in read("Fighting broke out in Alexandria.", None, matcher()).mentions if m.text == "Alexandria"]
    assert found.latitude is None


@NEEDS_WORLD
@given(st.sampled_from(["Dilling", "Madaya", "Hama", "Tilin"]))
def test_no_namesake_of_the_front_is_taken_for_a_place_far_away(name):
    text = f"Sudan's army broke the siege of {name}, between Kadugli and Khartoum."
    for mention in read(text, None, matcher()).mentions:
        assert mention.place not in gazetteer().places
        assert mention.place is None or not mention.place.startswith("mimu:")


@pytest.mark.skipif(mimu.database() is None, reason="the extra [reference] is not installed")
def test_names_of_the_reference_make_a_text_one_about_its_ground_by_their_company():
    text = "Chin forces hold Falam. A column left Kalay, and jets bombed Khuangli and Sumhrang villages."
    found = {m.text: m.place for m in read(text, None, matcher()).mentions}
    assert (found["Falam"], found["Khuangli"]) == ("mimu:MMR004001701", "mimu:164365")
