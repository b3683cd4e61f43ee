"""Names of places that no gazetteer holds, found by what stands around them: "Alpha village", "LIB 9 base", "in Beta"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from mapping.mentions import Mention
from mapping.reading.language import either, table
from mapping.reading.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.mentions import Scan

WORD = r"(?:[A-Z][a-zà-ÿ]+(?:['’][a-z]+)?(?:-[A-Z]?[a-z]+)*)"  # a capitalised word, also with hyphens or an apostrophe inside
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
    joint = r"(?:,\s+and\s+|,\s+|\s+and\s+|\s+or\s+|\s+&\s+)"
    units, static, posts = either(bases["units"]), either(bases["static"]), either(bases["posts"])
    number = r"(?:No\.?\s*)?\d{1,4}"
    static_unit = rf"(?:No\.?\s*\d+\s+{static}|\d+(?:st|nd|rd|th)\s+{static}|{static}\s+(?:No\.?\s*)?\d+)"
    roads = either(table("english")["numbered_road"]["words"])
    many = rf"(?P<names>{NAME}(?:{joint}{NAME})*)"
    return [
        (re.compile(rf"(?<![\w-])(?P<name>\d{{1,3}}[- ]?[Mm]iles?)\s+(?P<village>villages?)(?!\w)"), SURE),
        (re.compile(rf"(?<![\w-])(?P<base>(?P<name>(?:{units}\s+{number}|No\.?\s*\d+\s+{units}|{static_unit})(?:\s+{posts})))(?!\w)"), SURE),
        (re.compile(rf"(?<![\w-])(?P<base>(?P<name>{static_unit}))(?!\w)"), LIKELY),
        (re.compile(rf"(?<![\w-])(?P<road>(?P<name>{roads}\s?(?:No\.?\s*)?\d+))(?!\w)"), SURE),
        (re.compile(rf"(?<![\w’'-]){many}\s+(?i:{generic})(?!\w|-\w)"), SURE),
        (re.compile(rf"(?<![\w-])(?i:{generic})\s+of\s+(?:the\s+)?{many}"), SURE),
        (re.compile(rf"(?<![\w-]){either(rows['before'])}\s+(?:the\s+|nearby\s+)?{many}"), LIKELY),
        (re.compile(rf"(?<![\w-]){either(rows['motion'])}\s+to\s+(?:the\s+|nearby\s+)?{many}"), LIKELY),
        (re.compile(rf"(?<![\w’'-]){many}\s+{either(rows['people'])}(?!\w)"), LIKELY),
        (re.compile(rf"{many},\s+(?:an?|the|two|three|four|both|another)\s+(?:[\w-]+\s+){{0,4}}?(?i:{generic})(?!\w|-\w)"), LIKELY),
        (re.compile(rf"(?<![\w-])(?i:{either(table('english')['headings'])})\s+of\s+{many}"), LIKELY),
        (re.compile(rf"(?<![\w-]){either(rows['beside'])}\s+{many}"), LIKELY),
        (re.compile(rf"(?<![\w-]){either(rows['taken'])}\s+(?:the\s+|nearby\s+)?{many}"), WEAK),
    ]  # fmt: skip


NOT_KINDS = {"not_first", "no_name", "bodies", "speech", "titles", "before", "motion", "people", "beside", "taken", "participles"}


def features(text: str, scan: Scan) -> list[tuple[Mention, bool]]:
    """Return (mention, sure) of places that the gazetteer lacks; none overlaps what `scan` found, but for roads.

    Where `sure` is False, only a verb such as "captured" stands before the name: it takes a reference to believe it.
    """
    taken = [(m.start, m.end) for m in scan.mentions if m.kind != "road"] + [(s, e) for s, e, _ in scan.actors]
    taken += scan.phrases
    found: dict[tuple[int, int], Feature] = {}
    headings = _headings(text)
    for pattern, sure in _patterns():
        for match in pattern.finditer(text):
            if sure < SURE and any(start <= match.start() < end for start, end in headings):
                continue
            for feature in _named(text, match, sure):
                if not _overlaps(feature, taken) and not any(_overlaps(feature, [span]) for span in found):
                    found[feature.start, feature.end] = feature
    found |= _listed(text, scan, found, taken)
    found |= _repeated(text, found, taken)
    return [(_mention(text, feature), feature.sure > WEAK) for feature in sorted(found.values(), key=lambda f: f.start)]


def _mention(text: str, feature: Feature) -> Mention:
    words = text[feature.start : feature.end]
    return Mention(feature.start, feature.end, words, None, words, feature.kind)


def _overlaps(feature: Feature, spans: list[tuple[int, int]]) -> bool:
    return any(start < feature.end and feature.start < end for start, end in spans)


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


def _somebody(text: str, start: int, end: int, sure: int) -> bool:
    """Whether a capitalised name is a person's, a body's, a day's, or no name at all."""
    rows, words = table("english")["features"], text[start:end].split(" ")
    calendar = [*table("english")["months"], *table("english")["weekdays"]["names"]]
    if words[-1] in rows["bodies"] or any(word in calendar for word in words):
        return True
    if sure < SURE and (words[0] in rows["no_name"] or re.match(rf"\s+{WORD}", text[end:])):
        return True
    if re.match(rf"(?:,\s+[^.,]{{0,60}},)?\s+{either(rows['speech'])}\b", text[end:]):
        return True
    return bool(re.search(rf"(?<!\w){either(rows['titles'])}\.?\s+(?:\w+\s+)?$", text[max(0, start - 30) : start]))


