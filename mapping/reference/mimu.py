"""The MIMU place codes: towns and villages with their points (PyPI package mm_geo_coder).

The package is an optional extra. Its SQLite file is read, its code is never imported: parts of it go online.
"""

from __future__ import annotations

import math
import re
import sqlite3
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from mapping.domain.geodesy import box, nearest_km
from mapping.mentions.plain import BURMESE
from mapping.mentions.plain import alike as alike_letters
from mapping.reference.base import Entry, Match
from mapping.reference.romanise import sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mapping.domain.geodesy import Point, Window
    from mapping.reference.base import Around

NAME = "mimu"
CREDIT = "MIMU Place Codes 9.6 (Feb 2025): free of charge for non-profit use, credit MIMU"
EVIDENCE = "MIMU place codes 9.6 (PyPI mm_geo_coder 0.2.1)"
ONLINE = False
WIDE = False
BESIDE_KM = 60.0  # villages are looked for so near the places that a text names
TOWNSHIP_KM = 100.0  # no ward lies farther from the middle of the villages of its township
MOST_ANCHORS = 24  # boxes in one query
SIMILAR = 0.8  # likeness of two spellings of one name at least
ROUGHLY = 0.6  # share of the sound that they have in common at least
CONSONANTS = 0.6  # weight of the consonants in the likeness
SHORT, SHORT_SIMILAR = 2, 0.93  # names of so few consonants must be that alike: they are many
SEAT_LETTERS = 4  # a shorter word is likely something else
PART = 0.9  # likeness of a name that is part of another
VILLAGE = "village_eng, village_mmr, village_pcode, township_eng, village_tract_eng, latitude, longitude"


class Row(NamedTuple):
    """An entry with its village tract and what it sounds like."""

    entry: Entry
    tract: str
    sounds: str


def database() -> Path | None:
    """Path of the reference, None where the extra is not installed."""
    spec = find_spec("mm_geo_coder")
    if spec is None or find_spec("rapidfuzz") is None or not spec.submodule_search_locations:
        return None
    path = Path(spec.submodule_search_locations[0]) / "database" / "mimu_geo_data_public.db"
    return path if path.exists() else None


def available() -> bool:
    """Whether the extra is installed."""
    return database() is not None


def plain(name: str) -> str:
    """Take what stands in brackets from a name: "Alpha (North)" is called Alpha."""
    return re.sub(r"\s*\([^)]*\)\s*|\u200b", " ", name or "").strip()


@cache
def towns() -> tuple[Row, ...]:
    """All towns; the point is the middle of their wards.

    Some wards have a digit wrong and lie in another state or in the sea: the middle is the median of those that keep
    company with the villages of the township, and a town without any such ward is left out.
    """
    middles = {
        code: (lat, lon) for code, lat, lon in _asked(
            "SELECT township_pcode, avg(latitude), avg(longitude) FROM villages "
            "WHERE latitude IS NOT NULL GROUP BY township_pcode"
        )
    }  # fmt: skip
    wards: dict[tuple[str, ...], list[Point]] = {}
    for *town, township_code, lat, lon in _asked(
        "SELECT town_eng, town_mmr, town_pcode, township_eng, township_pcode, latitude, longitude FROM wards "
        "WHERE latitude IS NOT NULL ORDER BY town_pcode"
    ):
        middle = middles.get(township_code)
        if middle is None or nearest_km((lat, lon), [middle]) <= TOWNSHIP_KM:
            wards.setdefault(tuple(town), []).append((lat, lon))
    return tuple(
        _row(re.sub(r" Town$", "", plain(town)), my, code, "town", township, "", _median(points))
        for (town, my, code, township), points in wards.items()
    )


@cache
def seats() -> frozenset[str]:
    """Names of all towns, Latin and Burmese, without brackets; none of fewer than SEAT_LETTERS letters."""
    found = (name for row in towns() for name in (row.entry.name, row.entry.name_my))
    return frozenset(name for name in found if len(name) >= SEAT_LETTERS)


def exact(names: Iterable[str]) -> dict[str, list[Entry]]:
    """Return the towns of these names, letter by letter."""
    found: dict[str, list[Entry]] = {name: [] for name in sorted(set(names) & seats())}
    for row in towns():
        for name in {row.entry.name, row.entry.name_my} & found.keys():
            found[name].append(row.entry)
    return found


def _median(points: list[Point]) -> Point:
    return median(lat for lat, _ in points), median(lon for _, lon in points)


def near(around: Around) -> tuple[Row, ...]:
    """Villages within BESIDE_KM of any of the points, or within the window where there are none."""
    middles = sorted({(round(lat, 1), round(lon, 1)) for lat, lon in around.points})[:MOST_ANCHORS]
    if middles:
        return villages(tuple(box(middle, BESIDE_KM) for middle in middles))
    return villages((around.window,)) if around.window else ()


@lru_cache(maxsize=4)  # all names of a text are looked for in the same boxes
def villages(boxes: tuple[Window, ...]) -> tuple[Row, ...]:
    """Villages in any of the boxes (south, west, north, east in degrees), by P-code."""
    where = " OR ".join(["(latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?)"] * len(boxes))
    rows = _asked(
        f"SELECT {VILLAGE} FROM villages WHERE {where} ORDER BY village_pcode",  # noqa: S608  only question marks
        [side for south, west, north, east in boxes for side in (south, north, west, east)],
    )
    return tuple(
        _row(plain(eng), my, str(code), "village", township, plain(tract), (lat, lon))
        for eng, my, code, township, tract, lat, lon in rows
    )


def _asked(question: str, values: Iterable[float] = ()) -> list[tuple[Any, ...]]:
    path = database()
    if path is None:
        return []
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return connection.execute(question, tuple(values)).fetchall()
    finally:
        connection.close()


def _row(name: str, name_my: str, pcode: str, kind: str, township: str, tract: str, point: Point) -> Row:
    entry = Entry(NAME, name, alike_letters(plain(name_my)), pcode, kind, township, point)
    return Row(entry, tract, sound(name))


def alike(name: str, around: Around) -> Iterator[Match]:
    """Yield the entries that may be meant by a spelling, Latin or Burmese: towns anywhere, villages near by."""
    rows = towns() if around.seats else chain(near(around), towns())
    scored = _by_letters(alike_letters(name), rows) if BURMESE.search(name) else _by_name(name, rows)
    for likeness, row in scored:
        tract = f", tract {row.tract}" if row.tract else ""
        yield Match(likeness, row.entry, f"{EVIDENCE}: {row.entry.kind} {row.entry.pcode}{tract}")


def _by_letters(name: str, rows: Iterable[Row]) -> Iterator[tuple[float, Row]]:
    likeness = _likeness()
    for row in rows:
        score = likeness(name, row.entry.name_my, score_cutoff=SIMILAR)
        if score:
            yield score + 0.1 * (row.entry.name_my == name), row


def _by_name(name: str, rows: Iterable[Row]) -> Iterator[tuple[float, Row]]:
    likeness = _likeness()
    name = re.sub(r"(?<=\w{3})my[oi]$", "", name)  # "Alphamyo" is the town of Alpha
    heard, letters = sound(name), _letters(name)
    firm = _consonants(heard)
    enough = SIMILAR if len(firm) > SHORT else SHORT_SIMILAR
    for row in rows:
        same = _letters(row.entry.name) == letters
        score = _by_sound(heard, firm, row.sounds, likeness) if heard else float(same)
        if score >= enough:
            yield score + 0.1 * same, row


def _likeness() -> Callable[..., float]:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  only a text with unknown names needs it

    return Levenshtein.normalized_similarity


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
