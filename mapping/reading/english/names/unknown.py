"""Names of places that no gazetteer holds, found by what stands around them: "Alpha village", "in Beta"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from mapping.mentions import Mention
from mapping.reading.core.words import either
from mapping.reading.english.names.numbered import numbered
from mapping.reading.english.names.somebody import NAME, WORD, people, somebody
from mapping.reading.english.names.surroundings import LIKELY, SURE, WEAK, kind_of, own_generic, qualifies
from mapping.reading.english.names.whole import datelines, named_whole
from mapping.reading.english.tables import english
from mapping.reference.references import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.mentions import Scan



@dataclass(frozen=True)
class Feature:
    """A name that looks like a place's: its span, the kind its surroundings say, and how sure they are."""

    start: int
    end: int
    kind: str
    sure: int


LONGEST_HEADING = 200  # characters


@cache
def _names() -> re.Pattern[str]:
    """Match capitalised names, one or a list of them."""
    joint = r"(?:,\s+and\s+|,\s+|\s+and\s+|\s+or\s+|\s+&\s+)"
    return re.compile(rf"(?<![\w’'-]){NAME}(?:{joint}{NAME})*")


def unknown_names(text: str, scan: Scan, taken: bytearray) -> list[tuple[Mention, bool]]:
    """Return (mention, sure) of places that the gazetteer lacks; none overlaps what is `taken`, where a 1 stands.

    Where `sure` is False, only a verb such as "captured" stands before the name: it takes a reference to believe it.
    """
    found: list[Feature] = []
    features = [*_told_whole(text), *_road_names(text), *_introduced(text, scan, taken)]
    for feature in sorted(features, key=lambda feature: -feature.sure):
        if feature.sure == SURE or not _in_heading(text, feature.start):
            _take(feature, found, taken)
    for feature in _listed(text, scan, found):
        _take(feature, found, taken)
    for feature in _repeated(text, found):
        _take(feature, found, taken)
    found += [end for road in found if road.kind == "road" for end in _ends(text, road)]
    return [(_mention(text, feature), feature.sure > WEAK) for feature in found]


def _told_whole(text: str) -> Iterator[Feature]:
    heads = ((start, end, "town") for start, end in datelines(text))
    for start, end, kind in (*heads, *numbered(text), *named_whole(text)):
        yield Feature(start, end, kind, SURE)


@cache
def _roads() -> re.Pattern[str]:
    """Match "Alpha-Beta road": names joined by dashes before a word for a road."""
    joined = rf"{NAME}(?:\s?[-–—]\s?{NAME})+"
    return re.compile(rf"(?<![\w’'-])(?P<n>{joined}\s+(?:[a-z]+\s+)?{either(english()['names']['road'])})(?!\w)")


def _road_names(text: str) -> Iterator[Feature]:
    for match in _roads().finditer(text):
        span = _bare(text, *match.span("n"))
        if span:
            yield Feature(*span, "road", SURE)


def _ends(text: str, road: Feature) -> Iterator[Feature]:
    """The places in the name of a road."""
    if not re.search("[-–—]", text[road.start : road.end]):
        return
    for piece in re.compile(NAME).finditer(text, road.start, road.end):
        ends = re.compile(WORD.removesuffix("(?:-[A-Z]?[a-z]+)*)") + ")(?: [A-Z][a-z]+)*") if "-" in piece[0] else None
        spans = [match.span() for match in ends.finditer(text, *piece.span())] if ends else [piece.span()]
        yield from (Feature(*span, "place", LIKELY) for span in spans if span != (road.start, road.end))


def _introduced(text: str, scan: Scan, taken: bytearray) -> Iterator[Feature]:
    """Find capitalised names that the words around them make places, or that a reference knows letter by letter."""
    bare: list[Feature] = []
    for names in _names().finditer(text):
        start, end = _behind_first_words(text, *names.span()), names.end()
        own = own_generic(text, start, end)
        if own:
            end, kind, sure = end if own[1] == "road" else own[0], own[1], SURE
        elif taken.find(0, start, end) < 0:
            continue
        else:
            kind, sure = kind_of(text, start, end)
        if sure:
            yield from _pieces(text, start, end, kind, sure)
        else:
            bare += _pieces(text, start, end, "place", WEAK)
    known = _known_to_references({text[one.start : one.end] for one in bare}, scan)
    yield from (one for one in bare if text[one.start : one.end] in known)


def _known_to_references(names: set[str], scan: Scan) -> set[str]:
    """Which of some names a reference at hand knows; all the world is asked only where the ground is not known."""
    at_home = len({one.place for one in scan.mentions if one.latitude is not None}) > 1
    asked = [one for one in REFERENCES if not one.ONLINE and one.available() and not (at_home and one.WIDE)]
    return {name for reference in asked for name in reference.exact(names)}


