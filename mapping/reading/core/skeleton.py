"""A sentence with every place, party, measure and date in it exchanged for one sign, so that grammar can be written.

"Alpha is 46 km north of Beta" becomes "1 is 2 north of 3": patterns over such a text are short, and what a sign stands
for is looked up. The signs are private-use code points, a block for each kind. Words that only qualify a place (its
township, its region, "the town of") are taken out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapping.mentions import Mention

BLOCK = 256  # signs of one kind in one sentence; what comes after them is left as it stands
SORTS = "PTRWHALUFD"  # place, township, region, waterway, road (H), party (A), length, duration (U), fraction, date
FIRST = {sort: 0xE000 + BLOCK * i for i, sort in enumerate(SORTS)}
STRAY = dict.fromkeys(range(0xE000, 0xE000 + BLOCK * len(SORTS)), "\ufffd")  # a text's own such signs mean nothing
AREA_SORTS = {"township": "T", "district": "T", "tract": "T", "region": "R", "country": "R", "river": "W", "road": "H"}


@cache
def signs(sorts: str) -> str:
    """Return a character class of the signs of some sorts, such as "PT" for places and townships."""
    ranges = "".join(f"{chr(FIRST[sort])}-{chr(FIRST[sort] + BLOCK - 1)}" for sort in sorts)
    return f"[{ranges}]"


PLACE, SPOT = signs("PTWHR"), signs("PT")


@dataclass
class Skeleton:
    """One sentence: `text` with signs, what the signs mean, and its span in the source."""

    text: str
    meaning: dict[str, Any]
    start: int
    end: int
    nested: dict[str, list[Mention]] = field(default_factory=dict)  # sign of a road -> places in its name
    source: str = ""  # the whole text

    @classmethod
    def of(cls, source: str, start: int, end: int, things: Iterable[tuple[str, int, int, Any]]) -> Skeleton:
        """Exchange (sort, start, end, meaning) of one sentence for signs; the longer of two that overlap wins.

        `things` come by start, the longer first.
        """
        chars: list[str] = []
        meaning: dict[str, Any] = {}
        nested: dict[str, list[Any]] = {}
        counts = dict.fromkeys(SORTS, 0)
        at, last = start, ""
        for sort, first, stop, thing in things:
            if first < at:
                if last and sort in "PTR" and meaning[last] is not thing:
                    nested.setdefault(last, []).append(thing)
                continue
            if counts[sort] == BLOCK:
                continue
            sign = chr(FIRST[sort] + counts[sort])
            counts[sort] += 1
            chars += (source[at:first].translate(STRAY), sign)
            meaning[sign], last, at = thing, sign, stop
        chars.append(source[at:end].translate(STRAY))
        return cls("".join(chars).replace("\n", " "), meaning, start, end, nested, source)

    def cut(self, pattern: re.Pattern[str], keep: Callable[[re.Match[str]], bool] | None = None) -> None:
        """Take out what the group `cut` of each match covers, where `keep` does not object."""
        gone = [m.span("cut") for m in pattern.finditer(self.text) if keep is None or not keep(m)]
        for first, stop in reversed(gone):
            self.text = self.text[:first] + self.text[stop:]

    def places(self, text: str) -> list[Mention]:
        """Return the places whose signs stand in a stretch of the skeleton, in order."""
        return [self.meaning[sign] for sign in re.findall(PLACE, text)]

    def settled(self, text: str) -> list[Mention]:
        """Return those of the places that are no region, road or river."""
        return [self.meaning[sign] for sign in re.findall(SPOT, text)]

    def has(self, sorts: str) -> bool:
        """Whether a sign of one of these sorts stands in the sentence."""
        return re.search(signs(sorts), self.text) is not None


def sort_of(kind: str) -> str:
    """Sort of a place by its kind."""
    return AREA_SORTS.get(kind, "P")
