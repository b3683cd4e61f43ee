"""Names of places that no gazetteer holds, found by what stands around them: "Alpha village", "in Beta"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from mapping.mentions import Mention
from mapping.mentions.words import words_of
from mapping.reading.core.context import DATELINE
from mapping.reading.core.words import either
from mapping.reading.english.frames.frame import frames, nouns
from mapping.reading.english.frames.inflection import plural
from mapping.reading.english.names.numbered import numbered
from mapping.reading.english.names.somebody import GENERIC, NAME, WORD, people, somebody
from mapping.reading.english.tables import english
from mapping.reference.references import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.mentions import Scan

SURE, LIKELY, WEAK = 3, 2, 1  # a generic word introduces the name; a preposition or a list does; only a verb does


@dataclass(frozen=True)
class Feature:
    """A name that looks like a place's: its span, the kind its surroundings say, and how sure they are."""

    start: int
    end: int
    kind: str
    sure: int


LONGEST_HEADING = 200  # characters
BEFORE, AFTER = 40, 80  # characters around a name in which the words that introduce it stand


@cache
def _names() -> re.Pattern[str]:
    """Match capitalised names, one or a list of them."""
    joint = r"(?:,\s+and\s+|,\s+|\s+and\s+|\s+or\s+|\s+&\s+)"
    return re.compile(rf"(?<![\w’'-]){NAME}(?:{joint}{NAME})*")


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
        (rf"(?:,|\s\()?\s*(?:(?:is|lies|sits|are|some|about|around|roughly|just|only|over)\s+)*\d+(?:[.,]\d+)?\s?(?:-\s?)?(?:km|kilomet|mile)", True, LIKELY),
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


@cache
def _datelines() -> re.Pattern[str]:
    """Match the place from which an agency reports: "ALPHA, Betaland, May 3 (Press) —", "May 3 (ALPHA) –"."""
    capitals, day = r"[A-ZÀ-Þ]{3,}(?:[ '’-][A-ZÀ-Þ]+)*", r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"
    press, rest = r"\([A-Z][\w /,.]{1,30}\)", r"(?:, [A-Z][\w .]{2,40}?)"
    forms = (
        rf"{day} \((?P<a>{capitals})\)",
        rf"(?P<b>{capitals}){rest}?(?:,? {day})? ?(?:[-–—]|:(?= ))",
        rf"(?!{day})(?P<c>{capitals}|{NAME}){rest}*(?:,? {day})? ?{press} ?[-–—]",
    )
    head = "|".join(forms)
    return re.compile(rf"(?m)^\s*(?:{head})")


def _dateline(text: str) -> Iterator[Feature]:
    for match in _datelines().finditer(text):
        if match.lastgroup:
            yield Feature(*match.span(match.lastgroup), DATELINE, SURE)


@cache
def _whole() -> list[tuple[re.Pattern[str], str]]:
    """Names that say themselves what they name: "North Alpha", "Lake Beta"."""
    rows = english()["names"]
    around = rf"(?:(?<=in )|(?<=of )|(?<=from )|(?<=across )|(?<=and )|(?<=, )|(?<=into )|(?m:^))"
    regions = rf"{around}(?P<n>{either(rows['compass'])} {WORD})(?! {WORD})(?!['’]s? [a-z])"
    return [(re.compile(regions), "region"), *(
        (re.compile(rf"(?<![\w’'-])(?P<n>{either(words)} {NAME})"), kind) for kind, words in rows["titled"].items()
    )]  # fmt: skip


def _named_whole(text: str) -> Iterator[Feature]:
    for pattern, kind in _whole():
        for match in pattern.finditer(text):
            if not somebody(text, *match.span("n"), sure=True):
                yield Feature(*match.span("n"), kind, SURE)


