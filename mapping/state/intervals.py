"""The rule over all days: for each place, intervals with one answer each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from mapping.domain.dates import LAST_DAY
from mapping.state.observations import of_place
from mapping.state.standing import AGE_DAYS, Answer, Evidence, Holder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.gazetteer import Actor
    from mapping.state.observations import Observation

ONE_DAY = timedelta(1)


@dataclass(frozen=True)
class Interval:
    """One answer for a place, from a first to a last day (both included); `last` is None where nothing ends it."""

    place: str
    first: date
    last: date | None
    answer: Answer


def holding(observations: Sequence[Observation], actors: Mapping[str, Actor]) -> list[Interval]:
    """Return who holds each place from when to when, by place and day; days on which nothing is known are left out.

    Neighbouring days with the same holder and standing are one interval: its statements are those of all its days.
    """
    kin = Kin(actors)
    found = []
    for place, said in of_place(observations).items():
        evidence = Evidence(said, kin.agree, kin.narrower)
        found += _intervals(place, evidence)
    return found


def on_day(observations: Sequence[Observation], actors: Mapping[str, Actor], day: date) -> dict[str, Answer]:
    """Return who holds each place on one day, by place."""
    kin = Kin(actors)
    return {place: Evidence(said, kin.agree, kin.narrower).on(day) for place, said in of_place(observations).items()}


def _intervals(place: str, evidence: Evidence) -> list[Interval]:
    days = sorted(_turns(evidence.observations))
    ends: list[date | None] = [day - ONE_DAY for day in days[1:]]
    found: list[Interval] = []
    for first, last in zip(days, [*ends, None], strict=True):
        answer = evidence.on(first)
        if not answer.told:
            continue
        before = found[-1] if found else None
        if before and before.last == first - ONE_DAY and _same(before.answer, answer):
            found[-1] = Interval(place, before.first, last, _joined(before.answer, answer))
        else:
            found.append(Interval(place, first, last, answer))
    return found


def _turns(observations: Sequence[Observation]) -> set[date]:
    """Days on which an answer may change: where a word begins, where it ends, and where it has grown old."""
    turns = set()
    for one in observations:
        turns |= {one.first or one.last, one.last, one.last + ONE_DAY, one.last + timedelta(AGE_DAYS + 1)}
    return {day for day in turns if day <= LAST_DAY}


def _same(one: Answer, other: Answer) -> bool:
    return (one.holder, one.standing) == (other.holder, other.standing)


def _joined(one: Answer, other: Answer) -> Answer:
    told = tuple(dict.fromkeys((*one.told, *other.told)))
    against = tuple(uid for uid in dict.fromkeys((*one.against, *other.against)) if uid not in told)
    return replace(other, since=one.since, told=told, against=against)


class Kin:
    """Which names can mean the same holder: a party and what it is part of, or a side that is named as a whole."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._chain = cache(self._larger)

    def _larger(self, actor: str) -> tuple[str, ...]:
        """Return an actor, the larger ones it is part of, and its side where an actor is named like the side."""
        chain, here = [actor], self._actors.get(actor)
        while here and here.part_of and here.part_of not in chain:
            chain.append(here.part_of)
            here = self._actors.get(here.part_of)
        side = self._actors[actor].side if actor in self._actors else ""
        return (*chain, side) if side in self._actors and side not in chain else tuple(chain)

    def agree(self, one: Holder, other: Holder) -> bool:
        """Whether some party of one can be some party of the other."""
        return any(a in self._chain(b) or b in self._chain(a) for a in one for b in other)

    def narrower(self, one: Holder, other: Holder) -> Holder:
        """Return the holder that says more exactly who it is; the first where neither does."""
        depth = [max((len(self._chain(actor)) for actor in holder), default=0) for holder in (one, other)]
        return other if depth[1] > depth[0] else one
