"""gazetteer/ -> the nouns of the ground, checked against each other."""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mapping.gazetteer.files import Folder
from mapping.gazetteer.model import (
    KINDS,
    QUALITIES,
    Actor,
    Gazetteer,
    Line,
    Location,
    Name,
    Place,
    Route,
    Settings,
    Stretch,
)

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.errors import Problems
    from mapping.geodesy import Point

PLACE_COLUMNS = "id name kind township region seat pcode geonames_id wikidata_id note"
NAME_COLUMNS = "place name language script attested_by"
LOCATION_COLUMNS = "place lat lon uncertainty_m status evidence credit note"
ACTOR_COLUMNS = "id name spellings side part_of note"
ROUTE_COLUMNS = "id name from to via stretches note"
NOT_PLACE_COLUMNS = "phrase reason"


def read_gazetteer(folder: Path, problems: Problems) -> Gazetteer:
    """Read gazetteer/; faults go to `problems`, and what is faulty is left out of the result."""
    files = Folder(folder, problems)
    settings = _settings(files)
    places = _places(files, settings)
    for place in settings.beyond:
        files.known("map.toml", "beyond", "place", place, places)
    stretches = _stretches(files)
    routes = _routes(files, places, stretches)
    return Gazetteer(
        places=places,
        routes=routes,
        actors=_actors(files, settings),
        not_places=tuple(row["phrase"] for row in files.table("not_places.csv", NOT_PLACE_COLUMNS)),
        rivers=_lines(files, "rivers.geojson", ("id", "credit")),
        boundaries=_lines(files, "boundaries.geojson", ("id", "left", "right", "credit")),
        locator={"type": "FeatureCollection", "features": files.features("locator.geojson", None)},
        settings=settings,
    )


def _settings(files: Folder) -> Settings:
    text = files.text("map.toml")
    try:
        data = tomllib.loads(text or "")
        box = {
            key: tuple(float(data[key][side]) for side in ("south", "west", "north", "east"))
            for key in ("window", "view")
        }
        return Settings(
            title=str(data["title"]), subtitle=str(data["subtitle"]),
            window=box["window"], view=box["view"],  # type: ignore[arg-type]  # four sides by construction
            beyond=tuple(data["beyond"]),
            sides={side["id"]: side["name"] for side in data["side"]},
            basemaps=tuple(data["basemap"]), labels=tuple(data.get("label", ())),
        )  # fmt: skip
    except tomllib.TOMLDecodeError as error:
        files.fault("map.toml", "", f"is no TOML: {error}")
    except (LookupError, TypeError, ValueError) as error:
        if text is not None:
            needs = "title, subtitle, beyond, [window], [view] (south, west, north, east), [[side]], [[basemap]]"
            files.fault("map.toml", "", f"lacks or garbles {error}; it needs {needs}")
    world = (-90.0, -180.0, 90.0, 180.0)
    return Settings("", "", world, world, (), {}, (), ())


def _places(files: Folder, settings: Settings) -> dict[str, Place]:
    rows = files.unique("places.csv", files.table("places.csv", PLACE_COLUMNS))
    names, locations = _names(files, rows), _locations(files, rows, settings)
    for id_, row in rows.items():
        files.known("places.csv", id_, "kind", row["kind"], KINDS)
        for column in ("township", "region", "seat"):
            if row[column]:
                files.known("places.csv", id_, column, row[column], rows)
    return {id_: Place(**row, names=tuple(names[id_]), locations=tuple(locations[id_])) for id_, row in rows.items()}


def _names(files: Folder, places: dict[str, dict[str, str]]) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = defaultdict(list)
    for row in files.table("names.csv", NAME_COLUMNS):
        if not files.known("names.csv", row["name"], "place", row["place"], places):
            continue
        if not row["name"] or row["name"] in {name.text for name in names[row["place"]]}:
            files.fault("names.csv", row["place"], f"name {row['name']!r} is empty or stands twice")
        names[row["place"]].append(Name(row["name"], row["language"], row["script"], row["attested_by"]))
    return names


def _locations(files: Folder, places: dict[str, dict[str, str]], settings: Settings) -> dict[str, list[Location]]:
    file = "locations.csv"
    locations: dict[str, list[Location]] = defaultdict(list)
    for row in files.table(file, LOCATION_COLUMNS):
        id_ = row["place"]
        numbers = [files.number(file, id_, column, row[column]) for column in ("lat", "lon", "uncertainty_m")]
        if not files.known(file, row["evidence"], "place", id_, places) or None in numbers:
            continue
        lat, lon, radius = (number for number in numbers if number is not None)
        if not files.known(file, id_, "status", row["status"], ("accepted", "rejected")):
            continue
        if row["status"] == "accepted":
            if any(other.status == "accepted" for other in locations[id_]):
                files.fault(file, id_, "has two accepted locations; keep one, mark the other rejected and note why")
            _check_window(files, settings, id_, lat, lon)
            if radius <= 0:
                files.fault(file, id_, f"uncertainty_m {radius:g} is not above 0; no location is exact")
        elif not row["note"]:
            files.fault(file, id_, "a rejected location needs its reason in note, so that nobody puts it back")
        if not row["evidence"]:
            files.fault(file, id_, "has no evidence; say where the coordinate was seen")
        locations[id_].append(Location(lat, lon, radius, row["status"], row["evidence"], row["credit"], row["note"]))
    return locations


