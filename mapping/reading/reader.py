"""Reads a report: places, measures, dates, relations and happenings, sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from mapping.mentions.plain import Plain
from mapping.reading import burmese
from mapping.reading.context import Context
from mapping.reading.dates import calendar as dated
from mapping.reading.dates import spoken
from mapping.reading.facts import access, control
from mapping.reading.features import features
from mapping.reading.happenings import happenings
from mapping.reading.measures import measures, shares
from mapping.reading.positions import positions
from mapping.reading.qualifiers import without_qualifiers
from mapping.reading.relations import relations
from mapping.reading.sentences import STAMP, paragraphs, sentences
from mapping.reading.skeleton import SORTS, Skeleton, sort_of
from mapping.reading.unknown import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.mentions import Matcher, Mention, Scan
    from mapping.reading.dates import Calendar
    from mapping.reading.drafted import Drafted

STRIKES = re.compile(
    r"air[- ]?strike|air[- ]?raid|bomb|warplane|fighter jet|air force|\bstrikes (?:on|against)|လေကြောင်း|ဗုံးကြဲ|လေယာဉ်",
    re.IGNORECASE,
)


SETTLED = ("town", "village")


@dataclass(frozen=True)
class Reading:
    """What was read: mentions and drafted statements, offsets in code points of `text`."""

    text: str
    mentions: tuple[Mention, ...]
    statements: tuple[Drafted, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain data: {"mentions": [...], "statements": [...]}, every key always there."""
        return {
            "mentions": [asdict(mention) for mention in self.mentions],
            "statements": [statement.as_json(self.text) for statement in self.statements],
        }


def read(text: str, published: date | str | None, matcher: Matcher) -> Reading:
    """Read a text against its day of publication (a date, ISO 8601, or None; a leading date stamp serves too).

    Text in the Zawgyi encoding is read as Unicode; offsets are those of the text itself.
    """
    plain = Plain.of(text)
    day = _day(published) or _stamped(text)
    if plain.origin is None:
        return _read(text, day, matcher)
    found = _read(plain.text, day, matcher)
    mentions = []
    for mention in found.mentions:
        start, end = plain.span(mention.start, mention.end)
        mentions.append(replace(mention, start=start, end=end, text=text[start:end]))
    for statement in found.statements:
        statement.start, statement.end = plain.span(statement.start, statement.end)
    return Reading(text, tuple(mentions), found.statements)


def _read(text: str, published: date | None, matcher: Matcher) -> Reading:
    scan = matcher.scan(text)
    mentions = _with_unknown(text, scan, matcher)
    calendar = dated(text, published)
    things = _things(text, mentions, scan.actors)
    found: list[Drafted] = []
    context, at = Context(), 0
    strike = STRIKES.search(text)
    strike_at = strike.start() if strike else len(text)
    breaks = iter([*paragraphs(text), len(text) + 1])
    new = next(breaks)
    for start, end in sentences(text) if scan.home else ():
        if start >= new:
            context.new_paragraph()
            while start >= new:
                new = next(breaks)
        while at < len(things) and things[at][1] < start:
            at += 1
        here = []
        for thing in things[at:]:
            if thing[1] >= end:
                break
            if thing[2] <= end:
                here.append(thing)
        found += _sentence(text, Skeleton.of(text, start, end, here), context, calendar, strikes=strike_at < end)
    return Reading(text, tuple(mentions), tuple(found))


def _with_unknown(text: str, scan: Scan, matcher: Matcher) -> list[Mention]:
    """All mentions in reading order, those that only the reference knows or nobody included."""
    found = features(text, scan)
    located = {mention.place for mention in scan.mentions if mention.latitude is not None}
    company = len(located) > 1 or scan.actors or any(m.kind in ("township", "region") for m in scan.mentions)
    nowhere = [m for m in scan.mentions if m.place is None and m.kind in SETTLED]
    names = [*(mention for mention, _ in found), *nowhere]
    resolved = resolve(names, scan.mentions, matcher.gazetteer, home=scan.home and bool(company))
    believed = [m for m, (_, sure) in zip(resolved, found, strict=False) if sure or m.place]
    known = [m for m in scan.mentions if m not in nowhere]
    return sorted([*known, *believed, *resolved[len(found) :]], key=lambda m: (m.start, -m.end))


def _sentence(text: str, sk: Skeleton, context: Context, calendar: Calendar, *, strikes: bool) -> Iterator[Drafted]:
    named = sk.places(sk.text)
    if not sk.meaning and not context.named:
        return
    if burmese.is_burmese(text[sk.start : sk.end]):
        yield from _burmese(sk, context, calendar, named, strikes=strikes)
        return
    without_qualifiers(sk)
    lies = list(relations(sk, context))
    ground = {id(place) for one in lies for place in one.of("from") if len(one.places) > 1}
    facts = [*positions(sk, context), *access(sk, context), *control(sk, context, calendar)]
    beside = {id(place) for one in lies for place in one.of("from") if len(one.places) == 1}
    ground -= {id(place) for one in lies for place in one.of("to")}
    events = happenings(sk, context, calendar, strikes=strikes, taken=ground, beside=beside)
    at = [place for one in events for role, place in one.places if role in ("at", "near", "to")]
    subjects = [
        place
        for place in sk.places(sk.text)
        if id(place) not in ground and place.kind not in ("region", "country", "road", "river")
    ]
    topic = next(iter(at if at and at[0] in subjects[:1] else subjects or at), None)
    context.note(named, topic)
    yield from lies
    yield from facts
    yield from events


def _burmese(
    sk: Skeleton, context: Context, calendar: Calendar, named: list[Mention], *, strikes: bool
) -> Iterator[Drafted]:
    burmese.without_qualifiers(sk)
    lies = list(burmese.relations(sk, context))
    ground = {id(place) for one in lies for place in one.of("from")}
    events = burmese.happenings(sk, context, calendar, strikes=strikes, taken=ground)
    held = list(burmese.control(sk))
    subjects = [
        place for place in sk.places(sk.text) if id(place) not in ground and place.kind not in ("region", "country")
    ]
    context.note(named, next(iter(subjects), None))
    yield from [*lies, *held, *events]


def _things(
    text: str, mentions: list[Mention], actors: tuple[tuple[int, int, tuple[str, ...]], ...]
) -> list[tuple[str, int, int, Any]]:
    """All signs of a text: (sort, start, end, meaning), by start."""
    things: list[tuple[str, int, int, Any]] = [(sort_of(m.kind), m.start, m.end, m) for m in mentions]
    things += [("A", start, end, ids) for start, end, ids in actors]
    things += [("L" if m.length_km is not None else "U", m.start, m.end, m) for m in measures(text)]
    things += [("F", start, end, share) for start, end, share in shares(text)]
    things += [("D", when.start, when.end, when) for when in spoken(text)]
    return sorted(things, key=lambda thing: (thing[1], -thing[2], SORTS.index(thing[0])))


def _day(published: date | str | None) -> date | None:
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _stamped(text: str) -> date | None:
    stamp = STAMP.match(text)
    return _day(stamp[0].split()[1]) if stamp else None
