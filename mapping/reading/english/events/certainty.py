"""How sure a report is of what it tells."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import signs
from mapping.reading.english.frames.frame import by_form
from mapping.reading.english.grammar import compiled, rule
from mapping.reading.english.tables import cues, grammar

if TYPE_CHECKING:
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.english.events.triggers import Trigger

REACH = 70  # characters of its clause that stand before an event and say how sure it is
NEAR = 44  # characters before it in which it is denied
AFTER = 40  # characters behind it
FROM_THE_AIR = ("airstrike", "drone-strike")
MOVES = ("withdrawal", "advance")  # their own words may say it: "threatening", "wanted out of"


def certainty(sk: Skeleton, trigger: Trigger, clause: tuple[int, int]) -> str | None:
    """Say how sure a report is of an event in a clause (start, end); None where it says that there was none."""
    before = sk.text[max(clause[0], trigger.start - REACH) : trigger.start]
    after = sk.text[trigger.end : clause[1]][:AFTER]
    if _denial().search(before[-NEAR:]) or rule("events.counterfactual").match(sk.text) or _is_over(sk, trigger):
        return None
    if _found("disputed", "around", sk.text):
        return "disputed"
    if trigger.type == "capture" and re.search(r"\bstill $", before):
        return None  # "still occupies": nothing changed
    if trigger.type == "capture" and _found("attempted", "before", before):
        return "planned"
    if _found("claimed", "around", sk.text) or rule("events.of_itself").search(sk.text[: trigger.start]):
        return "claimed"
    own = sk.text[trigger.start : trigger.end] if trigger.type in MOVES else ""
    kinds = ("demanded", "hypothetical", "planned", "claimed")
    said = next((kind for kind in kinds if _says(kind, before, own, after)), "asserted")
    if said == "asserted" and trigger.noun and trigger.type == "capture" and rule("events.announced").search(before):
        said = "claimed"
    said = "demanded" if _is_demanded(sk.text, trigger, clause[0]) else said
    said = "hypothetical" if trigger.noun and rule("events.would").match(sk.text, trigger.end) else said
    verb = not trigger.noun or rule("events.verbal").search(sk.text[trigger.start : trigger.end])
    return "planned" if said == "asserted" and verb and _is_purpose(before) else said


def _is_over(sk: Skeleton, trigger: Trigger) -> bool:
    """Whether a noun is told to be over, on no day; aircraft may be "over Alpha", too."""
    found = _over().match(sk.text, trigger.end) if trigger.noun and trigger.type not in FROM_THE_AIR else None
    return found is not None and not re.match(rf"[^,;.]*{signs('D')}", sk.text[found.end() :])


def _is_demanded(text: str, trigger: Trigger, start: int) -> bool:
    """Whether a verb tells what is demanded ("insists that the Reds leave Alpha"), and not what is said to be."""
    word = text[trigger.start : trigger.first].lower().split(" ")[0]
    forms = {form for _, form in by_form().get(word, ())}
    if "base" not in forms:
        return False
    theirs = rule("events.their_own").match(text, start)  # "insisted that it quit": what they did
    strictly = "past" in forms and theirs
    return rule("events.demanded_strictly" if strictly else "events.demanded_that").search(text[:start]) is not None


def certainty_of_state(sk: Skeleton, start: int, end: int) -> str:
    """Say how sure a report is of a state told between two offsets: who holds a place, whether a road is open."""
    words = sk.text[max(0, start - NEAR) : end]
    if rule("events.counterfactual").match(sk.text):
        return "hypothetical"
    if _found("disputed", "around", sk.text):
        return "disputed"
    said = next((kind for kind in ("demanded", "hypothetical", "planned") if _found(kind, "before", words)), "")
    if said:
        return said
    announced = rule("events.announced").search(words.partition("control")[0])
    own = rule("events.of_itself").search(sk.text[:start]) or re.search(r"(?i)\b(?:ours?|we)\b", words)
    return "claimed" if announced or own or _found("claimed", "around", sk.text) else "asserted"


def lies_ahead(date: str) -> bool:
    """Whether the wording of a date says that it is to come: "next week"."""
    pattern = _cues("planned", "date")
    return pattern is not None and pattern.fullmatch(date) is not None


def _is_purpose(before: str) -> bool:
    """Whether a verb stands in an infinitive that tells what something is for ("sent to attack")."""
    return bool(rule("events.infinitive").search(before)) and not rule("events.did").search(before)


def _says(kind: str, before: str, own: str, after: str) -> bool:
    inside = kind in ("demanded", "planned") and _found(kind, "before", own)
    return inside or _found(kind, "before", before) or _found(kind, "after", after)


def _found(kind: str, field: str, text: str) -> bool:
    pattern = _cues(kind, field)
    return pattern is not None and pattern.search(text) is not None


@cache
def _cues(kind: str, field: str) -> re.Pattern[str] | None:
    words = cues()[kind].get(field)
    return compiled(rf"(?i)(?<![\w-])(?:{'|'.join(words)})(?![\w-])") if words else None


@cache
def _over() -> re.Pattern[str]:
    """Match "is over", "has died down" behind a noun and the places beside it."""
    there = r"(?: (?:in|at|near|around|between|on|over|for|of) (?:{THE}{X}|{JOIN})+)?"
    return compiled(rf"(?i){there} (?:{'|'.join(cues()['nothing']['after'])})(?![\w-])")


@cache
def _denial() -> re.Pattern[str]:
    """Match "no", "did not", "a halt to" right before an event."""
    words, between = "|".join(cues()["nothing"]["before"]), grammar()["events"]["denied"]
    return compiled(rf"(?i)(?<![\w-])(?:{words})(?![\w-]){between}")
