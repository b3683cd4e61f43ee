"""Names that say themselves what they name: "North Alpha", "Lake Beta", the place at the head of a report."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.core.words import either
from mapping.reading.english.names.somebody import NAME, WORD, somebody
from mapping.reading.english.tables import english

if TYPE_CHECKING:
    from collections.abc import Iterator

Named = tuple[int, int, str]  # start, end, kind


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


def datelines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places from which agencies report, at the heads of lines."""
    for match in _datelines().finditer(text):
        if match.lastgroup:
            yield match.span(match.lastgroup)


@cache
def _whole() -> list[tuple[re.Pattern[str], str]]:
    """Names that say themselves what they name: "North Alpha", "Lake Beta"."""
    rows = english()["names"]
    around = r"(?:(?<=in )|(?<=of )|(?<=from )|(?<=across )|(?<=and )|(?<=, )|(?<=into )|(?m:^))"
    regions = rf"{around}(?P<n>{either(rows['compass'])} {WORD})(?! {WORD})(?!['’]s? [a-z])"
    return [(re.compile(regions), "region"), *(
        (re.compile(rf"(?<![\w’'-])(?P<n>{either(words)} {NAME})"), kind) for kind, words in rows["titled"].items()
    )]  # fmt: skip


def named_whole(text: str) -> Iterator[Named]:
    """Yield regions and waters whose names say what they are."""
    for pattern, kind in _whole():
        for match in pattern.finditer(text):
            if not somebody(text, *match.span("n"), sure=True):
                yield *match.span("n"), kind
