"""Whether a verb has around it what a frame needs: its voice, its subject, its object, what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import PLACE
from mapping.reading.english.anaphora import back_reference
from mapping.reading.english.events.subjects import subject_of
from mapping.reading.english.frames.frame import behind, behind_passive, pattern_of
from mapping.reading.english.grammar import rule

if TYPE_CHECKING:
    from mapping.reading.english.events.subjects import Subject
    from mapping.reading.english.frames.frame import Frame

PLACES = ("PLACE", "HOME")  # classes of what can be the place of an event
THEY = re.compile(r"(?i)they|it")
LOOK_BACK = 60  # characters in which the auxiliaries of a verb stand
ASIDES = 1  # commas between an object and its participle


@dataclass(frozen=True)
class Word:
    """A word of a skeleton that may be the verb of a frame; what stands around it is looked at once it is asked for."""

    text: str
    start: int
    end: int

    @cached_property
    def passive(self) -> bool:
        """Whether a form of "be" stands before it."""
        return rule("subjects.passive").search(self.text, max(0, self.start - LOOK_BACK), self.start) is not None

    @cached_property
    def subject(self) -> Subject | None:
        """The subject of its clause."""
        starts = (match.end() for match in rule("verbs.clause").finditer(self.text, 0, self.start))
        return subject_of(self.text, self.start, max(starts, default=0))

    @cached_property
    def _before(self) -> str:
        return self.text[max(0, self.start - LOOK_BACK) : self.start]

    @cached_property
    def _verbal(self) -> bool:
        return rule("verbs.before_verb").search(self._before) is not None

    @cached_property
    def _qualifies(self) -> bool:
        """Whether it only qualifies the noun behind it: "the besieged town", "a camp for displaced families"."""
        people = rule("verbs.attribute_of_people").search(self._before) and _people().match(self.text, self.end)
        return bool(people) or rule("verbs.attribute").search(self._before) is not None

    @cached_property
    def _modifies(self) -> bool:
        return is_modifier(self.text, self.start, self.end)

    def can_be(self, frame: Frame, form: str, *, noun: bool) -> bool:
        """Whether it is a verb here, where it has such a form; `noun` says that it has that of a noun, too."""
        if self._modifies:
            return False
        if form in ("base", "third"):
            number = "verbs.plural" if form == "base" else "verbs.singular"
            return frame.first == "be" or self._verbal or rule(number).search(self._before) is not None
        if form == "ing" and noun and not frame.needs:  # "the fighting" is a noun, "are fighting", "keep shelling" not
            return self.passive or rule("verbs.goes_on").search(self._before) is not None
        return form == "ing" or not self._qualifies

    def by_force(self, end: int) -> bool:
        """Whether somebody armed does it: as its subject, or behind "by" in the passive; `end` is that of its frame."""
        if self.passive:
            return _by_force().match(self.text, end) is not None
        return self.is_a("FORCE!")

    @property
    def by_them(self) -> bool:
        """Whether "they" or "it" do it: whoever was told of before."""
        who = self.subject if not self.passive else None
        return who is not None and THEY.fullmatch(self.text[who.start : who.end].strip(' “",')) is not None

    def is_a(self, name: str) -> bool:
        """Whether its subject can be of a class."""
        return self.subject is not None and self.subject.can_be(name)


def fits(word: Word, frame: Frame, form: str) -> int:
    """End of what a frame needs behind its verb; 0 where something is missing."""
    passive = form in ("past", "participle") and word.passive
    if form == "participle" and passive:
        return _passive(word, frame)
    if passive:
        return 0
    if form == "participle" and (reduced := _reduced(word, frame)):
        return reduced
    after = behind(frame).match(word.text, word.end)
    if after is None and not _object_before(word, frame):
        return 0
    if frame.subject and not word.is_a(frame.subject):
        return 0
    return after.end() if after else word.end


def _passive(word: Word, frame: Frame) -> int:
    """Read "Alpha was taken by the Reds": the subject is the object of the frame."""
    if frame.subject and (not frame.object or rule("verbs.can").search(word.text[: word.start])):
        return 0
    after = (behind_passive if frame.object else behind)(frame).match(word.text, word.end)
    return after.end() if after and (not frame.object or word.is_a(frame.object)) else 0


def _reduced(word: Word, frame: Frame) -> int:
    """Read "Alpha, taken in May": a participle right behind its object."""
    text, end = word.text, word.end
    if not frame.object or not rule("verbs.reduced").match(text, end) or behind(frame).match(text, end):
        return 0
    found = word.subject
    if found is None or found.pronoun or frame.object not in found.classes:
        return 0
    after = behind_passive(frame).match(text, end)
    return after.end() if after and text[found.end : word.start].count(",") <= ASIDES else 0


def _object_before(word: Word, frame: Frame) -> bool:
    """Read "Alpha, which the army took" and "the army took it": the object is a place named before."""
    if frame.object != "PLACE" or len(frame.rest) > 1:
        return False
    if frame.type == "capture" and rule("events.it").match(word.text, word.end):
        return True
    return bool(rule("verbs.reduced").match(word.text, word.end) and _antecedent().search(word.text, 0, word.start))


def unnamed_place(word: Word, frame: Frame, end: int) -> tuple[int, int] | None:
    """The words that fill the place of a frame where they name none and refer to none: "two outposts were taken"."""
    text = word.text
    if (frame.object in PLACES and word.passive) or frame.subject == "PLACE":
        subject = word.subject
        if subject is None or subject.pronoun:
            return None
        before = rule("verbs.phrase_before").search(text[: subject.start])
        start, last = before.start() if before else subject.start, subject.end
        behind_it = text[last : word.start]
    elif frame.object in PLACES:
        start, last, behind_it = word.end, end, text[end:]
    else:
        return None
    phrase = rule("verbs.unnamed").search(text[start:last])
    if phrase is None or re.search(PLACE, text[start:last]) or rule("verbs.names_it").match(behind_it):
        return None
    return start + phrase.start(), last


def is_modifier(text: str, start: int, end: int) -> bool:
    """Whether a word only qualifies another ("ceasefire monitors", "attack helicopters", "battle-hardened")."""
    after = text[end : end + 24]
    if rule("events.modifier_after").match(after):
        talks = rule("events.talks_after").match(after) and rule("events.talks").match(text[start:end])
        return not talks
    return rule("events.modifier_before").search(text[max(0, start - 24) : start]) is not None


@cache
def _people() -> re.Pattern[str]:
    return re.compile(f" {pattern_of('CIVILIAN')}")


@cache
def _by_force() -> re.Pattern[str]:
    return re.compile(rf"[^;.,]{{0,40}}? by (?:the )?(?:[\w’-]+ ){{0,3}}?{pattern_of('FORCE')}")


@cache
def _antecedent() -> re.Pattern[str]:
    """Match a place that a relative clause takes up as its object: "Alpha, which the army"."""
    return re.compile(rf"(?:{pattern_of('PLACE')}|{back_reference()}),? (?:which|that) [^,;:.“]{{1,60}}$")
