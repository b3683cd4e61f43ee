"""What every reference gazetteer answers: which places may be meant by a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.domain.geodesy import Point, Window



@dataclass(frozen=True)
class Entry:
    """A place of a reference: names, kind (town, village, …), P-code and township where it knows them, and point.

    `reference` is the name of the reference, `point` lat and lon in degrees.
    """

    reference: str
    name: str
    name_my: str
    pcode: str
    kind: str
    township: str
    point: Point


class Match(NamedTuple):
    """An entry that may be meant: how alike it is (up to 1.1, where the letters are the same), and its evidence."""

    likeness: float
    entry: Entry
    evidence: str


@dataclass(frozen=True)
class Around:
    """Where a name is looked for: near any of the points (lat, lon in degrees), or without any within the window.

    What everybody knows, such as towns, may be answered from anywhere; with `seats` nothing else is.
    """

    points: tuple[Point, ...]
    window: Window | None = None
    seats: bool = False


class Reference(Protocol):
    """A gazetteer beside the project's own; a module of this room is one."""

    NAME: str  # begins the ids of its places
    CREDIT: str  # what its licence wants written beside its points
    ONLINE: bool  # asks a server: only when the user says so, never in a build
    WIDE: bool  # holds the whole world: a name alone says little of which place is meant

    def available(self) -> bool:
        """Whether it is installed."""

    def seats(self) -> frozenset[str]:
        """Names of its towns in all scripts; none where they are too many, or a server must be asked."""

    def exact(self, names: Iterable[str]) -> dict[str, list[Entry]]:
        """Entries that are called so, letter by letter, by name, the larger first; names without any are left out."""

    def alike(self, name: str, around: Around) -> Iterator[Match]:
        """Yield the entries that may be meant by a spelling. Raises CurationError when a server does not answer."""
