"""Reads a report: places, measures, dates, relations and events, sentence by sentence, each in its language."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from mapping.domain.vocabulary import HAPPENED
from mapping.mentions.plain import Plain, with_zeros
from mapping.mentions.words import after_name
from mapping.reading.core.context import Context, key
from mapping.reading.core.dates import calendar as dated
from mapping.reading.core.dates import spoken
from mapping.reading.core.drafted import Missed
from mapping.reading.core.resolving import resolve
from mapping.reading.core.sentences import STAMP, paragraphs, sentences
from mapping.reading.core.skeleton import SORTS, Skeleton, sort_of
from mapping.reading.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.mentions import Matcher, Mention, Scan
    from mapping.reading.core.drafted import Drafted
    from mapping.reading.core.language import Language
    from mapping.reading.core.when import Calendar

    Languages = tuple[Language, ...]
    Thing = tuple[str, int, int, Any]  # sort, start, end, meaning

SETTLED = ("town", "village")


@dataclass(frozen=True)
class Reading:
    """What was read: mentions and drafted statements, offsets in code points of `text`."""

    text: str
    mentions: tuple[Mention, ...]
    statements: tuple[Drafted, ...]
    missed: tuple[Missed, ...] = ()  # sentences that hold what was not drafted

    def as_json(self) -> dict[str, Any]:
        """Plain data: {"mentions": [...], "statements": [...], "missed": [...]}, every key always there."""
        return {
            "mentions": [asdict(mention) for mention in self.mentions],
            "statements": [statement.as_json(self.text) for statement in self.statements],
            "missed": [one._asdict() | {"sentence": self.text[one.start : one.end]} for one in self.missed],
        }


def read(text: str, published: date | str | None, matcher: Matcher, languages: Languages = LANGUAGES) -> Reading:
    """Read a text against its day of publication (a date, ISO 8601, or None; a leading date stamp serves too).

    Text in the Zawgyi encoding is read as Unicode; offsets are those of the text itself.
    """
    plain = Plain.of(text)
    day = _day(published) or _stamped(text)
    if plain.origin is None:
        found = _read(with_zeros(text), day, matcher, languages)
        return replace(found, text=text, mentions=tuple(_as_written(one, text) for one in found.mentions))
    found = _read(with_zeros(plain.text), day, matcher, languages)
    mentions = []
    for mention in found.mentions:
        start, end = plain.span(mention.start, mention.end)
        mentions.append(replace(mention, start=start, end=end, text=text[start:end]))
    for statement in found.statements:
        statement.start, statement.end = plain.span(statement.start, statement.end)
    missed = (one._replace(start=span[0], end=span[1]) for one in found.missed if (span := plain.span(*one[:2])))
    return Reading(text, tuple(mentions), found.statements, tuple(missed))


def _as_written(one: Mention, text: str) -> Mention:
    words = text[one.start : one.end]
    return one if words == one.text else replace(one, text=words)


def _read(text: str, published: date | None, matcher: Matcher, languages: Languages) -> Reading:
    scan = matcher.scan(text)
    mentions = _with_unknown(text, scan, matcher, languages)
    calendar = dated(text, published, languages)
    things = _things(text, mentions, scan.actors, languages)
    found: list[Drafted] = []
    missed: list[Missed] = []
    context, at = Context(), 0
    strike_at = _first_strike(text, languages)
    breaks = iter([*paragraphs(text, languages), len(text) + 1])
    new = next(breaks)
    for start, end in sentences(text, languages):
        if start >= new:
            context.new_paragraph()
            while start >= new:
                new = next(breaks)
        while at < len(things) and things[at][1] < start:
            at += 1
        sk = Skeleton.of(text, start, end, _within(things, at, end))
        language = next((one for one in languages if one.detect(text[start:end])), None)
        if language and (sk.meaning or context.named):
            drafts = _sentence(sk, language, context, calendar.by(end), strikes=strike_at < end)
            found += drafts
            reason = language.missed(sk, drafts)
            missed += [Missed(start, end, reason)] if reason else []
    return Reading(text, tuple(mentions), tuple(_dated_by_the_report(found, text)), tuple(missed))


def _dated_by_the_report(found: list[Drafted], text: str) -> list[Drafted]:
    """Give a heading the day on which its report says that the same happened at the same place."""
    heading = len(text) - len(text.lstrip()) + len(text.lstrip().partition("\n")[0])
    told = [one for one in found if one.event_type and one.start >= heading and one.certainty in HAPPENED]
    for one in found:
        if one.end > heading or one.date or not one.event_type or one.certainty not in HAPPENED:
            continue
        places = {key(place) for _, place in one.places}
        alike = (other for other in told if other.event_type == one.event_type)
        first = next((other for other in alike if places & {key(place) for _, place in other.places}), None)
        if first and first.date:
            one.date, one.date_text = first.date, first.date_text
    return found


def _within(things: list[Thing], at: int, end: int) -> Iterator[Thing]:
    """Yield the signs from the one numbered `at` on that stand before an offset."""
    for thing in things[at:]:
        if thing[1] >= end:
            return
        if thing[2] <= end:
            yield thing


def _first_strike(text: str, languages: Languages) -> int:
    """Where a text first tells of air strikes; its length where it never does."""
    found = (language.strikes.search(text) for language in languages if language.strikes)
    return min((match.start() for match in found if match), default=len(text))


def _with_unknown(text: str, scan: Scan, matcher: Matcher, languages: Languages) -> list[Mention]:
    """All mentions in reading order, those that only the reference knows or nobody included."""
    taken = _taken(text, scan)
    rows = (row for language in languages for row in language.unknown_names(text, scan, taken))
    found = sorted(((matcher.as_region(one), sure) for one, sure in rows), key=lambda row: row[0].start)
    located = {mention.place for mention in scan.mentions if mention.latitude is not None}
    company = len(located) > 1 or scan.actors or any(m.kind in ("township", "region") for m in scan.mentions)
    nowhere = [m for m in scan.mentions if m.latitude is None and m.kind in SETTLED]
    names = [*(mention for mention, _ in found), *(replace(m, place=None) for m in nowhere)]
    resolved = resolve(names, scan.mentions, matcher.gazetteer, home=scan.home and bool(company))
    believed = [m for m, (_, sure) in zip(resolved, found, strict=False) if sure or m.place]
    known = [m for m in scan.mentions if m not in nowhere]
    pointed = [
        replace(m, latitude=found_.latitude, longitude=found_.longitude) if m.place else found_
        for m, found_ in zip(nowhere, resolved[len(found) :], strict=True)
    ]  # a row of the gazetteer without a point hides no other's
    return sorted([*known, *believed, *pointed], key=lambda m: (m.start, -m.end))


def _taken(text: str, scan: Scan) -> bytearray:
    """Mark the code points where something is known to stand with 1; roads hold names that are looked for."""
    taken = bytearray(len(text))
    phrases = [span for span in scan.phrases if not after_name().match(text, span[1])]  # "Alpha Town" is a place
    places = [(m.start, m.end) for m in scan.mentions if m.kind != "road"]
    for start, end in [*places, *((start, end) for start, end, _ in scan.actors), *phrases]:
        taken[start:end] = b"\1" * (end - start)
    return taken


def _sentence(
    sk: Skeleton, language: Language, context: Context, calendar: Calendar, *, strikes: bool
) -> list[Drafted]:
    """Read one sentence, and remember what the next one may refer back to."""
    named = sk.places(sk.text)
    language.without_qualifiers(sk)
    lies = list(language.relations(sk, context))
    facts = list(language.facts(sk, context, calendar))
    events = list(language.events(sk, context, calendar, lies, strikes))
    types = {one.event_type for one in events}
    facts = [one for one in facts if one.event_type is None or one.event_type not in types]  # else it is told twice
    context.note(named, language.topic(sk, lies, events))
    context.acting = next((one.actors for one in reversed(events) if one.actors), context.acting)
    return [*lies, *facts, *events]


def _things(
    text: str, mentions: list[Mention], actors: tuple[tuple[int, int, tuple[str, ...]], ...], languages: Languages
) -> list[Thing]:
    """All signs of a text: (sort, start, end, meaning), by start."""
    sent_from = {start for language in languages for start, _ in language.datelines(text)}
    things: list[Thing] = [(sort_of(m.kind), m.start, m.end, m) for m in mentions if m.start not in sent_from]
    things += [("A", start, end, ids) for start, end, ids in actors]
    for one in languages:
        things += [("L" if m.length_km is not None else "U", m.start, m.end, m) for m in one.measures(text)]
        things += [("F", start, end, share) for start, end, share in one.shares(text)]
    things += [("D", when.start, when.end, when) for when in spoken(text, languages)]
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
