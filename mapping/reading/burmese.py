"""What a Burmese sentence says: distances, control, happenings. The verb stands last, particles stand behind places."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.drafted import Drafted
from mapping.reading.language import either, table
from mapping.reading.rules import compiled
from mapping.reading.skeleton import SPOT, signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.mentions import Mention
    from mapping.reading.context import Context
    from mapping.reading.dates import Calendar, When
    from mapping.reading.skeleton import Skeleton

PLACES = rf"{SPOT}(?:(?:\s?(?:၊|,|နဲ့|နှင့်)\s?){SPOT})*"
VERB_TAIL = 14  # code points behind a verb in which its ending says whether it is planned or denied
PURPOSES, MEANS = ("capture", "advance"), ("advance", "battle", "other")  # "an offensive to retake Alpha" is one
AFTER_FOR = re.compile(r"(?:ဖို့|ရန်)")


def is_burmese(text: str) -> bool:
    """Whether a sentence is written in Burmese letters for the most part."""
    letters = len(re.findall(r"[\u1000-\u109f]", text))
    return letters * 2 > len(re.sub(r"\s", "", text))


def without_qualifiers(sk: Skeleton) -> None:
    """Take out generic words behind places, and townships and regions before the places that lie in them."""
    rows = table("burmese")["facts"]
    sk.cut(re.compile(rf"(?<={SPOT})(?P<cut>{either(rows['generic'])})"))
    sk.cut(re.compile(rf"(?P<cut>{signs('R')}[\u1000-\u109f]{{0,20}}?[၊,]?\s?)(?={signs('PT')})"))
    sk.cut(re.compile(rf"(?P<cut>{signs('T')}{rows['qualifiers']})(?={signs('P')})"))

    def is_list(match: re.Match[str]) -> bool:
        coarse, fine = sk.meaning[match["coarse"]], sk.meaning[match["fine"]]
        return coarse.kind not in ("town", "city") or fine.kind not in ("ward", "village")

    sk.cut(re.compile(rf"(?P<cut>(?P<coarse>{signs('P')})[၊,]?\s)(?=(?P<fine>{signs('P')}))"), is_list)


def relations(sk: Skeleton, context: Context) -> Iterator[Drafted]:
    """Read "Beta that is 10 miles from Alpha", "Beta is 10 miles from Alpha", "10 miles east of Alpha"."""
    rows, headings = table("burmese")["facts"], table("burmese")["headings"]
    linked, far = either(rows["with"]), either(rows["far"])
    heading = rf"(?:(?:ရဲ့|၏)?\s?(?P<b>{either(headings)})(?:ဘက်|ဖက်)?[^{signs('PL')[1:-1]}]{{0,6}}?)?"
    pattern = re.compile(
        rf"(?P<g>{SPOT}){heading}(?:\s?{linked})?\s?(?P<l>{signs('L')})(?:[^။{SPOT[1:-1]}]{{0,14}}?(?P<far>{far}))?[^။\s{SPOT[1:-1]}]{{0,8}}\s?(?P<f>{PLACES})?"
    )
    for match in pattern.finditer(sk.text):
        if not (match["b"] or match["far"]):
            continue
        ground = sk.meaning[match["g"]]
        before = [place for place in sk.places(sk.text[: match.start()]) if place.kind not in ("region", "country")]
        figure = (
            sk.places(match["f"] or "")
            or before[-1:]
            or [place for place in context.it() if place.place != ground.place]
        )
        measure = sk.meaning[match["l"]]
        yield Drafted(
            "distance", sk.start, sk.end, [("from", ground), *(("to", place) for place in figure)],
            km=measure.km, miles=measure.miles, about=measure.about, limit=measure.limit,
            bearing=headings[match["b"]] if match["b"] else None,
        )  # fmt: skip


def control(sk: Skeleton) -> Iterator[Drafted]:
    """Read "Alpha in the hands of the party", "the party controls Alpha"."""
    rows = table("burmese")["facts"]
    before = re.compile(rf"(?P<a>{signs('A')})[^။]{{0,8}}?(?:{'|'.join(rows['control_before'])})\s?(?P<p>{PLACES})")
    after = compiled(rf"(?P<p>{PLACES})(?:{'|'.join(rows['control_after'])})")
    for match in [*before.finditer(sk.text), *after.finditer(sk.text)]:
        actors = tuple(actor for sign in re.findall(signs("A"), match[0]) for actor in sk.meaning[sign])
        places = [("at", place) for place in sk.places(match["p"])]
        yield Drafted("control", sk.start, sk.end, places, actors=tuple(dict.fromkeys(actors)))


@cache
def _triggers() -> list[tuple[str, re.Pattern[str]]]:
    return [(type_, compiled("|".join(words))) for type_, words in table("burmese")["events"].items()]


def happenings(sk: Skeleton, context: Context, calendar: Calendar, *, strikes: bool, taken: set[int]) -> list[Drafted]:
    """Read the happenings of a sentence; arguments as for English."""
    found = _found(sk, strikes=strikes)
    drafts: list[Drafted] = []
    reached, last = 0, list[tuple[str, "Mention"]]()
    for number, (start, end, type_) in enumerate(found):
        following = found[number + 1][2] if number + 1 < len(found) else ""
        sure = _certainty(sk.text, end)
        if sure is None or (AFTER_FOR.match(sk.text, end) and type_ in PURPOSES and following in MEANS):
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
        ))  # fmt: skip
    return [draft for draft in drafts if draft.places or draft.event_type == "talks"]


def _found(sk: Skeleton, *, strikes: bool) -> list[tuple[int, int, str]]:
    """(start, end, type) of the words for happenings; the dead alone are told of the strikes of the text."""
    found: list[tuple[int, int, str]] = []
    for type_, pattern in _triggers():
        for match in pattern.finditer(sk.text):
            if not any(match.start() <= end and start <= match.end() for start, end, _ in found):
                found.append((*match.span(), type_))
    dead = re.search(either(table("burmese")["facts"]["casualties"]), sk.text) if strikes and not found else None
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
    roles = table("burmese")["roles"]
    after = re.sub(rf"^{either(table('burmese')['plurals']['words'])}", "", after)
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


def _certainty(text: str, end: int) -> str | None:
    cues, tail = table("burmese")["cues"], text[end : end + VERB_TAIL]
    if re.match(rf"[^\s]{{0,6}}{either(cues['nothing'])}", tail):
        return None
    for kind in ("disputed", "demanded", "hypothetical"):
        if re.search(either(cues[kind]), text[end:]):
            return kind
    planned = re.match(rf"[^\s]{{0,10}}?{either(cues['planned'])}", tail)
    return "planned" if planned else "asserted"
