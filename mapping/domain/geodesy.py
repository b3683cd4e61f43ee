"""Distances and bearings on the WGS 84 ellipsoid; points are lat, lon in degrees."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from geographiclib.geodesic import Geodesic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]  # lat, lon in degrees

_WGS84 = Geodesic.WGS84  # Karney 2013, the solver behind geopy.distance.geodesic


def distance_km(one: Point, other: Point) -> float:
    """Geodesic distance in kilometres."""
    return float(_WGS84.Inverse(*one, *other, Geodesic.DISTANCE)["s12"]) / 1000


def azimuth(one: Point, other: Point) -> float:
    """Bearing of `other` seen from `one`, degrees clockwise from north, 0 <= azimuth < 360."""
    return float(_WGS84.Inverse(*one, *other, Geodesic.AZIMUTH)["azi1"]) % 360


def destination(origin: Point, bearing: float, km: float) -> Point:
    """Return the point so many kilometres from the origin on a bearing (degrees clockwise from north)."""
    there = _WGS84.Direct(*origin, bearing, km * 1000)
    return float(there["lat2"]), float(there["lon2"])


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
