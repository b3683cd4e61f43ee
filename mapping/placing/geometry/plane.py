"""A flat map of the front, on which shapes are drawn and roads are measured, in kilometres."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import shapely
from pyproj import Transformer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from mapping.domain.geodesy import Point

Shape = TypeVar("Shape", bound="BaseGeometry")
XY = tuple[float, float]  # x east, y north, kilometres


class Plane:
    """Azimuthal equidistant projection of WGS 84 about a centre (lat, lon in degrees); x east, y north, in km.

    Within 300 km of the centre a length is off by less than 0.04 %, which no stated number is fine enough to see.
    """

    def __init__(self, centre: Point) -> None:
        lat, lon = centre
        local = f"+proj=aeqd +lat_0={lat:.6f} +lon_0={lon:.6f} +datum=WGS84 +units=km"
        self._there = Transformer.from_crs("EPSG:4326", local, always_xy=True)
        self._back = Transformer.from_crs(local, "EPSG:4326", always_xy=True)

    def xy(self, point: Point) -> XY:
        """Return x, y in km of a point given as lat, lon in degrees."""
        x, y = self._there.transform(point[1], point[0])
        return float(x), float(y)

    def point(self, xy: XY) -> Point:
        """Return lat, lon in degrees of x, y in km."""
        lon, lat = self._back.transform(*xy)
        return float(lat), float(lon)

    def corners(self, points: Sequence[Point]) -> NDArray[np.float64]:
        """Turn vertices in lat, lon degrees into x, y in km (n by 2)."""
        lat_lon = np.asarray(points, dtype=float)
        return np.column_stack(self._there.transform(lat_lon[:, 1], lat_lon[:, 0]))

    def lon_lat(self, corners: NDArray[np.float64]) -> NDArray[np.float64]:
        """Turn corners x, y in km (n by 2) into lon, lat in degrees."""
        return np.column_stack(self._back.transform(corners[:, 0], corners[:, 1]))

    def to_wgs84(self, shape: Shape) -> Shape:
        """Turn a shape of the plane into WGS 84, x = longitude, y = latitude in degrees."""
        return shapely.transform(shape, self.lon_lat)


@lru_cache(maxsize=8)  # setting a projection up costs more than using it a thousand times
def plane_about(centre: Point) -> Plane:
    """Return the plane about a centre (lat, lon in degrees)."""
    return Plane(centre)
