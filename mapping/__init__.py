"""Turn a folder of news reports into a map that can be checked sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from mapping.notebook import Front
    from mapping.waist import Dataset

__all__ = ["load", "validate"]


def load(folder: str | PathLike[str] = ".") -> Front:
    """Read and check a project folder (seeds/ and gazetteer/) and return its tables and its map.

    Tables are attributes: `load(".").events` is a GeoDataFrame in EPSG:4326 (x = longitude), its columns are
    described by `load(".").columns("events")`. In a notebook the value shows the map. Raises
    mapping.domain.errors.CurationError with every fault of the curated files.
    """
    from mapping.notebook import Front  # noqa: PLC0415  `import mapping` stays instant; the tables load geopandas

    return Front.of(folder)


def validate(front: Front | Dataset) -> list[str]:
    """Return every fault of a front's tables in words; nothing where they keep the contract of the waist.

    For tables that somebody has changed or made: columns and dtypes as in mapping/waist/schema.py, geometries in
    EPSG:4326 (x = longitude), unique ids, keys that resolve.
    """
    from mapping.notebook import Front  # noqa: PLC0415  as above
    from mapping.waist import validate as waist  # noqa: PLC0415

    return waist.validate(front.dataset if isinstance(front, Front) else front)
