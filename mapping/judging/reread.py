"""One text as the program's own reader reads it, and what a draft says otherwise than the statement on its words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.fields import KM_PER_MILE
from mapping.domain.statements import Report
from mapping.domain.vocabulary import EVENT_TYPES, FIRM, HAPPENED, kin_types
from mapping.judging.quoted import figures, stated
from mapping.reading import read
from mapping.reading.core.sentences import paragraphs
from mapping.reading.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.domain.statements import Statement
    from mapping.gazetteer.kin import Kin
    from mapping.mentions import Matcher, Scan
    from mapping.reading.core.drafted import Drafted
    from mapping.reading.reader import Reading
    from mapping.seeds.sources import Source

ENDS = {"from": "from", "at": "there", "near": "there", "to": "there", "toward": "there", "on": "there"}
"""Where a movement starts and where it goes are told apart; what was reached, and what lies ahead no reader tells."""

ROUNDED = 0.1  # a length in two units, "20 km (12 miles)", agrees within so much of itself
_UNITS = {"km": ("km", 1), "miles": ("km", KM_PER_MILE), "minutes": ("minutes", 1), "hours": ("minutes", 60)}
OTHER = "other"  # what no type fits is read as any of them


class Reread:
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
        refs = _refs(one)

        def rank(draft: Drafted) -> tuple[int, int]:
            return len(refs & _places(draft)), min(end, draft.end) - max(start, draft.start)

        drafts = [
            draft for draft in self._drafts(one)
            if not isinstance(one, Report) or draft.event_type == one.type
        ]  # fmt: skip
        best = max(drafts, key=rank, default=None)
        return best if best and (rank(best)[0] or not refs) else None

    def other_type(self, one: Report, statements: Iterable[Statement]) -> Iterator[tuple[str, str, str]]:
        """Yield the type that a draft reads in the same words at the same place, where no statement has it so."""
        if one.type == OTHER:
            return
        drafts = [draft for draft in self._drafts(one) if draft.certainty in HAPPENED and _places(draft) & _refs(one)]
        types = {draft.event_type for draft in drafts if draft.event_type}
        start, end = one.span
        near = (two for two in statements if isinstance(two, Report) and two.span[0] < end and two.span[1] > start)
        told = {kin for two in near for kin in kin_types(two.type)}
        if types and not types & kin_types(one.type) and (unlike := sorted(types - told)):
            yield "type", one.type, f"read as {', '.join(unlike)}"

    def _drafts(self, one: Statement) -> Iterator[Drafted]:
        start, end = one.span
        same = (draft for draft in self.reading.statements if draft.kind == one.kind)
        return (draft for draft in same if draft.start < end and draft.end > start)

    def untold(self, statements: Iterable[Statement]) -> Iterator[str]:
        """Yield sentences that tell of a happening or a number, on which no statement rests."""
        spans = [one.span for one in statements]
        seen: set[int] = set()
        for draft in self.reading.statements:
            rests = any(start < draft.end and end > draft.start for start, end in spans)
            if not rests and draft.start not in seen and (draft.kind != "event" or draft.certainty in HAPPENED):
                seen.add(draft.start)
                yield " ".join(self.source.text[draft.start : draft.end].split())


def otherwise(one: Statement, draft: Drafted, kin: Kin) -> Iterator[tuple[str, str, str]]:
    """Yield (field, what the statement says, what the draft says) where they differ."""
    if isinstance(one, Report):
        if kin.agree(draft.actors, one.against) and not kin.agree(draft.actors, one.actors):
            yield "actors", ", ".join(one.actors) or "nobody", f"read as by {', '.join(draft.actors)}"
        yield from _roles(one, draft)
    else:
        yield from _figures(one, draft)
    if (draft.certainty in HAPPENED) != (one.certainty in HAPPENED) or (
        one.certainty in FIRM and draft.certainty in HAPPENED - FIRM
    ):
        yield "certainty", one.certainty, f"read as {draft.certainty}"
    if one.date and draft.date and one.date_basis == "derived" and not _agree(one.date, draft.date):
        yield "date", one.date, f"read as {draft.date}"


def _figures(one: Statement, draft: Drafted) -> Iterator[tuple[str, str, str]]:
    """Compare figures that stand in the quote with those that the draft reads between the same places."""
    if not _refs(one) <= _places(draft):
        return
    read_as = {field: value for field, value in _in_one_unit(draft).items() if value is not None}
    for field, value in figures(one):
        sort, factor = _UNITS[field]
        there = read_as.get(sort)
        if there and value in stated(one.quote) and abs(value * factor / there - 1) > ROUNDED:
            yield field, f"{value:g}", f"read as {_written(draft, sort)}"


def _in_one_unit(draft: Drafted) -> dict[str, float | None]:
    return {"km": draft.km if draft.miles is None else draft.miles * KM_PER_MILE, "minutes": draft.minutes}


def _written(draft: Drafted, sort: str) -> str:
    return f"{draft.miles:g} miles" if sort == "km" and draft.miles is not None else f"{getattr(draft, sort):g} {sort}"


def _roles(one: Report, draft: Drafted) -> Iterator[tuple[str, str, str]]:
    """Where a movement starts is told apart from where it goes; what leaves a place happens there."""
    if EVENT_TYPES[one.type].at_start:
        return
    roles = {mention.place: role for role, mention in draft.places if mention.place}
    for role, ref in one.places():
        read_as = roles.get(ref) if isinstance(ref, str) else None
        if read_as and role in ENDS and read_as in ENDS and ENDS[role] != ENDS[read_as]:
            yield role, str(ref), f"read as {read_as}"


def _refs(one: Statement) -> set[str]:
    return {ref for _, ref in one.places() if isinstance(ref, str)}


def _places(draft: Drafted) -> set[str]:
    return {mention.place for _, mention in draft.places if mention.place}


def _agree(one: str, other: str) -> bool:
    try:
        return dates.parse(one).agrees_with(dates.parse(other))
    except ValueError:
        return True
