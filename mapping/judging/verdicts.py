"""One stated number held against the coordinates and the drawn roads."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapping.domain.fields import BEARINGS, Unnamed
from mapping.domain.statements import Direction, Distance, Position, Report, TravelTime
from mapping.placing.bounds import FASTEST_KMH, SLOWEST_KMH, off_bearing
from mapping.placing.geometry.roads import MAX_DETOUR
from mapping.placing.positions import place_position
from mapping.placing.uncertainty import (
    Interval,
    half_angle,
    stated_rounded_km,
    stated_rounded_minutes,
)
from mapping.placing.weight import carries_weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely import LineString

    from mapping.domain.fields import Ref
    from mapping.domain.statements import Statement
    from mapping.placing import Way, World

Measured = Distance | TravelTime | Direction | Position

CONSISTENT = "consistent"
BY_ROAD = "consistent by road only"
TOO_SHORT = "shorter than the straight line"
TOO_LONG = "longer than any road"
OFF_BEARING = "off the stated bearing"
TOO_FAST = "faster than any vehicle"
TOO_SLOW = "slower than the road explains"
DISAGREES = "disagrees with another source"
UNCHECKED = "nothing to hold it against"
NOT_LOCATED = "not located"
VERDICTS = (
    CONSISTENT, BY_ROAD, TOO_SHORT, TOO_LONG, OFF_BEARING, TOO_FAST, TOO_SLOW, DISAGREES, UNCHECKED, NOT_LOCATED,
)  # fmt: skip

DRAWN_SHORT = 1.6  # a road drawn from a small-scale chart hides up to that share of its bends


@dataclass(frozen=True)
class Verdict:
    """One stated number about one figure, held against the map.

    Lengths in km: `measured_km` along the drawn road (None where none joins the two), `straight_km` geodesic.
    `azimuth` is the bearing of the figure seen from the ground, degrees clockwise from north. `line` is the road or
    the straight line from ground to figure (WGS 84, x = longitude), None where one of them is not located.
    `detail` holds the numbers behind the verdict, in words.
    """

    statement: Measured
    figure: Ref | None
    verdict: str
    detail: str
    route: str | None = None
    stated_km: float | None = None
    stated_minutes: float | None = None
    fraction: float | None = None
    bearing: str | None = None
    measured_km: float | None = None
    straight_km: float | None = None
    azimuth: float | None = None
    line: LineString | None = None

    @property
    def id(self) -> str:
        """Id of the statement, with the figure's where there are several."""
        several = not isinstance(self.statement, Position) and len(self.statement.to) > 1
        if not several:
            return self.statement.uid
        return f"{self.statement.uid}/{self.figure.text if isinstance(self.figure, Unnamed) else self.figure}"


def judge(statements: Iterable[Statement], world: World) -> list[Verdict]:
    """Hold each stated distance, time, bearing and share against the map: a verdict for each figure.

    The verdict on a number uses its rounding only (5 km is 4.5 to 5.5), and the radii of both places.
    """
    told = list(statements)
    verdicts: list[Verdict] = []
    for statement in told:
        match statement:
            case Distance() | TravelTime() | Direction():
                verdicts += [_verdict(statement, to, world) for to in statement.to]
            case Position() if statement.fraction is not None or statement.km is not None:
                verdicts.append(_on_route(statement, told, world))
    return verdicts


def _verdict(statement: Distance | TravelTime | Direction, to: Ref, world: World) -> Verdict:
    blank = Verdict(
        statement, to, NOT_LOCATED, "",
        stated_km=statement.stated_km if isinstance(statement, Distance) else None,
        stated_minutes=statement.minutes if isinstance(statement, TravelTime) else None,
        bearing=None if isinstance(statement, TravelTime) else statement.bearing,
        route=None if isinstance(statement, Direction) else statement.route,
    )  # fmt: skip
    lost = [world.name(ref) for ref in (statement.from_, to) if world.locate(ref) is None]
    if lost:
        return replace(blank, detail=f"{' and '.join(lost)} {'have' if len(lost) > 1 else 'has'} no location")
    one, other = str(statement.from_), str(to)
    if world.same(one, other):
        return replace(blank, verdict=UNCHECKED, detail=f"{world.name(one)} and {world.name(other)} have one point")
    straight_km, azimuth = world.apart(one, other)
    straight = isinstance(statement, Direction) or statement.way == "straight"
    way = world.straight(one, other) if straight else world.way(one, other, blank.route)
    held = replace(
        blank, straight_km=round(straight_km, 3), azimuth=round(azimuth, 1), line=way.line,
        route=way.route or blank.route, measured_km=round(way.drawn_km, 3) if way.by_road else None,
    )  # fmt: skip
    for ref in (one, other):
        if statement.uid in world.spots[ref].statements:
            return replace(held, verdict=UNCHECKED, detail=f"{world.name(ref)} is located by this statement itself")
    slack = world.radius_km(one) + world.radius_km(other)
    match statement:
        case Distance():
            return _with_bearing(_distance(held, statement, way, slack), world)
        case TravelTime():
            return _time(held, statement, way, slack)
        case Direction():
            return _with_bearing(replace(held, verdict=CONSISTENT), world)


