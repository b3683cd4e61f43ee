"""What happened, where and when: one draft for each event of a sentence, in English."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mapping.mentions import Mention
from mapping.reading.core.drafted import Drafted
from mapping.reading.core.skeleton import PLACE, signs
from mapping.reading.english.anaphora import back_reference
from mapping.reading.english.events.certainty import certainty, lies_ahead
from mapping.reading.english.events.clauses import clause_of, clause_starts, governor, groups, is_source, speech_before
from mapping.reading.english.events.roles import default_role, role_of
from mapping.reading.english.events.triggers import Trigger, casualties, triggers
from mapping.reading.english.events.whereabouts import Whereabouts
from mapping.reading.english.grammar import rule
from mapping.reading.english.relations import beside, grounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.reading.core.context import Context
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.core.when import Calendar, When
    from mapping.reading.english.events.clauses import Group

HEADING_WORDS = 4  # a line of so few words without a full stop tells nothing
PLACELESS = frozenset({"talks"})  # told even where nobody says where
OF_PEOPLE = frozenset({"displacement", "arrest"})  # happens to people where they are from
FUTURE = frozenset({"planned", "demanded", "hypothetical"})


@dataclass
class Event:
    """A trigger with what belongs to it."""

    trigger: Trigger
    certainty: str
    clause: int
    places: list[tuple[str, Mention]] = field(default_factory=list)
    dates: list[When] = field(default_factory=list)
    merged: list[Trigger] = field(default_factory=list)


def events(sk: Skeleton, context: Context, calendar: Calendar, lies: Sequence[Drafted], strikes: bool) -> list[Drafted]:
    """Read the events of a sentence.

    Nothing happened at the places that the distances and headings of the sentence (`lies`) are taken from, but near
    those from which the distance of a place without a name is told; `strikes` says that the text tells of air strikes.
    """
    if not re.search(r"[.!?”\"]", sk.text) and len(sk.text.split()) <= HEADING_WORDS:
        return []
    found = triggers(sk, strikes=strikes) or casualties(sk, strikes=strikes)
    if not found:
        return []
    if _is_heading(sk) and all(trigger.noun for trigger in found):
        return []
    found = _without_passing(sk, found)
    found = sorted([*found, *_gaps(sk, found)], key=lambda trigger: trigger.start)
    starts = clause_starts(sk, found)
    found = _without_purposes(sk, found, starts)
    told = [one for trigger in found if (one := _sure(sk, trigger, starts))]
    where = _where(sk, lies)
    _assign(sk, told, where, starts)
    told = _merged(told)
    whereabouts = Whereabouts(sk, where, starts, context)
    for one in told:
        if one.trigger.own and not one.places:
            one.places = [("at", _unnamed(sk, one.trigger.own))]
        if not one.places or (one.trigger.strikes and {role for role, _ in one.places} == {"from"}):
            meant = whereabouts.of(one.trigger, one.clause, unreal=one.certainty in FUTURE)
            one.places += [(default_role(one.trigger, place), place) for place in meant]
    told = _merged(told)
    _date(sk, told, starts)
    told = [part for one in told for part in _by_date(sk, one)]
    return [_drafted(sk, one, calendar) for one in told if one.places or one.trigger.type in PLACELESS]


def _unnamed(sk: Skeleton, span: tuple[int, int]) -> Mention:
    """A place in the words of the text: nothing else that it names is meant."""
    words = sk.text[span[0] : span[1]]
    return Mention(sk.start, sk.start, words, None, words, "place")


def _by_date(sk: Skeleton, one: Event) -> list[Event]:
    """Take an event apart where each of its places has a date of its own: "in Alpha (May 3) and Beta (May 9)"."""
    sign_of = {id(meaning): sign for sign, meaning in sk.meaning.items()}
    own: list[tuple[tuple[str, Mention], When]] = []
    for role, place in one.places:
        found = rule("events.own_date").match(sk.text, sk.text.find(sign_of.get(id(place), "\0")) + 1)
        if found:
            own.append(((role, place), sk.meaning[found["d"]]))
    if len({id(when) for _, when in own}) < 2:
        return [one]
    role = own[0][0][0]
    same = all(place[0] in (role, "at") for place, _ in own)
    return [
        replace(one, places=[(role if same else place[0], place[1])], dates=[when], merged=[]) for place, when in own
    ]


def _is_heading(sk: Skeleton) -> bool:
    """Whether a line without a full stop has most of its few words capitalised ("The Battle for Alpha: Economics")."""
    words = re.findall(r"[A-Za-z][\w’'-]*", sk.text)
    capital = sum(word[0].isupper() for word in words)
    return not re.search(r"[.!?”\"]\s*$", sk.text) and len(words) <= 12 and capital * 2 > len(words)


def _where(sk: Skeleton, lies: Sequence[Drafted]) -> list[Group]:
    """Find the groups of places at which something may have happened; those that are measured from are marked."""
    taken, near = grounds(lies), beside(lies)
    where = [group for group in groups(sk) if not is_source(sk, group)]
    for group in where:
        group.places = [place for place in group.places if id(place) not in taken] or group.places
        group.used = id(group.places[0]) in taken
        if any(id(place) in near for place in group.places):
            group.preposition = "near"
    return where


def _gaps(sk: Skeleton, found: list[Trigger]) -> list[Trigger]:
    """Read "Alpha was bombed in May, and in June, Beta", "took Alpha in May and Beta in June": one verb for all."""
    gaps = [match for match in rule("events.gap").finditer(sk.text) if match["p"] or _dated_before(sk, match.start())]
    spans = [(match.start(), match.start("p" if match["p"] else "q")) for match in gaps]
    for chain in rule("events.chain").finditer(sk.text):
        joints = rule("events.joint").finditer(chain[0])
        spans += [(chain.start() + joint.start(), chain.start() + joint.end()) for joint in joints]
    made = []
    for start, end in spans:
        earlier = [trigger for trigger in found if trigger.end <= start]
        if earlier:
            made.append(Trigger(start, end, earlier[-1].type, earlier[-1].noun, gap=True))
    return made


def _dated_before(sk: Skeleton, at: int) -> bool:
    """Whether a date stands in the part of the sentence before an offset: what follows has its own."""
    return re.search(signs("D"), sk.text[:at]) is not None


def _without_passing(sk: Skeleton, found: list[Trigger]) -> list[Trigger]:
    """Leave out nouns told in passing ("retaken after a month of fighting"), where they have no place of their own."""

    def passing(trigger: Trigger) -> bool:
        before = rule("events.passing").search(sk.text[max(0, trigger.start - 60) : trigger.start])
        others = [other for other in found if other is not trigger and (not other.noun or other.start < trigger.start)]
        if not (before and others and trigger.noun):
            return False
        if trigger.strikes and rule("events.cause").fullmatch(before["p"]):
            return False  # "fled because of artillery fire": it was fired
        behind = sk.text[trigger.end :]
        return not (rule("events.attached").match(behind) or rule("events.goes_on").match(behind))

    return [trigger for trigger in found if not passing(trigger)]


def _without_purposes(sk: Skeleton, found: list[Trigger], starts: list[int]) -> list[Trigger]:
    """Leave out "to retake" behind "launched an offensive": it is what the offensive is for."""
    kept: list[Trigger] = []
    for trigger in found:
        purpose = rule("events.purpose").search(sk.text[max(0, trigger.start - 20) : trigger.start])
        earlier = [other for other in kept if clause_of(starts, other.start) == clause_of(starts, trigger.start)]
        moves = earlier and earlier[-1].type in ("advance", "battle", "other")
        if not (purpose and moves and trigger.type in ("capture", "advance", "withdrawal")):
            kept.append(trigger)
    return kept


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
        if group.used:
            continue
        if trigger is None:
            loose.append(group)
            continue
        one = next(one for one in told if one.trigger is trigger)
        role = role_of(sk, trigger, group, last)
        last = group, role
        if group.people and trigger.type not in OF_PEOPLE and _others(group, where, starts):
            continue
        if group.sort == "R":
            regions.append((one, group))
        else:
            one.places += [(role, place) for place in group.places]
    for one, group in regions:
        inside = [place for place in group.places if place.kind == "region"]  # a country says nothing of where
        if inside and not one.places and not re.search(back_reference(), sk.text, re.IGNORECASE):
            role = role_of(sk, one.trigger, group, None)
            one.places += [(role, place) for place in inside]
    for group in loose:
        number = clause_of(starts, group.start)
        if rule("events.reason").match(sk.text[starts[number] :]):
            continue
        before = next((one for one in reversed(told) if one.clause == number - 1), None)
        if before and not before.places and group.sort != "R":
            before.places += [(role_of(sk, before.trigger, group, None), place) for place in group.places]


def _others(group: Group, where: list[Group], starts: list[int]) -> bool:
    """Whether other places stand in the clause of a group."""
    number = clause_of(starts, group.start)
    return any(clause_of(starts, other.start) == number for other in where if other is not group and not other.people)


def _merged(told: list[Event]) -> list[Event]:
    """Make one of two events of one type, unless they have places of their own."""
    kept: list[Event] = []
    for one in told:
        alike = (other for other in kept if other.trigger.type == one.trigger.type)
        twin = next((other for other in alike if _same(other, one) and not _unlike(other, one)), None)
        if twin is None:
            kept.append(one)
            continue
        known = {id(place) for _, place in twin.places}
        twin.places += [(role, place) for role, place in one.places if id(place) not in known]
        twin.merged.append(one.trigger)
        if one.certainty != "asserted" and twin.certainty == "asserted" and one.places:
            twin.certainty = one.certainty
    return kept


def _unlike(one: Event, other: Event) -> bool:
    """Whether one is told as done and the other as to come, somewhere."""
    return bool(other.places) and (one.certainty in FUTURE) != (other.certainty in FUTURE)


def _same(one: Event, other: Event) -> bool:
    ours, theirs = ({place.place or place.name for _, place in event.places} for event in (one, other))
    together = one.clause == other.clause and one.certainty == other.certainty
    return not ours or not theirs or bool(ours & theirs) or together


def _date(sk: Skeleton, told: list[Event], starts: list[int]) -> None:
    """Give each date of the sentence to the event it stands with; a date of saying is nobody's."""
    for match in re.finditer(signs("D"), sk.text):
        at = match.start()
        when: When = sk.meaning[match[0]]
        if speech_before(sk, at, [one.trigger for one in told]):
            continue
        if at < 3 and re.match(rf", {PLACE}", sk.text[at + 1 :]):  # a dateline dates what goes on
            targets = [one for one in told if _goes_on(sk, one.trigger)]
        else:
            targets = _dated(told, at, starts)
        for one in targets:
            one.dates.append(when)


