"""One stated number held against the coordinates and the drawn roads."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from mapping.domain.fields import BEARINGS, Unnamed
from mapping.domain.statements import Direction, Distance, Position, Report, TravelTime
from mapping.domain.vocabulary import VERDICTS
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
NOT_STRAIGHT = "longer than the straight line"
OFF_BEARING = "off the stated bearing"
TOO_FAST = "faster than any vehicle"
TOO_SLOW = "slower than the road explains"
DISAGREES = "disagrees with another source"
UNCHECKED = "nothing to hold it against"
NOT_LOCATED = "not located"
_GRAVITY = {word: number for number, word in enumerate(VERDICTS)}

DRAWN_SHORT = 1.6  # a road drawn from a small-scale chart hides up to that share of its bends


class Finding(NamedTuple):
    """One thing that is found of a stated number: a word of the vocabulary's verdicts, and the numbers behind it."""

    word: str
    detail: str


@dataclass(frozen=True)
class Verdict:
    """One stated number about one figure, held against the map: all that is found of it, in the order of finding.

    Lengths in km: `measured_km` along the drawn road (None where none joins the two), `straight_km` geodesic.
    `azimuth` is the bearing of the figure seen from the ground, degrees clockwise from north. `line` is the road or
    the straight line from ground to figure (WGS 84, x = longitude), None where one of them is not located.
    """

    statement: Measured
    figure: Ref | None
    findings: tuple[Finding, ...]
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
    def verdict(self) -> str:
        """The gravest word of the findings."""
        return min((finding.word for finding in self.findings), key=_GRAVITY.__getitem__)

    @property
    def detail(self) -> str:
        """The numbers behind all findings, in words."""
        return "; ".join(dict.fromkeys(finding.detail for finding in self.findings if finding.detail))

    def found(self, word: str, detail: str) -> Verdict:
        """Return the same with one finding more."""
        return replace(self, findings=(*self.findings, Finding(word, detail)))

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
        statement, to, (),
        stated_km=statement.stated_km if isinstance(statement, Distance) else None,
        stated_minutes=statement.minutes if isinstance(statement, TravelTime) else None,
        bearing=None if isinstance(statement, TravelTime) else statement.bearing,
        route=None if isinstance(statement, Direction) else statement.route,
    )  # fmt: skip
    lost = [world.name(ref) for ref in (statement.from_, to) if world.locate(ref) is None]
    if lost:
        return blank.found(NOT_LOCATED, f"{' and '.join(lost)} {'have' if len(lost) > 1 else 'has'} no location")
    one, other = str(statement.from_), str(to)
    if world.same(one, other):
        return blank.found(UNCHECKED, f"{world.name(one)} and {world.name(other)} have one point")
    straight_km, azimuth = world.apart(one, other)
    straight = isinstance(statement, Direction) or statement.way == "straight"
    way = world.straight(one, other) if straight else world.way(one, other, blank.route)
    held = replace(
        blank, straight_km=round(straight_km, 3), azimuth=round(azimuth, 1), line=way.line,
        route=way.route or blank.route, measured_km=round(way.drawn_km, 3) if way.by_road else None,
    )  # fmt: skip
    for ref in (one, other):
        if statement.uid in world.spots[ref].statements:
            return held.found(UNCHECKED, f"{world.name(ref)} is located by this statement itself")
    slack = world.radius_km(one) + world.radius_km(other)
    match statement:
        case Distance():
            return _with_bearing(held.found(*_distance(statement, straight_km, way, slack)), world)
        case TravelTime():
            return held.found(*_time(statement, straight_km, way, slack))
        case Direction():
            return _with_bearing(held, world)


