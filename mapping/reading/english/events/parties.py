"""Who acts in an event and who suffers it, by voice, word order and small words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import signs
from mapping.reading.english.events.clauses import clause_of
from mapping.reading.english.grammar import rule

if TYPE_CHECKING:
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.english.events.told import Event
    from mapping.reading.english.events.triggers import Trigger

Named = tuple[int, int, tuple[str, ...]]  # start, end, ids of parties named together
MOST = 3  # parties told of one side
LOOK_BACK = 40  # characters before a party in which its small word stands
MEET = 12  # characters behind the first of two parties in which the second stands


def parties(
    sk: Skeleton, one: Event, starts: list[int], before: tuple[str, ...] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of who acts and of who suffers; nobody is on both sides.

    `before` are those who acted in the sentences before: "they" may mean them.
    """
    trigger = one.trigger.stands_for or one.trigger
    acting: list[str] = []
    suffering: list[str] = []
    for named in _named(sk):
        side = _side(sk, trigger, named, starts)
        if side == "meet":  # "clashes between the Reds and the Blues"
            first = sk.meaning[sk.text[named[0]]]
            acting.extend(first)
            suffering.extend(id_ for id_ in named[2] if id_ not in first)
        elif side:
            (acting if side == "acts" else suffering).extend(named[2])
    if trigger.loses:
        acting, suffering = _gainers(sk, trigger), acting or suffering
    if trigger.they and not acting and not set(before) & set(suffering):
        acting = list(before)
    acts = tuple(dict.fromkeys(acting))[:MOST]
    return acts, tuple(id_ for id_ in dict.fromkeys(suffering) if id_ not in acts)[:MOST]


def _named(sk: Skeleton) -> list[Named]:
    """Parties of a sentence, those named together as one."""
    found = rule("parties.together").finditer(sk.text)
    return [
        (m.start(), m.end(), tuple(id_ for sign in re.findall(signs("A"), m[0]) for id_ in sk.meaning[sign]))
        for m in found
    ]


def _side(sk: Skeleton, trigger: Trigger, named: Named, starts: list[int]) -> str:
    """The side of a party in an event: "acts", "suffers", both ("meet"), or none where it belongs to another clause."""
    start, end, _ = named
    before = sk.text[max(0, start - LOOK_BACK) : start]
    if start < trigger.start and _only_tells(sk, trigger, end):
        return ""
    elsewhere = clause_of(starts, start) != clause_of(starts, trigger.start)
    if start >= trigger.first:
        return "" if elsewhere and not rule("parties.by").search(before) else _behind(sk, trigger, before, start)
    owns = trigger.noun and rule("parties.owns").fullmatch(sk.text[end : trigger.start])
    if not owns and elsewhere and (trigger.noun or _another_between(sk, end, trigger.start)):
        return ""
    loses = trigger.falls and rule("parties.of").search(before)
    suffers = not trigger.noun and (trigger.passive or loses or rule("parties.not_acting").search(before))
    return "suffers" if suffers else "acts"


def _behind(sk: Skeleton, trigger: Trigger, before: str, start: int) -> str:
    """The side of a party named behind the word for the event."""
    between = sk.text[trigger.first : start]
    if rule("parties.between").search(between) and re.search(signs("A"), sk.text[start + 1 : start + MEET]):
        return "meet"
    falls_to = rule("parties.to_whom").match(sk.text, trigger.start) and rule("parties.to").search(before)
    if rule("parties.by").search(before) or rule("parties.between").search(between) or falls_to:
        return "acts"
    is_object = not (trigger.passive or trigger.noun) and rule("parties.object").fullmatch(between)
    return "suffers" if is_object or rule("parties.against").search(before) else ""


def _only_tells(sk: Skeleton, trigger: Trigger, end: int) -> bool:
    """Whether a party only tells of what others did ("the Reds say that the Blues took Alpha")."""
    told = rule("parties.tells").match(sk.text, end)
    if told is None or told.end() > trigger.start:
        return False
    between = sk.text[told.end() : trigger.start]
    its_own = trigger.noun and rule("parties.its_noun").fullmatch(between)
    return not (its_own or rule("parties.itself").search(between))


def _another_between(sk: Skeleton, end: int, start: int) -> bool:
    """Whether another party stands between one and the event."""
    return re.search(signs("A"), sk.text[end:start]) is not None


def _gainers(sk: Skeleton, trigger: Trigger) -> list[str]:
    """Who gains what somebody loses: "lost Alpha to the Reds"."""
    found = rule("parties.gainer").search(sk.text, trigger.end)
    return list(sk.meaning[found["a"]]) if found else []
