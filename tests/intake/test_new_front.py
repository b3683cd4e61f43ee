"""A front from nothing."""

from __future__ import annotations

import csv
import io
import json
import tomllib

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.errors import CurationError
from mapping.domain.geodesy import distance_km
from mapping.intake import new_front as new
from mapping.intake.new_front import Party
from mapping.reference import geonames, outlines

SIDES = {"Reds": (Party("Red Army", ("RA",)), Party("Red Guard")), "Blues": (Party("Blues"),)}


def begun(box=(12.0, 23.5, 15.0, 27.0), sides=SIDES, **more):
    return new.begin(new.Wishes("A front", box, sides, **more))


def rows(files, name):
    return list(csv.DictReader(io.StringIO(files[f"gazetteer/{name}"].decode())))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Reds: Red Army (RA, the Reds); Red Guard", ("Reds", (Party("Red Army", ("RA", "the Reds")), Party("Red Guard")))),
        ("Reds", ("Reds", (Party("Reds"),))),
        (" Reds : ; ", ("Reds", (Party("Reds"),))),
    ],
)
def test_a_side_is_read_with_its_parties(words, found):
    assert new.side(words) == found


@pytest.mark.parametrize("words", ["", ":", " : Red Army", "7: Red Army", "Reds: (RA)", "Reds: Red (Army"])
def test_a_side_that_is_none_is_told(words):
    with pytest.raises(CurationError, match="--side"):
        new.side(words)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12,23,15", "is no window"), ("a,b,c,d", "is no window"), ("12,23,12,27", "spans nothing"),
        ("15,23,12,27", "spans nothing"), ("-91,0,0,1", "spans nothing"), ("nan,0,1,1", "spans nothing"),
        ("-10,170,10,-170", "over the date line"), ("0,10,1,10", "over the date line"), ("0,inf,1,inf", "spans nothing"),
    ],
)  # fmt: skip
def test_a_window_that_is_none_is_told(text, told):
    with pytest.raises(CurationError, match=told):
        new.window_of(text)


@given(st.text(st.sampled_from("0123456789.,-e nif"), max_size=20))
def test_any_words_are_a_window_or_a_fault(text):
    try:
        south, west, north, east = new.window_of(text)
    except CurationError:
        return
    assert -90 <= south < north <= 90
    assert -180 <= west < east <= 180


def test_a_window_reaches_as_far_as_was_asked_each_way():
    (south, west, north, east), _, told = new.window_around("El Fasher", 250, None)
    assert "El Fasher, Sudan (GeoNames 379555)" in told
    lat, lon = (south + north) / 2, (west + east) / 2
    assert [round(distance_km((lat, lon), there)) for there in ((south, lon), (north, lon), (lat, west), (lat, east))] == pytest.approx([250] * 4, abs=2)


def test_of_two_settlements_of_one_name_the_larger_is_taken_and_the_other_told():
    assert "United Kingdom" in new.window_around("Birmingham", 50, None)[2]
    assert "of that name also in US (GeoNames 4049979)" in new.window_around("Birmingham", 50, None)[2]
    assert "United States" in new.window_around("birmingham", 50, "us")[2]


def test_what_is_called_so_goes_before_what_was():
    """Engels in Russia was once called Pokrovsk, and is larger."""
    assert "Pokrovsk, Ukraine (GeoNames 704422)" in new.window_around("Pokrovsk", 90, None)[2]


def test_country_and_time_zone_are_those_of_the_middle_and_not_of_more_settlements_beyond_a_border():
    box, middle, _ = new.window_around("Goma", 120, None)
    front = new.begin(new.Wishes("A front", box, SIDES, middle=middle))
    (outline,) = json.loads(front.files["gazetteer/locator.geojson"])["features"]
    assert outline["properties"]["name"] == "Democratic Republic of the Congo"
    assert tomllib.loads(front.files["gazetteer/map.toml"].decode())["time_zone"] == "Africa/Lubumbashi"
    assert "Rwanda" in new.begin(new.Wishes("A front", box, SIDES)).told[-1]


