"""Where the clauses of a sentence begin, and how its places stand in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import PLACE
from mapping.reading.english.grammar import rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.mentions import Mention
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.english.events.triggers import Trigger

HEAD = 12  # characters: a date that begins so early stands at the head of its sentence
BEFORE = 48  # characters before a place in which its preposition is looked for


@dataclass
class Group:
    """Places named together ("in Alpha, Beta and Gamma"): their span in the skeleton and the words before them."""

    start: int
    end: int
    places: list[Mention]
    preposition: str
    sort: str  # S place or township, H road, W river, R region
    used: bool = False  # a distance or a heading is taken from it
    people: bool = False  # "residents of Alpha": where they are from, not always where it happened


def clause_starts(sk: Skeleton, triggers: list[Trigger]) -> list[int]:
    """Offsets in the skeleton at which clauses begin; ", and" begins one where events stand on both sides."""
    starts = [0, *(match.start() for match in rule("clauses.openers").finditer(sk.text))]
    starts += [trigger.start for trigger in triggers if trigger.gap]
    for match in rule("clauses.relative").finditer(sk.text):  # "Alpha, which lies on a river, was taken"
        end = rule("clauses.after_relative").search(sk.text, match.end())
        starts += [end.start()] if end else []
    for match in rule("clauses.and_also").finditer(sk.text):
        sides = [trigger.start < match.start() for trigger in triggers]
        if any(sides) and not all(sides):
            starts.append(match.start())
    if rule("clauses.fronted").match(sk.text):
        comma = rule("clauses.fronted_comma").search(sk.text)
        place = rule("clauses.fronted_place").search(sk.text)
        ends = [*([comma.start() + 1] if comma else []), *([place.start() + 2] if place else [])]
        starts += [min(ends)] if ends else []
    return sorted(set(starts))


def clause_of(starts: list[int], at: int) -> int:
    """Number of the clause in which an offset lies."""
    return bisect_right(starts, at) - 1


def preposition(words: str) -> str:
    """Return the last preposition of the words before a place, in small letters; nothing where there is none."""
    match = rule("clauses.preposition").match(words)
    return match[1].lower() if match else ""


def groups(sk: Skeleton) -> list[Group]:
    """Find the places of a sentence, coordinated ones together, each with the preposition that governs it."""
    found: list[Group] = []
    at = 0
    while first := re.compile(PLACE).search(sk.text, at):
        names = ((sort, rule(f"clauses.group_{sort}").match(sk.text, first.start())) for sort in "SHWR")
        sort, match = next((sort, match) for sort, match in names if match)
        before = re.split(rf"[;:,“]|{PLACE}", sk.text[max(0, match.start() - BEFORE) : match.start()])[-1]
        word = preposition(before)
        if not before.strip() and found and re.fullmatch(r",? ?(?:and )?", sk.text[found[-1].end : match.start()]):
            word = found[-1].preposition
        people = rule("clauses.people_of").search(before) is not None
        found.append(Group(match.start(), match.end(), sk.places(match[0]), word, sort, people=people))
        at = match.end()
    return found


def governor(group: Group, triggers: list[Trigger], starts: list[int]) -> Trigger | None:
    """Find the event that a group of places belongs to: the nearest before it in its clause, else the next."""
    number = clause_of(starts, group.start)
    here = [trigger for trigger in triggers if clause_of(starts, trigger.start) == number]
    before = [trigger for trigger in here if trigger.end <= group.start]
    after = [trigger for trigger in here if trigger.start >= group.end]
    return before[-1] if before else after[0] if after else None


def is_source(sk: Skeleton, group: Group) -> bool:
    """Whether the place only tells who speaks: "a resident of Alpha said", "locals in Alpha told"."""
    before, after = sk.text[max(0, group.start - 50) : group.start], sk.text[group.end : group.end + 50]
    speaking = rule("clauses.speaking_in").search(before) and rule("clauses.said_after").match(after)
    quoted = rule("clauses.resident").match(after) and rule("clauses.quoted_before").search(before)
    return bool(
        quoted
        or speaking
        or rule("clauses.speaker_after").match(after)
        or rule("clauses.speaker_before").search(before)
        or rule("clauses.no_place").match(after)
    )


def speech_before(sk: Skeleton, at: int, told: Sequence[Trigger] = ()) -> bool:
    """Whether a date belongs to a verb of saying ("said on Monday"), and not to an event told behind it."""
    if at < HEAD and (then := rule("clauses.then_said").match(sk.text, at + 1)):
        return not any(one.start < then.end() for one in told)
    first = max(0, at - 60)
    said = rule("clauses.said_on").search(sk.text[first:at])
    return said is not None and not any(first + said.start() < one.start < at for one in told)
