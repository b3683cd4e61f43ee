"""Mentions: stretches of a text that name places of a gazetteer, and what one pass over a text finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapping.mentions.automaton import Hit


@dataclass(frozen=True)
class Mention:
    """A stretch of a text that names a place: start and end in code points, latitude and longitude in degrees.

    `place` is the id of a place or route, None where the gazetteer has none; `curated` says whether the name
    stands in the project's own gazetteer.
    """

    start: int
    end: int
    text: str
    place: str | None
    name: str
    kind: str
    latitude: float | None = None
    longitude: float | None = None
    curated: bool = False


@dataclass(frozen=True)
class Scan:
    """What one pass over a text found, all in code points of the text.

    Mentions of places; stretches (start, end, ids) that name actors; stretches (start, end) of phrases and names that
    are no place although one stands in them.
    """

    mentions: tuple[Mention, ...]
    actors: tuple[tuple[int, int, tuple[str, ...]], ...]
    phrases: tuple[tuple[int, int], ...]
    home: bool = True  # the text is about this ground


@dataclass
class Named:
    """A hit on its way to a mention: what its surroundings make of it."""

    hit: Hit
    kind: str = ""  # kind the generic word says ("township"), nothing where none stands there
    end: int = 0  # end of the name with its generic word
    place: str | None = None
