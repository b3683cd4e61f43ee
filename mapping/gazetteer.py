"""gazetteer/ -> places, names, locations, actors and routes, checked against each other."""

from __future__ import annotations

import csv
import json
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mapping.errors import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.errors import Problems

KINDS = (
    "city", "town", "village", "township", "region", "country", "mine", "base", "bridge", "junction", "dam",
    "river", "site",
)  # fmt: skip
AREAS = frozenset({"township", "region", "country"})  # drawn as an area or a badge, never as a dot
QUALITIES = ("surveyed", "generalised", "schematic")

Point = tuple[float, float]  # lat, lon in degrees, WGS 84


@dataclass(frozen=True)
class Name:
    """One spelling of a place."""

    text: str
    language: str
    script: str
    attested_by: str


@dataclass(frozen=True)
class Location:
    """One claim of where a place lies: lat, lon in degrees (WGS 84), and a radius in metres."""

    lat: float
    lon: float
    uncertainty_m: float
    status: str
    evidence: str
    credit: str
    note: str

    @property
    def point(self) -> Point:
        """Return lat, lon in degrees."""
        return self.lat, self.lon


@dataclass(frozen=True)
class Place:
    """A named place: many names, many claimed locations, one accepted at most."""

    id: str
    name: str
    kind: str
    township: str
    region: str
    seat: str
    pcode: str
    geonames_id: str
    wikidata_id: str
    note: str
    names: tuple[Name, ...] = ()
    locations: tuple[Location, ...] = ()

    @property
    def location(self) -> Location | None:
        """The accepted location, if there is one."""
        return next((claim for claim in self.locations if claim.status == "accepted"), None)

    @property
    def spellings(self) -> tuple[str, ...]:
        """All spellings, the preferred name first."""
        return tuple(dict.fromkeys((self.name, *(name.text for name in self.names))))

    @property
    def name_my(self) -> str:
        """The first Burmese name, or nothing."""
        return next((name.text for name in self.names if name.language == "my"), "")


@dataclass(frozen=True)
class Actor:
    """A party; `side` groups parties, `part_of` names the larger one."""

    id: str
    name: str
    spellings: tuple[str, ...]
    side: str
    part_of: str
    note: str


@dataclass(frozen=True)
class Stretch:
    """A drawn piece of road: vertices as lat, lon in degrees, and how well it is known."""

    id: str
    points: tuple[Point, ...]
    quality: str
    uncertainty_m: float
    evidence: str
    credit: str
    note: str


@dataclass(frozen=True)
class Route:
    """A road from one place to another: stretches in travel order, each already turned that way."""

    id: str
    name: str
    start: str
    end: str
    via: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    note: str

    @property
    def points(self) -> tuple[Point, ...]:
        """Vertices of the whole line, lat, lon in degrees, no vertex twice in a row."""
        line: list[Point] = []
        for stretch in self.stretches:
            line.extend(stretch.points[1:] if line else stretch.points)
        return tuple(line)


@dataclass(frozen=True)
class Line:
    """A river or a boundary: vertices as lat, lon in degrees, and its other properties."""

    points: tuple[Point, ...]
    properties: dict[str, Any]


@dataclass(frozen=True)
class Settings:
    """map.toml: title, window and view as (south, west, north, east) in degrees, sides, base maps."""

    title: str
    subtitle: str
    window: tuple[float, float, float, float]
    view: tuple[float, float, float, float]
    beyond: tuple[str, ...]
    sides: dict[str, str]
    basemaps: tuple[dict[str, str], ...]
    labels: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Gazetteer:
    """Everything that is known of the ground, by id."""

    places: dict[str, Place]
    routes: dict[str, Route]
    actors: dict[str, Actor]
    not_places: tuple[str, ...]
    rivers: tuple[Line, ...]
    boundaries: tuple[Line, ...]
    locator: dict[str, Any]
    settings: Settings

    @cached_property
    def by_spelling(self) -> dict[str, tuple[str, ...]]:
        """Spelling -> ids of the places it may mean, in the order of places.csv."""
        found: dict[str, list[str]] = defaultdict(list)
        for place in self.places.values():
            for spelling in place.spellings:
                found[spelling].append(place.id)
        return {spelling: tuple(ids) for spelling, ids in found.items()}

    @cached_property
    def township_of_seat(self) -> dict[str, str]:
        """Seat town id -> township id."""
        return {place.seat: place.id for place in self.places.values() if place.seat}

    def label(self, ref: str) -> str:
        """Return the name of a place, route or actor."""
        return (self.places.get(ref) or self.routes.get(ref) or self.actors[ref]).name


