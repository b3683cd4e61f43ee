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


def parties(sk: Skeleton, one: Event, starts: list[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of who acts and of who suffers; nobody is on both sides."""
    trigger = one.trigger
    acting: list[str] = []
    suffering: list[str] = []
    for named in _named(sk):
        side = _side(sk, trigger, named, starts)
        if side:
            (acting if side == "acts" else suffering).extend(named[2])
    if trigger.loses:
        acting, suffering = _gainers(sk, trigger), acting or suffering
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
    """The side of a party in an event: "acts", "suffers", or none where it belongs to another clause."""
    start, end, _ = named
    before = sk.text[max(0, start - LOOK_BACK) : start]
    elsewhere = clause_of(starts, start) != clause_of(starts, trigger.start)
    if start >= trigger.end:
        return "" if elsewhere and not rule("parties.by").search(before) else _behind(sk, trigger, before, start)
    owns = trigger.noun and rule("parties.owns").fullmatch(sk.text[end : trigger.start])
    if not owns and elsewhere and (trigger.noun or _another_between(sk, end, trigger.start)):
        return ""
    suffers = not trigger.noun and (trigger.passive or rule("parties.not_acting").search(before))
    return "suffers" if suffers else "acts"


def _behind(sk: Skeleton, trigger: Trigger, before: str, start: int) -> str:
    """The side of a party named behind the word for the event."""
    between = sk.text[trigger.end : start]
    falls_to = rule("parties.to_whom").match(sk.text, trigger.start) and rule("parties.to").search(before)
    if rule("parties.by").search(before) or rule("parties.between").search(between) or falls_to:
        return "acts"
    is_object = not (trigger.passive or trigger.noun) and rule("parties.object").fullmatch(between)
    return "suffers" if is_object or rule("parties.against").search(before) else ""


def _another_between(sk: Skeleton, end: int, start: int) -> bool:
    """Whether another party stands between one and the event."""
    return re.search(signs("A"), sk.text[end:start]) is not None


def _gainers(sk: Skeleton, trigger: Trigger) -> list[str]:
    """Who gains what somebody loses: "lost Alpha to the Reds"."""
    found = rule("parties.gainer").search(sk.text, trigger.end)
    return list(sk.meaning[found["a"]]) if found else []
