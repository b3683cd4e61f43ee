"""Events: points, sections and arrows, areas, each source's report, and what has no mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from mapping.domain import dates
from mapping.domain.vocabulary import AREAS, DATE_BASES, LOCATED_BY, listed
from mapping.placing import place_event
from mapping.waist import precision
from mapping.waist.cells import Row, citing, counts_cell, date_cells, joined, point, quoted
from mapping.waist.entry import Entry, Material
from mapping.waist.schema import DATES, EVENTS, GROUND, ROUTES, SAID, SOURCES, STATEMENTS, Table, columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.domain.statements import Report
    from mapping.gazetteer.kin import Kin
    from mapping.judging.events import Event
    from mapping.placing import Site, World
    from mapping.seeds.sources import Source

TABLES: dict[str, Table] = {
    "events": Table("Events", "One feature for each event and place; no geometry where the place is not located.", "Point", columns("""
id            text    event id, role and place
event_id      text    id of the event; rows with one event_id are one happening
event         text    what happened, in a few words
type          text    battle, airstrike, drone-strike, shelling, explosion, attack-on-civilians, siege, capture, advance, withdrawal, displacement, talks, looting, arrest, road-closure, protest or other
role          text    at, near, on, from, to, toward, between or via
place         text    place or route id; empty where the text names none
place_name    text    name of the place, or the words of the text
route         text    route id, where the event lies on one
""" + DATES + """
date_text     text    date in the words of the text
date_basis    text    """ + listed(DATE_BASES) + """: what the date rests on
actors        text    who did it
against       text    whom it was done to
counts        text    numbers of people or things
""" + SAID + """
sources       text    ids of the sources that report it
publishers    text    their publishers
source_urls   text    their addresses
quotes        text    the words it rests on, joined by " | "
wording       text    restated (in our words, after the publisher) or verbatim
contradiction text    on what the sources disagree
versions      text    all versions where they do
uncertainty_m number  radius around the point, metres
geo_precision integer ACLED geo_precision: 1 exact, 2 part of a region, 3 region
time_precision integer ACLED time_precision: 1 day, 2 week, 3 month or coarser
where_prec    integer UCDP where_prec, 1 exact to 7 international
date_prec     integer UCDP date_prec, 1 day to 5 more than a year
located_by    text    """ + listed(LOCATED_BY) + """
"""), label="event", kind="event", card=(
        "place_name date_edtf date_text actors against counts certainty status contradiction versions "
        "uncertainty_m located_by"
    ), keys={
        "place": GROUND, "route": ROUTES, "sources": SOURCES,
    }),
    "event_lines": Table("Sections and movements", "Sections of road and arrows of events.", "LineString", columns("""
id            text    event id, role and route
event_id      text    id of the event
event         text    what happened
type          text    type of the event
shape         text    section (all of a stretch of road), along (somewhere on it), or arrow (from its first to its last vertex)
route         text    route id; empty for an arrow across country
from          text    place id at the first vertex
to            text    place id at the last vertex
""" + DATES + SAID + """
uncertainty_m number  how far the true line may lie off, metres
sources       text    ids of the sources
quotes        text    the words it rests on
"""), label="event", card="date_edtf certainty status", page="type shape route certainty", keys={
        "event_id": EVENTS, "route": ROUTES, "from": GROUND, "to": GROUND, "sources": SOURCES,
    }),
    "event_areas": Table("Event shapes", "Areas where an event lies: the uncertainty of its place, townships and stated offsets.", "Polygon", columns("""
id            text    event id, role and place
event_id      text    id of the event
event         text    what happened
type          text    type of the event
place         text    place id
place_name    text    name of the place
""" + DATES + SAID + """
uncertainty_m number  largest half-width, metres
located_by    text    how the shape came about
sources       text    ids of the sources
quotes        text    the words it rests on
"""), label="event", card="place_name date_edtf certainty status located_by uncertainty_m", page="type", keys={
        "event_id": EVENTS, "place": GROUND, "sources": SOURCES,
    }),
    "reports": Table("Reports of events", "Each source's version of an event, side by side.", "", columns("""
id            text    statement id "<source>/<statement>"
event_id      text    event it reports
preferred     flag    whether the event's date and place are taken from it
impossible    text    why this version cannot be right; empty where it can
"""), keys={
        "id": STATEMENTS, "event_id": EVENTS,
    }),
    "not_located": Table("Not located", "What the sources name or describe and the map cannot show, with the reason.", "", columns("""
