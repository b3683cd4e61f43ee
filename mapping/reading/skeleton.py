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

from mapping.reading.language import either, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapping.mentions import Mention

BLOCK = 256  # signs of one kind in one sentence; what comes after them is left as it stands
SORTS = "PTRWHALUFD"  # place, township, region, waterway, road (H), party (A), length, duration (U), fraction, date
FIRST = {sort: 0xE000 + BLOCK * i for i, sort in enumerate(SORTS)}
AREA_SORTS = {"township": "T", "district": "T", "region": "R", "country": "R", "river": "W", "road": "H"}
FINER = ("ward", "site", "village", "mine", "dam", "bridge", "junction", "base", "hill", "place", "town", "city")


@cache
def signs(sorts: str) -> str:
    """Return a character class for signs of these sorts: signs("PT")."""
    ranges = "".join(f"{chr(FIRST[sort])}-{chr(FIRST[sort] + BLOCK - 1)}" for sort in sorts)
    return f"[{ranges}]"


PLACE, SPOT = signs("PTWHR"), signs("PT")
JOIN = r"(?:, and |,? and |, as well as | as well as |,? or |, | & )"


@cache
def grammar(source: str, *, small: bool = False) -> re.Pattern[str]:
    """Compile a pattern in which {P}, {T} ... stand for a sign, {S} for a place or township, {X} for any place.

    {SS} and {XX} stand for lists of them ("1, 2 and 3"), {B} for a heading ("north-east"), {NP} for up to six words
    before a place ("the headquarters in "), {THE} for nothing, "the" and an adjective or two.
    """
    heads = either(table("english")["headings"])
    parts = {sort: signs(sort) for sort in SORTS}
    the = r"(?:(?:the|its|their|both|all of|parts of|central|downtown|nearby|neighbou?ring|strategic) )*"
    parts |= {
        "S": SPOT, "X": PLACE, "SS": rf"{SPOT}(?:{JOIN}{the}{SPOT})*", "XX": rf"{PLACE}(?:{JOIN}{the}{PLACE})*",
        "B": rf"(?:(?:due|directly|immediately|just) )?{heads}", "THE": the,
        "NP": rf"(?:(?:[\w’'-]+|{signs('A')}(?:['’]s?)?) ){{0,6}}?",
    }  # fmt: skip
    for name, part in parts.items():
        source = source.replace("{" + name + "}", part)
    return re.compile(source, re.IGNORECASE if small else 0)


@dataclass
class Skeleton:
    """One sentence: `text` with signs, for each of its characters the span in the source, and what the signs mean."""

    text: str
    spans: list[tuple[int, int]]
    meaning: dict[str, Any]
    start: int
    end: int
    nested: dict[str, list[Mention]] = field(default_factory=dict)  # sign of a road -> places in its name

    @classmethod
    def of(cls, source: str, start: int, end: int, things: Iterable[tuple[str, int, int, Any]]) -> Skeleton:
        """Exchange (sort, start, end, meaning) of one sentence for signs; the longer of two that overlap wins."""
        chars: list[str] = []
        spans: list[tuple[int, int]] = []
        meaning: dict[str, Any] = {}
        nested: dict[str, list[Any]] = {}
        counts = dict.fromkeys(SORTS, 0)
        at, last = start, ""
        for sort, first, stop, thing in sorted(things, key=lambda row: (row[1], -row[2], SORTS.index(row[0]))):
            if first < at:
                if last and sort in "PTR" and meaning[last] is not thing:
                    nested.setdefault(last, []).append(thing)
                continue
            if counts[sort] == BLOCK:
                continue
            sign = chr(FIRST[sort] + counts[sort])
            counts[sort] += 1
            chars += [*source[at:first], sign]
            spans += [*((i, i + 1) for i in range(at, first)), (first, stop)]
            meaning[sign], last, at = thing, sign, stop
        chars += source[at:end]
        spans += [(i, i + 1) for i in range(at, end)]
        return cls("".join(chars).replace("\n", " "), spans, meaning, start, end, nested)

    def cut(self, pattern: re.Pattern[str], keep: Callable[[re.Match[str]], bool] | None = None) -> None:
        """Take out what the group `cut` of each match covers, where `keep` does not object."""
        gone: list[tuple[int, int]] = []
        for match in pattern.finditer(self.text):
            if keep is None or not keep(match):
                gone.append(match.span("cut"))
        for first, stop in reversed(gone):
            self.text = self.text[:first] + self.text[stop:]
            del self.spans[first:stop]

    def places(self, text: str) -> list[Mention]:
        """Return the places whose signs stand in a stretch of the skeleton, in order."""
        return [self.meaning[sign] for sign in re.findall(PLACE, text)]

    def offset(self, at: int) -> int:
        """Offset in the source of a character of the skeleton."""
        return self.spans[at][0] if at < len(self.spans) else self.end


