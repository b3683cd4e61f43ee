"""The role a place plays in an event, by the preposition before it and the type of what happened."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import PLACE
from mapping.reading.english.events.clauses import preposition
from mapping.reading.english.events.subjects import fires
from mapping.reading.english.events.triggers import FROM_AFAR
from mapping.reading.english.grammar import rule
from mapping.reading.english.relations import SPOT
from mapping.reading.english.tables import english

if TYPE_CHECKING:
    from mapping.mentions import Mention
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.english.events.clauses import Group
    from mapping.reading.english.events.triggers import Trigger


NOWHERE = ""  # the role of a place in which nothing of it happened


@cache
def _roles() -> dict[str, str]:
    """Role that each preposition gives a place."""
    return {word: role for role, words in english()["prepositions"].items() for word in words}


def role_of(sk: Skeleton, trigger: Trigger, group: Group, last: tuple[Group, str] | None) -> str:
    """Role of a group of places, NOWHERE for one that has none.

    `last` is the group before it with its role, which "and" hands on.
    """
    before = sk.text[: group.start]
    if _fires_from(sk, trigger, group):
        return "from"
    if group.places[0].kind == SPOT:
        return "at"
    if rule("events.road_to").search(before) and trigger.type in ("advance", "displacement"):
        return "toward"
    word = _preposition(sk, trigger, group)
    behind = trigger.end <= group.start and group.preposition != "near"
    if behind and not word and last and last[0].end > trigger.end and rule("events.listed").search(before):
        return last[1]
    if rule("events.out_of").search(before) and trigger.type not in {*FROM_AFAR, "capture"}:
        word = "from"
    if group.sort in ("H", "W"):
        return "from" if word == "from" else "on"
    return _of_type(sk, trigger, group, "" if behind and word == "to" and _to_do(sk, trigger, group) else word)


def _between(sk: Skeleton, trigger: Trigger, group: Group) -> str:
    """The words between an event and a place behind it; a frame may end with the preposition."""
    if trigger.noun:
        return sk.text[trigger.end : group.start]
    return re.sub(r"^[\w’'-]+", "", sk.text[trigger.start : group.start])


def _preposition(sk: Skeleton, trigger: Trigger, group: Group) -> str:
    """The small word that governs a place: behind the event its last one."""
    if trigger.end > group.start or group.preposition == "near":
        return group.preposition
    return preposition(re.split(rf"[;:,]|{PLACE}", _between(sk, trigger, group))[-1])


def _to_do(sk: Skeleton, trigger: Trigger, group: Group) -> bool:
    """Whether "to" before a place belongs to a verb ("sent to guard Alpha")."""
    return rule("events.to_do").search(_between(sk, trigger, group)) is not None


def _fires_from(sk: Skeleton, trigger: Trigger, group: Group) -> bool:
    """Whether a place only tells where guns or aircraft stand ("howitzers in Alpha shelled ..."): nothing hits it."""
    if not trigger.strikes or trigger.noun or trigger.passive or group.end > trigger.start:
        return False
    clause = re.split(r"[;,:“”]", sk.text[: group.start])[-1]
    return group.preposition in ("in", "at", "from", "near", "outside", "on") and fires().search(clause) is not None


def _of_type(sk: Skeleton, trigger: Trigger, group: Group, word: str) -> str:
    """Role that a type of event makes of a preposition."""
    role, told = _roles().get(word, ""), sk.text[trigger.start : trigger.end]
    if trigger.type == "advance":
        if role and word not in ("of", "on", "against", "upon", "by"):
            return role
        left = "from" if rule("events.departure").match(told) else "at" if rule("events.inside").match(told) else ""
        return left or ("to" if rule("events.arrival").match(told) else "toward")
    if trigger.type == "displacement":
        refuge = role == "at" and trigger.end <= group.start and rule("events.refuge").search(told)
        return "to" if refuge else role if role in ("to", "toward", "near", "between", "on") else "from"
    if trigger.type == "withdrawal" and not word and trigger.end <= group.start and rule("events.leaves").match(told):
        return "from"
    allowed = english()["roles"].get(trigger.type)
    if role == "from" and allowed is not None and role not in allowed:
        return NOWHERE  # where those who did it are from
    return role if role and (allowed is None or role in allowed) else "at"


def default_role(trigger: Trigger, place: Mention) -> str:
    """Role of a place that only the context tells."""
    if place.kind in ("road", "river"):
        return "on"
    return "from" if trigger.type == "displacement" else "at"