def _distance(held: Verdict, statement: Distance, way: Way, slack: float) -> Verdict:
    km, straight = stated_rounded_km(statement), held.straight_km or 0.0
    ratio = f"{statement.stated_km:.4g} km stated, {straight:.1f} straight"
    if straight > 0.1:
        ratio += f", ratio {statement.stated_km / straight:.1f}"
    if way.by_road:
        ratio += f"; {way.drawn_km:.1f} along the drawn road"
    if km.high < straight - slack:
        by = straight - slack - km.high
        by_km = f"{by:.1f}" if by >= 0.1 else f"{by:.2f}"
        return replace(held, verdict=TOO_SHORT, detail=f"{ratio}; too short by {by_km} km at least, given both radii")
    if km.low <= straight + slack:
        return replace(held, verdict=CONSISTENT, detail=ratio)
    if km.low > longest_road_km(straight, way, slack):
        most = longest_road_km(straight, way, slack)
        return replace(held, verdict=TOO_LONG, detail=f"{ratio}; no road between them is longer than {most:.0f} km")
    return replace(held, verdict=BY_ROAD, detail=ratio)


def longest_road_km(straight_km: float, way: Way, slack_km: float) -> float:
    """Longest road that may still be meant: MAX_DETOUR times the straight line, or the drawn road and its bends."""
    drawn = way.drawn_km * DRAWN_SHORT if way.by_road else 0.0
    return max((straight_km + slack_km) * MAX_DETOUR, drawn + slack_km)


def _time(held: Verdict, statement: TravelTime, way: Way, slack: float) -> Verdict:
    minutes, straight = stated_rounded_minutes(statement), held.straight_km or 0.0
    per_hour = 60 / statement.minutes
    detail = f"{straight:.1f} km straight in {statement.minutes:g} minutes: {straight * per_hour:.0f} km/h"
    if way.by_road:
        detail += f"; {way.drawn_km:.1f} km along the drawn road: {way.drawn_km * per_hour:.0f} km/h"
    most, least = longest_road_km(straight, way, slack), max(straight - slack, 0.0)
    if least / FASTEST_KMH * 60 > minutes.high:
        return replace(held, verdict=TOO_FAST, detail=f"{detail}; no vehicle keeps up {FASTEST_KMH:.0f} km/h here")
    if most / SLOWEST_KMH * 60 < minutes.low:
        return replace(held, verdict=TOO_SLOW, detail=f"{detail}; a truck does {SLOWEST_KMH:.0f} km/h at least")
    return replace(held, verdict=CONSISTENT, detail=detail)


def _with_bearing(held: Verdict, world: World) -> Verdict:
    """Hold the stated bearing against the azimuth; the two radii turn it the more, the nearer the places are."""
    if held.bearing is None or held.azimuth is None or held.straight_km is None:
        return held
    off = off_bearing(held.azimuth, BEARINGS[held.bearing])
    beyond = off - half_angle(held.bearing) - bearing_slack(held, world)
    detail = f"{held.detail}; " if held.detail else ""
    detail += f"azimuth {held.azimuth:.0f}° against {held.bearing} ({BEARINGS[held.bearing]:g}°)"
    if beyond > 0:
        return replace(held, verdict=OFF_BEARING, detail=f"{detail}: {off:.0f}° off, {beyond:.0f}° more than it may be")
    return replace(held, detail=detail)


def bearing_slack(held: Verdict, world: World) -> float:
    """Degrees by which the radii of both places may turn the azimuth; 180 where their discs touch."""
    refs = (held.statement.from_, held.figure)
    slack = sum(spot.uncertainty_m for ref in refs if (spot := world.locate(ref))) / 1000
    apart = held.straight_km or 0.0
    return math.degrees(math.asin(slack / apart)) if slack < apart else 180.0


def _on_route(position: Position, told: Sequence[Statement], world: World) -> Verdict:
    """Hold a position against the place it is told of, or against the fighting that its source tells on that road."""
    road = world.roads.get(position.on) if isinstance(position.on, str) else None
    band = place_position(position, world)
    blank = Verdict(
        position, position.place, NOT_LOCATED, "the road is not drawn, or does not pass the place counted from",
        route=road.route.id if road else None, stated_km=position.km,
        fraction=float(position.fraction) if position.fraction is not None else None,
    )  # fmt: skip
    if road is None or band is None:
        return blank
    held = replace(blank, line=band.line, measured_km=round(road.drawn_at(band.km), 3))
    witnesses = {}
    for place in _witnesses(position, told):
        if (drawn_km := world.station(road, place)) is not None and world.locate(place):
            witnesses[place] = drawn_km
    said = f"km {band.km:.0f} of {road.total_km:.0f}, {band.km_from:.0f} to {band.km_to:.0f} with its band"
    if not witnesses:
        return replace(held, verdict=UNCHECKED, detail=said)
    shares = [f"{world.name(p)} at {km / road.length_km:.0%} of the drawn road" for p, km in witnesses.items()]
    fits = any(
        Interval(band.km_from, band.km_to).meets(
            Interval(road.stated_at(km) - world.radius_km(p), road.stated_at(km) + world.radius_km(p))
        )
        for p, km in witnesses.items()
    )
    detail = f"{said}; {', '.join(shares)}"
    return replace(held, verdict=CONSISTENT if fits else DISAGREES, detail=detail)


def _witnesses(position: Position, told: Sequence[Statement]) -> list[str]:
    """Places that say where the position is: its own place, else those where the same source tells of fighting."""
    if isinstance(position.place, str):
        return [position.place]
    if not position.actors:
        return []
    found = [
        ref
        for s in told
        if isinstance(s, Report) and s.source == position.source and s.type == "battle" and carries_weight(s)
        for ref in (*(s.at or ()), *(s.near or ()))
        if isinstance(ref, str)
    ]
    return list(dict.fromkeys(found))
