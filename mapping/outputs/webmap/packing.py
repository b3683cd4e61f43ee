"""How tables and lines are written small: columns instead of rows, vertices as steps from one to the next."""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

GRID = 10_000  # steps a degree: about eleven metres
SIMPLIFIED = 0.0006  # degrees, about 60 m: no road here is known that well
ROUNDNESS = 0.004  # of an area's width: nobody knows an uncertain edge finer


def cells(column: pd.Series[Any]) -> list[Any]:
    """Return the values of a column as JSON knows them; None where one is missing."""
    return [None if pd.isna(value) else _plain(value) for value in column.tolist()]


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 3)
    return value


def pack(values: Sequence[Any]) -> Any:
    """Write a column: None if all is missing, a list where words hardly repeat.

    Else {"of": words, "at": the index of each row's word}, -1 where it is missing; or, where the same word stands in
    long runs, {"of": words, "runs": index and count of each run, one after the other}.
    """
    present = {value for value in values if value is not None}
    if not present:
        return None
    if len(values) < 6 or len(present) > len(values) / 2:
        return list(values)
    of = sorted(present, key=lambda value: (str(type(value)), value))
    index = {value: number for number, value in enumerate(of)}
    at = [-1 if value is None else index[value] for value in values]
    runs = [number for word, run in groupby(at) for number in (word, len(list(run)))]
    return {"of": of, "runs": runs} if len(runs) < len(at) else {"of": of, "at": at}


def references(values: Iterable[Any], ids: Sequence[Any]) -> list[int | None]:
    """Return the index of each value among ids; None where it is not one of them."""
    index = {id_: number for number, id_ in enumerate(ids)}
    return [index.get(value) for value in values]


class Shapes:
    """Lines and polygons, each distinct one written once: a list of rings or lines of integer steps.

    A line is [lat, lon, dlat, dlon, …] in 1/GRID degrees: the first vertex, then steps.
    """

    def __init__(self) -> None:
        self.written: list[list[list[int]]] = []
        self._index: dict[bytes, int] = {}

    def add(self, geometry: BaseGeometry | None) -> int | None:
        """Return the index of a line or polygon (x = longitude in degrees); None where there is none."""
        if geometry is None or geometry.is_empty:
            return None
        key = geometry.wkb
        if key not in self._index:
            self._index[key] = len(self.written)
            west, _, east, _ = geometry.bounds
            simple = geometry.simplify((east - west) * ROUNDNESS if geometry.area else SIMPLIFIED)
            self.written.append([steps(part) for part in _parts(simple)])
        return self._index[key]


def _parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Split into lines; of a polygon the outer ring, because a hole in an uncertainty says nothing."""
    singles = list(getattr(geometry, "geoms", [geometry]))
    return [part.exterior if part.geom_type == "Polygon" else part for part in singles]


def steps(line: BaseGeometry) -> list[int]:
    """Write the vertices of a line as its first vertex and the steps after it, latitude before longitude."""
    lat, lon = 0, 0
    out: list[int] = []
    for x, y in shapely.get_coordinates(line).tolist():
        new_lat, new_lon = round(y * GRID), round(x * GRID)
        if not out or (new_lat, new_lon) != (lat, lon):
            out += [new_lat - lat, new_lon - lon]
        lat, lon = new_lat, new_lon
    return out


def position(point: BaseGeometry | None) -> tuple[float, float] | None:
    """Return lat, lon in degrees with four decimals, about eleven metres; None where there is no point."""
    if point is None or point.is_empty:
        return None
    (x, y), *_ = shapely.get_coordinates(point).tolist()
    return None if math.isnan(x) else (round(y, 4), round(x, 4))
