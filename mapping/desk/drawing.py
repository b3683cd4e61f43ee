"""What a build would draw of one statement, as GeoJSON: the same placing, the same tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import shapely

from mapping.domain.errors import CurationError
from mapping.project import Project
from mapping.waist.build import material_of
from mapping.waist.kinds import KINDS

if TYPE_CHECKING:
    from mapping.decisions.checking import Ground
    from mapping.seeds.sources import Source

TOLD = ("place_name", "uncertainty_m", "located_by", "verdict", "verdict_detail", "shape", "role", "reason", "name")


def drawn(source: Source, id_: str, ground: Ground) -> dict[str, Any]:
    """Return {"features": GeoJSON features, "not_located": [[words, reason], …], "faults": [...]} of a statement."""
    chosen = tuple(one for one in source.statements if one.id == id_)
    alone = replace(
        source,
        statements=tuple(
            one.model_copy(update={"status": "reviewed"}).anchored(one.source, *one.span) for one in chosen
        ),
    )
    project = Project(ground.folder, ground.gazetteer, (alone,), {source.id: ()})
    try:
        material = material_of(project)
    except CurationError as error:
        return {"features": [], "not_located": [], "faults": [str(problem) for problem in error.problems]}
    features, unlocated = [], []
    for entry in KINDS:
        for name, rows in entry.rows(material).items():
            for row in rows:
                if row.get("geometry") is not None:
                    told = {key: row[key] for key in TOLD if row.get(key) is not None}
                    geometry = shapely.geometry.mapping(row["geometry"])
                    features.append({"type": "Feature", "properties": {"table": name, **told}, "geometry": geometry})
                elif name == "not_located":
                    unlocated.append([row["name"], row["reason"]])
    return {"features": features, "not_located": unlocated, "faults": []}


def ground_lines(ground: Ground) -> dict[str, Any]:
    """Return the map beneath: roads, rivers, boundaries as lines of [lon, lat], places with points."""
    gazetteer = ground.gazetteer
    stretches = {stretch.id: stretch for route in gazetteer.routes.values() for stretch in route.stretches}
    return {
        "roads": [[[lon, lat] for lat, lon in one.points] for one in stretches.values()],
        "places": [
            {"id": one.id, "name": one.name, "kind": one.kind, "lat": one.location.lat, "lon": one.location.lon}
            for one in gazetteer.places.values() if one.location
        ],
        "window": gazetteer.settings.window, "view": gazetteer.settings.view,
    }  # fmt: skip
