"""Who may be told to say a thing: words that are offered to a curator, and never taken by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.reading.english.grammar import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = ("The", "A", "An")


def tellers(sentence: str) -> Iterator[str]:
    """Yield the words of a sentence before "said" and behind "according to", without the capital of the sentence."""
    for pattern in rules("tellers.rules"):
        for match in pattern.finditer(sentence):
            words = match["who"].strip()
            first, _, rest = words.partition(" ")
            yield f"{first.lower()} {rest}" if first in ARTICLES or rest[:1].islower() else words
