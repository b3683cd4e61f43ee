"""Files of one folder as rows and features; every fault is noted, none stops the reading."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from mapping.domain.errors import did_you_mean, short
from mapping.domain.fields import ID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapping.domain.errors import Problems
    from mapping.domain.geodesy import Point

NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")  # as spreadsheets and GeoJSON write it
LONGEST_NAME = 200  # characters; a longer cell is a text that slipped into the wrong column
FARTHEST_M = 20_037_508  # to the other side of the Earth
NESTING = {"Point": (0, 1), "LineString": (1, 2), "Polygon": (2, 4), "MultiPolygon": (3, 4)}
"""Kind of geometry -> how deep its vertices stand in lists, and how many a line or ring of it has at least."""


class Drawn(NamedTuple):
    """One sound feature: its GeoJSON, its properties, and all its vertices as lat, lon in degrees."""

    feature: dict[str, Any]
    properties: dict[str, Any]
    points: tuple[Point, ...]


@dataclass
class Folder:
    """A folder of curated files, and the list that its faults go to."""

    path: Path
    problems: Problems

    def fault(self, file: str, record: str, message: str) -> None:
        """Note a fault of a file in this folder."""
        self.problems.add(f"{self.path.name}/{file}", record, message)

    def lose(self, file: str, record: str, message: str) -> None:
        """Note a fault that keeps a file of this folder, or a record of it, out of the result."""
        self.problems.lose(f"{self.path.name}/{file}", record, message)

    def table(self, file: str, columns: str) -> list[dict[str, str]]:
        """Rows of a CSV file; its header must be exactly the given columns."""
        wanted = columns.split()
        text = self.text(file)
        if text is None:
            return []
        rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        try:
            if rows.fieldnames != wanted:
                self.lose(file, "header", f"columns must be {','.join(wanted)}")
                return []
            good = []
            for row in rows:
                if None in row or None in row.values():
                    self.lose(file, f"line {rows.line_num}", f"needs {len(wanted)} cells; quote cells with commas")
                else:
                    good.append({key: value.strip() for key, value in row.items()})
        except csv.Error as error:
            self.lose(file, f"line {rows.line_num}", f"is no CSV: {error}")
            return []
        return good

    def text(self, file: str) -> str | None:
        """The content of a file without its byte order mark (spreadsheets write one), or None and a fault."""
        try:
            return (self.path / file).read_text("utf-8-sig")
        except FileNotFoundError:
            self.lose(file, "", "is missing; every project needs it, even if it only holds its header")
        except UnicodeDecodeError as error:
            self.lose(file, "", f"is not UTF-8 at byte {error.start}; save it as UTF-8")
        except OSError as error:
            self.lose(file, "", f"cannot be read: {error.strerror}")
        return None

    def features(self, file: str, texts: str, *kinds: str) -> Iterator[Drawn]:
        """Sound features of a GeoJSON file: of one of these kinds of geometry, with these texts as properties.

        A name of a property with a question mark may be empty. Each faulty feature is a fault of its own.
        """
        text = self.text(file)
        if text is None:
            return
        try:
            features = list(json.loads(text)["features"])
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            self.lose(file, "", f"is no GeoJSON FeatureCollection: {error}")
            return
        for number, feature in enumerate(features, 1):
            properties = feature.get("properties") if isinstance(feature, dict) else None
            known = properties if isinstance(properties, dict) else {}
            try:
                _need_texts(known, texts)
                yield Drawn(feature, known, _vertices(feature["geometry"], kinds))
            except (ValueError, LookupError, TypeError) as error:
                self.lose(file, str(known.get("id") or f"feature {number}"), str(error))

    def unique(self, file: str, rows: list[dict[str, str]]) -> dict[str, dict[str, str]]:
        """Rows by their id; an id that is none or stands twice is a fault, and so is a name that is none."""
        found: dict[str, dict[str, str]] = {}
        for row in rows:
            if not self.is_id(file, row["id"] or row["name"], row["id"]):
                continue
            if row["id"] in found:
                self.fault(file, row["id"], "stands twice; ids are unique")
            elif self.is_name(file, row["id"], row["name"]):
                found[row["id"]] = row
        return found

    def is_id(self, file: str, record: str, word: str) -> bool:
        """Whether a word can be an id; a fault where it cannot."""
        if re.fullmatch(ID, word):
            return True
        self.lose(file, record, f"{word!r} is no id; ids are lower-case words joined by hyphens")
        return False

    def is_name(self, file: str, record: str, name: str) -> bool:
        """Whether a cell can be a name; a fault where it cannot."""
        if not any(map(str.isalnum, name)):
            self.lose(file, record, f"{short(name)} is no name; write one with letters")
        elif len(name) > LONGEST_NAME:
            self.lose(file, record, f"has a name of {len(name)} characters; {LONGEST_NAME} are the most")
        else:
            return True
        return False

    def is_radius(self, file: str, record: str, metres: float) -> bool:
        """Whether a number can be the uncertainty of something on Earth; a fault where it cannot."""
        if 0 < metres <= FARTHEST_M:
            return True
        allowed = f"above 0, for no location is exact, and at most {FARTHEST_M}, half round the Earth"
        self.fault(file, record, f"uncertainty_m: {metres:g} is out of range; it must be {allowed}")
        return False

    def known(self, file: str, record: str, column: str, word: str, choices: Any) -> bool:
        """Whether a word is one of the choices; a fault with a hint where it is not, if they could be read."""
        if word in choices:
            return True
        if not self.problems.lost:
            self.fault(file, record, f"{column}: unknown {word!r}{did_you_mean(word, choices)}")
        return False

    def number(self, file: str, record: str, column: str, value: Any) -> float | None:
        """A cell or a property as a finite number, or None and a fault."""
        number = float(value) if NUMBER.fullmatch(str(value)) else math.inf
        if not math.isfinite(number):
            self.fault(file, record, f"{column}: {short(value)} is no number; write it as 22.5")
            return None
        return number


def _need_texts(properties: dict[str, Any], names: str) -> None:
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
