"""Stated numbers in the words of a language, in the unit and with the hedge of the text: "less than 50 miles"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.packaged import table
from mapping.domain.statements import Distance, Position, TravelTime

if TYPE_CHECKING:
    from fractions import Fraction

    from mapping.domain.statements import Common

WORDS: dict[str, dict[str, str]] = table(str(__package__), "figures")
"""Language (ISO 639) -> its patterns, with names in braces where something is filled in."""

SIMPLE = 12  # a share with a larger denominator is told in percent


def stated(statement: Common, language: str = "en") -> str | None:
    """Tell the number of a statement as it was stated; None where it states none.

    A length stands in each unit in which it was stated, and in no other.
    """
    words = WORDS[language]
    match statement:
        case Distance():
            text = _length(statement, words)
        case TravelTime():
            number, unit = (statement.minutes, "minute") if statement.minutes else (statement.hours or 0, "hour")
            text = _counted(number, unit, words)
        case Position() if statement.fraction is not None:
            text = _share(statement.fraction, words)
        case Position() if statement.stated_km is not None:
            text = words["along"].format(text=_length(statement, words))
        case _:
            return None
    return hedged(text, statement.limit, about=statement.about, language=language)


def worked_out(statement: Common) -> str | None:
    """Tell the kilometres of a length that was stated in miles alone, marked as worked out: "≈ 201 km"."""
    km = statement.stated_km if isinstance(statement, Distance | Position) and statement.km is None else None
    return None if km is None else f"≈ {plain(round(km) if km >= 10 else float(f'{km:.2g}'))} km"


def hedged(text: str, limit: str | None, *, about: bool = False, language: str = "en") -> str:
    """Put "about", "less than" and their like to a number: "at least 39"."""
    words = WORDS[language]
    text = words["about"].format(text=text) if about else text
    return words[limit].format(text=text) if limit else text


def plain(number: float) -> str:
    """Write a number with all its digits, and without a point that says nothing."""
    return f"{number:.0f}" if number == int(number) else repr(float(number))


def _length(statement: Distance | Position, words: dict[str, str]) -> str:
    """Tell a length; where both units are stated, in the order of the quote."""
    km, miles = statement.km, statement.miles
    in_km = "" if km is None else words["km"].format(n=plain(km))
    in_miles = "" if miles is None else _counted(miles, "mile", words)
    if km is None or miles is None:
        return in_km or in_miles
    first, second = statement.quote.find(plain(miles)), statement.quote.find(plain(km))
    told = (in_km, in_miles) if -1 < second < first else (in_miles, in_km)
    return words["both"].format(text=told[0], other=told[1])


def _counted(number: float, unit: str, words: dict[str, str]) -> str:
    return words[unit if number == 1 else f"{unit}s"].format(n=plain(number))


def _share(share: Fraction, words: dict[str, str]) -> str:
    if str(share) in words:
        return words[str(share)]
    if 1 < share.denominator <= SIMPLE:
        return words["share"].format(n=share)
    return words["percent"].format(n=plain(round(float(share * 100), 1)))
