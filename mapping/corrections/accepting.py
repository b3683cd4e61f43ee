"""Accepted moves -> the changed files of gazetteer/."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mapping.gazetteer.editing import Drawing, Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mapping.corrections.moves import Move
    from mapping.domain.geodesy import Point

LOCATIONS, ROUTES = "locations.csv", "routes.geojson"
DOUBT_M = 1000.0  # radius of a new location for which nobody states one: a village and its fields


@dataclass(frozen=True)
class Evidence:
    """Why a move is right: where the new coordinate was seen, whom to credit, why the old one was wrong.

    `uncertainty_m` is the radius that surely holds the place, in metres; None keeps that of the old location.
    """

    seen: str
    reason: str
    credit: str = ""
    uncertainty_m: float | None = None


def changed_files(accepted: Mapping[Move, Evidence], ground: Path) -> dict[str, bytes]:
    """Return the files of gazetteer/ (`ground`) that these moves change, with their new contents."""
    places = {move: evidence for move, evidence in accepted.items() if move.kind == "place"}
    stretches = {move: evidence for move, evidence in accepted.items() if move.kind == "stretch"}
    changed: dict[str, bytes] = {}
    if places:
        changed[LOCATIONS] = _relocated(Sheet.read(ground, LOCATIONS), places)
    if stretches:
        changed[ROUTES] = _redrawn(Drawing.read(ground, ROUTES), stretches)
    return changed


def _relocated(sheet: Sheet, moves: Mapping[Move, Evidence]) -> bytes:
    """Put a new accepted row behind each old one, which is rejected with the reason."""
    waiting = {move.id: (move, evidence) for move, evidence in moves.items()}
    for record, row in list(sheet.rows()):
        if row["status"] == "accepted" and row["place"] in waiting:
            move, evidence = waiting.pop(row["place"])
            reason = _one_line(evidence.reason) + (f" (noted before: {row['note']})" if row["note"] else "")
            old = sheet.change(record, {"status": "rejected", "note": reason})
            sheet.add_after(old, _location(move, evidence, row["uncertainty_m"]))
    for move, evidence in waiting.values():
        sheet.append(_location(move, evidence, f"{DOUBT_M:g}"))
    return sheet.content()


def _location(move: Move, evidence: Evidence, radius: str) -> dict[str, str]:
    lat, lon = move.after[0]
    if evidence.uncertainty_m is not None:
        radius = f"{evidence.uncertainty_m:g}"
    return {
        "place": move.id, "lat": f"{lat:.8g}", "lon": f"{lon:.9g}", "uncertainty_m": radius, "status": "accepted",
        "evidence": _one_line(evidence.seen), "credit": _one_line(evidence.credit),
    }  # fmt: skip


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _redrawn(drawing: Drawing, moves: Mapping[Move, Evidence]) -> bytes:
    """Give stretches their new vertices and the evidence; stretches that met a moved end follow."""
    features = drawing.features()
    evidence = {move.id: given for move, given in moves.items()}
    lines = {id_: _coordinates(feature) for id_, feature in features.items()}
    old = dict(lines)
    for move in moves:
        points = [[lon, lat] for lat, lon in move.after]
        lines[move.id] = points if _begins_like(old[move.id], move.before) else points[::-1]
    for move in moves:
        for end in (0, -1):
            _follow(old[move.id][end], lines[move.id][end], lines)
    for id_, feature in features.items():
        if lines[id_] == old[id_]:
            continue
        changed = {**feature, "geometry": {**feature["geometry"], "coordinates": lines[id_]}}
        if id_ in evidence:
            changed["properties"] = _noted(feature["properties"], evidence[id_])
        drawing.replace(id_, changed)
    return drawing.content()


def _coordinates(feature: dict[str, Any]) -> list[list[float]]:
    return [[float(lon), float(lat)] for lon, lat, *_ in feature["geometry"]["coordinates"]]


def _begins_like(line: list[list[float]], points: tuple[Point, ...]) -> bool:
    return line[0] == [points[0][1], points[0][0]]


def _follow(was: list[float], now: list[float], lines: dict[str, list[list[float]]]) -> None:
    """Move the ends of all stretches that still lie where an end was, so that roads stay whole."""
    for id_, line in lines.items():
        if was == now:
            return
        if line[0] == was:
            line = [now, *line[1:]]  # noqa: PLW2901
        if line[-1] == was:
            line = [*line[:-1], now]  # noqa: PLW2901
        lines[id_] = line


def _noted(properties: dict[str, Any], evidence: Evidence) -> dict[str, Any]:
    """Return the properties of a stretch with where its new line was seen, why, and whom to credit."""
    noted = dict(properties)
    noted["evidence"] = f"{evidence.seen}; before: {properties['evidence']}"
    noted["note"] = " ".join(part for part in (properties["note"], f"Corrected: {evidence.reason}") if part)
    if evidence.credit and evidence.credit not in properties["credit"]:
        noted["credit"] = "; ".join(part for part in (properties["credit"], evidence.credit) if part)
    if evidence.uncertainty_m is not None:
        noted["uncertainty_m"] = evidence.uncertainty_m
    return noted
