"""Dates in prose: found, and resolved against the day of publication."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from mapping.reading.core.when import SOON, THAT_YEAR, Calendar, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.reading.core.language import Language
    from mapping.reading.core.when import When

LONGEST_DAY = 80  # characters of a line that says a day and nothing else
DIGIT = re.compile(r"\d")
A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
NOTHING_ELSE = re.compile(r"(?:\W|\d{1,2}[:.]\d\d(?!\d)|\b(?:[A-Z]{2,4}|[ap]\.?m)\b)*")
"""What may stand beside a day in a line that says nothing else: the time of day, and its zone (UTC, GMT)."""


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
        return Calendar(published, published, entries=_entries(text, published, languages))
    days = ((when.start, day_of(when.year, when.month, when.days[-1])) for when in spoken(text, languages) if when.days)
    return Calendar(told=tuple((start, day) for start, day in days if day))


def _entries(text: str, published: date, languages: Sequence[Language]) -> tuple[tuple[int, date], ...]:
    """Lines that say a day up to the publication and nothing else, with where they begin; none where there is one.

    One such line says when a text was published; several head the entries of a running report.
    """
    found = []
    start = 0
    for line in text.split("\n"):
        if len(line) <= LONGEST_DAY and DIGIT.search(line) and (day := _only_day(line, published, languages)):
            found.append((start, day))
        start += len(line) + 1
    return tuple((start, day) for start, day in found if day <= published + SOON) if len(found) > 1 else ()


def _only_day(line: str, published: date, languages: Sequence[Language]) -> date | None:
    """The day that a line says, with a month, and nothing else; None for any other line."""
    told = spoken(line, languages)
    beside, at = [], 0
    for when in told:
        beside.append(line[at : when.start])
        at = when.end
    read = [when.edtf(Calendar(published, published)) for when in told if when.month]
    days = {edtf for edtf in read if edtf and A_DAY.fullmatch(edtf)}
    if len(days) != 1 or not NOTHING_ELSE.fullmatch(" ".join([*beside, line[at:]])):
        return None
    return date.fromisoformat(days.pop())
