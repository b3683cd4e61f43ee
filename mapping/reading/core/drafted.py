"""What the reader drafts: one statement of a text, in the vocabulary of the project."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from mapping.domain.fields import KM_PER_MILE

if TYPE_CHECKING:
    from fractions import Fraction

    from mapping.mentions import Mention


class Count(NamedTuple):
    """So many people or things: what they are and what became of them, the number, how it is bounded."""

    what: str
    n: int
    limit: str | None = None


class Missed(NamedTuple):
    """A sentence that holds something which was not drafted, and what is known of the reason."""

    start: int
    end: int
    reason: str


@dataclass
class Drafted:
    """A statement that was read; `places` are (role, mention), `start` and `end` code points of its sentence.

    `confidence`, from 0 to 1, is the share of such drafts that were right in annotated texts (tests.benchmarks.sure).
    """

    kind: str
    start: int
    end: int
    places: list[tuple[str, Mention]] = field(default_factory=list)
    event_type: str | None = None
    date: str | None = None
    date_text: str | None = None
    certainty: str = "asserted"
    km: float | None = None
    miles: float | None = None
    minutes: float | None = None
    fraction: Fraction | None = None
    bearing: str | None = None
    way: str | None = None
    about: bool = False
    limit: str | None = None
    up_to: float | None = None
    actors: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    counts: tuple[Count, ...] = ()
    confidence: float = 0.9

    def of(self, *roles: str) -> list[Mention]:
        """Places in any of these roles."""
        return [place for role, place in self.places if role in roles]

    def as_json(self, text: str) -> dict[str, Any]:
        """Plain data with every key, `km` in kilometres whatever the text counts in."""
        km = self.miles * KM_PER_MILE if self.miles is not None else self.km
        return {
            "kind": self.kind, "start": self.start, "end": self.end, "quote": text[self.start : self.end],
            "event_type": self.event_type,
            "places": [
                {"role": role, "place": m.place, "name": m.name, "latitude": m.latitude, "longitude": m.longitude}
                for role, m in self.places
            ],
            "date": self.date, "date_text": self.date_text, "certainty": self.certainty,
            "km": None if km is None else round(km, 3), "minutes": self.minutes,
            "fraction": None if self.fraction is None else float(self.fraction),
            "bearing": self.bearing, "way": self.way, "actors": list(self.actors), "against": list(self.against),
            "counts": [count._asdict() for count in self.counts], "confidence": round(self.confidence, 2),
        }  # fmt: skip
