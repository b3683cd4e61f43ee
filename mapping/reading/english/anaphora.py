"""Words that stand for a place named before: "the town", "there", "the two villages"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.core.context import key
from mapping.reading.core.words import either
from mapping.reading.english.tables import english

if TYPE_CHECKING:
    from mapping.mentions import Mention
    from mapping.reading.core.context import Context


def meant_by(noun: str, context: Context, here: list[Mention]) -> list[Mention]:
    """What "the town", "the mine", "the two towns" means; `here` are places of the sentence before the words."""
    if re.search(r"latter|former", noun):
        return here[-1:] if "latter" in noun else here[:1]
    kinds = _kinds(noun)
    pool = [place for place in [*context.named, *here] if not kinds or place.kind in kinds]
    distinct = list({key(place): place for place in reversed(pool)}.values())
    if re.match(r"the\s+two|both|the\s+twin", noun, re.IGNORECASE):
        return distinct[:2][::-1]
    first = next((place for place in here if place.kind in kinds), None)
    if first:
        return [first]
    if context.topic and context.topic.kind in kinds:
        return [context.topic]
    return distinct[:1] or context.it()


def _kinds(words: str) -> frozenset[str]:
    """Kinds of place that a noun may mean; none where it may mean any."""
    return next((kinds for nouns, kinds in _nouns() if nouns.search(words)), frozenset())


@cache
def _nouns() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    rows = english()["anaphora"].values()
    return tuple((re.compile(rf"(?i)\b{either(row['words'])}\b"), frozenset(row["kinds"])) for row in rows)


@cache
def back_reference() -> str:
    """Return a pattern for words that stand for a place named before: "the town", "there", "both villages"."""
    nouns = either([word for row in english()["anaphora"].values() for word in row["words"]])
    noun = rf"(?:the|both|that|this)(?:\s+two|\s+same)?\s+{nouns}(?!\s*{nouns})"
    there = r"there(?!\s+(?:is|are|was|were|has|have)\b)"
    both = r"both(?=\s+(?:were|are|have|had|fell)\b)"
    return rf"(?:{noun}|{both}|the (?:latter|former)(?! \w)|{there}|here)(?![\w-])"
