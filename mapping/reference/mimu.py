"""Places that the project's gazetteer lacks, looked up in the MIMU place codes (PyPI package mm_geo_coder).

The package is an optional extra. Its SQLite file is read, its code is never imported: parts of it go online.
"""

from __future__ import annotations

import math
import re
import sqlite3
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.domain.geodesy import rough_km
from mapping.mentions.plain import alike as alike_letters
from mapping.reference.romanise import sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mapping.domain.geodesy import Point

BESIDE_DEGREES = 0.6  # villages are looked for within about 60 km of the places that a text names
MOST_ANCHORS = 24  # boxes in one query
SIMILAR = 0.8  # likeness of two spellings of one name at least
ROUGHLY = 0.6  # share of the sound that they have in common at least
CONSONANTS = 0.6  # weight of the consonants in the likeness
SHORT, SHORT_SIMILAR = 2, 0.93  # names of so few consonants must be that alike: they are many
PART = 0.9  # likeness of a name that is part of another
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
            name := re.sub(r" Town$", "", plain(town)),
            alike_letters(plain(my)),
            code,
            "town",
            township,
            "",
            (lat, lon),
            sound(name),
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
        Entry(
            name := plain(eng),
            alike_letters(plain(my)),
            str(code),
            "village",
            township,
            plain(tract),
            (lat, lon),
            sound(name),
        )
        for eng, my, code, township, tract, lat, lon in rows
    ]


def alike(name: str, entries: Sequence[Entry]) -> Iterator[tuple[float, Entry]]:
    """Yield (likeness up to 1.1, entry) for the entries that may be meant by a spelling, Latin or Burmese."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  only a text with unknown names needs it

    likeness = Levenshtein.normalized_similarity
    if re.search("[\u1000-\u109f]", name):
        name = alike_letters(name)
        for entry in entries:
            score = likeness(name, entry.name_my, score_cutoff=SIMILAR)
            if score:
                yield score + 0.1 * (entry.name_my == name), entry
        return
    heard, letters = sound(name), _letters(name)
    firm = _consonants(heard)
    enough = SIMILAR if len(firm) > SHORT else SHORT_SIMILAR
    for entry in entries:
        same = _letters(entry.name) == letters
        score = _by_sound(heard, firm, entry.sounds, likeness) if heard else float(same)
        if score >= enough:
            yield score + 0.1 * same, entry


def _by_sound(heard: str, firm: str, other: str, likeness: Callable[..., float]) -> float:
    """Likeness of two names by their sound; vowels are written in more ways than consonants."""
    score = likeness(heard, other, score_cutoff=ROUGHLY)
    if score:
        return CONSONANTS * likeness(firm, _consonants(other)) + (1 - CONSONANTS) * score
    if len(firm) > SHORT and len(other) > len(heard):  # "Upper Alpha", "Alpha Market" are called Alpha by their people
        begins = likeness(heard, other[: len(heard)])
        return PART if other.endswith(heard) else PART * math.sqrt(begins)
    return 0.0


@lru_cache(maxsize=100_000)
def _consonants(sounds: str) -> str:
    return re.sub("[aeio]", "", sounds)


@lru_cache(maxsize=100_000)
def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def nearest_km(point: Point, others: Iterable[Point]) -> float:
    """Distance to the nearest of the others in kilometres; infinite where there are none."""
    return min((rough_km(point, other) for other in others), default=float("inf"))
