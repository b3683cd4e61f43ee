"""Which reports of different sources may tell one event: ranked pairs, each with what speaks for and against it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.near import NEAR_KM
from mapping.domain.statements import Report
from mapping.domain.vocabulary import AREAS, EVENT_TYPES, HAPPENED, kin_types
from mapping.placing import resolve
from mapping.placing.world import SAME_KM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.domain.dates import Span
    from mapping.placing import World
    from mapping.project import Project

WORTH_TELLING = 0.65  # above, most pairs of a record that was read by hand were one event (tests.benchmarks.same)
MOST = 2  # pairs a draft: more are not read
FINE_DAYS, WEEK, MONTH_DAYS, YEAR_DAYS = 3, 7, 31, 366
FAIR = 0.6  # a part below speaks against
WITHIN_WEEK = 0.7  # dates that can be one day, or are a slip apart
LASTS = 0.4  # one of them may be any day of many
SELDOM = 0.3  # dates that say next to nothing
FORETOLD = 0.9  # a plan, and what came of it within a week
TURN_UNDATED = 0.8  # a place that changes hands is seldom taken twice by one party, whatever the date says
WIDE = AREAS - {"township"}
WEIGHTS = {"date": 0.6, "parties": 0.25, "counts": 0.15}  # a day tells events apart best, a number of dead least
HALF = 0.5  # of the places that one names: who names many sums up
PLAN = 0.8  # told as a plan by one, and as done by the other
SHARED_NAMES = 2  # names or numbers in the words of both, where neither names a place
BY_WORDS = 0.85  # as sure as that is, where no place is named
_NAME = re.compile(r"\b(?:[A-Z][\w’]+|\d{2,})\b")
KIN_TYPE = 0.7  # told as a type for which it is easily told: a raid with drones as an airstrike


@dataclass(frozen=True)
class Pair:
    """Two reports that may tell one event: a score from 0 to 1, and in words what speaks for it and against it."""

    one: Report
    other: Report
    score: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def told(self) -> bool:
        """Whether the score is worth a line."""
        return self.score >= WORTH_TELLING


@dataclass(frozen=True)
class _Part:
    """What one feature says: from 0 (they cannot be one) to 1, and why; `against` where it speaks against."""

    value: float
    why: str = ""
    against: bool = False


def may_be_one(reports: Iterable[Report], world: World) -> list[Pair]:
    """Return pairs of reports that share no event id and may tell one event, the likeliest first.

    They come from different sources, neither sums the other up, and type, place and date allow it. In whichever order
    the reports come, the pairs are the same.
    """
    told = sorted(reports, key=lambda report: report.uid)
    pairs = (pair for one, other in combinations(told, 2) if (pair := compare(one, other, world)))
    return sorted(pairs, key=lambda pair: (-pair.score, pair.one.uid, pair.other.uid))


def likeliest(project: Project) -> list[Pair]:
    """Return the pairs of a project that are worth telling."""
    world = resolve(project.gazetteer, project.statements)
    reports = (statement for statement in project.statements if isinstance(statement, Report))
    return [pair for pair in may_be_one(reports, world) if pair.told]


def compare(one: Report, other: Report, world: World) -> Pair | None:
    """Hold two reports against each other; None where they cannot tell one event, or are told as one already."""
    if one.source == other.source or (one.event and one.event == other.event) or _sums_up(one, other):
        return None
    parts = {"told": _told(one, other), "type": _type(one, other), "place": _place(one, other, world)}
    if not all(part.value for part in parts.values()):
        return None
    parts |= {"date": _date(one, other), "parties": _parties(one, other, world), "counts": _counts(one, other)}
    if not (parts["date"].value and parts["parties"].value):
        return None
    weighed = sum(weight * parts[name].value for name, weight in WEIGHTS.items())
    score = round(parts["told"].value * parts["type"].value * parts["place"].value * weighed, 3)
    told = [part for part in parts.values() if part.why]
    reasons = tuple(part.why for part in told if not part.against)
    return Pair(one, other, score, reasons, tuple(part.why for part in told if part.against))


def best_of(report: Report, others: Iterable[Report], world: World) -> list[Pair]:
    """Return the pairs of one report with others that are worth telling: MOST at most, each event once."""
    pairs = (pair for other in others if (pair := compare(report, other, world)) and pair.told)
    found: dict[str, Pair] = {}
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.other.uid)):
        found.setdefault(pair.other.event or pair.other.uid, pair)
    return list(found.values())[:MOST]


def _sums_up(one: Report, other: Report) -> bool:
    return bool((one.event and one.event in other.covers) or (other.event and other.event in one.covers))


def _told(one: Report, other: Report) -> _Part:
    if one.certainty == other.certainty or {one.certainty, other.certainty} <= HAPPENED:
        return _Part(1)
    return _Part(PLAN, f"one is {one.certainty}, the other {other.certainty}", against=True)


def _turns(one: Report, other: Report) -> bool:
    """Whether both tell that a place changed hands: the same party seldom takes one place twice."""
    return bool(EVENT_TYPES[one.type].holder and EVENT_TYPES[other.type].holder)


def _type(one: Report, other: Report) -> _Part:
    if one.type == other.type:
        return _Part(1, one.type)
    if other.type in kin_types(one.type):
        return _Part(KIN_TYPE, f"{one.type} or {other.type}", against=True)
    return _Part(0)


def _sites(report: Report) -> Iterator[tuple[str, str]]:
    roles = {"at", "near", "on", "to", "toward", *(["from"] if EVENT_TYPES[report.type].at_start else [])}
    named = ((role, ref if isinstance(ref, str) else ref.of) for role, ref in report.places() if role in roles)
    return ((role, ref) for role, ref in named if ref)


def _place(one: Report, other: Report, world: World) -> _Part:
    """Same place, one place in the other or near it; where neither names one, they may be anywhere."""
    ours, theirs = list(_sites(one)), list(_sites(other))
    most = max(1, *(len({ref for _, ref in sites if world.locate(ref)}) for sites in (ours, theirs)))
    shared = [ref for _, ref in ours if ref in {ref for _, ref in theirs}]
    if shared:
        share = min(len(set(shared)) / most, 1)
        return _Part(share, f"at {world.name(shared[0])}", against=share < HALF)
    near = [
        (km, a, b) for role_a, a in ours for role_b, b in theirs
        if world.locate(a) and world.locate(b)
        and (km := world.apart(a, b)[0]) <= _reach(role_a, a, world) + _reach(role_b, b, world)
        and (_inside(a, b, world) or not (_turns(one, other) or world.is_area(a) or world.is_area(b)))
    ]  # fmt: skip
    if near and min(near)[0] < SAME_KM:
        matched = min(len({side[at] for side in near if side[0] < SAME_KM}) for at in (1, 2))
        _, a, b = min(near)
        return _Part(0.95 * matched / most, f"{world.name(a)} and {world.name(b)}, an area and its seat")
    if not (_somewhere(one, world) or _somewhere(other, world)):
        return _nowhere(one, other, world)
    if near:
        km, a, b = min(near)
        names = f"{world.name(a)} and {world.name(b)}"
        return _Part(0.8 / most, f"{names} lie {km:.1f} km apart, within what is known of them")
    return _Part(0)


def _somewhere(report: Report, world: World) -> bool:
    """Whether a report names some place of the ground smaller than a region: else it happened anywhere."""
    kinds = [world.gazetteer.places[ref].kind for _, ref in _sites(report) if ref in world.gazetteer.places]
    return any(kind not in WIDE for kind in kinds) or len(kinds) < len(list(_sites(report)))


def _nowhere(one: Report, other: Report, world: World) -> _Part:
    """Compare what names no place, or a region: by the names and numbers in the words, or both parties and the date."""
    ours, theirs = (set(_NAME.findall(f"{report.title} {report.quote}")) for report in (one, other))
    shared = sorted(ours & theirs)
    if len(shared) >= SHARED_NAMES:
        return _Part(BY_WORDS, f"both speak of {', '.join(shared[:3])}")
    places = [ref for report in (one, other) for _, ref in report.places() if not isinstance(ref, str)]
    sides = not places and one.against and other.against and world.kin.agree(one.against, other.against)
    spans = [dates.parse(report.date) for report in (one, other) if report.date]
    fine = len(spans) == 2 and min(span.days for span in spans) <= WEEK and spans[0].agrees_with(spans[1])
    if sides and fine and world.kin.agree(one.actors, other.actors):
        return _Part(BY_WORDS, "by the same party against the same")
    return _Part(0)


def _inside(one: str, other: str, world: World) -> bool:
    """Whether one of two places is the township or region of the other, or its seat."""
    places = (world.gazetteer.places.get(ref) for ref in (one, other))
    wholes = [{place.township, place.region, place.seat} if place else set() for place in places]
    return other in wholes[0] or one in wholes[1]


def _reach(role: str, ref: str, world: World) -> float:
    return world.radius_km(ref) + (NEAR_KM if role == "near" else 0)


def _date(one: Report, other: Report) -> _Part:
    here, there = (dates.parse(report.date) if report.date else None for report in (one, other))
    turns = _turns(one, other)
    if here is None or there is None or not (here.stands and there.stands):
        return _Part(TURN_UNDATED if turns else SELDOM, "a date is not told", against=True)
    told = f"{one.date} and {other.date}"
    foretold = (one.certainty in HAPPENED) != (other.certainty in HAPPENED)
    if here.agrees_with(there):
        value, words = _agreeing(*sorted((here, there), key=lambda span: span.days), turns=turns)
    else:
        value, words = _apart(here, there, turns=turns, foretold=foretold)
    if foretold and value == WITHIN_WEEK:
        value = FORETOLD
    return _Part(value, f"{told} {words}", against=value < FAIR)


def _agreeing(finer: Span, coarser: Span, *, turns: bool) -> tuple[float, str]:
    """How much two dates say that can be one day."""
    if coarser.days <= FINE_DAYS:
        return 1, "agree"
    if turns:  # of what seldom happens twice, any date that can be right is
        return TURN_UNDATED, "can agree"
    lasting = all(not span.start or "/" in span.edtf for span in (finer, coarser))
    if lasting and finer.end and coarser.end:  # both go on when their reports are written
        near = abs((finer.end - coarser.end).days) <= MONTH_DAYS
        return (WITHIN_WEEK if near else SELDOM), "go on at about the same time"
    if finer.days <= FINE_DAYS < coarser.days and coarser.start and "/" in coarser.edtf:
        return LASTS, "agree, but one goes on"
    if not coarser.start and coarser.end and finer.start and (coarser.end - finer.start).days <= WEEK:
        return WITHIN_WEEK, "can agree within a week"
    return (0.8 if coarser.days <= MONTH_DAYS else LASTS if coarser.days <= YEAR_DAYS else SELDOM), "can agree"


def _apart(one: Span, other: Span, *, turns: bool, foretold: bool) -> tuple[float, str]:
    """How likely one of two dates that clash is a slip, a report's day, a plan that was late, or a guess."""
    if any("?" in span.edtf for span in (one, other)):
        return 0.6, "differ, and one is in doubt"
    gaps = [(b.start - a.end).days for a, b in ((one, other), (other, one)) if a.end and b.start and b.start > a.end]
    gap = min(gaps, default=YEAR_DAYS * 2)
    if foretold and gap <= WEEK:
        return FORETOLD, f"lie {gap} days apart, and one was foretold"
    slip = turns and not foretold  # whoever tells of a change of hands may have its day wrong
    if gap <= (MONTH_DAYS if slip else FINE_DAYS):
        return (WITHIN_WEEK if slip else LASTS), f"lie {gap} days apart"
    if slip and _a_year_off(one, other):
        return WITHIN_WEEK, "are the same days of two years"
    return 0, ""


