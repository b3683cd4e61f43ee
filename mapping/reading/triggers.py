"""Words that tell of a happening, and how sure the report is of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mapping.reading.language import table
from mapping.reading.skeleton import Skeleton, grammar

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


@cache
def _lexicon() -> list[tuple[str, bool, bool, re.Pattern[str]]]:
    """(type, noun, strict, pattern) in the order in which overlapping words are decided."""
    rows = []
    for type_, words in table("events").items():
        for field, noun, strict in (("verbs", False, False), ("nouns", True, False), ("strict", False, True)):
            if field in words:
                body = "|".join(words[field])
                rows.append((type_, noun, strict, grammar(rf"(?<![\w-])(?:{body})(?![\w])", small=True)))
    return rows


@cache
def _object() -> re.Pattern[str]:
    """What may stand between a strict verb and its place."""
    return grammar(r" (?:\w+ ){0,3}?(?:in |at |of )?{THE}{S}", small=True)


@cache
def _subject() -> re.Pattern[str]:
    return grammar(r"{S}(?: (?:has|have|had|was|were|is|been|be|being|also|later|outright|already))* ?$")


def triggers(sk: Skeleton, strikes: bool) -> list[Trigger]:
    """Find the happenings of a sentence, left to right; `strikes` says that the text tells of air strikes."""
    found: list[Trigger] = []
    for type_, noun, strict, pattern in _lexicon():
        for match in pattern.finditer(sk.text):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in found):
                continue
            if strict and not (_object().match(sk.text, end) or _subject().search(sk.text, 0, start)):
                continue
            if _is_modifier(sk.text, start, end):
                continue
            found.append(Trigger(start, end, type_, noun, strict))
    raids = re.compile(r"(?<![\w-])(?:raids|strikes)(?= (?:on|came|hit|in|against|killed)|[,.])", re.IGNORECASE)
    for match in raids.finditer(sk.text):
        if not any(match.start() < other.end and other.start < match.end() for other in found):
            found.append(Trigger(match.start(), match.end(), "airstrike" if strikes or match[0].lower() == "strikes" else "battle", True))
    return sorted(found, key=lambda trigger: trigger.start)


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
    if nothing and re.search(rf"{nothing.pattern}(?: (?:yet|been|be|to|the|any|a|an|{_ADVERB}|further|regime|junta|[\ue000-\uefff]))*[ -]*$", near, re.IGNORECASE):
        return None
    if _found("disputed", "around", sk.text):
        return "disputed"
    for kind in ("demanded", "hypothetical", "planned", "claimed"):
        if _found(kind, "before", before) or _found(kind, "after", after[:40]):
            return kind
    if re.match(r"(?:c|C)laim", sk.text[max(0, trigger.start - 60) : trigger.start]):
        return "claimed"
    return "asserted"


_ADVERB = r"\w+ly"


def _found(kind: str, field: str, text: str) -> bool:
    pattern = _cues(kind, field)
    return pattern is not None and pattern.search(text) is not None
