"""What the words of a quote bear out of the statement that rests on them, read without any grammar.

Each function yields (field, what the statement says, what speaks against it).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.statements import Distance, Position, Report, TravelTime
from mapping.domain.vocabulary import EVENT_TYPES, HAPPENED
from mapping.reading.english.measures import number, number_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.domain.statements import Statement
    from mapping.mentions import Scan
    from mapping.seeds.sources import Source

CLOSE_TO = re.compile(r"(?i)\b(?:close|near|loyal|sympathetic) to (?:the )?$")  # no member of a party, but of its side
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LATIN = re.compile("[a-z]{3}")  # words of English, whatever quotation marks stand around them
_FROM = re.compile(r"(?i)\b(?:from|out of|left|leaving|leave|where|of)\b")
_LOOK_BACK = 40  # characters before a name in which a word for "from" may stand
_ENDS = ("to", "toward")


def numbers(one: Statement) -> Iterator[tuple[str, str, str]]:
    """Each number stands in the quote, in figures or words."""
    told = stated(one.quote)
    if not told:
        return
    for field, value in figures(one):
        if value not in told:
            yield field, f"{value:g}", "stands not in the quote"


def figures(one: Statement) -> list[tuple[str, float]]:
    """Return the numbers of a statement, each with its field: lengths and times as they are written, then counts."""
    if isinstance(one, Report):
        return [("counts", count.n) for count in one.counts]
    fields = ("km", "miles") if isinstance(one, Distance | Position) else ("minutes", "hours")
    if not isinstance(one, Distance | Position | TravelTime):
        return []
    return [(name, value) for name in fields if (value := getattr(one, name)) is not None]


def published(one: Statement, source: Source) -> Iterator[tuple[str, str, str]]:
    """What is only known by the report bears its day."""
    if one.date_basis != "published" or not one.date or not source.published:
        return
    ends = {dates.parse(text).end or dates.parse(text).start for text in (one.date, source.published)}
    if len(ends) > 1 and one.certainty in HAPPENED:
        yield "date", one.date, f"the report is of {source.published}"


def ends(one: Report, text: str, scan: Scan) -> Iterator[tuple[str, str, str]]:
    """What stays on its spot goes to no place; whoever comes from a place is told to, in as many words."""
    type_ = EVENT_TYPES[one.type]
    if type_.on_the_spot:
        for role, ref in one.places():
            if role in _ENDS:
                yield role, str(ref), f"a report of the type {one.type} goes nowhere: it is at, near or on a place"
    if type_.at_start or (not one.quote.isascii() and not _LATIN.search(one.quote)):
        return
    for ref in one.refs("from"):
        starts = [m.start for m in scan.mentions if m.place == ref and one.span[0] <= m.start < one.span[1]]
        before = (text[max(0, start - _LOOK_BACK) : start] for start in starts)
        if starts and not any(_FROM.search(words) for words in before):
            yield "from", str(ref), "the quote tells of nobody who came from there"


def stated(quote: str) -> set[float]:
    """Every number that a quote states, in figures of any script or in English words."""
    found = {float(figure.replace(",", "")) for figure in DIGITS.findall(quote)}
    for words in re.findall(number_pattern(), quote):
        try:
            found.add(number(words))
        except ValueError:
            continue
    return found
