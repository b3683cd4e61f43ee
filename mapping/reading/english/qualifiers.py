"""Words that only say more about the place beside them are taken out of a skeleton."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import sort_of
from mapping.reading.english.grammar import rule, rules

if TYPE_CHECKING:
    import re

    from mapping.mentions import Mention
    from mapping.reading.core.skeleton import Skeleton

TOWNS = ("town", "city")


def without_qualifiers(sk: Skeleton) -> None:
    """Take out regions, townships, aliases and generic words that only say more about the place beside them."""
    if not sk.has("PTR"):
        return
    for pattern in rules("qualifiers.rules"):
        sk.cut(pattern)

    def is_no_finer(match: re.Match[str]) -> bool:
        one: Mention = sk.meaning[match["fine"]]
        other: Mention = sk.meaning[match["coarse"]]
        if match["cut"].startswith(" in ") and sort_of(one.kind) == sort_of(other.kind) == "P":
            return False
        if one.kind == "tract":
            return sort_of(other.kind) != "T"
        if sort_of(one.kind) == "T" or one.kind in TOWNS:
            return not (sort_of(one.kind) == "P" and sort_of(other.kind) == "T")
        return sort_of(other.kind) != "T" and other.kind not in TOWNS

    for _ in range(2):  # "Alpha in the tract Beta of Gamma Township"
        sk.cut(rule("qualifiers.coarser"), is_no_finer)
    sk.cut(rule("qualifiers.owner"))
