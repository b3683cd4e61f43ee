"""Whether tables keep the contract of the waist: columns, types, CRS, ids and the keys that lead from row to row."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from mapping.waist.dataset import CRS, DTYPES
from mapping.waist.schema import SIDES
from mapping.waist.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mapping.waist.dataset import Dataset
    from mapping.waist.schema import Column

KEYS = {f"{name}.{column}": targets for name, table in TABLES.items() for column, targets in table.keys.items()}
"""Column of ids, as "table.column" -> where these ids stand."""


def validate(dataset: Dataset) -> list[str]:
    """Return every fault of the tables in words, table by table; nothing where they keep the contract.

    Checked are: the tables and their columns as the waist declares them; dtypes; days (ISO 8601) that do not end
    before they begin; geometries of the declared kind in EPSG:4326 (x = longitude, y = latitude, degrees); ids that
    are there and unique; keys that resolve. Nothing is changed and nothing raised.
    """
    faults = [
        f"{name}: the table is missing; make it with mapping.waist.frame"
        for name in TABLES.keys() - dataset.tables.keys()
    ]
    faults += [
        f"{name}: no table of the waist is called so; take it out" for name in dataset.tables.keys() - TABLES.keys()
    ]
    for name in TABLES.keys() & dataset.tables.keys():
        table = dataset.tables[name]
        told = _table(name, table) if isinstance(table, pd.DataFrame) else ["is no DataFrame; make it one"]
        faults += [f"{name}: {fault}" for fault in told]
    return sorted([*faults, *_keys(dataset)])


def _table(name: str, table: pd.DataFrame) -> Iterator[str]:
    known = {column.name: column for column in TABLES[name].columns}
    drawn = {"geometry"} if TABLES[name].geometry else set()
    for column in sorted({*known, *drawn} - set(table.columns)):
        yield f"column {column} is missing; mapping.waist.TABLES tells what belongs there"
    for column in sorted(set(map(str, table.columns)) - {*known, *drawn}):
        yield f"column {column} is not in the schema; take it out"
    if not table.columns.is_unique:
        yield "a column stands twice; keep one of them"
        return
    for column in known.keys() & set(table.columns):
        yield from _column(table[column], known[column])
    yield from _ids(table)
    yield from _days(table)
    if drawn & set(table.columns):
        yield from _geometry(table, TABLES[name].geometry)


def _column(values: pd.Series[Any], column: Column) -> Iterator[str]:
    if str(values.dtype) != DTYPES[column.type]:
        yield f"column {column.name} is of dtype {values.dtype}; make it {DTYPES[column.type]}"
        return
    sound = _SOUND.get(column.type)
    for value in values[values.notna()] if sound else ():
        if sound and not sound(value):
            yield f"column {column.name} holds {value!r}, which is no {column.type}; mend it"


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


_SOUND: dict[str, Callable[[object], bool]] = {
    "text": lambda value: isinstance(value, str),
    "date": _is_day,
    "number": lambda value: isinstance(value, float) and math.isfinite(value),
}


def _ids(table: pd.DataFrame) -> Iterator[str]:
    if "id" not in table.columns:
        return
    ids = table["id"]
    if ids.isna().any():
        yield f"{ids.isna().sum()} rows have no id; give each its own"
    for id_, count in sorted(Counter(id_ for id_ in ids.tolist() if isinstance(id_, str)).items()):
        if count > 1:
            yield f"id {id_!r} stands twice; ids are unique"


def _days(table: pd.DataFrame) -> Iterator[str]:
    if not {"date_start", "date_end", "id"} <= set(table.columns):
        return
    for id_, start, end in zip(table["id"], table["date_start"], table["date_end"], strict=True):
        if _is_day(start) and _is_day(end) and end < start:
            yield f"{id_}: ends on {end}, before it begins on {start}; turn them round"


def _geometry(table: pd.DataFrame, kind: str) -> Iterator[str]:
    if not isinstance(table, gpd.GeoDataFrame) or table.active_geometry_name != "geometry":
        yield f"is no GeoDataFrame with its geometry active; make it one in {CRS}"
        return
    if table.crs is None or table.crs.to_string() != CRS:
        yield f"the CRS is {table.crs.to_string() if table.crs else None}; it must be {CRS}: reproject with to_crs"
    for number, shape in enumerate(table.geometry):
        if shape is None:
            continue
        if shape.geom_type not in {kind, *([] if kind == "Point" else [f"Multi{kind}"])}:
            yield f"row {number}: the geometry is a {shape.geom_type}; it must be a {kind}"
        elif not _on_earth(shape):
            yield f"row {number}: the geometry does not lie on Earth; write x = longitude, y = latitude in degrees"


def _on_earth(shape: shapely.Geometry) -> bool:
    vertices = shapely.get_coordinates(shape)
    return len(vertices) > 0 and bool((np.abs(vertices) <= (180, 90)).all())


def _keys(dataset: Dataset) -> Iterator[str]:
    for key, targets in KEYS.items():
        name, _, column = key.partition(".")
        known = [_known(dataset, target) for target in targets]
        rows = _cells(dataset, name, column)
        if rows is None or None in known:
            continue  # the missing column is told already
        ids = set().union(*(ids for ids in known if ids is not None))
        lost = {id_ for cell in rows for id_ in cell.split("; ") if id_ not in ids}
        for id_ in sorted(lost):
            yield f"{name}: {column} names {id_!r}, which is not in {' or '.join(targets)}; add it there or mend it"


def _known(dataset: Dataset, target: str) -> set[str] | None:
    if (target,) == SIDES:
        return set(dataset.settings.sides)
    cells = _cells(dataset, *target.split("."))
    return None if cells is None else set(cells)


def _cells(dataset: Dataset, name: str, column: str) -> list[str] | None:
    """Texts of a column without those that are missing; None where there is no such column."""
    table = dataset.tables.get(name)
    if not isinstance(table, pd.DataFrame) or list(table.columns).count(column) != 1:
        return None
    return [value for value in table[column].tolist() if isinstance(value, str)]