@pytest.mark.parametrize(
    ("name", "km", "country", "told"),
    [
        ("Nowhere Mill", 50, None, "no settlement that GeoNames knows;"), ("Birmingham", 50, "SD", "knows in SD"),
        ("Birmingham", 0, None, "out of range"), ("Birmingham", 5000, None, "out of range"), ("Suva", 400, None, "date line"),
    ],
)  # fmt: skip
def test_a_window_that_cannot_be_is_told(name, km, country, told):
    with pytest.raises(CurationError, match=told):
        new.window_around(name, km, country)


def test_settlements_come_with_point_kind_evidence_and_spellings():
    files = begun(most=5).files
    (place,) = [row for row in rows(files, "places.csv") if row["id"] == "el-fasher"]
    assert (place["kind"], place["geonames_id"]) == ("city", "379555")
    (location,) = [row for row in rows(files, "locations.csv") if row["place"] == "el-fasher"]
    assert (location["lat"], location["lon"], location["credit"]) == ("13.62793", "25.34936", geonames.CREDIT)
    assert "379555" in location["evidence"]
    spelled = {row["name"]: row["script"] for row in rows(files, "names.csv") if row["place"] == "el-fasher"}
    assert (spelled["Al Fashir"], spelled["الفاشر"], spelled["Эль-Фашер"]) == ("Latn", "Arab", "Cyrl")
    assert not {"ELF", "ala phasara", "El Fasher"} & set(spelled)
    assert len(rows(files, "places.csv")) == 5


def test_no_spelling_is_that_of_two_places_and_no_id_stands_twice():
    files = begun((50.0, 2.0, 52.0, 7.0), most=400).files
    places = rows(files, "places.csv")
    assert len({row["id"] for row in places}) == len(places) == 400
    spelled = [row["name"].casefold() for row in (*rows(files, "names.csv"), *places)]
    assert len(spelled) == len(set(spelled))


def test_the_settings_hold_title_zone_window_view_and_sides():
    settings = tomllib.loads(begun().files["gazetteer/map.toml"].decode())
    assert (settings["title"], settings["time_zone"]) == ("A front", "Africa/Khartoum")
    assert settings["window"] == {"south": 12.0, "west": 23.5, "north": 15.0, "east": 27.0}
    assert settings["window"]["south"] < settings["view"]["south"] < settings["view"]["north"] < settings["window"]["north"]
    assert [one["id"] for one in settings["side"]] == ["reds", "blues"]
    assert [(row["id"], row["spellings"], row["side"]) for row in rows(begun().files, "actors.csv")] == [
        ("red-army", "RA", "reds"), ("red-guard", "", "reds"), ("blues", "", "blues"),
    ]  # fmt: skip


@given(st.text(min_size=1, max_size=20))
def test_any_title_is_written_as_toml(title):
    written = new._map(new.Wishes(title, (0.0, 0.0, 1.0, 1.0), SIDES), "UTC")  # noqa: SLF001
    assert tomllib.loads(written)["title"] == title


def test_a_window_without_settlements_is_a_front_without_places():
    empty = begun((-60.0, -140.0, -59.0, -139.0))
    assert rows(empty.files, "places.csv") == []
    assert "no settlement in the window" in empty.told[-1]


@pytest.mark.parametrize("code", ["SD", "UA", "ET", "CO", "CD"])
def test_an_outline_holds_the_towns_of_its_country_and_hardly_any_others(code):
    everything = geonames.everywhere()
    mine, others = ([one.point for one in everything if (one.country == code) is own] for own in (True, False))
    shape = outlines.outline(mine, others)
    assert shapely.is_valid(shape)
    shares = [
        shapely.contains_xy(area, [lon for _, lon in towns], [lat for lat, _ in towns]).sum() / len(mine)
        for area, towns in ((shape.buffer(0.1), mine), (shape, others))
    ]
    assert shares[0] > 0.98
    assert shares[1] < 0.05


def test_a_country_whose_border_the_data_lack_has_no_outline_and_that_is_told():
    front = begun((22.0, 96.0, 23.0, 97.0))
    assert "no outline of Myanmar: its borders cannot be told from the data" in front.told[-1]
    assert json.loads(front.files["gazetteer/locator.geojson"])["features"] == []


def test_the_same_wishes_give_the_same_bytes():
    assert begun().files == begun().files
