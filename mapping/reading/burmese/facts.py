"""Standing facts in Burmese: who holds a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.burmese.relations import places
from mapping.reading.burmese.tables import burmese
from mapping.reading.core.drafted import Drafted
from mapping.reading.core.rules import compiled
from mapping.reading.core.skeleton import signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.reading.core.skeleton import Skeleton


def control(sk: Skeleton) -> Iterator[Drafted]:
    """Read "Alpha in the hands of the party", "the party controls Alpha"."""
    rows = burmese()["facts"]
    before = re.compile(rf"(?P<a>{signs('A')})[^။]{{0,8}}?(?:{'|'.join(rows['control_before'])})\s?(?P<p>{places()})")
    after = compiled(rf"(?P<p>{places()})(?:{'|'.join(rows['control_after'])})")
    for match in [*before.finditer(sk.text), *after.finditer(sk.text)]:
        actors = tuple(actor for sign in re.findall(signs("A"), match[0]) for actor in sk.meaning[sign])
        held = [("at", place) for place in sk.places(match["p"])]
        yield Drafted("control", sk.start, sk.end, held, actors=tuple(dict.fromkeys(actors)))
