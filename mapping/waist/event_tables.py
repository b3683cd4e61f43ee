"""Tables of events: points, sections and arrows, areas, reports, control, and what has no mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shapely import Point

from mapping.domain import dates
from mapping.domain.statements import HAPPENED, Control
from mapping.placing import place_event
from mapping.waist import precision
from mapping.waist.gazetteer_tables import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.domain.statements import Report, Statement
    from mapping.gazetteer import Gazetteer
    from mapping.judging.events import Event
    from mapping.placing import Site, World
    from mapping.seeds.sources import Source

Row = dict[str, Any]
WIDE = {"country", "region", "river"}  # too wide for a mark, so that nobody misses one


def date_cells(text: str | None) -> Row:
    """date_edtf, date_start and date_end of an EDTF date, None where unknown or open."""
    span = dates.parse(text) if text else None
    return {
        "date_edtf": text,
        "date_start": dates.iso(span.start) if span else None,
        "date_end": dates.iso(span.end) if span else None,
    }


def counts_cell(event: Report) -> str | None:
    """Write "39 civilians killed; more-than 20 houses"."""
    return joined([" ".join(filter(None, (c.limit, str(c.n), c.what))) for c in event.counts])


def citing(reports: Sequence[Statement], sources: Mapping[str, Source]) -> Row:
    """Cells that lead back to the sources of several statements."""
    told = [sources[id_] for id_ in dict.fromkeys(report.source for report in reports)]
    return {
        "sources": joined([source.id for source in told]),
        "publishers": joined([source.publisher for source in told if source.publisher]),
        "source_urls": joined([source.url for source in told if source.url]),
        "quotes": " | ".join(dict.fromkeys(report.quote for report in reports)) or None,
        "wording": joined([source.wording for source in told]),
    }


def _common(happening: Event) -> Row:
    return {
        "event_id": happening.id,
        "event": happening.title,
        "type": happening.type,
        "certainty": happening.certainty,
        "status": happening.status,
        **date_cells(happening.preferred.date),
    }


def events(happenings: Sequence[Event], world: World, sources: Mapping[str, Source]) -> list[Row]:
    """One row for each event and place; an event without any place is one row."""
    return [row for happening in happenings for row in _event_rows(happening, world, sources)]


def _event_rows(happening: Event, world: World, sources: Mapping[str, Source]) -> list[Row]:
    preferred, span = happening.preferred, None
    if preferred.date:
        span = dates.parse(preferred.date)
    names = world.gazetteer.label
    common = {
        **_common(happening),
        "date_text": preferred.date_text,
        "date_basis": preferred.date_basis,
        "actors": joined([names(a) for event in happening.reports for a in event.actors]),
        "against": joined([names(a) for event in happening.reports for a in event.against]),
        "counts": joined([cell for event in happening.reports if (cell := counts_cell(event))]),
        "contradiction": " | ".join(happening.contradictions) or None,
        "versions": _versions(happening, sources) if happening.contradictions else None,
        "time_precision": precision.acled_time_precision(span),
        "date_prec": precision.ucdp_date_prec(span),
    }
    sites = place_event(happening.reports, world)
    rows = [common | _site_cells(site, world) | citing(site.reports, sources) for site in sites]
    return rows or [common | _NOWHERE | {"id": happening.id} | citing(happening.reports, sources)]


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
        "geometry": Point(site.point[1], site.point[0]) if site.point else None,
    }


def _versions(happening: Event, sources: Mapping[str, Source]) -> str:
    """Write "24 July as 2024-07-24 (Publisher)", one version after the other, the preferred first."""
    ordered = sorted(happening.versions, key=lambda version: version.report is not happening.preferred)
    return " | ".join(
        f"{version.report.date or 'undated'} ({_publisher(version.report, sources)})"
        + (f": impossible, {version.impossible}" if version.impossible else "")
        for version in ordered
    )


def _publisher(statement: Statement, sources: Mapping[str, Source]) -> str:
    return sources[statement.source].publisher or statement.source


def event_lines(happenings: Sequence[Event], world: World) -> list[Row]:
    """Sections of road and arrows of events."""
    rows = []
    for happening in happenings:
        for site in place_event(happening.reports, world):
            if site.line is None:
                continue
            rows.append({
                "id": site.id,
                **_common(happening),
                "shape": site.line_shape,
                "route": site.route,
                "from": site.line_from,
                "to": site.line_to,
                "uncertainty_m": round(site.line_uncertainty_m or 0) or None,
                "sources": joined([report.source for report in site.reports]),
                "quotes": " | ".join(dict.fromkeys(report.quote for report in site.reports)),
                "geometry": site.line,
            })  # fmt: skip
    return rows


def event_areas(happenings: Sequence[Event], world: World) -> list[Row]:
    """Areas within which an event lies."""
    return [
        {
            "id": site.id,
            **_common(happening),
            "place": site.ref,
            "place_name": site.text,
            "uncertainty_m": round(site.uncertainty_m or 0) or None,
            "located_by": site.located_by,
            "sources": joined([report.source for report in site.reports]),
            "quotes": " | ".join(dict.fromkeys(report.quote for report in site.reports)),
            "geometry": site.area,
        }
        for happening in happenings
        for site in place_event(happening.reports, world)
        if site.area is not None
    ]


def reports(happenings: Iterable[Event]) -> list[Row]:
    """Each source's version of an event."""
    return [
        {
            "id": version.report.uid,
            "event_id": happening.id,
            "preferred": version.report is happening.preferred,
            "impossible": version.impossible,
        }
        for happening in happenings
        for version in happening.versions
    ]