def _goes_on(sk: Skeleton, trigger: Trigger) -> bool:
    """Whether an event is told as going on ("are massing")."""
    before = rule("events.going_on").search(sk.text[: trigger.start])
    return bool(before or rule("events.going_on_inside").search(sk.text[trigger.start : trigger.end]))


def _dated(told: list[Event], at: int, starts: list[int]) -> list[Event]:
    """Find the event that a date at an offset belongs to."""
    number = clause_of(starts, at)
    spans = [(trigger.start, one) for one in told for trigger in (one.trigger, *one.merged)]
    here = [(start, one) for start, one in spans if clause_of(starts, start) == number]
    before, after = [one for start, one in here if start <= at], [one for start, one in here if start > at]
    if before or after:
        return before[-1:] or after[:1]
    earlier = [one for start, one in spans if start < at and not one.dates]
    later = [one for start, one in spans if start > at]
    return (later[:1] or earlier[-1:]) if number == 0 else (earlier[-1:] or later[:1])


def _drafted(sk: Skeleton, one: Event, calendar: Calendar) -> Drafted:
    when = one.dates[0] if one.dates else None
    sure = "planned" if one.certainty == "asserted" and when and lies_ahead(when.text) else one.certainty
    actors, against = _actors(sk, one)
    return Drafted(
        "event", sk.start, sk.end, one.places, one.trigger.type,
        date=when.edtf(calendar, future=sure in FUTURE) if when else None,
        date_text=when.text if when else None, certainty=sure, actors=actors, against=against,
    )  # fmt: skip


def _actors(sk: Skeleton, one: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Parties that act, and parties that suffer it, by word order and by "by", "from", "against"."""
    acting: list[str] = []
    suffering: list[str] = []
    for match in re.finditer(signs("A"), sk.text):
        before = sk.text[max(0, match.start() - 12) : match.start()]
        if match.start() > one.trigger.start and rule("events.against").search(before):
            suffering += sk.meaning[match[0]]
        elif match.start() < one.trigger.start or rule("events.by").search(before):
            acting += sk.meaning[match[0]]
    acting = list(dict.fromkeys(acting))[-2:]
    return tuple(acting), tuple(name for name in dict.fromkeys(suffering) if name not in acting)[:2]
