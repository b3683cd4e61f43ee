"""Where sentences begin and end, in English and Burmese."""

from __future__ import annotations

import re
from functools import cache

from mapping.reading.language import either, table

SHORT_LINE = 60  # characters; a shorter line without a full stop is a heading, a longer one may go on in the next line
STAMP = re.compile(r"\s*date\s+\d{4}-\d\d-\d\d\s+")  # what a fetched page may begin with


@cache
def _ends() -> re.Pattern[str]:
    abbreviations = either(table("english")["sentences"]["abbreviations"])
    return re.compile(
        rf"(?<!\w)(?:{abbreviations})\.(?=\s)"  # consumed, so that its full stop ends nothing
        r"|(?<![A-Z]\.)(?<!\s[A-Z])[.!?]+[”\"’')\]]*(?=\s+[“\"‘'(\[]?[A-Z0-9\u1000-\u109f]|\s*$)(?P<stop>)"
        r"|။[”\"’')\]]*(?P<my>)"
        r"|\n[ \t]*\n(?P<blank>)|\n(?P<line>)"
    )


def sentences(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence, white space around it left out; a leading date stamp is no part of one."""
    stamp = STAMP.match(text)
    start = stamp.end() if stamp else 0
    found: list[tuple[int, int]] = []
    for match in _ends().finditer(text, start):
        if match.lastgroup is None or (match.lastgroup == "line" and _goes_on(text, start, match.start())):
            continue
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    return [span for span in (_trimmed(text, *span) for span in found) if span[0] < span[1]]


def paragraphs(text: str) -> list[int]:
    """Offsets at which paragraphs begin: "it" does not look back to the one before."""
    return [0, *(match.end() for match in re.finditer(r"[.!?”\"။]\s*\n\s*|\n\s*\n", text))]


def _goes_on(text: str, start: int, at: int) -> bool:
    """Whether a line break stands inside a sentence, because the text is wrapped."""
    line = text[max(start, text.rfind("\n", 0, at) + 1) : at].rstrip()
    return bool(line) and line[-1] not in '.!?:”"။' and (len(line) >= SHORT_LINE or text[at + 1 : at + 2].islower())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
