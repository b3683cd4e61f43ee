"""Burmese as a language of reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from mapping.reading.burmese.dates import dates
from mapping.reading.burmese.events import events, tells
from mapping.reading.burmese.facts import control
from mapping.reading.burmese.measures import measures
from mapping.reading.burmese.qualifiers import without_qualifiers
from mapping.reading.burmese.relations import grounds, relations
from mapping.reading.burmese.tables import LETTER, burmese
from mapping.reading.burmese.unknown_names import unknown_names
from mapping.reading.core.language import Language
from mapping.reading.core.words import either

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mapping.mentions import Mention
    from mapping.reading.core.drafted import Drafted
    from mapping.reading.core.skeleton import Skeleton

NO_TOPIC = frozenset({"region", "country"})
SCRIPT = re.compile(LETTER)
Found = TypeVar("Found")


def _only_burmese(find: Callable[[str], Iterable[Found]]) -> Callable[[str], Iterable[Found]]:
    """Spare a text without a Burmese letter the search."""
    return lambda text: find(text) if SCRIPT.search(text) else ()


def is_burmese(text: str) -> bool:
    """Whether a sentence is written in Burmese letters for the most part."""
    letters = len(re.findall(LETTER, text))
    return letters * 2 > len(re.sub(r"\s", "", text))


def missed(sk: Skeleton, drafts: Sequence[Drafted]) -> str:
    """Return why something in the sentence was not drafted, one line; nothing where all was."""
    if drafts:
        return ""
    if tells(sk):
        return "words for an event; it is denied, or where it was is not understood"
    return "a length or a time whose two ends are not understood" if sk.has("LU") else ""


def topic(sk: Skeleton, lies: Sequence[Drafted], _: Sequence[Drafted]) -> Mention | None:
    """Return the first place from which nothing is measured."""
    taken = grounds(lies)
    subjects = (place for place in sk.places(sk.text) if id(place) not in taken and place.kind not in NO_TOPIC)
    return next(subjects, None)


BURMESE = Language(
    detect=is_burmese,
    stops=burmese()["sentences"]["stops"],
    begins=burmese()["sentences"]["begins"],
    strikes=re.compile(either(burmese()["strikes"]["words"])),
    dates=_only_burmese(dates),
    measures=_only_burmese(measures),
    unknown_names=lambda text, _, taken: unknown_names(text, taken) if SCRIPT.search(text) else (),
    without_qualifiers=without_qualifiers,
    relations=relations,
    facts=lambda sk, _, __: control(sk),
    events=events,
    missed=missed,
    topic=topic,
)
