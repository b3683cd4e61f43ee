"""The resolved world: where every place lies, how the roads run, and who said so."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

import numpy as np
import shapely

from mapping.domain import geodesy
from mapping.domain.fields import Unnamed
from mapping.domain.vocabulary import AREAS
from mapping.gazetteer.kin import Kin
from mapping.placing.geometry.network import Path
from mapping.placing.geometry.roads import MAX_DETOUR
from mapping.placing.geometry.shapes import disc
from mapping.placing.spot import Way

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shapely.geometry.base import BaseGeometry

    from mapping.domain.fields import Ref
    from mapping.gazetteer import Gazetteer
    from mapping.placing.geometry.network import Network, Stop
    from mapping.placing.geometry.plane import XY, Plane
    from mapping.placing.geometry.roads import Length, Road
    from mapping.placing.spot import Clash, Covered, Front, Refusal, Spot

P = ParamSpec("P")
T = TypeVar("T")
SAME_KM = 0.01  # nearer than this, two points are one


def _kept(lookup: Callable[Concatenate[World, P], T]) -> Callable[Concatenate[World, P], T]:
    """Keep what a lookup of a world has found: the same places are asked for again and again."""

    @wraps(lookup)
    def once(world: World, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (lookup, args, *kwargs.items())
        try:
            return cast("T", world.found[key])
        except KeyError:
            return cast("T", world.found.setdefault(key, lookup(world, *args, **kwargs)))

    return once


@dataclass
class World:
    """Every place resolved, every route calibrated. Made by `resolve`; `found` keeps what its lookups have found."""

    gazetteer: Gazetteer
    plane: Plane
    spots: dict[str, Spot]
    roads: dict[str, Road]
    network: Network
    lengths: tuple[Length, ...]  # of road, as stated
    clashes: tuple[Clash, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    covered: Mapping[tuple[str, str], tuple[Covered, ...]] = field(default_factory=dict)  # by source and route
    fronts: tuple[Front, ...] = ()
    found: dict[tuple[object, ...], object] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def kin(self) -> Kin:
        """Which names can mean the same party."""
        return Kin(self.gazetteer.actors)

    def name(self, ref: Ref | None) -> str:
        """Return the name of a place or route, or the words of the text."""
        if ref is None:
            return ""
        return ref.text if isinstance(ref, Unnamed) else self.gazetteer.label(ref)

    def locate(self, ref: Ref | None) -> Spot | None:
        """Where a place lies; None for words of a text, for a route, and where nobody knows."""
        return self.spots.get(ref) if isinstance(ref, str) else None

    def is_area(self, ref: str) -> bool:
        """Whether a place is a township, a region or a country."""
        place = self.gazetteer.places.get(ref)
        return place is not None and place.kind in AREAS

    @_kept
    def xy(self, place: str) -> XY:
        """Point of the plane (km) of a located place."""
        return self.plane.xy(self.spots[place].point)

    def radius_km(self, place: str) -> float:
        """Radius of a located place."""
        return self.spots[place].uncertainty_m / 1000

    @_kept
    def disc(self, place: str, extra_km: float = 0) -> BaseGeometry:
        """Area (WGS 84) within which something at a located place lies; the region of an inferred one."""
        region = self.spots[place].region
        if region is not None and not extra_km:
            return region
        return self.plane.to_wgs84(disc(self.xy(place), self.radius_km(place) + extra_km))

    def same(self, one: str, other: str) -> bool:
        """Whether two located places have one point, as a township and its seat do: nothing lies between them."""
        return self.apart(one, other)[0] < SAME_KM

    @_kept
    def apart(self, one: str, other: str) -> tuple[float, float]:
        """Geodesic kilometres between two located places, and the bearing of the second seen from the first."""
        return geodesy.apart(self.spots[one].point, self.spots[other].point)

    @_kept
    def stop(self, place: str) -> Stop | None:
        """Where a located place meets the drawn roads."""
        return self.network.stop(self.xy(place), self.radius_km(place))

    def section(self, road: Road, low: float, high: float) -> shapely.LineString:
        """Part of a road between two drawn kilometres, in WGS 84; turned round where the first is the higher."""
        return self._section(road.route.id, low, high)

    @_kept
    def _section(self, route: str, low: float, high: float) -> shapely.LineString:
        return shapely.LineString(self.plane.lon_lat(self.roads[route].track.piece(low, high)))

    def station(self, road: Road, place: str) -> float | None:
        """Drawn kilometre of a place on a road, None where it does not stand on it or is not located."""
        if place in road.stations:
            return road.stations[place]
        spot = self.spots.get(place)
        if spot is None or spot.located_by == "gazetteer" or self.is_area(place):
            return None  # the gazetteer's places have been tried when the road was drawn
        return road.station(self.xy(place), self.radius_km(place))

    @_kept
    def way(self, one: str, other: str, route: str | None = None) -> Way:
        """Return the way between two located places: along the route, along the drawn roads, else straight.

        A drawn way more than MAX_DETOUR times as long as the straight line is not taken for the road meant.
        """
        return (
            (self.along(one, other, route) if route else None)
            or self._along_roads(one, other)
            or self.straight(one, other)
        )

    def straight(self, one: str, other: str) -> Way:
        """Return the straight line between two located places."""
        (lat_a, lon_a), (lat_b, lon_b) = self.spots[one].point, self.spots[other].point
        km, _ = self.apart(one, other)
        radius = max(self.spots[one].uncertainty_m, self.spots[other].uncertainty_m)
        line = shapely.LineString([(lon_a, lat_a), (lon_b, lat_b)])
        return Way(line, km, km, None, by_road=False, uncertainty_m=radius)

    @_kept
    def along(self, one: str, other: str, route: str) -> Way | None:
        """Return the way along one route; None where it is not drawn, or does not pass both located places."""
        road = self.roads.get(route)
        if road is None:
            return None
        low, high = self.station(road, one), self.station(road, other)
        if low is None or high is None or low == high:
            return None
        stated = abs(road.stated_at(high) - road.stated_at(low))
        path = Path(road.track.piece(low, high), abs(high - low), stated, frozenset([route]), road.width_km(low, high))
        return self._tied(one, path, other, route)

    def _along_roads(self, one: str, other: str) -> Way | None:
        start, end = self.stop(one), self.stop(other)
        path = self.network.path(start, end) if start and end else None
        if path is None or path.drawn_km > MAX_DETOUR * max(self.apart(one, other)[0], 1.0):
            return None
        route = min(path.routes, default=None)
        if route and (way := self.along(one, other, route)) and abs(way.drawn_km - path.drawn_km) < 1:
            return way
        return self._tied(one, path, other, route)

    def _tied(self, one: str, path: Path, other: str, route: str | None) -> Way:
        """Bring a path into WGS 84 and tie its ends to the two places.

        What a place stands off the road by more than both are uncertain counts as driven, in a straight line.
        """
        first, last = self.spots[one], self.spots[other]
        gap_a, gap_b = math.dist(self.xy(one), path.corners[0]), math.dist(self.xy(other), path.corners[-1])
        lane = gap_a if gap_a > self.radius_km(one) + path.halfwidth_km else 0.0
        lane += gap_b if gap_b > self.radius_km(other) + path.halfwidth_km else 0.0
        corners = self.plane.lon_lat(path.corners)
        corners = corners[1 if gap_a < SAME_KM else 0 : -1 if gap_b < SAME_KM else None]
        line = shapely.LineString(np.vstack(((first.lon, first.lat), corners, (last.lon, last.lat))))
        width_m = path.halfwidth_km * 1000
        return Way(line, path.drawn_km + lane, path.stated_km + lane, route, by_road=True, uncertainty_m=width_m)
