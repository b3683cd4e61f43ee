"""Frames: for each type of happening the verbs and nouns that tell it, each with what it needs.

A verb frame is written as its sentence: `FORCE roll|crawl toward|into PLACE`. Words in capitals are classes of nouns
(classes.toml), small ones are themselves, a stroke means "or"; the first small word is the verb. What stands before it
is its subject, a class right behind it its object, which is the subject of the passive. A noun frame begins with its
noun, and what must stand behind it follows a colon: `capture: of`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from mapping.domain.packaged import table
from mapping.reading.core.rules import SIGNS, filled
from mapping.reading.core.words import either
from mapping.reading.english.anaphora import back_reference
from mapping.reading.english.frames.inflection import plural, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPS = (
    "in|at|on|to|from|into|toward|towards|near|by|with|for|after|before|since|until|during|while|when|where|which|who|that|"
    "and|or|but|as|because|is|are|was|were|has|have|had|been|be|being|will|would|said|says|told|of|over|against|under|through|along|inside|within|upon|across|like|including|around|outside|between|off|beside|behind"
)
"""Words that end a noun phrase."""
BETWEEN = (
    "back|right|straight|its|their|his|the|an?|some|full|complete|total|heavy|further|more|upriver|upstream|downriver|"
    "downstream|overland|inland|northwards?|southwards?|eastwards?|westwards?"
)
"""Words that may stand between a verb and the small word that its frame asks for."""
_WORDS = rf"(?: (?!(?:{STOPS})\b)(?:[\w’'“”.-]|{SIGNS['A']})+){{0,5}}?"  # words of a noun phrase before its head
_PART = r"(?: (?:all|most|much|part|parts|half|some|one|two|three|several|many|outskirts|the (?:[\w-]+ )?[\w-]+) of)?"
RANK = {"nothing": 100, "strike": -100, "casualty": -200}  # tried before all others, and after them
PREFIXES = ("counter", "air", "re", "gun")  # written with their verb, with or without a hyphen
NOTHING, STRIKE, CASUALTY = "nothing", "strike", "casualty"
TYPES = (
    NOTHING,
    "drone-strike", "airstrike", "shelling", "explosion", "attack-on-civilians", "arrest", "siege", "capture",
    "withdrawal", "displacement", "talks", "looting",
    "road-closure", "protest", "battle", "advance", "other", STRIKE, CASUALTY,
)  # fmt: skip


@dataclass(frozen=True)
class Frame:
    """One frame: the type it tells, its first word, what must stand before and behind it."""

    type: str
    text: str
    noun: bool
    subject: str  # a class, or nothing
    first: str  # the verb or noun in its base form, with its alternatives
    rest: tuple[str, ...]  # classes and words behind it

    @property
    def object(self) -> str:
        """Class of the object right behind the verb; nothing where there is none."""
        return self.rest[0] if not self.noun and self.rest and self.rest[0].isupper() else ""

    @property
    def needs(self) -> int:
        """How much must stand beside the word: frames that need more are tried first."""
        instrument = self.subject in ("AIR", "DRONE", "GUN")
        return bool(self.subject) + 2 * len(self.rest) + 3 * instrument + RANK.get(self.type, 0)

    @property
    def loses(self) -> bool:
        """Whether it is told of who loses."""
        return self.first in table(str(__package__), self.type).get("losers", ())


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, in the order of their types."""
    return tuple(frame for type_ in TYPES for frame in _of_type(type_))


def _of_type(type_: str) -> Iterator[Frame]:
    rows: dict[str, Any] = table(str(__package__), type_)
    for field in ("verbs", "nouns"):
        for text, _ in rows.get(field, ()):
            yield from _alternatives(type_, text, noun=field == "nouns")


def _alternatives(type_: str, text: str, *, noun: bool) -> Iterator[Frame]:
    """Write one frame for each of the verbs that a line names."""
    words = text.split(" ")
    subject = words.pop(0) if words[0].isupper() and not noun else ""
    if noun:
        name, _, after = text.partition(": ")
        first, rest = name.split(" "), tuple(after.split())
    else:
        compound = 2 if words[0] in PREFIXES else 1
        first, rest = words[:compound], tuple(words[compound:])
    if noun:
        yield Frame(type_, text, noun, "", " ".join(first), rest)
        return
    for verb in first[-1].split("|"):
        yield Frame(type_, text, noun, subject, " ".join([*first[:-1], verb]), rest)


@cache
def classes() -> dict[str, str]:
    """Pattern of the nouns of each class, and of the signs that are in it."""
    found = {}
    for name, row in table(str(__package__), "classes").items():
        words = {form for noun in row["nouns"] for form in (noun, plural(noun))}
        spaced = either(words).replace(r"\s+", "[ -]?")
        signs = [SIGNS[sign] for sign in row.get("signs", "")]
        whole = rf"(?:(?i:{spaced})(?![\w’'-]))"
        found[name] = f"(?:{'|'.join([*signs, whole])})"
    return found


