"""GeoPackage: every table in one file, with real dates, titles, field descriptions, foreign keys and styles."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyogrio
import shapely

from mapping.files.writing import written_by
from mapping.outputs.geojson import rounded
from mapping.outputs.qgis.layers import STYLED
from mapping.outputs.qgis.qml import qml
from mapping.waist import CRS, LINKS, TABLES, alias

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.waist import Column, Dataset, Table

NAME = "front.gpkg"
GEOMETRY = "geom"
KEPT_BACK = {"sources": ("text",)}
"""Columns that no export passes on: the texts belong to their publishers, and a reader needs only the quotes."""

PARENTS = {
    name: {column: parent for child, column, parent, _ in LINKS if child == name and not TABLES[parent].geometry}
    for name, table in TABLES.items() if not table.geometry
}  # fmt: skip
"""Table -> column -> the table whose id it names (foreign keys); GDAL makes the tables of layers without any."""

_STYLES = """CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT,
styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))"""

# The schema extension of GeoPackage 1.2, annex F.9: titles and descriptions of columns.
_COLUMNS = """CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,
CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))"""
_CONSTRAINTS = """CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (constraint_name TEXT NOT NULL,
constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN,
description TEXT, CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))"""
_EXTENSION = "INSERT OR IGNORE INTO gpkg_extensions VALUES (?, NULL, 'gpkg_schema', ?, 'read-write')"


def files(dataset: Dataset) -> dict[str, bytes]:
    """Return front.gpkg: the layers, then the tables without geometry, then how QGIS shows them."""
    stamp = f"{dataset.data_as_of or '1970-01-01'}T00:00:00.000Z"  # the latest source, not the clock
    return {NAME: written_by(lambda path: _write(path, dataset, stamp), NAME)}


def _write(path: Path, dataset: Dataset, stamp: str) -> None:
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": stamp})
    try:
        _write_layers(path, dataset)
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
    database = sqlite3.connect(path)
    try:
        with database:
            _write_tables(database, dataset, stamp)
            _write_descriptions(database)
            _write_styles(database, dataset, stamp)
        database.execute("VACUUM")
    finally:
        database.close()


def columns_of(name: str) -> tuple[Column, ...]:
    """Return the columns of a table that are passed on."""
    return tuple(column for column in TABLES[name].columns if column.name not in KEPT_BACK.get(name, ()))


def abstract(table: Table, dataset: Dataset) -> str:
    """Return what a table holds, with how recent it is and whom it rests on."""
    count = len(dataset.tables["sources"])
    return f"{table.abstract} After {count} sources, the latest of {dataset.data_as_of or 'unknown date'}."


def _write_layers(path: Path, dataset: Dataset) -> None:
    for name, table in TABLES.items():
        if not table.geometry:
            continue
        rows = dataset.tables[name].sort_values("id", kind="stable")
        geometries = rounded(rows.geometry.to_numpy())
        multiple = any(hasattr(geometry, "geoms") for geometry in geometries)
        fields = [_field(rows[column.name], column) for column in columns_of(name)]
        pyogrio.raw.write(
            path, shapely.to_wkb(geometries, flavor="iso"), [values for values, _ in fields],
            [column.name for column in columns_of(name)], field_mask=[mask for _, mask in fields], layer=name,
            driver="GPKG", geometry_type=f"Multi{table.geometry}" if multiple else table.geometry, crs=CRS,
            append=path.exists(), dataset_options={"VERSION": "1.2"},  # GDAL 3.6 warns of later versions
            layer_options={"IDENTIFIER": table.title, "DESCRIPTION": abstract(table, dataset),
                           "GEOMETRY_NAME": GEOMETRY, "FID": "fid"},
        )  # fmt: skip


def _field(values: pd.Series[Any], column: Column) -> tuple[Any, Any]:
    """Values and their mask of missing ones, in the NumPy types that GDAL turns into the right fields."""
    missing = values.isna().to_numpy()
    if column.type == "date":
        days = values.where(~missing, None).to_numpy(dtype="datetime64[D]")
        return days, missing
    if column.type == "integer":
        return values.fillna(0).to_numpy(dtype="int32"), missing
    if column.type == "number":
        return values.to_numpy(dtype="float64"), missing
    if column.type == "flag":
        return values.to_numpy(dtype=bool), missing
    return np.array([None if gap else str(value) for value, gap in zip(values, missing, strict=True)], object), missing


_SQL = {"text": "TEXT", "date": "DATE", "number": "REAL", "integer": "MEDIUMINT", "flag": "BOOLEAN"}


def _write_tables(database: sqlite3.Connection, dataset: Dataset, stamp: str) -> None:
    for name, table in TABLES.items():
        if table.geometry:
            continue
        columns = columns_of(name)
        definitions = ['"fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL']
        definitions += [
            f'"{column.name}" {_SQL[column.type]}' + (" UNIQUE NOT NULL" if column.name == "id" else "")
            for column in columns
        ]
        definitions += [
            f'FOREIGN KEY ("{column}") REFERENCES "{parent}" ("id")'
            for column, parent in PARENTS[name].items()
        ]  # fmt: skip
        database.execute(f'CREATE TABLE "{name}" ({", ".join(definitions)})')
        cells = [_cells(dataset.tables[name][column.name], column) for column in columns]
        listed, marks = ", ".join(f'"{column.name}"' for column in columns), ", ".join("?" * len(columns))
        rows = sorted(zip(*cells, strict=True), key=lambda row: tuple(map(str, row)))
        database.executemany(f'INSERT INTO "{name}" ({listed}) VALUES ({marks})', rows)  # noqa: S608  our own names
        _register(database, name, table.title, abstract(table, dataset), stamp, len(rows))


def _cells(values: pd.Series[Any], column: Column) -> list[Any]:
    turn = {"number": float, "integer": int, "flag": int}.get(column.type, str)
    return [None if pd.isna(value) else turn(value) for value in values.tolist()]


def _register(database: sqlite3.Connection, name: str, title: str, told: str, stamp: str, count: int) -> None:
    contents = (name, "attributes", title, told, stamp)
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
        "VALUES (?, ?, ?, ?, ?, 0)", contents,
    )  # fmt: skip
    database.execute("INSERT INTO gpkg_ogr_contents VALUES (?, ?)", (name, count))


def _write_descriptions(database: sqlite3.Connection) -> None:
    for statement in (_COLUMNS, _CONSTRAINTS):
        database.execute(statement)
    for table in ("gpkg_data_columns", "gpkg_data_column_constraints"):
        database.execute(_EXTENSION, (table, "http://www.geopackage.org/spec121/#extension_schema"))
    database.executemany("INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, NULL)", [
        (name, column.name, alias(column.name), alias(column.name), column.meaning)
        for name in TABLES for column in columns_of(name)
    ])  # fmt: skip


def _write_styles(database: sqlite3.Connection, dataset: Dataset, stamp: str) -> None:
    """Fill layer_styles; QGIS passes over a row in silence unless catalog and schema are '' and names are exact."""
    database.execute(_STYLES)
    rows = [(name, GEOMETRY, name, qml(name, dataset), TABLES[name].abstract, stamp) for name in STYLED]
    database.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
        "styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) "
        "VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '', NULL, ?)", rows,
    )  # fmt: skip
    _register(database, "layer_styles", "layer_styles", "Styles that QGIS applies on loading.", stamp, len(rows))
