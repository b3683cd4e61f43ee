"""The one block of data of the page: the tables of the waist, each column written once."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import TYPE_CHECKING, Any

import pandas as pd

from mapping.domain.statements import HAPPENED
from mapping.outputs.webmap.basemaps import basemaps
from mapping.outputs.webmap.packing import Shapes, cells, pack, position, references
from mapping.outputs.webmap.rows import rows
from mapping.style import symbols

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.waist import Dataset

# What the viewer reads of each table. Quotes travel as spans of the sources' texts; publishers, addresses and
# wordings with their source.
DATES = "date_edtf date_start date_end date_text"
COLUMNS = {
    "places": "id name names name_my kind township state_region pcode geonames_id uncertainty_m located_by "
              "location_evidence location_credit location_note",
    "routes": "id name from to via drawn_km straight_km stated_km uncertainty_m quality",
    "stretches": "quality routes evidence credit",
    "events": f"event_id event type {DATES} date_basis actors against counts certainty status contradiction",
    "marks": "role place place_name route uncertainty_m geo_precision located_by",
    "event_lines": "type shape route certainty",
    "event_areas": "type",
    "distances": "id kind from from_name to to_name route stated_km stated_minutes fraction bearing approximate "
                 "measured_km straight_km azimuth verdict verdict_detail certainty status",
    "positions": f"id route from from_name place fraction km actors {DATES} approximate uncertainty_m certainty "
                 "status said_by",
    "position_bands": "id",
    "advances": "actors statements",
    "control": "id place holder side basis since_edtf date_edtf date_start date_end certainty status "
               "said_by",
    "access": "id to to_name from from_name route route_name certainty status",
    "sources": "id title publisher published url wording read notes text",
    "statements": "kind title places counts date_edtf certainty status said_by denied_by note start end",
    "mentions": "start end place",
    "not_located": "id name event_id reason sources",
    "actors": "id name side",
    "rivers": "name",
    "boundaries": "left right",
}  # fmt: skip
CITED = ("distances", "positions", "control", "access")


def payload(dataset: Dataset) -> dict[str, Any]:
    """Return everything the viewer shows, as JSON knows it; nothing of it is markup."""
    shapes = Shapes()
    tables = {name: _written(dataset, name, shapes) for name in COLUMNS}
    settings = dataset.settings
    sides = symbols.side_colours(list(settings.sides))
    return {
        "meta": {
            "title": settings.title, "subtitle": settings.subtitle, "view": settings.view, "window": settings.window,
            "asOf": dataset.data_as_of, "version": dataset.version,
        },
        "sides": [{"id": id_, "name": name, "colour": sides[id_]} for id_, name in settings.sides.items()],
        "types": {
            id_: {"label": symbol.label, "colour": symbol.colour, "path": symbols.path(symbols.SHAPES[symbol.shape])}
            for id_, symbol in symbols.EVENTS.items() if id_ in {*dataset.events["type"], "other"}
        },
        "fills": symbols.FILLS,
        "happened": sorted(HAPPENED),
        "basemaps": basemaps(settings.basemaps),
        "locator": _locator(dataset.locator),
        "words": words(),
        "tables": tables,
        "shapes": shapes.written,
    }  # fmt: skip


def words() -> dict[str, dict[str, str]]:
    """Return the words of the interface by language: the files viewer/words.<language>.json."""
    found = {}
    for file in sorted(resources.files(__package__).joinpath("viewer").iterdir(), key=lambda file: file.name):
        if file.name.startswith("words.") and file.name.endswith(".json"):
            found[file.name.split(".")[1]] = json.loads(file.read_text("utf-8"))
    return found


def _written(dataset: Dataset, name: str, shapes: Shapes) -> dict[str, Any]:
    """Write one table: its number of rows, its columns, its points ("lat", "lon") or shapes ("drawn")."""
    table = rows(dataset, name)
    columns: dict[str, Sequence[Any]] = {column: cells(table[column]) for column in COLUMNS[name].split()}
    for end in {"from", "to", "route"} & columns.keys():
        if f"{end}_name" in columns:  # words of the text, where no place or road is meant that has a name of its own
            columns[f"{end}_name"] = cells(table[f"{end}_name"].where(table[end].isna()))
    if name == "places":
        slugs = map(_slug, table["name"])
        columns["id"] = [None if id_ == slug else id_ for id_, slug in zip(table["id"], slugs, strict=True)]
    columns.update(_links(dataset, name, table))
    if "geometry" in table and name != "routes":  # a route is the chain of its stretches
        geometries = [None if pd.isna(geometry) else geometry for geometry in table["geometry"].tolist()]
        if all(geometry is None or geometry.geom_type == "Point" for geometry in geometries):
            points = [position(geometry) for geometry in geometries]
            columns |= {"lat": [p and p[0] for p in points], "lon": [p and p[1] for p in points]}
        else:
            columns["drawn"] = [shapes.add(geometry) for geometry in geometries]
    packed = {column: pack(values) for column, values in columns.items()}
    return {"rows": len(table), **{column: values for column, values in packed.items() if values is not None}}


def _slug(name: str) -> str:
    """Return what most places' ids are made of their names by; the viewer makes them so where none is written."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _links(dataset: Dataset, name: str, table: pd.DataFrame) -> dict[str, Sequence[Any]]:
    """Return the columns that lead from one table to another, as row numbers."""
    links: dict[str, Sequence[Any]] = {}
    events = dataset.events["event_id"].drop_duplicates().tolist()
    if name in {"marks", "event_lines", "event_areas", "statements"}:
        links["event"] = references(table["event_id"], events)
    if name in {"statements", "mentions"}:
        links["source"] = references(table["source"], dataset.sources["id"].tolist())
        links["start"], links["end"] = _utf16(dataset, table)
    if name == "statements":
        disputed = set(dataset.events.dropna(subset=["contradiction"])["event_id"])
        links["title"] = cells(table["title"].where(table["event_id"].isna()))  # events carry their own
        links["places"] = cells(table["places"].where(table["event_id"].isin(disputed)))  # told side by side
        links["preferred"] = [1 if value is True else None for value in table["preferred"].tolist()]
        links["impossible"] = cells(table["impossible"])
    if name in CITED:
        links["statement"] = _cited(dataset, table)
    return links


