"""Where sentences and paragraphs begin and end, whatever languages a text mixes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.core.words import either

if TYPE_CHECKING:
    from mapping.reading.core.language import Language

SHORT_LINE = 60  # characters; a shorter line without a full stop is a heading, a longer one may go on in the next line
STAMP = re.compile(r"\s*date\s+\d{4}-\d\d-\d\d\s+")  # what a fetched page may begin with
STOPS, QUOTES = ".!?", '”"'  # of all scripts that borrow them
INITIAL = r"(?<![A-Z]\.)(?<!\s[A-Z])"  # the full stop of "U.S." or of an initial ends nothing


@cache
def _ends(languages: tuple[Language, ...]) -> re.Pattern[str]:
    begins = "".join(language.begins for language in languages)
    stops, abbreviations = _stops(languages), [word for one in languages for word in one.abbreviations]
    closing = rf"[{QUOTES}’')\]]*"
    return re.compile(
        (rf"(?<!\w)(?:{either(abbreviations)})\.(?=\s)|" if abbreviations else "")  # consumed: it ends nothing
        + rf"{INITIAL}[{STOPS}]+{closing}(?=\s+[“\"‘'(\[]?[{begins}0-9]|\s*$)(?P<stop>)"
        + (rf"|[{stops}]{closing}(?P<sign>)" if stops else "")
        + r"|\n[ \t]*\n(?P<blank>)|\n(?P<line>)"
    )


@cache
def _breaks(languages: tuple[Language, ...]) -> re.Pattern[str]:
    return re.compile(rf"[{STOPS}{QUOTES}{_stops(languages)}]\s*\n\s*|\n\s*\n")


@cache
def _stops(languages: tuple[Language, ...]) -> str:
    return "".join(language.stops for language in languages)


def sentences(text: str, languages: tuple[Language, ...]) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence, white space around it left out; a leading date stamp is no part of one."""
    stamp = STAMP.match(text)
    start = stamp.end() if stamp else 0
    found: list[tuple[int, int]] = []
    for match in _ends(languages).finditer(text, start):
        if match.lastgroup is None or (
            match.lastgroup == "line" and _goes_on(text, start, match.start(), _stops(languages))
        ):
            continue
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    return [span for span in (_trimmed(text, *span) for span in found) if span[0] < span[1]]


def paragraphs(text: str, languages: tuple[Language, ...]) -> list[int]:
    """Offsets at which paragraphs begin: "it" does not look back to the one before."""
    return [0, *(match.end() for match in _breaks(languages).finditer(text))]


def _goes_on(text: str, start: int, at: int, stops: str) -> bool:
    """Whether a line break stands inside a sentence, because the text is wrapped."""
    line = text[max(start, text.rfind("\n", 0, at) + 1) : at].rstrip()
    ended = bool(line) and line[-1] in f"{STOPS}{QUOTES}:{stops}"
    return bool(line) and not ended and (len(line) >= SHORT_LINE or text[at + 1 : at + 2].islower())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
