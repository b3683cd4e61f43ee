"""The rule over all days: for each place, intervals with one answer each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mapping.domain.dates import LAST_DAY
from mapping.gazetteer.kin import Kin
from mapping.state.observations import of_place
from mapping.state.standing import AGE_DAYS, Answer, Evidence

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
