"""The closed words of the project as vocabulary.toml holds them, each in the order in which it is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mapping.domain.packaged import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORDS: dict[str, dict[str, Any]] = table(str(__package__), "vocabulary")


@dataclass(frozen=True)
class Certainty:
    """How a thing is told: whether it may be drawn as happened, outweighs what is not firm, and fills its sign."""

    meaning: str
    happened: bool
    firm: bool
    fill: str


@dataclass(frozen=True)
class Status:
    """How far a statement has been read: whether it is drawn, and whether it moves places and roads."""

    meaning: str
    stands: bool
    weighs: bool


@dataclass(frozen=True)
class EventType:
    """A type of event: label, sign, the words of ACLED and UCDP, where it happens, and what it changes of holders.

    `acled` is ACLED's type and sub-type, `ucdp` the type of violence of UCDP GED.
    `on_the_spot` is what goes to no place; `alike` are types for which it is easily told.
    `holder` maps "gains" or "loses" (what its actors do) to the roles under which the place stands.
    """

    label: str
    shape: str
    colour: str
    acled: tuple[str, str] = ("", "")
    ucdp: str = ""
    along_the_front: bool = False
    alike: tuple[str, ...] = ()
    at_start: bool = False
    on_the_spot: bool = False
    all_along: bool = False
    holder: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Verdict:
    """What is found of a stated number, and its grade: good, bad or open."""

    grade: str
    meaning: str


@dataclass(frozen=True)
class Standing:
    """How sure it is who holds a place: the fill of its sign and the line of its ring."""

    meaning: str
    fill: str
    ring: str


def _event_type(row: dict[str, Any]) -> EventType:
    holder = {change: tuple(roles) for change, roles in row.get("holder", {}).items()}
    lists = {"acled": tuple(row.get("acled", ("", ""))), "alike": tuple(row.get("alike", ()))}
    return EventType(**row | lists | {"holder": holder})


CERTAINTIES = {word: Certainty(**row) for word, row in _WORDS["certainty"].items()}
STATUSES = {word: Status(**row) for word, row in _WORDS["status"].items()}
EVENT_TYPES = {word: _event_type(row) for word, row in _WORDS["event_type"].items()}
ROLES: dict[str, str] = _WORDS["role"]
DATE_BASES: dict[str, str] = _WORDS["date_basis"]
LIMITS: dict[str, str] = _WORDS["limit"]
WAYS: dict[str, str] = _WORDS["way"]
STANDINGS = {word: Standing(**row) for word, row in _WORDS["standing"].items()}
VERDICTS = {word: Verdict(**row) for word, row in _WORDS["verdict"].items()}
GRADES = tuple(dict.fromkeys(verdict.grade for verdict in VERDICTS.values()))
LOCATED_BY: dict[str, str] = _WORDS["located_by"]
WORDINGS: dict[str, str] = _WORDS["wording"]
PLACE_KINDS: tuple[str, ...] = tuple(_WORDS["place_kind"])
QUALITIES: tuple[str, ...] = tuple(_WORDS["quality"])

HAPPENED = frozenset(word for word, certainty in CERTAINTIES.items() if certainty.happened)
"""Certainties that may be drawn as something that happened; the rest never is."""
FIRM = frozenset(word for word, certainty in CERTAINTIES.items() if certainty.firm)
"""Certainties that outweigh all others where sources clash."""
AREAS = frozenset(kind for kind, row in _WORDS["place_kind"].items() if row.get("area"))
"""Kinds of places that are drawn as an area or a badge, never as a dot."""


def kin_types(word: str) -> frozenset[str]:
    """Return a type of event and those that are easily told for it."""
    told_so = (other for other, row in EVENT_TYPES.items() if word in row.alike)
    return frozenset((word, *EVENT_TYPES[word].alike, *told_so))


def listed(words: Any) -> str:
    """Write "a, b or c"."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else str(last)


def weakest(words: Iterable[str], table: Mapping[str, object]) -> str:
    """Return the last of some words in the order of their table: a chain is as sure as its weakest link."""
    return max(words, key=list(table).index)
