"""What a language of reports gives the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence

    from mapping.mentions import Mention, Scan
    from mapping.reading.core.context import Context
    from mapping.reading.core.drafted import Drafted
    from mapping.reading.core.measure import Measure, Share
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.core.when import Calendar, When


def _nothing(*_: Any) -> tuple[()]:
    return ()


def _never(*_: Any) -> bool:
    return False


def _nothing_said(*_: Any) -> str:
    return ""


def _none(*_: Any) -> None:
    return None


@dataclass(frozen=True)
class Language:
    """One language of reports; what it leaves out, it does not read.

    A sentence is read by the first language of the table that claims it with `detect`, in the order of the fields
    from `without_qualifiers` on. The functions over a whole text look for their own words alone, so that a text may
    mix languages. Offsets are code points.
    """

    detect: Callable[[str], bool]  # whether a sentence is written in it
    stops: str = ""  # signs that end a sentence wherever they stand, beside the . ! ? of all
    begins: str = ""  # character class of the letters with which a sentence begins behind . ! ?
    abbreviations: tuple[str, ...] = ()  # words whose full stop ends no sentence
    strikes: re.Pattern[str] | None = None  # words by which a text tells of air strikes

    dates: Callable[[str], Iterable[When]] = _nothing  # where two overlap, the longer, then the earlier one is kept
    is_span: Callable[[str, When, When], bool] = _never  # (text, first, last): the two are the ends of one span
    is_list: Callable[[str, When, When], bool] = _never  # (text, first, next): both are meant, one beside the other
    measures: Callable[[str], Iterable[Measure]] = _nothing
    numbers: Callable[[str], Iterable[float]] = _nothing  # in digits or words, whatever they count
    shares: Callable[[str], Iterable[Share]] = _nothing
    tellers: Callable[[str], Iterable[str]] = _nothing  # who may be told to say what a sentence tells
    datelines: Callable[[str], Iterable[tuple[int, int]]] = _nothing  # spans of the places from which it was sent
    # (text, what is known in it, its code points marked 1): pairs (mention without a place, whether it is sure)
    unknown_names: Callable[[str, Scan, bytearray], Iterable[tuple[Mention, bool]]] = _nothing

    without_qualifiers: Callable[[Skeleton], None] = _none  # takes out what only says more of a place
    relations: Callable[[Skeleton, Context], Iterable[Drafted]] = _nothing  # where one place lies from another
    facts: Callable[[Skeleton, Context, Calendar], Iterable[Drafted]] = _nothing  # what stands or holds
    # (…, the relations of the sentence, whether the text has told of air strikes): what happened
    events: Callable[[Skeleton, Context, Calendar, Sequence[Drafted], bool], Iterable[Drafted]] = _nothing
    # (…, all drafts of the sentence): why something in it was not drafted; nothing where all was, or nothing is there
    missed: Callable[[Skeleton, Sequence[Drafted]], str] = _nothing_said
    # (…, relations, events): the place that "it" means in the next sentence
    topic: Callable[[Skeleton, Sequence[Drafted], Sequence[Drafted]], Mention | None] = _none
