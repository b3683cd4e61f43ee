"""What happened, where and when: one draft for each event of a sentence, in Burmese."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.burmese.relations import grounds
from mapping.reading.burmese.tables import burmese
from mapping.reading.core.drafted import Drafted
from mapping.reading.core.rules import compiled
from mapping.reading.core.skeleton import signs
from mapping.reading.core.words import either

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.mentions import Mention
    from mapping.reading.core.context import Context
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.core.when import Calendar, When

SURE = 0.7  # share of drafted events that were right in annotated texts (tests.benchmarks.sure)
VERB_TAIL = 14  # code points behind a verb in which its ending says whether it is planned or denied
PURPOSES = ("capture", "advance")  # "an offensive to retake Alpha" is one event
MEANS = ("advance", "battle", "siege", "other")


@cache
def _triggers() -> list[tuple[str, re.Pattern[str]]]:
    return [(type_, compiled("|".join(words))) for type_, words in burmese()["events"].items()]


def events(sk: Skeleton, context: Context, calendar: Calendar, lies: Sequence[Drafted], strikes: bool) -> list[Drafted]:
    """Read the events of a sentence; nothing happened at the places that distances are taken from (`lies`)."""
    found, taken = _found(sk, strikes=strikes), grounds(lies)
    drafts: list[Drafted] = []
    reached, last = 0, list[tuple[str, "Mention"]]()
    for number, (start, end, type_) in enumerate(found):
        following = found[number + 1][2] if number + 1 < len(found) else ""
        sure = _certainty(sk.text, start, end)
        if sure is None or (_for().match(sk.text, end) and type_ in PURPOSES and following in MEANS):
            continue
        places = _places(sk, reached, end, type_, taken) or _restyled(last, type_) or _topic(context, type_)
        when = _date(sk, reached, start)
        reached, last = end, places
        ours = {place.place or place.name for _, place in places}
        twins = ({place.place or place.name for _, place in one.places} for one in drafts if one.event_type == type_)
        if any(not ours or ours <= theirs for theirs in twins):
            continue
        drafts.append(Drafted(
            "event", sk.start, sk.end, places, type_, certainty=sure, actors=_actors(sk, start),
            date=when.edtf(calendar, future=sure == "planned") if when else None, date_text=when.text if when else None,
            confidence=SURE,
        ))  # fmt: skip
    return [draft for draft in drafts if draft.places or draft.event_type == "talks"]


def tells(sk: Skeleton) -> bool:
    """Whether a sentence holds words for an event."""
    return bool(_found(sk, strikes=False))


@cache
def _for() -> re.Pattern[str]:
    """Match what makes a verb the purpose of another one, right behind it."""
    return re.compile(either(burmese()["cues"]["purpose"]))


def _found(sk: Skeleton, *, strikes: bool) -> list[tuple[int, int, str]]:
    """(start, end, type) of the words for events; the dead alone are told of the strikes of the text."""
    found: list[tuple[int, int, str]] = []
    for type_, pattern in _triggers():
        for match in pattern.finditer(sk.text):
            if not any(match.start() <= end and start <= match.end() for start, end, _ in found):
                found.append((*match.span(), type_))
    dead = re.search(either(burmese()["facts"]["casualties"]), sk.text) if strikes and not found else None
    return sorted(found) or ([(*dead.span(), "airstrike")] if dead else [])


def _date(sk: Skeleton, first: int, last: int) -> When | None:
    """Return the first date in a stretch of the sentence."""
    match = re.search(signs("D"), sk.text[first:last])
    return sk.meaning[match[0]] if match else None


def _topic(context: Context, type_: str) -> list[tuple[str, Mention]]:
    role = "from" if type_ == "displacement" else "at"
    return [(role, place) for place in context.it()] if type_ != "talks" else []


def _places(sk: Skeleton, first: int, last: int, type_: str, taken: set[int]) -> list[tuple[str, Mention]]:
    found: list[tuple[str, Mention]] = []
    for match in re.finditer(signs("PTWH"), sk.text[first:last]):
        place = sk.meaning[match[0]]
        if id(place) not in taken:
            found.append((_role(sk.text[first + match.end() :], place, type_), place))
    for number in range(len(found) - 2, -1, -1):  # members of a list share the particle of the last
        if found[number][0] == "":
            found[number] = found[number + 1][0], found[number][1]
    default = "from" if type_ == "displacement" else "at"
    return [(role or default, place) for role, place in found]


def _role(after: str, place: Mention, type_: str) -> str:
    roles = burmese()["roles"]
    after = re.sub(rf"^{either(burmese()['plurals']['words'])}", "", after)
    ranked = sorted(((word, role) for role, words in roles.items() for word in words), key=lambda pair: -len(pair[0]))
    role = next((role for word, role in ranked if after.startswith(word)), "")
    if place.kind in ("road", "river"):
        return "on"
    if role == "object":
        return (
            "toward"
            if type_ == "advance" and not re.match(r"ကို\s?(?:ရောက်|ဝင်)", after)
            else "to"
            if type_ == "advance"
            else "at"
        )
    if type_ == "displacement" and role in ("at", "near"):
        return "from"
    if role in ("from", "to", "toward") and type_ not in ("advance", "displacement", "withdrawal"):
        return "at"
    return role


def _restyled(places: list[tuple[str, Mention]], type_: str) -> list[tuple[str, Mention]]:
    if type_ == "displacement":
        return [("from", place) for _, place in places]
    return [
        ("at" if role in ("from", "to", "toward") and type_ != "advance" else role, place) for role, place in places
    ]


def _actors(sk: Skeleton, before: int) -> tuple[str, ...]:
    found = [actor for sign in re.findall(signs("A"), sk.text[:before]) for actor in sk.meaning[sign]]
    return tuple(dict.fromkeys(found[-1:]))


def _certainty(text: str, start: int, end: int) -> str | None:
    cues, tail = burmese()["cues"], text[end : end + VERB_TAIL]
    negated = text[:start].endswith(cues["not"]) and re.match(rf"[^\s]{{0,8}}?{either(cues['not_endings'])}", tail)
    if negated or re.match(rf"[^\s]{{0,6}}{either(cues['nothing'])}", tail):
        return None
    if re.match(rf"[^\s]{{0,6}}\s?{either(cues['denied'])}", tail):
        return "disputed"
    for kind in ("disputed", "demanded", "hypothetical"):
        if re.search(either(cues[kind]), text[end:]):
            return kind
    planned = re.match(rf"[^\s]{{0,10}}?{either(cues['planned'])}", tail)
    return "planned" if planned else "asserted"
