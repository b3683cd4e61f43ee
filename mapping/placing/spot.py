"""What is known of the ground, as plain data: where a place lies, the way to another, and what cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from mapping.domain.geodesy import Point
    from mapping.placing.geometry.plane import XY


@dataclass(frozen=True)
class Spot:
    """Where a place lies: lat, lon in degrees (WGS 84) and the radius in metres that surely holds it.

    `located_by` is gazetteer, or inferred: then `region` (WGS 84, x = longitude) is what all statements leave open,
    `statements` the uids of those it came from.
    """

    lat: float
    lon: float
    uncertainty_m: float
    located_by: str
    evidence: str
    region: BaseGeometry | None = None
    statements: tuple[str, ...] = ()

    @property
    def point(self) -> Point:
        """Return lat, lon in degrees."""
        return self.lat, self.lon


@dataclass(frozen=True)
class Way:
    """The road, or the straight line, from one place to another.

    `line` is WGS 84, x = longitude, from the first place to the second. `drawn_km` is its length as drawn,
    `road_km` by the stated kilometres of its routes; `by_road` is false for a straight line, whose `route` is None.
    """

    line: LineString
    drawn_km: float
    road_km: float
    route: str | None
    by_road: bool
    uncertainty_m: float


@dataclass(frozen=True)
class Front:
    """Troops on a road as a source states it: the ends of their stretch (one where a point is stated), km of the plane.

    `day` is the last day that the statement may mean, None where it has none.
    """

    actors: tuple[str, ...]
    source: str
    day: date | None
    ends: tuple[XY, ...]


class Covered(NamedTuple):
    """A stretch of road that troops have covered: the place they set out from, its drawn kilometre, and theirs."""

    start: str
    km_from: float
    km_to: float


@dataclass(frozen=True)
class Clash:
    """Statements about a place (uids) that no point satisfies together; two of them, wherever two suffice."""

    place: str
    statements: tuple[str, ...]

    @property
    def reason(self) -> str:
        """Return why the place has no mark."""
        return f"no point satisfies what is stated of it: {' against '.join(self.statements)}"


@dataclass(frozen=True)
class Refusal:
    """An accepted location that most statements about the place rule out: (uid, km by which it misses) of each."""

    place: str
    missed: tuple[tuple[str, float], ...]
