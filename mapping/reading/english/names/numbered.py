"""Places whose names hold a number: military units as places, wards, highways, "4-Mile village"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.core.words import Anchors, either
from mapping.reading.english.tables import english

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE, AFTER = 60, 90  # characters around a number in which its words stand
Numbered = tuple[int, int, str]  # start, end, kind


@cache
def _unit() -> str:
    """A unit with its number, in the short form or the long one with the short one in brackets behind."""
    bases = english()["bases"]
    word = rf"(?:{either([*bases['units'], *bases['static']])})s?(?:\s+\([A-Z]{{2,4}}\))?"
    return rf"(?:{word}\s+(?:No\.?\s*)?\d{{1,4}}|(?:No\.?\s*)?\d{{1,4}}(?:st|nd|rd|th)?\s+{word})"


@cache
def _patterns() -> tuple[Anchors, list[re.Pattern[str]]]:
    bases, names, roads = english()["bases"], english()["names"], english()["numbered_road"]["words"]
    static = either(bases["static"])
    listed = rf"(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s+as well as\s+)(?:{_unit()}|\d{{1,4}})(?!\w))*"
    static_unit = rf"(?:No\.?\s*\d+\s+{static}|\d+(?:st|nd|rd|th)\s+{static}|{static}\s+(?:No\.?\s*)?\d+)"
    taken, posts, of = either(names["taken"]), either(bases["posts"]), either(bases["of"])
    lost = (
        rf",?\s+(?:(?:was|were|is|been|has|have|had)\s+)+{either(names['suffered'])}|\s+(?:fell|had fallen|has fallen)"
    )
    days = either([*english()["months"], *english()["weekdays"]["names"]])
    named = rf"No\.?\s*\d{{1,4}}\s+(?:[A-Z][a-z]+\s+){{1,4}}{either(bases['named'])}"
    patterns = [
        r"(?<![\w-])(?P<ward>Ward (?:No\.? ?)?\d{1,2}|No\.? ?\d{1,2} Ward)(?!\w)",
        r"(?<![\w-])(?P<village>\d{1,3}[- ]?[Mm]iles?)(?=\s+(?:villages?|marker|camp|post|gate|checkpoint)(?!\w))",
        rf"(?<![\w-])(?P<base>{_unit()}(?:\s+{posts}))(?!\w)",
        rf"(?<![\w-])(?P<base>{static_unit})(?!\w)",
        rf"(?<![\w-])(?:{taken}|{of})\s+(?:the\s+)?(?:[\w-]+['’]s\s+)?(?:[a-z]+\s+)?(?P<base>{_unit()}{listed}(?:\s+{posts})?)(?!\w)",
        rf"(?<![\w-])(?P<base>{_unit()}{listed})(?={lost})",
        rf"(?<![\w-])(?P<base>{_unit()})(?=\s+(?:on|in)\s+(?:{days}|\d{{1,2}}\s))",
        rf"(?<![\w-])(?P<road>{either(roads)}\s?(?:No\.?\s*)?\d+)(?!\w)",
        rf"(?<![\w-])(?P<base>{named})(?!\w)",
    ]
    words = [
        "Ward",
        "ile village",
        "iles village",
        "ile marker",
        *bases["units"],
        *bases["static"],
        *bases["named"],
        *roads,
    ]
    return Anchors(words, BEFORE, AFTER), [re.compile(pattern) for pattern in patterns]


def numbered(text: str) -> Iterator[Numbered]:
    """Yield (start, end, kind); each number of a list is a place of its own."""
    anchors, patterns = _patterns()
    for start, end in anchors.windows(text):
        for pattern in patterns:
            for match in pattern.finditer(text, start, end):
                kind = match.lastgroup or "place"
                yield from _members(text, *match.span(kind), kind)


def _members(text: str, start: int, end: int, kind: str) -> Iterator[Numbered]:
    joints = list(re.finditer(r",\s+(?:and\s+)?|\s+and\s+|\s+as well as\s+", text[start:end])) if kind == "base" else []
    edges = [0, *(at for joint in joints for at in joint.span()), end - start]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        yield start + first, start + last, kind
