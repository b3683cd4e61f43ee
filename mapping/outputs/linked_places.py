"""The gazetteer as Linked Places Format, for the World Historical Gazetteer and other indexes of places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from mapping.files.geojson import write_collection
from mapping.outputs.geojson import DECIMALS, plain_values
from mapping.waist import TABLES

if TYPE_CHECKING:
    from mapping.waist import Dataset

NAME = "places.lpf.json"
CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places-format/main/linkedplaces-context-v1.1.jsonld"

_AAT, _GEONAMES = "aat:", "https://www.geonames.org/ontology#"
TYPES: dict[str, tuple[str, str]] = {
    "city": ("P", f"{_AAT}300008389"), "town": ("P", f"{_AAT}300008375"), "village": ("P", f"{_AAT}300008372"),
    "township": ("A", f"{_GEONAMES}A.ADM3"), "region": ("A", f"{_GEONAMES}A.ADM1"),
    "country": ("A", f"{_AAT}300128207"), "mine": ("S", f"{_GEONAMES}S.MN"), "base": ("L", f"{_GEONAMES}L.MILB"),
    "bridge": ("S", f"{_GEONAMES}S.BDG"), "junction": ("R", f"{_GEONAMES}R.RDJCT"), "dam": ("S", f"{_GEONAMES}S.DAM"),
    "river": ("H", f"{_AAT}300008707"), "site": ("S", f"{_GEONAMES}S"),
}  # fmt: skip
"""Kind of place -> GeoNames class, and a term of the Getty Art & Architecture Thesaurus or else of GeoNames."""

CERTAIN_M = 2_000  # a point so near lies within the town or village it stands for

Json = dict[str, Any]


def files(dataset: Dataset) -> dict[str, bytes]:
    """Return places.lpf.json: every place with its names, their languages and witnesses, type and location."""
    names = defaultdict(list)
    for row in _rows(dataset, "names", ("place", "name")):
        names[row["place"]].append(_name(row["name"], row["language"], row["attested_by"]))
    rows = _rows(dataset, "places", ("id",))
    wholes = {row["name"]: row["id"] for row in rows if row["kind"] in {"township", "region"}}
    points = dataset.tables["places"].sort_values("id", kind="stable").geometry
    places = [
        _place(row, point, names[row["id"]], wholes, dataset.data_as_of)
        for row, point in zip(rows, points, strict=True)
    ]
    return {NAME: write_collection(places, {"@context": CONTEXT}).encode()}


def _rows(dataset: Dataset, name: str, order: tuple[str, ...]) -> list[Json]:
    table = dataset.tables[name].sort_values(list(order), kind="stable")
    cells = {column.name: plain_values(table[column.name], column) for column in TABLES[name].columns}
    return [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]


def _place(row: Json, point: Any, names: list[Json], wholes: dict[str, str], day: str | None) -> Json:
    """One feature; what has no value is left out, because the format knows no null but the geometry."""
    class_, term = TYPES.get(row["kind"], TYPES["site"])
    relations = [
        {"relationType": "gvp:broaderPartitive", "relationTo": f"place:{wholes[whole]}", "label": whole}
        for whole in (row["township"], row["state_region"]) if whole in wholes and wholes[whole] != row["id"]
    ]  # fmt: skip
    optional = {
        "when": day and {"timespans": [{"start": {"latest": day}, "end": {"earliest": day}}]},  # it is there that day
        "relations": relations,
        "links": row["geonames_id"] and [{"type": "closeMatch", "identifier": f"gn:{row['geonames_id']}"}],
        "descriptions": row["location_note"] and [{"value": row["location_note"], "lang": "en"}],
    }
    return {
        "@id": f"place:{row['id']}",
        "type": "Feature",
        "properties": {"title": row["name"], "fclasses": [class_]},
        "names": [_name(row["name"], None, None), *names],
        "types": [{"identifier": term, "label": row["kind"], "sourceLabels": [{"label": row["kind"], "lang": "en"}]}],
        "geometry": _geometry(row, point),
        **{key: value for key, value in optional.items() if value},
    }


def _name(text: str, language: str | None, witness: str | None) -> Json:
    made: Json = {"toponym": text}
    if language:
        made["lang"] = language
    if witness:
        made["citations"] = [{"label": witness}]
    return made


def _geometry(row: Json, point: Any) -> Json | None:
    if point is None or point.is_empty:
        return None
    sure = row["located_by"] == "gazetteer"
    near = sure and (row["uncertainty_m"] or 0) <= CERTAIN_M
    made: Json = {
        "type": "Point",
        "coordinates": [round(point.x, DECIMALS), round(point.y, DECIMALS)],
        "certainty": "certain" if near else "less-certain" if sure else "uncertain",
    }
    if row["location_evidence"]:
        made["citations"] = [{"label": row["location_evidence"]}]
    return made
