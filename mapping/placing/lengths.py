"""Lengths that distances state: of the road that somebody names, else around the one place that is known."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import shapely

from mapping.domain.fields import Unnamed
from mapping.domain.figures import stated
from mapping.domain.statements import Distance
from mapping.placing.geometry.roads import Length
from mapping.placing.uncertainty import JUST, stated_drawn_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.domain.fields import Ref
    from mapping.domain.geodesy import Point
    from mapping.domain.statements import Statement, TravelTime
    from mapping.gazetteer import Route
    from mapping.placing.geometry.plane import XY
    from mapping.placing.world import World

CORNERS = 72  # of a ring: one every five degrees
ONE_KM = 1.0  # crossings nearer to each other are one: roads that part there, or a bend that grazes the ring


def named_road(s: Distance | TravelTime, to: Ref, routes: Mapping[str, Route]) -> str | None:
    """Id of the road that a statement names for its number: a route, or "by road" where one route joins the two.

    None for every other number, however well a road would fit it: it stands between two places.
    """
    if s.way == "straight":
        return None
    if s.way == "road" and s.route is None:
        ends = {s.from_, to} if isinstance(s.from_, str) and isinstance(to, str) else set()
        joining = [route.id for route in routes.values() if {route.start, route.end} == ends]
        return joining[0] if len(joining) == 1 else None
    return s.route


def stated_lengths(statements: Iterable[Statement], routes: Mapping[str, Route]) -> list[Length]:
    """Lengths of named roads, of statements that carry weight; the firmest first. A bound ("over 90 km") is none."""
    found = [
        Length(s.from_, to, s.stated_km, road, not s.about, s.uid, stated(s) or "")
        for s in statements
        if isinstance(s, Distance) and s.limit is None and isinstance(s.from_, str)
        for to in s.to
        if isinstance(to, str) and (road := named_road(s, to, routes))
    ]
    return sorted(found, key=lambda length: (not length.firm, length.uid, length.other))


def whole_lengths(route: Route, lengths: Iterable[Length]) -> list[Length]:
    """Those of the lengths that tell of a whole route, in the same order."""
    ends = {route.start, route.end}
    return [length for length in lengths if {length.one, length.other} == ends and length.route == route.id]


class Candidate(NamedTuple):
    """Where a drawn road crosses a ring (lat, lon), and the routes that use it there."""

    point: Point
    routes: tuple[str, ...]


@dataclass(frozen=True)
class Ring:
    """The circle (WGS 84, x = longitude) around a known place, and what on it may be meant.

    `uncertainty_m` is half the ring's width, by the hedges of the number and the radius of the place.
    """

    centre: str
    line: shapely.LineString
    uncertainty_m: float
    candidates: tuple[Candidate, ...]


def ring_of(s: Distance, to: Ref, world: World) -> Ring | None:
    """Return the ring on which a figure lies; None where a road or a bearing says more, or both ends are known.

    The ring stands around the one end that is located. Of two parts of one place (`of`) it stands around that place,
    and has no candidates: the number says how far the parts reach, and not where on a road they begin.
    """
    if s.bearing or named_road(s, to, world.gazetteer.routes):
        return None
    known = [ref for ref in (s.from_, to) if isinstance(ref, str) and ref in world.spots and not world.is_area(ref)]
    parts = {ref.of for ref in (s.from_, to) if isinstance(ref, Unnamed)}
    whole = next(iter(parts)) if len(parts) == 1 and isinstance(s.from_, Unnamed) and isinstance(to, Unnamed) else None
    centre = known[0] if len(known) == 1 else whole
    if centre is None or centre not in world.spots or any(s.uid in world.spots[ref].statements for ref in known):
        return None
    radius, reach = s.stated_km, stated_drawn_km(s)
    angles = (math.tau * number / CORNERS for number in range(CORNERS + 1))
    x, y = world.xy(centre)
    circle = shapely.LineString([(x + radius * math.sin(a), y + radius * math.cos(a)) for a in angles])
    firm = known and s.limit in (None, *JUST)
    return Ring(
        centre,
        world.plane.to_wgs84(circle),
        (reach.high - reach.low) / 2 * 1000 + world.spots[centre].uncertainty_m,
        tuple(_crossings(circle, (x, y), world)) if firm else (),
    )


def _crossings(circle: shapely.LineString, centre: XY, world: World) -> list[Candidate]:
    """Return where drawn roads cross a circle of the plane, clockwise from north, each spot once."""
    met: list[tuple[float, XY, frozenset[str]]] = []
    for edge in world.network.edges:
        for part in shapely.get_parts(edge.track.line.intersection(circle)).tolist():
            if part.is_empty:
                continue
            x, y = part.centroid.coords[0]
            met.append((math.atan2(x - centre[0], y - centre[1]) % math.tau, (x, y), edge.routes))
    found: list[tuple[XY, set[str]]] = []
    for _, xy, routes in sorted(met, key=lambda one: (one[0], one[1])):
        beside = next((used for other, used in found if math.dist(xy, other) < ONE_KM), None)
        if beside is None:
            found.append((xy, set(routes)))
        else:
            beside.update(routes)
    return [Candidate(world.plane.point(xy), tuple(sorted(routes))) for xy, routes in found]
