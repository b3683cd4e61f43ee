"""Positions along a route: a point on the road and the band within which it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.placing.uncertainty import share_interval, stated_drawn_km

if TYPE_CHECKING:
    import shapely

    from mapping.domain.geodesy import Point
    from mapping.domain.statements import Position
    from mapping.placing.geometry.roads import Road
    from mapping.placing.world import World


@dataclass(frozen=True)
class Band:
    """Where on a route a statement puts something.

    `km`, `km_from`, `km_to` count from the route's start by its stated length (as drawn, where none is stated);
    `line` is that stretch of the drawn road and `point` the stated point on it (lat, lon), None where only a
    stretch is stated; `km` is then its middle. `uncertainty_m` is half the band's length.
    """

    route: str
    point: Point | None
    line: shapely.LineString
    km: float
    km_from: float
    km_to: float
    fraction: float
    uncertainty_m: float


def place_position(position: Position, world: World) -> Band | None:
    """Place a position on its route; None where the road is not drawn or a place that is counted from is not on it.

    A length from a place on the way leaves open to which side it is counted: the band spans both and has no point.
    A share counts from one of the ends; from elsewhere it has no meaning, and no place.
    """
    road = world.roads.get(position.on) if isinstance(position.on, str) else None
    if road is None:
        return None
    if position.fraction is not None or position.stated_km is not None:
        return _measured(position, road, world)
    if position.between is not None:
        ends = [_stated_station(world, road, ref) for ref in position.between]
        return None if ends[0] is None or ends[1] is None else _band(road, world, ends[0], ends[1], None)
    place = position.place if isinstance(position.place, str) else None
    here = world.station(road, place) if place else None
    if here is None or place is None:
        return _band(road, world, 0.0, road.total_km, None)
    km, radius = road.stated_at(here), world.radius_km(place)
    return _band(road, world, km - radius, km + radius, km)


def _stated_station(world: World, road: Road, ref: object) -> float | None:
    drawn_km = world.station(road, ref) if isinstance(ref, str) else None
    return None if drawn_km is None else road.stated_at(drawn_km)


def _measured(position: Position, road: Road, world: World) -> Band | None:
    """Count a share or a length from the place it is counted from."""
    origin = _stated_station(world, road, position.from_)
    if origin is None:
        return None
    total = road.total_km
    if position.fraction is not None:
        if 0 < origin < total:
            return None
        run = total if origin == 0 else -total
        low, high = share_interval(position.fraction, position.limit, about=position.about).times(run)
        middle = origin + float(position.fraction) * run
        low, high = origin + low, origin + high
    else:
        km, reach = position.stated_km or 0.0, stated_drawn_km(position)
        if 0 < origin < total:
            return _band(road, world, origin - reach.high, origin + reach.high, None)
        turn = 1 if origin == 0 else -1
        middle, low, high = origin + turn * km, origin + turn * reach.low, origin + turn * reach.high
    error = world.radius_km(str(position.from_)) if world.locate(position.from_) else 0.0
    low, high = min(low, high), max(low, high)
    point = middle if position.limit is None else None
    return _band(road, world, low - error - road.slack_km(low), high + error + road.slack_km(high), point)


def _band(road: Road, world: World, low: float, high: float, middle: float | None) -> Band:
    """Cut the band to the road and bring it into WGS 84."""
    total = road.total_km
    low, high = (min(max(km, 0.0), total) for km in sorted((low, high)))
    km = (low + high) / 2 if middle is None else min(max(middle, 0.0), total)
    line = world.section(road, road.drawn_at(low), road.drawn_at(high))
    point = world.plane.point(road.track.xy(road.drawn_at(km))) if middle is not None else None
    return Band(road.route.id, point, line, km, low, high, km / total, (high - low) / 2 * 1000)
