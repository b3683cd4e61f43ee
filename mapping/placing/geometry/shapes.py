"""Around, towards, between, along: the shapes that a relation to a known place makes.

All shapes live in the plane (see Plane): x east, y north, kilometres. Every shape takes in the ground's own radius,
so it holds each point that satisfies the words for some true position of the ground (point-radius method).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from shapely import LineString, Polygon
    from shapely.geometry.base import BaseGeometry

    from mapping.placing.geometry.plane import XY
    from mapping.placing.uncertainty import Interval

QUARTER_SEGMENTS = 16  # corners of a quarter circle; a circle is then drawn 0.1 % too small at most
BETWEEN_DETOUR = 1.2  # between two places: on the way, at most a fifth longer than the straight line


def disc(centre: XY, radius_km: float) -> Polygon:
    """All points within a radius; the polygon stands around the circle, not inside it."""
    outer = radius_km / math.cos(math.pi / (4 * QUARTER_SEGMENTS))
    return shapely.Point(centre).buffer(outer, quad_segs=QUARTER_SEGMENTS)


def around(centre: XY, error_km: float, distance: Interval) -> BaseGeometry:
    """All points at a distance from a ground that is known to `error_km`."""
    ring, hole = disc(centre, distance.high + error_km), distance.low - error_km
    if hole <= 0:
        return ring
    return ring.difference(shapely.Point(centre).buffer(hole, quad_segs=QUARTER_SEGMENTS))


def towards(centre: XY, error_km: float, distance: Interval, bearing: float, half_angle: float) -> Polygon:
    """All points at a distance within so many degrees of a bearing (degrees clockwise from north)."""
    count = max(int(half_angle / 90 * QUARTER_SEGMENTS * 2), 4)
    angles = np.radians(np.linspace(bearing - half_angle, bearing + half_angle, count + 1))
    rays = np.column_stack((np.sin(angles), np.cos(angles)))
    outer = distance.high / math.cos(math.radians(half_angle / count))  # chords stand outside the arc
    rim, inner = rays * outer, rays[::-1] * distance.low
    corners = np.vstack((rim, inner if distance.low > 0 else np.zeros((1, 2)))) + np.asarray(centre)
    return shapely.Polygon(corners).buffer(error_km * 1.001, quad_segs=QUARTER_SEGMENTS)


def between(one: XY, other: XY, error_km: float) -> Polygon:
    """All points on the way from one place to another: an ellipse with the two as foci."""
    apart = math.dist(one, other)
    long_half = apart * BETWEEN_DETOUR / 2
    short_half = math.sqrt(long_half**2 - (apart / 2) ** 2)
    turn = math.atan2(other[1] - one[1], other[0] - one[0])
    angles = np.linspace(0, 2 * math.pi, 4 * QUARTER_SEGMENTS, endpoint=False)
    x, y = long_half * np.cos(angles), short_half * np.sin(angles)
    middle_x, middle_y = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    corners = (
        middle_x + x * math.cos(turn) - y * math.sin(turn),
        middle_y + x * math.sin(turn) + y * math.cos(turn),
    )
    return shapely.Polygon(np.column_stack(corners)).buffer(max(error_km, 0.01), quad_segs=QUARTER_SEGMENTS)


def along(line: LineString, width_km: float) -> Polygon:
    """All points within a width of a line."""
    return line.buffer(max(width_km, 0.01), quad_segs=4)


def spread_km(centre: XY, shape: BaseGeometry) -> float:
    """Distance from a point to the farthest point of a shape, which is one of its corners."""
    away = shapely.get_coordinates(shape) - np.asarray(centre)
    return float(np.hypot(away[:, 0], away[:, 1]).max(initial=0.0))
