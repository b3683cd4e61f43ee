"""New contents for the curated files of the gazetteer; what a move does not touch stays byte for byte."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.corrections.moves import Move
    from mapping.domain.geodesy import Point

HEADER = ["place", "lat", "lon", "uncertainty_m", "status", "evidence", "credit", "note"]
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


def new_locations(text: str, moves: Mapping[Move, Evidence]) -> str:
    """Return locations.csv with a new accepted row after each old one, which is rejected with the reason."""
    lines = text.splitlines(keepends=True)
    end = "\r\n" if text.endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    waiting = {move.id: (move, evidence) for move, evidence in moves.items()}
    written = []
    for line in lines:
        cells = next(csv.reader([line]), [])
        row = dict(zip(HEADER, cells, strict=False))
        if row.get("status", "").strip() == "accepted" and row["place"].strip() in waiting:
            move, evidence = waiting.pop(row["place"].strip())
            written += [_rejected(row, evidence, end), _accepted(move, evidence, row["uncertainty_m"], end)]
        else:
            written.append(line)
    written += [_accepted(move, evidence, f"{DOUBT_M:g}", end) for move, evidence in waiting.values()]
    return "".join(written)


def _rejected(row: dict[str, str], evidence: Evidence, end: str) -> str:
    reason = evidence.reason + (f" (noted before: {row['note']})" if row["note"] else "")
    return _row({**row, "status": "rejected", "note": reason}, end)


def _accepted(move: Move, evidence: Evidence, radius: str, end: str) -> str:
    lat, lon = move.after[0]
    if evidence.uncertainty_m is not None:
        radius = f"{evidence.uncertainty_m:g}"
    return _row({
        "place": move.id, "lat": f"{lat:.8g}", "lon": f"{lon:.9g}", "uncertainty_m": radius,
        "status": "accepted", "evidence": evidence.seen, "credit": evidence.credit, "note": "",
    }, end)  # fmt: skip


def _row(row: dict[str, str], end: str) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator=end).writerow([" ".join(row[column].split()) for column in HEADER])
    return buffer.getvalue()


def new_lines(text: str, moves: Mapping[Move, Evidence]) -> str:
    """Return routes.geojson with the new vertices and their evidence; stretches that met a moved end follow."""
    collection = json.loads(text)
    features = {feature["properties"]["id"]: feature for feature in collection["features"]}
    evidence = {move.id: given for move, given in moves.items()}
    lines = {id_: _coordinates(feature) for id_, feature in features.items()}
    old = dict(lines)
    for move in moves:
        points = [[lon, lat] for lat, lon in move.after]
        lines[move.id] = points if _begins_like(old[move.id], move.before) else points[::-1]
    for move in moves:
        for end in (0, -1):
            _follow(old[move.id][end], lines[move.id][end], lines)
    changed = {id_: feature for id_, feature in features.items() if lines[id_] != old[id_]}
    for id_, feature in changed.items():
        feature["geometry"]["coordinates"] = lines[id_]
        if id_ in evidence:
            _note(feature["properties"], evidence[id_])
    return _replaced(text, collection, changed)


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


def _note(properties: dict[str, Any], evidence: Evidence) -> None:
    properties["evidence"] = f"{evidence.seen}; before: {properties['evidence']}"
    properties["note"] = " ".join(part for part in (properties["note"], f"Corrected: {evidence.reason}") if part)
    if evidence.credit and evidence.credit not in properties["credit"]:
        properties["credit"] = "; ".join(part for part in (properties["credit"], evidence.credit) if part)
    if evidence.uncertainty_m is not None:
        properties["uncertainty_m"] = evidence.uncertainty_m


def _replaced(text: str, collection: dict[str, Any], changed: dict[str, Any]) -> str:
    """Put the changed features into their lines; a file that has not one feature a line is written anew."""
    waiting, written = dict(changed), []
    for line in text.splitlines(keepends=True):
        body = line.strip().removesuffix(",")
        id_ = _id_of(body)
        if id_ in waiting:
            lead, tail = line[: line.index(body)], line[line.index(body) + len(body) :]
            line = lead + json.dumps(waiting.pop(id_), ensure_ascii=False) + tail  # noqa: PLW2901
        written.append(line)
    if not waiting:
        return "".join(written)
    lines = ",\n".join(" " + json.dumps(feature, ensure_ascii=False) for feature in collection["features"])
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def _id_of(line: str) -> str:
    try:
        return str(json.loads(line)["properties"]["id"])
    except (ValueError, LookupError, TypeError):
        return ""
