"""Distances and bearings on the WGS 84 ellipsoid; points are lat, lon in degrees."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geographiclib.geodesic import Geodesic

if TYPE_CHECKING:
    from collections.abc import Sequence

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
