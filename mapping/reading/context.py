"""What a sentence may refer back to: "it", "there", "the town", "the two towns"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.language import either, table

if TYPE_CHECKING:
    from mapping.mentions import Mention

KEPT = 12  # places remembered; anaphora never looks farther back


@dataclass
class Context:
    """Places named so far, the latest last, how often each was, and the one that the last sentence was about."""

    named: list[Mention] = field(default_factory=list)
    topic: Mention | None = None
    counts: dict[str, int] = field(default_factory=dict)

    def note(self, places: list[Mention], topic: Mention | None) -> None:
        """Remember the places of a sentence once it is read."""
        spots = [place for place in places if place.kind not in ("region", "country")]
        self.named = (self.named + spots)[-KEPT:]
        for place in spots:
            self.counts[_key(place)] = self.counts.get(_key(place), 0) + 1
        self.topic = topic or self.topic

    def new_paragraph(self) -> None:
        """Look back to the place named most often, no longer to that of the last sentence."""
        spots = [place for place in self.named if place.kind not in ("road", "river")]
        self.topic = max(reversed(spots), key=lambda place: self.counts[_key(place)], default=self.topic)

    def it(self) -> list[Mention]:
        """What "it" or "there" means."""
        return [self.topic] if self.topic else self.named[-1:]

    def noun(self, words: str, here: list[Mention]) -> list[Mention]:
        """What "the town", "the mine", "the two towns" means; `here` are places of the sentence before the words."""
        if re.search(r"latter|former", words):
            return here[-1:] if "latter" in words else here[:1]
        kinds = _kinds(words)
        pool = [place for place in [*self.named, *here] if not kinds or place.kind in kinds]
        distinct = list({_key(place): place for place in reversed(pool)}.values())
        if re.match(r"the\s+two|both|the\s+twin", words, re.IGNORECASE):
            return distinct[:2][::-1]
        first = next((place for place in here if place.kind in kinds), None)
        if first:
            return [first]
        if self.topic and self.topic.kind in kinds:
            return [self.topic]
        return distinct[:1] or self.it()


def _key(place: Mention) -> str:
    return place.place or place.name


def _kinds(words: str) -> frozenset[str]:
    """Kinds of place that a noun may mean; none where it may mean any."""
    return next((kinds for nouns, kinds in _nouns() if nouns.search(words)), frozenset())


@cache
def _nouns() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    rows = table("english")["anaphora"].values()
    return tuple((re.compile(rf"(?i)\b{either(row['words'])}\b"), frozenset(row["kinds"])) for row in rows)


@cache
def back_reference() -> str:
    """Return a pattern for words that stand for a place named before: "the town", "there", "both villages"."""
    nouns = either([word for row in table("english")["anaphora"].values() for word in row["words"]])
    noun = rf"(?:the|both|that|this)(?:\s+two|\s+same)?\s+{nouns}(?!\s*{nouns})"
    there = r"there(?!\s+(?:is|are|was|were|has|have)\b)"
    return rf"(?:{noun}|the (?:latter|former)(?! \w)|{there}|here)(?![\w-])"
