"""A line of the plane measured from its start: points, pieces and kilometres along it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapping.placing.geometry.plane import XY


@dataclass(frozen=True)
class Track:
    """Corners as x, y in km (n by 2), in order."""

    corners: NDArray[np.float64]

    @cached_property
    def at(self) -> list[float]:
        """Kilometre of each corner."""
        steps = np.hypot(*np.diff(self.corners, axis=0).T)
        return [0.0, *np.cumsum(steps).tolist()]

    @cached_property
    def line(self) -> shapely.LineString:
        """The same as a geometry of the plane."""
        return shapely.LineString(self.corners)

    @property
    def length_km(self) -> float:
        """Length of the whole track."""
        return self.at[-1]

    def xy(self, km: float) -> XY:
        """Point at a kilometre; the ends where it lies beyond them."""
        corners = self.corners
        return interpolate(km, self.at, corners[:, 0]), interpolate(km, self.at, corners[:, 1])

    def nearest(self, xy: XY) -> tuple[float, float]:
        """(kilometre nearest to a point, distance from it)."""
        point = shapely.Point(xy)
        return float(self.line.project(point)), float(self.line.distance(point))

    def nearest_of(self, points: Sequence[XY]) -> list[tuple[float, float]]:
        """For each of many points: (kilometre nearest to it, distance from it)."""
        if not points:
            return []
        many = shapely.points(np.array(points))
        found = shapely.line_locate_point(self.line, many), shapely.distance(self.line, many)
        return list(zip(*(values.tolist() for values in found), strict=True))

    def piece(self, low: float, high: float) -> NDArray[np.float64]:
        """Corners from one kilometre to another; turned round where the first is the greater. Two at least."""
        if low > high:
            return self.piece(high, low)[::-1]
        if high - low < 0.001:  # a metre: too short to be drawn, yet a line
            low, high = (high - 0.001, high) if high > 0.001 else (low, low + 0.001)
        first, last = bisect_right(self.at, low), bisect_left(self.at, high)
        return np.vstack((self.xy(low), self.corners[first:last], self.xy(high)))


def interpolate(x: float, xs: Sequence[float], ys: Sequence[float] | NDArray[np.float64]) -> float:
    """Read y at x between the marks of a rising row; the end values where x lies beyond it."""
    if x <= xs[0]:
        return float(ys[0])
    if x >= xs[-1]:
        return float(ys[-1])
    n = bisect_right(xs, x)
    share = (x - xs[n - 1]) / (xs[n] - xs[n - 1])
    return float(ys[n - 1] + share * (ys[n] - ys[n - 1]))
