"""A second reading: each reviewed text is read once more, and what its statements say otherwise is listed.

Two readers: the words of the quote themselves (places, parties and numbers must stand there), and the drafts of the
program's own reader, where one rests on the same words. What a curator has looked at (`[[seen]]`) is quiet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.fields import Unnamed
from mapping.domain.statements import Distance, Position, Report, TravelTime
from mapping.domain.vocabulary import EVENT_TYPES, FIRM, HAPPENED, STATUSES
from mapping.gazetteer.kin import Kin
from mapping.mentions import Matcher
from mapping.reading import read
from mapping.reading.core.sentences import paragraphs
from mapping.reading.english.measures import number, number_pattern
from mapping.reading.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.domain.statements import Statement
    from mapping.gazetteer import Place
    from mapping.mentions import Scan
    from mapping.project import Project
    from mapping.reading.core.drafted import Drafted
    from mapping.reading.reader import Reading
    from mapping.seeds.sources import Source

ENDS = {"from": "from", "at": "there", "near": "there", "to": "there", "toward": "there", "on": "there"}
"""Where a movement starts and where it goes are told apart; what was reached, and what lies ahead no reader tells."""
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LATIN = re.compile("[a-z]{3}")  # words of English, whatever quotation marks stand around them
_FROM = re.compile(r"(?i)\b(?:from|out of|left|leaving|leave|where|of)\b")
SHORT = 80  # characters of a sentence: enough to find it again


@dataclass(frozen=True, order=True)
class Difference:
    """What a second reading finds: of a statement, its field, what it says and what was read; of a sentence its words.

    `read` is what a curator repeats in `[[seen]]` once it was looked at.
    """

    source: str
    statement: str
    field: str
    said: str
    read: str

    def __str__(self) -> str:
        if not self.statement:
            return f"seeds/{self.source}.toml: no statement rests on: {self.read}"
        return f"seeds/{self.source}.toml: {self.statement}: {self.field}: {self.said}; {self.read}"


def second_reading(project: Project) -> list[Difference]:
    """Return what a second reading finds in the reviewed statements of a project and nobody has looked at, sorted."""
    readers = Readers(project)
    found = [one for source in project.sources for one in readers.differences(source)]
    return sorted(set(found))


class Readers:
    """Both readers of a project; each text is read once, however often its statements are held against it."""

    def __init__(self, project: Project) -> None:
        self._matcher, self._kin = Matcher(project.gazetteer), Kin(project.gazetteer.actors)
        self._places_by_id = project.gazetteer.places
        self._events: dict[str, list[Report]] = {}
        for one in project.statements:
            if isinstance(one, Report) and one.event:
                self._events.setdefault(one.event, []).append(one)
        self._texts: dict[str, _Text] = {}

    def differences(self, source: Source) -> Iterator[Difference]:
        """Yield what is not seen of one source; a source without statements is still to be read."""
        reviewed = [one for one in source.statements if STATUSES[one.status].weighs]
        if not reviewed:
            return
        text = self._texts.get(source.id)
        if text is None or text.source.text != source.text:
            text = self._texts[source.id] = _Text(source, self._matcher)
        seen = {(one.statement or "", one.field or "", one.read or one.words or "") for one in source.seen}
        for statement in reviewed:
            for field, said, told in self._statement(statement, source, text):
                if (statement.id, field, told) not in seen:
                    yield Difference(source.id, statement.id, field, said, told)
        words = [one.words for one in source.seen if one.words]
        for sentence in text.untold(source.statements):
            if not any(sentence[:SHORT] in word or word in sentence for word in words):
                yield Difference(source.id, "", "", "", sentence if len(sentence) <= SHORT else sentence[:SHORT])

    def _statement(self, one: Statement, source: Source, text: _Text) -> Iterator[tuple[str, str, str]]:
        yield from self._places(one, text)
        yield from _numbers(one)
        yield from self._parties(one, text)
        yield from _published(one, source)
        yield from self._of_itself(one)
        if isinstance(one, Report):
            yield from self._other_way_round(one)
            yield from _start(one, text)
        draft = text.draft_of(one)
        if draft:
            yield from self._drafted(one, draft)

    def _parties(self, one: Statement, text: _Text) -> Iterator[tuple[str, str, str]]:
        """Each party is named in the text, under a name that can be it."""
        for field, actor in one.parties():
            if not any(self._kin.agree((actor,), actors) for _, _, actors in text.scan.actors):
                yield field, actor, "the text names no such party"

    def _places(self, one: Statement, text: _Text) -> Iterator[tuple[str, str, str]]:
        """Each place, or the area whose seat it is, is named in the paragraph of the quote or the one before."""
        near, quoted = text.named_near(one), text.named_in(*one.span)
        told = [(role, self._places_by_id.get(ref)) for role, ref in one.places() if not isinstance(ref, Unnamed)]
        known = [(role, place) for role, place in told if place]
        elsewhere = {id_ for id_ in quoted if id_ in self._places_by_id} if len(known) == len(one.places()) else set()
        if known and elsewhere and not any(_names(place) & quoted for _, place in known):
            yield known[0][0], known[0][1].id, f"the quote names {', '.join(sorted(elsewhere))}"
            return
        for role, place in known:
            if not _names(place) & near:
                yield role, place.id, "its paragraph does not name it"

    def _other_way_round(self, one: Report) -> Iterator[tuple[str, str, str]]:
        """Others who tell the same event put its parties the other way round, and nobody as this one does."""
        others = [other for other in self._events.get(one.event or "", ()) if other.uid != one.uid]
        agree = self._kin.agree
        if any(agree(other.actors, one.actors) or agree(other.against, one.against) for other in others):
            return
        if any(agree(other.actors, one.against) or agree(other.against, one.actors) for other in others):
            yield "actors", ", ".join(one.actors) or "nobody", "other reports of the event tell it the other way round"

    def _of_itself(self, one: Statement) -> Iterator[tuple[str, str, str]]:
        """What a party says of itself is a claim."""
        doers = getattr(one, "actors", ()) or getattr(one, "holder", ())
        if one.certainty not in FIRM or not one.said_by or not doers:
            return
        teller = [actor for _, _, actors in self._matcher.scan(one.said_by).actors for actor in actors]
        if teller and self._kin.agree(tuple(teller), doers):
            yield "certainty", one.certainty, f"told by {one.said_by}, of itself: a claim"

    def _drafted(self, one: Statement, draft: Drafted) -> Iterator[tuple[str, str, str]]:
        agree = self._kin.agree
        if isinstance(one, Report):
            if agree(draft.actors, one.against) and not agree(draft.actors, one.actors):
                yield "actors", ", ".join(one.actors) or "nobody", f"read as by {', '.join(draft.actors)}"
            yield from _roles(one, draft)
        if (draft.certainty in HAPPENED) != (one.certainty in HAPPENED) or (
            one.certainty in FIRM and draft.certainty in HAPPENED - FIRM
        ):
            yield "certainty", one.certainty, f"read as {draft.certainty}"
        if one.date and draft.date and one.date_basis == "derived" and not _agree(one.date, draft.date):
            yield "date", one.date, f"read as {draft.date}"


class _Text:
    """One text with what the readers make of it."""

    def __init__(self, source: Source, matcher: Matcher) -> None:
        self.source = source
        self.scan: Scan = matcher.scan(source.text)
        span = dates.parse(source.published) if source.published else None
        self.reading: Reading = read(source.text, (span and (span.end or span.start)) or None, matcher)

    @cached_property
    def _breaks(self) -> list[int]:
        return [*paragraphs(self.source.text, LANGUAGES), len(self.source.text) + 1]

    def named_near(self, one: Statement) -> set[str]:
        """Ids of the places named in the paragraphs in which the quote of a statement stands, and in the one before."""
        start, end = one.span
        before = [at for at in self._breaks if at <= start]
        return self.named_in(before[-2:][0], min(at for at in self._breaks if at >= end))

    def named_in(self, start: int, end: int) -> set[str]:
        """Ids of the places named between two offsets."""
        within = (one.place for one in self.scan.mentions if start <= one.start and one.end <= end)
        return {place for place in within if place}

    def draft_of(self, one: Statement) -> Drafted | None:
        """Return the draft of the same kind and type that rests on most of the same words, None where there is none."""
        start, end = one.span
        refs = {ref for _, ref in one.places() if isinstance(ref, str)}

        def rank(draft: Drafted) -> tuple[int, int]:
            shared = refs & {mention.place for _, mention in draft.places}
            return len(shared), min(end, draft.end) - max(start, draft.start)

        drafts = [
            draft for draft in self.reading.statements
            if draft.kind == one.kind and draft.start < end and draft.end > start
            and (not isinstance(one, Report) or draft.event_type == one.type)
        ]  # fmt: skip
        best = max(drafts, key=rank, default=None)
        return best if best and (rank(best)[0] or not refs) else None

    def untold(self, statements: Iterable[Statement]) -> Iterator[str]:
        """Yield sentences that tell of a happening or a number, on which no statement rests."""
        spans = [one.span for one in statements]
        seen: set[int] = set()
        for draft in self.reading.statements:
            rests = any(start < draft.end and end > draft.start for start, end in spans)
            if not rests and draft.start not in seen and (draft.kind != "event" or draft.certainty in HAPPENED):
                seen.add(draft.start)
                yield " ".join(self.source.text[draft.start : draft.end].split())


def _names(place: Place) -> set[str]:
    """Ids under which a text may name a place: its own, its seat's, that of its township."""
    return {place.id, place.seat, place.township} - {""}


