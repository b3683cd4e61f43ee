"""An accepted candidate -> its rows in gazetteer/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.domain.errors import CurationError, Problem
from mapping.domain.slug import slug
from mapping.gazetteer.editing import Sheet
from mapping.intake.candidates import standing
from mapping.mentions.spelling import is_burmese
from mapping.reference.romanise import sound
from mapping.waist.build import require_standing

if TYPE_CHECKING:
    from mapping.gazetteer import Gazetteer, Place
    from mapping.intake.candidates import Candidate
    from mapping.project import Project

    Rows = dict[str, list[dict[str, Any]]]  # file of gazetteer/ -> its new rows

VILLAGE_M = 1000  # MIMU points lie within 0.98 km of GeoNames' for nine villages in ten


def accept(name: str, chosen: Candidate, project: Project) -> dict[str, bytes]:
    """Return the files of gazetteer/ that change when a candidate is taken; writing them is the caller's.

    A known place gets the spelling; a new one gets its rows in places.csv, locations.csv and names.csv, with the
    evidence. Raises CurationError when the project would not stand with them.
    """
    attested = "; ".join(source.id for source in project.sources if standing(name, source)) or "frontmap locate"
    if chosen.place:
        place = project.gazetteer.places[chosen.place]
        if name in place.spellings:
            message = f"{name!r} is known already; nothing to add"
            raise CurationError([Problem("gazetteer/names.csv", place.id, message)])
        rows = {"names.csv": [_name_row(place.id, name, attested)]}
    else:
        rows = _new_place(name, chosen, project.gazetteer, attested)
    changed = {file: _appended(file, new, project) for file, new in rows.items() if new}
    require_standing(project.folder, changed, "this addition")
    return changed


def id_of(chosen: Candidate, gazetteer: Gazetteer) -> str:
    """Return the id under which a candidate stands, or would stand, in places.csv."""
    id_ = slug(chosen.name)
    if chosen.place:
        return chosen.place
    taken = id_ in gazetteer.places or id_ in gazetteer.routes
    return f"{id_}-{slug(chosen.township or chosen.pcode or 'new')}" if taken else id_


def _appended(file: str, rows: list[dict[str, Any]], project: Project) -> bytes:
    sheet = Sheet.read(project.folder / "gazetteer", file)
    for row in rows:
        sheet.append(row)
    return sheet.content()


def _new_place(name: str, chosen: Candidate, gazetteer: Gazetteer, attested: str) -> Rows:
    township, id_ = _township(chosen.township, gazetteer), id_of(chosen, gazetteer)
    told = chosen.name if id_ == slug(chosen.name) else f"{chosen.name} ({chosen.township or chosen.pcode})"
    region = township.region if township else ""
    names = [spelling for spelling in dict.fromkeys((name, chosen.name_my)) if spelling and spelling != chosen.name]
    if chosen.point is None:
        raise CurationError([Problem("gazetteer/locations.csv", id_, "the candidate has no point; choose another")])
    lat, lon = chosen.point
    place = {
        "id": id_, "name": told, "kind": chosen.kind, "township": township.id if township else "", "region": region,
        "pcode": chosen.pcode,
    }  # fmt: skip
    location = {
        "place": id_, "lat": f"{lat:.6f}", "lon": f"{lon:.6f}", "uncertainty_m": VILLAGE_M, "status": "accepted",
        "evidence": chosen.evidence, "credit": chosen.credit,
    }  # fmt: skip
    spellings = [_name_row(id_, one, attested if one == name else chosen.evidence) for one in names]
    return {"places.csv": [place], "locations.csv": [location], "names.csv": spellings}


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
