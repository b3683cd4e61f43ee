"""EDTF dates in the words of a language: "2025-07-15~" is "about 15 July 2025"."""

from __future__ import annotations

import re

from mapping.domain.packaged import table

WORDS: dict[str, dict[str, str]] = table(str(__package__), "wording")
"""Language (ISO 639) -> its patterns, with names in braces where something is filled in."""
LANGUAGES = tuple(WORDS)

_PLAIN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?")
_YEARS = re.compile(r"(\d{3}X|\d\dXX)")
_MARKS = re.compile("[~?%]")
_SEASON = 20  # EDTF counts spring to winter as months 21 to 24


def read_out(edtf: str | None, language: str = "en", *, short: bool = False) -> str:
    """Say a date in words; `short` takes short names of months.

    What the grammar of EDTF (ISO 8601-2) allows beyond days, months, seasons, years, decades, intervals and sets
    stays as it is written.
    """
    words = WORDS[language]
    if not edtf:
        return words["none"]
    if edtf[0] in "[{":
        return _set(edtf, words, short=short)
    start, bar, end = edtf.partition("/")
    return _interval(start, end, words, short=short) if bar else _single(edtf, words, short=short)


def _set(edtf: str, words: dict[str, str], *, short: bool) -> str:
    """Say a set, "one of" or "all of"; a span inside it is open where no day stands."""
    members = []
    for member in edtf[1:-1].split(","):
        start, dots, end = member.strip().partition("..")
        if not dots:
            members.append(_single(start, words, short=short))
        elif start and end:
            pattern = "between" if edtf[0] == "[" else "range"
            ends = {"start": _single(start, words, short=short), "end": _single(end, words, short=short)}
            members.append(words[pattern].format(**ends))
        else:
            members.append(_interval(start or "..", end or "..", words, short=short))
    return words["one_of" if edtf[0] == "[" else "all_of"].join(members)


def _interval(start: str, end: str, words: dict[str, str], *, short: bool) -> str:
    """Write "by 7 August 2025" where the start is open or unknown: it says nothing about what was before."""
    first, last = (None if side in {"..", ""} else _single(side, words, short=short) for side in (start, end))
    if first and last:
        return words["range"].format(start=first, end=last)
    if last:
        return words["by"].format(date=last)
    return words["not_before"].format(date=first) if first else words["none"]


def _single(edtf: str, words: dict[str, str], *, short: bool) -> str:
    marks, bare = set(_MARKS.findall(edtf)), _MARKS.sub("", edtf)
    date = _plain(bare, words, short=short)
    about, perhaps = bool(marks & {"~", "%"}), bool(marks & {"?", "%"})
    pattern = {(True, True): "perhaps_about", (True, False): "about", (False, True): "perhaps"}.get((about, perhaps))
    return words[pattern].format(date=date) if pattern else date


def _plain(bare: str, words: dict[str, str], *, short: bool) -> str:
    """Say a date without marks of doubt; what is no day, month, season, year or run of years stays as it is."""
    if _YEARS.fullmatch(bare):
        return words["years"].format(year=bare.replace("X", "0"))
    match = _PLAIN.fullmatch(bare)
    if match is None:
        return bare
    year, month, day = match["year"], match["month"], match["day"]
    if month in {None, "XX"}:
        return year
    names, seasons = words["months_short" if short else "months"].split(), words["seasons"].split()
    number = int(month)
    if 1 <= number <= len(names):
        return _day(day, names[number - 1], year, words)
    if _SEASON < number <= _SEASON + len(seasons) and day is None:
        return words["season"].format(season=seasons[number - _SEASON - 1], year=year)
    return bare


def _day(day: str | None, month: str, year: str, words: dict[str, str]) -> str:
    if day not in {None, "XX"}:
        return words["day"].format(day=int(str(day)), month=month, year=year)
    date = words["month"].format(month=month, year=year)
    return words["some_day"].format(date=date) if day else date


def of_days(language: str) -> dict[str, str]:
    """Return what writes a plain day or month: names of months, short ones, and the patterns "day" and "month"."""
    return {name: WORDS[language][name] for name in ("months", "months_short", "day", "month")}
