"""The tables of English: words, words for how sure a report is, and grammar."""

from __future__ import annotations

from typing import Any

from mapping.domain.packaged import table


def english() -> dict[str, Any]:
    """Words and phrases by what they are for."""
    return table(str(__package__), "words")


def cues() -> dict[str, Any]:
    """Words that say how sure a report is, as regular expressions by certainty and by where they stand."""
    return table(str(__package__), "cues")


def grammar() -> dict[str, Any]:
    """Regular expressions over skeletons, by what they read."""
    return table(str(__package__), "grammar")
