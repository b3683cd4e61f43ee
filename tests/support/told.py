"""What each output says of a fact: kind -> id of the statement -> certainty, status, date, start, end, place.

A facet that a format does not tell is missing; a fact that it leaves out has no entry.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyogrio
from lxml import etree

from mapping.outputs import render
from mapping.outputs.qgis.project import layer_id
from mapping.outputs.webmap.payload import payload
from mapping.waist import alias

if TYPE_CHECKING:
    from mapping.waist import Dataset

Told = dict[str, dict[str, dict[str, Any]]]
LAYERS = {"event": "events", "position": "positions", "distance": "distances"}
PLACES = {"event": "place", "position": "route", "distance": "to"}
COLUMNS = {"certainty": "certainty", "status": "status", "date": "date_edtf", "start": "date_start", "end": "date_end"}
K = "{http://www.opengis.net/kml/2.2}"


def statement_of(id_: str) -> str:
    """Id of the statement within an id of a row: source/statement/role/place."""
    return id_.split("/")[1]


def _of_rows(kind: str, rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    names = {**COLUMNS, "place": PLACES[kind]}
    return {
        statement_of(row["id"]): {facet: row[column] or None for facet, column in names.items() if column in row}
        for row in rows if statement_of(row["id"]).startswith(f"{kind}-")  # a position is a stated number, too
    }


def geojson(dataset: Dataset) -> Told:
    files = render("geojson", dataset)
    return {
        kind: _of_rows(kind, [one["properties"] for one in json.loads(files[f"{layer}.geojson"])["features"]])
        for kind, layer in LAYERS.items()
    }


def geopackage(dataset: Dataset) -> Told:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "front.gpkg"
        path.write_bytes(render("gpkg", dataset)[path.name])
        return {kind: _of_rows(kind, _read(path, layer)) for kind, layer in LAYERS.items()}


def _read(path: Path, layer: str) -> list[dict[str, Any]]:
    table = pyogrio.read_dataframe(path, layer=layer, read_geometry=False, fid_as_index=True)
    days = {name: table[name].dt.strftime("%Y-%m-%d") for name in table if pd.api.types.is_datetime64_dtype(table[name])}
    table = table.assign(**days)
    return table.astype(object).where(table.notna(), None).to_dict("records")


def spreadsheet(dataset: Dataset) -> Told:
    """events.csv and distances.csv; positions stand in statements.csv alone, with their places in words."""
    files = {name: _csv(content) for name, content in render("csv", dataset).items()}
    told: Told = {kind: _of_rows(kind, files[f"{LAYERS[kind]}.csv"]) for kind in ("event", "distance")}
    for kind, role in (("position", "on"),):
        rows = [row for row in files["statements.csv"] if row["kind"] == kind and row["status"] != "retracted"]
        told[kind] = _of_rows(kind, rows)
        for row in rows:
            told[kind][statement_of(row["id"])]["place"] = re.search(rf"\b{role} ([\w-]+)", row["places"])[1]
    return told


def _csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def google_earth(dataset: Dataset) -> Told:
    """What a balloon says, and the time span beside it; places are told by their names."""
    archive = zipfile.ZipFile(io.BytesIO(render("kmz", dataset)["front.kmz"]))
    told: Told = {kind: {} for kind in LAYERS}
    for mark in etree.fromstring(archive.read("doc.kml")).iter(f"{K}Placemark"):
        id_ = mark.findtext(f"{K}ExtendedData/{K}Data/{K}value")
        kind = id_.split("/")[1].partition("-")[0] if "/" in id_ else ""
        if (kind in told and mark.find(f"{K}Point") is not None) or kind == "distance":
            told[kind][statement_of(id_)] = _balloon(kind, mark)
    return told


def _balloon(kind: str, mark: Any) -> dict[str, Any]:
    said = _lines(mark)
    facets = {facet: said[alias(column)] for facet, column in COLUMNS.items() if alias(column) in said}
    place = {"event": "place_name", "distance": "to_name"}.get(kind)
    facets["place"] = said.get(alias(place)) if place else re.sub(r" \([a-z, ]+\)$", "", mark.findtext(f"{K}name"))
    for side, tag in (("start", "begin"), ("end", "end")):
        day = mark.findtext(f"{K}TimeSpan/{K}{tag}")
        facets[side] = day[:10] if day else None
    return facets


def _lines(mark: Any) -> dict[str, str]:
    """Label -> value of each line of a balloon."""
    lines = re.findall(r"<b>(.*?):</b> (.*?)(?:<br/>|$)", mark.findtext(f"{K}description"))
    return {label: html.unescape(value) for label, value in lines}


def page(dataset: Dataset) -> Told:
    """The block of data of the page; its dates travel by number, with their words."""
    block = payload(dataset)
    tables = {name: _unpacked(table) for name, table in block["tables"].items()}
    events = tables["events"]
    marks = [events[row["event"]] | {"place": row.get("place")} for row in tables["marks"]]
    rows = {"event": [{**row, "id": row["event_id"]} for row in marks]}
    rows |= {kind: tables[LAYERS[kind]] for kind in ("position", "distance")}
    told = {kind: _of_rows(kind, rows[kind]) for kind in LAYERS}
    for kind in ("event", "position"):
        for row in rows[kind]:
            told[kind][statement_of(row["id"])]["words"] = block["dates"]["words"]["en"][row["date"]]
    return told


def held(dataset: Dataset) -> dict[str, list[tuple[Any, ...]]]:
    """Output -> who holds which place from when to when: place, holders, standing, first and last day."""
    files = render("geojson", dataset)
    rows = [one["properties"] for one in json.loads(files["control.geojson"])["features"]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "front.gpkg"
        path.write_bytes(render("gpkg", dataset)[path.name])
        packed = _read(path, "control")
    columns = ("place", "holder", "standing", "date_start", "date_end")
    told = {name: sorted(tuple(row[c] or None for c in columns) for row in each) for name, each in (("GeoJSON", rows), ("GeoPackage", packed))}
    return told | {"Google Earth": _held_in_balloons(dataset), "page": _held_on_the_page(dataset)}


def _held_on_the_page(dataset: Dataset) -> list[tuple[Any, ...]]:
    day = pd.Timestamp("1970-01-01")

    def iso(number: int | None) -> str | None:
        return None if number is None else (day + pd.Timedelta(days=number)).date().isoformat()

    rows = _unpacked(payload(dataset)["tables"]["control"])
    return sorted((row["place"], row["holder"], row["standing"], iso(row["first"]), iso(row.get("last"))) for row in rows)


def _held_in_balloons(dataset: Dataset) -> list[tuple[Any, ...]]:
    ids = dict(zip(dataset.places["name"], dataset.places["id"], strict=True))
    actors = dict(zip(dataset.actors["name"], dataset.actors["id"], strict=True))
    archive = zipfile.ZipFile(io.BytesIO(render("kmz", dataset)["front.kmz"]))
    found = []
    for mark in etree.fromstring(archive.read("doc.kml")).iter(f"{K}Placemark"):
        said = _lines(mark)
        if "Standing" in said:
            days = [mark.findtext(f"{K}TimeSpan/{K}{tag}") for tag in ("begin", "end")]
            holder = "; ".join(actors[name] for name in said["Holder name"].split("; ")) if "Holder name" in said else None
            place = ids[mark.findtext(f"{K}name")]
            found.append((place, holder, said["Standing"], *(day and day[:10] for day in days)))
    return sorted(found)


def page_statements(dataset: Dataset) -> list[dict[str, Any]]:
    """Rows of the page's own table of statements, with the words of their quotes."""
    tables = {name: _unpacked(table) for name, table in payload(dataset)["tables"].items()}
    texts = [row["text"] for row in tables["sources"]]
    return [{**row, "quote": texts[row["source"]][row["start"] : row["start"] + row["length"]]} for row in tables["statements"]]


