"""Dates in prose: found, and resolved against the day of publication."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mapping.reading.dates import burmese, english
from mapping.reading.dates.when import Calendar, When, day_of

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Calendar", "When", "calendar", "spoken"]


def spoken(text: str) -> list[When]:
    """Find all dates in a text, left to right; none overlap."""
    found = list(english.found(text))
    if re.search("[\u1000-\u109f]", text):
        found += burmese.found(text)
    kept: list[When] = []
    last: When | None = None
    for when in sorted(found, key=lambda when: (when.start, -when.end)):
        if kept and when.start < kept[-1].end:
            continue
        if when.unit != "then":
            last = when
            if kept and _is_span(text, kept[-1], when):
                first = kept.pop()
                when = replace(first, end=when.end, text=text[first.start : when.end], until=when)  # noqa: PLW2901
            kept.append(when)
        elif last:  # "the same day", "the next day"
            told = replace(last, start=when.start, end=when.end, text=when.text, since=False, later=when.shift or 0)
            kept.append(told)
    return kept


def _is_span(text: str, first: When, last: When) -> bool:
    """Whether two days are the ends of a span: "between July 1 and July 5", "from July 1 to August 2"."""
    if not (first.days and last.days and first.month and last.month):
        return False
    before, between = text[max(0, first.start - 9) : first.start].lower(), text[first.end : last.start]
    return (before.endswith("between ") and between == " and ") or (
        before.endswith("from ") and between in (" to ", " until ", " through ")
    )


def calendar(text: str, published: date | None) -> Calendar:
    """Return what a text is dated by: its day of publication, or else the latest full date that stands in it."""
    if published:
        return Calendar(published, published)
    full = [day_of(when.year, when.month, when.days[-1]) for when in spoken(text) if when.year and when.days]
    return Calendar(None, max((day for day in full if day), default=None))
