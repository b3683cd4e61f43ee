"""Whatever is broken in the tables is told; whatever keeps the contract is not complained of."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiPoint, Point

import mapping
from mapping.waist import TABLES, Dataset
from mapping.waist.validate import KEYS, validate
from tests.support import dataset as waist
from tests.support.export_cases import empty

pytestmark = pytest.mark.slow  # tables are broken at random, over and over

SOUND = waist.features()
COLUMNS = [(name, column) for name, table in TABLES.items() for column in table.columns]
DRAWN = [name for name, table in TABLES.items() if table.geometry and len(SOUND.tables[name])]
FILLED = [name for name, table in TABLES.items() if table.columns[0].name == "id" and len(SOUND.tables[name])]
LINKED = [key for key in KEYS if SOUND.tables[key.split(".")[0]][key.split(".")[1]].notna().any()]


def changed(name: str, table: pd.DataFrame) -> Dataset:
    return replace(SOUND, tables={**SOUND.tables, name: table})


def without(name: str) -> Dataset:
    return replace(SOUND, tables={key: table for key, table in SOUND.tables.items() if key != name})


def with_cell(name: str, column: str, value: object, row: int = 0) -> Dataset:
    table = SOUND.tables[name].copy()
    table.loc[table.index[row], column] = value
    return changed(name, table)


def test_what_the_program_makes_is_sound(project):
    assert mapping.validate(mapping.load(project)) == []
    assert mapping.validate(SOUND) == []
    assert mapping.validate(empty()) == []


def test_every_key_names_columns_that_are_there():
    known = {f"{name}.{column.name}" for name, column in COLUMNS} | {"sides"}
    assert {*KEYS, *(target for targets in KEYS.values() for target in targets)} <= known


BROKEN = {
    "no table": (without("control"), "control: the table is missing; make it with mapping.waist.frame"),
    "an odd table": (changed("battles", SOUND.events), "battles: no table of the waist is called so; take it out"),
    "no column": (changed("actors", SOUND.actors.drop(columns="side_name")),
        "actors: column side_name is missing; mapping.waist.TABLES tells what belongs there"),
    "no geometry": (changed("places", pd.DataFrame(SOUND.places.drop(columns="geometry"))),
        "places: column geometry is missing; mapping.waist.TABLES tells what belongs there"),
    "an odd column": (changed("actors", SOUND.actors.assign(colour="red")),
        "actors: column colour is not in the schema; take it out"),
    "a column twice": (changed("reports", pd.concat([SOUND.reports, SOUND.reports[["preferred"]]], axis=1)),
        "reports: a column stands twice; keep one of them"),
    "a dtype": (changed("reports", SOUND.reports.assign(preferred=1)),
        "reports: column preferred is of dtype int64; make it bool"),
    "a number in a text": (with_cell("actors", "name", 5), "actors: column name holds 5, which is no text; mend it"),
    "a day in words": (with_cell("control", "last_said", "in July"),
        "control: column last_said holds 'in July', which is no date; mend it"),
    "a day in another way": (with_cell("control", "last_said", "20250724"),
        "control: column last_said holds '20250724', which is no date; mend it"),
    "an end before its beginning": (with_cell("control", "date_end", "2024-07-23"),
        "control: beta/2024-07-24: ends on 2024-07-23, before it begins on 2024-07-24; turn them round"),
    "no id": (with_cell("actors", "id", None), "actors: 1 rows have no id; give each its own"),
    "an id twice": (with_cell("stretches", "id", "eta-zeta"), "stretches: id 'eta-zeta' stands twice; ids are unique"),
    "a table without shapes": (changed("routes", pd.DataFrame(SOUND.routes)),
        "routes: is no GeoDataFrame with its geometry active; make it one in EPSG:4326"),
    "no CRS": (changed("places", SOUND.places.set_crs(None, allow_override=True)),
        "places: the CRS is None; it must be EPSG:4326: reproject with to_crs"),
    "another CRS": (changed("places", SOUND.places.set_crs(4240, allow_override=True)),
        "places: the CRS is EPSG:4240; it must be EPSG:4326: reproject with to_crs"),
    "a line for a point": (with_cell("places", "geometry", LineString([(0, 0), (1, 1)])),
        "places: row 0: the geometry is a LineString; it must be a Point"),
    "metres": (with_cell("places", "geometry", Point(500_000, 22), row=1),
        "places: row 1: the geometry does not lie on Earth; write x = longitude, y = latitude in degrees"),
    "an empty geometry": (with_cell("places", "geometry", Point()),
        "places: row 0: the geometry does not lie on Earth; write x = longitude, y = latitude in degrees"),
    "a key that leads nowhere": (with_cell("control", "place", "ghost"),
        "control: place names 'ghost', which is not in places.id; add it there or mend it"),
    "one of several keys": (with_cell("control", "holder", "southern-front; ghosts"),
        "control: holder names 'ghosts', which is not in actors.id; add it there or mend it"),
    "an unknown side": (with_cell("actors", "side", "east"),
        "actors: side names 'east', which is not in sides; add it there or mend it"),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_a_fault_is_told_in_one_plain_line(fault):
    broken, line = BROKEN[fault]
    assert line in validate(broken)


def test_latitude_and_longitude_the_wrong_way_round_are_seen_where_they_leave_the_earth():
    assert validate(with_cell("places", "geometry", Point(22.3, 96.8)))


def test_all_faults_are_told_at_once():
    broken = replace(SOUND, tables={**SOUND.tables, "actors": SOUND.actors.assign(x=1), "names": SOUND.names.assign(x=1)})
    assert validate(broken) == [
        "actors: column x is not in the schema; take it out",
        "names: column x is not in the schema; take it out",
    ]


@settings(max_examples=25)
@given(st.sampled_from(COLUMNS))
def test_any_column_that_is_missing_is_named(chosen):
    name, column = chosen
    found = validate(changed(name, SOUND.tables[name].drop(columns=column.name)))
    assert f"{name}: column {column.name} is missing; mapping.waist.TABLES tells what belongs there" in found


@settings(max_examples=25)
@given(st.sampled_from(COLUMNS))
def test_any_column_of_another_type_is_named(chosen):
    name, column = chosen
    other = pd.Series([1 + 2j] * len(SOUND.tables[name]), index=SOUND.tables[name].index, dtype="complex128")
    found = validate(changed(name, SOUND.tables[name].assign(**{column.name: other})))
    assert any(line.startswith(f"{name}: column {column.name} is of dtype complex128") for line in found)


@settings(max_examples=25)
@given(st.sampled_from(FILLED), st.data())
def test_any_row_that_stands_twice_is_named(name, data):
    table = SOUND.tables[name]
    row = data.draw(st.integers(0, len(table) - 1))
    doubled = pd.concat([table, table.iloc[[row]]], ignore_index=True)
    assert f"{name}: id {table['id'].iloc[row]!r} stands twice; ids are unique" in validate(changed(name, doubled))


@settings(max_examples=25)
@given(st.sampled_from(LINKED), st.data())
def test_any_key_that_is_mended_badly_is_named(key, data):
    name, _, column = key.partition(".")
    table = SOUND.tables[name]
    rows = [number for number, there in enumerate(table[column].notna()) if there]
    found = validate(with_cell(name, column, "no-such-id", data.draw(st.sampled_from(rows))))
    assert any(line.startswith(f"{name}: {column} names 'no-such-id'") for line in found)


@settings(max_examples=25)
@given(st.sampled_from(DRAWN), st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_only_what_lies_on_earth_is_sound(name, x, y):
    shape = {"Point": Point(x, y), "LineString": LineString([(0, 0), (x, y)])}.get(TABLES[name].geometry)
    if shape is None:
        shape = Point(x, y).buffer(1)
        x, y = abs(x) + 1, abs(y) + 1
    told = [line for line in validate(with_cell(name, "geometry", shape)) if "does not lie on Earth" in line]
    assert bool(told) == (abs(x) > 180 or abs(y) > 90)


@settings(max_examples=25)
@given(st.permutations(range(len(SOUND.events))))
def test_the_order_of_rows_does_not_matter(order):
    assert validate(changed("events", SOUND.events.iloc[order])) == []


ODD = [[1, 2], {"a": 1}, b"bytes", float("inf"), -1, "\ud800", ("a",), True, Point(1, 1)]


@given(st.sampled_from(COLUMNS), st.sampled_from(ODD))
def test_nothing_that_a_cell_holds_is_raised(named, odd):
    name, column = named
    table = SOUND.tables[name].astype({column.name: object})
    table[column.name] = [odd] * len(table)
    assert all("\n" not in fault for fault in validate(changed(name, table)))


@pytest.mark.parametrize("table", [None, [], "rows", {"id": ["a"]}])
def test_what_is_no_table_is_told(table):
    assert "control: is no DataFrame; make it one" in validate(changed("control", table))


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (with_cell("places", "uncertainty_m", float("inf")), "places: column uncertainty_m holds inf, which is no number; mend it"),
        (with_cell("places", "geometry", MultiPoint([(91, 22)])), "places: row 0: the geometry is a MultiPoint; it must be a Point"),
    ],
)
def test_what_an_output_cannot_write_is_told(broken, told):
    assert told in validate(broken)
