"""Statements of several sources -> events, with every version kept and contradictions named."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.geodesy import distance_km
from mapping.domain.near import NEAR_KM
from mapping.domain.statements import Report
from mapping.domain.vocabulary import CERTAINTIES, EVENT_TYPES, FIRM, HAPPENED, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.domain.statements import Statement
    from mapping.placing import World
    from mapping.seeds.sources import Source


@dataclass(frozen=True)
class Version:
    """One report's version of an event; `impossible` says why it cannot be right."""

    report: Report
    impossible: str | None


@dataclass(frozen=True)
class Event:
    """An event as all its sources tell it; `preferred` is the version its own date comes from.

    `date` (EDTF) is that by which a report tells it where no version has a day; `date_basis` is "published" then.
    """

    id: str
    title: str
    type: str
    certainty: str
    status: str
    date: str | None
    date_basis: str | None
    preferred: Report
    versions: tuple[Version, ...]
    contradictions: tuple[str, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        """Every report of it, by uid."""
        return tuple(version.report for version in self.versions)

    @property
    def weighing(self) -> tuple[Report, ...]:
        """The reports that say what it is: those that somebody reviewed, and drafts only where there are no others."""
        return weighing(self.reports)

    def as_told_by(self, reports: Sequence[Report]) -> tuple[str, str]:
        """(certainty, status) of a part of it by those who tell that part; what is disputed is so in all its parts."""
        certainty, status = _word(reports)
        return ("disputed" if self.certainty == "disputed" and certainty in HAPPENED else certainty), status


def merge_events(statements: Iterable[Statement], sources: Sequence[Source], world: World) -> list[Event]:
    """Group event statements by event id and compare their versions.

    Statements without an event id are events of their own. Two versions contradict each other when no day
    satisfies both dates, when their places lie outside each other's radius, when they give differing exact
    counts of the same thing, or when one denies what the other asserts. In whichever order they come, the
    events are the same.
    """
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in sorted((s for s in statements if isinstance(s, Report)), key=lambda report: report.uid):
        groups[report.event or report.uid].append(report)
    by_id = {source.id: source for source in sources}
    return [_merge(id_, group, by_id, world) for id_, group in groups.items()]


def weighing(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reviewed reports; all where none is."""
    return tuple(report for report in reports if STATUSES[report.status].weighs) or tuple(reports)


def _word(reports: Sequence[Report]) -> tuple[str, str]:
    """(certainty, status) of what these reports tell: a draft changes nothing of what is reviewed."""
    heard = weighing(reports)
    return _certainty(heard), heard[0].status


def _merge(id_: str, group: list[Report], sources: Mapping[str, Source], world: World) -> Event:
    heard = weighing(group)
    versions = tuple(Version(event, _impossible(event, heard, sources)) for event in group)
    certainty, status = _word(group)
    preferred = _preferred([version for version in versions if version.report in heard], sources)
    day, basis = _dated(preferred, heard, sources)
    titled = next((event for event in (preferred, *heard) if event.title), None)
    return Event(
        id=id_,
        title=(titled.title if titled else None) or _plain_title(preferred, world),
        type=preferred.type,
        certainty=certainty,
        status=status,
        date=day,
        date_basis=basis,
        preferred=preferred,
        versions=versions,
        contradictions=tuple(dict.fromkeys(_contradictions(versions, sources, world))),
    )


def _dated(preferred: Report, heard: Sequence[Report], sources: Mapping[str, Source]) -> tuple[str | None, str | None]:
    """Return (date, basis): those of the preferred version, or of the report that told it first."""
    if preferred.date and dates.parse(preferred.date).stands:
        return preferred.date, preferred.date_basis
    known = [dates.by_report(report.date, sources[report.source].published) for report in heard]
    told = min(filter(None, known), key=_when, default=None)
    return told, "published" if told else None


def _when(edtf: str) -> tuple[date, str]:
    span = dates.parse(edtf)
    return span.end or span.start or date.max, edtf


def _plain_title(event: Report, world: World) -> str:
    """Write "Battle: Alpha, Beta" for an event that nobody has titled."""
    names = [world.name(ref) for _, ref in event.places()]
    return f"{event.type.replace('-', ' ').capitalize()}: {', '.join(names)}" if names else event.type.capitalize()


def _certainty(group: Sequence[Report]) -> str:
    """The strongest certainty that a report gives; disputed where one report denies what another tells."""
    best = min((event.certainty for event in group), key=list(CERTAINTIES).index)
    denied = any(event.certainty == "disputed" or event.denied_by for event in group)
    return "disputed" if denied and best in HAPPENED else best


def _known_by(group: Sequence[Report], sources: Mapping[str, Source]) -> tuple[date, str] | None:
    """First day by which a report asserted that the event had happened, and which report that is."""
    days: list[tuple[date, str]] = []
    for event in group:
        if event.certainty not in FIRM:  # a party may claim today what comes true in two weeks
            continue
        publisher = sources[event.source].told_by
        if event.cited and (last := dates.parse(event.cited).end):
            days.append((last, f"a report cited by {publisher}"))
        if last := _published_by(sources[event.source]):
            days.append((last, publisher))
    return min(days, default=None)


def _published_by(source: Source) -> date | None:
    """Day by which a source was surely published."""
    return dates.parse(source.published).end if source.published else None


def _impossible(event: Report, group: Sequence[Report], sources: Mapping[str, Source]) -> str | None:
    """Why a version's date cannot be right: a report of the event is older than it."""
    first = dates.parse(event.date).start if event.date and event.certainty in HAPPENED else None
    known = _known_by(group, sources)
    if first and known and first > known[0]:
        return f"{first.isoformat()} is after {known[0].isoformat()}, when {known[1]} already told of it"
    return None


def _preferred(versions: Sequence[Version], sources: Mapping[str, Source]) -> Report:
    """Return the version to date the event by: possible, no claim against a firm day, most sources, finest, earliest.

    A source speaks for a date that lies within its own, unless what it says cannot be: a month speaks for each of its
    days, and a day for no month, so that two days on which sources differ do not make the month the best.
    """

    def rank(version: Version) -> tuple[object, ...]:
        event = version.report
        span = dates.parse(event.date) if event.date else None
        agreeing = {
            other.report.source
            for other in versions
            if span and other.report.date and not other.impossible
            and (said := dates.parse(other.report.date)).agrees_with(span) and said.days >= span.days
        }  # fmt: skip
        return (
            version.impossible is not None,
            event.certainty not in HAPPENED,
            event.certainty not in FIRM and any(_clashes(event, other) for other in versions),
            bool(event.date and "?" in event.date),  # EDTF's mark for a date that its own source leaves in doubt
            -len(agreeing),
            span.days if span else float("inf"),
            list(CERTAINTIES).index(event.certainty),
            _published_by(sources[event.source]) or date.max,
            event.type,
            event.title or "",
            event.actors,
            event.uid,
        )

    return min(versions, key=rank).report


def _clashes(claim: Report, other: Version) -> bool:
    """Whether a firm report, which can be right, gives another day than a claim."""
    report = other.report
    if other.impossible or report.certainty not in FIRM or not (claim.date and report.date):
        return False
    return not dates.parse(report.date).agrees_with(dates.parse(claim.date))


def _contradictions(versions: tuple[Version, ...], sources: Mapping[str, Source], world: World) -> Iterable[str]:
    """What the versions disagree on, a sentence each."""
    for version in versions:
        event = version.report
        if event.denied_by:
            yield f"told by {event.said_by or _told_by(event, sources)}, denied by {event.denied_by}"
    for one, other in combinations(versions, 2):
        yield from _disagreement(one, other, sources, world)


def _told_by(event: Report, sources: Mapping[str, Source]) -> str:
    return sources[event.source].told_by


def _disagreement(a: Version, b: Version, sources: Mapping[str, Source], world: World) -> Iterable[str]:
    """What two reports of one event disagree on."""
    one, other = a.report, b.report
    who = _told_by(one, sources), _told_by(other, sources)
    if {one.certainty, other.certainty} <= HAPPENED:
        if one.date and other.date and not dates.parse(one.date).agrees_with(dates.parse(other.date)):
            reasons = "".join(f"; impossible: {version.impossible}" for version in (a, b) if version.impossible)
            yield f"date: {one.date} ({who[0]}) or {other.date} ({who[1]}){reasons}"
        if _far_apart(one, other, world):
            here, there = (", ".join(_site_names(event, world)) for event in (one, other))
            yield f"place: {here} ({who[0]}) or {there} ({who[1]})"
        for count in one.counts:
            for rival in other.counts:
                if count.what == rival.what and not (count.limit or rival.limit) and count.n != rival.n:
                    yield f"{count.what}: {count.n} ({who[0]}) or {rival.n} ({who[1]})"
    if "disputed" in {one.certainty, other.certainty} and one.certainty != other.certainty:
        denier, teller = (0, 1) if one.certainty == "disputed" else (1, 0)
        yield f"told by {who[teller]}, called false by {who[denier]}"


def _sites(event: Report) -> list[tuple[str, str]]:
    """Places of an event at the roles that say where it happened."""
    roles = {"at", "near", *(["from"] if EVENT_TYPES[event.type].at_start else [])}
    return [(role, ref) for role, ref in event.places() if role in roles and isinstance(ref, str)]


def _site_names(event: Report, world: World) -> list[str]:
    return [world.name(ref) for _, ref in _sites(event)]


def _far_apart(one: Report, other: Report, world: World) -> bool:
    """Whether no disc that is drawn for a site of one meets one of the other: a radius, and the reach of "near"."""
    pairs = [
        (a, b, NEAR_KM * 1000 * ((role_a == "near") + (role_b == "near")))
        for role_a, ref_a in _sites(one)
        for role_b, ref_b in _sites(other)
        if (a := world.locate(ref_a)) and (b := world.locate(ref_b))
    ]
    return bool(pairs) and all(
        distance_km(a.point, b.point) * 1000 > a.uncertainty_m + b.uncertainty_m + slack for a, b, slack in pairs
    )
