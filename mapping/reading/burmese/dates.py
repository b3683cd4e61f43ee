"""Dates in Burmese prose."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.burmese.tables import burmese
from mapping.reading.core.when import When
from mapping.reading.core.words import either

if TYPE_CHECKING:
    from collections.abc import Iterator

N = r"\d{1,2}"  # in Burmese digits or others


@cache
def _patterns() -> list[re.Pattern[str]]:
    rows, months = burmese()["dates"], either(burmese()["months"])
    year = rf"(?:(?P<year>\d{{4}})\s?{rows['year']}?\s?[၊,]?\s?)?"
    parts = "|".join(f"(?P<{name}>{either(rows[name])})" for name in ("early", "mid", "late"))
    more = rf"(?:(?:(?P<to>{rows['to']})|(?:{rows['and']}))(?P<last>{N})\s?{rows['day']})?"
    return [
        re.compile(rf"{year}(?P<month>{months}){rows['month']}\s?(?P<first>{N})\s?{rows['day']}(?:နေ့)?{more}"),
        re.compile(rf"{year}(?P<month>{months})\s?(?:{parts})"),
        re.compile(rf"{year}(?P<month>{months})လ"),
        re.compile(rf"(?P<today>{either(burmese()['days'])})"),
    ]


def dates(text: str) -> Iterator[When]:
    """Yield dates, pattern by pattern; where two overlap the longer, then the earlier one is to be kept."""
    for pattern in _patterns():
        for match in pattern.finditer(text):
            groups = match.groupdict()
            start, end = match.span()
            if groups.get("today"):
                shift = burmese()["days"][groups["today"]]
                yield When(start, end, match[0], unit="day", shift=shift)
                continue
            days = [int(groups[name]) for name in ("first", "last") if groups.get(name)]
            part = next((part for part in ("early", "mid", "late") if groups.get(part)), "")
            yield When(
                start, end, match[0], int(groups["year"] or "0"),
                burmese()["months"][groups["month"]], tuple(days), bool(groups.get("to")), part=part,
            )  # fmt: skip
