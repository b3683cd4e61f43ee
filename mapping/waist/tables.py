"""Every table of the waist by its name, from what the gazetteer, the kinds of statement and the sources declare."""

from __future__ import annotations

from mapping.waist import date_tables, source_tables
from mapping.waist.gazetteer_tables import CONTEXT_ENTRY, PLACES_ENTRY
from mapping.waist.kinds import KINDS

ENTRIES = (PLACES_ENTRY, *KINDS, source_tables.ENTRY, CONTEXT_ENTRY)
TABLES = {name: table for entry in ENTRIES for name, table in entry.tables.items()} | date_tables.TABLES
KIND_TABLES = {name: table for entry in KINDS for name, table in entry.tables.items()}
"""The tables that the kinds of statement declare."""
LAYERS = tuple(name for name, table in TABLES.items() if table.geometry and not table.context)
"""The tables that exports hand on as layers; context lines are drawn beside them."""

_ONE_ID = frozenset({"id", "source", "place", "event_id", "date"})  # keys with a single id in each cell
LINKS = tuple(
    (name, column, *targets[0].split("."))
    for name, table in TABLES.items() for column, targets in table.keys.items() if column in _ONE_ID
)  # fmt: skip
"""(table, column, table, column): where a cell names the one row, of another table, to which its own row belongs."""
