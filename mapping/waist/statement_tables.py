"""Tables of statements: distances, positions, access, and the sources themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shapely import Point

from mapping.domain.fields import Unnamed
from mapping.domain.statements import Access, Control, Position, Report
from mapping.placing import advance_steps, place_position
from mapping.waist.event_tables import cited, counts_cell, date_cells
from mapping.waist.gazetteer_tables import joined, line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.domain.fields import Ref
    from mapping.domain.statements import Statement
    from mapping.judging import Verdict
    from mapping.placing import Band, World
    from mapping.project import Project
    from mapping.seeds.sources import Source

Row = dict[str, Any]


def _id(ref: Ref | None) -> str | None:
    return ref if isinstance(ref, str) else None


def distances(verdicts: Sequence[Verdict], world: World, sources: Mapping[str, Source]) -> list[Row]:
    """Each stated number with what the coordinates and the road say to it."""
    rows = []
    for verdict in verdicts:
        s = verdict.statement
        rows.append({
            "id": verdict.id,
            "kind": s.kind,
            "from": _id(s.from_),
            "from_name": world.name(s.from_),
            "to": _id(verdict.figure),
            "to_name": world.name(verdict.figure),
            "route": verdict.route,
            "stated_km": verdict.stated_km,
            "stated_minutes": verdict.stated_minutes,
            "fraction": verdict.fraction,
            "bearing": verdict.bearing,
            "approximate": s.about,
            "measured_km": verdict.measured_km,
            "straight_km": verdict.straight_km,
            "azimuth": verdict.azimuth,
            "verdict": verdict.verdict,
            "verdict_detail": verdict.detail,
            "certainty": s.certainty,
            "status": s.status,
            **cited(s, sources[s.source]),
            "geometry": verdict.line,
        })  # fmt: skip
    return rows


def positions(
    statements: Sequence[Statement], world: World, sources: Mapping[str, Source]
) -> tuple[list[Row], list[Row]]:
    """Positions along a route, and their bands."""
    points, bands = [], []
    for s in statements:
        if isinstance(s, Position) and isinstance(s.on, str):
            band = place_position(s, world)
            points.append(_position(s, s.on, band, world) | cited(s, sources[s.source]))
            if band:
                bands.append(_position_band(s, s.on, band, world))
    return points, bands


def _position(s: Position, route: str, band: Band | None, world: World) -> Row:
    return {
        "id": s.uid,
        "route": route,
        "route_name": world.name(route),
        "from": _id(s.from_),
        "from_name": world.name(s.from_) if s.from_ else None,
        "place": _id(s.place),
        "place_name": world.name(s.place) if s.place else None,
        "fraction": float(s.fraction) if s.fraction is not None else None,
        "km": round(band.km, 1) if band else s.km,
        "actors": joined([world.gazetteer.label(actor) for actor in s.actors]),
        **date_cells(s.date),
        "date_text": s.date_text,
        "approximate": s.about,
        "uncertainty_m": round(band.uncertainty_m) if band else None,
        "certainty": s.certainty,
        "status": s.status,
        "said_by": s.said_by,
        "geometry": Point(band.point[1], band.point[0]) if band and band.point else None,
    }


def _position_band(s: Position, route: str, band: Band, world: World) -> Row:
    return {
        "id": s.uid,
        "route": route,
        "km_from": round(band.km_from, 1),
        "km_to": round(band.km_to, 1),
        "actors": joined([world.gazetteer.label(actor) for actor in s.actors]),
        **date_cells(s.date),
        "quote": s.quote,
        "source": s.source,
        "geometry": band.line,
    }


def advances(statements: Sequence[Statement], world: World) -> list[Row]:
    """Steps of troops along a route, from one stated position to the next."""
    told = {s.uid: s for s in statements}
    return [
        {
            "id": f"{step.route}/{step.start.isoformat()}/{step.end.isoformat()}/{'+'.join(step.actors)}",
            "route": step.route,
            "route_name": world.name(step.route),
            "actors": joined([world.gazetteer.label(actor) for actor in step.actors]),
            "km_from": round(step.km_from, 1),
            "km_to": round(step.km_to, 1),
            **date_cells(f"{step.start.isoformat()}/{step.end.isoformat()}"),
            "statements": joined(step.statements),
            "sources": joined([told[uid].source for uid in step.statements]),
            "quotes": " | ".join(told[uid].quote for uid in step.statements),
            "geometry": step.line,
        }
        for step in advance_steps((s for s in statements if isinstance(s, Position)), world)
    ]


def access(statements: Sequence[Statement], world: World, sources: Mapping[str, Source]) -> list[Row]:
    """One row for each place from which another is said to be reached."""
    return [
        _access(s, origin, world, sources)
        for s in statements
        if isinstance(s, Access)
        for origin in (s.from_ or (None,))
    ]


def _access(s: Access, origin: Ref | None, world: World, sources: Mapping[str, Source]) -> Row:
    routes = world.gazetteer.routes
    named = routes.get(s.on) if isinstance(s.on, str) else None
    route = named or next((r for r in routes.values() if {r.start, r.end} == {_id(origin), _id(s.to)}), None)
    return {
        "id": f"{s.uid}/{world.name(origin) if isinstance(origin, Unnamed) else origin}" if origin else s.uid,
        "to": _id(s.to),
        "to_name": world.name(s.to),
        "from": _id(origin),
        "from_name": world.name(origin) if origin else None,
        "route": route.id if route else None,
        "route_name": route.name if route else None,
        "certainty": s.certainty,
        "status": s.status,
        **cited(s, sources[s.source]),
        "geometry": line(route.points) if route else None,
    }


def sources(project: Project) -> list[Row]:
    """The texts, the unread ones included."""
    return [
        {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher or None,
            "published": source.published or None,
            "url": source.url or None,
            "wording": source.wording,
            "read": source.header is not None,
            "statements": len(source.statements),
            "mentions": len(project.mentions[source.id]),
            "notes": " | ".join(source.header.notes) or None if source.header else None,
            "text": source.text,
        }
        for source in project.sources
    ]


def mentions(project: Project) -> list[Row]:
    """Where the texts name a place."""
    return [
        {"source": source.id, "start": m.start, "end": m.end, "text": m.text, "place": m.place}
        for source in project.sources
        for m in project.mentions[source.id]
    ]


def statements(project: Project, world: World) -> list[Row]:
    """Everything the sources say, the retracted included."""
    return [_statement(s, world) for source in project.sources for s in source.statements]


def _statement(s: Statement, world: World) -> Row:
    event = s if isinstance(s, Report) else None
    label = world.gazetteer.label
    start, end = s.span
    return {
        "id": s.uid,
        "source": s.source,
        "kind": s.kind,
        "event_id": (event.event or event.uid) if event else None,
        "event_type": event.type if event else None,
        "title": event.title if event else None,
        "places": joined([f"{role} {ref if isinstance(ref, str) else f'“{ref.text}”'}" for role, ref in s.places()]),
        "holder": joined([label(actor) for actor in s.holder]) if isinstance(s, Control) else None,
        "actors": joined([label(a) for a in s.actors]) if isinstance(s, Report | Position) else None,
        "against": joined([label(a) for a in event.against]) if event else None,
        "counts": counts_cell(event) if event else None,
        **date_cells(s.date),
        "date_text": s.date_text,
        "date_basis": s.date_basis,
        "certainty": s.certainty,
        "status": s.status,
        "said_by": s.said_by,
        "denied_by": s.denied_by,
        "note": s.note,
        "quote": s.quote,
        "start": start,
        "end": end,
    }
