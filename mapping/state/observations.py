"""What the sources say of who holds a place: one observation for each statement or event, and place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mapping.domain import dates
from mapping.domain.statements import Control
from mapping.domain.vocabulary import AREAS, EVENT_TYPES, FIRM, HAPPENED, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from mapping.domain.statements import Report, Statement
    from mapping.gazetteer import Place
    from mapping.judging.events import Event
    from mapping.seeds.sources import Source

YEAR = 365  # days: a publication that is dated to a year says no more than "by some year" itself
Sort = Literal["state", "change", "end"]


@dataclass(frozen=True)
class Observation:
    """One word on who holds a place; within the days from `first` to `last` it is true at least once.

    `first` is None where a change lies at an unknown time before `last`. `sort` is change (a completed capture: the
    holder has it from then on), state (it is held, on that day), or end (a completed withdrawal: the holder has it no
    longer). Its holder is never empty. `firm` where a reviewed statement asserts it; nothing else ever outweighs what
    is firm. `taken_from` held it just before a change.
    """

    place: str
    holder: tuple[str, ...]
    first: date | None
    last: date
    sort: Sort
    firm: bool
    statements: tuple[str, ...]
    taken_from: tuple[str, ...] = ()


def observe(
    statements: Iterable[Statement], events: Iterable[Event], sources: Mapping[str, Source], places: Mapping[str, Place]
) -> list[Observation]:
    """Return every observation, sorted; townships, regions and countries are never held as a whole.

    What has no day of its own is known by the publication of its report; without any day it is no observation.
    """
    found = [*_of_statements(statements, sources), *_of_events(events, sources)]
    return sorted(
        (one for one in found if one.place in places and places[one.place].kind not in AREAS),
        key=lambda one: (one.place, one.last, one.first or one.last, one.sort, one.holder, one.statements),
    )


def _of_statements(statements: Iterable[Statement], sources: Mapping[str, Source]) -> Iterator[Observation]:
    for s in statements:
        if not isinstance(s, Control) or s.certainty not in HAPPENED:
            continue
        firm = s.certainty in FIRM and STATUSES[s.status].weighs and s.denied_by is None
        said = _days(s.date, sources[s.source])
        since = _days(s.since, sources[s.source]) if s.since else None
        if said and since:  # what is held on a day since some year began by that day
            since = since[0], min(since[1], said[1])
        for place in s.at:
            if isinstance(place, str):
                holder = tuple(sorted(s.holder))
                if since:  # to be held since a day is to have changed hands on it
                    yield Observation(place, holder, since[0] or since[1], since[1], "change", firm, (s.uid,))
                if said:
                    yield Observation(place, holder, said[0] or said[1], said[1], "state", firm, (s.uid,))


def _of_events(events: Iterable[Event], sources: Mapping[str, Source]) -> Iterator[Observation]:
    """Observe each event, and on its own what is merely claimed of one that is firm: the claim may be older.

    What only sums other events up changes no holder: they do.
    """
    for event in events:
        reports = [one for one in event.weighing if one.certainty in HAPPENED and not one.covers]
        if event.certainty not in HAPPENED or not reports:
            continue
        firm = event.certainty in FIRM and STATUSES[event.status].weighs
        yield from _of_reports(event, reports, _days_of(event, sources), firm=firm)
        for report in reports:
            if firm and report.certainty not in FIRM:
                yield from _of_reports(event, [report], _days(report.date, sources[report.source]), firm=False)


def _of_reports(
    event: Event, reports: Sequence[Report], days: tuple[date | None, date] | None, *, firm: bool
) -> Iterator[Observation]:
    if days is not None:
        for does, roles in EVENT_TYPES[event.type].holder.items():
            first = event.preferred if event.preferred in reports else reports[0]
            actors = first.actors or tuple(actor for report in reports for actor in report.actors)
            against = tuple(sorted({actor for report in reports for actor in report.against}))
            told = tuple(sorted(report.uid for report in reports))
            sort: Sort = "change" if does == "gains" else "end"
            if sort == "change" and not actors:  # it fell, and nobody says to whom: who had it has it no longer
                sort, actors, against = "end", against, ()
            places = {ref: None for report in reports for role in roles for ref in report.refs(role)}
            for place in places:
                if isinstance(place, str) and actors:
                    yield Observation(place, tuple(sorted(set(actors))), *days, sort, firm, told, against)


def _days(edtf: str | None, source: Source) -> tuple[date | None, date] | None:
    """(first, last) day of what a source tells; None where it stands nowhere in time.

    It lies before the publication, which also ends what is left open or told without a day. "By some year" says
    something only where the day of publication says more.
    """
    published = dates.parse(source.published) if source.published else None
    known = published.end if published else None
    span = dates.parse(edtf) if edtf else None
    if span is None or not span.stands:
        last = known if span is None or (published and published.days < YEAR) else None
        return (None, min(last, (span and span.end) or last)) if last else None
    last = span.end or known or max(last for _, last in span.stands)
    last = min(last, known or last)
    return span.start, max(span.start or last, last)


def _days_of(event: Event, sources: Mapping[str, Source]) -> tuple[date | None, date] | None:
    """Days of an event: those of its preferred version, and of any other that can be right and disagrees with it.

    Nothing that is not firm moves what is firm.
    """
    preferred = event.preferred
    days = _days(preferred.date, sources[preferred.source])
    if days is None or preferred.date is None:
        return days
    span = dates.parse(preferred.date)
    for version in event.versions:
        other = version.report
        if version.impossible or other.certainty not in HAPPENED or not other.date or other not in event.weighing:
            continue
        if preferred.certainty in FIRM and other.certainty not in FIRM:
            continue
        also = None if span.agrees_with(dates.parse(other.date)) else _days(other.date, sources[other.source])
        if also:
            days = (min(days[0], also[0]) if days[0] and also[0] else None), max(days[1], also[1])
    return days


def of_place(observations: Sequence[Observation]) -> dict[str, list[Observation]]:
    """Observations by place, in their order."""
    found: dict[str, list[Observation]] = {}
    for one in observations:
        found.setdefault(one.place, []).append(one)
    return found
