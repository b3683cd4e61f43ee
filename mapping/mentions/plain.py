"""A text as the automaton reads it, and the way back to the offsets of the text itself."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from mapping.mentions.zawgyi import decode, is_zawgyi

ZERO = re.compile("(?<![\u1040-\u1049])\u1040(?=[\u1000-\u1021\u102b-\u103e])")  # the digit typed for the letter wa
# The letter typed for the digit:
WA = re.compile("(?<=[\u1040-\u1049])\u101d(?![\u102b-\u103e])|\u101d(?=[\u1040-\u1049])")
BURMESE = re.compile("[\u1000-\u109f]")

SPACES = [chr(code) for code in range(0x80, 0x3001) if unicodedata.category(chr(code)) == "Zs"]  # of any width

SAME_LENGTH = dict.fromkeys((*SPACES, "\r", "\t"), " ") | {
    "\n\n": "\x00\x00", "\n": " ", "\x00\x00": "\n\n",  # a name may break over two lines, not over two paragraphs
    "\u2010": "-", "\u2011": "-", "\u2019": "'", "\u02bc": "'", "\u103a\u1037": "\u1037\u103a",
    "\u1025\u103a": "\u1009\u103a", "\u1025\u1037\u103a": "\u1009\u1037\u103a",
}  # fmt: skip


def with_zeros(text: str) -> str:
    """Return a text with the digit zero where the letter wa was typed for it; of the same length."""
    return WA.sub("\u1040", text)


NOTHING = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad")  # invisible; they may stand inside names


def alike(text: str) -> str:
    """Exchange letters and signs that are written in several ways for one of them; the length stays the same."""
    for mark, instead in SAME_LENGTH.items():
        text = text.replace(mark, instead)
    return ZERO.sub("\u101d", text) if "\u1040" in text else text


@dataclass(frozen=True)
class Plain:
    """`text` to search in; `origin[i]` is the (start, end) of its i-th code point in the text itself.

    `origin` is None where both count alike.
    """

    text: str
    origin: tuple[tuple[int, int], ...] | None = None

    @classmethod
    def of(cls, text: str) -> Plain:
        """Decode Zawgyi, exchange look-alikes one for one, and leave out what cannot be seen."""
        origin: list[tuple[int, int]] | None = None
        if BURMESE.search(text) and is_zawgyi(text):
            text, origin = decode(text)
        if any(mark in text for mark in NOTHING):
            kept = [i for i, mark in enumerate(text) if mark not in NOTHING]
            origin = [origin[i] if origin else (i, i + 1) for i in kept]
            text = "".join(text[i] for i in kept)
        return cls(alike(text), tuple(origin) if origin else None)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text itself of a stretch of `text`."""
        if self.origin is None:
            return start, end
        pieces = self.origin[start:end]
        return min(first for first, _ in pieces), max(last for _, last in pieces)
