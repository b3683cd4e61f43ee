"""Labels of stated lengths: on which part of a road its figure stands, so that nobody reads it as another's."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import LineString

    from mapping.judging.verdicts import Verdict

SAME_DEGREES = 0.0005  # about 50 m: nearer than this, two lines are one road
MIDDLE = (1 / 3, 2 / 3)  # of a line of which no part is its own
STEPS = 200  # of a line: no road is drawn that needs finer ones


class Stretch(NamedTuple):
    """The part of a line on which its label may stand, as shares of its length from 0 to 1."""

    low: float
    high: float


def label_stretches(verdicts: Sequence[Verdict]) -> dict[str, Stretch]:
    """Id of a verdict -> where its label stands: on the longest stretch of its road of which only it speaks.

    In the middle of its road where there is none. Nothing has a label but a length of a road that is named.
    """
    lines = {v.id: v.line for v in verdicts if v.stated_km and v.measured_km and v.route and v.line and not v.fraction}
    ends = {v.id: frozenset(map(str, (v.statement.from_, v.figure))) for v in verdicts}
    return {
        id_: _own(line, [other for uid, other in lines.items() if ends[uid] != ends[id_]])
        for id_, line in lines.items()
    }


def _own(line: LineString, others: Sequence[LineString]) -> Stretch:
    """Find the longest run of a line that lies on no other."""
    shares = [number / STEPS for number in range(STEPS + 1)]
    points = shapely.line_interpolate_point(line, shares, normalized=True)
    shared = shapely.union_all(others).buffer(SAME_DEGREES)
    free = [not taken for taken in shapely.intersects(shared, points).tolist()]
    turns = [0, *(number for number, (a, b) in enumerate(pairwise(free), 1) if a != b), len(free)]
    runs = [Stretch(shares[low], shares[high - 1]) for low, high in pairwise(turns) if free[low] and high - low > 2]
    return max(runs, key=lambda run: (run.high - run.low, -run.low), default=Stretch(*MIDDLE))
