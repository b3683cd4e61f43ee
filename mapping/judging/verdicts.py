"""One stated number held against the coordinates and the drawn roads."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from mapping.domain.fields import BEARINGS, Unnamed
from mapping.domain.figures import stated
from mapping.domain.statements import Direction, Distance, Position, Report, TravelTime
from mapping.domain.vocabulary import VERDICTS
from mapping.judging.drawn import longest_road_km, road_told, told, too_short
from mapping.placing.bounds import FASTEST_KMH, SLOWEST_KMH, off_bearing
from mapping.placing.lengths import named_road, ring_of
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
    from mapping.placing import Ring, Way, World

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


class Finding(NamedTuple):
    """One thing that is found of a stated number: a word of the vocabulary's verdicts, and the numbers behind it."""

    word: str
    detail: str


@dataclass(frozen=True)
class Verdict:
    """One stated number about one figure, held against the map: all that is found of it, in the order of finding.

    Lengths in km: `measured_km` along the drawn road that the statement names (None where it names none), `straight_km`
    geodesic. `azimuth` is the bearing of the figure seen from the ground, degrees clockwise from north. `line` is that
    road, else the straight line from ground to figure (WGS 84, x = longitude), or the ring on which one of them lies;
    None where nobody knows. `drawing` tells where a drawn road is shorter than the straight line, and cannot be right.
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
    drawing: str | None = None
    ring: Ring | None = None

    @property
    def verdict(self) -> str:
        """The gravest word of the findings."""
        return min((finding.word for finding in self.findings), key=_GRAVITY.__getitem__)

    @property
    def grade(self) -> str:
        """Whether the number holds: good, bad or open."""
        return VERDICTS[self.verdict].grade

    @property
    def detail(self) -> str:
        """The numbers behind all findings, in words."""
        told = [*(finding.detail for finding in self.findings), self.drawing]
        return "; ".join(dict.fromkeys(detail for detail in told if detail))

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
            case Position() if statement.fraction is not None or statement.stated_km is not None:
                verdicts.append(_on_route(statement, told, world))
    return verdicts


def _verdict(statement: Distance | TravelTime | Direction, to: Ref, world: World) -> Verdict:
    blank = Verdict(
        statement, to, (),
        stated_km=statement.stated_km if isinstance(statement, Distance) else None,
        stated_minutes=statement.stated_minutes if isinstance(statement, TravelTime) else None,
        bearing=None if isinstance(statement, TravelTime) else statement.bearing,
        route=None if isinstance(statement, Direction) else named_road(statement, to, world.gazetteer.routes),
    )  # fmt: skip
    lost = [world.name(ref) for ref in (statement.from_, to) if world.locate(ref) is None]
    if lost:
        return _lost(blank, lost, world)
    one, other = str(statement.from_), str(to)
    if world.same(one, other):
        return blank.found(UNCHECKED, f"{world.name(one)} and {world.name(other)} have one point")
    straight_km, azimuth = world.apart(one, other)
    straight = world.straight(one, other)
    named = world.along(one, other, blank.route) if blank.route else None
    flown = isinstance(statement, Direction) or statement.way == "straight"
    way = straight if flown else named or world.way(one, other)
    held = replace(
        blank, straight_km=round(straight_km, 3), azimuth=round(azimuth, 1), line=(named or straight).line,
        measured_km=round(named.drawn_km, 3) if named else None, drawing=too_short(way.drawn_km, straight_km),
    )  # fmt: skip
    for ref in (one, other):
        if statement.uid in world.spots[ref].statements:
            return held.found(UNCHECKED, f"{world.name(ref)} is located by this statement itself")
    slack = world.radius_km(one) + world.radius_km(other)
    match statement:
        case Distance():
            return _with_bearing(held.found(*_distance(held, statement, straight_km, way, slack)), world)
        case TravelTime():
            return held.found(*_time(held, statement, straight_km, way, slack))
        case Direction():
            return _with_bearing(held, world)


def _lost(blank: Verdict, lost: Sequence[str], world: World) -> Verdict:
    """Tell what is not located, and where only the distance from a known place is stated, on which ring it lies."""
    s = blank.statement
    said = f"{' and '.join(lost)} {'have' if len(lost) > 1 else 'has'} no location"
    ring = ring_of(s, blank.figure, world) if isinstance(s, Distance) and blank.figure else None
    if ring is None:
        return blank.found(NOT_LOCATED, said)
    if ring.candidates:
        said += f"; candidates: {len(ring.candidates)}, where drawn roads lie so far from {world.name(ring.centre)}"
    return replace(blank, ring=ring, line=ring.line).found(NOT_LOCATED, said)


def _distance(held: Verdict, statement: Distance, straight: float, way: Way, slack: float) -> Finding:
    km, straight = stated_rounded_km(statement), round(straight, 3)
    ratio = f"{told(statement)} stated, {straight:.1f} km straight"
    if straight > 0.1:
        ratio += f", ratio {statement.stated_km / straight:.1f}"
    if way.by_road and not held.drawing:
        ratio += f"; {road_told(way, named=held.measured_km is not None)}"
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


def _time(held: Verdict, statement: TravelTime, straight: float, way: Way, slack: float) -> Finding:
    minutes, straight = stated_rounded_minutes(statement), round(straight, 3)
    per_hour = 60 / statement.stated_minutes
    detail = f"{straight:.1f} km straight in {stated(statement)}: {straight * per_hour:.0f} km/h"
    if way.by_road and not held.drawing:
        detail += f"; {road_told(way, named=held.measured_km is not None)}: {way.drawn_km * per_hour:.0f} km/h"
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
        route=road.route.id if road else None, stated_km=position.stated_km,
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
