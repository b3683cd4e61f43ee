"""Whether a text, and the day on which it was published, bear out the dates of its statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.vocabulary import HAPPENED, STATUSES
from mapping.reading.core.dates import calendar, spoken
from mapping.reading.core.when import SOON
from mapping.reading.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from mapping.domain.errors import Problems
    from mapping.reading.core.when import Calendar, When
    from mapping.seeds.sources import Source


def check_dates(source: Source, problems: Problems) -> None:
    """Note each reviewed statement whose date the text cannot bear out.

    That is a date said to be stated which is not what the words of the quote give, read by the grammar of dates
    against the day of publication (of a publication that lies between two days, only what both of them give counts);
    and something told as happened on a day after the publication.
    """
    told = [s for s in source.statements if s.date and STATUSES[s.status].weighs]
    words = spoken(source.text, LANGUAGES) if told else []
    calendars = _calendars(source) if told else []
    published = dates.parse(source.published).end if source.published else None
    for statement in told:
        first = dates.parse(str(statement.date)).start
        if statement.certainty in HAPPENED and published and first and first > published + SOON:
            advice = 'mend it, or write certainty = "planned"'
            said = f"date: {statement.date} lies after the publication, and it is told as happened"
            problems.add(f"seeds/{source.id}.toml", statement.id, f"{said}; {advice}")
        if statement.date_basis != "stated":
            continue
        start, end = statement.span
        here = [word for word in words if word.start < end and word.end > start]
        found = sorted(set(_given(here, calendars, source)))
        if not _days(str(statement.date)) <= {day for one in found for day in _days(one)}:
            gives = f"give {' or '.join(found)}" if found else "give no date"
            advice = 'mend it, let the quote hold the words of the date, or write date_basis = "derived"'
            told_as = f"date: {statement.date} is said to be stated, and the words of the quote {gives}"
            problems.add(f"seeds/{source.id}.toml", statement.id, f"{told_as}; {advice}")


def _calendars(source: Source) -> list[Calendar]:
    """What dates a text by each day of the bounds within which it was published."""
    span = dates.parse(source.published) if source.published else None
    published: Sequence[date | None] = [day for day in (span.start, span.end) if day] if span else []
    return [calendar(source.text, day, LANGUAGES) for day in published or [None]]


def _given(words: Sequence[When], calendars: Sequence[Calendar], source: Source) -> Iterator[str]:
    """Dates (EDTF) that words mean, whatever the day within its bounds on which the text was published."""
    for word in words:
        for future in (False, True):
            told = {word.edtf(_of(one, word, source), future=future) for one in calendars}
            if len(told) == 1 and (date := told.pop()):
                yield date


def _of(dated: Calendar, word: When, source: Source) -> Calendar:
    """What dates a word: the entry in which it stands, or the whole text."""
    return dated.by(word.end if dated.entries else len(source.text))


def _days(edtf: str) -> set[date]:
    """First and last days that a date names; none where its year is open."""
    try:
        span = dates.parse(edtf)
    except ValueError:
        return set()
    return {day for piece in span.pieces for day in piece if day}
