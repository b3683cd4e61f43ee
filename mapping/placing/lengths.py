"""Lengths of road that distances state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.statements import Distance
from mapping.placing.geometry.roads import Length
from mapping.placing.weight import carries_weight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.domain.statements import Statement


def stated_lengths(statements: Iterable[Statement]) -> list[Length]:
    """Lengths of road that distances state: of a named route, or said to be by road.

    A bound ("over 90 km") is no length, nor is what carries no weight.
    """
    return [
        Length(s.from_, to, s.stated_km, s.route, not s.about, s.uid)
        for s in statements
        if isinstance(s, Distance) and carries_weight(s) and s.limit is None and isinstance(s.from_, str)
        if s.way == "road" or (s.route is not None and s.way is None)
        for to in s.to
        if isinstance(to, str)
    ]
