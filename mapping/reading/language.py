"""The word tables of the languages that are read."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def table(language: str) -> dict[str, Any]:
    """Read the word table of a language ("english", "burmese")."""
    return tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; a space stands for any white space."""
    return _either(tuple(words))


@cache
def _either(words: tuple[str, ...]) -> str:
    ranked = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ranked) + ")"
