"""Which of the dates of a sentence belongs to which of its events."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import PLACE, signs
from mapping.reading.english.events.clauses import HEAD, clause_of, speech_before
from mapping.reading.english.grammar import rule

DATELINE_WORDS = 6  # of so many words at most a dateline consists

if TYPE_CHECKING:
    from mapping.mentions import Mention
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.core.when import When
    from mapping.reading.english.events.told import Event
    from mapping.reading.english.events.triggers import Trigger


def date(sk: Skeleton, told: list[Event], starts: list[int]) -> None:
    """Give each date of the sentence to the event it stands with; a date of saying is nobody's."""
    for match in re.finditer(signs("D"), sk.text):
        at = match.start()
        when: When = sk.meaning[match[0]]
        if speech_before(sk, at, [one.trigger for one in told]):
            continue
        head = rule("events.dateline").match(sk.text) if sk.text[:at].count(" ") < DATELINE_WORDS else None
        if (at < 3 and re.match(rf", {PLACE}", sk.text[at + 1 :])) or (head and at < head.end()):
            # a dateline dates what goes on
            targets = [one for one in told if _goes_on(sk, one.trigger)]
        else:
            targets = _dated(sk, told, at, starts)
        targets = [*targets, *_also_dated(sk, match, told, targets, starts)]
        for one in targets:
            own = clause_of(starts, at) == one.clause  # a date of its own clause goes first
            one.dates.insert(0 if own and one.dates and not _in_clause(sk, one, starts) else len(one.dates), when)


def _also_dated(
    sk: Skeleton, match: re.Match[str], told: list[Event], targets: list[Event], starts: list[int]
) -> list[Event]:
    """Find the other events that a date governs.

    Those of the verbs behind it ("On Monday they burned Alpha and took Beta"), and what is told to have been at that
    time ("ended in May when they took it").
    """
    at, number = match.start(), clause_of(starts, match.start())
    undated = [one for one in told if one not in targets and not one.dates]
    if rule("events.when_clause").match(sk.text, match.end()):
        return [one for one in undated if one.clause == number + 1]
    if at >= HEAD or not targets:
        return []
    last = max(one.clause for one in targets)
    found: list[Event] = []
    for one in undated:
        joined = rule("events.coordinated").match(sk.text, starts[one.clause])
        if one.clause == last + 1 and joined and not re.search(signs("D"), sk.text[starts[one.clause] :]):
            found, last = [*found, one], one.clause
    return found


def _in_clause(sk: Skeleton, one: Event, starts: list[int]) -> bool:
    """Whether the first date of an event stands in its own clause."""
    at = next((m.start() for m in re.finditer(signs("D"), sk.text) if sk.meaning[m[0]] is one.dates[0]), -1)
    return clause_of(starts, at) == one.clause


def _goes_on(sk: Skeleton, trigger: Trigger) -> bool:
    """Whether an event is told as going on ("are massing")."""
    before = rule("events.going_on").search(sk.text[: trigger.start])
    return bool(before or rule("events.going_on_inside").search(sk.text[trigger.start : trigger.end]))


def _dated(sk: Skeleton, told: list[Event], at: int, starts: list[int]) -> list[Event]:
    """Find the event that a date at an offset belongs to."""
    number = clause_of(starts, at)
    spans = [(trigger.start, one) for one in told for trigger in (one.trigger, *one.merged)]
    here = [(start, one) for start, one in spans if clause_of(starts, start) == number]
    before, after = [one for start, one in here if start <= at], [one for start, one in here if start > at]
    if before or after:
        return before[-1:] or after[:1]
    if rule("events.told_there").search(sk.text[starts[number] : at]):
        return []  # its clause tells something else, which the date belongs to
    earlier = [one for start, one in spans if start < at and not one.dates]
    later = [one for start, one in spans if start > at]
    return (later[:1] or earlier[-1:]) if number == 0 else (earlier[-1:] or later[:1])


def by_date(sk: Skeleton, one: Event) -> list[Event]:
    """Take an event apart where each of its places has a date of its own: "in Alpha (May 3) and Beta (May 9)"."""
    sign_of = {id(meaning): sign for sign, meaning in sk.meaning.items()}
    own: list[tuple[tuple[str, Mention], When]] = []
    for role, place in one.places:
        found = rule("events.own_date").match(sk.text, sk.text.find(sign_of.get(id(place), "\0")) + 1)
        if found:
            own.append(((role, place), sk.meaning[found["d"]]))
    if len({id(when) for _, when in own}) < 2:
        return [one]
    role = own[0][0][0]
    same = all(place[0] in (role, "at") for place, _ in own)
    return [
        replace(one, places=[(role if same else place[0], place[1])], dates=[when], merged=[]) for place, when in own
    ]
