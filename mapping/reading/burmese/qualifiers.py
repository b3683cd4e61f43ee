"""Words that only say more about the place beside them are taken out of a skeleton."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.burmese.tables import LETTER, burmese
from mapping.reading.core.skeleton import SPOT, signs
from mapping.reading.core.words import either

if TYPE_CHECKING:
    from mapping.reading.core.skeleton import Skeleton


def without_qualifiers(sk: Skeleton) -> None:
    """Take out generic words behind places, and townships and regions before the places that lie in them."""
    rows = burmese()["facts"]
    sk.cut(re.compile(rf"(?<={SPOT})(?P<cut>{either(rows['generic'])})"))
    sk.cut(re.compile(rf"(?P<cut>{signs('R')}{LETTER}{{0,20}}?[၊,]?\s?)(?={signs('PT')})"))
    sk.cut(re.compile(rf"(?P<cut>{signs('T')}{rows['qualifiers']})(?={signs('P')})"))

    def is_list(match: re.Match[str]) -> bool:
        coarse, fine = sk.meaning[match["coarse"]], sk.meaning[match["fine"]]
        return coarse.kind not in ("town", "city") or fine.kind not in ("ward", "village")

    sk.cut(re.compile(rf"(?P<cut>(?P<coarse>{signs('P')})[၊,]?\s)(?=(?P<fine>{signs('P')}))"), is_list)
