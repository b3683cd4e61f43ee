"""The words that languages put around the names of places, as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from mapping.domain.packaged import table
from mapping.mentions.plain import BURMESE

NAME = r"(?:[A-Z][\w’']*|\d+-[Mm]ile)(?:[ -][A-Z][\w’']*){0,3}"  # a capitalised name of up to four words
LANGUAGES = ("english", "burmese")  # each a table of this folder
ORDER = ("tract", "township", "district", "village", "town", "city", "region", "river")  # longer words first


def words_of(language: str) -> dict[str, Any]:
    """Read the word table of a language ("english", "burmese")."""
    return table(str(__package__), language)


def either(words: list[str] | tuple[str, ...]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


@cache
def after_name() -> re.Pattern[str]:
    """Match the generic word behind a name; the group that matched, "<language>_<kind>", says what it makes of it."""
    latin, mymr = (_generic(language) for language in LANGUAGES)
    return re.compile(rf"(?:[ -](?i:{latin})(?!\w)|\s?(?:{mymr}))")


def _generic(language: str) -> str:
    rows = words_of(language)["generic"]
    return "|".join(f"(?P<{language}_{kind}>{either(rows[kind])})" for kind in ORDER if kind in rows)


def made_of(match: re.Match[str]) -> str:
    """Kind that the generic word makes of a name."""
    return (match.lastgroup or "").partition("_")[2]


def is_plural(match: re.Match[str]) -> bool:
    """Whether the generic word behind a name may speak of several."""
    ending: str = words_of((match.lastgroup or "").partition("_")[0])["plural"]["ending"]
    return match[0].endswith(ending)


@cache
def before_name() -> re.Pattern[str]:
    """Match "townships of", "the village of" at the end of what stands before a name."""
    link = words_of("english")["links"]["of"]
    return re.compile(rf"\b(?i:{_generic('english')})\s+{link}\s+{_article()}$")


@cache
def before_ends() -> tuple[str, ...]:
    """What stands right before a name where `before_name` can match at all."""
    links = words_of("english")["links"]
    return tuple(f"{word} " for word in (links["of"], links["the"]))


@cache
def _article() -> str:
    return rf"(?:{words_of('english')['links']['the']}\s+)?"


@cache
def list_joint() -> re.Pattern[str]:
    """Match what stands between two members of a list: ", ", " and ", ", and "."""
    rows = words_of("english")["list"]
    joiners = either([*rows["joiners"], *rows["signs"], *words_of("burmese")["list"]["joiners"]])
    return re.compile(rf"\s*(?:,\s*{either(rows['behind_comma'])}?|{joiners})\s*(?:{either(rows['openers'])}\s+)?")


@cache
def organisation() -> re.Pattern[str]:
    """Match what makes the name before it part of the name of a body of people, a paper or a person."""
    rows = words_of("english")["organisation"]
    between = rf"(?:[ -](?:[A-Z][\w’'‑-]*|{either(rows['joiners'])}))"
    mymr = either(words_of("burmese")["organisation"]["heads"])
    return re.compile(rf"(?:{between}{{0,5}}?[ -]{either(rows['heads'])}(?!\w)|{mymr})")


@cache
def gem() -> re.Pattern[str]:
    """Match a word for stones behind a name ("Alpha ruby"): the name tells a kind, not a place."""
    rows = words_of("english")["gem"]
    return re.compile(rf"[ -](?:[a-z]+ )?{either(rows['words'])}(?![\w-]| {either(rows['trade'])})")


@cache
def qualifies() -> re.Pattern[str]:
    """Match a noun behind the bare name of a region, which then tells of what people it is ("Alpha fighters")."""
    small = either(words_of("english")["small"]["words"])
    return re.compile(rf"(?:['’]s)?[ -](?!(?:{small})(?!\w))[a-z]{{3,}}|[ -][A-Z][a-z]+")


@cache
def title_before() -> re.Pattern[str]:
    """Match a person's title at the end of what stands before a name."""
    return re.compile(rf"(?<!\w){either(words_of('english')['person']['titles'])} $")


@cache
def compass_before() -> re.Pattern[str]:
    """Match "northern " at the end of what stands before a name."""
    return re.compile(rf"(?<!\w)(?i:{either(words_of('english')['compass']['words'])})[ -]$")


