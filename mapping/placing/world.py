"""The resolved world: where every place lies, how the roads run, and who said so."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.domain.fields import Unnamed
from mapping.domain.statements import Distance, Position
from mapping.domain.vocabulary import AREAS, HAPPENED
from mapping.placing.geometry.network import Network, Path, Stop
from mapping.placing.geometry.plane import Plane, apart, plane_about
from mapping.placing.geometry.roads import MAX_DETOUR, Length, Road, calibrate, draw_road
from mapping.placing.geometry.shapes import disc
from mapping.placing.inference import Clash, Refusal, infer_places
from mapping.placing.positions import place_position
from mapping.placing.spot import Spot, Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from mapping.domain.fields import Ref
    from mapping.domain.statements import Statement
    from mapping.gazetteer import Gazetteer
    from mapping.placing.geometry.plane import XY


SAME_KM = 0.01  # nearer than this, two points are one


@dataclass
class World:
    """Every place resolved, every route calibrated. Made by `Ground.of`; results of its methods are kept."""

    gazetteer: Gazetteer
    plane: Plane
    spots: dict[str, Spot]
    roads: dict[str, Road]
    network: Network
    positions: Mapping[tuple[str, str], Sequence[Position]]  # by source and route
    clashes: tuple[Clash, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    _kept: dict[tuple[object, ...], object] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, gazetteer: Gazetteer, statements: Iterable[Statement]) -> World:
        """Resolve the gazetteer's places, draw and calibrate its routes, infer what is not located.

        Only reviewed statements that nobody disputes move it.
        """
        told = sorted((s for s in statements if carries_weight(s)), key=lambda s: s.uid)
        south, west, north, east = gazetteer.settings.window
        plane = plane_about(((south + north) / 2, (west + east) / 2))
        spots = {
            place.id: Spot(here.lat, here.lon, here.uncertainty_m, "gazetteer", here.evidence)
            for place in gazetteer.places.values()
            if (here := place.location)
        }
        on_roads = {
            id_: (plane.xy(spot.point), spot.uncertainty_m / 1000)
            for id_, spot in spots.items()
            if gazetteer.places[id_].kind not in AREAS | {"river"}
        }
        bare = (draw_road(route, plane, on_roads) for route in gazetteer.routes.values())
        roads = calibrate({road.route.id: road for road in bare if road.length_km > SAME_KM}, stated_lengths(told))
        positions = defaultdict(list)
        for statement in told:
            if isinstance(statement, Position) and isinstance(statement.on, str):
                positions[statement.source, statement.on].append(statement)
        world = cls(gazetteer, plane, spots, roads, Network(roads, plane), positions)
        return infer_places(world, told)

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

    def xy(self, place: str) -> XY:
        """Point of the plane (km) of a located place."""
        key = ("xy", place)
        if key not in self._kept:
            self._kept[key] = self.plane.xy(self.spots[place].point)
        return self._kept[key]  # type: ignore[return-value]

    def radius_km(self, place: str) -> float:
        """Radius of a located place."""
        return self.spots[place].uncertainty_m / 1000

    def disc(self, place: str, extra_km: float = 0) -> BaseGeometry:
        """Area (WGS 84) within which something at a located place lies; the region of an inferred one."""
        key = ("disc", place, extra_km)
        if key not in self._kept:
            region = self.spots[place].region
            shape = disc(self.xy(place), self.radius_km(place) + extra_km)
            self._kept[key] = region if region is not None and not extra_km else self.plane.to_wgs84(shape)
        return self._kept[key]  # type: ignore[return-value]

    def same(self, one: str, other: str) -> bool:
        """Whether two located places have one point, as a township and its seat do: nothing lies between them."""
        return self.apart(one, other)[0] < SAME_KM

    def covered(self, source: str, road: Road) -> list[tuple[str, float, float]]:
        """Stretches of a road that troops have covered by a source's positions.

        Each is (place they set out from, drawn kilometre of it, drawn kilometre where they stand).
        """
        key = ("covered", source, road.route.id)
        if key not in self._kept:
            found = []
            for position in self.positions.get((source, road.route.id), ()):
                start, band = position.from_, place_position(position, self)
                if not position.actors or band is None:
                    continue
                if start == road.route.start:
                    found.append((start, 0.0, road.drawn_at(band.km if band.point else band.km_to)))
                elif start == road.route.end:
                    found.append((start, road.length_km, road.drawn_at(band.km if band.point else band.km_from)))
            self._kept[key] = found
        return self._kept[key]  # type: ignore[return-value]

    def apart(self, one: str, other: str) -> tuple[float, float]:
        """Geodesic kilometres between two located places, and the bearing of the second seen from the first."""
        key = ("apart", one, other)
        if key not in self._kept:
            self._kept[key] = apart(self.spots[one].point, self.spots[other].point)
        return self._kept[key]  # type: ignore[return-value]

    def stop(self, place: str) -> Stop | None:
        """Where a located place meets the drawn roads."""
        key = ("stop", place)
        if key not in self._kept:
            self._kept[key] = self.network.stop(self.xy(place), self.radius_km(place))
        return self._kept[key]  # type: ignore[return-value]

    def section(self, road: Road, low: float, high: float) -> shapely.LineString:
        """Part of a road between two drawn kilometres, in WGS 84; turned round where the first is the higher."""
        key = ("section", road.route.id, low, high)
        if key not in self._kept:
            self._kept[key] = shapely.LineString(self.plane.lon_lat(road.track.piece(low, high)))
        return self._kept[key]  # type: ignore[return-value]

    def station(self, road: Road, place: str) -> float | None:
        """Drawn kilometre of a place on a road, None where it does not stand on it or is not located."""
        if place in road.stations:
            return road.stations[place]
        spot = self.spots.get(place)
        if spot is None or spot.located_by == "gazetteer" or self.is_area(place):
            return None  # the gazetteer's places have been tried when the road was drawn
        return road.station(self.xy(place), self.radius_km(place))

    def way(self, one: str, other: str, route: str | None = None) -> Way:
        """Return the way between two located places: along the route, along the drawn roads, else straight.

        A drawn way more than MAX_DETOUR times as long as the straight line is not taken for the road meant.
        """
        key = ("way", one, other, route)
        if key not in self._kept:
            self._kept[key] = (
                (self._along_route(one, other, route) if route else None)
                or self._along_roads(one, other)
                or self.straight(one, other)
            )
        return self._kept[key]  # type: ignore[return-value]

    def straight(self, one: str, other: str) -> Way:
        """Return the straight line between two located places."""
        (lat_a, lon_a), (lat_b, lon_b) = self.spots[one].point, self.spots[other].point
        km, _ = self.apart(one, other)
        radius = max(self.spots[one].uncertainty_m, self.spots[other].uncertainty_m)
        line = shapely.LineString([(lon_a, lat_a), (lon_b, lat_b)])
        return Way(line, km, km, None, by_road=False, uncertainty_m=radius)

    def _along_route(self, one: str, other: str, route: str) -> Way | None:
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
        if route and (way := self._along_route(one, other, route)) and abs(way.drawn_km - path.drawn_km) < 1:
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


def carries_weight(statement: Statement) -> bool:
    """Whether a statement may move a place or a road: reviewed, told as a fact, denied by nobody."""
    return (
        statement.status == "reviewed"
        and statement.certainty in HAPPENED
        and statement.certainty != "disputed"
        and statement.denied_by is None
    )


def stated_lengths(statements: Iterable[Statement]) -> list[Length]:
    """Lengths of road that distances state: of a named route, or said to be by road."""
    return [
        Length(s.from_, to, s.stated_km, s.route, not s.about, s.uid)
        for s in statements
        if isinstance(s, Distance) and s.limit is None and isinstance(s.from_, str)
        if s.way == "road" or (s.route is not None and s.way is None)
        for to in s.to
        if isinstance(to, str)
    ]
