"""Cells of the made-up front: a row of any table, a place's point, a line of stretches."""

from __future__ import annotations

import math
from typing import Any

from shapely import LineString, Point

from mapping.waist import TABLES
from tests.support.dataset.facts import PLACES, STRETCHES

EMPTY = {"text": None, "date": None, "number": math.nan, "integer": None, "flag": False}
Row = dict[str, Any]


def row(table: str, **cells: Any) -> Row:
    """Fill a row: what is not given is missing, as the waist writes it."""
    empty = {column.name: EMPTY[column.type] for column in TABLES[table].columns}
    if TABLES[table].geometry:
        empty["geometry"] = None
    odd = set(cells) - set(empty)
    assert not odd, f"{table} has no {odd}"
    return empty | cells


def point(place: str) -> Point | None:
    """Return the point of a place (x = longitude)."""
    where = PLACES[place][3]
    return Point(where[1], where[0]) if where else None


def line(*stretches: str) -> LineString:
    """Chain stretches into one line."""
    vertices: list[tuple[float, float]] = []
    for name in stretches:
        piece = [(lon, lat) for lat, lon in STRETCHES[name][1]]
        vertices += piece[1:] if vertices else piece
    return LineString(vertices)
