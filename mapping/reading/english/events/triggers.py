"""Words that tell of an event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from mapping.reading.core.skeleton import PLACE
from mapping.reading.english.grammar import compiled, rule
from mapping.reading.english.tables import event_words

if TYPE_CHECKING:
    from mapping.reading.core.skeleton import Skeleton

FIELDS = (("verbs", False, False), ("nouns", True, False), ("strict", False, True))  # field, noun, strict


@dataclass
class Trigger:
    """A word for an event: where it stands in the skeleton, its type, and whether it is a noun."""

    start: int
    end: int
    type: str
    noun: bool
    gap: bool = False  # stands for a verb that is not said again


@dataclass(frozen=True)
class Words:
    """A word or turn of phrase for one type of event."""

    type: str
    noun: bool
    strict: bool  # counts only with a place for its object or subject
    source: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when it is needed first: a report holds few of all the words."""
        return compiled(rf"(?i)(?<![\w-])(?:{self.source})(?![\w])")


class Lexicon:
    """All words for events; the letters that must stand in a sentence for each are looked for at once."""

    def __init__(self) -> None:
        self._rows: list[Words] = []
        self._always: set[int] = set()
        self._by_letters: dict[str, set[int]] = {}
        for type_, words in event_words().items():
            for field, noun, strict in FIELDS:
                for source in words.get(field, ()):
                    self._add(type_, source, noun=noun, strict=strict)
        self._numbers = list(self._by_letters.values())
        self._letters = AhoCorasick(self._by_letters, store_patterns=False)

    def _add(self, type_: str, source: str, *, noun: bool, strict: bool) -> None:
        number = len(self._rows)
        self._rows.append(Words(type_, noun, strict, source))
        letters = letters_of(source)
        for run in letters:
            self._by_letters.setdefault(run, set()).add(number)
        if not letters:
            self._always.add(number)

    def of(self, text: str) -> list[Words]:
        """Words that a sentence may hold, in the order in which overlapping ones are decided."""
        found = {number for number, _, _ in self._letters.find_matches_as_indexes(text.lower(), overlapping=True)}
        rows = self._always.union(*(self._numbers[number] for number in found))
        return [self._rows[number] for number in sorted(rows)]


@cache
def _lexicon() -> Lexicon:
    return Lexicon()


def letters_of(source: str) -> tuple[str, ...]:
    """Runs of plain letters of which every match of a regular expression holds one; none where they are too short."""
    outside = re.sub(r"\\.|\[[^\]]*\][?*+]?", "\0", source)
    first_group = re.search(r"\(\?:([^()]*)\)(?![?*])", re.sub(r"\(\?[!=][^()]*\)", "\0", outside))
    while (bare := re.sub(r"\([^()]*\)[?*+]?(?:\{[^}]*\})?", "\0", outside)) != outside:
        outside = bare
    longest = max(_runs(outside), key=len, default="")
    if longest or first_group is None:
        return (longest,) if longest else ()
    branches = [max(_runs(branch), key=len, default="") for branch in first_group[1].split("|")]
    return tuple(branches) if all(branches) else ()


def _runs(source: str) -> list[str]:
    return re.findall(r"[a-z]{3,}", re.sub(r"\{[^}]*\}|.[?*]", "\0", source.lower()))


def triggers(sk: Skeleton, *, strikes: bool) -> list[Trigger]:
    """Find the events of a sentence, left to right; `strikes` says that the text tells of air strikes."""
    found: list[Trigger] = []
    for words in _lexicon().of(sk.text):
        for match in words.pattern.finditer(sk.text):
            start, end = match.span()
            if not _taken(found, start, end) and _counts(sk.text, start, end, strict=words.strict):
                found.append(Trigger(*_without_signs(sk.text, start, end), words.type, words.noun))
    for match in rule("events.hits").finditer(sk.text):
        if not _taken(found, *match.span()):
            type_ = strike_type(sk.text, strikes=strikes)
            found.append(Trigger(*match.span(), type_, noun=match["noun"] is not None))
    return sorted(found, key=lambda trigger: trigger.start)


def _taken(found: list[Trigger], start: int, end: int) -> bool:
    return any(start < other.end and other.start < end for other in found)


def _counts(text: str, start: int, end: int, *, strict: bool) -> bool:
    """Whether a word tells of an event here: no part of another word, and near its place where it must be."""
    if strict and not rule("events.object").match(text, end):
        subject = rule("events.subject_before").search(text, 0, start)
        if subject is None:
            return False
    return not _is_modifier(text, start, end)


def _without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Longest part of a match that holds no place: its places are to be found on either side of it."""
    pieces = [piece.span() for piece in re.finditer(rf"[^{PLACE[1:-1]}]+", text[start:end])]
    first, last = max(pieces, key=lambda piece: piece[1] - piece[0])
    return start + first, start + last


def strike_type(text: str, *, strikes: bool) -> str:
    """Type of a strike by what the sentence, or else the text, tells of."""
    if rule("events.artillery").search(text):
        return "shelling"
    if rule("events.drones").search(text):
        return "drone-strike"
    return "airstrike" if strikes else "battle"


def _is_modifier(text: str, start: int, end: int) -> bool:
    """Whether the word only qualifies another ("ceasefire monitors", "attack helicopters", "battle-hardened")."""
    after = text[end : end + 24]
    if rule("events.modifier_after").match(after):
        talks = rule("events.talks_after").match(after) and rule("events.talks").match(text[start:end])
        return not talks
    return rule("events.modifier_before").search(text[max(0, start - 24) : start]) is not None


def casualties(sk: Skeleton, *, strikes: bool) -> list[Trigger]:
    """Read a sentence that only counts the dead as the strike that the text tells of."""
    match = rule("events.casualty").search(sk.text) if strikes else None
    if match is None or not rule("events.people").search(sk.text):
        return []
    return [Trigger(match.start(), match.end(), "airstrike", noun=False)]
