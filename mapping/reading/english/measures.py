"""Numbers and measures in prose: "just over seventy-five miles (120 km)", "one-third", "a two-hour drive"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from mapping.domain.vocabulary import LIMITS
from mapping.reading.core.measure import Measure, in_field
from mapping.reading.core.words import Anchors, either
from mapping.reading.english.tables import english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.reading.core.measure import Share


@cache
def number_pattern() -> str:
    """Return a pattern (no groups) for a number in digits or words."""
    rows = english()["numbers"]
    word = either([*rows["ones"], *rows["tens"], *rows["scales"], *rows["dozen"]])
    words = rf"(?:a\s+)?{word}(?:(?:\s+and\s+a?\s*|[\s-]+){word})*(?:\s+and\s+a\s+half)?(?!\w)"
    digits = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"  # of any script
    return rf"(?:{digits}|(?i:{words}|half\s+an?|an?(?=[\s-])))"


def number(text: str) -> float:
    """Value of a number in digits or words; raises ValueError for anything else.

    "a dozen" is 12, "two and a half" 2.5, "half a" 0.5, "a" 1.
    """
    plain = text.strip().lower().replace(",", "")
    try:
        return float(plain)
    except ValueError:
        pass
    if re.fullmatch(r"half\s+an?", plain):
        return 0.5
    rows = english()["numbers"]
    values = {word: i for i, word in enumerate(rows["ones"])}
    values |= {word: 10 * i for i, word in enumerate(rows["tens"], 2)}
    extra = 0.5 if plain.endswith("and a half") else 0.0
    plain = plain.removesuffix("and a half")
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[\s-]+", plain.strip()):
        if word in values:
            current += values[word]
        elif word in rows["dozen"]:
            current = (current or 1) * rows["dozen"][word]
        elif word in rows["scales"]:
            current = (current or 1) * rows["scales"][word]
            if rows["scales"][word] >= 1000:
                total, current = total + current, 0.0
        elif word not in ("and", "a", "an", ""):
            raise ValueError(f"no number: {text!r}")
        elif word == "and":
            continue
        seen = True
    if not seen:
        raise ValueError(f"no number: {text!r}")
    return (total + current or 1.0) + extra if plain.strip() in ("a", "an") else total + current + extra


def numbers(text: str) -> Iterator[float]:
    """Yield the numbers of a text, in digits or words, left to right."""
    for match in re.finditer(rf"(?<![\w.])(?:{number_pattern()})", text):
        yield number(match[0])


@cache
def _hedge() -> str:
    rows = english()["hedges"]
    return either(sorted({phrase for phrases in rows.values() for phrase in phrases}))


@cache
def _unit() -> str:
    rows = english()["units"]
    return "|".join(f"(?P<{kind}>{either(names)})" for kind, names in rows.items())


_TOWARDS = "from|north|south|east|west|away|off|outside|upstream|downstream"  # behind it "m" is no million


@cache
def _measures() -> re.Pattern[str]:
    n = number_pattern()
    return re.compile(
        rf"(?:(?<!\w)(?P<hedge>(?i:{_hedge()})(?:\s+(?i:{_hedge()}))?)\s+)?(?:a\s+(?=\d))?"
        rf"(?<![\w.,:])(?P<n>{n})(?:(?:\s+to\s+|\s?[-–]\s?)(?P<to>{n}))?[\s-]?(?:(?i:{_unit()})|(?P<m>m)(?=\s+(?:{_TOWARDS})\b))(?!\w)"
        r"(?P<and_half>\s+and\s+a\s+half)?"
    )


@cache
def _second() -> re.Pattern[str]:
    """Match the same length in another unit: " (120 km)", " or 120 km"."""
    return re.compile(rf"\s*(?:\(|or\s+)(?:{_hedge()}\s+)?{number_pattern()}[\s-]?(?:{_bare_units()})(?!\w)\)?")


@cache
def _bare_units() -> str:
    rows = english()["units"]
    return either([*rows["km"], *rows["miles"]])


def measures(text: str) -> Iterator[Measure]:
    """Yield lengths and durations, left to right."""
    for start, end in _anchors().windows(text):
        yield from _in_window(text[start:end], start)


@cache
def _anchors() -> Anchors:
    """Units, and how far a number with its hedge may reach before one and the same length in another unit behind."""
    words = [word for words in english()["units"].values() for word in words]
    return Anchors([*words, *map(str.upper, words), " m "], 80, 60)


def _in_window(text: str, offset: int) -> Iterator[Measure]:
    reached = 0
    for match in _measures().finditer(text):
        if match.start() < reached:
            continue
        low = number(match["n"])
        value = low + (0.5 if match["and_half"] else 0)
        about, limit = _hedged((match["hedge"] or "").lower())
        second = _second().match(text, match.end())
        reached = second.end() if second else match.end()
        unit = "metres" if match["m"] else next(kind for kind in english()["units"] if match[kind])
        start, end = offset + match.start(), offset + reached
        high = next(iter(in_field(unit, number(match["to"])).values())) if match["to"] else None
        yield Measure(start, end, **in_field(unit, value), about=about, limit=limit, up_to=high)


def _hedged(hedge: str) -> tuple[bool, str | None]:
    rows = english()["hedges"]
    limit = next((kind for kind in LIMITS if hedge in rows[kind]), None)
    about = hedge in rows["about"] or hedge.split(" ", 1)[0] in rows["about"]
    return about, limit


@cache
def _fractions() -> re.Pattern[str]:
    rows = english()["numbers"]
    parts, ones = either(rows["parts"]), either([*rows["ones"], "a", "an"])
    words = rf"(?P<top>(?i:{ones}))[\s-](?P<part>(?i:{parts}))|(?P<half>(?i:half(?:way)?|midway))"
    figures = r"(?P<over>\d)/(?P<under>\d{1,2})|(?P<percent>\d{1,3})\s?(?:%|percent|per cent)"
    return re.compile(rf"(?<![\w/])(?:{words}|{figures})(?![\w/])")


def shares(text: str) -> list[Share]:
    """Find fractions from 0 to 1: "one-third", "half", "two thirds", "3/4", "30 percent"; (start, end, value)."""
    found = ((match.start(), match.end(), _share(match)) for match in _fractions().finditer(text))
    return [(start, end, value) for start, end, value in found if value is not None and 0 <= value <= 1]


def _share(match: re.Match[str]) -> Fraction | None:
    if match["half"]:
        return Fraction(1, 2)
    if match["percent"]:
        return Fraction(int(match["percent"]), 100)
    if match["over"]:
        return Fraction(int(match["over"]), int(match["under"])) if int(match["under"]) else None
    top = 1 if match["top"].lower() in ("a", "an") else int(number(match["top"]))
    return Fraction(top, english()["numbers"]["parts"][match["part"].lower()])
