"""English as a language of reports: the one that reads what no other claims."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.core.language import Language
from mapping.reading.english.dates import dates, is_list, is_span
from mapping.reading.english.events.events import events
from mapping.reading.english.facts import access, control
from mapping.reading.english.measures import measures, numbers, shares
from mapping.reading.english.missed import missed
from mapping.reading.english.names.tellers import tellers
from mapping.reading.english.names.unknown import unknown_names
from mapping.reading.english.names.whole import datelines
from mapping.reading.english.positions import positions
from mapping.reading.english.qualifiers import without_qualifiers
from mapping.reading.english.relations import grounds, relations
from mapping.reading.english.tables import english

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.mentions import Mention
    from mapping.reading.core.context import Context
    from mapping.reading.core.drafted import Drafted
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.core.when import Calendar

NO_TOPIC = frozenset({"region", "country", "road", "river"})


def facts(sk: Skeleton, context: Context, calendar: Calendar) -> Iterator[Drafted]:
    """Read positions on roads, ways to reach a place, and who holds what."""
    yield from positions(sk, context)
    yield from access(sk, context, calendar)
    yield from control(sk, context, calendar)


def topic(sk: Skeleton, lies: Sequence[Drafted], told: Sequence[Drafted]) -> Mention | None:
    """Return the first place from which nothing is measured; else that of the first event."""
    taken = grounds(lies)
    subjects = [p for p in sk.places(sk.text) if id(p) not in taken and p.kind not in NO_TOPIC]
    at = [place for one in told for role, place in one.places if role in ("at", "near", "to")]
    return next(iter(at if at and at[0] in subjects[:1] else subjects or at), None)


ENGLISH = Language(
    detect=lambda _: True,
    begins=english()["sentences"]["begins"],
    abbreviations=tuple(english()["sentences"]["abbreviations"]),
    strikes=re.compile("|".join(english()["strikes"]["words"]), re.IGNORECASE),
    dates=dates,
    is_span=is_span,
    is_list=is_list,
    measures=measures,
    numbers=numbers,
    shares=shares,
    tellers=tellers,
    datelines=datelines,
    unknown_names=unknown_names,
    without_qualifiers=without_qualifiers,
    relations=relations,
    facts=facts,
    events=events,
    missed=missed,
    topic=topic,
)
