"""CSV for spreadsheets and statistics (RFC 4180), with columns that ACLED, UCDP and Darwin Core users know."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from mapping.domain.harmless import first_seen
from mapping.domain.vocabulary import EVENT_TYPES, HAPPENED
from mapping.outputs.geojson import DECIMALS, plain_values
from mapping.waist import KIND_TABLES, TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapping.waist import Dataset

FIRST = ("events", "statements", "places", "distances")
TOLD = ("positions", "control", "access")  # statements.csv says what a spreadsheet needs of them
EXPORTED = (*FIRST, *(name for name, table in KIND_TABLES.items() if table.kind and name not in (*FIRST, *TOLD)))
FORMULA = frozenset("=+-@＝＋－＠")
"""A text whose first visible sign is one of these would be run by a spreadsheet; an apostrophe in front keeps it."""

DATUM = "EPSG:4326"
PROTOCOL = "point-radius; see location_evidence and uncertainty_m"
VERIFIED = {
    "gazetteer": "verified by data custodian", "inferred": "requires verification", "route": "requires verification",
    "seat": "requires verification", "not located": "unable to georeference",
}  # fmt: skip
"""How a place was located -> Darwin Core's georeferenceVerificationStatus; what is announced has no place yet."""

Row = dict[str, Any]


def files(dataset: Dataset) -> dict[str, bytes]:
    """Return events.csv, statements.csv, places.csv, distances.csv and a file for each further kind of statement.

    They are in UTF-8, lines ended by CRLF.
    """
    evidence = {row["id"]: row["location_evidence"] for row in _rows(dataset, "places")}
    further: dict[str, Callable[[Row], Row]] = {
        "events": lambda row: _acled(row) | _darwin_core(row, evidence.get(row["place"])),
        "places": lambda row: _darwin_core(row, row["location_evidence"]),
    }

    def of_points(row: Row) -> Row:
        return _darwin_core(row, evidence.get(row.get("place") or ""))

    made = {}
    for name in EXPORTED:
        more = further.get(name, of_points if TABLES[name].geometry == "Point" else _nothing)
        made[f"{name}.csv"] = _csv(columns(name), [row | more(row) for row in _rows(dataset, name)]).encode()
    return made


def columns(name: str) -> list[str]:
    """Return the header of a table: the columns of the waist, then those of others' standards."""
    own = [column.name for column in TABLES[name].columns]
    acled = ["event_type", "sub_event_type"] if name == "events" else []
    return own + acled + (list(_DARWIN_CORE) if TABLES[name].geometry == "Point" else [])


def _nothing(_: Row) -> Row:
    return {}


def _acled(row: Row) -> Row:
    """ACLED's words for what happened; empty for what it does not code, and for what is only planned."""
    type_ = EVENT_TYPES.get(row["type"]) if row["certainty"] in HAPPENED else None
    event_type, sub_event_type = type_.acled if type_ else ("", "")
    return {"event_type": event_type or None, "sub_event_type": sub_event_type or None}


_DARWIN_CORE = (
    "decimalLatitude", "decimalLongitude", "geodeticDatum", "coordinateUncertaintyInMeters", "georeferenceProtocol",
    "georeferenceSources", "georeferenceVerificationStatus",
)  # fmt: skip


def _darwin_core(row: Row, evidence: str | None) -> Row:
    point = row["geometry"]
    status = VERIFIED.get(row.get("located_by") or "")  # a kind of statement may not tell it, nor how far off it may be
    values = (
        point and round(point.y, DECIMALS), point and round(point.x, DECIMALS), point and DATUM,
        point and row.get("uncertainty_m"), point and ("uncertainty_m" in row or None) and PROTOCOL,
        point and evidence, status,
    )  # fmt: skip
    return dict(zip(_DARWIN_CORE, values, strict=True))


def _rows(dataset: Dataset, name: str) -> Iterable[Row]:
    """Rows by id, missing values as None, the point or None under "geometry"."""
    table = dataset.tables[name].sort_values("id", kind="stable")
    cells = {column.name: plain_values(table[column.name], column) for column in TABLES[name].columns}
    points = table.geometry.to_numpy() if TABLES[name].geometry else [None] * len(table)
    for point, *values in zip(points, *cells.values(), strict=True):
        row = dict(zip(cells, values, strict=True))
        yield {**row, "geometry": point if point is not None and not point.is_empty else None}


def _csv(header: list[str], rows: list[Row]) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([[_cell(row[column]) for column in header] for row in rows])
    return buffer.getvalue()


def _cell(value: Any) -> str:
    """Numbers as they are; text so that no spreadsheet takes it for a formula; nothing for what is missing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return "'" + value if first_seen(value) in FORMULA or value.startswith(("\t", "\r", "\n")) else value
    return repr(value)
