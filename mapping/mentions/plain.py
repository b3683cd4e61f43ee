"""A text as the automaton reads it, and the way back to the offsets of the text itself."""

from __future__ import annotations

from dataclasses import dataclass

SAME_LENGTH = {
    "\n\n": "\x00\x00", "\n": " ", "\x00\x00": "\n\n",  # a name may break over two lines, not over two paragraphs
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\r": " ", "\t": " ", "\u2010": "-", "\u2011": "-",
    "\u2019": "'", "\u02bc": "'", "\u103a\u1037": "\u1037\u103a",
}  # fmt: skip
NOTHING = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad")  # invisible; they may stand inside names


@dataclass(frozen=True)
class Plain:
    """`text` to search in; `origin[i]` is the offset of its i-th code point in the text itself (None: the same)."""

    text: str
    origin: tuple[int, ...] | None = None

    @classmethod
    def of(cls, text: str) -> Plain:
        """Exchange look-alikes one for one and leave out what cannot be seen."""
        origin = None
        if any(mark in text for mark in NOTHING):
            kept = [i for i, mark in enumerate(text) if mark not in NOTHING]
            text, origin = "".join(text[i] for i in kept), (*kept, len(text))
        for mark, instead in SAME_LENGTH.items():
            text = text.replace(mark, instead)
        return cls(text, origin)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text itself of a stretch of `text`."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1
