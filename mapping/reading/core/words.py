"""Words looked for in a text: any of many as one pattern, and the stretches around some."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

if TYPE_CHECKING:
    from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; a space stands for any white space."""
    return _either(tuple(words))


@cache
def _either(words: tuple[str, ...]) -> str:
    ranked = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ranked) + ")"


class Anchors:
    """Words of which one stands in every match of some patterns: only the text around them needs to be searched."""

    def __init__(self, words: Iterable[str], before: int, after: int) -> None:
        both = {form: None for word in words for form in (word, word[:1].upper() + word[1:])}
        self._search = AhoCorasick(both, store_patterns=False)
        self._before, self._after = before, after

    def windows(self, text: str) -> list[tuple[int, int]]:
        """Stretches (start, end) around the words, as they are written or with a capital; they end at spaces."""
        found: list[tuple[int, int]] = []
        for _, first, last in self._search.find_matches_as_indexes(text):
            if found and last + self._after <= found[-1][1]:
                continue
            start = text.rfind(" ", 0, max(0, first - self._before)) + 1
            end = text.find(" ", min(len(text), last + self._after))
            end = end if end >= 0 else len(text)
            if found and start <= found[-1][1]:
                found[-1] = found[-1][0], end
            else:
                found.append((start, end))
        return found
