"""All spellings in one automaton: where each stands in a text, longest first, at word boundaries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from mapping.mentions.plain import alike
from mapping.mentions.spelling import is_burmese, spellings, variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.gazetteer import Gazetteer

WORD, WORD_START = re.compile(r"\w+"), re.compile(r"\b\w")
# What may not follow a Burmese name, because it belongs to the name's last syllable: signs, stacked letters,
# and a consonant that closes the syllable (asat U+103A, also with a dot below before it).
SIGNS = r"\u102b-\u1032\u1036-\u103e\u1056-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d"
SYLLABLE_GOES_ON = re.compile(rf"[{SIGNS}]|[\u1000-\u1021\u103f]\u1037?(?:\u103a|\u1039)")
SYLLABLE = re.compile(r"[\u1000-\u102a\u103f\u104c-\u1055\u1075-\u1081](?!\u1037?[\u103a\u1039])")


@dataclass(frozen=True)
class Entry:
    """What one spelling may mean: ids of places, ids of actors; neither, where it is a phrase that is no place."""

    places: tuple[str, ...]
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A spelling that stands in a text, from `start` to `end` (code points of the searched text)."""

    start: int
    end: int
    entry: Entry
    spelling: str


def bounded(text: str, start: int, end: int, *, burmese: bool) -> bool:
    """Whether a stretch begins and ends at word boundaries (Latin) or syllable boundaries (Burmese)."""
    if burmese:
        return not SYLLABLE_GOES_ON.match(text, end) and (start == 0 or text[start - 1] != "\u1039")
    before = start > 0 and text[start - 1].isalnum()
    after = end < len(text) and text[end].isalnum() and not "\u1000" <= text[end] <= "\u109f"
    if not before and not after:
        return True
    return _in_hashtag(text, start, end, before=before, after=after)


def _in_hashtag(text: str, start: int, end: int, *, before: bool, after: bool) -> bool:
    """Whether it is one word of a hashtag such as #SaveAlphaNow: the words begin with capitals."""
    opening = max(text.rfind(mark, 0, start) for mark in "# \n")
    return (
        opening >= 0
        and text[opening] == "#"
        and not (before and (text[start - 1].isupper() or not text[start].isupper()))
        and not (after and not text[end].isupper())
    )


class Automaton:
    """Every spelling of a gazetteer, expanded, in an Aho-Corasick automaton."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._index: dict[str, int] = {}
        meanings: list[tuple[dict[str, None], dict[str, None]]] = []
        for spelling, place, actor in _meanings(gazetteer):
            number = self._index.setdefault(spelling, len(meanings))
            if number == len(meanings):
                meanings.append(({}, {}))
            if place:
                meanings[number][0][place] = None
            if actor:
                meanings[number][1][actor] = None
        self._entries = [Entry(tuple(places), tuple(actors)) for places, actors in meanings]
        self._burmese = [is_burmese(spelling) for spelling in self._index]
        self._splits = [not spelling.isalpha() for spelling in self._index]  # holds a boundary inside
        self._longest = max(map(len, self._index), default=0)
        self._search = AhoCorasick(self._index, MatchKind.LeftmostLongest, store_patterns=False)

    @cached_property
    def _every(self) -> AhoCorasick:
        return AhoCorasick(self._index, MatchKind.Standard, store_patterns=False)

    def hits(self, text: str) -> list[Hit]:
        """Find the longest spellings that stand in a text, left to right, none overlapping."""
        found: list[Hit] = []
        entries, burmese, reached = self._entries, self._burmese, 0
        for number, start, end in self._search.find_matches_as_indexes(text):
            if start < reached:
                continue
            if bounded(text, start, end, burmese=burmese[number]):
                found.append(Hit(start, end, entries[number], text[start:end]))
                reached = end
            elif self._splits[number]:
                found.extend(self._within(text, start, end))
                reached = max(end, found[-1].end) if found else end
        return found

    def _within(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """Find shorter spellings where the longest one does not end at a boundary."""
        at, word = start, SYLLABLE if is_burmese(text[start]) else WORD
        while at < end:
            limit = min(len(text), at + self._longest)
            ends = [match.start() for match in word.finditer(text, at + 1, limit)]
            ends += [match.end() for match in word.finditer(text, at, limit)]
            for stop in sorted(set(ends), reverse=True):
                number = self._index.get(text[at:stop])
                if number is not None and bounded(text, at, stop, burmese=self._burmese[number]):
                    yield Hit(at, stop, self._entries[number], text[at:stop])
                    at = stop
                    break
            else:
                following = (SYLLABLE if word is SYLLABLE else WORD_START).search(text, at + 1)
                at = following.start() if following else end

    def every(self, text: str) -> Iterator[Hit]:
        """Find all spellings that stand in a text at boundaries, also inside each other."""
        for number, start, end in self._every.find_matches_as_indexes(text, overlapping=True):
            if bounded(text, start, end, burmese=self._burmese[number]):
                yield Hit(start, end, self._entries[number], text[start:end])


def _meanings(gazetteer: Gazetteer) -> Iterable[tuple[str, str, str]]:
    """Yield (spelling as a text may write it, place id, actor id); neither for phrases that are no place."""
    for place in gazetteer.places.values():
        for spelling in dict.fromkeys(spellings(place)):
            for variant in variants(spelling, place.kind):
                yield alike(variant), place.id, ""
    for actor in gazetteer.actors.values():
        for spelling in (actor.name, *actor.spellings):
            for variant in dict.fromkeys((spelling, spelling[0].upper() + spelling[1:])):
                yield alike(variant), "", actor.id
    for phrase in gazetteer.not_places:
        yield alike(phrase), "", ""
