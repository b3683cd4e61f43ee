"""The role a place plays in a happening, by the preposition before it and the type of what happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.clauses import preposition
from mapping.reading.rules import rule
from mapping.reading.skeleton import PLACE

if TYPE_CHECKING:
    from mapping.mentions import Mention
    from mapping.reading.clauses import Group
    from mapping.reading.skeleton import Skeleton
    from mapping.reading.triggers import Trigger

ROLES = {
    "in": "at", "at": "at", "inside": "at", "within": "at", "of": "at", "on": "at", "upon": "at", "over": "at",
    "across": "at", "against": "at", "like": "at", "including": "at", "near": "near", "nearby": "near",
    "around": "near", "outside": "near", "close to": "near", "next to": "near", "off": "near", "beyond": "near",
    "from": "from", "to": "to", "into": "to", "onto": "toward", "toward": "toward", "towards": "toward",
    "for": "toward", "between": "between", "through": "via", "via": "via", "along": "on", "by": "at",
}  # fmt: skip
ALLOWED = {  # roles that a type knows beside "at"
    "capture": {"near", "from", "between"},
    "arrest": {"near"}, "looting": {"near"}, "protest": {"near"},
    "withdrawal": {"to", "near", "from", "toward"},
    "airstrike": {"near", "between", "on", "from"}, "drone-strike": {"near", "between", "on", "from"},
    "shelling": {"near", "between", "on", "from"},
    "battle": {"near", "between", "from", "on"}, "talks": {"near"},
}  # fmt: skip


def role_of(sk: Skeleton, trigger: Trigger, group: Group, last: tuple[Group, str] | None) -> str:
    """Role of a group of places; `last` is the group before it with its role, which "and" hands on."""
    word = group.preposition
    if trigger.end <= group.start and word != "near":
        between = sk.text[trigger.end : group.start]
        word = preposition(re.split(rf"[;:,]|{PLACE}", between)[-1])
        if not word and last and last[0].end > trigger.end and rule("happenings.listed").search(sk.text[: group.start]):
            return last[1]
        if word == "to" and rule("happenings.to_do").search(between):
            word = ""
    if group.sort in ("H", "W"):
        return "from" if word == "from" else "on"
    return "near" if rule("happenings.heading").match(word) else _of_type(sk, trigger, group, word)


def _of_type(sk: Skeleton, trigger: Trigger, group: Group, word: str) -> str:
    """Role that a type of happening makes of a preposition."""
    role, told = ROLES.get(word, ""), sk.text[trigger.start : trigger.end]
    if trigger.type == "advance":
        if role and word not in ("of", "on", "against", "upon", "by"):
            return role
        left = "from" if rule("happenings.departure").match(told) else ""
        return left or ("to" if rule("happenings.arrival").match(told) else "toward")
    if trigger.type == "displacement":
        refuge = role == "at" and trigger.end <= group.start and rule("happenings.refuge").search(told)
        return "to" if refuge else role if role in ("to", "toward", "near", "between", "on") else "from"
    allowed = ALLOWED.get(trigger.type)
    return role if role and (allowed is None or role in allowed) else "at"


def default_role(trigger: Trigger, place: Mention) -> str:
    """Role of a place that only the context tells."""
    if place.kind in ("road", "river"):
        return "on"
    return "from" if trigger.type == "displacement" else "at"
