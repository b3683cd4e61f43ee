"""EDTF (ISO 8601-2) dates as spans of days."""

from __future__ import annotations

import contextlib
import io
import math
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(9998, 12, 31)  # years of four digits, and room to reckon behind them
APPROXIMATE = timedelta(days=5)  # "mid-July", "late April", "about the 15th": five days to either side

_BY_SOME_YEAR = re.compile(r"(?:\.\.)?/\d{4}[~?%]?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_UNKNOWN_SIDE = re.compile(r"^(?=/)|(?<=/)$")  # "/2025" and "2025/": unknown, of which edtf would make ten years


@dataclass(frozen=True)
class Span:
    """The days a date may mean.

    `pieces` are inclusive (first, last) days, None where a side is open or unknown; a plain date or interval has one
    piece, "one of" and "all of" sets have one for each member. Approximate dates (`~`) are widened by APPROXIMATE.
    `doubtful` is set where the date is approximate or uncertain (`~`, `?`, `%`).
    """

    edtf: str
    pieces: tuple[tuple[date | None, date | None], ...]
    doubtful: bool

    @property
    def start(self) -> date | None:
        """First possible day; None where it is open."""
        firsts = [first for first, _ in self.pieces]
        return None if None in firsts else min(day for day in firsts if day)

    @property
    def end(self) -> date | None:
        """Last possible day; None where it is open."""
        lasts = [last for _, last in self.pieces]
        return None if None in lasts else max(day for day in lasts if day)

    @property
    def days(self) -> float:
        """Number of days from the first to the last possible one; infinite where a side is open."""
        return (self.end - self.start).days + 1 if self.start and self.end else math.inf

    @property
    def stands(self) -> tuple[tuple[date, date], ...]:
        """Inclusive spans of days on which it stands in time, in order: a piece with an open side on the day it names.

        "By some year" says too little to stand anywhere, and so does a piece without any day.
        """
        if _BY_SOME_YEAR.fullmatch(self.edtf):
            return ()
        spans = ((first or last, last or first) for first, last in self.pieces)
        return tuple(sorted((first, last) for first, last in spans if first and last))

    @property
    def sure(self) -> bool:
        """Whether it names one day, or several of which all are meant, closed on both sides and without a doubt."""
        days = all(first is not None and first == last for first, last in self.pieces)
        return days and not self.doubtful and (len(self.pieces) == 1 or self.edtf.startswith("{"))

    def agrees_with(self, other: Span) -> bool:
        """Whether some day satisfies both ("July 2024" and 24 July 2024 agree)."""
        return any(
            (a_first or date.min) <= (b_last or date.max) and (b_first or date.min) <= (a_last or date.max)
            for a_first, a_last in self.pieces
            for b_first, b_last in other.pieces
        )


@lru_cache(maxsize=65536)  # the same dates come again and again
def parse(text: str) -> Span:
    """Read an EDTF string.

    Raises ValueError, in words for the person who wrote the date, when it is no EDTF or leaves the year open.
    """
    pieces = _days(text) or _read(text)
    if any(first and last and first > last for first, last in pieces):
        raise ValueError(f"bad date {text!r}; it ends before it begins")
    return Span(text, pieces, any(mark in text for mark in "~?%"))


def _days(text: str) -> tuple[tuple[date | None, date | None], ...]:
    """Read a day, or an interval of two of which one may be open; empty where there is more to read.

    The edtf package takes about 4 ms a date: nine of ten dates need no grammar.
    """
    sides = text.split("/")
    if len(sides) > 2 or text in {"..", "../.."} or not all(side == ".." or _DAY.fullmatch(side) for side in sides):
        return ()
    try:
        days = [None if side == ".." else date.fromisoformat(side) for side in sides]
    except ValueError:
        return ()
    if any(day and not FIRST_DAY <= day <= LAST_DAY for day in days):
        return ()
    return ((days[0], days[-1]),)


def _read(text: str) -> tuple[tuple[date | None, date | None], ...]:
    """Read what has a grammar."""
    from edtf import parse_edtf  # noqa: PLC0415  slow to import, and reading a text alone needs no dates
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    advice = "write EDTF, such as 2025-07-24, 2025-07, 2025-07-15~ or 2025-07-01/2025-07-10"
    if text != text.strip() or not text:
        raise ValueError(f"bad date {text!r}; {advice}")
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # edtf prints what it cannot build
            parsed = parse_edtf(_UNKNOWN_SIDE.sub("..", text))
        members = list(getattr(parsed, "objects", [])) or [parsed]
        return tuple(_bounds(member) for member in members)
    except (EDTFParseException, ValueError, AttributeError, TypeError) as error:
        raise ValueError(f"bad date {text!r}; {advice}") from error


def _bounds(parsed: Any) -> tuple[date | None, date | None]:
    """First and last day of one parsed date or interval; approximate ends widened."""
    lower, upper = getattr(parsed, "lower", parsed), getattr(parsed, "upper", parsed)
    first, last = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    if first and _approximate(lower):
        first = max(first - APPROXIMATE, FIRST_DAY)
    if last and _approximate(upper):
        last = min(last + APPROXIMATE, LAST_DAY)
    return first, last


def _approximate(parsed: Any) -> bool:
    return any(mark in str(parsed) for mark in "~%")


def _day(when: Any) -> date | None:
    """Turn edtf's time.struct_time, or an infinity for an open side, into a day."""
    if isinstance(when, int | float):
        if math.isinf(when):
            return None
        raise ValueError(f"no day: {when!r}")
    year, month, day = when[:3]
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        raise ValueError("the year is open")
    return date(year, month, day)


def by_report(text: str | None, published: str | None) -> str | None:
    """Return the date (EDTF) of what a report tells: its own, or what is known by the report where that stands nowhere.

    Then it lies before the publication ("../2025-08-07"); of that, an open end leaves only the day before which nobody
    told it ("2025-07-26/.."). None where nothing is known.
    """
    span = parse(text) if text else None
    if span and span.stands:
        return text
    spans = [one for one in (span, parse(published) if published else None) if one]
    ends, starts = ([day for day in days if day] for days in ([s.end for s in spans], [s.start for s in spans]))
    if ends:
        return f"../{min(ends).isoformat()}"
    return f"{max(starts).isoformat()}/.." if starts else None


def as_of(text: str) -> date | None:
    """The day to which a state of affairs is surely dated: the first day of the last end that the date names.

    `../2025-08-07` holds on 7 August 2025, `2024-07` since July 2024; of `../2025` nothing is sure after the first
    day of 2025. None where neither end is named.
    """
    ends = [part for part in reversed(text.split("/")) if part not in {"..", ""}]
    return parse(ends[0].replace("~", "").replace("%", "")).start if ends else None


def iso(day: date | None) -> str | None:
    """Write a day as ISO 8601, None for an open side."""
    return day.isoformat() if day else None
