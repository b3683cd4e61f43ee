"""What the words around a capitalised name make of it: a village, a bridge, the place of an attack."""

from __future__ import annotations

import re
from functools import cache

from mapping.mentions.words import words_of
from mapping.reading.core.words import either
from mapping.reading.english.frames.frame import frames, nouns
from mapping.reading.english.frames.inflection import plural
from mapping.reading.english.names.somebody import GENERIC, NAME, people
from mapping.reading.english.tables import english

SURE, LIKELY, WEAK = 3, 2, 1  # a generic word introduces the name; a preposition or a list does; only a verb does
BEFORE, AFTER = 40, 80  # characters around a name in which the words that introduce it stand


@cache
def _generic() -> str:
    """Return a pattern for generic words; the group that matched is the kind."""
    rows = english()["names"]
    return "(?i:" + "|".join(f"(?P<{kind}>{either(rows[kind])})" for kind in GENERIC) + ")"


@cache
def _around() -> list[tuple[re.Pattern[str], bool, int]]:
    """(pattern, whether it stands behind the name, how sure it makes), the surest first."""
    rows, headings = english()["names"], either(english()["headings"])
    kind_of = "(?:an?|the|two|three|four|both|another)"
    been = "(?:was|were|is|are|be|been|being|has|have|had)"
    lies = "(?:is|lies|sits|are|some|about|around|roughly|just|only|over)"
    near = r"(?:the\s+|nearby\s+)?$"
    sources = [
        (rf"\s+(?:{either(rows['military'])}\s+)?{_generic()}(?!\w|-\w)", True, SURE),
        (rf"(?:\s+\({NAME}\)|\))\s+{_generic()}(?!\w|-\w)", True, SURE),
        (rf"(?<![\w-]){_generic()}\s+of\s+(?:the\s+)?$", False, SURE),
        (rf"(?<![\w-])(?i:{either(rows['before'])})\s+{near}", False, LIKELY),
        (rf"(?<![\w-]){either(rows['motion'])}\s+to\s+{near}", False, LIKELY),
        (rf"(?<![\w-]){either(rows['parts'])}\s+of\s+{near}", False, LIKELY),
        (rf"(?<![\w-])(?i:{_attacks()})\s+(?:\w+\s+)?(?:on|onto|against)\s+{near}", False, LIKELY),
        (rf"(?<![\w-])(?:le(?:ft|ave|aves|aving)|depart(?:ed|s)?|quit)\s+(?:{NAME})\s+for\s+{near}", False, LIKELY),
        (rf"(?:,|\s\()?\s*(?:{lies}\s+)*\d+(?:[.,]\d+)?\s?(?:-\s?)?(?:km|kilomet|mile)", True, LIKELY),
        (rf"\s+{either(rows['told'])}(?!\w)", True, LIKELY),
        (rf"\s+{either(rows['people'])}(?!\w)", True, LIKELY),
        (rf",\s+(?:an?|the|its|their)\s+(?:[\w’-]+\s+){{0,4}}?{either(rows['apposed'])}(?!\w|-\w)", True, LIKELY),
        (rf",\s+{kind_of}\s+(?:[\w’-]+\s+){{0,4}}?{_generic()}(?!\w|-\w)", True, LIKELY),
        (rf"\s+(?:{been}\s+)+(?:\w+ly\s+)?{either(rows['suffered'])}(?!\w)", True, LIKELY),
        (rf"\s+(?:{been}\s+)?(?:fell|fallen)(?=\s+(?:to|on|in|into|after|at|last|within)|[.,;])", True, LIKELY),
        (rf"(?<![\w-]){either(rows['entered'])}\s+{near}", False, LIKELY),
        (rf"(?<![\w-])(?i:{headings})\s+of\s+$", False, LIKELY),
        (rf"(?<![\w-]){either(rows['beside'])}\s+$", False, LIKELY),
        (rf"(?<![\w-]){either(rows['taken'])}\s+{near}", False, WEAK),
    ]
    return [(re.compile(source), behind, sure) for source, behind, sure in sources]


@cache
def _attacks() -> str:
    """Pattern of the nouns of what is aimed at a place: attacks, bombs, shells."""
    types = ("airstrike", "drone-strike", "shelling", "battle", "advance", "siege")
    told = [frame.first for frame in frames() if frame.noun and frame.type in types and "|" not in frame.first]
    aimed = [word for word, names in nouns().items() if names & {"BOMB", "SHELL"}]
    return either(sorted({form for word in told for form in (word, plural(word))} | set(aimed)))


def own_generic(text: str, start: int, end: int) -> tuple[int, str] | None:
    """(end of the name, kind) where its last words are generic ones with capitals: "Alpha Bridge"."""
    match = _last_words().search(text, start, end)
    if match and match.lastgroup == "road" and re.match(r"\s?(?:No\.?\s*)?\d", text[end : end + 8]):
        return None  # a road with a number
    return (match.start(), match.lastgroup or "place") if match and match.start() > start else None


@cache
def _last_words() -> re.Pattern[str]:
    return re.compile(rf"\s+{_generic()}$")


def kind_of(text: str, start: int, end: int) -> tuple[str, int]:
    """(kind, how sure) as the words around a name say; ("", 0) where they say nothing."""
    before = text[max(0, start - BEFORE) : start]
    for pattern, behind, sure in _around():
        match = pattern.match(text, end, end + AFTER) if behind else pattern.search(before)
        if match and sure < SURE and before.endswith("the ") and qualifies().match(text, end):
            return "", 0  # "the Alpha bus line": the name of something else
        if match and sure < SURE and not behind and people().match(text, end):
            return "", 0  # "into Alpha forces"
        if match:
            return match.lastgroup or "place", sure
    return "", 0


@cache
def qualifies() -> re.Pattern[str]:
    """Match a noun behind a name."""
    small = either(words_of("english")["small"]["words"])
    return re.compile(rf"\s+(?!{small}\b)[a-z]{{3,}}")
