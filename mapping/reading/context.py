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
SETTLED = frozenset({"town", "city", "village", "place"})


@dataclass
class Context:
    """Places named so far, the latest last, and the one that the last sentence was about."""

    named: list[Mention] = field(default_factory=list)
    topic: Mention | None = None

    def note(self, places: list[Mention], topic: Mention | None) -> None:
        """Remember the places of a sentence once it is read."""
        self.named = (self.named + [place for place in places if place.kind not in ("region", "country")])[-KEPT:]
        self.topic = topic or self.topic

    def it(self) -> list[Mention]:
        """What "it" or "there" means."""
        return [self.topic] if self.topic else self.named[-1:]

    def noun(self, word: str, here: list[Mention]) -> list[Mention]:
        """What "the town", "the mine", "the two towns" means; `here` are places of the sentence before the words."""
        kinds = _kinds(word)
        pool = [place for place in [*self.named, *here] if place.kind in kinds] if kinds else [*self.named, *here]
        distinct = list({(place.place or place.name): place for place in reversed(pool)}.values())
        if re.match(r"the\s+two|both|the\s+twin", word, re.IGNORECASE):
            return distinct[:2][::-1]
        if self.topic and self.topic.kind in kinds and not any(place in here for place in distinct[:1]):
            return [self.topic]
        return distinct[:1] or (self.it() if not kinds & SETTLED or self.topic is None else self.it())


def _kinds(word: str) -> frozenset[str]:
    rows = table("english")["anaphora"]
    return next((frozenset(rows[kind]["kinds"]) for kind in rows if re.search(rf"\b{either(rows[kind]['words'])}\b", word, re.I)),
                frozenset())  # fmt: skip


@cache
def back_reference() -> str:
    """Return a pattern for words that stand for a place named before: "the town", "there", "both villages"."""
    rows = table("english")["anaphora"]
    nouns = either([word for row in rows.values() for word in row["words"]])
    return rf"(?:(?:the|both|that|this)(?:\s+two|\s+same)?\s+{nouns}(?!\s*{nouns})|there(?!\s+(?:is|are|was|were|has|have)\b)|here)(?![\w-])"
