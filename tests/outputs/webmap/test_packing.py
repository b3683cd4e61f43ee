"""Columns and lines written small say the same as before."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiLineString, Point, Polygon

from mapping.outputs.webmap.assets import leaflet_css, lean_css
from mapping.outputs.webmap.basemaps import basemaps, hosts
from mapping.outputs.webmap.packing import GRID, Shapes, cells, pack, position, references, steps
from mapping.outputs.webmap.payload import payload
from tests.support import dataset as waist

cell = st.none() | st.text(max_size=5) | st.integers(-5, 5)
degrees = st.tuples(st.floats(90, 100), st.floats(15, 28))


def unpack(packed, count):
    if packed is None:
        return [None] * count
    if isinstance(packed, list):
        return packed
    runs = packed.get("runs", [])
    at = packed.get("at") or [index for index, count in zip(runs[::2], runs[1::2], strict=True) for _ in range(count)]
    return [None if index < 0 else packed["of"][index] for index in at]


@given(st.lists(st.none() | st.text(max_size=2)) | st.lists(st.none() | st.integers(0, 3)))
def test_a_packed_column_holds_the_same_values(values):
    assert unpack(pack(values), len(values)) == values


def test_long_runs_of_a_word_are_written_as_runs():
    assert pack(["a"] * 9 + [None] * 3) == {"of": ["a"], "runs": [0, 9, -1, 3]}
    assert pack(["a", "b"] * 6) == {"of": ["a", "b"], "at": [0, 1] * 6}


@given(st.lists(degrees, min_size=2, max_size=20))
def test_steps_lead_along_the_same_vertices(points):
    lat = lon = 0
    found = []
    written = steps(LineString(points))
    for dlat, dlon in zip(written[::2], written[1::2], strict=True):
        lat, lon = lat + dlat, lon + dlon
        found.append((lon, lat))
    rounded = [(round(x * GRID), round(y * GRID)) for x, y in points]
    assert found == [point for number, point in enumerate(rounded) if not number or point != rounded[number - 1]]


def test_missing_values_are_null():
    assert cells(pd.Series([None, float("nan"), pd.NA, pd.NaT])) == [None] * 4


def test_whole_numbers_lose_their_point_and_others_the_noise():
    assert cells(pd.Series([5.0, 1 / 3])) == [5, 0.333]


def test_equal_lines_are_written_once():
    shapes = Shapes()
    line = LineString([(96, 22), (96.5, 22.2), (97, 22)])
    assert [shapes.add(line), shapes.add(LineString(line)), shapes.add(None), shapes.add(LineString())] == [
        0,
        0,
        None,
        None,
    ]
    assert len(shapes.written) == 1


def test_an_area_is_written_by_its_outer_ring():
    shapes = Shapes()
    shapes.add(Polygon([(96, 22), (97, 22), (97, 23)], [[(96.8, 22.2), (96.9, 22.2), (96.9, 22.3)]]))
    shapes.add(MultiLineString([[(96, 22), (97, 22)], [(96, 23), (97, 23)]]))
    assert [len(lines) for lines in shapes.written] == [1, 2]


@pytest.mark.parametrize(
    ("point", "told"), [(Point(96.123456, 22.98768), (22.9877, 96.1235)), (Point(), None), (None, None)]
)
def test_points_are_told_latitude_first(point, told):
    assert position(point) == told


def test_references_are_row_numbers():
    assert references(["b", None, "z", "a"], ["a", "b"]) == [1, None, None, 0]


def test_quotes_beyond_the_basic_plane_are_counted_as_scripts_count():
    rows = waist.tables()
    for source in rows["sources"]:
        source["text"] = "\U0001f9e8" + source["text"]
    for statement in rows["statements"]:
        statement.update(start=statement["start"] + 1, end=statement["end"] + 1)
    plain, shifted = (payload(waist.features(**tables))["tables"]["statements"]["start"] for tables in ({}, rows))
    assert [new - old for old, new in zip(unpack(plain, 0), unpack(shifted, 0), strict=True)] == [2] * len(
        unpack(plain, 0)
    )


def test_backgrounds_that_nobody_knows_or_that_want_a_key_are_left_out():
    wanted = [
        {"id": key, "name": key, "provider": key}
        for key in ("OpenTopoMap", "Nowhere.Maps", "Thunderforest.OpenCycleMap")
    ]
    assert [one["id"] for one in basemaps(wanted)] == ["OpenTopoMap"]
    assert hosts(basemaps(wanted)) == ["https://*.tile.opentopomap.org"]


def test_the_styles_of_the_map_have_no_value_that_no_browser_knows():
    assert re.findall(r"cursor:([^;}]*)", leaflet_css())
    assert [value for value in re.findall(r"cursor:([^;}]*)", leaflet_css()) if ":" in value] == []


def test_styles_lose_only_what_they_do_not_need():
    assert lean_css("/* x */\na > b, c { color: red; margin: 0 auto; }\n") == "a > b,c{color:red;margin:0 auto}"