def _distance(statement: Distance, straight: float, way: Way, slack: float) -> Finding:
    km, straight = stated_rounded_km(statement), round(straight, 3)
    ratio = f"{statement.stated_km:.4g} km stated, {straight:.1f} straight"
    if straight > 0.1:
        ratio += f", ratio {statement.stated_km / straight:.1f}"
    if way.by_road:
        ratio += f"; {way.drawn_km:.1f} along the drawn road"
    if km.high < straight - slack:
        by = straight - slack - km.high
        by_km = f"{by:.1f}" if by >= 0.1 else f"{by:.2f}"
        return Finding(TOO_SHORT, f"{ratio}; too short by {by_km} km at least, given both radii")
    if km.low <= straight + slack:
        return Finding(CONSISTENT, ratio)
    most = longest_road_km(straight, way, slack)
    if km.low > most:
        return Finding(TOO_LONG, f"{ratio}; no road between them is longer than {most:.0f} km")
    if statement.way == "straight":
        by = km.low - straight - slack
        return Finding(NOT_STRAIGHT, f"{ratio}; too long by {by:.1f} km at least, given both radii")
    return Finding(BY_ROAD, ratio)


def longest_road_km(straight_km: float, way: Way, slack_km: float) -> float:
    """Longest road that may still be meant: MAX_DETOUR times the straight line, or the drawn road and its bends."""
    drawn = way.drawn_km * DRAWN_SHORT if way.by_road else 0.0
    return max((straight_km + slack_km) * MAX_DETOUR, drawn + slack_km)


def _time(statement: TravelTime, straight: float, way: Way, slack: float) -> Finding:
    minutes, straight = stated_rounded_minutes(statement), round(straight, 3)
    per_hour = 60 / statement.minutes
    detail = f"{straight:.1f} km straight in {statement.minutes:g} minutes: {straight * per_hour:.0f} km/h"
    if way.by_road:
        detail += f"; {way.drawn_km:.1f} km along the drawn road: {way.drawn_km * per_hour:.0f} km/h"
    most, least = longest_road_km(straight, way, slack), max(straight - slack, 0.0)
    if least / FASTEST_KMH * 60 > minutes.high:
        return Finding(TOO_FAST, f"{detail}; no vehicle keeps up {FASTEST_KMH:.0f} km/h here")
    if most / SLOWEST_KMH * 60 < minutes.low:
        return Finding(TOO_SLOW, f"{detail}; a truck does {SLOWEST_KMH:.0f} km/h at least")
    return Finding(CONSISTENT, detail)


def _with_bearing(held: Verdict, world: World) -> Verdict:
    """Hold the stated bearing against the azimuth; the two radii turn it the more, the nearer the places are."""
    if held.bearing is None or held.azimuth is None:
        return held
    off = off_bearing(held.azimuth, BEARINGS[held.bearing])
    beyond = off - half_angle(held.bearing) - bearing_slack(held, world)
    detail = f"azimuth {held.azimuth:.0f}° against {held.bearing} ({BEARINGS[held.bearing]:g}°)"
    if beyond > 0:
        return held.found(OFF_BEARING, f"{detail}: {off:.0f}° off, {beyond:.0f}° more than it may be")
    return held.found(CONSISTENT, detail)


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
        position, position.place, (),
        route=road.route.id if road else None, stated_km=position.km,
        fraction=float(position.fraction) if position.fraction is not None else None,
    )  # fmt: skip
    if road is None or band is None:
        return blank.found(NOT_LOCATED, "the road is not drawn, or does not pass the place counted from")
    held = replace(blank, line=band.line, measured_km=round(road.drawn_at(band.km), 3))
    witnesses = {}
    for place in _witnesses(position, told):
        if (drawn_km := world.station(road, place)) is not None and world.locate(place):
            witnesses[place] = drawn_km
    said = f"km {band.km:.0f} of {road.total_km:.0f}, {band.km_from:.0f} to {band.km_to:.0f} with its band"
    if not witnesses:
        return held.found(UNCHECKED, said)
    shares = [f"{world.name(p)} at {km / road.length_km:.0%} of the drawn road" for p, km in witnesses.items()]
    fits = any(
        Interval(band.km_from, band.km_to).meets(
            Interval(road.stated_at(km) - world.radius_km(p), road.stated_at(km) + world.radius_km(p))
        )
        for p, km in witnesses.items()
    )
    return held.found(CONSISTENT if fits else DISAGREES, f"{said}; {', '.join(shares)}")


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
