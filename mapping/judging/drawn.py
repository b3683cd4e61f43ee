"""Drawn roads beside stated numbers: how long one may be, and whether its drawing can be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.figures import stated, worked_out
from mapping.placing.geometry.roads import MAX_DETOUR

if TYPE_CHECKING:
    from mapping.domain.statements import Distance
    from mapping.placing import Way

TIED_KM = 0.5  # places stand beside their road: so much shorter than the straight line it may be drawn between them
DRAWN_SHORT = 1.6  # a road drawn from a small-scale chart hides up to that share of its bends


def longest_road_km(straight_km: float, way: Way, slack_km: float) -> float:
    """Longest road that may still be meant: MAX_DETOUR times the straight line, or the drawn road and its bends."""
    drawn = way.drawn_km * DRAWN_SHORT if way.by_road else 0.0
    return max((straight_km + slack_km) * MAX_DETOUR, drawn + slack_km)


def too_short(drawn_km: float, straight_km: float) -> str | None:
    """Tell where a drawn road is shorter than the straight line between its ends: a fault of the drawing."""
    if drawn_km > straight_km - TIED_KM:
        return None
    said = f"the drawn road of {drawn_km:.1f} km is shorter than the straight line of {straight_km:.1f}"
    return f"{said}, a fault of the drawing"


def told(statement: Distance) -> str:
    """Tell a stated number as it was stated, with what it is in kilometres."""
    return " ".join(filter(None, (stated(statement), worked_out(statement))))


def road_told(way: Way, *, named: bool) -> str:
    """Tell how long the drawn road is: the one that is named, else the shortest, of which nobody speaks."""
    told_of = "along the drawn road" if named else "by the shortest drawn roads, which nobody names"
    return f"{way.drawn_km:.1f} km {told_of}"
