"""Where a name may lie that the gazetteer lacks: its own names in other spellings, and the references."""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.domain.errors import CurationError, Problem
from mapping.domain.geodesy import distance_km
from mapping.domain.slug import slug
from mapping.mentions import Matcher
from mapping.mentions.spelling import is_burmese
from mapping.project import read_ground
from mapping.reference.base import Around
from mapping.reference.references import REFERENCES
from mapping.reference.romanise import likeness, sound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.domain.geodesy import Point
    from mapping.gazetteer import Gazetteer, Place
    from mapping.mentions import Mention
    from mapping.project import Project

BESIDE = 250  # code points around a name in which the places named tell most about it
SIMILAR = 0.72  # share of the sound that a spelling of a known place must have in common
TOWNSHIP_BONUS, ROAD_BONUS = 0.15, 0.05
FAR_KM, FAR_MALUS = 60.0, 0.25  # a candidate so far from all places beside the name loses so much
ROAD_KM = 5.0  # a candidate so near to a road that is named beside the name lies on it
VILLAGE_M = 1000  # MIMU points lie within 0.98 km of GeoNames' for nine villages in ten
MOST = 12  # candidates shown


@dataclass(frozen=True)
class Candidate:
    """A place that a name may mean; `point` is lat, lon in degrees, `place` the id where the gazetteer has it."""

    name: str
    name_my: str
    kind: str
    township: str
    pcode: str
    point: Point | None
    place: str | None
    evidence: str
    credit: str
    score: float
    km: tuple[tuple[str, float], ...] = ()  # nearest places of the gazetteer and their distances
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Company:
    """What the texts say beside a name: places with points, townships by sound, points along named roads."""

    points: tuple[Point, ...]
    townships: dict[str, str]
    road: tuple[Point, ...]
    sources: tuple[str, ...]


def locate(name: str, project: Project, *, near: str | None = None, online: bool = False) -> list[Candidate]:
    """Return candidates for a name, the likeliest first.

    Raises CurationError for an empty name, an unknown `near`, or when Nominatim does not answer.
    """
    if not re.search(r"[^\W\d_]", name):
        raise CurationError([Problem("", "locate", f"{name!r} is no name; write one, such as 'Alpha'")])
    company = _company(name, project)
    if near is not None:
        company = replace(company, points=(_point(near, project.gazetteer),))
    found = [*_own(name, project.gazetteer), *_referred(name, project.gazetteer, company, online=online)]
    ranked = sorted((_scored(one, company) for one in found), key=lambda one: (-one.score, one.name, one.pcode))
    return [_with_neighbours(one, project.gazetteer) for one in ranked[:MOST]]


def _point(near: str, gazetteer: Gazetteer) -> Point:
    place = gazetteer.places.get(near)
    if place is None:
        ids = gazetteer.by_spelling.get(near, ())
        place = gazetteer.places[ids[0]] if ids else None
    if place is None or place.location is None:
        what = "has no location" if place else "is in no gazetteer"
        raise CurationError([Problem("", "--near", f"{near!r} {what}; name a place of gazetteer/places.csv")])
    return place.location.point


def _company(name: str, project: Project) -> Company:
    """Collect the places, townships and roads that the sources name beside the name."""
    words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    matcher: Matcher | None = None
    beside: list[Mention] = []
    sources = []
    for source in project.sources:
        at = [match.start() for match in words.finditer(source.text)]
        if at:
            matcher = matcher or Matcher(project.gazetteer)
            sources.append(source.id)
            beside += [m for m in matcher.find(source.text) if any(abs(m.start - start) <= BESIDE for start in at)]
    settled = [m for m in beside if m.kind not in ("region", "country", "road")]
    points = {(m.latitude, m.longitude) for m in settled if m.latitude is not None and m.longitude is not None}
    townships = {
        sound(re.sub(" Township$", "", m.name)): m.name for m in beside if m.kind in ("township", "town", "city")
    }
    routes = [project.gazetteer.routes[m.place] for m in beside if m.place in project.gazetteer.routes]
    road = [point for route in routes for point in route.points]
    return Company(tuple(sorted(points)), townships, tuple(road), tuple(sources))


def _own(name: str, gazetteer: Gazetteer) -> Iterable[Candidate]:
    for place in gazetteer.places.values():
        best = max((likeness(name, spelling), spelling) for spelling in place.spellings)
        if best[0] >= SIMILAR and place.kind not in ("country", "region"):
            yield Candidate(
                place.name, place.name_my, place.kind, _name_of(place.township, gazetteer), place.pcode,
                place.location.point if place.location else None, place.id, f"known here as {best[1]}", "", best[0],
            )  # fmt: skip


def _name_of(id_: str, gazetteer: Gazetteer) -> str:
    return gazetteer.places[id_].name.removesuffix(" Township") if id_ in gazetteer.places else ""


