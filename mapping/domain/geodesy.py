"""Distances and bearings on the WGS 84 ellipsoid; points are lat, lon in degrees."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from pyproj import Geod

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]  # lat, lon in degrees
Window = tuple[float, float, float, float]  # south, west, north, east in degrees

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


KM_PER_DEGREE = 111.2  # of latitude, on a sphere of the earth's mean radius


def rough_km(one: Point, other: Point) -> float:
    """Distance in kilometres on a flat chart: at most 0.6 % off within 200 km, fast, and enough to compare by.

    Only for the hot loops that rank many candidates, below 60 degrees of latitude and away from the antimeridian;
    whatever is told to a reader is measured with `distance_km`.
    """
    north = (one[0] - other[0]) * KM_PER_DEGREE
    east = (one[1] - other[1]) * KM_PER_DEGREE * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(north, east)


def nearest_km(point: Point, others: Iterable[Point]) -> float:
    """Rough distance to the nearest of the others in kilometres; infinite where there are none."""
    return min((rough_km(point, other) for other in others), default=float("inf"))


def box(middle: Point, km: float) -> tuple[float, float, float, float]:
    """South, west, north and east (degrees) of a box that reaches so many kilometres from a point; as rough_km."""
    north = km / KM_PER_DEGREE
    east = north / math.cos(math.radians(middle[0]))
    return middle[0] - north, middle[1] - east, middle[0] + north, middle[1] + east


def within(point: Point, window: Window) -> bool:
    """Whether a point (lat, lon in degrees) lies in a window or on its edge."""
    south, west, north, east = window
    return south <= point[0] <= north and west <= point[1] <= east