def control(
    statements: Sequence[Statement],
    happenings: Sequence[Event],
    world: World,
    sources: Mapping[str, Source],
) -> list[Row]:
    """Who holds a place: as statements say it, and as captures and withdrawals tell it."""
    rows = [
        _held(s, f"{s.uid}/{ref}", ref, s.holder, "statement", s.date or s.since, world, sources)
        | {"since_edtf": s.since}
        for s in statements
        if isinstance(s, Control)
        for ref in s.at
        if isinstance(ref, str)
    ]
    for happening in happenings:
        event = happening.preferred
        if happening.certainty not in HAPPENED or happening.type not in {"capture", "withdrawal"} or not event.date:
            continue  # without a date nobody can say whether it still held afterwards
        capture = happening.type == "capture"
        for role, ref in event.places():
            if role == ("at" if capture else "from") and isinstance(ref, str) and ref in world.gazetteer.places:
                holder = event.actors if capture else ()
                row = _held(event, f"{happening.id}/{ref}", ref, holder, happening.type, event.date, world, sources)
                rows.append(row | {"certainty": happening.certainty, "status": happening.status})
    return rows


def _held(
    statement: Statement, id_: str, place: str, holder: Sequence[str], basis: str, date: str | None,
    world: World, sources: Mapping[str, Source],
) -> Row:  # fmt: skip
    gazetteer, spot = world.gazetteer, world.locate(place)
    return {
        "id": id_,
        "place": place,
        "place_name": gazetteer.label(place),
        "holder": joined(holder),
        "holder_name": joined([gazetteer.label(actor) for actor in holder]),
        "side": joined([gazetteer.actors[actor].side for actor in holder]),
        "basis": basis,
        "since_edtf": None,
        "as_of": dates.iso(dates.as_of(date)) if date else None,
        **date_cells(date),
        "certainty": statement.certainty,
        "status": statement.status,
        "said_by": statement.said_by,
        **cited(statement, sources[statement.source]),
        "geometry": Point(spot.lon, spot.lat) if spot else None,
    }


def cited(statement: Statement, source: Source) -> Row:
    """Cells that lead back to the source of one statement."""
    return {
        "source": source.id,
        "publisher": source.publisher or None,
        "url": source.url or None,
        "wording": source.wording,
        "quote": statement.quote,
    }


def not_located(
    happenings: Sequence[Event], gazetteer: Gazetteer, world: World, naming: Mapping[str, Sequence[str]]
) -> list[Row]:
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
        for place in gazetteer.places.values()
        if place.id in naming and place.kind not in WIDE and world.locate(place.id) is None
    ]
    for happening in happenings:
        found = place_event(happening.reports, world)
        rows += [
            _unplaced(site.id, site.text, happening, "the text gives no name", site.reports)
            for site in found
            if site.ref is None
        ]
        if not found:
            rows.append(_unplaced(happening.id, happening.title, happening, "no place is stated", happening.reports))
    return rows


def _unplaced(id_: str, name: str, happening: Event, reason: str, reports: Sequence[Report]) -> Row:
    sources = joined([report.source for report in reports])
    return {"id": id_, "name": name, "event_id": happening.id, "reason": reason, "sources": sources}
