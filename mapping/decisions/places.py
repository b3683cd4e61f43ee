"""Decisions about names: where a place lies, how else it is spelled, and what is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import tomlkit

from mapping.decisions.statements import HEAD, field_order
from mapping.domain.errors import CurationError, Problem, did_you_mean
from mapping.domain.geodesy import within
from mapping.domain.slug import slug, unused
from mapping.domain.vocabulary import PLACE_KINDS
from mapping.intake.candidates import Candidate, standing
from mapping.mentions.spelling import is_burmese
from mapping.reference.romanise import sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.decisions.change import Change, Files
    from mapping.domain.geodesy import Point
    from mapping.gazetteer import Gazetteer, Place
    from mapping.project import Project

VILLAGE_M = 1000.0  # MIMU points lie within 0.98 km of GeoNames' for nine villages in ten
COLUMN_OF = {"mimu": "pcode", "geonames": "geonames_id"}  # reference -> where places.csv keeps its code
MAP = "gazetteer/map.toml"


@dataclass(frozen=True)
class Found:
    """A point that a person found: lat, lon in degrees, a radius in metres that surely holds it, the evidence."""

    point: Point
    kind: str
    evidence: str
    credit: str = ""
    uncertainty_m: float = VILLAGE_M


def accept(files: Files, name: str, chosen: Candidate, project: Project) -> Change:
    """Take a candidate for a name: a known place gets the spelling, a new one its rows with the evidence.

    Statements that hold the name as words get the id. Raises CurationError where the spelling is known already, or
    the candidate has no point.
    """
    attested = _attested(name, project)
    if chosen.place:
        return spell(files, name, chosen.place, project)
    if chosen.point is None:
        raise CurationError([Problem("gazetteer/locations.csv", name, "the candidate has no point; choose another")])
    found = Found(chosen.point, chosen.kind, chosen.evidence, chosen.credit)
    id_ = id_of(chosen, project.gazetteer)
    _add_place(files, id_, name, chosen, found, project.gazetteer)
    for one in dict.fromkeys((name, chosen.name_my)):
        if one and one != chosen.name:
            files.sheet("names.csv").append(_name_row(id_, one, attested if one == name else chosen.evidence))
    return files.change(f"{name} is {id_} ({chosen.kind})", _linked(files, name, id_, project))


def put_at(files: Files, name: str, found: Found, project: Project) -> Change:
    """Put a place of a name at a point that a person found; what holds the name as words gets its id.

    A place that the gazetteer has without a point gets the point. Raises CurationError for a point off the Earth, an
    unknown kind, or without evidence.
    """
    _check(name, found)
    known = project.gazetteer.by_spelling.get(name, ())
    bare = [id_ for id_ in known if project.gazetteer.places[id_].location is None]
    if known and not bare:
        message = f"{name!r} has a location already; mend it in gazetteer/locations.csv, with the reason"
        raise CurationError([Problem("gazetteer/locations.csv", known[0], message)])
    if bare:
        files.sheet("locations.csv").append(_location(bare[0], found))
        _allow_beyond(files, bare[0], found.point, project.gazetteer)
        return files.change(f"{name} lies at {found.point[0]:.4f}, {found.point[1]:.4f}")
    chosen = Candidate(name, "", found.kind, "", "", found.point, None, found.evidence, found.credit, 1.0)
    id_ = id_of(chosen, project.gazetteer)
    _add_place(files, id_, name, chosen, found, project.gazetteer)
    return files.change(f"{name} is {id_} ({found.kind})", _linked(files, name, id_, project))


def spell(files: Files, name: str, place: str, project: Project) -> Change:
    """Say that a name is another spelling of a known place. Raises CurationError where it is one already."""
    known = project.gazetteer.places
    if place not in known:
        raise CurationError([Problem("gazetteer/places.csv", place, f"is not there{did_you_mean(place, known)}")])
    if name in known[place].spellings:
        raise CurationError([Problem("gazetteer/names.csv", place, f"{name!r} is known already; nothing to add")])
    files.sheet("names.csv").append(_name_row(place, name, _attested(name, project)))
    return files.change(f"{name} is a spelling of {place}", _linked(files, name, place, project))


def no_place(files: Files, phrase: str, reason: str) -> Change:
    """Say that words which look like the name of a place are none, and why."""
    if not reason.strip():
        raise CurationError([Problem("gazetteer/not_places.csv", phrase, "needs a reason, such as 'armed group'")])
    if any(row["phrase"] == phrase for _, row in files.sheet("not_places.csv").rows()):
        raise CurationError([Problem("gazetteer/not_places.csv", phrase, "stands there already; nothing to add")])
    files.sheet("not_places.csv").append({"phrase": phrase, "reason": reason})
    return files.change(f"{phrase} is no place")


def id_of(chosen: Candidate, gazetteer: Gazetteer) -> str:
    """Return the id under which a candidate stands, or would stand, in places.csv."""
    id_ = slug(chosen.name)
    if chosen.place:
        return chosen.place
    taken = {*gazetteer.places, *gazetteer.routes}
    if id_ in taken and (chosen.township or chosen.pcode):
        id_ = f"{id_}-{slug(chosen.township or chosen.pcode)}"
    return unused(id_, taken)


def _check(name: str, found: Found) -> None:
    lat, lon = found.point
    problems = []
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        problems.append("at: is no point on Earth; write LAT,LON in degrees, such as 22.92,96.51")
    if found.kind not in PLACE_KINDS:
        hint = did_you_mean(found.kind, PLACE_KINDS)
        problems.append(f"kind: unknown {found.kind!r}{hint}; it is one of {', '.join(PLACE_KINDS)}")
    if not found.evidence.strip():
        problems.append("evidence: is empty; say where the point was seen")
    if problems:
        raise CurationError(Problem("gazetteer/locations.csv", name, message) for message in problems)


def _add_place(files: Files, id_: str, name: str, chosen: Candidate, found: Found, gazetteer: Gazetteer) -> None:
    township = _township(chosen.township, gazetteer)
    told = chosen.name if id_ == slug(chosen.name) else f"{chosen.name} ({chosen.township or chosen.pcode or name})"
    codes = {COLUMN_OF[chosen.reference]: chosen.pcode} if chosen.reference in COLUMN_OF else {}
    files.sheet("places.csv").append({
        "id": id_, "name": told, "kind": chosen.kind, "township": township.id if township else "",
        "region": township.region if township else "", **codes,
    })  # fmt: skip
    files.sheet("locations.csv").append(_location(id_, found))
    _allow_beyond(files, id_, found.point, gazetteer)


def _location(id_: str, found: Found) -> dict[str, Any]:
    lat, lon = found.point
    return {
        "place": id_, "lat": f"{lat:.6f}", "lon": f"{lon:.6f}", "uncertainty_m": f"{found.uncertainty_m:g}",
        "status": "accepted", "evidence": found.evidence, "credit": found.credit,
    }  # fmt: skip


def _allow_beyond(files: Files, id_: str, point: Point, gazetteer: Gazetteer) -> None:
    """List a place that lies outside the window among those that do so on purpose."""
    if within(point, gazetteer.settings.window):
        return
    with files.whole_toml(MAP) as whole:
        if "beyond" not in whole:
            whole.add("beyond", tomlkit.array())  # never behind a head: tomlkit puts plain values before the tables
        listed: Any = whole["beyond"]
        listed.append(id_)


def _linked(files: Files, name: str, id_: str, project: Project) -> list[str]:
    """Put an id in the place of a name that statements hold as words; tells which."""
    more = []
    for source in project.sources:
        if not any(getattr(ref, "text", None) == name for one in source.statements for _, ref in one.places()):
            continue
        tables = files.tables(source.id)
        for table in tables.of(HEAD):
            fields = dict(_with_id(table.data, name, id_))
            if fields:
                tables.change(table, fields, field_order(str(table.data["kind"])))
                status = table.data.get("status", "reviewed")
                more.append(f"{source.id}/{table.data['id']} ({status}): {', '.join(fields)}")
    named = [source.id for source in project.sources if standing(name, source)]
    return [*more, *(f"named in {source}" for source in named)]


def _with_id(row: Any, name: str, id_: str) -> Iterator[tuple[str, Any]]:
    """Fields of a statement in which a name stands as words, with the id in its place."""
    for field, value in row.items():
        if _is_words(value, name):
            yield field, id_
        elif isinstance(value, list) and any(_is_words(part, name) for part in value):
            refs = [id_ if _is_words(part, name) else part for part in value]
            yield field, [ref for number, ref in enumerate(refs) if ref not in refs[:number]]


def _is_words(value: Any, name: str) -> bool:
    return isinstance(value, dict) and value.get("text") == name and "of" not in value


def _attested(name: str, project: Project) -> str:
    return "; ".join(source.id for source in project.sources if standing(name, source)) or "frontmap locate"


def _township(name: str, gazetteer: Gazetteer) -> Place | None:
    """The township of a name, in any spelling of one."""
    if not name:
        return None
    for place in gazetteer.places.values():
        sounds = (sound(spelling.removesuffix(" Township")) for spelling in place.spellings)
        if place.kind == "township" and sound(name) in sounds:
            return place
    return None


def _name_row(place: str, spelling: str, attested: str) -> dict[str, Any]:
    language, script = ("my", "Mymr") if is_burmese(spelling) else ("en", "Latn")
    return {"place": place, "name": spelling, "language": language, "script": script, "attested_by": attested}
