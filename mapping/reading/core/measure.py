"""Lengths, durations and shares, once a language has found them in a text."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mapping.domain.fields import KM_PER_MILE

Share = tuple[int, int, Fraction]  # start, end, value from 0 to 1
SCALES = {
    "metres": ("km", 0.001), "yards": ("km", 0.0009144), "feet": ("km", 0.0003048), "nautical": ("km", 1.852),
     "hours": ("minutes", 60.0), "days": ("minutes", 1440.0),
}  # fmt: skip


@dataclass(frozen=True)
class Measure:
    """A length or a duration in a text, from `start` to `end` with its hedge; exactly one of the values is set.

    `km` and `miles` are as stated, `minutes` counts hours and days too. `about` and `limit` say how it is hedged.
    A range has its lower end as the value, and the upper one as `up_to`.
    """

    start: int
    end: int
    km: float | None = None
    miles: float | None = None
    minutes: float | None = None
    about: bool = False
    limit: str | None = None
    up_to: float | None = None  # the end of a range, in the same unit

    @property
    def length_km(self) -> float | None:
        """The length in kilometres, None for a duration."""
        return self.km if self.miles is None else self.miles * KM_PER_MILE


def in_field(unit: str, value: float) -> dict[str, float]:
    """Return the field of a Measure and its value for a number of km, miles, metres, minutes, hours or days."""
    name, factor = SCALES.get(unit, (unit, 1.0))
    return {name: value * factor}
