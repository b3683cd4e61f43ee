"""Numbers and coordinates that cannot be right: faults that stop a build, each with its remedy.

A source may well state a wrong number. That is a verdict and stays on the map; only what no road and no compass can
explain is taken for a slip of the curator. Where the source really says so, `certainty = "disputed"` keeps it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mapping.domain.errors import Problem
from mapping.domain.fields import BEARINGS
from mapping.domain.figures import stated
from mapping.domain.statements import Position
from mapping.judging.verdicts import TOO_LONG, Verdict, bearing_slack
from mapping.placing.bounds import off_bearing
from mapping.placing.geometry.roads import OFF_ROAD_KM
from mapping.placing.uncertainty import stated_rounded_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.placing import World
    from mapping.placing.geometry.roads import Road

KEEP = 'if the source really says so, set certainty = "disputed" and say why in note'


def find_faults(verdicts: Iterable[Verdict], world: World) -> list[Problem]:
    """Return what must be mended before anything is drawn, sorted.

    Distances longer than any road, bearings on the wrong side, positions counted from a place off the road or
    beyond its end, routes that miss their places, and accepted locations that the statements rule out. Drafts stop
    nothing: nobody has read them yet.
    """
    found = [*_of_routes(world), *_of_locations(world)]
    for verdict in verdicts:
        s = verdict.statement
        if s.status != "reviewed" or s.certainty == "disputed":
            continue
        told = _of_position(s, world) if isinstance(s, Position) else _of_number(verdict, world)
        found += [Problem(f"seeds/{s.source}.toml", s.id, message) for message in told]
    return sorted(set(found))


def _of_number(verdict: Verdict, world: World) -> Iterator[str]:
    if verdict.figure == verdict.statement.from_ and isinstance(verdict.figure, str):
        yield f"from and to are both {verdict.figure}; give the part of it that is meant a row of its own, or words"
    names = f"{world.name(verdict.statement.from_)} and {world.name(verdict.figure)}"
    for word, detail in verdict.findings:
        if word == TOO_LONG:
            yield f"{names}: {detail}; compare the number with the quote; {KEEP}"
    if verdict.bearing is None or verdict.azimuth is None:
        return
    off = off_bearing(verdict.azimuth, BEARINGS[verdict.bearing])
    if off - bearing_slack(verdict, world) > 90:
        said = f"{names}: the bearing {verdict.bearing} lies {off:.0f} degrees off the azimuth {verdict.azimuth:.0f}"
        yield f"{said}; are from and to swapped? {KEEP}"


def _of_position(position: Position, world: World) -> Iterator[str]:
    road = world.roads.get(position.on) if isinstance(position.on, str) else None
    if road is None or not isinstance(position.from_, str):
        return
    ends = f"{road.route.start} or {road.route.end}"
    station = world.station(road, position.from_)
    if station is None:
        if world.locate(position.from_):
            off = road.off_km(world.xy(position.from_))[1]
            yield f"from {position.from_} lies {off:.1f} km off {road.route.id}; count from {ends}, or mend `on`"
        return
    if position.fraction is not None and 0 < station < road.length_km:
        yield f"a fraction of {road.route.id} counts from one of its ends, and {position.from_} is none; write {ends}"
    if position.stated_km is not None:
        least = stated_rounded_km(position.model_copy(update={"limit": None})).low
        origin, total = road.stated_at(station), road.total_km
        if least > max(origin, total - origin) + road.width_km(0, road.length_km):
            said = f"{stated(position)} from {position.from_} lies beyond the end of {road.route.id}"
            yield f"{said}, {total:.0f} km long; compare the number with the quote; {KEEP}"


def _of_routes(world: World) -> Iterator[Problem]:
    for id_ in sorted(world.gazetteer.routes.keys() - world.roads.keys()):
        yield Problem("gazetteer/routes.csv", id_, "has no length; draw its stretches in routes.geojson")
    for road in world.roads.values():
        route, corners = road.route, road.track.corners
        ends = ((route.start, corners[0], road.widths[0]), (route.end, corners[-1], road.widths[-1]))
        for place, corner, width in ends:
            if world.locate(place):
                yield from _missed(road, place, math.dist(world.xy(place), corner), width, "end", world)
        for place in route.via:
            if world.locate(place):
                _, off, width = road.off_km(world.xy(place))
                yield from _missed(road, place, off, width, "line", world)


def _missed(road: Road, place: str, off: float, width: float, part: str, world: World) -> Iterator[Problem]:
    allowed = world.radius_km(place) + width + OFF_ROAD_KM
    if off > allowed:
        said = f"{place} lies {off:.1f} km from the {part} of the route, more than the {allowed:.1f} allowed"
        remedy = "mend the line in routes.geojson, the location, or the route's places"
        yield Problem("gazetteer/routes.csv", road.route.id, f"{said}; {remedy}")


def _of_locations(world: World) -> Iterator[Problem]:
    for refusal in world.refusals:
        spot = world.spots[refusal.place]
        missed = ", ".join(f"{uid} by {km:.0f} km" for uid, km in refusal.missed)
        said = f"{spot.lat:g}, {spot.lon:g} cannot be right: it misses what is stated of the place ({missed})"
        remedy = 'mark it rejected and note why, or set certainty = "disputed" in those statements'
        yield Problem("gazetteer/locations.csv", refusal.place, f"{said}; {remedy}")
