"""The line of advance: stated positions of the same troops along a road, joined in the order of their days."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.vocabulary import HAPPENED
from mapping.placing.positions import place_position

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    import shapely

    from mapping.domain.statements import Position
    from mapping.placing.geometry.roads import Road
    from mapping.placing.positions import Band
    from mapping.placing.world import World

SHARED_KM = 0.05  # two routes that lie this close together are one road there


@dataclass(frozen=True)
class Step:
    """One step of a line of advance: from an earlier stated position of the same troops to the next, by days.

    `line` runs along the route (WGS 84, x = longitude) between the two fronts; `km_from` and `km_to` are theirs by
    the route's stated length, `statements` both uids.
    """

    route: str
    actors: tuple[str, ...]
    line: shapely.LineString
    km_from: float
    km_to: float
    start: date
    end: date
    statements: tuple[str, str]


@dataclass(frozen=True)
class _Stop:
    """Troops on a road by a day: a point (low = high), or a stretch they are said to hold; stated kilometres."""

    day: date
    uid: str
    low: float
    high: float
    home: bool  # stated of this very route, and not of another that shares the road here

    def front(self, towards: float) -> float:
        """Return the end of the stretch that faces `towards`."""
        return self.high if towards >= (self.low + self.high) / 2 else self.low


def advance_steps(positions: Iterable[Position], world: World) -> list[Step]:
    """Join the dated positions of the same troops on a route, in the order of the last day each may mean.

    A position on another route counts where that route shares the road. Of a stretch that troops hold, the end that
    faces away from where they came from is their front.
    """
    stated = [
        (position, band, day)
        for position in positions
        if position.actors and position.certainty in HAPPENED
        if (band := place_position(position, world)) and (day := _day(position))
    ]
    steps = []
    for route in sorted({band.route for _, band, _ in stated}):
        stops = defaultdict(list)
        for position, band, day in stated:
            stretch = _stretch_on(world.roads[route], band, world)
            if stretch:
                stop = _Stop(day, position.uid, *stretch, home=band.route == route)
                stops[tuple(sorted(position.actors))].append(stop)
        for actors, found in sorted(stops.items()):
            steps += _joined(world.roads[route], actors, sorted(found, key=lambda stop: (stop.day, stop.uid)), world)
    return steps


def _joined(road: Road, actors: tuple[str, ...], stops: list[_Stop], world: World) -> list[Step]:
    steps = []
    for one, other in pairwise(stops):
        here = one.front((other.low + other.high) / 2)
        there = other.front(other.high if other.low >= here else other.low)
        if one.day < other.day and here != there and one.home:
            line = world.section(road, road.drawn_at(here), road.drawn_at(there))
            steps.append(Step(road.route.id, actors, line, here, there, one.day, other.day, (one.uid, other.uid)))
    return steps


def _stretch_on(road: Road, band: Band, world: World) -> tuple[float, float] | None:
    """Stated kilometres of a band on this road; None where it lies off it, or tells no more than "on the road"."""
    if band.route == road.route.id:
        if band.point:
            return band.km, band.km
        return None if band.km_to - band.km_from >= road.total_km else (band.km_from, band.km_to)
    line_ends = [(lat, lon) for lon, lat in (band.line.coords[0], band.line.coords[-1])]
    ends = [band.point] if band.point else line_ends
    found = [road.off_km(world.plane.xy(end)) for end in ends]
    if any(off > SHARED_KM for _, off, _ in found):
        return None
    stated = [road.stated_at(here) for here, _, _ in found]
    return min(stated), max(stated)


def _day(position: Position) -> date | None:
    span = dates.parse(position.date) if position.date else None
    return (span.end or span.start) if span else None
