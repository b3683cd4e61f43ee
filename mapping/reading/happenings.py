"""What happened, where and when: one draft for each happening of a sentence, in English."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mapping.reading.clauses import (
    Group,
    clause_of,
    clause_starts,
    governor,
    groups,
    is_source,
    speech_before,
)
from mapping.reading.context import Context, back_reference
from mapping.reading.drafted import Drafted
from mapping.reading.skeleton import PLACE, Skeleton, grammar, signs
from mapping.reading.triggers import CASUALTY, Trigger, certainty, triggers

if TYPE_CHECKING:
    from mapping.mentions import Mention
    from mapping.reading.dates import Calendar, When

ROLES = {
    "in": "at", "at": "at", "inside": "at", "within": "at", "of": "at", "on": "at", "upon": "at", "over": "at", "across": "at",
    "against": "at", "near": "near", "nearby": "near", "around": "near", "outside": "near", "close to": "near", "next to": "near",
    "off": "near", "from": "from", "to": "to", "into": "to", "toward": "toward", "towards": "toward", "for": "toward", "onto": "toward",
    "beyond": "near", "between": "between", "through": "via", "via": "via", "along": "on", "like": "at", "including": "at",
}  # fmt: skip
HEADING = re.compile(r"(?:north|south|east|west)", re.IGNORECASE)
TALKS_NEED_NO_PLACE = frozenset({"talks"})
FUTURE = frozenset({"planned", "demanded", "hypothetical"})


@dataclass
class Happening:
    """A trigger with what belongs to it."""

    trigger: Trigger
    certainty: str
    places: list[tuple[str, Mention]] = field(default_factory=list)
    dates: list[When] = field(default_factory=list)
    clause: int = 0
    merged: list[Trigger] = field(default_factory=list)


def happenings(sk: Skeleton, context: Context, calendar: Calendar, *, strikes: bool, taken: set[int]) -> list[Drafted]:
    """Read the happenings of a sentence; `taken` are ids of places that a distance or heading is taken from."""
    starts = clause_starts(sk)
    found = [trigger for trigger in triggers(sk, strikes) if not _part_of_position(sk, trigger)]
    found = _without_purposes(sk, found, starts)
    if not found:
        found = _casualties(sk, context, strikes=strikes)
    list_ = _happening_list(sk, found, starts)
    if not list_:
        return []
    where = [group for group in groups(sk) if not is_source(sk, group)]
    for group in where:
        group.used = all(id(place) in taken for place in group.places)
    _assign(sk, list_, where, starts, context)
    list_ = _merged(list_)
    _date(sk, list_, starts)
    return [_drafted(sk, one, calendar) for one in list_ if one.places or one.trigger.type in TALKS_NEED_NO_PLACE]


def _part_of_position(sk: Skeleton, trigger: Trigger) -> bool:
    """Whether "advanced one-third of the way" is told as a position already."""
    return trigger.type == "advance" and bool(re.match(rf" (?:\w+ )?{signs('F')} of the (?:way|road|route|distance)", sk.text[trigger.end :]))


def _without_purposes(sk: Skeleton, found: list[Trigger], starts: list[int]) -> list[Trigger]:
    """Leave out "to retake" behind "launched an offensive": it is what the offensive is for."""
    kept: list[Trigger] = []
    for trigger in found:
        purpose = re.search(r"(?:to|of|aimed at|at|for) (?:\w+ly )?$", sk.text[max(0, trigger.start - 20) : trigger.start])
        earlier = [other for other in kept if clause_of(starts, other.start) == clause_of(starts, trigger.start)]
        if purpose and trigger.type in ("capture", "advance", "withdrawal") and earlier and earlier[-1].type in ("advance", "battle", "other"):
            continue
        kept.append(trigger)
    return kept


def _casualties(sk: Skeleton, context: Context, *, strikes: bool) -> list[Trigger]:
    """Read a sentence that only counts the dead as the strike that the text tells of."""
    match = re.search(rf"(?<![\w-]){CASUALTY}(?![\w-])", sk.text)
    if match is None or not strikes or not re.search(r"civilian|people|resident|villager|local|child|women|woman|man|men|girl|boy|\d", sk.text):
        return []
    return [Trigger(match.start(), match.end(), "airstrike", noun=False)]


def _happening_list(sk: Skeleton, found: list[Trigger], starts: list[int]) -> list[Happening]:
    made = []
    for trigger in found:
        number = clause_of(starts, trigger.start)
        clause = starts[number], starts[number + 1] if number + 1 < len(starts) else len(sk.text)
        sure = certainty(sk, trigger, clause)
        if sure is not None:
            made.append(Happening(trigger, sure, clause=number))
    return made


def _assign(sk: Skeleton, list_: list[Happening], where: list[Group], starts: list[int], context: Context) -> None:
    by_trigger = {id(one.trigger): one for one in list_}
    found = [one.trigger for one in list_]
    regions: list[tuple[Happening, Group]] = []
    for group in where:
        trigger = governor(sk, group, found, starts)
        if trigger is None or group.used:
            continue
        one = by_trigger[id(trigger)]
        if group.sort == "R":
            regions.append((one, group))
        else:
            one.places += _with_roles(sk, trigger, group)
    for one, group in regions:
        if not one.places:
            one.places += _with_roles(sk, one.trigger, group)
    for one in list_:
        if not one.places:
            one.places = _elsewhere(sk, one, list_, where, starts, context)


def _with_roles(sk: Skeleton, trigger: Trigger, group: Group) -> list[tuple[str, Mention]]:
    role = _role(sk, trigger, group)
    return [(role, place) for place in group.places]


def _role(sk: Skeleton, trigger: Trigger, group: Group) -> str:
    word, type_ = group.preposition, trigger.type
    if group.sort in ("H", "W"):
        return "from" if word == "from" else "on"
    if HEADING.match(word):
        return "near"
    role = ROLES.get(word, "")
    if type_ == "capture":
        return role if role in ("near", "from", "between") else "at"
    if type_ == "advance":
        direct = not role or (role == "at" and word in ("of", "on", "against", "upon"))
        arrived = re.match(r"(?:reach|arriv|enter|foothold|made it|come|came)", sk.text[trigger.start : trigger.end])
        return ("to" if arrived else "toward") if direct else role
    if type_ == "displacement":
        return role if role in ("to", "toward", "near", "between", "on") else "from"
    if type_ == "withdrawal":
        return role if role in ("to", "near", "from", "toward") else "at"
    if type_ == "road-closure":
        return role or "at"
    if type_ in ("airstrike", "shelling", "drone-strike", "battle", "talks"):
        return role if role in ("near", "between", "from", "on") else "at"
    return role or "at"


def _elsewhere(
    sk: Skeleton, one: Happening, list_: list[Happening], where: list[Group], starts: list[int], context: Context
) -> list[tuple[str, Mention]]:
    """Find the place of a happening outside its clause: antecedent, back reference, the sentence, the text before."""
    first = starts[one.clause]
    last = starts[one.clause + 1] if one.clause + 1 < len(starts) else len(sk.text)
    clause = sk.text[first:last]
    before = [group for group in where if group.end <= first + 1 and group.sort != "R" and not group.used]
    if re.match(r",? ?(?:where|which|who)\b", clause) and before and re.fullmatch(r"\W*", sk.text[before[-1].end : first]):
        return _with_default(sk, one, before[-1].places)
    back = [match for match in re.finditer(back_reference(), clause, re.IGNORECASE) if not re.match(r"th?ere (?:is|are|was)", match[0])]
    for match in back:
        here = sk.places(sk.text[: first + match.start()])
        meant = context.it() if match[0].lower() in ("there", "here") else context.noun(match[0], here)
        if match[0].lower() in ("there", "here") and before:
            meant = before[-1].places
        if meant:
            return _with_default(sk, one, meant)
    it = re.search(r"(?<!\w)(?:it|its)(?!\w)", clause[max(0, one.trigger.end - first) :][:12])
    if it and not before and context.it():
        return _with_default(sk, one, context.it())
    if one.trigger.type == "talks":
        return []
    if before and one.clause:
        return _with_default(sk, one, before[-1].places if one.trigger.type != "displacement" else before[-1].places)
    if one.clause == 0 or not before:
        dateline = [group for group in where if group.start < 40 and group.end <= starts[1] + 1] if len(starts) > 1 and ":" in sk.text[starts[1] : starts[1] + 1] else []
        if dateline:
            return _with_default(sk, one, dateline[0].places)
        if _finite(sk, one.trigger) and one.certainty in ("asserted", "claimed", "disputed"):
            return _with_default(sk, one, context.it())
    return []


def _finite(sk: Skeleton, trigger: Trigger) -> bool:
    """Whether the trigger can carry a sentence of its own that refers back to the topic."""
    return not trigger.noun or bool(re.match(r"[“\"\s]*(?:The|An?|This|These|Those|At least|\d+)?(?: [\w-]+){0,3} ?$", sk.text[: trigger.start]))


def _with_default(sk: Skeleton, one: Happening, places: list[Mention]) -> list[tuple[str, Mention]]:
    group = Group(0, 0, places, "", "S")
    role = {"displacement": "from", "withdrawal": "at", "advance": "at"}.get(one.trigger.type, "at")
    return [(role if place.kind not in ("road", "river") else "on", place) for place in group.places]


def _merged(list_: list[Happening]) -> list[Happening]:
    """Make one of two happenings of one type, unless they have places of their own."""
    kept: list[Happening] = []
    for one in list_:
        twin = next((other for other in kept if other.trigger.type == one.trigger.type and _same(other, one)), None)
        if twin is None:
            kept.append(one)
            continue
        known = {id(place) for _, place in twin.places}
        twin.places += [(role, place) for role, place in one.places if id(place) not in known]
        twin.merged.append(one.trigger)
    return kept


def _same(one: Happening, other: Happening) -> bool:
    ours, theirs = ({place.place or place.name for _, place in happening.places} for happening in (one, other))
    return not ours or not theirs or bool(ours & theirs) or (one.clause == other.clause and one.certainty == other.certainty)


def _date(sk: Skeleton, list_: list[Happening], starts: list[int]) -> None:
    """Give each date of the sentence to the happening it stands with."""
    dates = [match.start() for match in re.finditer(signs("D"), sk.text)]
    for at in dates:
        when: When = sk.meaning[sk.text[at]]
        if speech_before(sk, at):
            continue
        dateline = at < 3 and re.match(rf", {PLACE}", sk.text[at + 1 :])
        number = clause_of(starts, at)
        before = [one for one in list_ for trigger in (one.trigger, *one.merged) if trigger.start < at and clause_of(starts, trigger.start) == number]
        after = [one for one in list_ if one.trigger.start > at and one.clause == number]
        if dateline:
            progressive = re.compile(r"(?:is|are) (?:\w+ )?$")
            for one in list_:
                if progressive.search(sk.text[: one.trigger.start]) or re.search(rf"(?:is|are) \w*ing", sk.text[one.trigger.start - 4 : one.trigger.end]):
                    one.dates.append(when)
            continue
        target = before[-1:] or after[:1]
        if not target:
            earlier = [one for one in list_ if one.trigger.start < at and not one.dates]
            later = [one for one in list_ if one.trigger.start > at]
            target = (later[:1] or earlier[-1:]) if at < 24 else (earlier[-1:] or later[:1])
        for one in target:
            one.dates.append(when)


def _drafted(sk: Skeleton, one: Happening, calendar: Calendar) -> Drafted:
    future = one.certainty in FUTURE
    when = one.dates[0] if one.dates else None
    actors, against = _actors(sk, one)
    return Drafted(
        "event", sk.start, sk.end, one.places, one.trigger.type,
        date=when.edtf(calendar, future=future) if when else None, date_text=when.text if when else None,
        certainty=one.certainty, actors=actors, against=against,
    )  # fmt: skip


def _actors(sk: Skeleton, one: Happening) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Parties that act, and parties that suffer it, by word order and "by", "from", "against"."""
    acting: list[str] = []
    suffering: list[str] = []
    for match in re.finditer(signs("A"), sk.text):
        names = sk.meaning[match[0]]
        before = sk.text[max(0, match.start() - 12) : match.start()]
        if re.search(r"(?:from|against|with|of|on) (?:the )?$", before) and match.start() > one.trigger.start:
            suffering += names
        elif match.start() < one.trigger.start or re.search(r"by (?:the )?$", before):
            acting += names
    return tuple(dict.fromkeys(acting[-2:])), tuple(name for name in dict.fromkeys(suffering[:2]) if name not in acting[-2:])


__all__ = ["grammar", "happenings"]
