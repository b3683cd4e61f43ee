"""Why something that an English sentence holds was not drafted, so that a person sees what the machine did not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.english.counts import counts
from mapping.reading.english.events.passing import is_heading
from mapping.reading.english.events.triggers import triggers
from mapping.reading.english.grammar import rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.reading.core.drafted import Drafted
    from mapping.reading.core.skeleton import Skeleton


def missed(sk: Skeleton, drafts: Sequence[Drafted]) -> str:
    """Return the reason, one line; nothing where all is drafted that the sentence holds."""
    date, unit = rule("missed.date").search(sk.text), rule("missed.unit").search(sk.text)
    if date:
        return f"the date {date[0]} was not read: which of its numbers is the day, nobody can tell"
    if unit:
        return f"“{unit[0]}” was not read: the unit is not known"
    return "" if drafts or is_heading(sk) else _undrafted(sk)


def _undrafted(sk: Skeleton) -> str:
    """Why nothing at all was drafted of a sentence."""
    told, counted = triggers(sk, strikes=False), counts(sk)
    if told:
        words = re.sub(r"[\ue000-\uefff]", "…", sk.text[told[0].start : told[0].end].strip())
        return f"“{words}” may tell of an event; it is denied, told in passing, or where it was is not understood"
    if counted:
        return f"“{counted[0][1].n} {counted[0][1].what}” is counted, and no event was read"
    if sk.has("LU"):
        return "a length or a time whose two ends are not understood"
    return "a date, and nothing that happened on it was read" if sk.has("D") and sk.has("PTHA") else ""