@cache
def _joint() -> str:
    """Return a pattern for what stands between the ends in the name of a road."""
    return rf"(?:\s?[-–—‑]\s?|\s+{words_of('english')['links']['to']}\s+)"


@cache
def _adjectives() -> str:
    """Return a pattern for up to two small words before the word for a road ("main", "old"); "by road" is no name."""
    return rf"(?:(?!{either(words_of('english')['road']['never_before'])}\s)[a-z]+\s+){{0,2}}?"


@cache
def road_rest() -> re.Pattern[str]:
    """Match the rest of a road's name behind its first end: "-Beta(-Gamma) road"; group 1 holds the other ends."""
    words, rows = either(words_of("english")["road"]["words"]), words_of("burmese")["road"]
    latin = rf"((?:{_joint()}{NAME}){{1,4}})\s+{_adjectives()}(?i:{words})(?!\w)"
    mymr = rf"((?:\s?[-–—]\s?{BURMESE.pattern}+?){{1,4}}?){either(rows['settled'])}?\s?{either(rows['words'])}"
    return re.compile(rf"(?:{latin}|{mymr})")


@cache
def road_start() -> re.Pattern[str]:
    """Match the first end of a road's name ("Alpha-") at the end of what stands before a known name."""
    return re.compile(rf"(?<![\w-])({NAME}){_joint()}$")


@cache
def road_link() -> re.Pattern[str]:
    """Match "the road linking", "a highway between" at the end of what stands before a name; group 1 is the link."""
    rows = words_of("english")["road"]
    words, links, asides = either(rows["words"]), either(rows["links"]), either(rows["asides"])
    return re.compile(rf"\b(?i:{words})\s+(?:{asides}\s+)?({links})\s+{_article()}$")


@cache
def link_before() -> re.Pattern[str]:
    """Match a link right before the first end of a linked road."""
    return re.compile(rf"(?<!\S){either(words_of('english')['road']['links'])}\s+{_article()}$")


@cache
def link_rest() -> re.Pattern[str]:
    """Match what stands between the two ends of a linked road; group 1 is the word that joins them."""
    rows = words_of("english")["road"]
    return re.compile(rf"\s+(?:{either(rows['settled'])}\s+)?({either(rows['joiners'])})\s+{_article()}")


def joins(link: str, word: str) -> bool:
    """Whether a link goes with the word between the ends: "by road from Alpha and Beta" names no road."""
    return word in words_of("english")["road"]["pairs"].get(link, (word,))


@cache
def definite_before() -> re.Pattern[str]:
    """Match the definite article at the end of what stands before a name."""
    return re.compile(rf"(?<!\w)(?i:{words_of('english')['links']['the']})\s+$")


@cache
def road_word_after() -> re.Pattern[str]:
    """Match the word for a road behind the last end in its name."""
    return re.compile(rf"\s+{_adjectives()}(?i:{either(words_of('english')['road']['words'])})(?!\w)")


@cache
def unknown_place() -> re.Pattern[str]:
    """Match a capitalised name (group 1) where a place is expected: "in Alpha", "from Beta"; no months, no weekdays."""
    rows, heads = words_of("english")["locative"], either(words_of("english")["organisation"]["heads"])
    return re.compile(
        rf"(?<!\w){either(rows['prepositions'])}\s+(?!{either(rows['calendar'])})(?!(?:{NAME}\s)?{heads}(?!\w))"
        rf"(?!\w+(?:\s\w+)*\s\d)({NAME})(?!\s\d)"
    )


@cache
def abroad() -> re.Pattern[str]:
    """Match the name of a country far from here where a place is expected."""
    before, countries = words_of("english")["locative"]["prepositions"], words_of("english")["abroad"]["countries"]
    placed = rf"(?:(?<!\w){either(before)}|,)\s+{_article()}{either(countries)}(?!\w|\s[A-Z])"
    return re.compile(rf"{placed}|(?<!\w){either(countries)}['’]s?(?=\s)")


@cache
def country_before() -> re.Pattern[str]:
    """Match what stands before the name of a country that is meant as a place, not as a government."""
    return re.compile(rf"(?:,|\(|(?<!\w){either(words_of('english')['locative']['prepositions'])}(?:\s+the)?)\s*$")
