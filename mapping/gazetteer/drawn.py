"""One drawn feature: a GeoJSON geometry and its properties, held against what a reader of it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mapping.domain.errors import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.domain.geodesy import Point

NESTING = {"Point": (0, 1), "LineString": (1, 2), "Polygon": (2, 4), "MultiPolygon": (3, 4)}
"""Kind of geometry -> how deep its vertices stand in lists, and how many a line or ring of it has at least."""


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
    _require_texts(properties, texts)
    return Drawn(feature, properties, _vertices(feature["geometry"], kinds))


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
