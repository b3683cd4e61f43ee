"""Every export format by its name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.waist import Dataset

# Format -> its module in this folder, each with `files(dataset) -> {file name: content}`.
FORMATS = {
    "page": "webmap",
    "geojson": "geojson",
    "qml": "qgis.qml",
    "gpkg": "qgis.geopackage",
    "qgis": "qgis.project",
    "kmz": "kmz.kml",
    "csv": "csv_tables",
    "lpf": "linked_places",
    "chronology": "text.chronology",
    "quality": "text.quality",
}

COMPANIONS = {"geojson": ("qml",), "qgis": ("gpkg",)}
"""Format -> those without which it is worth less: the styles of the files, the data of the project."""


def export(names: Iterable[str], dataset: Dataset) -> dict[str, bytes]:
    """Return the files of several formats and their companions, with a README.txt and checksums of all."""
    from mapping.outputs.text.readme import describe  # noqa: PLC0415  knows the formats, which know this room

    wanted = dict.fromkeys(part for name in names for part in (name, *COMPANIONS.get(name, ())))
    files: dict[str, bytes] = {}
    for name in wanted:
        files |= render(name, dataset)
    return files | describe(files, dataset)


def render(name: str, dataset: Dataset) -> dict[str, bytes]:
    """Return the files of one format, a key of FORMATS; only its own module is loaded."""
    files: dict[str, bytes] = import_module(f"mapping.outputs.{FORMATS[name]}").files(dataset)
    return files
