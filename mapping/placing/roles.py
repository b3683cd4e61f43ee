"""What each role of one report draws: points, sections of road, arrows, areas, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.domain.near import NEAR_KM
from mapping.domain.vocabulary import EVENT_TYPES, HAPPENED
from mapping.placing.fronts import reached
from mapping.placing.geometry import shapes
from mapping.placing.geometry.roads import junction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from mapping.domain.fields import Ref
    from mapping.domain.geodesy import Point
    from mapping.domain.statements import Report
    from mapping.placing.geometry.roads import Road
    from mapping.placing.spot import Covered
    from mapping.placing.world import World

TARGETS = ("to", "toward")


@dataclass(frozen=True)
class Site:
    """One place of an event, what is drawn for it (WGS 84), and the reports that put it there, by uid.

    `ref` is the id of a place or route, None where the text names none; `text` its name or the words of the text.
    `point` is lat, lon in degrees; `line` and `area` have x = longitude. `line_shape` is section (all of a stretch
    of road), along (somewhere on it) or arrow (from its first to its last vertex), `line_from`, `line_to` the places
    at its ends, None where it ends short of any; `line_uncertainty_m` is how far the true line may lie off.
    `uncertainty_m` is the radius around the point; where there is none, half the length of the section or the area,
    and None for an arrow.
    `located_by` is a word of the vocabulary.
    `number` tells several of one event, role and place apart.
    """

    role: str
    ref: str | None
    text: str
    reports: tuple[Report, ...]
    route: str | None = None
    point: Point | None = None
    line: shapely.LineString | None = None
    line_shape: str | None = None
    line_from: str | None = None
    line_to: str | None = None
    line_uncertainty_m: float | None = None
    area: BaseGeometry | None = None
    uncertainty_m: float | None = None
    located_by: str = "not located"
    number: int = 1

    @property
    def key(self) -> str:
        """Id of the place or route, or the words of the text, without the sign that parts an id."""
        return self.ref or self.text.replace("/", " ")

    @property
    def id(self) -> str:
        """Id among all sites: event, role and place, and the number from the second on."""
        event = self.reports[0].event or self.reports[0].uid
        return "/".join([event, self.role, self.key, *([str(self.number)] if self.number > 1 else [])])


def draw_roles(report: Report, world: World) -> list[Site]:
    """Draw every role of a report, in the order of the roles.

    What has not happened draws nothing at its target, only the first part of the way; and where a movement starts
    stands a sign only for what happens there: who flees or withdraws does, and who comes to fight elsewhere does not.
    """
    real = report.certainty in HAPPENED
    drawn = [_placed(report, role, ref, world, real=real) for role, ref in report.places()]
    return _with_between(_with_arrows(drawn, world, real=real), world, real=real)


def _placed(report: Report, role: str, ref: Ref, world: World, *, real: bool) -> Site:
    name = world.name(ref)
    if not isinstance(ref, str):
        return Site(role, None, name, (report,))
    route = ref if ref in world.roads else _named_road(report, world)
    unmarked = _unmarked(report, role, real=real)
    if unmarked:
        return Site(role, ref, name, (report,), route, located_by=unmarked)
    if role == "between" and ref not in world.roads:
        return Site(role, ref, name, (report,), route, located_by="route" if world.locate(ref) else "not located")
    base = Site(role, ref, name, (report,), route)
    if ref in world.roads:
        return _at_junction(report, base, world) or _on_road(report, base, world.roads[ref], world)
    return _at(base, ref, world)


def _unmarked(report: Report, role: str, *, real: bool) -> str | None:
    """How a place is told at which nothing may stand; None where something may."""
    if role == "from":
        return None if EVENT_TYPES[report.type].at_start else "start"
    return "announced" if not real else "under way" if role == "toward" else None


def _named_road(report: Report, world: World) -> str | None:
    return next((on for on in report.on or () if isinstance(on, str) and on in world.roads), None)


def _at(base: Site, ref: str, world: World) -> Site:
    """Draw a point with its radius; an area by the point of its seat."""
    spot = world.locate(ref)
    if spot is None:
        return base
    extra_km = NEAR_KM if base.role == "near" and not world.is_area(ref) else 0.0
    return replace(
        base,
        point=spot.point,
        area=world.disc(ref, extra_km),
        uncertainty_m=spot.uncertainty_m + extra_km * 1000,
        located_by="seat" if world.is_area(ref) else spot.located_by,
    )


def _at_junction(report: Report, base: Site, world: World) -> Site | None:
    """At one road, while on or at another: where the two meet."""
    refs = [ref for ref in (*(report.on or ()), *(report.at or ())) if isinstance(ref, str) and ref != base.ref]
    road = world.roads.get(base.ref or "")
    others = [world.roads[ref] for ref in refs if ref in world.roads]
    if base.role != "at" or road is None or len(others) != 1 or (xy := junction(road, others[0])) is None:
        return None
    width_km = max(one.width_km(here, here) for one in (road, others[0]) for here in [one.off_km(xy)[0]])
    area = world.plane.to_wgs84(shapes.disc(xy, width_km))
    return replace(base, point=world.plane.point(xy), area=area, uncertainty_m=width_km * 1000, located_by="route")


def _on_road(report: Report, base: Site, road: Road, world: World) -> Site:
    """Draw the section of road that is known; no line where the event has a finer place, or an arrow of its own."""
    on_it = replace(base, located_by="route")
    pairs = (report.between, [*(report.from_ or ()), *(report.to or report.toward or ())])
    for number, refs in enumerate(pairs):
        ends = [ref for ref in refs or () if isinstance(ref, str)]
        stations = [station for ref in ends if (station := world.station(road, ref)) is not None]
        if len(stations) == 2 == len(ends):
            if number == 1:
                return on_it  # the arrow is drawn along this road
            return _section(on_it, road, stations[0], stations[1], ends, world)
    if any(world.locate(ref) for role in ("at", "near", "via") for ref in report.refs(role)):
        return on_it
    if EVENT_TYPES[report.type].along_the_front and (covered := _covered(report, road, world)):
        return _section(on_it, road, covered.km_from, covered.km_to, [covered.start], world)
    whole = replace(on_it, located_by="route whole")
    return _section(whole, road, 0.0, road.length_km, [road.route.start, road.route.end], world)


def _covered(report: Report, road: Road, world: World) -> Covered | None:
    """Drawn kilometres from where troops set out to where the same source says they stand."""
    for covered in world.covered.get((report.source, road.route.id), ()):
        if not report.from_ or covered.start in report.from_:
            return covered
    return None


def _section(base: Site, road: Road, low: float, high: float, ends: Sequence[str], world: World) -> Site:
    return replace(
        base,
        line=world.section(road, low, high),
        line_shape=_shape(base.reports[0], len(ends)) if base.located_by != "route whole" else "along",
        line_from=ends[0],
        line_to=ends[1] if len(ends) > 1 else None,
        line_uncertainty_m=road.width_km(low, high) * 1000,
        uncertainty_m=abs(high - low) / 2 * 1000,
    )


def _shape(report: Report, ends: int) -> str:
    """Whether all of a stretch is meant, or some point on it that nobody names."""
    return "section" if ends == 2 and EVENT_TYPES[report.type].all_along else "along"


def _with_arrows(placed: list[Site], world: World, *, real: bool) -> list[Site]:
    """Add an arrow from each start to the first target, and from the first start to each further target.

    The arrow stands with its start; that to a further target stands with the target, and only if it is real. Where
    no target is told, troops moved to where they fought.
    """
    starts = [number for number, p in enumerate(placed) if p.role == "from" and world.locate(p.ref)]
    targets = [number for number, p in enumerate(placed) if p.role in TARGETS and world.locate(p.ref)]
    if starts and not targets and EVENT_TYPES[placed[0].reports[0].type].along_the_front:
        there = [number for number, p in enumerate(placed) if p.role == "at" and world.locate(p.ref)]
        targets = [number for number in there if not world.is_area(str(placed[number].ref))]
    via = [p.ref for p in placed if p.role == "via" and p.ref and world.locate(p.ref)]
    if not starts or not targets:
        return placed
    pairs = [(start, targets[0], start) for start in starts]
    pairs += [(starts[0], target, target) for target in targets[1:] if real]
    for start, target, bearer in pairs:
        stops = [str(placed[start].ref), *via, str(placed[target].ref)]
        if not world.same(stops[0], stops[-1]):
            here = placed[target].role != "toward" and not world.is_area(stops[-1])
            placed[bearer] = _arrow(placed[bearer], stops, world, arrived=here and real, real=real)
    return placed


def _arrow(base: Site, stops: Sequence[str], world: World, *, arrived: bool, real: bool) -> Site:
    """Draw an arrow through the stops, along roads where roads are drawn, as far as is told."""
    ways = [world.way(one, other, base.route) for one, other in pairwise(stops) if not world.same(one, other)]
    corners = np.vstack([ways[0].line.coords, *(np.asarray(way.line.coords)[1:] for way in ways[1:])])
    if not arrived:
        corners = reached(corners, base.reports[0], world, real=real)
    routes = {way.route for way in ways}
    return replace(
        base,
        line=shapely.LineString(corners),
        line_shape="arrow",
        line_from=stops[0],
        line_to=stops[-1] if arrived else None,
        route=routes.pop() if len(routes) == 1 else None,
        line_uncertainty_m=max(way.uncertainty_m for way in ways),
    )


def _with_between(placed: list[Site], world: World, *, real: bool) -> list[Site]:
    """Without a named road, what lies between two places is a section of the road between them, or an area."""
    ends = [p.ref for p in placed if p.role == "between" and p.ref and world.locate(p.ref)]
    if not real or len(ends) != 2 or any(p.role == "on" and p.line is not None for p in placed):
        return placed
    if world.same(ends[0], ends[1]):
        return placed
    number = next(n for n, p in enumerate(placed) if p.role == "between" and p.ref == ends[0])
    way = world.way(ends[0], ends[1])
    if way.by_road:
        drawn = replace(
            placed[number], line=way.line, line_shape=_shape(placed[number].reports[0], 2),
            line_from=ends[0], line_to=ends[1], route=way.route,
            line_uncertainty_m=way.uncertainty_m, uncertainty_m=way.drawn_km / 2 * 1000,
        )  # fmt: skip
    else:
        error = max(map(world.radius_km, ends))
        area = shapes.between(world.xy(ends[0]), world.xy(ends[1]), error)
        drawn = replace(
            placed[number], area=world.plane.to_wgs84(area), line_from=ends[0], line_to=ends[1],
            uncertainty_m=way.drawn_km / 2 * 1000,
        )  # fmt: skip
    return [*placed[:number], drawn, *placed[number + 1 :]]
