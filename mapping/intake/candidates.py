"""Where a name may lie that the gazetteer lacks: its own names in other spellings, and the references."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapping.domain.errors import CurationError, Problem
from mapping.domain.geodesy import distance_km
from mapping.mentions import Matcher
from mapping.reference.base import Around
from mapping.reference.references import REFERENCES
from mapping.reference.romanise import likeness, sound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.domain.geodesy import Point
    from mapping.gazetteer import Gazetteer
    from mapping.mentions import Mention
    from mapping.project import Project
    from mapping.seeds.sources import Source

BESIDE = 250  # code points around a name in which the places named tell most about it
SIMILAR = 0.72  # share of the sound that a spelling of a known place must have in common
TOWNSHIP_BONUS, ROAD_BONUS = 0.15, 0.05
FAR_KM, FAR_MALUS = 60.0, 0.25  # a candidate so far from all places beside the name loses so much
ROAD_KM = 5.0  # a candidate so near to a road that is named beside the name lies on it
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
    reference: str = ""  # name of the reference that has it

    @property
    def code(self) -> str:
        """What names it among all candidates, whatever their order: the id here, or the code of its reference."""
        return self.place or f"{self.reference}:{self.pcode}"


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
    matcher: Matcher | None = None
    beside: list[Mention] = []
    sources = []
    for source in project.sources:
        at = standing(name, source)
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


def standing(name: str, source: Source) -> list[int]:
    """Return where a name stands in the text of a source, in code points; case makes no difference."""
    words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return [match.start() for match in words.finditer(source.text)]


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
                    reference.CREDIT, score, reference=reference.NAME,
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