@dataclass
class _Reader:
    """Reads the files of one folder and notes every fault."""

    folder: Path
    problems: Problems
    tables: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def fault(self, file: str, record: str, message: str) -> None:
        self.problems.add(f"{self.folder.name}/{file}", record, message)

    def table(self, file: str, columns: str) -> list[dict[str, str]]:
        """Rows of a CSV file; its header must be exactly the given columns."""
        wanted = columns.split()
        text = self.text(file)
        if text is None:
            return []
        rows = csv.DictReader(text.splitlines(), strict=True)
        try:
            if rows.fieldnames != wanted:
                self.fault(file, "header", f"columns must be {','.join(wanted)}")
                return []
            good = []
            for row in rows:
                if None in row or None in row.values():
                    self.fault(file, f"line {rows.line_num}", f"needs {len(wanted)} cells; quote cells with commas")
                else:
                    good.append({key: value.strip() for key, value in row.items()})
        except csv.Error as error:
            self.fault(file, f"line {rows.line_num}", f"is no CSV: {error}")
            return []
        return good

    def text(self, file: str) -> str | None:
        try:
            return (self.folder / file).read_text("utf-8")
        except FileNotFoundError:
            self.fault(file, "", "is missing; every project needs it, even if it only holds its header")
        except UnicodeDecodeError as error:
            self.fault(file, "", f"is not UTF-8 at byte {error.start}; save it as UTF-8")
        except OSError as error:
            self.fault(file, "", f"cannot be read: {error.strerror}")
        return None

    def features(self, file: str, geometry: str | None) -> list[dict[str, Any]]:
        """Features of a GeoJSON file, each with the wanted geometry type (any, where None is wanted)."""
        text = self.text(file)
        if text is None:
            return []
        try:
            collection = json.loads(text)
            features = list(collection["features"])
            kinds = [feature["geometry"]["type"] for feature in features]
            good = [f for f, kind in zip(features, kinds, strict=True) if kind == geometry or geometry is None]
        except (ValueError, LookupError, TypeError) as error:
            self.fault(file, "", f"is no GeoJSON FeatureCollection: {error}")
            return []
        if len(good) < len(features):
            self.fault(file, "", f"holds {', '.join(sorted(set(kinds)))}; every feature must be a {geometry}")
        return good

    def unique(self, file: str, rows: list[dict[str, str]]) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for row in rows:
            if not row["id"]:
                self.fault(file, row["name"], "has no id")
            elif row["id"] in found:
                self.fault(file, row["id"], "stands twice; ids are unique")
            else:
                found[row["id"]] = row
        return found

    def known(self, file: str, record: str, column: str, word: str, choices: Any) -> bool:
        """Whether a word is one of the choices; a fault with a hint where it is not."""
        if word in choices:
            return True
        self.fault(file, record, f"{column}: unknown {word!r}{did_you_mean(word, choices)}")
        return False

    def number(self, file: str, record: str, column: str, value: Any) -> float | None:
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = float("nan")
        if number != number or abs(number) == float("inf"):  # noqa: PLR0124  NaN is the one number unlike itself
            self.fault(file, record, f"{column}: {value!r} is no number")
            return None
        return number


PLACE_COLUMNS = "id name kind township region seat pcode geonames_id wikidata_id note"
NAME_COLUMNS = "place name language script attested_by"
LOCATION_COLUMNS = "place lat lon uncertainty_m status evidence credit note"
ACTOR_COLUMNS = "id name spellings side part_of note"
ROUTE_COLUMNS = "id name from to via stretches note"
NOT_PLACE_COLUMNS = "phrase reason"


def read_gazetteer(folder: Path, problems: Problems) -> Gazetteer:
    """Read gazetteer/; faults go to `problems`, and what is faulty is left out of the result."""
    reader = _Reader(folder, problems)
    settings = _settings(reader)
    places = _places(reader, settings)
    for place in settings.beyond:
        reader.known("map.toml", "beyond", "place", place, places)
    stretches = _stretches(reader)
    routes = _routes(reader, places, stretches)
    return Gazetteer(
        places=places,
        routes=routes,
        actors=_actors(reader, settings),
        not_places=tuple(row["phrase"] for row in reader.table("not_places.csv", NOT_PLACE_COLUMNS)),
        rivers=_lines(reader, "rivers.geojson", ("id", "credit")),
        boundaries=_lines(reader, "boundaries.geojson", ("id", "left", "right", "credit")),
        locator={"type": "FeatureCollection", "features": reader.features("locator.geojson", None)},
        settings=settings,
    )


