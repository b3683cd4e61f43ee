"""The one block of data of the page: the tables of the waist, each column written once."""

from __future__ import annotations

import json
import re
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING, Any

import pandas as pd

from mapping.domain.vocabulary import HAPPENED, STANDINGS
from mapping.domain.wording import of_days
from mapping.outputs.webmap.basemaps import basemaps
from mapping.outputs.webmap.packing import Shapes, cells, pack, position, references
from mapping.outputs.webmap.rows import rows
from mapping.style import plain, symbols
from mapping.waist import KIND_TABLES, TABLES, alias
from mapping.waist.headline import headline
from mapping.waist.schema import SAID, columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.waist import Dataset, Table

# An event is one row and a mark for each of its places. Of every other table the page reads what its declaration says.
# Quotes travel as spans of the sources' texts; publishers, addresses and wordings with their source; dates by number.
EVENTS = "event_id event type date_text date_basis actors against counts certainty status contradiction"
MARKS = "role place place_name route uncertainty_m geo_precision located_by"
COLUMNS = {"events": EVENTS, "marks": MARKS} | {name: table.page for name, table in TABLES.items() if table.page}
APART = "control"  # tells the first and the last day of its intervals, each on its own
DATED = {"statements": "date_edtf", "sources": "published"} | {
    name: "date_edtf" for name, table in KIND_TABLES.items() if table.kind and table.dated and name != APART
}
EPOCH = date(1970, 1, 1)  # days travel as numbers since then


def payload(dataset: Dataset) -> dict[str, Any]:
    """Return everything the viewer shows, as JSON knows it; nothing of it is markup."""
    shapes = Shapes()
    tables = {name: _written(dataset, name, shapes) for name in COLUMNS}
    settings = dataset.settings
    sides = symbols.side_colours(list(settings.sides))
    return {
        "meta": {
            "title": settings.title, "subtitle": headline(dataset), "view": settings.view, "window": settings.window,
            "asOf": _day(dataset.data_as_of), "first": _day(dataset.first_day), "last": _day(dataset.last_day),
            "version": dataset.version,
        },
        "sides": [{"id": id_, "name": name, "colour": sides[id_]} for id_, name in settings.sides.items()],
        "types": {
            id_: {"label": symbol.label, "colour": symbol.colour, "path": symbols.path(symbols.SHAPES[symbol.shape])}
            for id_, symbol in symbols.EVENTS.items() if id_ in {*dataset.events["type"], "other"}
        },
        "kinds": {table.kind: _kind(name, table) for name, table in KIND_TABLES.items() if table.kind and table.page},
        "plain": plain.COLOUR,
        "fills": symbols.FILLS,
        "happened": sorted(HAPPENED),
        "standings": {word: standing.meaning for word, standing in STANDINGS.items()},
        "basemaps": basemaps(settings.basemaps),
        "locator": _locator(dataset.locator),
        "words": words(),
        "dates": _dates(dataset),
        "tables": tables,
        "shapes": shapes.written,
    }  # fmt: skip


def _kind(name: str, table: Table) -> dict[str, Any]:
    """Return what the page must know of a kind that it has no card for; certainty and status it tells of every row."""
    said = {column.name for column in columns(SAID)}
    carried = [column for column in table.card.split() if column in table.page.split() and column not in said]
    card = [[column, alias(column)] for column in carried]
    declared = {"table": name, "title": table.title, "label": table.label, "card": card}
    switches = {"lasting": table.lasting, "area": table.geometry == "Polygon"}
    return declared | {switch: on for switch, on in switches.items() if on}


def words() -> dict[str, dict[str, str]]:
    """Return the words of the interface by language: viewer/words.<language>.json, and those that write a plain day."""
    found = {}
    for file in sorted(resources.files(__package__).joinpath("viewer").iterdir(), key=lambda file: file.name):
        if file.name.startswith("words.") and file.name.endswith(".json"):
            language = file.name.split(".")[1]
            days = {f"date.{name}": text for name, text in of_days(language).items()}
            found[language] = json.loads(file.read_text("utf-8")) | days
    return found