def _unpacked(table: dict[str, Any]) -> list[dict[str, Any]]:
    count = table["rows"]
    columns = {name: _column(packed, count) for name, packed in table.items() if name != "rows"}
    return [{name: values[row] for name, values in columns.items()} for row in range(count)]


def _column(packed: Any, count: int) -> list[Any]:
    if isinstance(packed, list):
        return packed
    if isinstance(packed, dict):
        runs = packed.get("runs", [])
        at = packed.get("at") or [index for index, n in zip(runs[::2], runs[1::2], strict=True) for _ in range(n)]
        return [None if index < 0 else packed["of"][index] for index in at]
    return [None] * count


def chronology(dataset: Dataset) -> dict[str, dict[str, str]]:
    """Title of an event -> date in words, place, certainty and the whole line."""
    lines = render("chronology", dataset)["chronology.md"].decode("utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return {
        row[1]: {"date": row[0], "place": row[2], "certainty": row[3].partition(", ")[0], "line": " ".join(row)}
        for row in cells if row[1] != "Event"
    }  # fmt: skip


def qgis_tips(dataset: Dataset) -> dict[str, str]:
    """Kind -> template of the map tip of its layer in the project."""
    archive = zipfile.ZipFile(io.BytesIO(render("qgis", dataset)["front.qgz"]))
    (name,) = [name for name in archive.namelist() if name.endswith(".qgs")]
    layers = etree.fromstring(archive.read(name)).iter("maplayer")
    tips = {layer.findtext("id"): layer.findtext("mapTip") for layer in layers}
    return {kind: tips[layer_id(layer)] for kind, layer in LAYERS.items()}


TABLES = {
    "GeoJSON": geojson, "GeoPackage": geopackage, "CSV": spreadsheet, "Google Earth": google_earth, "page": page,
}  # fmt: skip
