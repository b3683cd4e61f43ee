"""An event that a sentence tells: its word with what belongs to it, and which words tell one and the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapping.mentions import Mention
    from mapping.reading.core.drafted import Count
    from mapping.reading.core.when import When
    from mapping.reading.english.events.triggers import Trigger

FUTURE = frozenset({"planned", "demanded", "hypothetical"})


@dataclass
class Event:
    """A trigger with what belongs to it."""

    trigger: Trigger
    certainty: str
    clause: int
    places: list[tuple[str, Mention]] = field(default_factory=list)
    dates: list[When] = field(default_factory=list)
    merged: list[Trigger] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    from_context: bool = False  # its place is told elsewhere


def merged(told: list[Event]) -> list[Event]:
    """Make one of two events of one type, unless they have places of their own."""
    kept: list[Event] = []
    for one in told:
        alike = (other for other in kept if other.trigger.type == one.trigger.type)
        twin = next((other for other in alike if _same(other, one) and not _unlike(other, one)), None)
        if twin is None:
            kept.append(one)
            continue
        known = {id(place) for _, place in twin.places}
        twin.places += [(role, place) for role, place in one.places if id(place) not in known]
        twin.merged.append(one.trigger)
        if one.certainty != "asserted" and twin.certainty == "asserted" and one.places:
            twin.certainty = one.certainty
    return kept


def _unlike(one: Event, other: Event) -> bool:
    """Whether one is told as done and the other as to come, somewhere."""
    return bool(other.places) and (one.certainty in FUTURE) != (other.certainty in FUTURE)


def _same(one: Event, other: Event) -> bool:
    ours, theirs = ({place.place or place.name for _, place in event.places} for event in (one, other))
    together = one.clause == other.clause and one.certainty == other.certainty
    return not ours or not theirs or bool(ours & theirs) or together
