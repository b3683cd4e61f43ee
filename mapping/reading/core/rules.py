"""Expressions over skeletons: names in braces stand for signs, such as {S} for a place, and for other expressions."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import PLACE, SORTS, SPOT, signs

if TYPE_CHECKING:
    from collections.abc import Mapping

PART = re.compile(r"\{([A-Z]+)\}")
SIGNS = {sort: signs(sort) for sort in SORTS} | {"S": SPOT, "X": PLACE}  # {S} a place or township, {X} any place


def filled(source: str, parts: Mapping[str, str]) -> str:
    """Put what they stand for in place of the names in braces; raises KeyError for a name without a part."""
    while PART.search(source):
        source = PART.sub(lambda match: parts[match[1]], source)
    return source


@cache
def compiled(source: str) -> re.Pattern[str]:
    """Compile an expression whose names in braces are signs."""
    return re.compile(filled(source, SIGNS))
