"""Words that tell of an event: each verb and noun of the frames that has around it what its frame needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import PLACE
from mapping.reading.english.events.fitting import fits, goes_on, is_passive, is_verb, qualifies, unnamed_place
from mapping.reading.english.events.subjects import subject_of
from mapping.reading.english.frames.frame import CASUALTY, NOTHING, STRIKE, by_form, noun_pattern
from mapping.reading.english.grammar import rule

if TYPE_CHECKING:
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.english.frames.frame import Frame

WORD = re.compile(r"[A-Za-z][A-Za-z’']*(?:-[A-Za-z]+)*")
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
    own: tuple[int, int] | None = None  # the words for its place, where they name none ("a convoy", "two outposts")

    @property
    def strikes(self) -> bool:
        """Whether it comes from afar: where it is fired from is not where it hits."""
        return self.type in FROM_AFAR


def triggers(sk: Skeleton, *, strikes: bool) -> list[Trigger]:
    """Find the events of a sentence, left to right; `strikes` says that the text tells of air strikes."""
    found: list[Trigger] = []
    reached = 0
    for word in WORD.finditer(sk.text):
        rows = by_form().get(word[0].lower())
        one = _first(sk.text, word, rows) if rows and word.start() >= reached else None
        if one is None:
            continue
        reached = one.end
        if one.type == STRIKE:
            one.type = strike_type(sk.text, strikes=strikes)
        if one.type != NOTHING:
            found.append(one)
    fought = [one for one in found if one.type != CASUALTY]
    for one in found:
        one.type = one.type if one.type != CASUALTY else "airstrike" if strikes else "other"
    return fought or found[:1]


def _first(text: str, word: re.Match[str], rows: list[tuple[Frame, str]]) -> Trigger | None:
    """The first frame that fits, those that need most before the others; nouns only where no verb is told."""
    clause = max((match.end() for match in rule("verbs.clause").finditer(text, 0, word.start())), default=0)
    subject = subject_of(text, word.start(), clause)
    noun = any(form == "noun" for _, form in rows)
    for frame, form in rows:
        if frame.noun:
            match = noun_pattern(frame).match(text, word.start())
            if match and not _is_modifier(text, match.start(), match.end()):
                own = re.split(PLACE, match[0])[0].rstrip()
                return Trigger(word.start(), word.start() + len(own), frame.type, noun=True)
        elif _can_be(text, word, frame, form, noun=noun) and (end := fits(text, word, frame, form, subject)):
            return Trigger(
                *_without_signs(text, word.start(), end), frame.type, noun=False, loses=frame.loses,
                passive=form == "participle" and is_passive(text, word.start()),
                own=unnamed_place(text, word, frame, subject, end),
            )  # fmt: skip
    return None


def _can_be(text: str, word: re.Match[str], frame: Frame, form: str, *, noun: bool) -> bool:
    """Whether a word that has the form of a verb is one here."""
    if _is_modifier(text, *word.span()):
        return False
    if form in ("base", "third"):
        return frame.first == "be" or is_verb(text, word.start(), form)
    if form == "ing":  # "the fighting" is a noun
        return bool(frame.needs) or not noun or goes_on(text, word.start())
    return not qualifies(text, word)


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
