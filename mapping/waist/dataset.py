"""The data of a front: all tables of the waist, and what holds for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd

from mapping.domain.harmless import harmless
from mapping.waist.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.gazetteer import Settings

CRS = "EPSG:4326"
DTYPES = {"text": "object", "date": "object", "number": "float64", "integer": "Int64", "flag": "bool"}


@dataclass(frozen=True)
class Dataset:
    """All tables by their names in TABLES, beside the settings of map.toml.

    `locator` is the hand-drawn outline for the inset (GeoJSON); `data_as_of` the latest known day of publication,
    `first_day` and `last_day` those between which all lies that is dated (ISO 8601; None where nothing is);
    `version` is that of the program.
    """

    tables: Mapping[str, pd.DataFrame]
    settings: Settings
    locator: dict[str, Any]
    data_as_of: str | None
    first_day: str | None
    last_day: str | None
    version: str

    def __getattr__(self, name: str) -> pd.DataFrame:
        try:
            return self.tables[name]
        except KeyError as error:
            raise AttributeError(name) from error


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Make one table of the waist from rows that hold exactly its columns (and `geometry`).

    Returns a GeoDataFrame (EPSG:4326; x = longitude, y = latitude) where the table has a geometry. Text is harmless.
    Raises ValueError when a row lacks a column or has one too many.
    """
    table = TABLES[name]
    rows = list(rows)
    wanted = [column.name for column in table.columns]
    for row in rows:
        odd = set(row) ^ {*wanted, *(("geometry",) if table.geometry else ())}
        if odd:
            raise ValueError(f"{name}: columns differ from the schema: {', '.join(sorted(odd))}")
    data = {
        column.name: pd.Series([_cell(row[column.name]) for row in rows], dtype=DTYPES[column.type])
        for column in table.columns
    }
    if not table.geometry:
        return pd.DataFrame(data)
    return gpd.GeoDataFrame(data, geometry=gpd.GeoSeries([row["geometry"] for row in rows], crs=CRS), crs=CRS)


def _cell(value: Any) -> Any:
    return harmless(value) if isinstance(value, str) else value
