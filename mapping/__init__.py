"""Turn a folder of news reports into a map that can be checked sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from mapping.notebook import Front

__all__ = ["load"]


def load(folder: str | PathLike[str] = ".") -> Front:
    """Read and check a project folder (seeds/ and gazetteer/) and return its tables and its map.

    Tables are attributes: `load(".").events` is a GeoDataFrame in EPSG:4326 (x = longitude), its columns are
    described by `load(".").columns("events")`. In a notebook the value shows the map. Raises
    mapping.domain.errors.CurationError with every fault of the curated files.
    """
    from mapping.notebook import Front  # noqa: PLC0415  `import mapping` stays instant; the tables load geopandas

    return Front.of(folder)
