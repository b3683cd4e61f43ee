"""Lengths of road that distances state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.geodesy import distance_km
from mapping.domain.statements import Distance
from mapping.placing.geometry.roads import Length
from mapping.placing.uncertainty import stated_rounded_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.domain.statements import Statement
    from mapping.gazetteer import Route
    from mapping.placing.spot import Spot


def stated_lengths(statements: Iterable[Statement], spots: Mapping[str, Spot]) -> list[Length]:
    """Lengths of road that distances state, of statements that carry weight; the firmest first.

    Said to be by road, or of a named route and not of the straight line; or bare, where the straight line between
    the two places is too short for it: then nobody says which road is meant, and it is firm of none. A bound
    ("over 90 km") is no length.
    """
    found = [
        Length(s.from_, to, s.stated_km, s.route, named and not s.about, s.uid)
        for s in statements
        if isinstance(s, Distance) and s.limit is None and isinstance(s.from_, str)
        for to in s.to
        if isinstance(to, str)
        if (named := s.way == "road" or (s.way is None and s.route is not None)) or _only_by_road(s, s.from_, to, spots)
    ]
    return sorted(found, key=lambda length: (not length.firm, length.uid, length.other))


def _only_by_road(s: Distance, one: str, other: str, spots: Mapping[str, Spot]) -> bool:
    """Whether a bare number is too long for the straight line, by its rounding and the radii of both places."""
    a, b = spots.get(one), spots.get(other)
    if s.way is not None or a is None or b is None:
        return False
    return stated_rounded_km(s).low > distance_km(a.point, b.point) + (a.uncertainty_m + b.uncertainty_m) / 1000


def whole_lengths(route: Route, lengths: Iterable[Length]) -> list[Length]:
    """Those of the lengths that tell of a whole route, in the same order."""
    ends = {route.start, route.end}
    return [length for length in lengths if {length.one, length.other} == ends and length.route in {route.id, None}]