@cache
def _head(name: str) -> str:
    """Pattern of a noun phrase whose head is of a class, behind a word."""
    either_of = "|".join(classes()[one] for one in name.split("|"))
    if name in ("FORCE", "CIVILIAN", "FORCE!"):
        either_of = f"(?:{either_of}){_no_place()}(?!['’]| of the| of {SIGNS['X']}| of [a-z]+ern)"
    if name == "PLACE":
        listed = rf"(?:(?:,| and|, and) (?:the )?{SIGNS['X']})*"
        either_of = f"{either_of}{listed}|{back_reference()}"
    return rf"(?:{_PART}{_WORDS} (?:{either_of}))"


@cache
def _no_place() -> str:
    rows = table(str(__package__), "classes")["PLACE"]["nouns"]
    words = sorted({form for noun in rows for form in (noun, plural(noun))} - {"battalion", "division", "brigade"})
    return rf"(?![ -]{either(words)}(?![\w-]))"


@cache
def behind(frame: Frame) -> re.Pattern[str]:
    """What must stand behind the word of a frame: in the active, or of a noun."""
    any_word = r"(?: [\w’-]+){0,2}?" if frame.type == NOTHING and not frame.noun else ""
    return re.compile(
        any_word + "".join(_piece(word, first=not i, noun=frame.noun) for i, word in enumerate(frame.rest))
    )


@cache
def behind_passive(frame: Frame) -> re.Pattern[str]:
    """What must stand behind the participle: all but the object."""
    return re.compile("".join(_piece(word, first=not i) for i, word in enumerate(frame.rest[1:])))


def _piece(word: str, *, first: bool, noun: bool = False) -> str:
    if word.isupper():
        return _head(word)
    words = word.split("|")
    either_of = "|".join(map(re.escape, words))
    gap = rf"(?: (?:[\w’-]+ly|{BETWEEN})){{0,3}}?" if first else rf"(?: (?:[\w’'-]+|{SIGNS['A']}(?:['’]s?)?)){{0,4}}?"
    return rf"(?:{gap} (?i:{either_of})(?:s|es)?(?![\w-]){_no_verb() if 'to' in words and not noun else ''})"


@cache
def _no_verb() -> str:
    """What must not follow "to" where it leads to a place: a verb ("sent to guard the town")."""
    more = table(str(__package__), "irregular")["purposes"]["words"]
    return rf"(?! {either(sorted({frame.first for frame in frames() if not frame.noun} | set(more)))}(?![\w-]))"


@cache
def by_form() -> dict[str, list[tuple[Frame, str]]]:
    """Frames with the form ("base", "third", "past", "participle", "ing", "noun") by each first word of a form."""
    found: dict[str, list[tuple[Frame, str]]] = {}
    for frame in frames():
        for form, word in _forms(frame):
            rows = found.setdefault(word.split(" ")[0].lower(), [])
            if (frame, form) not in rows:
                rows.append((frame, form))
    return {word: sorted(rows, key=lambda row: -row[0].needs) for word, rows in found.items()}


def _forms(frame: Frame) -> Iterator[tuple[str, str]]:
    if frame.noun:
        for word in _nouns(frame.first):
            yield "noun", word
        return
    forms = verb_forms(frame.first)
    yield "base", forms.base
    for third in forms.third.split("|"):
        yield "third", third
    yield from (("past", form) for form in forms.past)
    yield from (("participle", form) for form in forms.participle)
    yield "ing", forms.ing


@cache
def _nouns(first: str) -> tuple[str, ...]:
    """Ways to write a noun with alternatives: "air strike" as one word, with a hyphen or a space, in both numbers."""
    ways = [""]
    for part in first.split(" "):
        joints = ("", "-", " ") if ways != [""] else ("",)
        ways = [f"{way}{joint}{one}" for way in ways for one in part.split("|") for joint in joints]
    return tuple(dict.fromkeys(form for way in ways for form in (way, _plural(way))))


def _plural(way: str) -> str:
    head, sep, last = re.fullmatch(r"(.*?)([- ]?)([^- ]+)", way).groups()  # type: ignore[union-attr]
    return f"{head}{sep}{plural(last)}"


@cache
def noun_pattern(frame: Frame) -> re.Pattern[str]:
    """A noun frame from its first letter on, with what must stand behind it."""
    return re.compile(rf"(?i:{either(_nouns(frame.first))})(?![\w])" + behind(frame).pattern)


@cache
def nouns() -> dict[str, frozenset[str]]:
    """The classes of each noun, in both numbers and however it is joined, in small letters."""
    found: dict[str, set[str]] = {}
    for name, row in table(str(__package__), "classes").items():
        for form in (form for noun in row["nouns"] for form in (noun, plural(noun))):
            for joint in (" ", "-", ""):
                found.setdefault(form.replace(" ", joint).lower(), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def pattern_of(name: str) -> str:
    """Pattern of the nouns and signs of a class, such as "FORCE"."""
    return filled(classes()[name], {})
