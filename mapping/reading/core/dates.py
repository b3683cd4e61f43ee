"""Dates in prose: found, and resolved against the day of publication."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mapping.reading.core.when import THAT_YEAR, Calendar, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mapping.reading.core.language import Language
    from mapping.reading.core.when import When


def spoken(text: str, languages: Sequence[Language]) -> list[When]:
    """Find all dates in a text, left to right; none overlap."""
    found = [when for language in languages for when in language.dates(text)]
    kept: list[When] = []
    last: When | None = None
    told_year = 0
    for when in sorted(found, key=lambda when: (when.start, -when.end)):
        if kept and when.start < kept[-1].end:
            continue
        if when.unit == THAT_YEAR and not when.year and told_year:
            when = replace(when, year=told_year)  # noqa: PLW2901
        told_year = when.year or told_year
        if when.unit != "then":
            last = when
            if kept and any(one.is_span(text, kept[-1], when) for one in languages):
                first = kept.pop()
                year = first.year or when.year
                when = replace(first, end=when.end, text=text[first.start : when.end], until=when, year=year)  # noqa: PLW2901
            elif kept and any(one.is_list(text, kept[-1], when) for one in languages):
                first = kept.pop()
                both = (*first.also, when)
                when = replace(first, end=when.end, text=text[first.start : when.end], also=both)  # noqa: PLW2901
            kept.append(when)
        elif last:  # "the same day", "the next day"
            told = replace(last, start=when.start, end=when.end, text=when.text, since=False, later=when.shift or 0)
            kept.append(told)
    return kept


def calendar(text: str, published: date | None, languages: Sequence[Language]) -> Calendar:
    """Return what a text is dated by: its day of publication, or else the full dates that stand in it."""
    if published:
        return Calendar(published, published)
    days = ((when.start, day_of(when.year, when.month, when.days[-1])) for when in spoken(text, languages) if when.days)
    return Calendar(told=tuple((start, day) for start, day in days if day))
