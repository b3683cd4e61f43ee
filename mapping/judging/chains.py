"""Stated numbers held against each other: the same two places twice, sums of parts, chains, and times."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mapping.domain.figures import stated
from mapping.domain.statements import Distance, TravelTime
from mapping.judging.verdicts import BY_ROAD, CONSISTENT, DISAGREES, NOT_LOCATED, Verdict, judge
from mapping.placing import carries_weight
from mapping.placing.bounds import FASTEST_KMH
from mapping.placing.uncertainty import (
    Interval,
    stated_drawn_km,
    stated_drawn_minutes,
    stated_rounded_km,
    stated_rounded_minutes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.domain.statements import Statement
    from mapping.placing import World

Pair = frozenset[str]
MOST_NOTES = 3  # enough to follow a disagreement up; the rest stands in the other verdicts


@dataclass(frozen=True)
class Leg:
    """What one statement says of two places: kilometres by road or straight, or minutes.

    `number` is that of its verdict. A hedged number is widened here, and every number by the radii of both places,
    since each report may measure from another corner of the town.
    """

    number: int
    uid: str
    ends: tuple[str, str]
    span: Interval
    kind: str  # road, straight or minutes
    route: str | None
    text: str

    @property
    def pair(self) -> Pair:
        """Both places, whichever way they are told."""
        return frozenset(self.ends)


def check_numbers(statements: Iterable[Statement], world: World) -> list[Verdict]:
    """Hold each stated number against the map and the other statements: a verdict for each figure, in their order.

    A number may fit the map and not the other statements; its verdict holds both findings. Disputed, draft and
    retracted statements get a verdict and shame no other.
    """
    verdicts = judge(statements, world)
    legs = [leg for number, verdict in enumerate(verdicts) if (leg := _leg(number, verdict, world))]
    notes: dict[int, list[str]] = defaultdict(list)
    for number, note in [*_twice_told(legs, world), *_longer_than_chains(legs, world), *_sums(legs, world)]:
        notes[number].append(note)
    for number, said in notes.items():
        for note in dict.fromkeys(said[:MOST_NOTES]):
            verdicts[number] = verdicts[number].found(DISAGREES, note)
    return verdicts


def _leg(number: int, verdict: Verdict, world: World) -> Leg | None:
    """Turn a verdict into a leg, where it is known whether the number means the road or the straight line."""
    s = verdict.statement
    if not isinstance(s, Distance | TravelTime) or not isinstance(s.from_, str) or not isinstance(verdict.figure, str):
        return None
    length = verdict.findings[0].word  # of the number itself; what is found of a bearing comes after it
    if not carries_weight(s) or length not in (CONSISTENT, BY_ROAD, NOT_LOCATED):
        return None
    ends = (s.from_, verdict.figure)
    if isinstance(s, TravelTime):
        span = stated_drawn_minutes(s) if s.about else stated_rounded_minutes(s)
        return Leg(number, s.uid, ends, span, "minutes", s.route, stated(s) or "")
    kind = s.way or {BY_ROAD: "road", CONSISTENT: "straight"}.get(length)
    if kind is None:
        return None
    span = stated_drawn_km(s) if s.about else stated_rounded_km(s)
    slack = sum(spot.uncertainty_m for ref in ends if (spot := world.locate(ref))) / 1000
    span = Interval(max(span.low - slack, 0), span.high + slack)
    return Leg(number, s.uid, ends, span, kind, s.route, stated(s) or "")


def _twice_told(legs: Sequence[Leg], world: World) -> Iterable[tuple[int, str]]:
    """Tell where two statements give the same two places numbers that do not meet, or a length too fast for a time."""
    pairs: dict[Pair, list[Leg]] = defaultdict(list)
    for leg in legs:
        pairs[leg.pair].append(leg)
    for group in pairs.values():
        for leg in group:
            for other in group:
                same_road = leg.route == other.route or None in (leg.route, other.route)
                if leg.kind == other.kind and same_road and not leg.span.meets(other.span):
                    yield leg.number, f"{_names(leg.ends, world)}: {other.text} by {other.uid}"
                fastest_km = leg.span.high / 60 * FASTEST_KMH
                if leg.kind == "minutes" != other.kind and other.span.low > fastest_km:
                    yield leg.number, f"too fast for the {other.text} of {other.uid}"


def _longer_than_chains(legs: Sequence[Leg], world: World) -> Iterable[tuple[int, str]]:
    """Tell where a way is longer than a chain of other statements over third places (triangle inequality).

    What is stated as a straight line is held against every chain, a road against chains of roads, a time against
    those of times. A named road is held only against chains over places on it: another road may well be shorter.
    """
    for kinds, judged in (({"road"}, {"road"}), ({"road", "straight"}, {"straight"}), ({"minutes"}, {"minutes"})):
        links = [leg for leg in legs if leg.kind in kinds]
        chains = _Chains(links)
        for leg in legs:
            if leg.kind not in judged:
                continue
            chain = chains.shorter_than(leg)
            road = world.roads.get(leg.route or "")
            over = [ref for link in chain for ref in link.ends]
            if chain and (road is None or all(world.station(road, ref) is not None for ref in over)):
                told = " and ".join(f"{_names(link.ends, world)} {link.text}" for link in chain)
                yield leg.number, f"more than {told} add up to ({', '.join(link.uid for link in chain)})"


class _Chains:
    """Shortest chains of stated legs between all places (Floyd 1962, Warshall 1962)."""

    def __init__(self, legs: Sequence[Leg]) -> None:
        self._at = {ref: n for n, ref in enumerate(sorted({ref for leg in legs for ref in leg.ends}))}
        self._best: dict[tuple[int, int], Leg] = {}
        size = len(self._at)
        self._length = np.full((size, size), np.inf)
        np.fill_diagonal(self._length, 0)
        for leg in legs:
            a, b = (self._at[ref] for ref in leg.ends)
            if a != b and leg.span.high < self._length[a, b]:
                self._length[a, b] = self._length[b, a] = leg.span.high
                self._best[a, b] = self._best[b, a] = leg
        self._over = np.full((size, size), -1)
        for k in range(size):
            through = self._length[:, k, None] + self._length[None, k, :]
            shorter = through < self._length - 1e-9
            self._length = np.where(shorter, through, self._length)
            self._over[shorter] = k

    def shorter_than(self, leg: Leg) -> list[Leg]:
        """Return the chain over third places that is surely shorter than a leg; nothing where there is none."""
        if not all(ref in self._at for ref in leg.ends):
            return []
        a, b = (self._at[ref] for ref in leg.ends)
        if a == b or self._length[a, b] >= leg.span.low or self._over[a, b] < 0:
            return []
        return self._links(a, b)

    def _links(self, a: int, b: int) -> list[Leg]:
        over = int(self._over[a, b])
        return [self._best[a, b]] if over < 0 else [*self._links(a, over), *self._links(over, b)]


def _sums(legs: Sequence[Leg], world: World) -> Iterable[tuple[int, str]]:
    """Tell where the parts of a road add up to more than its whole."""
    roads: dict[Pair, Leg] = {}
    near: dict[str, set[str]] = defaultdict(set)
    for leg in legs:
        if leg.kind == "road" and (leg.pair not in roads or leg.span.low > roads[leg.pair].span.low):
            roads[leg.pair] = leg
            near[leg.ends[0]].add(leg.ends[1])
            near[leg.ends[1]].add(leg.ends[0])
    for leg in legs:
        if leg.kind != "road":
            continue
        one, other = leg.ends
        for middle in sorted(near[one] & near[other]):
            first, second = roads[frozenset((one, middle))], roads[frozenset((middle, other))]
            if first.span.low + second.span.low > leg.span.high and _on_the_way(leg, middle, world.roads, world):
                told = " and ".join(f"{_names(part.ends, world)} {part.text}" for part in (first, second))
                yield leg.number, f"less than {told} add up to ({first.uid}, {second.uid})"


def _on_the_way(leg: Leg, middle: str, roads: Mapping[str, object], world: World) -> bool:
    """Whether a place stands between two others on some drawn route (on the named one, where one is named)."""
    for id_ in [leg.route] if leg.route in roads else roads:
        road = world.roads[str(id_)]
        here = [world.station(road, ref) for ref in (leg.ends[0], middle, leg.ends[1])]
        if None not in here and here in (sorted(here), sorted(here, reverse=True)):  # type: ignore[type-var]
            return True
    return False


def _names(ends: tuple[str, str], world: World) -> str:
    return "–".join(map(world.name, ends))
