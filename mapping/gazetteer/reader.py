"""gazetteer/ -> the nouns of the ground, checked against each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from mapping.domain.geodesy import within
from mapping.domain.vocabulary import AREAS
from mapping.domain.vocabulary import PLACE_KINDS as KINDS
from mapping.gazetteer.folder import Folder, parts
from mapping.gazetteer.model import Actor, Gazetteer, Line, Location, Name, Place, Settings
from mapping.gazetteer.roads import read_routes
from mapping.gazetteer.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mapping.domain.errors import Problems


def read_gazetteer(folder: Path, problems: Problems, changed: Mapping[str, bytes] | None = None) -> Gazetteer:
    """Read gazetteer/; faults go to `problems`, and what is faulty is left out of the result.

    Places, routes and actors come by their ids, in whatever order the rows stand.
    `changed` maps names of files to contents that are read in place of what stands in the folder.
    """
    files = Folder(folder, problems, changed or {})
    settings = read_settings(files)
    places = _places(files, settings)
    for place in settings.beyond:
        files.known("map.toml", "beyond", "place", place, places, "places.csv")
    return Gazetteer(
        places=dict(sorted(places.items())),
        routes=dict(sorted(read_routes(files, places).items())),
        actors=dict(sorted(_actors(files, settings).items())),
        not_places=_not_places(files),
        rivers=_lines(files, "rivers.geojson", "id credit", ("id",), places),
        boundaries=_lines(files, "boundaries.geojson", "id left right credit", ("left", "right"), places),
        locator=_locator(files),
        settings=settings,
    )


def _places(files: Folder, settings: Settings) -> dict[str, Place]:
    rows = files.unique("places.csv", files.table("places.csv"))
    names, locations = _names(files, rows), _locations(files, rows, settings)
    for id_, row in rows.items():
        files.known("places.csv", id_, "kind", row["kind"], KINDS)
        for column in ("township", "region", "seat"):
            if row[column] and files.known("places.csv", id_, column, row[column], rows, "places.csv"):
                _check_role(files, row, column, rows[row[column]]["kind"])
    return {id_: Place(**row, names=tuple(names[id_]), locations=tuple(locations[id_])) for id_, row in rows.items()}


def _check_role(files: Folder, row: dict[str, str], column: str, kind: str) -> None:
    """A place lies in a township and a region; a township has a seat, which is a place with a point of its own."""
    if column == "seat" and (row["kind"] != "township" or kind in AREAS):
        message = f"seat: a {row['kind']} with a {kind} as its seat; only a township has one, and that is a town"
        files.fault("places.csv", row["id"], message)
    elif column not in {"seat", kind}:
        files.fault("places.csv", row["id"], f"{column}: {row[column]!r} is a {kind}; name a {column}")


def _names(files: Folder, places: dict[str, dict[str, str]]) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = defaultdict(list)
    for row in files.table("names.csv"):
        if not files.known("names.csv", row["name"], "place", row["place"], places, "places.csv"):
            continue
        if not files.is_name("names.csv", row["place"], row["name"]):
            continue
        if row["name"] in {name.text for name in names[row["place"]]}:
            files.fault("names.csv", row["place"], f"{row['name']!r} stands twice; take one row out")
        names[row["place"]].append(Name(row["name"], row["language"], row["script"], row["attested_by"]))
    return names


def _not_places(files: Folder) -> tuple[str, ...]:
    rows = files.table("not_places.csv")
    return tuple(row["phrase"] for row in rows if files.is_name("not_places.csv", row["reason"], row["phrase"]))


def _locations(files: Folder, places: dict[str, dict[str, str]], settings: Settings) -> dict[str, list[Location]]:
    file = "locations.csv"
    locations: dict[str, list[Location]] = defaultdict(list)
    for row in files.table(file):
        id_ = row["place"]
        numbers = [files.number(file, id_, column, row[column]) for column in ("lat", "lon", "uncertainty_m")]
        if not files.known(file, row["evidence"], "place", id_, places, "places.csv") or None in numbers:
            continue
        lat, lon, radius = (number for number in numbers if number is not None)
        if not files.known(file, id_, "status", row["status"], ("accepted", "rejected")):
            continue
        if row["status"] == "accepted":
            if any(other.status == "accepted" for other in locations[id_]):
                files.fault(file, id_, "has two accepted locations; keep one, mark the other rejected and note why")
            _check_window(files, settings, id_, lat, lon)
            files.is_radius(file, id_, radius)
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
    if within((lat, lon), settings.window):
        return
    if within((lon, lat), settings.window):
        files.fault("locations.csv", id_, f"lat {lat:g} and lon {lon:g} look swapped; lat comes first")
    else:
        where = f"outside the window {south:g} to {north:g} N, {west:g} to {east:g} E of map.toml"
        remedy = "mend it, or list the place there under beyond"
        files.fault("locations.csv", id_, f"{lat:g}, {lon:g} lies {where}; {remedy}")


def _actors(files: Folder, settings: Settings) -> dict[str, Actor]:
    rows = files.unique("actors.csv", files.table("actors.csv"))
    for id_, row in rows.items():
        files.known("actors.csv", id_, "side", row["side"], settings.sides, "map.toml")
        if row["part_of"] and files.known("actors.csv", id_, "part_of", row["part_of"], rows, "actors.csv"):
            _check_whole(files, id_, rows)
    return {id_: Actor(**{**row, "spellings": parts(row["spellings"])}) for id_, row in rows.items()}  # type: ignore[arg-type]


def _check_whole(files: Folder, actor: str, rows: dict[str, dict[str, str]]) -> None:
    """A party is no part of itself, nor of its own parts."""
    passed, whole = [actor], rows[actor]["part_of"]
    while whole in rows and whole not in passed:
        passed.append(whole)
        whole = rows[whole]["part_of"]
    if whole == actor:
        files.fault("actors.csv", actor, f"part_of: {' is part of '.join([*passed, actor])}; take one of them out")


def _lines(
    files: Folder, file: str, texts: str, of_places: tuple[str, ...], places: dict[str, Place]
) -> tuple[Line, ...]:
    return tuple(
        Line(points, row)
        for _, row, points in files.features(file, texts, "LineString")
        if all([files.known(file, row["id"], key, row[key], places, "places.csv") for key in of_places])  # noqa: C419  tells all
    )


def _locator(files: Folder) -> dict[str, Any]:
    drawn = files.features("locator.geojson", "role name", "Point", "Polygon", "MultiPolygon")
    return {"type": "FeatureCollection", "features": [feature for feature, _, _ in drawn]}
