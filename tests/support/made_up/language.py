"""A language that knows a word for a capture, one for near, and one for yesterday."""

from __future__ import annotations

import re

from mapping.domain.packaged import table
from mapping.reading.core.drafted import Drafted
from mapping.reading.core.language import Language
from mapping.reading.core.rules import compiled
from mapping.reading.core.when import When

WORDS = table(str(__package__), "words")
CAPTURE, NEAR, (YESTERDAY,) = WORDS["events"]["capture"], WORDS["roles"]["near"], WORDS["days"]


def dates(text):
    for match in re.finditer(YESTERDAY, text):
        yield When(*match.span(), match[0], unit="day", shift=WORDS["days"][YESTERDAY])


def events(sk, _, calendar, __, ___):
    for match in compiled(rf"(?P<p>{{S}}) {NEAR} {CAPTURE}(?: (?P<d>{{D}}))?").finditer(sk.text):
        day = sk.meaning[match["d"]].edtf(calendar) if match["d"] else None
        yield Drafted("event", sk.start, sk.end, [("near", sk.meaning[match["p"]])], "capture", day)


MADE_UP = Language(detect=lambda text: CAPTURE in text, begins="a-z", dates=dates, events=events)