def _settings(reader: _Reader) -> Settings:
    text = reader.text("map.toml")
    try:
        data = tomllib.loads(text or "")
        box = {key: tuple(float(data[key][side]) for side in ("south", "west", "north", "east")) for key in ("window", "view")}
        return Settings(
            title=str(data["title"]), subtitle=str(data["subtitle"]),
            window=box["window"], view=box["view"],  # type: ignore[arg-type]  # four sides by construction
            beyond=tuple(data["beyond"]),
            sides={side["id"]: side["name"] for side in data["side"]},
            basemaps=tuple(data["basemap"]), labels=tuple(data.get("label", ())),
        )  # fmt: skip
    except tomllib.TOMLDecodeError as error:
        reader.fault("map.toml", "", f"is no TOML: {error}")
    except (LookupError, TypeError, ValueError) as error:
        if text is not None:
            reader.fault("map.toml", "", f"lacks or garbles {error}; it needs title, subtitle, beyond, [window] and "
                         "[view] with south, west, north, east, [[side]] and [[basemap]]")  # fmt: skip
    world = (-90.0, -180.0, 90.0, 180.0)
    return Settings("", "", world, world, (), {}, (), ())


def _places(reader: _Reader, settings: Settings) -> dict[str, Place]:
    rows = reader.unique("places.csv", reader.table("places.csv", PLACE_COLUMNS))
    names, locations = _names(reader, rows), _locations(reader, rows, settings)
    for id_, row in rows.items():
        reader.known("places.csv", id_, "kind", row["kind"], KINDS)
        for column in ("township", "region", "seat"):
            if row[column]:
                reader.known("places.csv", id_, column, row[column], rows)
    return {
        id_: Place(**row, names=tuple(names[id_]), locations=tuple(locations[id_])) for id_, row in rows.items()
    }


def _names(reader: _Reader, places: dict[str, dict[str, str]]) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = defaultdict(list)
    for row in reader.table("names.csv", NAME_COLUMNS):
        if not reader.known("names.csv", row["name"], "place", row["place"], places):
            continue
        if not row["name"] or row["name"] in {name.text for name in names[row["place"]]}:
            reader.fault("names.csv", row["place"], f"name {row['name']!r} is empty or stands twice")
        names[row["place"]].append(Name(row["name"], row["language"], row["script"], row["attested_by"]))
    return names


def _locations(
    reader: _Reader, places: dict[str, dict[str, str]], settings: Settings
) -> dict[str, list[Location]]:
    file = "locations.csv"
    locations: dict[str, list[Location]] = defaultdict(list)
    for row in reader.table(file, LOCATION_COLUMNS):
        id_ = row["place"]
        numbers = [reader.number(file, id_, column, row[column]) for column in ("lat", "lon", "uncertainty_m")]
        if not reader.known(file, row["evidence"], "place", id_, places) or None in numbers:
            continue
        lat, lon, radius = (number for number in numbers if number is not None)
        if not reader.known(file, id_, "status", row["status"], ("accepted", "rejected")):
            continue
        if row["status"] == "accepted":
            if any(other.status == "accepted" for other in locations[id_]):
                reader.fault(file, id_, "has two accepted locations; keep one, mark the other rejected and note why")
            _check_window(reader, settings, id_, lat, lon)
            if radius <= 0:
                reader.fault(file, id_, f"uncertainty_m {radius:g} is not above 0; no location is exact")
        elif not row["note"]:
            reader.fault(file, id_, "a rejected location needs its reason in note, so that nobody puts it back")
        if not row["evidence"]:
            reader.fault(file, id_, "has no evidence; say where the coordinate was seen")
        locations[id_].append(
            Location(lat, lon, radius, row["status"], row["evidence"], row["credit"], row["note"])
        )
    return locations


def _check_window(reader: _Reader, settings: Settings, id_: str, lat: float, lon: float) -> None:
    south, west, north, east = settings.window
    if id_ in settings.beyond and abs(lat) <= 90 and abs(lon) <= 180:
        return
    if south <= lat <= north and west <= lon <= east:
        return
    if south <= lon <= north and west <= lat <= east:
        reader.fault("locations.csv", id_, f"lat {lat:g} and lon {lon:g} look swapped; lat comes first")
    else:
        reader.fault("locations.csv", id_, f"{lat:g}, {lon:g} lies outside the window {south:g} to {north:g} N, "
                     f"{west:g} to {east:g} E of map.toml; mend it, or list the place under beyond")  # fmt: skip


