"""Linear referencing: places and stated kilometres along a drawn road."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import shapely

from mapping.placing.geometry.shapes import along
from mapping.placing.geometry.track import Track, interpolate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from mapping.gazetteer import Route
    from mapping.placing.geometry.plane import XY, Plane

OFF_ROAD_KM = 1.0  # a village counts as on a road that passes its outskirts
DRIFT = 0.1  # between two known points, a hilly half holds about a tenth more or fewer kilometres than a flat one
LOOSE_DRIFT = 0.25  # where no length is stated of the road: stated over drawn differs so much from road to road
MAX_DETOUR = 2.5  # mountain roads reach twice the straight line; beyond this it is another road, or a wrong number
SLOPES = (0.7, 3.0)  # stated over drawn kilometres: a drawn line hides bends, and hardly ever adds any


@dataclass(frozen=True)
class Length:
    """One stated length between two places along a named road, `firm` where neither hedged nor a bound.

    `km` is the number to reckon with, `told` what was stated.
    """

    one: str
    other: str
    km: float
    route: str
    firm: bool
    uid: str
    told: str


@dataclass(frozen=True)
class Road:
    """A route as a track in the plane (kilometres), and the stated kilometres mapped onto it.

    `breaks` are the drawn kilometres at which its stretches end, `widths` how far the road may lie off the line of
    each. `stations` are the places that stand on it, by their drawn kilometre. `drawn` and `stated` are the fixed
    points of the calibration in rising order; between them kilometres are interpolated. `stated_km` is the stated
    length of the whole route, None where nobody states it. `fixed_by` are the uids of the statements that the
    calibration rests on.
    """

    route: Route
    track: Track
    breaks: tuple[float, ...]
    widths: tuple[float, ...]
    stations: Mapping[str, float]
    drawn: tuple[float, ...]
    stated: tuple[float, ...]
    stated_km: float | None = None
    fixed_by: tuple[str, ...] = ()

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
        return interpolate(drawn_km, self.drawn, self.stated)

    def drawn_at(self, stated_km: float) -> float:
        """Turn a stated kilometre into the drawn one."""
        return interpolate(stated_km, self.stated, self.drawn)

    def slack_km(self, stated_km: float) -> float:
        """How far a stated kilometre may drift from its place on the line: a share of the way to a known point."""
        stated_km = min(max(stated_km, 0.0), self.total_km)
        share = LOOSE_DRIFT if self.stated_km is None else DRIFT
        return share * min(abs(stated_km - known) for known in self.stated)

    def stretches_between(self, low: float, high: float) -> range:
        """Numbers of the stretches that a section of drawn kilometres uses; one that is only touched is not used."""
        low, high = min(low, high), max(low, high)
        margin = min(0.1, (high - low) / 4)
        last = len(self.breaks) - 1
        first = min(bisect_right(self.breaks, low + margin), last)
        return range(first, min(bisect_right(self.breaks, high - margin), last) + 1)

    def width_km(self, low: float, high: float) -> float:
        """How far the road may lie off the line between two drawn kilometres."""
        return max(self.widths[number] for number in self.stretches_between(low, high))

    def corridor(self, low: float, high: float) -> BaseGeometry:
        """Area of the plane in which places on the road between two drawn kilometres lie."""
        low, high = min(low, high), max(low, high)
        parts = []
        for number in self.stretches_between(low, high):
            start = max(low, self.breaks[number - 1] if number else 0.0)
            piece = self.track.piece(start, min(high, self.breaks[number]))
            parts.append(along(shapely.LineString(piece), self.widths[number] + OFF_ROAD_KM))
        return shapely.union_all(parts) if len(parts) > 1 else parts[0]

    def off_km(self, xy: XY) -> tuple[float, float, float]:
        """(drawn kilometre nearest to a point, distance from it, how far the road may lie off the line there)."""
        here, off = self.track.nearest(xy)
        return here, off, self.width_km(here, here)

    def station(self, xy: XY, radius_km: float) -> float | None:
        """Drawn kilometre of a point that lies on this road as far as anybody knows, else None."""
        here, off, width_km = self.off_km(xy)
        return here if off <= radius_km + width_km + OFF_ROAD_KM else None


def junction(road: Road, other: Road) -> XY | None:
    """Where two roads part or cross: x, y in km; None where they never meet, or in more places than one.

    A town at which both roads end is no junction of theirs.
    """
    parts = shapely.get_parts(road.track.line.intersection(other.track.line)).tolist()
    shared = shapely.line_merge(shapely.MultiLineString([part for part in parts if part.geom_type == "LineString"]))
    meeting = {xy for part in parts if part.geom_type == "Point" for xy in part.coords}
    meeting |= {part.coords[end] for part in shapely.get_parts(shared).tolist() for end in (0, -1)}
    ends = [{tuple(one.track.corners[end].tolist()) for end in (0, -1)} for one in (road, other)]
    found = [xy for xy in sorted(meeting) if all(math.dist(xy, end) > 0.001 for end in ends[0] & ends[1])]
    return (found[0][0], found[0][1]) if len(found) == 1 else None


def draw_road(route: Route, plane: Plane, located: Mapping[str, tuple[XY, float]]) -> Road:
    """Lay a route into the plane; `located` holds x, y and radius (km) of each place that may stand on it."""
    track = Track(plane.corners(route.points))
    breaks = tuple(accumulate(Track(plane.corners(stretch.points)).length_km for stretch in route.stretches))
    widths = tuple(stretch.uncertainty_m / 1000 for stretch in route.stretches)
    ends = (0.0, breaks[-1])
    bare = Road(route, track, breaks, widths, {}, ends, ends)
    stations = {}
    reach = max(widths) + OFF_ROAD_KM  # none farther off stands on it: few are looked at one by one
    found = track.nearest_of([xy for xy, _ in located.values()])
    for (place, (_, radius_km)), (here, off) in zip(located.items(), found, strict=True):
        near = off <= radius_km + reach and off <= radius_km + bare.width_km(here, here) + OFF_ROAD_KM
        if place in route.via or near:
            stations[place] = here
    return replace(bare, stations=stations | {route.start: 0.0, route.end: breaks[-1]})


def calibrate(roads: Mapping[str, Road], lengths: Sequence[Length]) -> dict[str, Road]:
    """Map the stated kilometres onto each road, piecewise between the places that statements fix; firmest first.

    A road of which nothing is stated is stretched as the roads that share its stretches are, else as all roads are
    on average: a drawn line is shorter than the road.
    """
    done = {id_: _calibrated(road, _of_road(road, roads, lengths)) for id_, road in roads.items()}
    known = [road for road in done.values() if road.fixed_by]
    usual = sum(road.total_km for road in known) / sum(road.length_km for road in known) if known else 1.0
    factors = stretch_factors(known)
    for id_, road in done.items():
        if not road.fixed_by:
            parts = zip(road.route.stretches, (0.0, *road.breaks), road.breaks, strict=False)
            total = sum((high - low) * factors.get(stretch.id, usual) for stretch, low, high in parts)
            done[id_] = replace(road, stated=(0.0, total))
    return done


def stretch_factors(roads: Iterable[Road]) -> dict[str, float]:
    """Stretch id -> stated over drawn kilometres, by the first road that uses it."""
    factors: dict[str, float] = {}
    for road in roads:
        for stretch, low, high in zip(road.route.stretches, (0.0, *road.breaks), road.breaks, strict=False):
            if high > low:
                factors.setdefault(stretch.id, (road.stated_at(high) - road.stated_at(low)) / (high - low))
    return factors


def _of_road(road: Road, roads: Mapping[str, Road], lengths: Sequence[Length]) -> list[Length]:
    """Lengths that tell of this road: said of it, or of another that is the same road between the two places."""
    found = []
    for length in lengths:
        if not {length.one, length.other} <= road.stations.keys():
            continue
        low, high = road.stations[length.one], road.stations[length.other]
        if length.route == road.route.id:
            found.append(length)
        elif (other := roads.get(length.route)) and {length.one, length.other} <= other.stations.keys():
            there = other.stretches_between(other.stations[length.one], other.stations[length.other])
            here = road.stretches_between(low, high)
            if {other.route.stretches[n].id for n in there} == {road.route.stretches[n].id for n in here}:
                found.append(length)
    return found


def _calibrated(road: Road, lengths: list[Length]) -> Road:
    ends = (0.0, road.length_km)
    spans = [span for span in (_span(road, length) for length in lengths) if _plausible(*span)]
    whole = next((length for low, high, length in spans if (low, high) == ends), None)
    parts = [span for span in spans if span[2].firm and span[:2] != ends]
    if whole:
        total = whole.km
    else:
        stated, drawn = sum(x.km for _, _, x in parts), sum(high - low for low, high, _ in parts)
        total = road.length_km * (stated / drawn if drawn else 1.0)
    known, used = _fixed({0.0: 0.0, road.length_km: total}, parts)
    marks = tuple(sorted(known))
    return replace(
        road,
        drawn=marks,
        stated=tuple(known[km] for km in marks),
        stated_km=whole.km if whole else None,
        fixed_by=(*([whole.uid] if whole else []), *used),
    )


def _fixed(known: dict[float, float], parts: list[tuple[float, float, Length]]) -> tuple[dict[float, float], list[str]]:
    """Fix one end of a part after the other, from the ends that are known, as long as kilometres go on rising."""
    known, used, waiting = dict(known), [], list(parts)
    while ready := [span for span in waiting if span[0] in known or span[1] in known]:
        for span in ready:
            waiting.remove(span)
            low, high, length = span
            here, km = (high, known[low] + length.km) if low in known else (low, known[high] - length.km)
            if here not in known and _rises({**known, here: km}):
                known[here] = km
                used.append(length.uid)
    return known, used


def _plausible(low: float, high: float, length: Length) -> bool:
    return high > low and SLOPES[0] <= length.km / (high - low) <= SLOPES[1]


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