def _cited(dataset: Dataset, table: pd.DataFrame) -> list[int | None]:
    """Return the row of the statement that each row rests on: its own id, else the same words of the same source."""
    statements = dataset.statements
    by_id = {id_: number for number, id_ in enumerate(statements["id"])}
    by_quote: dict[tuple[str, str], int] = {}
    for number, key in enumerate(zip(statements["source"], statements["quote"], strict=True)):
        by_quote.setdefault(key, number)
    return [
        next((by_id[key] for key in (id_, id_.rpartition("/")[0]) if key in by_id), by_quote.get((source, quote)))
        for id_, source, quote in zip(table["id"], table["source"], table["quote"], strict=True)
    ]


def _utf16(dataset: Dataset, table: pd.DataFrame) -> tuple[list[int], list[int]]:
    """Turn code points into UTF-16 units, which is how scripts count; they differ beyond U+FFFF only."""
    texts = dict(zip(dataset.sources["id"], dataset.sources["text"], strict=True))
    wide = {source for source, text in texts.items() if text and max(text) > "\uffff"}

    def units(source: str, offset: int) -> int:
        return offset if source not in wide else len(texts[source][:offset].encode("utf-16-le")) // 2

    starts, ends = (
        [units(source, int(offset)) for source, offset in zip(table["source"], table[column], strict=True)]
        for column in ("start", "end")
    )
    return starts, ends


def _locator(collection: dict[str, Any]) -> dict[str, Any]:
    """Return the inset: rings of the country as [lat, lon] pairs, and its neighbours' names."""
    outline: list[list[list[float]]] = []
    names: list[list[Any]] = []
    country = ""
    for feature in collection["features"]:
        geometry, properties = feature["geometry"], feature["properties"]
        if geometry["type"] == "Point":
            names.append([properties["name"], geometry["coordinates"][1], geometry["coordinates"][0]])
            continue
        country = properties["name"]
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        outline += [[[lat, lon] for lon, lat, *_ in polygon[0]] for polygon in polygons]
    return {"country": country, "outline": outline, "neighbours": names}
