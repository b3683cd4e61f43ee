from __future__ import annotations

import json
import math
import re
import shutil
import subprocess
from copy import deepcopy

import pytest
from geojson_validator import validate_geometries, validate_structure
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Point, Polygon

from mapping.outputs import geojson
from mapping.waist import TABLES
from tests.conftest import ROOT, require
from tests.support import dataset as waist
from tests.support.export_cases import HOSTILE, empty, hostile

CLOCKWISE = Polygon([(96, 22), (96, 23), (97, 23), (97, 22)])
HINT = ROOT / ".cache/node/node_modules/@mapbox/geojsonhint/bin/geojsonhint"
FILES = {name: json.loads(content) for name, content in geojson.files(waist.features()).items() if "json" in name}


def areas(*shapes):
    rows = [waist.row("event_areas", id=f"area-{n}", geometry=shape) for n, shape in enumerate(shapes)]
    content = geojson.files(waist.features(event_areas=rows))["event_areas.geojson"]
    return json.loads(content)["features"]


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_validator_finds_nothing(name):
    assert validate_structure(FILES[name]) == {}
    found = validate_geometries(deepcopy(FILES[name]))  # some versions of it write into what they judge
    assert (found["invalid"], found["problematic"]) == ({}, {})


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_feature_has_its_id_twice_and_every_column_once(name):
    columns = [column.name for column in TABLES[name.removesuffix(".geojson")].columns]
    for feature in FILES[name]["features"]:
        assert feature["id"] == feature["properties"]["id"]
        assert list(feature["properties"]) == columns


@pytest.mark.parametrize("name", sorted(FILES))
def test_features_are_sorted_by_id(name):
    ids = [feature["id"] for feature in FILES[name]["features"]]
    assert ids == sorted(ids)


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_value_is_a_list_and_every_day_is_iso(name):
    days = {column.name for column in TABLES[name.removesuffix(".geojson")].columns if column.type == "date"}
    for feature in FILES[name]["features"]:
        for column, value in feature["properties"].items():
            assert not isinstance(value, list | dict)
            assert column not in days or value is None or re.fullmatch(r"\d{4}-\d\d-\d\d", value)


def test_a_feature_takes_one_line():
    lines = geojson.files(waist.features())["events.geojson"].decode().splitlines()
    assert len(lines) == len(waist.features().events) + 2


def test_what_is_not_located_has_no_geometry():
    by_id = {feature["id"]: feature for feature in FILES["places.geojson"]["features"]}
    assert by_id["lambda"]["geometry"] is None


def test_the_bbox_holds_west_south_east_north():
    spots = [f["geometry"]["coordinates"] for f in FILES["places.geojson"]["features"] if f["geometry"]]
    xs, ys = zip(*spots, strict=True)
    assert FILES["places.geojson"]["bbox"] == [min(xs), min(ys), max(xs), max(ys)]


@pytest.mark.parametrize("layer", geojson.LAYERS)
def test_an_empty_table_is_an_empty_collection(layer):
    collection = json.loads(geojson.files(empty())[f"{layer}.geojson"])
    assert collection == {"type": "FeatureCollection", "features": []}
    assert validate_structure(collection) == {}


def test_exterior_rings_run_counter_clockwise():
    (ring,) = areas(CLOCKWISE)[0]["geometry"]["coordinates"]
    assert Polygon(ring).exterior.is_ccw


def test_one_area_in_parts_makes_all_areas_multipart():
    far = Polygon([(95, 21), (95.1, 21), (95.1, 21.1)])
    kinds = {area["geometry"]["type"] for area in areas(CLOCKWISE, MultiPolygon([CLOCKWISE, far]))}
    assert kinds == {"MultiPolygon"}


def test_an_empty_geometry_counts_as_none():
    assert areas(Polygon())[0]["geometry"] is None


def test_vertices_that_rounding_makes_one_stand_once():
    rows = [waist.row("routes", id="a", geometry=LineString([(96, 22), (96.0000001, 22), (96.1, 22)])),
            waist.row("routes", id="b", geometry=LineString([(96, 22), (96.0000001, 22)]))]  # fmt: skip
    one, two = json.loads(geojson.files(waist.features(routes=rows))["routes.geojson"])["features"]
    assert one["geometry"]["coordinates"] == [[96.0, 22.0], [96.1, 22.0]]
    assert two["geometry"] is None


def test_an_id_that_stands_twice_is_told():
    rows = [waist.row("event_areas", id="same"), waist.row("event_areas", id="same")]
    with pytest.raises(ValueError, match="event_areas: ids stand twice: same"):
        geojson.files(waist.features(event_areas=rows))


def test_hostile_text_comes_back_letter_by_letter():
    events = json.loads(geojson.files(hostile())["events.geojson"])["features"]
    assert HOSTILE in [event["properties"]["quotes"] for event in events]


@given(st.floats(-180, 180), st.floats(-90, 90), st.floats())
def test_coordinates_are_rounded_and_numbers_are_finite(x, y, number):
    rows = [waist.row("places", id="a", uncertainty_m=number, geometry=Point(x, y))]
    text = geojson.collection(waist.features(places=rows).places, "places")
    feature = json.loads(text, parse_constant=pytest.fail)["features"][0]
    assert feature["geometry"]["coordinates"] == [pytest.approx(x, abs=5.1e-7), pytest.approx(y, abs=5.1e-7)]
    assert "-0.0," not in text
    assert (feature["properties"]["uncertainty_m"] is None) == (not math.isfinite(number))


@pytest.mark.slow
def test_geojsonhint_finds_nothing(tmp_path):
    require(HINT.exists(), "geojsonhint is missing: npm install --prefix .cache/node @mapbox/geojsonhint@3.2.0")
    for case, features in {"full": waist.features(), "empty": empty(), "hostile": hostile()}.items():
        for name, content in geojson.files(features).items():
            path = tmp_path / f"{case}-{name}"
            path.write_bytes(content)
            if name.endswith(".geojson"):
                done = subprocess.run([shutil.which("node"), HINT, path], capture_output=True, text=True, check=False)
                assert (done.returncode, done.stdout + done.stderr) == (0, "")
