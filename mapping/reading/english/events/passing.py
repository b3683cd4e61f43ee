"""Which words tell of nothing by themselves (in passing, as a purpose, in a heading); what is told without a verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import signs
from mapping.reading.english.events.clauses import clause_of
from mapping.reading.english.events.triggers import Trigger
from mapping.reading.english.grammar import rule

if TYPE_CHECKING:
    from mapping.reading.core.skeleton import Skeleton


def is_heading(sk: Skeleton) -> bool:
    """Whether a line without a full stop has most of its few words capitalised ("The Battle for Alpha: Economics")."""
    words = re.findall(r"[A-Za-z][\w’'-]*", sk.text)
    capital = sum(word[0].isupper() for word in words)
    return not re.search(r"[.!?”\"]\s*$", sk.text) and len(words) <= 12 and capital * 2 > len(words)


def gaps(sk: Skeleton, found: list[Trigger]) -> list[Trigger]:
    """Read "Alpha was bombed in May, and in June, Beta", "took Alpha in May and Beta in June": one verb for all."""
    gaps = [match for match in rule("events.gap").finditer(sk.text) if match["p"] or _dated_before(sk, match.start())]
    spans = [(match.start(), match.start("p" if match["p"] else "q")) for match in gaps]
    for chain in rule("events.chain").finditer(sk.text):
        joints = rule("events.joint").finditer(chain[0])
        spans += [(chain.start() + joint.start(), chain.start() + joint.end()) for joint in joints]
    made = []
    for start, end in spans:
        earlier = [trigger for trigger in found if trigger.end <= start]
        if earlier:
            made.append(Trigger(start, end, earlier[-1].type, earlier[-1].noun, gap=True, stands_for=earlier[-1]))
    return made


def _dated_before(sk: Skeleton, at: int) -> bool:
    """Whether a date stands in the part of the sentence before an offset: what follows has its own."""
    return re.search(signs("D"), sk.text[:at]) is not None


def without_passing(sk: Skeleton, found: list[Trigger]) -> list[Trigger]:
    """Leave out nouns told in passing ("retaken after a month of fighting"), where they have no place of their own."""

    def passing(trigger: Trigger) -> bool:
        before = rule("events.passing").search(sk.text[max(0, trigger.start - 60) : trigger.start])
        others = [other for other in found if other is not trigger and (not other.noun or other.start < trigger.start)]
        if not (before and others and trigger.noun):
            return False
        if trigger.strikes and rule("events.cause").fullmatch(before["p"]):
            return False  # "fled because of artillery fire": it was fired
        own = re.search(r" (?:of|on|in|at|against|near)$", sk.text[trigger.start : trigger.end])
        behind = (own[0] if own else "") + sk.text[trigger.end :]
        return not (rule("events.attached").match(behind) or rule("events.goes_on").match(behind))

    return [trigger for trigger in found if not passing(trigger)]


def without_purposes(sk: Skeleton, found: list[Trigger], starts: list[int]) -> list[Trigger]:
    """Leave out "to retake" behind "launched an offensive": it is what the offensive is for."""
    kept: list[Trigger] = []
    for trigger in found:
        purpose = rule("events.purpose").search(sk.text[max(0, trigger.start - 20) : trigger.start])
        earlier = [other for other in kept if clause_of(starts, other.start) == clause_of(starts, trigger.start)]
        moves = earlier and earlier[-1].type in ("advance", "battle", "siege", "other")
        if not (purpose and moves and trigger.type in ("capture", "advance", "withdrawal")):
            kept.append(trigger)
    return kept
