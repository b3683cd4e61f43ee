"""Numbers of people killed, hurt, held or driven out, and of houses lost, as an English sentence counts them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.domain.vocabulary import LIMITS
from mapping.reading.core.drafted import Count
from mapping.reading.core.words import either
from mapping.reading.english.grammar import rule
from mapping.reading.english.measures import number, number_pattern
from mapping.reading.english.tables import english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.reading.core.skeleton import Skeleton


def counts(sk: Skeleton) -> list[tuple[int, Count]]:
    """Return (offset in the skeleton, count) of a sentence, left to right; each number counts once."""
    found: dict[int, Count] = {}
    if not _fates().search(sk.text):
        return []
    for pattern in _patterns():
        for match in pattern.finditer(sk.text):
            for at, count in _counted(match):
                if not _is_age(sk.text, at):
                    found.setdefault(at, count)
    return sorted(found.items(), key=lambda pair: pair[0])


def _counted(match: re.Match[str]) -> Iterator[tuple[int, Count]]:
    groups = match.groupdict()
    fate = _fate(groups["fate"])
    later = fate if groups.get("fate2") == "" else _fate(groups.get("fate2"))  # two sorts that suffered one fate
    for n, hedge, whom, how in (("n", "hedge", "whom", fate), ("n2", "hedge2", "whom2", later)):
        if groups.get(n) and how:
            value = number(groups[n])
            if value == int(value) and not _is_year(groups[n]):
                what = " ".join(part for part in (_people(groups.get(whom)), how) if part)
                yield match.start(n), Count(what, int(value), _limit(groups.get(hedge)))


def _is_age(text: str, at: int) -> bool:
    """Whether a number tells how old somebody is: "a girl of 17", "Ma Hla, 17, was killed"."""
    if rule("counts.age_before").search(text[:at]):
        return True
    return rule("counts.age").search(text[:at]) is not None and re.match(r"\d+,", text[at:]) is not None


def _fate(words: str | None) -> str:
    """What became of them: the word of the vocabulary for "died", "were injured"."""
    if not words:
        return ""
    small = " ".join(words.lower().split())
    rows: dict[str, list[str]] = english()["fates"]
    return next(name for name, forms in rows.items() if small in forms)


def _people(words: str | None) -> str:
    """Who they were, where that says more than that they were people."""
    plain = " ".join((words or "").split())
    return "" if plain.lower() in english()["counted"]["plain"] else plain


def _limit(hedge: str | None) -> str | None:
    rows = english()["hedges"]
    return next((limit for limit in LIMITS if hedge and hedge.lower() in rows[limit]), None)


def _is_year(digits: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", digits) is not None


@cache
def _fates() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{either([form for forms in english()['fates'].values() for form in forms])}\b")


@cache
def _patterns() -> list[re.Pattern[str]]:
    rows = english()
    fates = either([form for forms in rows["fates"].values() for form in forms])
    hedges = either(sorted({phrase for phrases in rows["hedges"].values() for phrase in phrases}))
    who = either([*rows["counted"]["who"], *rows["counted"]["plain"]])
    parts = {
        "N": rf"(?:(?P<hedge>(?i:{hedges}))\s+)?(?<![\w.,:$-])(?P<n>{number_pattern()})(?![- ]year)",
        "M": rf"(?:(?P<hedge2>(?i:{hedges}))\s+)?(?:another\s+)?(?P<n2>{number_pattern()})",
        "WHO": rf"(?P<whom>(?i:{who}))", "WHOM": rf"(?:(?P<whom2>(?i:{who}))\s+)?",
        "FATE": rf"(?P<fate>(?i:{fates}))", "LATER": rf"(?P<fate2>(?i:{fates}))",
    }  # fmt: skip
    sources = [rule(f"counts.{name}").pattern for name in ("done", "both", "suffered", "dead", "left")]
    return [re.compile(re.sub(r"<([A-Z]+)>", lambda part: parts[part[1]], source)) for source in sources]
