"""What a sentence may refer back to: the places named before it, and the one that the text is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapping.mentions import Mention

KEPT = 12  # places remembered; anaphora never looks farther back


@dataclass
class Context:
    """Places named so far, the latest last, how often each was, and the one that the last sentence was about."""

    named: list[Mention] = field(default_factory=list)
    topic: Mention | None = None
    counts: dict[str, int] = field(default_factory=dict)
    acting: tuple[str, ...] = ()  # ids of the parties that did what was told last

    def note(self, places: list[Mention], topic: Mention | None) -> None:
        """Remember the places of a sentence once it is read."""
        spots = [place for place in places if place.kind not in ("region", "country")]
        self.named = (self.named + spots)[-KEPT:]
        for place in spots:
            self.counts[key(place)] = self.counts.get(key(place), 0) + 1
        self.topic = topic or self.topic

    def new_paragraph(self) -> None:
        """Look back to the place named most often, no longer to that of the last sentence."""
        spots = [place for place in self.named if place.kind not in ("road", "river")]
        self.topic = max(reversed(spots), key=lambda place: self.counts[key(place)], default=self.topic)

    def it(self) -> list[Mention]:
        """What "it" or "there" means."""
        return [self.topic] if self.topic else self.named[-1:]


def key(place: Mention) -> str:
    """What tells two places apart: the id, or the name of one that nobody knows."""
    return place.place or place.name
