"""One drawn feature: a GeoJSON geometry and its properties, held against what a reader of it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mapping.domain.errors import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.domain.geodesy import Point

NESTING = {"Point": (0, 1), "LineString": (1, 2), "Polygon": (2, 4), "MultiPolygon": (3, 4)}
"""Kind of geometry -> how deep its vertices stand in lists, and how many a line or ring of it has at least."""

WGS84 = {
    "URN:OGC:DEF:CRS:OGC:1.3:CRS84", "URN:OGC:DEF:CRS:OGC::CRS84", "OGC:CRS84", "EPSG:4326",
    "URN:OGC:DEF:CRS:EPSG::4326",
}  # fmt: skip
"""Names of longitude and latitude on WGS 84 in the member "crs" of old GeoJSON."""


class CrsError(Exception):
    """A collection is in another coordinate reference system; the message says in which, and what to do."""


class Drawn(NamedTuple):
    """One sound feature: its GeoJSON, its properties, and all its vertices as lat, lon in degrees."""

    feature: dict[str, Any]
    properties: dict[str, Any]
    points: tuple[Point, ...]


def draw(feature: Any, texts: str, kinds: tuple[str, ...]) -> Drawn:
    """Return a feature with its properties and vertices.

    It must be of one of these kinds of geometry and have these texts as properties; a name of a property with a
    question mark may be empty. Raises ValueError, LookupError or TypeError for what is no such feature.
    """
    properties = properties_of(feature)
    optional = {name[:-1] for name in texts.split() if name.endswith("?")}
    properties = {name: "" if value is None and name in optional else value for name, value in properties.items()}
    _require_texts(properties, texts)
    geometry = _single(feature["geometry"], kinds)
    return Drawn({**feature, "geometry": geometry, "properties": properties}, properties, _vertices(geometry, kinds))


def require_wgs84(crs: Any) -> None:
    """Raise CrsError where a collection says that its coordinates are not degrees of WGS 84, as RFC 7946 has them."""
    if crs is None:
        return
    try:
        name = str(crs["properties"]["name"])
    except (LookupError, TypeError):
        name = str(crs)
    if name.upper() in WGS84:
        return
    raise CrsError(f"has its coordinates in {_called(name)}; save it as GeoJSON in WGS 84 (EPSG:4326)")


def _called(name: str) -> str:
    """A coordinate reference system by its own words and, where PROJ knows it, by its name."""
    from pyproj import CRS  # noqa: PLC0415  asked for a fault alone
    from pyproj.exceptions import CRSError  # noqa: PLC0415

    try:
        return f"{short(name)} ({CRS.from_user_input(name).name})"
    except CRSError:
        return short(name)


def _single(geometry: Any, kinds: tuple[str, ...]) -> Any:
    """A line in place of many lines of which there is one, as GIS programs save it."""
    if isinstance(geometry, dict) and geometry.get("type") == "MultiLineString" and "MultiLineString" not in kinds:
        lines = geometry.get("coordinates")
        if isinstance(lines, list) and len(lines) == 1:
            return {**geometry, "type": "LineString", "coordinates": lines[0]}
    return geometry


def properties_of(feature: Any) -> dict[str, Any]:
    """Return the properties of a feature; none where it has none that could be read."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _require_texts(properties: dict[str, Any], names: str) -> None:
    """Raise ValueError unless all these properties are texts, and not empty ones."""
    for name in names.split():
        value = properties.get(name.removesuffix("?"))
        if not isinstance(value, str) or not (value or name.endswith("?")):
            told = f"{name.removesuffix('?')}: {short(value)} is no text"
            raise ValueError(f"{told}; add it to the properties, in quotes")


def _vertices(geometry: Any, kinds: tuple[str, ...]) -> tuple[Point, ...]:
    """Vertices of a GeoJSON geometry as lat, lon in degrees; heights fall away. Raises ValueError for what is none."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in kinds:
        raise ValueError(f"the geometry is {short(kind)}; it must be a {' or '.join(kinds)}")
    depth, least = NESTING[kind]
    points = tuple(_flat(geometry.get("coordinates"), depth, least))
    if least > 1 and len(set(points)) < 2:
        raise ValueError("all vertices are one point; draw a line")
    return points


def _flat(coordinates: Any, depth: int, least: int) -> Iterator[Point]:
    if not isinstance(coordinates, list) or (depth and not coordinates):
        raise ValueError(f"the coordinates hold {short(coordinates)}; write lists of [longitude, latitude] in degrees")
    if depth == 1 and len(coordinates) < least:
        raise ValueError(f"a line of it has fewer than {least} vertices; draw it again")
    if depth:
        for part in coordinates:
            yield from _flat(part, depth - 1, least)
        return
    numbers = [number for number in coordinates if isinstance(number, int | float) and not isinstance(number, bool)]
    if len(numbers) < 2 or numbers != coordinates or not (abs(numbers[0]) <= 180 and abs(numbers[1]) <= 90):
        raise ValueError(f"{short(coordinates)} is no point on Earth; write [longitude, latitude] in degrees")
    yield float(numbers[1]), float(numbers[0])
