"""The nouns of the ground: places, names, locations, actors, routes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mapping.domain.geodesy import Point


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
    time_zone: str = "UTC"  # IANA name: the zone in which a moment of publication is a day


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
