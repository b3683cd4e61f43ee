"""Names of places that no gazetteer holds, found by what stands around them: "Alpha village", "in Beta"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from mapping.mentions import Mention
from mapping.reading import features_burmese
from mapping.reading.language import either, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.mentions import Scan

WORD = r"(?:[A-Z][a-zà-ÿ]+(?:['’][a-z]+)?(?:-[A-Z]?[a-z]+)*)"  # capitalised, maybe with hyphens, an apostrophe
NAME = rf"{WORD}(?: {WORD}){{0,3}}"
SURE, LIKELY, WEAK = 3, 2, 1  # a generic word introduces the name; a preposition or a list does; only a verb does


@dataclass(frozen=True)
class Feature:
    """A name that looks like a place's: its span, the kind its surroundings say, and how sure they are."""

    start: int
    end: int
    kind: str
    sure: int


@cache
def _patterns() -> list[tuple[re.Pattern[str], int]]:
    """Patterns with the groups `name` (or `names`, a list) and one named after the kind; and how sure each is."""
    rows, bases = table("english")["features"], table("english")["bases"]
    kinds = [k for k, v in rows.items() if k not in NOT_KINDS]
    generic = "|".join(f"(?P<{kind}>{either(rows[kind])})" for kind in kinds)
    kind_of = "(?:an?|the|two|three|four|both|another)"
    joint = r"(?:,\s+and\s+|,\s+|\s+and\s+|\s+or\s+|\s+&\s+)"
    number = r"(?:No\.?\s*)?\d{1,4}"
    static = either(bases["static"])
    static_unit = rf"(?:No\.?\s*\d+\s+{static}|\d+(?:st|nd|rd|th)\s+{static}|{static}\s+(?:No\.?\s*)?\d+)"
    unit = rf"(?:{either(bases['units'])}\s+{number}|No\.?\s*\d+\s+{either(bases['units'])}|{static_unit})"
    roads = either(table("english")["numbered_road"]["words"])
    many = rf"(?P<names>{NAME}(?:{joint}{NAME})*)"
    return [
        (re.compile(r"(?<![\w-])(?P<ward>(?P<name>Ward (?:No\.? ?)?\d{1,2}|No\.? ?\d{1,2} Ward))(?!\w)"), SURE),
        (re.compile(r"(?<![\w-])(?P<name>\d{1,3}[- ]?[Mm]iles?)\s+(?P<village>villages?)(?!\w)"), SURE),
        (re.compile(rf"(?<![\w-])(?P<base>(?P<name>{unit}(?:\s+{either(bases['posts'])})))(?!\w)"), SURE),
        (re.compile(rf"(?<![\w-])(?P<base>(?P<name>{static_unit}))(?!\w)"), LIKELY),
        (re.compile(rf"(?<![\w-])(?P<road>(?P<name>{roads}\s?(?:No\.?\s*)?\d+))(?!\w)"), SURE),
        (re.compile(rf"(?<![\w’'-]){many}\s+(?i:{generic})(?!\w|-\w)"), SURE),
        (re.compile(rf"(?<![\w-])(?i:{generic})\s+of\s+(?:the\s+)?{many}"), SURE),
        (re.compile(rf"(?<![\w-]){either(rows['before'])}\s+(?:the\s+|nearby\s+)?{many}"), LIKELY),
        (re.compile(rf"(?<![\w-]){either(rows['motion'])}\s+to\s+(?:the\s+|nearby\s+)?{many}"), LIKELY),
        (re.compile(rf"(?<![\w’'-]){many}\s+{either(rows['people'])}(?!\w)"), LIKELY),
        (re.compile(rf"{many},\s+{kind_of}\s+(?:[\w-]+\s+){{0,4}}?(?i:{generic})(?!\w|-\w)"), LIKELY),
        (re.compile(rf"(?<![\w-])(?i:{either(table('english')['headings'])})\s+of\s+{many}"), LIKELY),
        (re.compile(rf"(?<![\w-]){either(rows['beside'])}\s+{many}"), LIKELY),
        (re.compile(rf"(?<![\w-]){either(rows['taken'])}\s+(?:the\s+|nearby\s+)?{many}"), WEAK),
    ]  # fmt: skip


LONGEST_HEADING = 200  # characters
NOT_KINDS = {
    "not_first",
    "no_name",
    "bodies",
    "speech",
    "titles",
    "before",
    "motion",
    "people",
    "beside",
    "taken",
    "participles",
}


