"""From where a place is said to be reached by road."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.fields import Unnamed
from mapping.domain.statements import Access
from mapping.waist.cells import Row, cited, id_of, line
from mapping.waist.entry import Entry
from mapping.waist.schema import CITED, GROUND, ROUTES, SAID, SOURCES, STATEMENTS, Table, columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.domain.fields import Ref
    from mapping.domain.statements import Statement
    from mapping.placing import World
    from mapping.seeds.sources import Source

TABLES: dict[str, Table] = {
    "access": Table("Access by road", "From where a place is said to be reached by road.", "LineString", columns("""
id            text    "<source>/<statement>", with the place it is reached from
to            text    place id
to_name       text    its name
from          text    place id
from_name     text    its name
route         text    route id, where one is drawn
route_name    text    its name
""" + SAID + CITED), label="to_name", kind="access", card="from_name route_name certainty status", page="id to to_name from from_name route route_name certainty status", keys={
        "to": GROUND, "from": GROUND, "route": ROUTES, "source": SOURCES, "statement": STATEMENTS,
    }),
}  # fmt: skip


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
    route = named or next((r for r in routes.values() if {r.start, r.end} == {id_of(origin), id_of(s.to)}), None)
    return {
        "id": f"{s.uid}/{world.name(origin) if isinstance(origin, Unnamed) else origin}" if origin else s.uid,
        "to": id_of(s.to),
        "to_name": world.name(s.to),
        "from": id_of(origin),
        "from_name": world.name(origin) if origin else None,
        "route": route.id if route else None,
        "route_name": route.name if route else None,
        "certainty": s.certainty,
        "status": s.status,
        **cited(s, sources[s.source]),
        "geometry": line(route.points) if route else None,
    }


ENTRY = Entry(TABLES, lambda material: {"access": access(material.statements, material.world, material.sources)})
