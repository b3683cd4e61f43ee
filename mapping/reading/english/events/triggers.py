"""Words that tell of an event: each verb and noun of the frames that has around it what its frame needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import PLACE
from mapping.reading.english.anaphora import back_reference
from mapping.reading.english.events.subjects import BE, subject_of
from mapping.reading.english.frames.frame import (
    NOTHING,
    STRIKE,
    behind,
    behind_passive,
    by_form,
    noun_pattern,
    pattern_of,
)
from mapping.reading.english.grammar import rule

if TYPE_CHECKING:
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.english.events.subjects import Subject
    from mapping.reading.english.frames.frame import Frame

WORD = re.compile(r"[A-Za-z][A-Za-z’']*(?:-[A-Za-z]+)*")
CLAUSE = re.compile(r"[;:“”()—–]| (?:while|whereas|because|that|if|when|where|after|before|until|although|though) |,? (?:but|as) (?=the |they )")
_VERBAL = re.compile(
    r"(?i)(?:^|[\s“\"])(?:to|will|would|can|could|may|might|must|should|shall|not|n[’']t|did|do|does|they|we|you|who|which|that|also|then|still|"
    r"often|regularly|and|or|it|he|she|now|[a-z]+ly|again|even|never)\s+$"
)
_PLURAL = re.compile(r"(?:\w+s|troops|people|men|women|police|children|paramilitaries|[\ue000-\uefff]) $")
_SINGULAR = re.compile(r"(?:army|military|regime|junta|side|column|group|convoy|coalition|alliance|government|[\ue000-\uefff]) $")
_BEHIND_REDUCED = re.compile(r"(?: outright| entirely| [a-z]+ly)?(?: (?:by|in|on|at|during|last|since|from|with|near|earlier|this|after|late|early|again|back|over|to)\b|[,.;)]|$| [\ue000-\uefff])")
INDEFINITE = r"(?:an?|another|some|several|many|two|three|four|five|six|seven|eight|nine|ten|dozens of|at least \w+|\d+)"


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
        return self.type in ("airstrike", "drone-strike", "shelling")


def triggers(sk: Skeleton, *, strikes: bool) -> list[Trigger]:
    """Find the events of a sentence, left to right; `strikes` says that the text tells of air strikes."""
    found: list[Trigger] = []
    reached = 0
    for word in WORD.finditer(sk.text):
        rows = by_form().get(word[0].lower())
        if rows is None or word.start() < reached:
            continue
        one = _first(sk.text, word, rows)
        if one:
            reached = one.end
        if one and one.type != NOTHING:
            found.append(one)
        if one and one.type == STRIKE:
            one.type = strike_type(sk.text, strikes=strikes)
    return sorted(found, key=lambda trigger: trigger.start)


def _first(text: str, word: re.Match[str], rows: list[tuple[Frame, str]]) -> Trigger | None:
    """The first frame that fits, those that need most before the others; nouns only where no verb is told."""
    clause = max((match.end() for match in CLAUSE.finditer(text, 0, word.start())), default=0)
    subject, asked = None, False
    for frame, form in rows:
        if frame.noun:
            match = noun_pattern(frame).match(text, word.start())
            if match and not _is_modifier(text, match.start(), match.end()):
                return Trigger(word.start(), word.start() + len(_own(match[0])), frame.type, noun=True)
            continue
        if _is_modifier(text, *word.span()):
            continue
        if form in ("base", "third") and frame.first != "be" and not _is_verb(text, word.start(), form):
            continue
        if form == "ing" and not frame.needs and _named(rows) and not _going_on(text, word.start()):
            continue  # "the fighting" is a noun
        if form in ("past", "participle") and _qualifies(text, word):
            continue
        if not asked:
            subject, asked = subject_of(text, word.start(), clause), True
        end = _fits(text, word, frame, form, subject)
        if end:
            passive = form == "participle" and _passive(text, word.start())
            own = _own_place(text, word, frame, subject, end, passive=passive)
            return Trigger(*_without_signs(text, word.start(), end), frame.type, False, passive=passive, loses=frame.loses, own=own)
    return None


def _own_place(
    text: str, word: re.Match[str], frame: Frame, subject: Subject | None, end: int, *, passive: bool
) -> tuple[int, int] | None:
    """The words that fill the place of a frame where they name none and refer to none: "two outposts were taken"."""
    if (passive and frame.object in ("PLACE", "HOME")) or frame.subject == "PLACE":
        if subject is None or subject.pronoun or subject.end <= subject.start:
            return None
        first, last = re.search(r"(?:(?:[\w’'-]+|[\ue000-\uefff]) ){0,5}$", text[: subject.start]), subject.end
        start = first.start() if first else subject.start
        behind_it = text[last : word.start()]
    elif frame.object in ("PLACE", "HOME") and not passive:
        start, last = word.end(), end
        behind_it = text[last : last + 40]
    else:
        return None
    phrase = re.search(rf"(?i)\b{INDEFINITE}(?: [\w’'-]+){{0,4}}$", text[start:last])
    if phrase is None or re.search(PLACE, text[start:last]) or re.match(rf",? (?:in|at|near|of|outside|inside|around|on|along|south|north|east|west)[^,;.]*{PLACE}", behind_it):
        return None
    return start + phrase.start(), last


def _going_on(text: str, start: int) -> bool:
    """Whether a form in -ing belongs to a verb before it ("are fighting", "keep shelling")."""
    return _passive(text, start) or re.search(r"(?i)\b(?:ke(?:ep|eps|pt)|continu\w+|start\w*|beg[aiu]n\w*|resum\w+|stop\w*) $", text[:start]) is not None


def _named(rows: list[tuple[Frame, str]]) -> bool:
    return any(form == "noun" for _, form in rows)


def _own(words: str) -> str:
    return re.split(rf"{PLACE}", words)[0].rstrip()


def _fits(text: str, word: re.Match[str], frame: Frame, form: str, subject: Subject | None) -> int:
    """End of what a frame needs behind its verb; 0 where something is missing."""
    if form == "participle":
        if _passive(text, word.start()):
            if frame.subject and (not frame.object or _can(text, word.start())):
                return 0
            behind_it = behind_passive(frame).match(text, word.end()) if frame.object else behind(frame).match(text, word.end())
            good = behind_it and (not frame.object or (subject is not None and subject.can_be(frame.object)))
            return behind_it.end() if good and behind_it else 0
        reduced = frame.object and _BEHIND_REDUCED.match(text, word.end()) and subject is not None and not subject.pronoun
        if reduced and subject and frame.object in subject.classes and not behind(frame).match(text, word.end()):
            after = behind_passive(frame).match(text, word.end())
            return after.end() if after and _close(text, subject, word.start()) else 0
    if form == "past" and _passive(text, word.start()):
        return 0
    if frame.subject and (subject is None or not subject.can_be(frame.subject)):
        return 0
    after = behind(frame).match(text, word.end())
    if after is None and frame.object == "PLACE" and len(frame.rest) == 1:
        after = rule("events.it").match(text, word.end()) if frame.type == "capture" else None
        after = after or (_BEHIND_REDUCED.match(text, word.end()) if _antecedent().search(text, 0, word.start()) else None)
        return word.end() if after else 0
    return after.end() if after else 0


def _qualifies(text: str, word: re.Match[str]) -> bool:
    """Whether a participle only qualifies the noun behind it: "the besieged town", "a camp for displaced families"."""
    before = re.search(r"(?i)(?:^|[\s“\"(])(?:for|by|with|from|to|among|of)\s+$", text[: word.start()])
    behind_it = before and re.match(rf" {pattern_of('CIVILIAN')}", text[word.end() :])
    return bool(behind_it) or _attribute().search(text, 0, word.start()) is not None


@cache
def _attribute() -> re.Pattern[str]:
    """Match an article before a participle, which only qualifies the noun behind it: "the besieged town"."""
    return re.compile(r"(?i)(?:^|[\s“\"(])(?:the|an?|its|their|his|her|this|that|newly|recently|some|many|of)\s+$")


@cache
def _antecedent() -> re.Pattern[str]:
    """A place that a relative clause takes up as its object: "Alpha, which the army took"."""
    return re.compile(rf"(?:{pattern_of('PLACE')}|{back_reference()}),? (?:which|that) [^,;:.“]{{1,60}}$")


def _can(text: str, start: int) -> bool:
    """Whether something only can be done ("Alpha can be reached")."""
    return re.search(r"\b(?:can|could)\b[^,;.]{0,24}$", text[:start]) is not None


def _close(text: str, subject: Subject, start: int) -> bool:
    return re.fullmatch(r"[^,;]*,?[^,;]*,? ?", text[subject.end : start]) is not None


def _passive(text: str, start: int) -> bool:
    return BE.search(text, max(0, start - 60), start) is not None


def _is_verb(text: str, start: int, form: str) -> bool:
    """Whether a word that may be a noun is a verb here, by what stands before it."""
    before = text[max(0, start - 30) : start]
    if _VERBAL.search(before):
        return True
    return bool((_PLURAL if form == "base" else _SINGULAR).search(before))


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
