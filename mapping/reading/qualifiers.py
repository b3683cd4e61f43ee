"""Words that only say more about the place beside them are taken out of a skeleton."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.reading.rules import rule, rules
from mapping.reading.skeleton import sort_of

if TYPE_CHECKING:
    import re

    from mapping.reading.skeleton import Skeleton

TOWNS = ("town", "city")


def without_qualifiers(sk: Skeleton) -> None:
    """Take out regions, townships, aliases and generic words that only say more about the place beside them."""
    for pattern in rules("qualifiers.rules"):
        sk.cut(pattern)

    def is_no_finer(match: re.Match[str]) -> bool:
        one, other = sk.meaning[match["fine"]], sk.meaning[match["coarse"]]
        if one.kind == "tract":
            return other.kind != "township"
        if sort_of(one.kind) == "T" or one.kind in TOWNS:
            return not (sort_of(one.kind) == "P" and sort_of(other.kind) == "T")
        return other.kind not in TOWNS and sort_of(other.kind) != "T"

    for _ in range(2):  # "Alpha in the tract Beta of Gamma Township"
        sk.cut(rule("qualifiers.coarser"), is_no_finer)
    sk.cut(rule("qualifiers.owner"))
