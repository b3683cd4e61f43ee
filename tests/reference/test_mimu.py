from __future__ import annotations

import sqlite3

import pytest

from mapping.reference import mimu
from mapping.reference.base import Around

HOME = (22.0, 96.0)
PLACES = [  # Latin, Burmese, code, township, tract, lat, lon
    ("Hpar Hpeik (North)", "ဖါးဖိတ်", 101, "Alpha", "Tract", 22.0, 96.0, "A"),
    ("Hpar Hpeik", "ဖါးဖိတ်", 102, "Beta", "", 22.6, 96.0, "B"),
    ("Nam Hu", "နမ့်ဟူး", 103, "Alpha", "", 22.1, 96.1, "A"),
    ("La Ku", "လကူး", 104, "Alpha", "", 22.1, 96.1, "A"),
    ("Faraway", "", 105, "Far", "", 31.0, 91.0, "F"),
]
WARDS = [  # the third has a digit wrong; the town of the last lies nowhere near its villages
    ("Far Town", "ဖား", "T1", "Far", 30.9, 90.9, "F"), ("Far Town", "ဖား", "T1", "Far", 31.0, 91.1, "F"),
    ("Far Town", "ဖား", "T1", "Far", 31.2, 91.2, "F"), ("Far Town", "ဖား", "T1", "Far", 13.0, 91.0, "F"),
    ("Lost Town", "", "T2", "", None, None, ""), ("Astray Town", "", "T3", "Alpha", -27.5, 24.7, "A"),
]  # fmt: skip


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """The module over a small database of the same form."""
    path = tmp_path / "made.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE villages (village_eng, village_mmr, village_pcode, township_eng, village_tract_eng, latitude, longitude, township_pcode)")
        db.executemany("INSERT INTO villages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", PLACES)
        db.execute("CREATE TABLE wards (town_eng, town_mmr, town_pcode, township_eng, latitude, longitude, township_pcode)")
        db.executemany("INSERT INTO wards VALUES (?, ?, ?, ?, ?, ?, ?)", WARDS)
    db.close()
    monkeypatch.setattr(mimu, "database", lambda: path)
    for remembered in (mimu.towns, mimu.villages):
        remembered.cache_clear()
    yield lambda name, *points, **more: list(mimu.alike(name, Around(points, **more)))
    for remembered in (mimu.towns, mimu.villages):
        remembered.cache_clear()


def codes(matches):
    return [match.entry.pcode for match in matches]


def test_a_village_is_told_with_its_code_and_tract(asked):
    (match,) = asked("Hpar Hpeik", HOME)
    assert match.likeness == pytest.approx(1.1)
    assert (match.entry.name, match.entry.kind, match.entry.township, match.entry.point) == ("Hpar Hpeik", "village", "Alpha", HOME)
    assert match.evidence.endswith("): village 101, tract Tract")


@pytest.mark.parametrize(("north", "found"), [(1.1, ["102"]), (0.6, ["101", "102"]), (0.5, ["101", "102"])])
def testvillages_are_looked_for_within_60_km(asked, north, found):
    assert codes(asked("Hpar Hpeik", (HOME[0] + north - 0.1, HOME[1]))) == found


def test_without_a_point_the_window_is_searched(asked):
    assert codes(asked("Hpar Hpeik", window=(21.9, 95.9, 22.2, 96.2))) == ["101"]
    assert codes(asked("Hpar Hpeik")) == []


def test_towns_are_known_from_anywhere_in_the_middle_of_the_wards_that_keep_company_with_their_villages(asked):
    (match,) = asked("Far", seats=True)
    assert (match.entry.name, match.entry.kind, match.entry.point) == ("Far", "town", (31.0, 91.1))


@pytest.mark.parametrize("name", ["Lost", "Astray"])
def test_a_town_without_a_sound_ward_is_nowhere(asked, name):
    assert asked(name, seats=True) == []


def test_a_seat_is_looked_for_among_towns_alone(asked):
    assert codes(asked("Hpar Hpeik", HOME, seats=True)) == []


def test_a_burmese_name_is_compared_by_its_letters(asked):
    matches = asked("ဖါးဖိတ်", HOME)
    assert [(match.entry.pcode, match.likeness) for match in matches] == [("101", pytest.approx(1.1))]


@pytest.mark.parametrize(("name", "found"), [("Pha Peik", ["101"]), ("Par Peit", ["101"]), ("Nam Hu", ["103"]), ("Mogok", [])])
def test_another_romanisation_of_a_name_is_alike(asked, name, found):
    assert codes(asked(name, HOME)) == found


def test_letters_that_are_the_same_count_more(asked):
    other, same = asked("Pha Peik", HOME)[0], asked("Hpar Hpeik", HOME)[0]
    assert same.likeness - other.likeness == pytest.approx(0.1)


def test_a_name_of_two_consonants_must_be_almost_the_same(asked):
    assert codes(asked("La Khoo", HOME)) == ["104"]
    assert codes(asked("La Kay", HOME)) == []


@pytest.mark.parametrize("name", ["Peik Nam Hpar Hpeik", "Hpar"])
def test_what_is_part_of_a_name_is_less_alike_than_the_whole(asked, name):
    assert all(match.likeness <= 1 for match in asked(name, HOME))


def test_without_the_extra_nothing_is_answered(monkeypatch):
    monkeypatch.setattr(mimu, "find_spec", lambda _: None)
    assert not mimu.available()
    mimu.towns.cache_clear()
    assert list(mimu.alike("Alpha", Around((HOME,), seats=True))) == []
    mimu.towns.cache_clear()
