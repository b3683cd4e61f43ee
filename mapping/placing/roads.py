"""Linear referencing: places and stated kilometres along a drawn road."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.ops import substring

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.gazetteer import Route
    from mapping.placing.plane import XY, Plane

OFF_ROAD_KM = 1.0  # a village counts as on a road that passes its outskirts
DRIFT = 0.1  # between two known points, a hilly half holds about a tenth more or fewer kilometres than a flat one
MAX_DETOUR = 2.5  # mountain roads reach twice the straight line; beyond this it is another road, or a wrong number
SLOPES = (0.7, 3.0)  # stated over drawn kilometres: a drawn line hides bends, and hardly ever adds any


@dataclass(frozen=True)
class Length:
    """One stated length between two places along a road, `firm` where neither hedged nor a bound."""

    one: str
    other: str
    km: float
    route: str | None
    firm: bool
    uid: str


@dataclass(frozen=True)
class Road:
    """A route as a line in the plane (kilometres), and the stated kilometres mapped onto it.

    `stations` are the places that stand on it, by their drawn kilometre. `drawn` and `stated` are the fixed points
    of the calibration in rising order; between them kilometres are interpolated. `stated_km` is the stated length
    of the whole route, None where nobody states it. `halfwidth_km` is how far the road may lie off the line at
    most. `fixed_by` are the uids of the statements that the calibration rests on, `odd` those that fit it nowhere.
    """

    route: Route
    line: shapely.LineString
    breaks: tuple[float, ...]  # drawn kilometre at which each stretch ends
    stations: Mapping[str, float]
    halfwidth_km: float
    drawn: tuple[float, ...] = ()
    stated: tuple[float, ...] = ()
    stated_km: float | None = None
    fixed_by: tuple[str, ...] = ()
    odd: tuple[str, ...] = field(default=())

    @property
    def length_km(self) -> float:
        """Drawn length."""
        return self.breaks[-1]

    @property
    def total_km(self) -> float:
        """Length by its stated kilometres; where none is stated, as drawn and scaled by what is known of its parts."""
        return self.stated[-1]

    def stated_at(self, drawn_km: float) -> float:
        """Turn a drawn kilometre into the stated one."""
        return float(np.interp(drawn_km, self.drawn, self.stated))

    def drawn_at(self, stated_km: float) -> float:
        """Turn a stated kilometre into the drawn one."""
        return float(np.interp(stated_km, self.stated, self.drawn))

    def slack_km(self, stated_km: float) -> float:
        """How far a stated kilometre may drift from its place on the line: DRIFT of the way to a known point."""
        return DRIFT * min(abs(stated_km - known) for known in self.stated)

    def xy(self, drawn_km: float) -> XY:
        """Point of the plane at a drawn kilometre."""
        point = self.line.interpolate(drawn_km)
        return point.x, point.y

    def section(self, low: float, high: float) -> shapely.LineString:
        """Part of the line between two drawn kilometres, turned the other way where the first is the higher."""
        if abs(high - low) < 0.001:
            high = low + 0.001 if low < self.length_km else low - 0.001
        return cut(self.line, low, high)

    def stretches_between(self, low: float, high: float) -> frozenset[str]:
        """Ids of the stretches that a section of drawn kilometres uses."""
        ids, low, high = self.route.stretches, min(low, high) + 0.1, max(low, high) - 0.1
        first, last = bisect_right(self.breaks, low), bisect_right(self.breaks, max(low, high))
        return frozenset(stretch.id for stretch in ids[first : last + 1])

    def station(self, xy: XY, radius_km: float) -> float | None:
        """Drawn kilometre of a point that lies on this road as far as anybody knows, else None."""
        point = shapely.Point(xy)
        if self.line.distance(point) > radius_km + self.halfwidth_km + OFF_ROAD_KM:
            return None
        return float(self.line.project(point))


def cut(line: shapely.LineString, low: float, high: float) -> shapely.LineString:
    """Part of a line between two lengths from its start; turned round where the first is the greater."""
    part = substring(line, low, high)
    return part if isinstance(part, shapely.LineString) else shapely.LineString([part, part])


def draw_road(route: Route, plane: Plane, located: Mapping[str, tuple[XY, float]]) -> Road:
    """Lay a route into the plane; `located` holds x, y and radius (km) of each place that may stand on it."""
    line = plane.line(route.points)
    lengths = [plane.line(stretch.points).length for stretch in route.stretches]
    breaks = tuple(float(km) for km in np.cumsum(lengths))
    halfwidth_km = max(stretch.uncertainty_m for stretch in route.stretches) / 1000
    bare = Road(route, line, breaks, {}, halfwidth_km)
    stations = {}
    for place, (xy, radius_km) in located.items():
        if (km := bare.station(xy, radius_km)) is not None:
            stations[place] = km
        elif place in route.via:
            stations[place] = float(line.project(shapely.Point(xy)))
    stations |= {route.start: 0.0, route.end: breaks[-1]}
    ends = (0.0, breaks[-1])
    return Road(route, line, breaks, stations, halfwidth_km, ends, ends)


def calibrate(roads: Mapping[str, Road], lengths: Iterable[Length]) -> dict[str, Road]:
    """Map the stated kilometres onto each road, piecewise between the places that statements fix."""
    firm_first = sorted(lengths, key=lambda length: (not length.firm, length.uid))
    return {id_: _calibrated(road, _of_road(road, roads, firm_first)) for id_, road in roads.items()}


def _of_road(road: Road, roads: Mapping[str, Road], lengths: list[Length]) -> list[Length]:
    """Lengths that tell of this road: said of it, or of another that is the same road between the two places."""
    found = []
    for length in lengths:
        if not {length.one, length.other} <= road.stations.keys():
            continue
        low, high = road.stations[length.one], road.stations[length.other]
        if length.route is None or length.route == road.route.id:
            found.append(length)
        elif (other := roads.get(length.route)) and {length.one, length.other} <= other.stations.keys():
            there = other.stretches_between(other.stations[length.one], other.stations[length.other])
            if there == road.stretches_between(low, high):
                found.append(length)
    return found


def _calibrated(road: Road, lengths: list[Length]) -> Road:
    spans = [_span(road, length) for length in lengths]
    usable = [span for span in spans if SLOPES[0] <= span[2].km / max(span[1] - span[0], 0.1) <= SLOPES[1]]
    whole = next((x for low, high, x in usable if (low, high) == (0.0, road.length_km)), None)
    parts = [span for span in usable if span[2].firm and span[2] is not whole]
    if whole:
        total = whole.km
    else:
        stated, drawn = sum(x.km for _, _, x in parts), sum(high - low for low, high, _ in parts)
        total = road.length_km * (stated / drawn if drawn else 1.0)
    known, used = {0.0: 0.0, road.length_km: total}, [whole.uid] if whole else []
    waiting = [span for span in parts if (span[0], span[1]) != (0.0, road.length_km)]
    while ready := [span for span in waiting if span[0] in known or span[1] in known]:
        for span in ready:
            waiting.remove(span)
            low, high, length = span
            here, km = (high, known[low] + length.km) if low in known else (low, known[high] - length.km)
            if here not in known and _rises({**known, here: km}):
                known[here] = km
                used.append(length.uid)
    drawn_marks = tuple(sorted(known))
    odd = tuple(x.uid for _, _, x in spans if x.uid not in used and x.firm)
    stated_marks = tuple(known[km] for km in drawn_marks)
    stated_km = whole.km if whole else None
    return Road(
        road.route, road.line, road.breaks, road.stations, road.halfwidth_km, drawn_marks, stated_marks, stated_km,
        tuple(used), odd,
    )  # fmt: skip


def _span(road: Road, length: Length) -> tuple[float, float, Length]:
    low, high = sorted((road.stations[length.one], road.stations[length.other]))
    return low, high, length


def _rises(known: Mapping[float, float]) -> bool:
    """Whether stated kilometres rise with drawn ones everywhere at a slope that roads have."""
    marks = sorted(known.items())
    return all(
        SLOPES[0] <= (stated_b - stated_a) / (drawn_b - drawn_a) <= SLOPES[1]
        for (drawn_a, stated_a), (drawn_b, stated_b) in pairwise(marks)
    )
