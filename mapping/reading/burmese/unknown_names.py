"""Names of places in Burmese text that no gazetteer holds: what stands before the word for a village, a town."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from mapping.mentions import Mention
from mapping.mentions.plain import BURMESE
from mapping.reading.burmese.tables import burmese
from mapping.reading.core.words import either
from mapping.reference.references import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN = re.compile(r"[\u1000-\u103f\u104e\u1050-\u109f]+$")  # letters without space or punctuation, up to a point
SYLLABLE = re.compile(r"[\u1000-\u102a\u103f](?!\u1037?[\u103a\u1039])")  # a consonant that begins a syllable
BACK = 60  # code points before a generic word in which its name stands
UNSURE = frozenset({"place"})  # kinds for which it takes a reference to believe a name


@cache
def _generic() -> re.Pattern[str]:
    rows = burmese()
    kinds = "|".join(f"(?P<{kind}>{either(words)})" for kind, words in rows["generic"].items())
    return re.compile(rf"(?:{kinds})(?!{either(rows['names']['people'])})")


def unknown_names(text: str, taken: bytearray) -> Iterator[tuple[Mention, bool]]:
    """Yield (mention, sure) of names before generic words; `taken` marks what is known already."""
    seen: dict[str, str] = {}
    for start, end in _of_area(text, taken):
        taken[start:end] = b"\1" * (end - start)
        seen[text[start:end]] = "village"
        yield Mention(start, end, text[start:end], None, text[start:end], "village"), True
    for match in _generic().finditer(text):
        begin = _name_start(text, match.start(), taken)
        if begin is not None:
            start, kind = begin, match.lastgroup or "place"
            words = text[start : match.start()]
            if kind not in UNSURE:
                seen[words] = kind
            taken[start : match.start()] = b"\1" * (match.start() - start)
            yield Mention(start, match.start(), words, None, words, kind), kind not in UNSURE
    for start, end in _seats_in(text, taken):
        taken[start:end] = b"\1" * (end - start)
        yield Mention(start, end, text[start:end], None, text[start:end], "town"), False
    yield from _repeated(text, taken, seen)


@cache
def _seats() -> re.Pattern[str] | None:
    """Match the name of a town that a reference knows, between a break or a small word and the mark of its case."""
    at_hand = (reference for reference in REFERENCES if not reference.ONLINE and reference.available())
    names = sorted({name for reference in at_hand for name in reference.seats() if BURMESE.search(name)})
    rows = burmese()["names"]
    behind = rf"(?={either([*rows['marks'], *rows['links']])}|[^\u1000-\u109f]|$)"
    starts = rf"(?<![\u1000-\u109f])|(?<={')|(?<='.join(map(re.escape, rows['before']))})"
    return re.compile(rf"(?:{starts})(?P<n>{either(names)}){behind}") if names else None


def _seats_in(text: str, taken: bytearray) -> Iterator[tuple[int, int]]:
    found = _seats()
    for match in found.finditer(text) if found else ():
        if not taken[match.start("n") : match.end("n")].count(1):
            yield match.span("n")


def _repeated(text: str, taken: bytearray, seen: dict[str, str]) -> Iterator[tuple[Mention, bool]]:
    """Yield the other places where a name that was introduced once stands with the mark of a case."""
    if not seen:
        return
    marks = either(burmese()["names"]["marks"])
    for match in re.finditer(rf"(?<![\u1000-\u109f]){either(seen)}(?={marks})", text):
        if not taken[match.start() : match.end()].count(1):
            yield Mention(*match.span(), match[0], None, match[0], seen[match[0]]), True


@cache
def _marked() -> re.Pattern[str]:
    """Match a name behind a larger area and a comma, up to the mark of its case."""
    rows = burmese()["names"]
    letters = r"[\u1000-\u103f\u104e\u1050-\u109f]{2,24}?"
    return re.compile(rf"{either(rows['areas'])}(?:[၊,]\s?|\s)(?P<n>{letters}){either(rows['marks'])}")


@cache
def _locals() -> re.Pattern[str]:
    return re.compile(rf"\s?{either(burmese()['names']['locals'])}")


def _of_area(text: str, taken: bytearray) -> Iterator[tuple[int, int]]:
    """Yield the spans of names that no generic word follows: told after their area, or as where people are from."""
    rows = burmese()["names"]
    for match in _marked().finditer(text):
        start, end = match.span("n")
        if not taken[start:end].count(1) and _is_name(text[start:end], rows):
            yield start, end
    for match in _locals().finditer(text):
        begin = _name_start(text, match.start(), taken)
        ends = text[: match.start()].endswith(tuple(rows["endings"]))
        if begin is not None and match[0].startswith(" ") and not ends:
            yield begin, match.start()


def _is_name(name: str, rows: dict[str, Any]) -> bool:
    few = 1 < len(SYLLABLE.findall(name)) <= rows["longest"]
    return bool(SYLLABLE.match(name)) and few and name not in rows["no_name"]


def _name_start(text: str, end: int, taken: bytearray) -> int | None:
    """Where the name before a generic word begins; None where no name stands there."""
    run = RUN.search(text, max(0, end - BACK), end)
    if run is None:
        return None
    start, rows = run.start(), burmese()["names"]
    for cut in re.finditer(either(rows["before"]), text[start:end]):
        start = run.start() + cut.end()
    known = taken.rfind(1, start, end)
    start = max(start, known + 1)
    name = text[start:end]
    return start if _is_name(name, rows) else None
