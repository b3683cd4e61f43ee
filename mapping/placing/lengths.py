"""Lengths of road that distances state: those of which somebody names the road."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.figures import stated
from mapping.domain.statements import Distance
from mapping.placing.geometry.roads import Length

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.domain.fields import Ref
    from mapping.domain.statements import Statement, TravelTime
    from mapping.gazetteer import Route


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
