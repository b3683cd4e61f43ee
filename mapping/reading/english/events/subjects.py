"""What kind of thing acts in a clause: the head of the noun phrase that stands before a verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mapping.domain.packaged import table
from mapping.reading.core.rules import SIGNS
from mapping.reading.core.words import either
from mapping.reading.english.frames.frame import nouns
from mapping.reading.english.grammar import rule

NAMED = frozenset({"AIR", "DRONE", "GUN", "BOMB", "SHELL", "HOME", "FLAG", "CIVILIAN"})  # no "they" is taken for these
FIRING = frozenset({"FORCE", "GUN", "AIR", "DRONE"})
FAR = 6  # words between the head of a subject and its verb
TOKEN = re.compile(r"[\ue000-\uefff]|[\w-]+")
JOINT = re.compile(r"(?:['’]s?)?[ -]")
LONGEST = 3  # words of a noun
Head = tuple[int, int, frozenset[str]]  # start, end, classes


@dataclass(frozen=True)
class Subject:
    """A noun phrase: its classes, where its head stands, and whether it is only a pronoun."""

    classes: frozenset[str]
    start: int
    end: int
    pronoun: bool = False

    def can_be(self, name: str) -> bool:
        """Whether it can be of a class; a pronoun can be any, unless the class ends with an exclamation mark."""
        firm, names = name.endswith("!"), set(name.removesuffix("!").split("|"))
        return (self.pronoun and not firm and not names <= NAMED) or not self.classes.isdisjoint(names)


def subject_of(text: str, start: int, clause: int) -> Subject | None:
    """Find the subject of the verb that starts at an offset, in the clause that starts at another; None for none."""
    window = text[clause:start]
    auxiliaries = rule("subjects.auxiliaries").search(window)
    window = window[: auxiliaries.start()] if auxiliaries else window.rstrip()
    relative = rule("subjects.relative").search(window)
    if relative:
        window = window[: relative.start()]
    elif pronoun := rule("subjects.pronoun").search(window):
        return Subject(frozenset(), clause + pronoun.start(), clause + pronoun.end(), pronoun=True)
    window = rule("subjects.aside").sub(lambda match: "," + " " * (len(match[0]) - 2) + ",", window)
    heads = _runs(window)
    if text[start:].split(" ", 1)[0].endswith("ing"):  # "with bombs landing": the bombs land
        window = rule("subjects.absolute").sub(lambda match: " " * len(match[0]), window)
    found = _adjacent(window, heads) or (None if relative else _first_free(window, heads))
    if found is None:
        return None
    first, last, names = found
    of_a_party = rule("subjects.men_of").search(window, first)
    return Subject(names | {"FORCE"} if of_a_party else names, clause + first, clause + last)


@cache
def fires() -> re.Pattern[str]:
    """Match what can fire: troops, guns, aircraft."""
    words = [word for word, names in nouns().items() if names & FIRING and "PLACE" not in names]
    return re.compile(rf"(?i)(?:{SIGNS['A']}|(?<![\w-]){either(words)}(?![\w-]))")


@cache
def _sign_classes() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("mapping.reading.english.frames", "classes")
    return tuple((re.compile(SIGNS[sign]), name) for name, row in rows.items() for sign in row.get("signs", ""))


@cache
def _classes_of(words: str) -> frozenset[str]:
    """Classes of a sign, of a noun, or of the short name of a party that nobody has listed; none for other words."""
    own = nouns().get(words.lower())
    if own:
        return own
    if rule("subjects.party").fullmatch(words):
        return frozenset({"FORCE"})
    return frozenset(name for pattern, name in _sign_classes() if pattern.fullmatch(words))


def _runs(window: str) -> list[Head]:
    """Heads of noun phrases: of several nouns in a row the last one counts."""
    words = [match.span() for match in TOKEN.finditer(window)]
    found: list[Head] = []
    reached = 0
    for number, (first, _) in enumerate(words):
        if first < reached:
            continue
        ends = [last for _, last in words[number : number + LONGEST]]
        last = next((last for last in reversed(ends) if _classes_of(window[first:last])), 0)
        if not last:
            continue
        reached, names = last, _classes_of(window[first:last])
        if found and JOINT.fullmatch(window, found[-1][1], first):
            found[-1] = (found[-1][0], last, names)
        else:
            found.append((first, last, names))
    return found


def _adjacent(window: str, heads: list[Head]) -> Head | None:
    """The head right before the verb, across the phrases that only say more of it ("troops from Alpha")."""
    end = len(window)
    for head in reversed(heads):
        between = window[head[1] : end]
        if rule("subjects.over").search(between.strip(" ")) or len(between.split()) > FAR:
            return None
        if not _governed(window, head[0]):
            return head
        phrase = rule("subjects.phrase").search(window[: head[0]])
        end = phrase.start() if phrase else head[0]
    return None


def _first_free(window: str, heads: list[Head]) -> Head | None:
    """The first head of the clause that no preposition governs."""
    last = max((match.end() for match in rule("subjects.clause").finditer(window)), default=0)
    return next((head for head in heads if head[0] >= last and not _governed(window, head[0])), None)


def _governed(window: str, at: int) -> bool:
    """Whether a preposition stands before a noun phrase."""
    before = rule("subjects.signs").split(window[:at])[-1]
    found = rule("subjects.governed").search(before)
    if found is None or rule("subjects.determiner").match(found["rest"].strip()):
        return False  # "under the deal the army ...": the phrase of the preposition is over
    another = _and_another().search(before)
    return another is None or not _runs(another["inside"])


@cache
def _and_another() -> re.Pattern[str]:
    """Match "from Alpha and": what follows may be a phrase of its own."""
    phrase = rule("subjects.phrase").pattern.removesuffix("[^,;]*$")
    return re.compile(rf"{phrase}(?P<inside>[^,]*)\b(?:and|or)\b[^,]*$")
