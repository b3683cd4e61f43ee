"""Positions along a route, the bands within which they lie, and the line of advance that joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.figures import stated
from mapping.domain.statements import Position
from mapping.domain.vocabulary import CERTAINTIES, LIMITS, STATUSES, listed, weakest
from mapping.placing import advance_steps, place_position
from mapping.waist.cells import Row, cited, date_cells, id_of, joined, point
from mapping.waist.entry import Entry, Material
from mapping.waist.schema import CITED, DATES, GROUND, ROUTES, SAID, SOURCES, STATEMENTS, Table, columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.domain.statements import Statement
    from mapping.placing import Band, World
    from mapping.seeds.sources import Source

TABLES: dict[str, Table] = {
    "positions": Table("Positions on a route", "Where troops or places are said to be along a road.", "Point", columns("""
id            text    "<source>/<statement>"
route         text    route id
route_name    text    its name
from          text    place id it is counted from
from_name     text    its name
place         text    place id, where the statement is about a place
place_name    text    its name
stated        text    the number as stated, in its unit and with its hedge
stated_my     text    the same in Burmese
fraction      number  share of the route as stated
km            number  kilometres along the route by its stated length, worked out
actors        text    who stands there
""" + DATES + """
date_text     text    date in the words of the text
approximate   flag    "some", "about", "roughly"
limit         text    """ + listed(LIMITS) + """, where the number is a bound
uncertainty_m number  half the length of the band, metres along the road
""" + SAID + """
said_by       text    who says so
""" + CITED), label="route_name", kind="position", card="stated km from_name actors date_edtf said_by certainty status uncertainty_m", page=(
        "id route from from_name place stated stated_my km actors date_text uncertainty_m "
        "certainty status said_by"
    ), keys={
        "route": ROUTES, "from": GROUND, "place": GROUND, "source": SOURCES, "statement": STATEMENTS,
    }),
    "position_bands": Table("Bands of positions", "The stretch of road within which a stated position lies.", "LineString", columns("""
id            text    id of the position
route         text    route id
km_from       number  start of the band, kilometres along the route by its stated length
km_to         number  end of the band
actors        text    who stands there
""" + DATES + SAID + """
quote         text    the words it rests on
source        text    id of the source
"""), label="route", card="km_from km_to actors date_edtf certainty status", page="id", keys={
        "id": ("positions.id",), "source": SOURCES,
    }),
    "advances": Table("Line of advance", "Steps from one stated position of the same troops to their next, along the road.", "LineString", columns("""
id            text    route, days and troops
route         text    route id
route_name    text    its name
actors        text    who advanced
km_from       number  kilometres along the route by its stated length at the earlier position
km_to         number  the same at the later one
""" + DATES + SAID + """
statements    text    ids of the two statements
sources       text    ids of their sources
quotes        text    the words they rest on, joined by " | "
"""), label="route_name", card="km_from km_to actors date_edtf certainty status", page="actors certainty status statements", keys={
        "route": ROUTES, "statements": STATEMENTS, "sources": SOURCES,
    }),
}  # fmt: skip


def positions(
    statements: Sequence[Statement], world: World, sources: Mapping[str, Source]
) -> tuple[list[Row], list[Row]]:
    """Positions along a route, and their bands."""
    points, bands = [], []
    for s in statements:
        if isinstance(s, Position) and isinstance(s.on, str):
            band = place_position(s, world)
            days = date_cells(dates.by_report(s.date, sources[s.source].published))
            points.append(_position(s, s.on, band, world) | days | cited(s, sources[s.source]))
            if band:
                bands.append(_position_band(s, s.on, band, world) | days)
    return points, bands


def _position(s: Position, route: str, band: Band | None, world: World) -> Row:
    return {
        "id": s.uid,
        "route": route,
        "route_name": world.name(route),
        "from": id_of(s.from_),
        "from_name": world.name(s.from_) if s.from_ else None,
        "place": id_of(s.place),
        "place_name": world.name(s.place) if s.place else None,
        "stated": stated(s),
        "stated_my": stated(s, "my"),
        "fraction": float(s.fraction) if s.fraction is not None else None,
        "km": round(band.km, 1) if band else s.stated_km,
        "actors": joined([world.gazetteer.label(actor) for actor in s.actors]),
        "date_text": s.date_text,
        "approximate": s.about,
        "limit": s.limit,
        "uncertainty_m": round(band.uncertainty_m) if band else None,
        "certainty": s.certainty,
        "status": s.status,
        "said_by": s.said_by,
        "geometry": point(band.point if band else None),
    }


def _position_band(s: Position, route: str, band: Band, world: World) -> Row:
    return {
        "id": s.uid,
        "route": route,
        "km_from": round(band.km_from, 1),
        "km_to": round(band.km_to, 1),
        "actors": joined([world.gazetteer.label(actor) for actor in s.actors]),
        "certainty": s.certainty,
        "status": s.status,
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
            "certainty": weakest((told[uid].certainty for uid in step.statements), CERTAINTIES),
            "status": weakest((told[uid].status for uid in step.statements), STATUSES),
            "statements": joined(step.statements),
            "sources": joined([told[uid].source for uid in step.statements]),
            "quotes": " | ".join(told[uid].quote for uid in step.statements),
            "geometry": step.line,
        }
        for step in advance_steps((s for s in statements if isinstance(s, Position)), world)
    ]


def _rows(material: Material) -> dict[str, list[Row]]:
    points, bands = positions(material.statements, material.world, material.sources)
    steps = advances(material.statements, material.world)
    return {"positions": points, "position_bands": bands, "advances": steps}


ENTRY = Entry(TABLES, _rows)