def unknown_names(text: str, scan: Scan, taken: bytearray) -> list[tuple[Mention, bool]]:
    """Return (mention, sure) of places that the gazetteer lacks; none overlaps what is `taken`, where a 1 stands.

    Where `sure` is False, only a verb such as "captured" stands before the name: it takes a reference to believe it.
    """
    found: list[Feature] = []
    features = [*_dateline(text), *_with_number(text), *_road_names(text), *_named_whole(text), *_introduced(text, scan, taken)]
    for feature in sorted(features, key=lambda feature: -feature.sure):
        if feature.sure == SURE or not _in_heading(text, feature.start):
            _take(feature, found, taken)
    for feature in _listed(text, scan, found):
        _take(feature, found, taken)
    for feature in _repeated(text, found):
        _take(feature, found, taken)
    found += [end for road in found if road.kind == "road" for end in _ends(text, road)]
    return [(_mention(text, feature), feature.sure > WEAK) for feature in found]


def _with_number(text: str) -> Iterator[Feature]:
    yield from (Feature(start, end, kind, SURE) for start, end, kind in numbered(text))


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
        own = _own_generic(text, start, end)
        if own:
            end, kind, sure = end if own[1] == "road" else own[0], own[1], SURE
        elif taken.find(0, start, end) < 0:
            continue
        else:
            kind, sure = _kind(text, start, end)
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


def _own_generic(text: str, start: int, end: int) -> tuple[int, str] | None:
    """(end of the name, kind) where its last words are generic ones with capitals: "Alpha Bridge"."""
    match = _last_words().search(text, start, end)
    if match and match.lastgroup == "road" and re.match(r"\s?(?:No\.?\s*)?\d", text[end : end + 8]):
        return None  # a road with a number
    return (match.start(), match.lastgroup or "place") if match and match.start() > start else None


@cache
def _last_words() -> re.Pattern[str]:
    return re.compile(rf"\s+{_generic()}$")


def _kind(text: str, start: int, end: int) -> tuple[str, int]:
    """(kind, how sure) as the words around a name say; ("", 0) where they say nothing."""
    before = text[max(0, start - BEFORE) : start]
    for pattern, behind, sure in _around():
        match = pattern.match(text, end, end + AFTER) if behind else pattern.search(before)
        if match and sure < SURE and before.endswith("the ") and _qualifies().match(text, end):
            return "", 0  # "the Alpha bus line": the name of something else
        if match and sure < SURE and not behind and people().match(text, end):
            return "", 0  # "into Alpha forces"
        if match:
            return match.lastgroup or "place", sure
    return "", 0


def _take(feature: Feature, found: list[Feature], taken: bytearray) -> None:
    """Keep a feature unless something stands there already."""
    if 1 not in taken[feature.start : feature.end]:
        taken[feature.start : feature.end] = b"\1" * (feature.end - feature.start)
        found.append(feature)


def _mention(text: str, feature: Feature) -> Mention:
    words = text[feature.start : feature.end]
    return Mention(feature.start, feature.end, words, None, words, feature.kind)


@cache
def _qualifies() -> re.Pattern[str]:
    """Match a noun behind a name."""
    small = either(words_of("english")["small"]["words"])
    return re.compile(rf"\s+(?!{small}\b)[a-z]{{3,}}")


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
    kinds = {name.title(): replace(one, kind="town") for name, one in kinds.items() if name.isupper()} | kinds  # of a dateline
    if not kinds:
        return []
    return [
        replace(kinds[re.sub(r"\s+", " ", match[0])], start=match.start(), end=match.end())
        for match in re.finditer(rf"(?<![\w-]){either(kinds)}(?!\w)", text)
        if not (_only_says_whose(text, *match.span()) or somebody(text, *match.span()))
    ]


def _only_says_whose(text: str, start: int, end: int) -> bool:
    """Whether a name of a region or people only qualifies what stands behind it: "Alpha fighters", "the Alpha capital"."""
    the = text[max(0, start - 4) : start].lower() == "the "
    return bool(people().match(text, end) or (the and _qualifies().match(text, end)))


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
