"""The words that languages put around the names of places, as patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

NAME = r"(?:[A-Z][\w’']*|\d+-[Mm]ile)(?:[ -][A-Z][\w’']*){0,3}"  # a capitalised name of up to four words
JOINT = r"(?:\s?[-–—‑]\s?|\s+to\s+)"  # between the ends in the name of a road
ORDER = ("tract", "township", "district", "village", "town", "city", "region", "river")  # longer words first


@cache
def table(language: str) -> dict[str, Any]:
    """Read the word table of a language ("english", "burmese")."""
    return tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))


def either(words: list[str] | tuple[str, ...]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


@cache
def after_name() -> re.Pattern[str]:
    """Match the generic word behind a name; the group that matched says what it makes of the name."""
    english, burmese = table("english")["generic"], table("burmese")["generic"]
    latin = "|".join(f"(?P<{kind}>{either(english[kind])})" for kind in ORDER)
    mymr = "|".join(f"(?P<my_{kind}>{either(burmese[kind])})" for kind in ORDER if kind in burmese)
    return re.compile(rf"(?:[ -](?i:{latin})(?!\w)|\s?(?:{mymr}))")


@cache
def before_name() -> re.Pattern[str]:
    """Match "townships of", "the village of" at the end of what stands before a name."""
    english = table("english")["generic"]
    kinds = "|".join(f"(?P<{kind}>{either(english[kind])})" for kind in ORDER)
    return re.compile(rf"\b(?i:{kinds})\s+of\s+(?:the\s+)?$")


@cache
def list_joint() -> re.Pattern[str]:
    """Match what stands between two members of a list: ", ", " and ", ", and "."""
    burmese = either(table("burmese")["list"]["joiners"])
    return re.compile(rf"\s*(?:,\s*(?:and|or|&)?|and|or|&|as well as|;|{burmese})\s*(?:the\s+|in\s+)?")


@cache
def organisation() -> re.Pattern[str]:
    """Match what makes the name before it part of the name of a body of people, a paper or a person."""
    rows = table("english")["organisation"]
    between = rf"(?:[ -](?:[A-Z][\w’'‑-]*|{either(rows['joiners'])}))"
    mymr = either(table("burmese")["organisation"]["heads"])
    return re.compile(rf"(?:{between}{{0,5}}?[ -]{either(rows['heads'])}(?!\w)|{mymr})")


@cache
def gem() -> re.Pattern[str]:
    """Match a word for stones behind a name ("Alpha ruby"): the name tells a kind, not a place."""
    rows = table("english")["gem"]
    return re.compile(rf"[ -](?:[a-z]+ )?{either(rows['words'])}(?![\w-]| {either(rows['trade'])})")


@cache
def title_before() -> re.Pattern[str]:
    """Match a person's title at the end of what stands before a name."""
    return re.compile(rf"(?<!\w){either(table('english')['person']['titles'])} $")


@cache
def compass_before() -> re.Pattern[str]:
    """Match "northern " at the end of what stands before a name."""
    return re.compile(rf"(?<!\w)(?i:{either(table('english')['compass']['words'])})[ -]$")


@cache
def road_rest() -> re.Pattern[str]:
    """Match the rest of a road's name behind its first end: "-Beta(-Gamma) road"; group 1 holds the other ends."""
    words, mymr = either(table("english")["road"]["words"]), either(table("burmese")["road"]["words"])
    other = r"[\u1000-\u109f]+?"
    latin = rf"((?:{JOINT}{NAME}){{1,4}})\s+(?:[a-z]+\s+){{0,2}}?(?i:{words})(?!\w)"
    return re.compile(rf"(?:{latin}|((?:\s?[-–—]\s?{other}){{1,4}}?)(?:မြို့)?\s?{mymr})")


@cache
def road_start() -> re.Pattern[str]:
    """Match the first end of a road's name ("Alpha-") at the end of what stands before a known name."""
    return re.compile(rf"(?<![\w-])({NAME}){JOINT}$")


@cache
def road_link() -> re.Pattern[str]:
    """Match "the road linking", "a highway between" at the end of what stands before a name."""
    rows = table("english")["road"]
    words, links = either(rows["words"]), either(rows["links"])
    return re.compile(rf"\b(?i:{words})\s+(?:that\s+|which\s+|running\s+|leading\s+)?{links}\s+(?:the\s+)?$")


@cache
def link_words() -> frozenset[str]:
    """Words that may stand right before the first end of a linked road."""
    return frozenset(table("english")["road"]["links"])


@cache
def link_rest() -> re.Pattern[str]:
    """Match what stands between the two ends of a linked road."""
    return re.compile(r"\s+(?:(?:town|city|village)\s+)?(?:and|to|with)\s+(?:the\s+)?")


@cache
def road_word_after() -> re.Pattern[str]:
    """Match the word for a road behind the last end in its name."""
    return re.compile(rf"\s+(?:[a-z]+\s+){{0,2}}?(?i:{either(table('english')['road']['words'])})(?!\w)")


@cache
def unknown_place() -> re.Pattern[str]:
    """Match a capitalised name (group 1) where a place is expected: "in Alpha", "from Beta"; no months, no weekdays."""
    rows, heads = table("english")["locative"], either(table("english")["organisation"]["heads"])
    return re.compile(
        rf"(?<!\w){either(rows['prepositions'])}\s+(?!{either(rows['calendar'])})(?!(?:{NAME}\s)?{heads}(?!\w))"
        rf"(?!\w+(?:\s\w+)*\s\d)({NAME})(?!\s\d)"
    )


@cache
def abroad() -> re.Pattern[str]:
    """Match the name of a country far from here where a place is expected."""
    rows = table("english")["locative"]
    return re.compile(
        rf"(?:(?<!\w){either(rows['prepositions'])}|,)\s+(?:the\s+)?{either(table('english')['abroad']['countries'])}(?!\w|\s[A-Z])"
    )


@cache
def country_before() -> re.Pattern[str]:
    """Match what stands before the name of a country that is meant as a place, not as a government."""
    return re.compile(rf"(?:,|\(|(?<!\w){either(table('english')['locative']['prepositions'])}(?:\s+the)?)\s*$")
