"""The expressions of grammar.toml, compiled: over skeletons, with {S} for a place and names for parts."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from mapping.reading.core.rules import SIGNS, filled
from mapping.reading.core.words import either
from mapping.reading.english.anaphora import back_reference
from mapping.reading.english.tables import english, grammar


@cache
def rule(name: str) -> re.Pattern[str]:
    """Compile one expression by its table and name, such as "relations.ground"."""
    group, key = name.split(".")
    return compiled(_joined(grammar()[group][key]), group)


@cache
def rules(name: str) -> tuple[re.Pattern[str], ...]:
    """Compile a list of expressions by table and name, such as "control.rules"."""
    group, key = name.split(".")
    return tuple(compiled(source, group) for source in grammar()[group][key])


@cache
def compiled(source: str, group: str = "parts") -> re.Pattern[str]:
    """Compile an expression in which names in braces stand for parts: of the grammar, of its table, or signs."""
    return re.compile(filled(source, _parts(group)))


def _joined(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)


@cache
def _parts(group: str) -> dict[str, str]:
    """Names and what they stand for: signs, headings, words that refer back, and what the grammar names in capitals."""
    words: dict[str, Any] = grammar()["parts"] | grammar()[group]
    named = {name: _joined(source) for name, source in words.items() if name.isupper()}
    headings = english()["headings"]
    written = [*headings, *(word.capitalize() for word in headings if len(word) > len("NNW"))]
    tables = {"HEADING": rf"(?<!\w){either(written)}", "BACK": back_reference(), "ROLE": _preposition()}
    return SIGNS | tables | named


def _preposition() -> str:
    """Return a pattern for prepositions; a word that ends a longer one is none there ("to" in "close to")."""
    words = sorted(word for group in english()["prepositions"].values() for word in group)
    longer = {word: [two for two in words if two.endswith(f" {word}")] for word in words}
    alone = {word: "".join(rf"(?<!\b{two.removesuffix(word)})" for two in longer[word]) for word in words}
    return "|".join(alone[word] + either([word]) for word in words)
