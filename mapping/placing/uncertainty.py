"""How far off a stated number may be: the interval that its rounding and its hedges leave open.

With the radius of the place it is counted from, the shapes that are drawn of it reach as far as the point-radius
method has it (Wieczorek, Guo and Hijmans 2004; GBIF Georeferencing Quick Reference Guide 2020).
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

    from mapping.domain.fields import Limit
    from mapping.domain.statements import Distance, Position, TravelTime

from mapping.domain.fields import KM_PER_MILE

HEDGED_SHARE = 0.5  # "some", "about": half the number to either side; a wider miss would be told as another number
OVER_SHARE = 0.5  # "over 50" is not said of 80: a speaker would then take a larger round number
FINEST_SHARE = 0.01  # a share of a route is hardly ever known to better than a hundredth
UPPER, JUST = ("less-than", "at-most"), ("just-under", "just-over")  # of the limits; the others are lower bounds
HALF_ANGLES = {1: 45.0, 2: 22.5, 3: 11.25}  # degrees by number of letters: N is all that is nearer N than E or W


def half_angle(bearing: str) -> float:
    """Degrees to either side that a bearing of one, two or three letters takes in."""
    return HALF_ANGLES[len(bearing)]


class Interval(NamedTuple):
    """From the lowest to the highest value that a statement leaves open."""

    low: float
    high: float

    def times(self, factor: float) -> Interval:
        """Scale both ends."""
        return Interval(self.low * factor, self.high * factor)

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high


def rounding_step(value: float, quote: str = "") -> float:
    """Step to which a number was rounded: 1 for 64, 10 for 80, 0.5 for 2.5, 0.1 for 2.3.

    From ten upwards people count in fives: the step of 25 or 145 is 5. From a hundred upwards the second digit is
    meant: the step of 100 is 10. "5.0" in the quote is finer than 5. Halves and quarters are taken as fractions.
    """
    written = re.search(rf"(?<![\d.,]){re.escape(format(value, 'g'))}\.?(0+)(?!\d)", quote) if "." in quote else None
    if written and "." in written.group():
        return 10.0 ** -len(written.group().partition(".")[2])
    if value != int(value):
        quarters = value * 4
        if quarters == int(quarters):
            return 0.5 if (value * 2) == int(value * 2) else 0.25
        return 10.0 ** -len(f"{value:.6f}".rstrip("0").partition(".")[2])
    step = 1.0
    while value % (step * 10) == 0 and step * 10 <= (value if value < 100 else value / 10):
        step *= 10
    return 5.0 if step == 1 and value >= 10 and value % 5 == 0 else step


def rounded(value: float, step: float, limit: Limit | None = None) -> Interval:
    """What the bare number says: its rounding, or the side that "less than", "over" leaves."""
    if limit in JUST:
        return _just(value, step, limit)
    if limit in UPPER:
        return Interval(0, value)
    if limit is not None:
        return Interval(value, math.inf)
    return Interval(max(value - step / 2, 0), value + step / 2)


def _just(value: float, step: float, limit: Limit | None) -> Interval:
    """"Just over 30" lies nearer to 30 than to the next number that could have been said instead."""
    return Interval(value, value + step / 2) if limit == "just-over" else Interval(max(value - step / 2, 0), value)


def drawn(value: float, step: float, limit: Limit | None, *, about: bool) -> Interval:
    """What is drawn for the number: "about" widens its rounding by half of it, "over" reaches half of it further."""
    if limit in JUST:
        return _just(value, step, limit)
    if limit in UPPER:
        return Interval(0, value)
    if limit is not None:
        return Interval(value, value * (1 + OVER_SHARE))
    if about:
        half = value * HEDGED_SHARE + step / 2
        return Interval(max(value - half, 0), value + half)
    return rounded(value, step)


def share_interval(share: Fraction, limit: Limit | None, *, about: bool) -> Interval:
    """What a share of a route leaves open.

    A share is as fine as the step to the next simpler one that could have been said instead: 1/12 for a third,
    whose neighbour is a quarter. It is rounded to half that step; "roughly" takes in the whole of it.
    """
    value, parts = float(share), share.denominator
    step = max(1 / (parts * (parts + 1)), FINEST_SHARE) if parts > 1 else FINEST_SHARE  # the whole, or nothing of it
    if limit in JUST:
        low, high = _just(value, step, limit)
        return Interval(low, min(high, 1))
    if limit in UPPER:
        return Interval(0, value)
    if limit is not None:
        return Interval(value, min(value * (1 + OVER_SHARE), 1))
    half = step if about else step / 2
    return Interval(max(value - half, 0), min(value + half, 1))


def stated_rounded_km(statement: Distance | Position) -> Interval:
    """Kilometres that the bare number of a length says."""
    value, unit = _number(statement)
    return rounded(value, rounding_step(value, statement.quote), statement.limit).times(unit)


def stated_drawn_km(statement: Distance | Position) -> Interval:
    """Kilometres that are drawn for a length."""
    value, unit = _number(statement)
    step = rounding_step(value, statement.quote)
    return drawn(value, step, statement.limit, about=statement.about).times(unit)


def stated_rounded_minutes(statement: TravelTime) -> Interval:
    """Minutes that the bare number of a travel time says."""
    value, unit = _time(statement)
    return rounded(value, rounding_step(value, statement.quote), statement.limit).times(unit)


def stated_drawn_minutes(statement: TravelTime) -> Interval:
    """Minutes that are drawn for a travel time."""
    value, unit = _time(statement)
    return drawn(value, rounding_step(value, statement.quote), statement.limit, about=statement.about).times(unit)


def _time(statement: TravelTime) -> tuple[float, float]:
    """Stated number and the minutes of its unit."""
    return (statement.minutes, 1.0) if statement.minutes is not None else (statement.hours or 0.0, 60.0)


def _number(statement: Distance | Position) -> tuple[float, float]:
    """Stated number and the kilometres of its unit; where both are stated, kilometres."""
    if statement.km is not None:
        return statement.km, 1.0
    return statement.miles or 0.0, KM_PER_MILE
