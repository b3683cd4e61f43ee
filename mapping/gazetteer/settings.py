"""map.toml: what the map is called, what it shows, and who stands on which side."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Annotated, Self
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, Strict, ValidationError, model_validator

from mapping.domain.errors import did_you_mean, mistyped
from mapping.domain.fields import WORDS, Id, Model
from mapping.domain.harmless import harmless
from mapping.gazetteer.model import Settings

if TYPE_CHECKING:
    from mapping.gazetteer.folder import Folder

FILE = "map.toml"
WORLD = (-90.0, -180.0, 90.0, 180.0)

Words = Annotated[str, Field(pattern=WORDS)]
Latitude = Annotated[float, Strict(), Field(ge=-90, le=90)]
Longitude = Annotated[float, Strict(), Field(ge=-180, le=180)]


def _zone(name: str) -> str:
    """Hold a name against the time zones of IANA."""
    if name not in available_timezones():
        advice = "write a name of the IANA time zone database"
        raise ValueError(f"{name!r} is no time zone{did_you_mean(name, available_timezones())}; {advice}")
    return name


Zone = Annotated[str, AfterValidator(_zone)]


class Box(Model):
    """A part of the map, in degrees (WGS 84)."""

    south: Latitude
    west: Longitude
    north: Latitude
    east: Longitude

    @model_validator(mode="after")
    def _spans_something(self) -> Self:
        if self.south >= self.north or self.west >= self.east:
            raise ValueError("south must lie below north, and west left of east")
        return self

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """South, west, north, east."""
        return self.south, self.west, self.north, self.east


class Side(Model):
    """A group of parties."""

    id: Id
    name: Words


class Basemap(Model):
    """An online background, by its key in the provider list xyzservices."""

    id: Words
    name: Words
    provider: Words


class MapFile(Model):
    """The whole file."""

    title: Words
    subtitle: str = ""
    window: Box
    view: Box
    time_zone: Zone = "UTC"
    beyond: tuple[str, ...] = ()
    side: tuple[Side, ...]
    basemap: tuple[Basemap, ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        for table, rows in (("side", self.side), ("basemap", self.basemap)):
            if len({row.id for row in rows}) < len(rows):
                raise ValueError(f"two [[{table}]] have one id; ids are unique")
        return self


def read_settings(files: Folder) -> Settings:
    """Read map.toml; where that fails, the faults are noted and the whole world without sides comes back."""
    text = files.text(FILE)
    if text is not None:
        try:
            return _settings(MapFile.model_validate(tomllib.loads(text)))
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                files.lose(FILE, "", mistyped(fault, ".".join(map(str, fault["loc"]))))
        except (ValueError, RecursionError) as error:  # beside TOML's own errors: numbers and nesting without end
            files.lose(FILE, "", f"is no TOML: {error}")
    return Settings("", "", WORLD, WORLD, (), {}, ())


def _settings(file: MapFile) -> Settings:
    return Settings(
        title=harmless(file.title),
        subtitle=harmless(file.subtitle),
        window=file.window.sides,
        view=file.view.sides,
        beyond=file.beyond,
        sides={side.id: harmless(side.name) for side in file.side},
        basemaps=tuple(basemap.model_dump() for basemap in file.basemap),
        time_zone=file.time_zone,
    )