def _a_year_off(one: Span, other: Span) -> bool:
    """Whether two dates agree, within a week, once the later one is put back by a year."""
    if not (one.start and one.end and other.start and other.end):
        return False
    (_, early_end), (late_start, late_end) = sorted([(one.start, one.end), (other.start, other.end)])
    early_start = min(one.start, other.start)
    back, slack = timedelta(365), timedelta(WEEK)
    return late_start - back <= early_end + slack and early_start - slack <= late_end - back


def _parties(one: Report, other: Report, world: World) -> _Part:
    agree, turns = world.kin.agree, _turns(one, other)
    swapped = agree(one.actors, other.against) or agree(one.against, other.actors)
    if turns and (swapped or (one.actors and other.actors and not agree(one.actors, other.actors))):
        return _Part(0)
    if not (one.actors and other.actors):
        return _Part(0.7)
    if agree(one.actors, other.actors):
        return _Part(1, "by the same party")
    if swapped:
        return _Part(0.6, "the parties are told the other way round", against=True)
    return _Part(0.2, "by different parties", against=True)


def _counts(one: Report, other: Report) -> _Part:
    ours, theirs = {count.n for count in one.counts}, {count.n for count in other.counts}
    if not (ours and theirs):
        return _Part(0.7)
    if ours & theirs:
        return _Part(1, f"both count {max(ours & theirs)}")
    return _Part(0.5, f"{max(ours)} or {max(theirs)} counted", against=True)
