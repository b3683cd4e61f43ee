"""GeoJSON after RFC 7946, written for readers and diffs: one feature a line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely

from mapping.files.geojson import write_collection
from mapping.waist import LAYERS, TABLES

if TYPE_CHECKING:
    import geopandas as gpd

    from mapping.waist import Column, Dataset

DECIMALS = 6  # of a degree: a tenth of a metre, finer than anything here is known


def files(dataset: Dataset) -> dict[str, bytes]:
    """Return "<layer>.geojson" for each layer; what is not located has a null geometry."""
    return {f"{layer}.geojson": collection(dataset.tables[layer], layer).encode() for layer in LAYERS}


def collection(table: gpd.GeoDataFrame | pd.DataFrame, name: str) -> str:
    """Write one table of the waist (EPSG:4326) as a FeatureCollection, sorted by id, with its bbox.

    Raises ValueError when an id stands twice.
    """
    order = np.argsort(table["id"].to_numpy(dtype=str), kind="stable")
    table = table.iloc[order]
    if not table["id"].is_unique:
        twice = table["id"][table["id"].duplicated()].unique()
        raise ValueError(f"{name}: ids stand twice: {', '.join(twice)}")
    geometries = rounded(table.geometry.to_numpy())
    columns = {column.name: plain_values(table[column.name], column) for column in TABLES[name].columns}
    features = []
    for row, geometry in zip(zip(*columns.values(), strict=True), geometries, strict=True):
        properties = dict(zip(columns, row, strict=True))
        features.append(
            {
                "type": "Feature",
                "id": properties["id"],
                "geometry": None if geometry is None else shapely.geometry.mapping(geometry),
                "properties": properties,
            }
        )
    members: dict[str, Any] = {}
    if any(geometry is not None for geometry in geometries):
        members["bbox"] = [round(float(side), DECIMALS) for side in shapely.total_bounds(geometries)]
    return write_collection(features, members)


def rounded(geometries: Any) -> Any:
    """Round an array of geometries to DECIMALS; exterior rings run counter-clockwise, no vertex stands twice.

    What is empty, or a line of no length, becomes None.

    One kind of geometry comes out: where there is one multi-part geometry, all become multi-part, because
    programs open a file of mixed kinds as several layers.
    """
    plain = shapely.remove_repeated_points(shapely.transform(np.asarray(geometries, dtype=object), _round))
    geometries = np.array([_sound(geometry) for geometry in shapely.orient_polygons(plain)], dtype=object)
    if any(hasattr(geometry, "geoms") for geometry in geometries):
        parts: dict[str, Any] = {"Polygon": shapely.MultiPolygon, "LineString": shapely.MultiLineString}
        for i, geometry in enumerate(geometries):
            if geometry is not None and geometry.geom_type in parts:
                geometries[i] = parts[geometry.geom_type]([geometry])
    return geometries


def _sound(geometry: Any) -> Any:
    nothing = geometry is None or geometry.is_empty or (geometry.geom_type == "LineString" and geometry.length == 0)
    return None if nothing else geometry


def _round(coordinates: Any) -> Any:
    return np.round(coordinates, DECIMALS) + 0.0  # adding zero makes -0.0 a plain zero


def plain_values(values: pd.Series[Any], column: Column) -> list[Any]:
    """Return the values of a column as plain Python: None for what is missing, no NaN, no NumPy types."""
    if column.type == "number":
        return [round(value, DECIMALS) + 0.0 if math.isfinite(value) else None for value in values.tolist()]
    if column.type == "integer":
        return [None if pd.isna(value) else int(value) for value in values.tolist()]
    if column.type == "flag":
        return [bool(value) for value in values.tolist()]
    return [None if pd.isna(value) else str(value) for value in values.tolist()]
