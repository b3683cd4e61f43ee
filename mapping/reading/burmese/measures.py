"""Lengths and durations in Burmese prose."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.burmese.tables import burmese
from mapping.reading.core.measure import Measure, in_field
from mapping.reading.core.words import either

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def _measure() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{either(names)})" for kind, names in burmese()["units"].items())
    after = "|".join(f"(?P<{kind}>{either(names)})" for kind, names in burmese()["hedges"].items())
    return re.compile(rf"(?P<n>\d+(?:\.\d+)?)\s?(?:{kinds})(?:\s?(?:{after}))?")


def measures(text: str) -> Iterator[Measure]:
    """Yield lengths and durations, left to right."""
    for match in _measure().finditer(text):
        groups = match.groupdict()
        unit = next(kind for kind in burmese()["units"] if groups[kind])
        limit = next((kind for kind in ("more_than", "less_than") if groups.get(kind)), None)
        yield Measure(match.start(), match.end(), **in_field(unit, float(match["n"])), about=bool(groups["about"]),
                      limit=limit and limit.replace("_", "-"))  # fmt: skip
