"""Capitalised names that are no places: people, bodies, days."""

from __future__ import annotations

import re
from functools import cache

from mapping.mentions.words import organisation
from mapping.reading.core.words import either
from mapping.reading.english.frames.frame import nouns
from mapping.reading.english.tables import english

ARTICLE = r"(?:(?:[AaEeUu][lshnrdtzmj]{1,2}|[Aa]l|[Uu]mm|[Bb]ani|[Tt]ell|[Tt]el)-)?"  # of Arabic: "el-", "al-", "as-"
WORD = rf"(?:{ARTICLE}[A-ZÀ-Þ][a-zà-ÿ]++(?![A-Z])(?:['’][a-zA-Z][a-z]*)?(?:-[A-Z]?[a-z]+)*)"
"""One capital, hyphens, an apostrophe."""
NAME = rf"{WORD}(?: {WORD}){{0,3}}"
GENERIC = (
    "tract", "village", "town", "township", "ward", "district", "mine", "dam", "bridge", "junction", "river", "base",
    "hill", "site", "region", "road",
)  # fmt: skip


@cache
def _about_people() -> tuple[frozenset[str], frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """(last words of bodies, words that begin no name, what follows a speaker, what stands before a person)."""
    rows = english()["names"]
    speaks = re.compile(rf"(?:,[^.,]{{0,60}},)?\s+{either(rows['speech'])}\b")
    title = re.compile(rf"(?<!\w){either(rows['titles'])}\.?\s+(?:\w+\s+)?$")
    return frozenset(rows["bodies"]), frozenset(rows["no_name"]), speaks, title


def somebody(text: str, start: int, end: int, *, sure: bool = False) -> bool:
    """Whether a capitalised name is a person's, a body's, a day's, or no name at all."""
    words = text[start:end].split(" ")
    bodies, no_name, speaks, title = _about_people()
    if organisation().match(text, end):
        return True
    if words[-1] in bodies or any(word in _calendar() for word in words):
        return True
    if len(words) == 1 and (words[0].lower() in _generic_words() or words[0].lower() in nouns()):
        return True
    if not sure and words[0] in english()["names"]["titles"]:
        return True
    if not sure and (words[0] in no_name or re.match(rf"\s+{WORD}", text[end : end + 30])):
        return True
    located = _located_before().search(text, max(0, start - 24), start)
    return bool((not located and speaks.match(text, end)) or title.search(text, max(0, start - 30), start))


@cache
def _located_before() -> re.Pattern[str]:
    """Match a preposition of place right before a name: whoever speaks behind it is somebody else."""
    return re.compile(r"(?<![\w-])(?:in|near|towards?|into|at|outside|around|to)\s+$")


@cache
def _calendar() -> frozenset[str]:
    return frozenset([*english()["months"], *english()["weekdays"]["names"]])


@cache
def _generic_words() -> frozenset[str]:
    rows = english()["names"]
    return frozenset(word for kind in GENERIC for word in rows[kind])


@cache
def people() -> re.Pattern[str]:
    """Match people or troops right behind a name, which says of what sort they are."""
    people = [word for word, names in nouns().items() if names & {"FORCE", "CIVILIAN"} and "PLACE" not in names]
    words = [word for word in people if " " not in word]
    return re.compile(rf"\s+(?:(?:military|rebel|resistance|armed|ethnic|government)\s+)?{either(words)}(?!\w)")
