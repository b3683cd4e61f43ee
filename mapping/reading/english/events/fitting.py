"""Whether a verb has around it what a frame needs: its voice, its subject, its object, what follows."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import PLACE
from mapping.reading.english.anaphora import back_reference
from mapping.reading.english.frames.frame import behind, behind_passive, pattern_of
from mapping.reading.english.grammar import rule

if TYPE_CHECKING:
    from mapping.reading.english.events.subjects import Subject
    from mapping.reading.english.frames.frame import Frame

PLACES = ("PLACE", "HOME")  # classes of what can be the place of an event
LOOK_BACK = 60  # characters in which the auxiliaries of a verb stand


def is_passive(text: str, start: int) -> bool:
    """Whether a form of "be" stands before the verb that starts at an offset."""
    return rule("subjects.passive").search(text, max(0, start - LOOK_BACK), start) is not None


def is_verb(text: str, start: int, form: str) -> bool:
    """Whether a word that may be a noun is a verb here, by what stands before it."""
    before = text[max(0, start - LOOK_BACK) : start]
    if rule("verbs.before_verb").search(before):
        return True
    return rule("verbs.plural" if form == "base" else "verbs.singular").search(before) is not None


def goes_on(text: str, start: int) -> bool:
    """Whether a form in -ing belongs to a verb before it ("are fighting", "keep shelling")."""
    return is_passive(text, start) or rule("verbs.goes_on").search(text[:start]) is not None


def qualifies(text: str, word: re.Match[str]) -> bool:
    """Whether a participle only qualifies the noun behind it: "the besieged town", "a camp for displaced families"."""
    before = text[: word.start()]
    people = rule("verbs.attribute_of_people").search(before) and _people().match(text, word.end())
    return bool(people) or rule("verbs.attribute").search(before) is not None


def fits(text: str, word: re.Match[str], frame: Frame, form: str, subject: Subject | None) -> int:
    """End of what a frame needs behind its verb; 0 where something is missing."""
    passive = is_passive(text, word.start())
    if form == "participle" and passive:
        return _passive(text, word, frame, subject)
    if form == "past" and passive:
        return 0
    if form == "participle" and (reduced := _reduced(text, word, frame, subject)):
        return reduced
    if frame.subject and (subject is None or not subject.can_be(frame.subject)):
        return 0
    after = behind(frame).match(text, word.end())
    if after:
        return after.end()
    return word.end() if _object_before(text, word, frame) else 0


def _passive(text: str, word: re.Match[str], frame: Frame, subject: Subject | None) -> int:
    """Read "Alpha was taken by the Reds": the subject is the object of the frame."""
    if frame.subject and (not frame.object or rule("verbs.can").search(text[: word.start()])):
        return 0
    if frame.object and (subject is None or not subject.can_be(frame.object)):
        return 0
    after = (behind_passive if frame.object else behind)(frame).match(text, word.end())
    return after.end() if after else 0


def _reduced(text: str, word: re.Match[str], frame: Frame, subject: Subject | None) -> int:
    """Read "Alpha, taken in May": a participle right behind its object."""
    if not frame.object or subject is None or subject.pronoun or frame.object not in subject.classes:
        return 0
    between = text[subject.end : word.start()]
    if (
        between.count(",") > 1
        or not rule("verbs.reduced").match(text, word.end())
        or behind(frame).match(text, word.end())
    ):
        return 0
    after = behind_passive(frame).match(text, word.end())
    return after.end() if after else 0


def _object_before(text: str, word: re.Match[str], frame: Frame) -> bool:
    """Read "Alpha, which the army took" and "the army took it": the object is a place named before."""
    if frame.object != "PLACE" or len(frame.rest) > 1:
        return False
    if frame.type == "capture" and rule("events.it").match(text, word.end()):
        return True
    taken_up = _antecedent().search(text, 0, word.start())
    return taken_up is not None and rule("verbs.reduced").match(text, word.end()) is not None


def unnamed_place(
    text: str, word: re.Match[str], frame: Frame, subject: Subject | None, end: int
) -> tuple[int, int] | None:
    """The words that fill the place of a frame where they name none and refer to none: "two outposts were taken"."""
    passive = frame.object in PLACES and is_passive(text, word.start())
    if passive or frame.subject == "PLACE":
        if subject is None or subject.pronoun:
            return None
        before = rule("verbs.phrase_before").search(text[: subject.start])
        start, last = before.start() if before else subject.start, subject.end
        behind_it = text[last : word.start()]
    elif frame.object in PLACES:
        start, last, behind_it = word.end(), end, text[end:]
    else:
        return None
    phrase = rule("verbs.unnamed").search(text[start:last])
    if phrase is None or re.search(PLACE, text[start:last]) or rule("verbs.names_it").match(behind_it):
        return None
    return start + phrase.start(), last


@cache
def _people() -> re.Pattern[str]:
    return re.compile(f" {pattern_of('CIVILIAN')}")


@cache
def _antecedent() -> re.Pattern[str]:
    """Match a place that a relative clause takes up as its object: "Alpha, which the army"."""
    return re.compile(rf"(?:{pattern_of('PLACE')}|{back_reference()}),? (?:which|that) [^,;:.“]{{1,60}}$")