def _day(iso: str | None) -> int | None:
    return (date.fromisoformat(iso) - EPOCH).days if isinstance(iso, str) else None


def _dates(dataset: Dataset) -> dict[str, Any]:
    """Write every date once: where it stands (a day, or first and last day, one after the other), and its words.

    `open` is 1 where its start is open and 2 where its end is; short words are there for positions, which alone need
    them.
    """
    table, words = dataset.dates, dict(iter(dataset.date_words.groupby("language")))
    labelled = table["id"].isin(set(dataset.positions["date_edtf"])).tolist()
    starts, ends = table["date_start"].isna(), table["date_end"].isna()
    return {
        "edtf": table["id"].tolist(),
        "stands": [_spans(spans) for spans in table["stands"]],
        "open": pack([1 if start else 2 if end else None for start, end in zip(starts, ends, strict=True)]),
        "sure": pack([1 if sure else None for sure in table["sure"]]),
        "doubtful": pack([1 if doubtful else None for doubtful in table["doubtful"]]),
        "words": {language: rows["words"].tolist() for language, rows in words.items()},
        "short": {
            language: pack([short if label else None for short, label in zip(rows["short"], labelled, strict=True)])
            for language, rows in words.items()
        },
    }


def _spans(text: str | None) -> list[int | None]:
    days = [_day(day) for day in re.split("; |/", text)] if text else []
    return days[:1] if len(set(days)) == 1 and len(days) == 2 else days


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
    statements, dates = dataset.statements["id"].tolist(), dataset.dates["id"].tolist()
    if name in {"marks", "event_lines", "event_areas", "statements"}:
        links["event"] = references(table["event_id"], events)
    if name in DATED:
        links["date"] = references(table[DATED[name]], dates)
    if name in {"statements", "mentions"}:
        links["source"] = references(table["source"], dataset.sources["id"].tolist())
        links["start"], ends = _utf16(dataset, table)
        links["length"] = [end - start for start, end in zip(links["start"], ends, strict=True)]
    if name == "statements":
        links |= _reports(dataset, table)
    if name == "stretches":
        links["roads"] = _numbers(table["routes"], dataset.routes["id"].tolist())
    if name == APART:
        links |= _held(table, statements, dates)
    elif "statement" in table:
        links["statement"] = references(table["statement"], statements)
    elif name in KIND_TABLES and TABLES[name].kind and "statements" in table:
        links["told"] = _numbers(table["statements"], statements)
    return links


def _reports(dataset: Dataset, table: pd.DataFrame) -> dict[str, Sequence[Any]]:
    """Return what a statement tells as a report of an event: events carry their titles, disputed ones all places."""
    disputed = set(dataset.events.dropna(subset=["contradiction"])["event_id"])
    return {
        "title": cells(table["title"].where(table["event_id"].isna())),
        "places": cells(table["places"].where(table["event_id"].isin(disputed))),
        "preferred": [1 if value is True else None for value in table["preferred"].tolist()],
        "impossible": cells(table["impossible"]),
    }


def _held(table: pd.DataFrame, statements: list[str], dates: list[str]) -> dict[str, Sequence[Any]]:
    """Return first and last day of each interval, when it began and was last said, and by which statements."""
    return {
        "first": [_day(day) for day in table["date_start"]],
        "last": [_day(day) for day in table["date_end"]],
        "said": [_day(day) for day in table["last_said"]],
        "since": references(table["since_edtf"], dates),
        "told": _numbers(table["statements"], statements),
        "denied": _numbers(table["against"], statements),
    }


def _numbers(column: pd.Series[Any], ids: list[str]) -> list[str | None]:
    """Return the row numbers of the ids that are joined in each cell, joined by spaces."""
    rows = [references(cell.split("; "), ids) if isinstance(cell, str) else [] for cell in column]
    return [" ".join(str(number) for number in row if number is not None) or None for row in rows]


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
