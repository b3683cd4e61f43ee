"""The roads of gazetteer/: stretches that are drawn once, and the routes that they are chained to."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from mapping.domain.vocabulary import QUALITIES
from mapping.gazetteer.folder import parts
from mapping.gazetteer.model import Route, Stretch

if TYPE_CHECKING:
    from mapping.domain.geodesy import Point
    from mapping.gazetteer.folder import Folder
    from mapping.gazetteer.model import Place


def read_routes(files: Folder, places: dict[str, Place]) -> dict[str, Route]:
    """Read routes.csv and routes.geojson; a stretch that no route travels is a fault."""
    stretches = _stretches(files)
    file = "routes.csv"
    routes = {}
    used: set[str] = set()
    for id_, row in files.unique(file, files.table(file)).items():
        via, pieces = parts(row["via"]), parts(row["stretches"])
        stops = (row["from"], row["to"], *via)
        good = [files.known(file, id_, "place", place, places, "places.csv") for place in stops]
        good += [files.known(file, id_, "stretch", piece, stretches, "routes.geojson") for piece in pieces]
        used.update(pieces)
        if id_ in places:
            files.fault(file, id_, "is also the id of a place; ids are unique among both")
        if not pieces:
            files.lose(file, id_, "names no stretches of routes.geojson")
        elif all(good):
            line = _chained(files, id_, places[row["from"]], [stretches[piece] for piece in pieces])
            if not line:
                continue
            if line[0].points[0] == line[-1].points[-1]:
                files.fault(file, id_, "ends where it begins; a route has two ends: make two routes of it")
            routes[id_] = Route(id_, row["name"], row["from"], row["to"], via, line, row["note"])
        else:
            files.problems.lost.add(f"{files.path.name}/{file}")
    for unused in sorted(stretches.keys() - used) if files.problems.whole(f"{files.path.name}/{file}") else ():
        files.fault("routes.geojson", unused, "belongs to no route; name it in routes.csv, or take it out")
    return routes


def _stretches(files: Folder) -> dict[str, Stretch]:
    file = "routes.geojson"
    found: dict[str, Stretch] = {}
    for _, row, points in files.features(file, "id quality evidence credit note?", "LineString"):
        id_ = row["id"]
        radius = files.number(file, id_, "uncertainty_m", row.get("uncertainty_m"))
        files.is_id(file, id_, id_)
        files.known(file, id_, "quality", row["quality"], QUALITIES)
        if radius is not None:
            files.is_radius(file, id_, radius)
        if id_ in found:
            files.fault(file, id_, "stands twice; ids are unique")
        found[id_] = Stretch(id_, points, row["quality"], radius or 0.0, row["evidence"], row["credit"], row["note"])
    return found


def _chained(files: Folder, id_: str, start: Place, pieces: list[Stretch]) -> tuple[Stretch, ...]:
    """Turn each stretch so that it begins where the one before ends; nothing, and faults, where one does not."""
    chain: list[Stretch] = []
    torn = False
    for number, piece in enumerate(pieces):
        if chain:
            turn = piece.points[0] != chain[-1].points[-1]
        elif len(pieces) > 1:
            turn = piece.points[0] in _ends(pieces[1]) and piece.points[-1] not in _ends(pieces[1])
        else:
            turn = start.location is not None and _nearer(start.location.point, piece.points[-1], piece.points[0])
        points = piece.points[::-1] if turn else piece.points
        if chain and points[0] != chain[-1].points[-1]:
            advice = "give both the same end vertex in routes.geojson"
            before = pieces[number - 1].id
            torn = True
            files.lose("routes.csv", id_, f"stretch {piece.id} does not begin where {before} ends; {advice}")
        chain.append(replace(piece, points=points))
    return () if torn else tuple(chain)


def _ends(piece: Stretch) -> tuple[Point, Point]:
    return piece.points[0], piece.points[-1]


def _nearer(origin: Point, one: Point, other: Point) -> bool:
    """Whether `one` is nearer to the origin; degrees serve, because a stretch is far longer than wide."""
    return math.dist(origin, one) < math.dist(origin, other)
