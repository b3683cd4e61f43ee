"""Words that tell of a happening, and how sure the report is of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mapping.reading.context import back_reference
from mapping.reading.language import table
from mapping.reading.skeleton import PLACE, Skeleton, grammar

CASUALTY = r"(?:kill(?:ed|ing)|wounded|wounding|injur(?:ed|ing)|died|dead)"
REACH = 70  # characters of its clause that stand before a happening and say how sure it is


@dataclass
class Trigger:
    """A word for a happening: where it stands in the skeleton, its type, and whether it is a noun."""

    start: int
    end: int
    type: str
    noun: bool
    strict: bool = False
    gap: bool = False  # stands for a verb that is not said again


@dataclass(frozen=True)
class Words:
    """The words of one kind for one type: their pattern, and the letters of which some must stand in the sentence."""

    type: str
    noun: bool
    strict: bool
    pattern: re.Pattern[str]
    letters: tuple[str, ...]

    def may_match(self, small: str) -> bool:
        """Whether a sentence in small letters may hold one of the words at all: most do not, and `in` is fast."""
        return not self.letters or any(letters in small for letters in self.letters)


@cache
def _lexicon() -> list[Words]:
    """All words for happenings, in the order in which overlapping ones are decided."""
    rows = []
    for type_, words in table("events").items():
        for field, noun, strict in (("verbs", False, False), ("nouns", True, False), ("strict", False, True)):
            if field in words:
                pattern = grammar(rf"(?<![\w-])(?:{'|'.join(words[field])})(?![\w])", small=True)
                needed = [_letters(source) for source in words[field]]
                letters = tuple(sorted({part for parts in needed for part in parts})) if all(needed) else ()
                rows.append(Words(type_, noun, strict, pattern, letters))
    return rows


def _letters(source: str) -> tuple[str, ...]:
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


@cache
def _object() -> re.Pattern[str]:
    """What may stand between a strict verb and its place."""
    return grammar(rf" (?:[\w-]+ ){{0,4}}?(?:in |at |of |over )?(?:{{THE}}{{X}}|{back_reference()})", small=True)


@cache
def _subject() -> re.Pattern[str]:
    passive = r"(?: (?:has|have|had|was|were|is|been|be|being|also|later|outright|already))*"
    return grammar(rf"(?:{{S}}|town|city|village)(?:{passive}|,? (?:which|that) (?:the )?(?:{{A}}|it|they)(?: \w+)?) ?$")


def triggers(sk: Skeleton, *, strikes: bool) -> list[Trigger]:
    """Find the happenings of a sentence, left to right; `strikes` says that the text tells of air strikes."""
    found: list[Trigger] = []
    small = sk.text.lower()
    for words in _lexicon():
        if not words.may_match(small):
            continue
        for match in words.pattern.finditer(sk.text):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in found):
                continue
            if words.strict and not (_object().match(sk.text, end) or _subject().search(sk.text, 0, start)):
                continue
            if _is_modifier(sk.text, start, end):
                continue
            found.append(Trigger(*_without_signs(sk.text, start, end), words.type, words.noun, words.strict))
    for match in _hits().finditer(sk.text):
        if not any(match.start() < other.end and other.start < match.end() for other in found):
            found.append(Trigger(match.start(), match.end(), strike_type(sk.text, strikes=strikes), noun=match["noun"] is not None))
    return sorted(found, key=lambda trigger: trigger.start)


def _without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Longest part of a match that holds no place: its places are to be found on either side of it."""
    pieces = [piece.span() for piece in re.finditer(rf"[^{PLACE[1:-1]}]+", text[start:end])]
    first, last = max(pieces, key=lambda piece: piece[1] - piece[0])
    return start + first, start + last


@cache
def _hits() -> re.Pattern[str]:
    """Words for a strike that do not say of what kind: "raids on", "was hit"."""
    return grammar(
        r"(?<![\w-])(?:(?P<noun>(?:raids|strikes?)(?= (?:on|came|hit|in|against|killed|destroyed|damaged)|[,.]))"
        r"|(?:was|were|been|being)(?: also)? (?:hit|struck|targeted)|(?:hit|struck|targeted|targeting|hitting|striking)(?= (?:\w+ ){0,3}{S}))(?![\w-])",
        small=True,
    )


def strike_type(text: str, *, strikes: bool) -> str:
    """Type of a strike by what the sentence, or else the text, tells of."""
    if re.search(r"artillery|mortar|rocket|shell|howitzer", text, re.IGNORECASE):
        return "shelling"
    if re.search(r"drone", text, re.IGNORECASE):
        return "drone-strike"
    return "airstrike" if strikes else "battle"


def _is_modifier(text: str, start: int, end: int) -> bool:
    """Whether the word only qualifies another ("ceasefire monitors", "attack helicopters", "battle-hardened")."""
    after = text[end : end + 24]
    if re.match(r"-\w|[ -](?:helicopter|aircraft|drone|plane|group|zone|talks|negotiat|monitor|mediat|capab|commander|column|plan|spokes|leader|line)", after):
        return not re.match(r"[ -](?:negotiat|talks)", after) or not re.match(r"(?:talk|negot)", text[start:end], re.IGNORECASE)
    before = text[max(0, start - 14) : start]
    return bool(re.search(r"(?:anti|non|pre|post|ex)-$|(?:backed by|support of|support from) (?:\w+ ){0,2}$", before))


@cache
def _cues(kind: str, field: str) -> re.Pattern[str] | None:
    words = table("cues")[kind].get(field)
    return grammar(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", small=True) if words else None


def certainty(sk: Skeleton, trigger: Trigger, clause: tuple[int, int]) -> str | None:
    """Say how sure a report is of a happening; None where it says that there was none."""
    first = max(clause[0], trigger.start - REACH)
    before, after = sk.text[first : trigger.start], sk.text[trigger.end : clause[1]]
    near = before[-30:]
    nothing = _cues("nothing", "before")
    if nothing and re.search(rf"(?:{nothing.pattern})(?: (?:yet|been|be|to|the|any|a|an|{_ADVERB}|further|regime|junta|[\ue000-\uefff]))*[ -]*$", near, re.IGNORECASE):
        return None
    if _found("disputed", "around", sk.text):
        return "disputed"
    if trigger.type == "capture" and _found("attempted", "before", before):
        return "planned"
    if _found("claimed", "around", sk.text):
        return "claimed"
    for kind in ("demanded", "hypothetical", "planned", "claimed"):
        own = trigger.type in ("withdrawal", "advance") and kind in ("demanded", "planned") and _found(kind, "before", sk.text[trigger.start : trigger.end])
        if own or _found(kind, "before", before) or _found(kind, "after", after[:40]):
            return kind
    if re.match(r"(?:c|C)laim", sk.text[max(0, trigger.start - 60) : trigger.start]):
        return "claimed"
    return "asserted"


_ADVERB = r"\w+ly"


def _found(kind: str, field: str, text: str) -> bool:
    pattern = _cues(kind, field)
    return pattern is not None and pattern.search(text) is not None


def casualties(sk: Skeleton, *, strikes: bool) -> list[Trigger]:
    """Read a sentence that only counts the dead as the strike that the text tells of."""
    match = re.search(rf"(?<![\w-]){CASUALTY}(?![\w-])", sk.text)
    people = r"civilian|people|resident|villager|locals?\b|child|wom[ae]n|\bm[ae]n\b|girl|boy|\d"
    if match is None or not strikes or not re.search(people, sk.text):
        return []
    return [Trigger(match.start(), match.end(), "airstrike", noun=False)]
