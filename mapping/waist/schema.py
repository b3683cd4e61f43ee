"""What a table of the waist is: its geometry, its columns with types, units and meaning, and what readers show of it.

Coordinates are WGS 84 (EPSG:4326), x = longitude, y = latitude. Text is None where unknown, numbers are NaN,
days are ISO 8601 text. Several values in one cell are joined by "; ".
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from mapping.domain.vocabulary import CERTAINTIES, STATUSES, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCES, PLACE_IDS, ROUTES, STATEMENTS = ("sources.id",), ("places.id",), ("routes.id",), ("statements.id",)
EVENTS, ACTORS, SIDES = ("events.event_id",), ("actors.id",), ("sides",)
GROUND = (*PLACE_IDS, *ROUTES)


class Column(NamedTuple):
    """One column: its type is text, date, number, integer or flag."""

    name: str
    type: str
    meaning: str


class Table(NamedTuple):
    """One table: its geometry ("Point", "LineString", "Polygon", or "" for none) and its columns.

    `label` is the column that names a row, `card` those that a map tip or balloon tells of it, `page` those that the
    page reads (names of columns, separated by spaces). `kind` is the word under which the page selects, links and
    switches its rows; it stands at the one table of a kind of statement whose rows are things of their own, and
    other tables of the kind follow it. `context` tables are drawn beside the data and are no layer of their own in
    exports. `lasting` rows go on where their last day is open; others stand on the day that is named.
    `keys` tells for a column of ids where they stand: "table.column", GROUND (a statement may name a road where a
    place is meant), or SIDES (of map.toml).
    """

    title: str
    abstract: str
    geometry: str
    columns: tuple[Column, ...]
    label: str = "id"
    kind: str = ""
    card: str = ""
    page: str = ""
    context: bool = False
    lasting: bool = False
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def first_of(self, *names: str) -> str | None:
        """Return the first of some columns that the table has."""
        own = {column.name for column in self.columns}
        return next((name for name in names if name in own), None)

    @property
    def dated(self) -> bool:
        """Whether its rows have a first and a last day."""
        return any(column.name == "date_start" for column in self.columns)


_ENDINGS = {"km": "(km)", "m": "(m)", "minutes": "(minutes)", "edtf": "(EDTF)", "my": "(Burmese)", "prec": "precision"}


@cache
def alias(column: str) -> str:
    """Return what readers are told a column is called, its unit in brackets."""
    *words, last = column.split("_")
    told = " ".join([*words, _ENDINGS.get(last, last) if words else last])
    return told[0].upper() + told[1:]


def columns(text: str) -> tuple[Column, ...]:
    """Read one column a line: name, type, meaning."""
    rows = (line.split(maxsplit=2) for line in text.splitlines() if line)
    return tuple(Column(name, type_, meaning) for name, type_, meaning in rows)


DATES = """
date_edtf     text    date as EDTF (ISO 8601-2)
date_start    date    first possible day; empty where open or unknown
date_end      date    last possible day; empty where open or unknown
"""

SAID = f"""
certainty     text    {listed(CERTAINTIES)}
status        text    {listed(STATUSES)}
"""

CITED = """
statement     text    id of the statement
source        text    id of the source
publisher     text    publisher of the source
url           text    address of the source
wording       text    restated (in our words, after the publisher) or verbatim
quote         text    the words it rests on
"""
