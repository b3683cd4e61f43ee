"""Distances and bearings on the WGS 84 ellipsoid; points are lat, lon in degrees."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pyproj import Geod

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]  # lat, lon in degrees

_WGS84 = Geod(ellps="WGS84")  # PROJ's compiled solver of Karney 2013


def apart(one: Point, other: Point) -> tuple[float, float]:
    """Geodesic kilometres between two points, and the bearing of the second seen from the first.

    Bearings are degrees clockwise from north, from 0 to less than 360.
    """
    bearing, _, metres = _WGS84.inv(one[1], one[0], other[1], other[0])
    return metres / 1000, bearing % 360


def distance_km(one: Point, other: Point) -> float:
    """Geodesic distance in kilometres."""
    return apart(one, other)[0]


def length_km(points: Sequence[Point]) -> float:
    """Length of a line in kilometres."""
    return sum(distance_km(a, b) for a, b in pairwise(points))
