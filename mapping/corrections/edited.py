"""Points and lines of an export that somebody has edited."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyogrio
import shapely

from mapping.domain.errors import Problems

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd

    from mapping.domain.geodesy import Point

DECIMALS = 6  # as exports write them
# What a layer holds is told by its name, else by a column that no other layer has.
MARKS = {"places": {"location_evidence"}, "stretches": {"quality", "routes"}, "routes": {"detour"}}
KINDS = {"places": "Point", "stretches": "LineString", "routes": "LineString"}


@dataclass(frozen=True)
class Edited:
    """Vertices by id (lat, lon in degrees, WGS 84); None where a place has no point."""

    places: dict[str, tuple[Point, ...] | None] = field(default_factory=dict)
    stretches: dict[str, tuple[Point, ...] | None] = field(default_factory=dict)
    routes: dict[str, tuple[Point, ...] | None] = field(default_factory=dict)
    file: str = ""


def read_edited(path: Path) -> Edited:
    """Read the layers of places, stretches and routes of a GeoJSON file or GeoPackage, in any CRS.

    Raises CurationError with all faults.
    """
    problems, edited = Problems(), Edited(file=path.name)
    for name in _layers(path, problems):
        table = _read(path, name, problems)
        if table is None:
            continue
        columns = set(table.columns)
        role = name if name in MARKS else next((r for r, marks in MARKS.items() if marks <= columns), None)
        if role and "id" in columns:
            _take(table, role, getattr(edited, role), path.name, problems)
    if not problems.found and not (edited.places or edited.stretches or edited.routes):
        problems.add(path.name, "", "holds no layer of places, stretches or routes; export one, edit it, import that")
    problems.raise_if_any()
    return edited


def _layers(path: Path, problems: Problems) -> list[str]:
    try:
        return [str(name) for name, _ in pyogrio.list_layers(path)]
    except (pyogrio.errors.DataSourceError, OSError) as error:
        told = "is missing" if not path.exists() else f"is no GeoJSON or GeoPackage that can be read: {error}"
        problems.add(path.name, "", told)
        return []


def _read(path: Path, layer: str, problems: Problems) -> gpd.GeoDataFrame | None:
    try:
        table = pyogrio.read_dataframe(path, layer=layer)
        if not hasattr(table, "geometry") or table.crs is None:
            return None  # a table without geometry
        turned: gpd.GeoDataFrame = table.to_crs("EPSG:4326")
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        problems.add(path.name, layer, f"cannot be read: {error}")
        return None
    return turned


def _take(
    table: gpd.GeoDataFrame, role: str, found: dict[str, tuple[Point, ...] | None], file: str, problems: Problems
) -> None:
    for number, (id_, geometry) in enumerate(zip(table["id"], table.geometry, strict=True), 1):
        record = f"{role}: {id_}"
        shape = _single(geometry)
        if not isinstance(id_, str) or not id_:
            problems.add(file, f"{role}: feature {number}", "has no id; only what the project knows can be moved")
        elif id_ in found:
            problems.add(file, record, "stands twice; keep one feature of each id")
        elif shape is None:
            found[id_] = None
        elif shape.geom_type != KINDS[role]:
            problems.add(file, record, f"is a {shape.geom_type}; it must stay a {KINDS[role]}")
        elif not all(abs(lat) <= 90 and abs(lon) <= 180 for lat, lon in _vertices(shape)):
            problems.add(file, record, "has a vertex that is not on Earth; set the layer's CRS rightly")
        else:
            found[id_] = _vertices(shape)


def _single(geometry: Any) -> Any:
    """The one part of a multi-part geometry (QGIS likes to save them so); None where there is nothing."""
    if geometry is None or geometry.is_empty:
        return None
    parts = getattr(geometry, "geoms", None)
    return shapely.force_2d(parts[0] if parts is not None and len(parts) == 1 else geometry)


def _vertices(shape: Any) -> tuple[Point, ...]:
    return tuple((round(float(y), DECIMALS), round(float(x), DECIMALS)) for x, y in shape.coords)