def features(text: str, scan: Scan) -> list[tuple[Mention, bool]]:
    """Return (mention, sure) of places that the gazetteer lacks; none overlaps what `scan` found, but for roads.

    Where `sure` is False, only a verb such as "captured" stands before the name: it takes a reference to believe it.
    """
    taken = bytearray(len(text))  # 1 where something is known to stand
    places = [(m.start, m.end) for m in scan.mentions if m.kind != "road"]
    for start, end in [*places, *((start, end) for start, end, _ in scan.actors), *scan.phrases]:
        taken[start:end] = b"\1" * (end - start)
    found: list[Feature] = []
    for pattern, sure in _patterns():
        for match in pattern.finditer(text):
            if sure < SURE and _in_heading(text, match.start()):
                continue
            for feature in _named(text, match, sure):
                _take(feature, found, taken)
    for feature in _listed(text, scan, found):
        _take(feature, found, taken)
    for feature in _repeated(text, found):
        _take(feature, found, taken)
    burmese = features_burmese.features(text, taken) if re.search("[\u1000-\u109f]", text) else ()
    named = [(_mention(text, feature), feature.sure > WEAK) for feature in found]
    return sorted([*named, *burmese], key=lambda row: row[0].start)


def _take(feature: Feature, found: list[Feature], taken: bytearray) -> None:
    """Keep a feature unless something stands there already."""
    if 1 not in taken[feature.start : feature.end]:
        taken[feature.start : feature.end] = b"\1" * (feature.end - feature.start)
        found.append(feature)


def _mention(text: str, feature: Feature) -> Mention:
    words = text[feature.start : feature.end]
    return Mention(feature.start, feature.end, words, None, words, feature.kind)


def _named(text: str, match: re.Match[str], sure: int) -> Iterator[Feature]:
    """Cut a match into names, each without words that are no part of it."""
    groups = match.groupdict()
    kind = next((k for k, v in groups.items() if v and k not in ("name", "names")), "place")
    if groups.get("name"):
        yield Feature(*match.span("name"), kind, sure)
        return
    for piece in re.finditer(NAME, text[match.start("names") : match.end("names")]):
        start = match.start("names") + piece.start()
        span = _bare(text, start, match.start("names") + piece.end())
        if span and not _somebody(text, *span, sure):
            yield Feature(*span, kind, sure)


def _bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Leave out "The", "In" at the beginning and "’s" at the end of a name; None where nothing is left."""
    rows = table("english")["features"]
    words = text[start:end].split(" ")
    led = re.compile(rf".*-{either(rows['participles'])}$")
    while words and (words[0] in rows["not_first"] or led.match(words[0])):
        start += len(words[0]) + 1
        words = words[1:]
    tail = re.search(r"['’]s?$", text[start:end])
    end -= len(tail[0]) if tail else 0
    return (start, end) if words and end - start >= 3 else None


@cache
def _about_people() -> tuple[frozenset[str], frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """(last words of bodies, words that begin no name, what follows a speaker, what stands before a person)."""
    rows = table("english")["features"]
    speaks = re.compile(rf"(?:,[^.,]{{0,60}},)?\s+{either(rows['speech'])}\b")
    title = re.compile(rf"(?<!\w){either(rows['titles'])}\.?\s+(?:\w+\s+)?$")
    return frozenset(rows["bodies"]), frozenset(rows["no_name"]), speaks, title


def _somebody(text: str, start: int, end: int, sure: int) -> bool:
    """Whether a capitalised name is a person's, a body's, a day's, or no name at all."""
    words = text[start:end].split(" ")
    bodies, no_name, speaks, title = _about_people()
    if words[-1] in bodies or any(word in _calendar() for word in words):
        return True
    if len(words) == 1 and words[0].lower() in _generic_words():
        return True
    if sure < SURE and (words[0] in no_name or re.match(rf"\s+{WORD}", text[end : end + 30])):
        return True
    return bool(speaks.match(text, end) or title.search(text, max(0, start - 30), start))


@cache
def _calendar() -> frozenset[str]:
    return frozenset([*table("english")["months"], *table("english")["weekdays"]["names"]])


@cache
def _generic_words() -> frozenset[str]:
    rows = table("english")["features"]
    return frozenset(word for kind, words in rows.items() if kind not in NOT_KINDS for word in words)


@cache
def _list_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    after = (
        rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<n>{NAME})"
        rf"(?=,\s+{NAME}|,?\s+and\s+{NAME}|\s+(?:village|town)|[.;]|\s+(?:in|on|after|since)\s)"
    )
    before = rf"{either(table('english')['features']['before'])}\s+(?P<n>{NAME})(?:,\s+|,?\s+and\s+)$"
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
            if bare and not _somebody(text, *bare, LIKELY):
                more.append(Feature(*bare, kind, LIKELY))
    return more


def _repeated(text: str, found: list[Feature]) -> list[Feature]:
    """Find the other places in the text where a name that was introduced once stands again."""
    kinds = {re.sub(r"\s+", " ", text[f.start : f.end]): f for f in sorted(found, key=lambda f: f.sure)}
    if not kinds:
        return []
    speech = re.compile(rf"\s+{either(table('english')['features']['speech'])}\b")
    return [
        replace(kinds[re.sub(r"\s+", " ", match[0])], start=match.start(), end=match.end())
        for match in re.finditer(rf"(?<![\w-]){either(kinds)}(?!\w)", text)
        if not speech.match(text, match.end())
    ]


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