def _referred(name: str, gazetteer: Gazetteer, company: Company, *, online: bool) -> Iterable[Candidate]:
    """Yield what the references answer, places of the gazetteer left out; servers are asked where `online` says so."""
    known = {place.pcode for place in gazetteer.places.values() if place.pcode}
    around = Around(company.points, gazetteer.settings.window)
    for reference in REFERENCES:
        if not reference.available() or (reference.ONLINE and not online):
            continue
        for score, entry, evidence in reference.alike(name, around):
            if entry.pcode not in known:
                yield Candidate(
                    entry.name, entry.name_my, entry.kind, entry.township, entry.pcode, entry.point, None, evidence,
                    reference.CREDIT, score,
                )  # fmt: skip


def _scored(one: Candidate, company: Company) -> Candidate:
    """Weigh spelling, township, nearness and road; `hints` say what spoke for the candidate."""
    score, hints = one.score, []
    if one.point and company.points:
        km = min(distance_km(one.point, point) for point in company.points)
        score -= FAR_MALUS * min(km / FAR_KM, 1.5)
    if one.township and sound(one.township) in company.townships:
        score += TOWNSHIP_BONUS
        hints.append(f"{company.townships[sound(one.township)]} is named beside it")
    if one.point and company.road and min(distance_km(one.point, point) for point in company.road) <= ROAD_KM:
        score += ROAD_BONUS
        hints.append("lies on the road that is named beside it")
    return replace(one, score=round(score, 4), hints=tuple(hints))


def _with_neighbours(one: Candidate, gazetteer: Gazetteer) -> Candidate:
    if one.point is None:
        return one
    others = [
        (distance_km(one.point, place.location.point), place.name)
        for place in gazetteer.places.values()
        if place.location and place.id != one.place and place.kind in ("city", "town", "village", "mine", "junction")
    ]
    return replace(one, km=tuple((name, round(km, 1)) for km, name in sorted(others)[:3]))


def accept(name: str, chosen: Candidate, project: Project) -> dict[str, bytes]:
    """Return the files of gazetteer/ that change when a candidate is taken; writing them is the caller's.

    A known place gets the spelling; a new one gets its rows in places.csv, locations.csv and names.csv, with the
    evidence. Raises CurationError when the gazetteer would not stand the check any more.
    """
    attested = "; ".join(_company(name, project).sources) or "frontmap locate"
    folder = project.folder / "gazetteer"
    if chosen.place:
        place = project.gazetteer.places[chosen.place]
        if name in place.spellings:
            raise CurationError(
                [Problem("gazetteer/names.csv", place.id, f"{name!r} is known already; nothing to add")]
            )
        rows = {"names.csv": [_name_row(place.id, name, attested)]}
    else:
        rows = _new_place(name, chosen, project.gazetteer, attested)
    changed = {file: _appended((folder / file).read_bytes(), new) for file, new in rows.items() if new}
    _check(changed, folder)
    return changed


def _new_place(name: str, chosen: Candidate, gazetteer: Gazetteer, attested: str) -> dict[str, list[list[object]]]:
    township = _township(chosen.township, gazetteer)
    id_ = slug(chosen.name)
    if id_ in gazetteer.places or id_ in gazetteer.routes:
        id_ = f"{id_}-{slug(chosen.township or chosen.pcode or 'new')}"
    told = chosen.name if id_ == slug(chosen.name) else f"{chosen.name} ({chosen.township or chosen.pcode})"
    region = township.region if township else ""
    names = [spelling for spelling in dict.fromkeys((name, chosen.name_my)) if spelling and spelling != chosen.name]
    if chosen.point is None:
        raise CurationError([Problem("gazetteer/locations.csv", id_, "the candidate has no point; choose another")])
    lat, lon = chosen.point
    return {
        "places.csv": [[id_, told, chosen.kind, township.id if township else "", region, "", chosen.pcode, "", "", ""]],
        "locations.csv": [[id_, f"{lat:.6f}", f"{lon:.6f}", VILLAGE_M, "accepted", chosen.evidence, chosen.credit, ""]],
        "names.csv": [
            _name_row(id_, spelling, attested if spelling == name else chosen.evidence) for spelling in names
        ],
    }


def _township(name: str, gazetteer: Gazetteer) -> Place | None:
    places = (place for place in gazetteer.places.values() if place.kind == "township")
    return next(
        (
            place
            for place in places
            if name and any(sound(name) == sound(s.removesuffix(" Township")) for s in place.spellings)
        ),
        None,
    )


def _name_row(place: str, spelling: str, attested: str) -> list[object]:
    language, script = ("my", "Mymr") if is_burmese(spelling) else ("en", "Latn")
    return [place, spelling, language, script, attested]


def _appended(old: bytes, rows: list[list[object]]) -> bytes:
    """Append rows to a CSV file; what stands there stays byte for byte."""
    end = "\r\n" if old.endswith(b"\r\n") else "\n"
    written = io.StringIO()
    csv.writer(written, lineterminator=end).writerows(rows)
    gap = b"" if old.endswith((b"\n", b"\r")) or not old else end.encode()
    return old + gap + written.getvalue().encode()


def _check(changed: dict[str, bytes], ground: Path) -> None:
    """Read the gazetteer as it would be; raise CurationError with its faults."""
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(ground, Path(scratch) / ground.name)
        for file, content in changed.items():
            (Path(scratch) / ground.name / file).write_bytes(content)
        read_ground(Path(scratch))