def _start(one: Report, text: _Text) -> Iterator[tuple[str, str, str]]:
    """Whoever comes to fight from a place is told to come from it, in as many words."""
    if EVENT_TYPES[one.type].at_start or (not one.quote.isascii() and not _LATIN.search(one.quote)):
        return
    for ref in one.refs("from"):
        starts = [m.start for m in text.scan.mentions if m.place == ref and one.span[0] <= m.start < one.span[1]]
        before = (text.source.text[max(0, start - 40) : start] for start in starts)
        if starts and not any(_FROM.search(words) for words in before):
            yield "from", str(ref), "the quote tells of nobody who came from there"


def _roles(one: Report, draft: Drafted) -> Iterator[tuple[str, str, str]]:
    """Where a movement starts is told apart from where it goes; what leaves a place happens there."""
    if EVENT_TYPES[one.type].at_start:
        return
    roles = {mention.place: role for role, mention in draft.places if mention.place}
    for role, ref in one.places():
        read_as = roles.get(ref) if isinstance(ref, str) else None
        if read_as and role in ENDS and read_as in ENDS and ENDS[role] != ENDS[read_as]:
            yield role, str(ref), f"read as {read_as}"


def _numbers(one: Statement) -> Iterator[tuple[str, str, str]]:
    """Each number stands in the quote, in figures or words."""
    told = _stated(one.quote)
    if not told:
        return
    wanted: list[tuple[str, float]] = []
    if isinstance(one, Distance | Position):
        wanted = [(name, value) for name, value in (("km", one.km), ("miles", one.miles)) if value is not None]
    elif isinstance(one, TravelTime):
        both = (("minutes", one.minutes), ("hours", one.hours))
        wanted = [(name, value) for name, value in both if value is not None]
    elif isinstance(one, Report):
        wanted = [("counts", count.n) for count in one.counts]
    for field, value in wanted:
        if value not in told:
            yield field, f"{value:g}", "stands not in the quote"


def _stated(quote: str) -> set[float]:
    """Every number that a quote states, in figures of any script or in English words."""
    found = {float(figure.replace(",", "")) for figure in DIGITS.findall(quote)}
    for words in re.findall(number_pattern(), quote):
        try:
            found.add(number(words))
        except ValueError:
            continue
    return found


def _published(one: Statement, source: Source) -> Iterator[tuple[str, str, str]]:
    """What is only known by the report bears its day."""
    if one.date_basis != "published" or not one.date or not source.published:
        return
    ends = {dates.parse(text).end or dates.parse(text).start for text in (one.date, source.published)}
    if len(ends) > 1 and one.certainty in HAPPENED:
        yield "date", one.date, f"the report is of {source.published}"


def _agree(one: str, other: str) -> bool:
    try:
        return dates.parse(one).agrees_with(dates.parse(other))
    except ValueError:
        return True
