"""Where one place lies from another: distances and headings, in Burmese."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.burmese.tables import burmese
from mapping.reading.core.drafted import Drafted
from mapping.reading.core.skeleton import SPOT, signs
from mapping.reading.core.words import either

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.reading.core.context import Context
    from mapping.reading.core.skeleton import Skeleton


@cache
def places() -> str:
    """Return a pattern for the signs of one place or a list of them."""
    return rf"{SPOT}(?:(?:\s?{either(burmese()['plurals']['joints'])}\s?){SPOT})*"


def relations(sk: Skeleton, context: Context) -> Iterator[Drafted]:
    """Read "Beta that is 10 miles from Alpha", "Beta is 10 miles from Alpha", "10 miles east of Alpha"."""
    rows, headings = burmese()["facts"], burmese()["headings"]
    linked, far = either(rows["with"]), either(rows["far"])
    heading = rf"(?:(?:ရဲ့|၏)?\s?(?P<b>{either(headings)})(?:ဘက်|ဖက်)?[^{signs('PL')[1:-1]}]{{0,6}}?)?"
    pattern = re.compile(
        rf"(?P<g>{SPOT}){heading}(?:\s?{linked})?\s?(?P<l>{signs('L')})(?:[^။{SPOT[1:-1]}]{{0,14}}?(?P<far>{far}))?[^။\s{SPOT[1:-1]}]{{0,8}}\s?(?P<f>{places()})?"
    )
    for match in pattern.finditer(sk.text):
        if not (match["b"] or match["far"]):
            continue
        ground = sk.meaning[match["g"]]
        before = [place for place in sk.places(sk.text[: match.start()]) if place.kind not in ("region", "country")]
        figure = (
            sk.places(match["f"] or "")
            or before[-1:]
            or [place for place in context.it() if place.place != ground.place]
        )
        measure = sk.meaning[match["l"]]
        yield Drafted(
            "distance", sk.start, sk.end, [("from", ground), *(("to", place) for place in figure)],
            km=measure.km, miles=measure.miles, about=measure.about, limit=measure.limit,
            bearing=headings[match["b"]] if match["b"] else None,
        )  # fmt: skip


def grounds(lies: Sequence[Drafted]) -> set[int]:
    """Ids (of objects) of the places that a distance or heading is taken from."""
    return {id(place) for one in lies for place in one.of("from")}