def _check_window(files: Folder, settings: Settings, id_: str, lat: float, lon: float) -> None:
    south, west, north, east = settings.window
    if id_ in settings.beyond and abs(lat) <= 90 and abs(lon) <= 180:
        return
    if south <= lat <= north and west <= lon <= east:
        return
    if south <= lon <= north and west <= lat <= east:
        files.fault("locations.csv", id_, f"lat {lat:g} and lon {lon:g} look swapped; lat comes first")
    else:
        where = f"outside the window {south:g} to {north:g} N, {west:g} to {east:g} E of map.toml"
        remedy = "mend it, or list the place there under beyond"
        files.fault("locations.csv", id_, f"{lat:g}, {lon:g} lies {where}; {remedy}")


def _actors(files: Folder, settings: Settings) -> dict[str, Actor]:
    rows = files.unique("actors.csv", files.table("actors.csv", ACTOR_COLUMNS))
    for id_, row in rows.items():
        files.known("actors.csv", id_, "side", row["side"], settings.sides)
        if row["part_of"]:
            files.known("actors.csv", id_, "part_of", row["part_of"], rows)
    return {id_: Actor(**{**row, "spellings": _parts(row["spellings"])}) for id_, row in rows.items()}  # type: ignore[arg-type]


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _points(coordinates: list[list[float]]) -> tuple[Point, ...]:
    return tuple((float(lat), float(lon)) for lon, lat, *_ in coordinates)


def _stretches(files: Folder) -> dict[str, Stretch]:
    file = "routes.geojson"
    found: dict[str, Stretch] = {}
    for feature in files.features(file, "LineString"):
        row = feature["properties"]
        try:
            id_ = row["id"]
            radius = files.number(file, id_, "uncertainty_m", row["uncertainty_m"])
            stretch = Stretch(
                id_, _points(feature["geometry"]["coordinates"]), row["quality"], radius or 0.0,
                row["evidence"], row["credit"], row["note"],
            )  # fmt: skip
        except (LookupError, TypeError, ValueError) as error:
            files.fault(file, str(row.get("id", "a stretch")), f"lacks or garbles {error}")
            continue
        files.known(file, id_, "quality", stretch.quality, QUALITIES)
        if id_ in found:
            files.fault(file, id_, "stands twice; ids are unique")
        if len(stretch.points) < 2:
            files.fault(file, id_, "has fewer than two vertices")
            continue
        found[id_] = stretch
    return found


def _lines(files: Folder, file: str, needed: tuple[str, ...]) -> tuple[Line, ...]:
    lines = []
    for number, feature in enumerate(files.features(file, "LineString"), 1):
        missing = [key for key in needed if not feature["properties"].get(key)]
        if missing:
            files.fault(file, f"feature {number}", f"lacks {', '.join(missing)}")
        else:
            lines.append(Line(_points(feature["geometry"]["coordinates"]), feature["properties"]))
    return tuple(lines)


def _routes(files: Folder, places: dict[str, Place], stretches: dict[str, Stretch]) -> dict[str, Route]:
    file = "routes.csv"
    routes = {}
    for id_, row in files.unique(file, files.table(file, ROUTE_COLUMNS)).items():
        via, pieces = _parts(row["via"]), _parts(row["stretches"])
        good = [files.known(file, id_, "place", place, places) for place in (row["from"], row["to"], *via)]
        good += [files.known(file, id_, "stretch", piece, stretches) for piece in pieces]
        if id_ in places:
            files.fault(file, id_, "is also the id of a place; ids are unique among both")
        if not pieces:
            files.fault(file, id_, "names no stretches of routes.geojson")
        elif all(good):
            line = _chained(files, id_, places[row["from"]], [stretches[piece] for piece in pieces])
            routes[id_] = Route(id_, row["name"], row["from"], row["to"], via, line, row["note"])
    used = {stretch.id for route in routes.values() for stretch in route.stretches}
    for unused in stretches.keys() - used:
        files.fault("routes.geojson", unused, "belongs to no sound route; name it in routes.csv, or take it out")
    return routes


def _chained(files: Folder, id_: str, start: Place, pieces: list[Stretch]) -> tuple[Stretch, ...]:
    """Turn each stretch so that it begins where the one before ends."""
    chain: list[Stretch] = []
    for number, piece in enumerate(pieces):
        if chain:
            turn = piece.points[0] != chain[-1].points[-1]
        elif len(pieces) > 1:
            turn = piece.points[0] in _ends(pieces[1]) and piece.points[-1] not in _ends(pieces[1])
        else:
            turn = start.location is not None and _nearer(start.location.point, piece.points[-1], piece.points[0])
        points = piece.points[::-1] if turn else piece.points
        if chain and points[0] != chain[-1].points[-1]:
            advice = "give both the same end vertex in routes.geojson"
            before = pieces[number - 1].id
            files.fault("routes.csv", id_, f"stretch {piece.id} does not begin where {before} ends; {advice}")
        chain.append(replace(piece, points=points))
    return tuple(chain)


def _ends(piece: Stretch) -> tuple[Point, Point]:
    return piece.points[0], piece.points[-1]


def _nearer(origin: Point, one: Point, other: Point) -> bool:
    """Whether `one` is nearer to the origin; degrees serve, because a stretch is far longer than wide."""
    return math.dist(origin, one) < math.dist(origin, other)