def sort_of(kind: str) -> str:
    """Sort of a place by its kind."""
    return AREA_SORTS.get(kind, "P")


@cache
def _cuts() -> list[re.Pattern[str]]:
    compass = r"(?:(?:northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western|upper|lower|far|neighbou?ring|the) )*"
    generic = r"(?:towns?|cit(?:y|ies)|villages?|townships?|hamlets?|village tracts?|wards?)"
    adjective = r"(?:(?:small|big|key|strategic|nearby|neighbou?ring|gold[- ]mining|ruby[- ]mining|northern|southern|eastern|western|besieged|rebel-held|the|a) )*"
    return [
        grammar(r"(?<=[{SIGNS}])(?P<cut> \((?:formerly|also known as|also called|also spelled|known as|aka|or|now|locally called)?\s*{XX}\))".replace("[{SIGNS}]", PLACE)),
        grammar(rf"(?P<cut>{{R}}['’]s {compass})(?={{S}})"),
        grammar(rf"(?P<cut>{{R}}(?:['’]s)? {generic} of )(?={{S}})", small=True),
        grammar(rf"(?<={SPOT})(?P<cut>(?: {generic})?(?:,| in| of|, in) {compass}{{R}}(?:(?:, | and |/){compass}{{R}})*)(?=[\s,.;:)”\"]|$)", small=True),
        grammar(rf"(?<={SPOT})(?P<cut> {generic})(?![\w-])", small=True),
        grammar(rf"(?P<cut>\b(?:the )?{adjective}{generic} of )(?={{S}})", small=True),
        grammar(rf"(?<={SPOT})(?P<cut>(?:,| in| of|, in) {compass}{{R}}(?:(?:, | and |/){compass}{{R}})*)(?=[\s,.;:)”\"]|$)", small=True),
    ]  # fmt: skip


def without_qualifiers(skeleton: Skeleton) -> None:
    """Take out regions, townships, aliases and generic words that only say more about the place beside them."""
    for pattern in _cuts():
        skeleton.cut(pattern)

    def is_no_finer(match: re.Match[str]) -> bool:
        one, other = skeleton.meaning[match["fine"]], skeleton.meaning[match["coarse"]]
        if sort_of(one.kind) == "T" or one.kind in ("town", "city"):
            return not (sort_of(one.kind) == "P" and sort_of(other.kind) == "T")
        return other.kind not in ("town", "city") and sort_of(other.kind) != "T"

    inside = grammar(rf"(?P<fine>{{S}})(?P<cut>(?: in|,| of|, in) (?:(?:northern|southern|eastern|western|central|the|neighbou?ring|nearby) )*(?P<coarse>{{S}}))(?![\w])(?!{JOIN}{{S}})", small=True)
    skeleton.cut(inside, is_no_finer)
    skeleton.cut(grammar(r"(?P<cut>{S}['’]s (?:(?:northern|southern|eastern|western|downtown|nearby) )*)(?={S})"))
