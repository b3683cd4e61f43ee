"""Names of places in Burmese text that no gazetteer holds: what stands before the word for a village, a town."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.mentions import Mention
from mapping.reading.burmese.tables import burmese
from mapping.reading.core.words import either

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN = re.compile(r"[\u1000-\u103f\u104e\u1050-\u109f]+$")  # letters without space or punctuation, up to a point
SYLLABLE = re.compile(r"[\u1000-\u102a\u103f](?!\u1037?[\u103a\u1039])")  # a consonant that begins a syllable
BACK = 60  # code points before a generic word in which its name stands
UNSURE = frozenset({"place"})  # kinds for which it takes a reference to believe a name


@cache
def _generic() -> re.Pattern[str]:
    rows = burmese()
    kinds = "|".join(f"(?P<{kind}>{either(words)})" for kind, words in rows["generic"].items())
    return re.compile(rf"(?:{kinds})(?!{either(rows['names']['people'])})")


def unknown_names(text: str, taken: bytearray) -> Iterator[tuple[Mention, bool]]:
    """Yield (mention, sure) of names before generic words; `taken` marks what is known already."""
    for match in _generic().finditer(text):
        start = _name_start(text, match.start(), taken)
        if start is not None:
            words, kind = text[start : match.start()], match.lastgroup or "place"
            yield Mention(start, match.start(), words, None, words, kind), kind not in UNSURE


def _name_start(text: str, end: int, taken: bytearray) -> int | None:
    """Where the name before a generic word begins; None where no name stands there."""
    run = RUN.search(text, max(0, end - BACK), end)
    if run is None:
        return None
    start, rows = run.start(), burmese()["names"]
    for cut in re.finditer(either(rows["before"]), text[start:end]):
        start = run.start() + cut.end()
    known = taken.rfind(1, start, end)
    start = max(start, known + 1)
    name = text[start:end]
    if not SYLLABLE.match(name) or name in rows["no_name"] or not 1 < len(SYLLABLE.findall(name)) <= rows["longest"]:
        return None
    return start
