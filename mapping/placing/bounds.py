"""What statements say of where a place lies: one bound for each place and statement."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely

from mapping.domain.fields import BEARINGS
from mapping.domain.near import NEAR_KM
from mapping.domain.statements import Access, Direction, Distance, Position, Report, TravelTime
from mapping.placing.geometry import shapes
from mapping.placing.geometry.roads import MAX_DETOUR, OFF_ROAD_KM
from mapping.placing.positions import place_position
from mapping.placing.uncertainty import (
    Interval,
    half_angle,
    stated_drawn_km,
    stated_drawn_minutes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

    from mapping.domain.fields import Ref
    from mapping.domain.statements import Statement
    from mapping.placing.geometry.plane import XY
    from mapping.placing.geometry.roads import Road
    from mapping.placing.world import World

SLOWEST_KMH = 15.0  # a loaded truck on an unpaved hill road in the rains
FASTEST_KMH = 60.0  # a car on the best paved stretches; nobody keeps up more in the hills
FARTHEST_KM = 1000.0  # beyond any front; keeps an absurd number from making an absurd shape
HEADING_KM = 100.0  # "east of Alpha" is said of neighbours; farther away another place is named


@dataclass(frozen=True)
class Bound:
    """One statement's word on where a place lies.

    `shape` makes the area of the plane (km) that it leaves open; `fits` tells whether a point with a radius (km)
    may lie in it, without drawing it. `firm` where it bounds the distance, and not only a heading or a road.
    """

    uid: str
    shape: Callable[[], BaseGeometry]
    fits: Callable[[XY, float], bool]
    firm: bool


def bounds(statements: Iterable[Statement], world: World) -> dict[str, list[Bound]]:
    """Place id -> what the statements say of where it lies, seen from places that are located."""
    told = list(statements)
    on_roads = roads_of_places(told, world)
    found: dict[str, list[Bound]] = defaultdict(list)
    for statement in told:
        for place, bound in _bounds_of(statement, world, on_roads):
            found[place].append(bound)
    return found


def roads_of_places(statements: Iterable[Statement], world: World) -> Mapping[str, set[str]]:
    """Place id -> drawn routes that statements say it lies on."""
    found: dict[str, set[str]] = defaultdict(set)
    for s in statements:
        refs: Iterable[Ref | None] = ()
        if isinstance(s, Access):
            refs = (s.to, *(s.from_ or ()))
        elif isinstance(s, Position):
            refs = (s.place,)
        elif isinstance(s, Report) and s.on and len(s.on) == 1:
            refs = s.at or ()
        elif isinstance(s, Distance | TravelTime) and s.route:
            refs = (s.from_, *s.to)
        for route in [s.route] if isinstance(s, Distance | TravelTime) else s.refs("on"):
            if isinstance(route, str) and route in world.roads:
                for ref in refs:
                    if isinstance(ref, str):
                        found[ref].add(route)
    return found


def _bounds_of(s: Statement, world: World, on_roads: Mapping[str, set[str]]) -> Iterator[tuple[str, Bound]]:
    match s:
        case Distance() | TravelTime() | Direction():
            for to in s.to:
                for place, other, turn in ((to, s.from_, 0), (s.from_, to, 180)):
                    if isinstance(place, str) and isinstance(other, str) and _point_like(world, other):
                        yield place, _from_other(s, place, other, turn, world, on_roads)
        case Position() if isinstance(s.place, str) and s.on in world.roads:
            road, measured = world.roads[str(s.on)], s.fraction is not None or s.stated_km is not None or s.between
            band = place_position(s, world) if measured else None
            yield s.place, _on_sections(s.uid, road, [(band.km_from, band.km_to)]) if band else _on_road(s, road)
        case Access():
            for ref in (s.to, *(s.from_ or ())):
                if isinstance(ref, str) and isinstance(s.on, str) and s.on in world.roads:
                    yield ref, _on_road(s, world.roads[s.on])
        case Report():
            yield from _of_event(s, world)


def _of_event(s: Report, world: World) -> Iterator[tuple[str, Bound]]:
    """What happens at one place and near another tells that the two are near; on a road, that it stands there."""
    sites = [ref for ref in s.at or () if isinstance(ref, str) and ref in world.gazetteer.places]
    near = [ref for ref in s.near or () if isinstance(ref, str) and ref in world.gazetteer.places]
    if len(sites) == 1:
        for other in near:
            for place, seen_from in ((sites[0], other), (other, sites[0])):
                if _point_like(world, seen_from):
                    yield place, _around(s.uid, seen_from, Interval(0, NEAR_KM), world)
        on = [ref for ref in s.on or () if isinstance(ref, str) and ref in world.roads]
        if len(on) == 1:
            yield sites[0], _on_road(s, world.roads[on[0]])
        ends = [ref for ref in s.between or () if isinstance(ref, str) and _point_like(world, ref)]
        if len(ends) == 2 and not on:
            error, foci = max(map(world.radius_km, ends)), (world.xy(ends[0]), world.xy(ends[1]))
            yield sites[0], _of_shape(s.uid, lambda: shapes.between(*foci, error))
    elif not sites:
        for place in near:
            for seen_from in near:
                if place != seen_from and _point_like(world, seen_from):
                    yield place, _around(s.uid, seen_from, Interval(0, 2 * NEAR_KM), world)


def _point_like(world: World, ref: str) -> bool:
    return ref in world.spots and not world.is_area(ref)


def _from_other(
    s: Distance | TravelTime | Direction, place: str, other: str, turn: float, world: World,
    on_roads: Mapping[str, set[str]],
) -> Bound:  # fmt: skip
    if isinstance(s, Direction):
        return _towards(s.uid, other, Interval(0, HEADING_KM), s.bearing, turn, world, firm=False)
    if isinstance(s, TravelTime):
        reach = stated_drawn_minutes(s)
        road_km = Interval(reach.low / 60 * SLOWEST_KMH, reach.high / 60 * FASTEST_KMH)
        if on_roads.get(place) and (stop := world.stop(other)):
            net, error = world.network, world.radius_km(other) + OFF_ROAD_KM
            return _of_shape(s.uid, lambda: shapely.union_all([
                shapes.along(line, width + error)
                for line, width in net.band(stop, max(road_km.low - error, 0), road_km.high + error)
            ]))  # fmt: skip
        return _around(s.uid, other, Interval(road_km.low / MAX_DETOUR, road_km.high), world)
    km = stated_drawn_km(s)
    road = world.roads.get(s.route) if s.route and s.way != "straight" else None
    if road is not None and (station := world.station(road, other)) is not None:
        return _along_route(s.uid, road, station, km, world.radius_km(other))
    straight = km if s.way == "straight" else Interval(km.low / MAX_DETOUR, km.high)
    if s.bearing:
        return _towards(s.uid, other, straight, s.bearing, turn, world, firm=True)
    return _around(s.uid, other, straight, world)


def _around(uid: str, other: str, km: Interval, world: World) -> Bound:
    km = Interval(min(km.low, FARTHEST_KM), min(km.high, FARTHEST_KM))
    centre, error = world.xy(other), world.radius_km(other)

    def fits(xy: XY, radius_km: float) -> bool:
        slack = error + radius_km
        return km.low - slack <= math.dist(centre, xy) <= km.high + slack

    return Bound(uid, lambda: shapes.around(centre, error, km), fits, firm=True)


def _towards(uid: str, other: str, km: Interval, bearing: str, turn: float, world: World, *, firm: bool) -> Bound:
    km = Interval(min(km.low, FARTHEST_KM), min(km.high, FARTHEST_KM))
    centre, error = world.xy(other), world.radius_km(other)
    heading, half = (BEARINGS[bearing] + turn) % 360, half_angle(bearing)

    def shape() -> BaseGeometry:
        return shapes.towards(centre, error, km, heading, half)

    def fits(xy: XY, radius_km: float) -> bool:
        slack, apart = error + radius_km, math.dist(centre, xy)
        off = off_bearing(math.degrees(math.atan2(xy[0] - centre[0], xy[1] - centre[1])), heading)
        if km.low - slack <= apart <= km.high + slack and off <= half:
            return True
        return bool(shape().distance(shapely.Point(xy)) <= radius_km)

    return Bound(uid, shape, fits, firm)


def off_bearing(azimuth: float, heading: float) -> float:
    """Degrees between two directions, 0 to 180."""
    return abs((azimuth - heading + 180) % 360 - 180)


def _along_route(uid: str, road: Road, station: float, km: Interval, error: float) -> Bound:
    """Both stretches of a road that lie so many stated kilometres from a place on it."""
    origin, sections = road.stated_at(station), []
    for low, high in ((origin - km.high, origin - km.low), (origin + km.low, origin + km.high)):
        slack = error + max(road.slack_km(low), road.slack_km(high))
        if high + slack >= 0 and low - slack <= road.total_km:
            sections.append((low - slack, high + slack))
    return _on_sections(uid, road, sections)


def _on_sections(uid: str, road: Road, stated: list[tuple[float, float]]) -> Bound:
    """Sections of a road between stated kilometres; none where they all lie beyond its ends."""
    sections = [(road.drawn_at(low), road.drawn_at(high)) for low, high in stated]

    def shape() -> BaseGeometry:
        return shapely.union_all([road.corridor(*section) for section in sections])

    def fits(xy: XY, radius_km: float) -> bool:
        here, off, width_km = road.off_km(xy)
        if off <= width_km + OFF_ROAD_KM and any(low <= here <= high for low, high in sections):
            return True
        return bool(sections) and bool(shape().distance(shapely.Point(xy)) <= radius_km)

    return Bound(uid, shape, fits, firm=True)


def _on_road(s: Statement, road: Road) -> Bound:
    return replace(_on_sections(s.uid, road, [(0.0, road.total_km)]), firm=False)


def _of_shape(uid: str, shape: Callable[[], BaseGeometry]) -> Bound:
    def fits(xy: XY, radius_km: float) -> bool:
        return bool(shape().distance(shapely.Point(xy)) <= radius_km)

    return Bound(uid, shape, fits, firm=True)
