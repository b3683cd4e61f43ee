"""Which names can mean the same party."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.gazetteer.model import Actor


class Kin:
    """Which names can mean the same holder: a party and what it is part of, or a side that is named as a whole."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._chain = cache(self._larger)

    def _larger(self, actor: str) -> tuple[str, ...]:
        """Return an actor, the larger ones it is part of, and its side where an actor is named like the side."""
        chain, here = [actor], self._actors.get(actor)
        while here and here.part_of and here.part_of not in chain:
            chain.append(here.part_of)
            here = self._actors.get(here.part_of)
        side = self._actors[actor].side if actor in self._actors else ""
        return (*chain, side) if side in self._actors and side not in chain else tuple(chain)

    def agree(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether some party of one can be some party of the other."""
        return any(a in self._chain(b) or b in self._chain(a) for a in one for b in other)

    def narrower(self, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
        """Return the holder that says more exactly who it is; the first where neither does."""
        depth = [max((len(self._chain(actor)) for actor in holder), default=0) for holder in (one, other)]
        return other if depth[1] > depth[0] else one