def _actors(reader: _Reader, settings: Settings) -> dict[str, Actor]:
    rows = reader.unique("actors.csv", reader.table("actors.csv", ACTOR_COLUMNS))
    for id_, row in rows.items():
        reader.known("actors.csv", id_, "side", row["side"], settings.sides)
        if row["part_of"]:
            reader.known("actors.csv", id_, "part_of", row["part_of"], rows)
    return {id_: Actor(**{**row, "spellings": _parts(row["spellings"])}) for id_, row in rows.items()}  # type: ignore[arg-type]


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _points(coordinates: list[list[float]]) -> tuple[Point, ...]:
    return tuple((float(lat), float(lon)) for lon, lat, *_ in coordinates)


def _stretches(reader: _Reader) -> dict[str, Stretch]:
    file = "routes.geojson"
    found: dict[str, Stretch] = {}
    for feature in reader.features(file, "LineString"):
        row = feature["properties"]
        try:
            id_ = row["id"]
            radius = reader.number(file, id_, "uncertainty_m", row["uncertainty_m"])
            stretch = Stretch(
                id_, _points(feature["geometry"]["coordinates"]), row["quality"], radius or 0.0,
                row["evidence"], row["credit"], row["note"],
            )  # fmt: skip
        except (LookupError, TypeError, ValueError) as error:
            reader.fault(file, str(row.get("id", "a stretch")), f"lacks or garbles {error}")
            continue
        reader.known(file, id_, "quality", stretch.quality, QUALITIES)
        if id_ in found:
            reader.fault(file, id_, "stands twice; ids are unique")
        if len(stretch.points) < 2:
            reader.fault(file, id_, "has fewer than two vertices")
            continue
        found[id_] = stretch
    return found


def _lines(reader: _Reader, file: str, needed: tuple[str, ...]) -> tuple[Line, ...]:
    lines = []
    for number, feature in enumerate(reader.features(file, "LineString"), 1):
        missing = [key for key in needed if not feature["properties"].get(key)]
        if missing:
            reader.fault(file, f"feature {number}", f"lacks {', '.join(missing)}")
        else:
            lines.append(Line(_points(feature["geometry"]["coordinates"]), feature["properties"]))
    return tuple(lines)


def _routes(reader: _Reader, places: dict[str, Place], stretches: dict[str, Stretch]) -> dict[str, Route]:
    file = "routes.csv"
    routes = {}
    for id_, row in reader.unique(file, reader.table(file, ROUTE_COLUMNS)).items():
        via, pieces = _parts(row["via"]), _parts(row["stretches"])
        good = [reader.known(file, id_, "place", place, places) for place in (row["from"], row["to"], *via)]
        good += [reader.known(file, id_, "stretch", piece, stretches) for piece in pieces]
        if id_ in places:
            reader.fault(file, id_, "is also the id of a place; ids are unique among both")
        if not pieces:
            reader.fault(file, id_, "names no stretches of routes.geojson")
        elif all(good):
            line = _chained(reader, id_, places[row["from"]], [stretches[piece] for piece in pieces])
            routes[id_] = Route(id_, row["name"], row["from"], row["to"], via, line, row["note"])
    return routes


def _chained(reader: _Reader, id_: str, start: Place, pieces: list[Stretch]) -> tuple[Stretch, ...]:
    """Turn each stretch so that it begins where the one before ends; the first begins nearer to the start."""
    chain: list[Stretch] = []
    for piece in pieces:
        if chain:
            turn = piece.points[0] != chain[-1].points[-1]
        else:
            turn = start.location is not None and _nearer(start.location.point, piece.points[-1], piece.points[0])
        points = piece.points[::-1] if turn else piece.points
        if chain and points[0] != chain[-1].points[-1]:
            reader.fault("routes.csv", id_, f"stretch {piece.id} does not begin where {chain[-1].id} ends; "
                         "give both the same end vertex in routes.geojson")  # fmt: skip
        chain.append(Stretch(piece.id, points, piece.quality, piece.uncertainty_m, piece.evidence, piece.credit, piece.note))
    return tuple(chain)


def _nearer(origin: Point, one: Point, other: Point) -> bool:
    """Whether `one` is nearer to the origin; degrees serve, because a stretch is far longer than wide."""
    return sum((a - b) ** 2 for a, b in zip(origin, one, strict=True)) < sum(
        (a - b) ** 2 for a, b in zip(origin, other, strict=True)
    )
