"""What happened, where and when: one draft for each event of a sentence, in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.mentions import Mention
from mapping.reading.core.drafted import Drafted
from mapping.reading.english.anaphora import back_reference
from mapping.reading.english.counts import counts
from mapping.reading.english.events.certainty import certainty, lies_ahead
from mapping.reading.english.events.clauses import clause_of, clause_starts, governor, groups, is_source
from mapping.reading.english.events.dating import by_date, date
from mapping.reading.english.events.parties import parties
from mapping.reading.english.events.passing import gaps, is_heading, without_passing, without_purposes
from mapping.reading.english.events.roles import NOWHERE, default_role, role_of
from mapping.reading.english.events.told import FUTURE, Event, merged
from mapping.reading.english.events.triggers import Trigger, triggers
from mapping.reading.english.events.whereabouts import Whereabouts
from mapping.reading.english.grammar import rule
from mapping.reading.english.relations import beside, grounds, spots
from mapping.reading.english.tables import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.reading.core.context import Context
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.core.when import Calendar
    from mapping.reading.english.events.clauses import Group

GROUND = 40  # characters before a place in which a heading stands
HEADING_WORDS = 4  # a line of so few words without a full stop tells nothing
PLACELESS = frozenset({"talks"})  # told even where nobody says where
OF_PEOPLE = frozenset({"displacement", "arrest"})  # happens to people where they are from


def events(sk: Skeleton, context: Context, calendar: Calendar, lies: Sequence[Drafted], strikes: bool) -> list[Drafted]:
    """Read the events of a sentence.

    Nothing happened at the places that the distances and headings of the sentence (`lies`) are taken from, but near
    those from which the distance of a place without a name is told; `strikes` says that the text tells of air strikes.
    """
    if not re.search(r"[.!?”\"]", sk.text) and len(sk.text.split()) <= HEADING_WORDS:
        return []
    found = triggers(sk, strikes=strikes)
    if not found:
        return []
    if is_heading(sk) and all(trigger.noun for trigger in found):
        return []
    found = without_passing(sk, found)
    found = sorted([*found, *gaps(sk, found)], key=lambda trigger: trigger.start)
    starts = clause_starts(sk, found)
    found = without_purposes(sk, found, starts)
    told = [one for trigger in found if (one := _sure(sk, trigger, starts))]
    where = _where(sk, lies)
    _assign(sk, told, where, starts)
    told = merged(told)
    whereabouts = Whereabouts(sk, where, starts, context)
    for one in told:
        if one.trigger.own and not one.places:
            one.places = [("at", _unnamed(sk, one.trigger.own))]
        if not one.places or (one.trigger.strikes and {role for role, _ in one.places} == {"from"}):
            aimed = bool(one.places)  # it is told where it comes from: only words that refer back say where it hits
            meant = whereabouts.of(one.trigger, one.clause, unreal=one.certainty in FUTURE, referred=aimed)
            one.places += [(default_role(one.trigger, place), place) for place in meant]
            one.from_context = bool(meant)
    told = merged(told)
    date(sk, told, starts)
    told = [part for one in told for part in by_date(sk, one)]
    for at, count in counts(sk):
        one = _counted(told, at, starts)
        if one:
            one.counts.append(count)
    new = [one for one in told if not _told_again(sk, one)]
    return [_drafted(sk, one, starts, calendar, context) for one in new if one.places or one.trigger.type in PLACELESS]


def _told_again(sk: Skeleton, one: Event) -> bool:
    """Whether a noun only refers back to what was told before ("the attack did no damage")."""
    again = one.trigger.noun and one.from_context and not one.dates and not one.counts
    return again and rule("events.again").search(sk.text[: one.trigger.start]) is not None


def _confidence(one: Event, sure: str) -> float:
    """How likely a draft is right, by what is uncertain of it."""
    doubts: dict[str, float] = english()["confidence"]
    found = {
        "context": one.from_context, "unknown": not any(place.place for _, place in one.places),
        "noun": one.trigger.noun, "unreal": sure in FUTURE, "other": one.trigger.type == "other",
        "nowhere": not one.places,
    }  # fmt: skip
    return doubts["best"] - sum(doubts[name] for name, there in found.items() if there)


def _counted(told: list[Event], at: int, starts: list[int]) -> Event | None:
    """The event that a number is told of: in its clause, else the last before it, else the first."""
    real = [one for one in told if one.certainty not in FUTURE]
    here = [one for one in real if clause_of(starts, at) == one.clause]
    before = [one for one in real if one.trigger.start < at]
    return next(iter(here[-1:] or before[-1:] or real[:1]), None)


def _unnamed(sk: Skeleton, span: tuple[int, int]) -> Mention:
    """A place in the words of the text: nothing else that it names is meant."""
    words = sk.text[span[0] : span[1]]
    return Mention(sk.start, sk.start, words, None, words, "place")


def _where(sk: Skeleton, lies: Sequence[Drafted]) -> list[Group]:
    """Find the groups of places at which something may have happened; those that are measured from are marked."""
    taken, near, far = grounds(lies), beside(lies), spots(lies)
    where = [group for group in groups(sk) if not is_source(sk, group)]
    for group in where:
        group.places = [place for place in group.places if id(place) not in taken] or group.places
        measured = rule("relations.ground_before").search(sk.text[max(0, group.start - GROUND) : group.start])
        seen_from = measured and len(group.places) == 1 and id(group.places[0]) not in near
        beside_it = rule("relations.apposed_near").search(sk.text[: group.start])  # "Alpha, near Beta, was taken"
        group.used = id(group.places[0]) in taken or bool(seen_from or (beside_it and "," in beside_it[0]))
        if any(id(place) in near for place in group.places):
            group.preposition = "near"
        if id(group.places[0]) in far:
            group.places, group.preposition = [far[id(group.places[0])]], "at"
    return where


def _sure(sk: Skeleton, trigger: Trigger, starts: list[int]) -> Event | None:
    number = clause_of(starts, trigger.start)
    end = starts[number + 1] if number + 1 < len(starts) else len(sk.text)
    sure = certainty(sk, trigger, (starts[number], end))
    return Event(trigger, sure, number) if sure else None


def _assign(sk: Skeleton, told: list[Event], where: list[Group], starts: list[int]) -> None:
    """Give each group of places to the event it stands with; regions only where nothing finer is said."""
    regions: list[tuple[Event, Group]] = []
    loose: list[Group] = []  # in a clause that tells of nothing itself
    last: tuple[Group, str] | None = None
    for group in where:
        trigger = governor(group, [one.trigger for one in told], starts)
        elsewhere = trigger and trigger.own and rule("events.another").search(sk.text[trigger.end : group.start])
        if group.used or elsewhere:  # it has a place of its own, and this one is told of something else
            continue
        if trigger is None:
            loose.append(group)
            continue
        one = next(one for one in told if one.trigger is trigger)
        role = role_of(sk, trigger, group, last)
        last = (group, role) if role != NOWHERE else last
        of_them = group.people and trigger.type not in OF_PEOPLE and _others(group, where, starts)
        if role == NOWHERE or of_them:
            continue
        if group.sort == "R":
            regions.append((one, group))
        else:
            one.places += [(role, place) for place in group.places]
    for one, group in regions:
        inside = [place for place in group.places if place.kind == "region"]  # a country says nothing of where
        if inside and not one.places and not re.search(back_reference(), sk.text, re.IGNORECASE):
            role = role_of(sk, one.trigger, group, None) or "at"
            one.places += [(role, place) for place in inside]
    for group in loose:
        number = clause_of(starts, group.start)
        if rule("events.reason").match(sk.text[starts[number] :]):
            continue
        before = next((one for one in reversed(told) if one.clause == number - 1), None)
        if before and not before.places and group.sort != "R":
            role = role_of(sk, before.trigger, group, None)
            before.places += [(role, place) for place in group.places if role != NOWHERE]


def _others(group: Group, where: list[Group], starts: list[int]) -> bool:
    """Whether other places stand in the clause of a group."""
    number = clause_of(starts, group.start)
    return any(clause_of(starts, other.start) == number for other in where if other is not group and not other.people)


def _drafted(sk: Skeleton, one: Event, starts: list[int], calendar: Calendar, context: Context) -> Drafted:
    when = one.dates[0] if one.dates else None
    sure = "planned" if one.certainty == "asserted" and when and lies_ahead(when.text) else one.certainty
    actors, against = parties(sk, one, starts, context.acting)
    return Drafted(
        "event", sk.start, sk.end, one.places, one.trigger.type,
        date=when.edtf(calendar, future=sure in FUTURE) if when else None,
        date_text=when.text if when else None, certainty=sure,
        actors=actors, against=against, counts=tuple(one.counts), confidence=_confidence(one, sure),
    )  # fmt: skip