def _behind_first_words(text: str, start: int, end: int) -> int:
    """Start of a name behind the words with a capital that only begin its sentence ("In Alpha")."""
    first = english()["names"]["not_first"]
    while (space := text.find(" ", start, end)) > 0 and text[start:space] in first:
        start = space + 1
    return start


def _take(feature: Feature, found: list[Feature], taken: bytearray) -> None:
    """Keep a feature unless something stands there already."""
    if 1 not in taken[feature.start : feature.end]:
        taken[feature.start : feature.end] = b"\1" * (feature.end - feature.start)
        found.append(feature)


def _mention(text: str, feature: Feature) -> Mention:
    words = text[feature.start : feature.end]
    return Mention(feature.start, feature.end, words, None, words, feature.kind)


def _pieces(text: str, start: int, end: int, kind: str, sure: int) -> Iterator[Feature]:
    """Cut a list into names, each without words that are no part of it."""
    for piece in re.compile(rf"{WORD}(?: (?<!['’]s ){WORD}){{0,3}}").finditer(text, start, end):
        span = _bare(text, *piece.span())
        if span and not somebody(text, *span, sure=sure == SURE):
            yield Feature(*span, kind, sure)


def _bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Leave out "The", "In" at the beginning and "’s" at the end of a name; None where nothing is left."""
    rows = english()["names"]
    words = text[start:end].split(" ")
    led = re.compile(rf".*-{either(rows['participles'])}$")
    while words and (words[0] in rows["not_first"] or led.match(words[0])):
        start += len(words[0]) + 1
        words = words[1:]
    tail = re.search(r"['’]s?$", text[start:end])
    end -= len(tail[0]) if tail else 0
    return (start, end) if words and end - start >= 3 else None


@cache
def _list_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    after = (
        rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<n>{NAME})"
        rf"(?=,\s+{NAME}|,?\s+and\s+{NAME}|\s+(?:village|town)|[.;]|\s+(?:in|on|after|since)\s)"
    )
    before = rf"{either(english()['names']['before'])}\s+(?P<n>{NAME})(?:,\s+|,?\s+and\s+)$"
    return re.compile(after), re.compile(rf"(?<![\w’'-]){before}")


def _listed(text: str, scan: Scan, found: list[Feature]) -> list[Feature]:
    """Find names in a list of places: "Alpha, Beta and Gamma", where one beside them is known."""
    more: list[Feature] = []
    places = [(m.start, m.end, m.kind) for m in scan.mentions if m.kind not in ("road", "region", "country", "river")]
    places += [(feature.start, feature.end, feature.kind) for feature in found]
    after_name, before_name = _list_patterns()
    for start, end, kind in places:
        after = after_name.match(text, end) if text[end : end + 1] in (",", " ") else None
        before = (
            before_name.search(text, max(0, start - 60), start) if text[start - 2 : start] in (", ", "d ") else None
        )
        for match in (after, before):
            bare = _bare(text, *match.span("n")) if match else None
            if bare and not somebody(text, *bare):
                more.append(Feature(*bare, kind, LIKELY))
    return more


def _repeated(text: str, found: list[Feature]) -> list[Feature]:
    """Find the other places in the text where a name that was introduced once stands again."""
    kinds = {re.sub(r"\s+", " ", text[f.start : f.end]): f for f in sorted(found, key=lambda f: f.sure)}
    of_datelines = {name.title(): replace(one, kind="town") for name, one in kinds.items() if name.isupper()}
    kinds = of_datelines | kinds
    if not kinds:
        return []
    return [
        replace(kinds[re.sub(r"\s+", " ", match[0])], start=match.start(), end=match.end())
        for match in re.finditer(rf"(?<![\w-]){either(kinds)}(?!\w)", text)
        if not (_only_says_whose(text, *match.span()) or somebody(text, *match.span()))
    ]


def _only_says_whose(text: str, start: int, end: int) -> bool:
    """Whether a name only qualifies what stands behind it: "Alpha fighters", "the Alpha capital"."""
    the = text[max(0, start - 4) : start].lower() == "the "
    return bool(people().match(text, end) or (the and qualifies().match(text, end)))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z]{4,}")


def _in_heading(text: str, at: int) -> bool:
    """Whether most words of the line are capitalised: "in" says little there."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    if (end if end >= 0 else len(text)) - start > LONGEST_HEADING:
        return False
    words = _words().findall(text, start, end if end >= 0 else len(text))
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
