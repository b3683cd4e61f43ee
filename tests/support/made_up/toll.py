"""A made-up kind of statement, added as README.md says: a checkpoint on a road where somebody takes a price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import write_project
from tests.support.scratch import Scratch

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "2025-05-04-herald-toll"
ID = f"{SOURCE}/toll-gamma"

CLASS = '''class Toll(Common):
    """A price is taken at a place on a road."""

    PLACES: ClassVar[tuple[str, ...]] = ("at", "on")
    ROUTES: ClassVar[tuple[str, ...]] = ("on",)
    ACTORS: ClassVar[tuple[str, ...]] = ("taken_by",)

    kind: Literal["toll"]
    at: Ref
    on: Ref | None = None
    price: float = Field(gt=0)
    taken_by: Ids = ()


Statement = '''

MODULE = '''"""Where on the roads a price is taken."""

from __future__ import annotations

from mapping.domain.statements import Toll
from mapping.waist.cells import cited, date_cells, id_of, joined, line, point
from mapping.waist.entry import Entry
from mapping.waist.schema import CITED, DATES, GROUND, ROUTES, SAID, SOURCES, STATEMENTS, Table, columns

TABLES = {
    "tolls": Table("Tolls", "Where on the roads a price is taken, and by whom.", "Point", columns("""
id            text    "<source>/<statement>"
place         text    place id
place_name    text    its name
route         text    route id
route_name    text    its name
price_kyat    number  what is taken from each vehicle
taken_by      text    who takes it
""" + DATES + SAID + CITED), label="place_name", kind="toll",
        card="place_name route_name price_kyat taken_by date_edtf certainty status",
        page="id place place_name route route_name price_kyat taken_by certainty status", keys={
        "place": GROUND, "route": ROUTES, "source": SOURCES, "statement": STATEMENTS,
    }),
}


def _toll(s, world, sources):
    spot = world.locate(s.at) if isinstance(s.at, str) else None
    return {
        "id": s.uid, "place": id_of(s.at), "place_name": world.name(s.at),
        "route": id_of(s.on), "route_name": world.name(s.on) if s.on else None,
        "price_kyat": s.price, "taken_by": joined(world.gazetteer.label(actor) for actor in s.taken_by),
        **date_cells(s.date), "certainty": s.certainty, "status": s.status, **cited(s, sources[s.source]),
        "geometry": point(spot.point if spot else None),
    }


def _rows(material):
    tolls = (s for s in material.statements if isinstance(s, Toll))
    return {"tolls": [_toll(s, material.world, material.sources) for s in tolls]}


ENTRY = Entry(TABLES, _rows)
'''

DESCRIBED = """
### `toll`

A price is taken at a place on a road.

| field | what it holds |
|---|---|
| `at` | the place (must be there) |
| `on` | the road |
| `price` | what is taken from each vehicle (must be there) |
| `taken_by` | who takes it, one or a list |
"""

TEXT = "At Gamma on the Alpha-Beta road the Red Army takes 5,000 kyat from each lorry.\n"
TOML = f"""[source]
title = "Tolls"
publisher = "Herald"
published = "2025-05-04"
text = "verbatim"

[[statement]]
kind = "toll"
id = "toll-gamma"
at = "gamma"
on = "alpha-beta"
price = 5000
taken_by = "reds"
date = "2025-05-04"
quote = "{TEXT.strip()}"
"""


AT = "point(spot.point if spot else None)"
SHAPES = {
    "Point": AT,
    "LineString": "line([spot.point, (spot.point[0] + 0.1, spot.point[1])])",
    "Polygon": "point(spot.point).buffer(0.1)",
}

CARD = """/** The card of a toll. */

import { cardHead } from './parts.js';

/** @param {any} row @returns {Child} */
export const tollCard = row => [cardHead(null, 'A price', String(row.price_kyat))];
"""


def with_card(scratch: Scratch) -> None:
    """Give tolls a card of their own."""
    viewer = "mapping/outputs/webmap/viewer/cards"
    scratch.write(f"{viewer}/toll.js", CARD)
    scratch.edit(f"{viewer}/opening.js", "\n\n/** @type {{element", "\nimport { tollCard } from './toll.js';\n\n/** @type {{element")
    scratch.edit(f"{viewer}/opening.js", "source: sourceCard,", "source: sourceCard, toll: tollCard,")


def with_tolls(folder: Path, geometry: str = "Point") -> Scratch:
    """A scratch copy of the program that knows tolls, drawn as points, lines or areas."""
    scratch = Scratch(folder)
    scratch.edit("mapping/domain/statements.py", "Statement = ", CLASS)
    scratch.edit("mapping/domain/statements.py", "| Access | Control\n", "| Access | Control | Toll\n")
    scratch.write("mapping/waist/kinds/toll.py", MODULE.replace('"Point"', f'"{geometry}"').replace(AT, SHAPES[geometry]))
    scratch.edit("mapping/waist/kinds/__init__.py", "import access,", "import toll, access,")
    scratch.edit("mapping/waist/kinds/__init__.py", "access.ENTRY)", "access.ENTRY, toll.ENTRY)")
    scratch.write("seeds/README.md", (folder / "seeds/README.md").read_text("utf-8") + DESCRIBED)
    scratch.write("seeds/source.schema.json", scratch.run("schema"))
    return scratch


def front_of_tolls(folder: Path) -> Path:
    """The small project of the tests with a source that tells of a toll."""
    project = write_project(folder)
    (project / f"seeds/{SOURCE}.txt").write_text(TEXT, encoding="utf-8")
    (project / f"seeds/{SOURCE}.toml").write_text(TOML, encoding="utf-8")
    return project