id            text    place id, or event id and role
name          text    name, or the words of the text
event_id      text    the event, for a place that a text does not name
reason        text    why there is no mark
sources       text    ids of the sources
"""), page="id name event_id reason sources", keys={
        "event_id": EVENTS, "sources": SOURCES,
    }),
}  # fmt: skip

WIDE = AREAS - {"township"} | {"river"}  # too wide for a mark, so that nobody misses one


Placed: TypeAlias = "Sequence[tuple[Event, Sequence[Site]]]"  # each event with its places


def events(placed: Placed, world: World, sources: Mapping[str, Source]) -> list[Row]:
    """One row for each event and place; an event without any place is one row."""
    return [row for event, sites in placed for row in _event_rows(event, sites, world, sources)]


def _event_rows(event: Event, sites: Sequence[Site], world: World, sources: Mapping[str, Source]) -> list[Row]:
    preferred, reports, heard, names = event.preferred, event.reports, event.weighing, world.gazetteer.label
    actors, against = _parties(event, world.kin)
    span = dates.parse(event.date) if event.date else None
    common = {
        "date_text": preferred.date_text,
        "date_basis": event.date_basis,
        "actors": joined(map(names, actors)),
        "against": joined(map(names, against)),
        "counts": joined(cell for report in heard if (cell := counts_cell(report))),
        "contradiction": " | ".join(event.contradictions) or None,
        "versions": _versions(event, sources) if event.contradictions else None,
        "time_precision": precision.acled_time_precision(span),
        "date_prec": precision.ucdp_date_prec(span),
    }
    rows = [
        common | _common(event, site.reports) | _site_cells(site, world) | citing(site.reports, sources) for site in sites
    ]
    return rows or [common | _common(event, reports) | _NOWHERE | {"id": event.id} | citing(reports, sources)]


def _parties(event: Event, kin: Kin) -> tuple[list[str], list[str]]:
    """Who did it, and to whom: nobody stands on both sides.

    Who fought whom is told from either end, and under wider and narrower names; each party stands where the first
    report puts it, or one that it can be, the preferred report before all others.
    """
    sides: dict[str, bool] = {}
    for report in (event.preferred, *event.weighing):
        before = dict(sides)
        for actor in (*report.actors, *report.against):
            told = actor in report.actors
            sides.setdefault(actor, next((side for other, side in before.items() if kin.agree((other,), (actor,))), told))
    return [actor for actor, here in sides.items() if here], [actor for actor, here in sides.items() if not here]


def _common(event: Event, reports: Sequence[Report]) -> Row:
    certainty, status = event.as_told_by(reports)
    return {
        "event_id": event.id,
        "event": event.title,
        "type": event.type,
        "certainty": certainty,
        "status": status,
        **date_cells(event.date),
    }


_NOWHERE: Row = {
    "role": None, "place": None, "place_name": None, "route": None, "uncertainty_m": None, "geo_precision": None,
    "where_prec": None, "located_by": "not located", "geometry": None,
}  # fmt: skip


def _site_cells(site: Site, world: World) -> Row:
    radius = round(site.uncertainty_m) if site.uncertainty_m and (site.point or site.line) else None
    place = world.gazetteer.places.get(site.ref or "")
    kind = "line" if site.line and not site.point else place.kind if place else None
    return {
        "id": site.id,
        "role": site.role,
        "place": site.ref,
        "place_name": site.text,
        "route": site.route,
        "uncertainty_m": radius,
        "geo_precision": precision.acled_geo_precision(radius),
        "where_prec": precision.ucdp_where_prec(radius, kind),
        "located_by": site.located_by,
        "geometry": point(site.point),
    }


def _versions(event: Event, sources: Mapping[str, Source]) -> str:
    """Write "24 July as 2024-07-24 (Publisher)", one version after the other, the preferred first."""
    ordered = sorted(event.versions, key=lambda version: version.report is not event.preferred)
    return " | ".join(
        f"{version.report.date or 'undated'} ({sources[version.report.source].told_by})"
        + (f": impossible, {version.impossible}" if version.impossible else "")
        for version in ordered
    )


def event_lines(placed: Placed) -> list[Row]:
    """Sections of road and arrows of events."""
    return [
        {
            "id": site.id,
            **_common(event, site.reports),
            "shape": site.line_shape,
            "route": site.route,
            "from": site.line_from,
            "to": site.line_to,
            "uncertainty_m": round(site.line_uncertainty_m or 0) or None,
            "sources": joined(report.source for report in site.reports),
            "quotes": quoted(site.reports),
            "geometry": site.line,
        }
        for event, sites in placed
        for site in sites
        if site.line is not None
    ]


def event_areas(placed: Placed) -> list[Row]:
    """Areas within which an event lies."""
    return [
        {
            "id": site.id,
            **_common(event, site.reports),
            "place": site.ref,
            "place_name": site.text,
            "uncertainty_m": round(site.uncertainty_m or 0) or None,
            "located_by": site.located_by,
            "sources": joined(report.source for report in site.reports),
            "quotes": quoted(site.reports),
            "geometry": site.area,
        }
        for event, sites in placed
        for site in sites
        if site.area is not None
    ]


def reports(events: Iterable[Event]) -> list[Row]:
    """Each source's version of an event."""
    return [
        {
            "id": version.report.uid,
            "event_id": event.id,
            "preferred": version.report is event.preferred,
            "impossible": version.impossible,
        }
        for event in events
        for version in event.versions
    ]


def not_located(placed: Placed, world: World, naming: Mapping[str, Sequence[str]]) -> list[Row]:
    """What the sources name and the map cannot show. `naming` holds the ids of the sources that name a place."""
    clashes = {clash.place: clash.reason for clash in world.clashes}
    rows = [
        {
            "id": place.id,
            "name": place.name,
            "event_id": None,
            "reason": clashes.get(place.id) or place.note or "no location is known",
            "sources": joined(naming[place.id]),
        }
        for place in world.gazetteer.places.values()
        if place.id in naming and place.kind not in WIDE and world.locate(place.id) is None
    ]
    for event, sites in placed:
        rows += [
            _unplaced(site.id, site.text, event, "the text gives no name", site.reports)
            for site in sites
            if site.ref is None
        ]
        if not sites:
            rows.append(_unplaced(event.id, event.title, event, "no place is stated", event.reports))
    return rows


def _unplaced(id_: str, name: str, event: Event, reason: str, reports: Sequence[Report]) -> Row:
    told = joined(report.source for report in reports)
    return {"id": id_, "name": name, "event_id": event.id, "reason": reason, "sources": told}


def _rows(material: Material) -> dict[str, list[Row]]:
    world = material.world
    placed = [(event, place_event(event.reports, world)) for event in material.events]
    return {
        "events": events(placed, world, material.sources),
        "event_lines": event_lines(placed),
        "event_areas": event_areas(placed),
        "reports": reports(material.events),
        "not_located": not_located(placed, world, material.project.naming),
    }


ENTRY = Entry(TABLES, _rows)