def _listed(
    text: str, scan: Scan, found: dict[tuple[int, int], Feature], taken: list[tuple[int, int]]
) -> dict[tuple[int, int], Feature]:
    """Find names in a list of places: "Alpha, Beta and Gamma", where one beside them is known."""
    more: dict[tuple[int, int], Feature] = {}
    places = {(m.start, m.end): m.kind for m in scan.mentions if m.kind not in ("road", "region", "country", "river")}
    places |= {span: feature.kind for span, feature in found.items()}
    for (start, end), kind in places.items():
        after = re.match(rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<n>{NAME})(?=,\s+{NAME}|,?\s+and\s+{NAME}|\s+(?:village|town)|[.;]|\s+(?:in|on|after|since)\s)", text[end:])
        before = re.search(rf"(?<![\w’'])(?P<n>{NAME})(?:,\s+|,?\s+and\s+)$", text[max(0, start - 60) : start])
        spans = []
        if after:
            spans.append((end + after.start("n"), end + after.end("n")))
        if before and re.search(rf"{either(table('english')['features']['before'])}\s+$", text[: max(0, start - 60) + before.start()][-12:]):
            spans.append((max(0, start - 60) + before.start("n"), max(0, start - 60) + before.end("n")))
        for span in spans:
            bare = _bare(text, *span)
            if bare and not _somebody(text, *bare, LIKELY):
                feature = Feature(*bare, kind, LIKELY)
                if not _overlaps(feature, taken) and not any(_overlaps(feature, [other]) for other in [*found, *more]):
                    more[bare] = feature
    return more


def _repeated(
    text: str, found: dict[tuple[int, int], Feature], taken: list[tuple[int, int]]
) -> dict[tuple[int, int], Feature]:
    """Find the other places in the text where a name that was introduced once stands again."""
    kinds = {text[f.start : f.end]: f for f in sorted(found.values(), key=lambda f: f.sure)}
    if not kinds:
        return {}
    more: dict[tuple[int, int], Feature] = {}
    for match in re.finditer(rf"(?<![\w-]){either(kinds)}(?!\w)", text):
        feature = replace(kinds[re.sub(r"\s+", " ", match[0])], start=match.start(), end=match.end())
        if match.span() in found or _overlaps(feature, taken) or any(_overlaps(feature, [span]) for span in found):
            continue
        if not re.match(rf"\s+{either(table('english')['features']['speech'])}\b", text[match.end() :]):
            more[match.span()] = feature
    return more


def _headings(text: str) -> list[tuple[int, int]]:
    """Spans of sentences in which most words are capitalised: "in" says little there."""
    found = []
    for start, end in sentences(text):
        words = re.findall(r"[A-Za-z]{4,}", text[start:end])
        if len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words):
            found.append((start, end))
    return found
