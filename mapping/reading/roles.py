"""The role a place plays in a happening, by the preposition before it and the type of what happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.clauses import Group, preposition
from mapping.reading.skeleton import PLACE, Skeleton

if TYPE_CHECKING:
    from mapping.mentions import Mention
    from mapping.reading.triggers import Trigger

ROLES = {
    "in": "at", "at": "at", "inside": "at", "within": "at", "of": "at", "on": "at", "upon": "at", "over": "at", "across": "at",
    "against": "at", "like": "at", "including": "at", "near": "near", "nearby": "near", "around": "near", "outside": "near",
    "close to": "near", "next to": "near", "off": "near", "beyond": "near", "from": "from", "to": "to", "into": "to",
    "onto": "toward", "toward": "toward", "towards": "toward", "for": "toward", "between": "between", "through": "via",
    "via": "via", "along": "on", "by": "at",
}  # fmt: skip
HEADING = re.compile(r"(?:north|south|east|west)")
ARRIVAL = re.compile(r"(?:reach|arriv|enter|foothold|made it|come|came)", re.IGNORECASE)
DEPARTURE = re.compile(r"(?:left|leav|depart|set out)", re.IGNORECASE)
REFUGE = re.compile(r"refuge|shelter|resettl", re.IGNORECASE)
PURPOSE = re.compile(r"to (?:\w+ly )?(?:re-?|take|seize|capture|occupy|attack|clear|secure|control|defend|guard|enter|assault|storm)\w* (?:[\w-]+ ){0,3}$")
ALLOWED = {  # roles that a type knows beside "at"
    "capture": {"near", "from", "between"},
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
        if not word and last and re.search(rf"{PLACE},? ?(?:and )?(?:the )?$", sk.text[: group.start]) and last[0].end > trigger.end:
            return last[1]
        if word == "to" and PURPOSE.search(between):
            word = ""
    if group.sort in ("H", "W"):
        return "from" if word == "from" else "on"
    if HEADING.match(word):
        return "near"
    role = ROLES.get(word, "")
    if trigger.type == "advance":
        direct = not role or word in ("of", "on", "against", "upon", "by")
        arrived = ARRIVAL.match(sk.text[trigger.start : trigger.end])
        left = DEPARTURE.match(sk.text[trigger.start : trigger.end]) and direct
        return "from" if left else ("to" if arrived else "toward") if direct else role
    if trigger.type == "displacement":
        if role == "at" and REFUGE.search(sk.text[trigger.start : trigger.end]) and trigger.end <= group.start:
            return "to"
        return role if role in ("to", "toward", "near", "between", "on") else "from"
    if trigger.type in ALLOWED:
        return role if role in ALLOWED[trigger.type] else "at"
    return role or "at"


def default_role(trigger: Trigger, place: Mention) -> str:
    """Role of a place that only the context tells."""
    if place.kind in ("road", "river"):
        return "on"
    return "from" if trigger.type == "displacement" else "at"
