"""Places that the project's gazetteer lacks, looked up in the MIMU place codes (PyPI package mm_geo_coder).

The package is an optional extra. Its SQLite file is read, its code is never imported: parts of it go online.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.mentions.homonyms import km_between
from mapping.reading.romanise import sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapping.geodesy import Point

BESIDE_DEGREES = 0.6  # villages are looked for within about 60 km of the places that a text names
MOST_ANCHORS = 24  # boxes in one query
SIMILAR = 0.75  # share of the sound that two spellings of one name have in common at least
VILLAGE = "village_eng, village_mmr, village_pcode, township_eng, village_tract_eng, latitude, longitude"


@dataclass(frozen=True)
class Entry:
    """A place of the reference: name, Burmese name, P-code, kind (town, village), township, lat and lon in degrees."""

    name: str
    name_my: str
    pcode: str
    kind: str
    township: str
    tract: str
    point: Point
    sounds: str = field(compare=False)


def database() -> Path | None:
    """Path of the reference, None where the extra is not installed."""
    spec = find_spec("mm_geo_coder")
    if spec is None or find_spec("rapidfuzz") is None or not spec.submodule_search_locations:
        return None
    path = Path(spec.submodule_search_locations[0]) / "database" / "mimu_geo_data_public.db"
    return path if path.exists() else None


def connect() -> sqlite3.Connection | None:
    """Open the reference read-only."""
    path = database()
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True) if path else None


def plain(name: str) -> str:
    """Take what stands in brackets from a name: "Alpha (North)" is called Alpha."""
    return re.sub(r"\s*\([^)]*\)\s*|\u200b", " ", name or "").strip()


@cache
def towns() -> tuple[Entry, ...]:
    """All towns of the reference; the point is the middle of their wards."""
    connection = connect()
    if connection is None:
        return ()
    rows = connection.execute(
        "SELECT town_eng, town_mmr, town_pcode, township_eng, avg(latitude), avg(longitude) FROM wards "
        "WHERE latitude IS NOT NULL GROUP BY town_pcode ORDER BY town_pcode"
    ).fetchall()
    connection.close()
    return tuple(
        Entry(
            name := re.sub(r" Town$", "", plain(town)), plain(my), code, "town", township, "", (lat, lon), sound(name)
        )
        for town, my, code, township, lat, lon in rows
    )


def villages(around: Iterable[Point], degrees: float = BESIDE_DEGREES) -> list[Entry]:
    """Villages of the reference within a box of so many degrees around any of the points."""
    middles = sorted({(round(lat, 1), round(lon, 1)) for lat, lon in around})[:MOST_ANCHORS]
    return villages_within((lat - degrees, lon - degrees, lat + degrees, lon + degrees) for lat, lon in middles)


def villages_within(boxes: Iterable[tuple[float, float, float, float]]) -> list[Entry]:
    """Villages of the reference in any of the boxes (south, west, north, east in degrees), by P-code."""
    connection, sides = connect(), [side for south, west, north, east in boxes for side in (south, north, west, east)]
    if connection is None or not sides:
        return []
    where = " OR ".join(["(latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?)"] * (len(sides) // 4))
    rows = connection.execute(
        f"SELECT {VILLAGE} FROM villages WHERE {where} ORDER BY village_pcode",  # noqa: S608  only question marks
        sides,
    ).fetchall()
    connection.close()
    return [
        Entry(name := plain(eng), plain(my), str(code), "village", township, plain(tract), (lat, lon), sound(name))
        for eng, my, code, township, tract, lat, lon in rows
    ]


def alike(name: str, entries: Sequence[Entry]) -> Iterator[tuple[float, Entry]]:
    """Yield (likeness from SIMILAR to 1.1, entry) for the entries that may be meant by a spelling."""
    if re.search("[\u1000-\u109f]", name):
        yield from ((1.1, entry) for entry in entries if entry.name_my == name)
        return
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  only a text with unknown names needs it

    heard, letters = sound(name), _letters(name)
    if not heard:
        yield from ((1.1, entry) for entry in entries if _letters(entry.name) == letters)
        return
    for entry in entries:
        score = Levenshtein.normalized_similarity(heard, entry.sounds, score_cutoff=SIMILAR)
        if not score and len(heard) >= 4 and (entry.sounds.endswith(heard) or entry.sounds.startswith(heard)):
            score = SIMILAR + 0.05  # "Upper Alpha", "Alpha Market" are called Alpha by those who live there
        if score:
            yield score + 0.1 * (_letters(entry.name) == letters), entry


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def nearest_km(point: Point, others: Iterable[Point]) -> float:
    """Distance to the nearest of the others in kilometres; infinite where there are none."""
    return min((km_between(point, other) for other in others), default=float("inf"))
