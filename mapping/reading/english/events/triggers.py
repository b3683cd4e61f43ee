"""Words that tell of an event: each verb and noun of the frames that has around it what its frame needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import PLACE
from mapping.reading.english.events.fitting import Word, fits, is_modifier, unnamed_place
from mapping.reading.english.frames.frame import CASUALTY, NOTHING, STRIKE, by_form, noun_pattern
from mapping.reading.english.grammar import rule

if TYPE_CHECKING:
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.english.frames.frame import Frame

TOKEN = re.compile(r"[A-Za-z][A-Za-z’']*(?:-[A-Za-z]+)*")
FROM_AFAR = frozenset({"airstrike", "drone-strike", "shelling"})


@dataclass
class Trigger:
    """A word for an event: where it stands in the skeleton, its type, and whether it is a noun."""

    start: int
    end: int
    type: str
    noun: bool
    gap: bool = False  # stands for a verb that is not said again
    passive: bool = False  # its subject suffers it
    loses: bool = False  # told of who loses
    falls: bool = False  # told of the place that is lost
    stands_for: Trigger | None = None  # the verb that is not said again
    by_force: bool = False  # somebody armed does it
    they: bool = False  # whoever was told of before does it
    word: int = 0  # length of the verb
    own: tuple[int, int] | None = None  # the words for its place, where they name none ("a convoy", "two outposts")

    @property
    def first(self) -> int:
        """End of the verb itself; of a noun, of all that belongs to it."""
        return self.end if self.noun else min(self.end, self.start + self.word)

    @property
    def strikes(self) -> bool:
        """Whether it comes from afar: where it is fired from is not where it hits."""
        return self.type in FROM_AFAR


def triggers(sk: Skeleton, *, strikes: bool) -> list[Trigger]:
    """Find the events of a sentence, left to right; `strikes` says that the text tells of air strikes."""
    found: list[Trigger] = []
    reached = 0
    for word in TOKEN.finditer(sk.text):
        rows = by_form().get(word[0].lower())
        one = _first(sk.text, *word.span(), rows) if rows and word.start() >= reached else None
        if one is None:
            continue
        reached = one.end
        if one.type == STRIKE:
            one.type = strike_type(sk.text, strikes=strikes)
        if one.type != NOTHING:
            found.append(one)
    fought = [one for one in found if one.type != CASUALTY]
    for one in found:
        if one.type == CASUALTY:
            one.type = "airstrike" if strikes else "attack-on-civilians" if one.by_force else "other"
    return fought or found[:1]


def _first(text: str, start: int, end: int, rows: list[tuple[Frame, str]]) -> Trigger | None:
    """The first frame that fits, those that need most before the others; nouns only where no verb is told."""
    word = Word(text, start, end)
    noun = any(form == "noun" for _, form in rows)
    for frame, form in rows:
        if frame.noun:
            match = noun_pattern(frame).match(text, start)
            if match and not is_modifier(text, match.start(), match.end()):
                own = re.split(PLACE, match[0])[0].rstrip()
                return Trigger(start, start + len(own), frame.type, noun=True)
        elif word.can_be(frame, form, noun=noun) and (last := fits(word, frame, form)):
            return Trigger(
                *_without_signs(text, start, last), frame.type, noun=False, loses=frame.loses, word=end - start,
                falls=frame.subject == "PLACE", passive=form == "participle" and word.passive,
                by_force=word.by_force(last), they=word.by_them, own=unnamed_place(word, frame, last),
            )  # fmt: skip
    return None


def _without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """The first part of a match, as far as no place stands in it: its places are to be found on either side of it."""
    sign = re.search(PLACE, text[start:end])
    return start, start + sign.start() if sign else end


def strike_type(text: str, *, strikes: bool) -> str:
    """Type of a strike by what the sentence, or else the text, tells of."""
    if rule("events.artillery").search(text):
        return "shelling"
    if rule("events.drones").search(text):
        return "drone-strike"
    return "airstrike" if strikes else "battle"
