"""A reviewed project as annotated texts, so that the reader can be scored on it: docs, mentions, statements, texts/.

python -m tests.benchmarks.annotated PROJECT FOLDER
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapping.domain.fields import Unnamed
from mapping.domain.statements import Access, Control, Direction, Distance, Position, Report, TravelTime
from mapping.mentions import Matcher
from mapping.project import read_project

if TYPE_CHECKING:
    from mapping.domain.statements import Statement
    from mapping.gazetteer import Place
    from mapping.project import Project
    from mapping.seeds.sources import Source

KINDS = {
    Report: "event", Distance: "distance", TravelTime: "travel_time", Direction: "direction",
    Position: "position_along_route", Access: "accessibility", Control: "control",
}  # fmt: skip
AREAS = {"township": "township", "region": "state/region", "district": "state/region", "country": "other"}


def annotated(project: Project) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of docs, mentions and statements of all sources whose statements are reviewed."""
    matcher = Matcher(project.gazetteer)
    rows: dict[str, list[dict[str, Any]]] = {"docs": [], "mentions": [], "statements": []}
    for source in project.sources:
        day = source.published if source.published and len(source.published) == len("2025-01-01") else None
        rows["docs"].append({"doc": source.id, "published": day, "language": "en", "doc_class": "front", "publisher": ""})
        rows["mentions"] += _mentions(source, project, matcher)
        rows["statements"] += [_statement(one, source, project) for one in source.statements]
    return rows


def _mentions(source: Source, project: Project, matcher: Matcher) -> list[dict[str, Any]]:
    found = {(m.start, m.end): (m.text, project.gazetteer.places.get(m.place or "")) for m in matcher.scan(source.text).mentions}
    for one in source.statements:
        for _, ref in one.places():
            at = source.text.find(ref.text, *one.span) if isinstance(ref, Unnamed) else -1
            if at >= 0 and ref.text[:1].isupper() and not any(a <= at < b for a, b in found):
                found[at, at + len(ref.text)] = (ref.text, None)
    return [_mention(source.id, span, text, place) for span, (text, place) in sorted(found.items())]


def _mention(doc: str, span: tuple[int, int], text: str, place: Place | None) -> dict[str, Any]:
    point = place.location.point if place and place.location else (None, None)
    return {
        "doc": doc, "start": span[0], "end": span[1], "surface": text, "canonical": place.name if place else text,
        "kind": AREAS.get(place.kind, place.kind) if place else "village", "is_name_of_place": True, "why": None,
        "latitude": point[0], "longitude": point[1], "coord_source": None, "pcode": None, "ext_start": span[0],
        "ext_end": span[1], "ext_surface": text, "nested": False,
    }  # fmt: skip


def _statement(one: Statement, source: Source, project: Project) -> dict[str, Any]:
    start, end = one.span
    stated = one.date if one.date and one.date_basis == "stated" else ""
    first, _, last = stated.rstrip("~?").partition("/")
    part = len(first) == len("2025-01-05") and stated.endswith("~")  # "late January": the month is what is told
    first = first[: len("2025-01")] if part else first
    plain = re.fullmatch(r"\d{4}(-\d\d){0,2}", first) is not None
    return {
        "doc": source.id, "start": start, "end": end, "sentence": source.text[start:end], "kind": KINDS[type(one)],
        "event_type": getattr(one, "type", None),
        "places": [
            {"role": role, "name": _name(ref, project), "id": ref if isinstance(ref, str) else ref.text, "in_sentence": True}
            for role, ref in one.places()
        ],
        "date_stated": one.date_text if plain else None, "date_iso": first if plain else None,
        "date_iso_end": last if plain and re.fullmatch(r"\d{4}(-\d\d){0,2}", last) else None, "date_iso_all": None,
        "date_precision": {4: "year", 7: "month", 10: "day"}[len(first)] if plain else None,
        "numbers": _numbers(one), "actors": list(getattr(one, "actors", ())), "against": list(getattr(one, "against", ())),
        "certainty": one.certainty, "direction": getattr(one, "bearing", None), "date_inherited": False, "note": None,
    }  # fmt: skip


def _name(ref: str | Unnamed, project: Project) -> str:
    if isinstance(ref, Unnamed):
        return ref.text
    place, route = project.gazetteer.places.get(ref), project.gazetteer.routes.get(ref)
    return place.name if place else route.name if route else ref


def _numbers(one: Statement) -> list[dict[str, Any]]:
    units = (("km", "km"), ("miles", "mi"), ("minutes", "min"), ("hours", "h"))
    return [
        {"value": value, "unit": unit, "qualifier": None} for field, unit in units
        if (value := getattr(one, field, None)) is not None
    ]  # fmt: skip


if __name__ == "__main__":
    project, folder = read_project(Path(sys.argv[1])), Path(sys.argv[2])
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    for name, rows in annotated(project).items():
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    for source in project.sources:
        (folder / "texts" / f"{source.id}.txt").write_text(source.text, "utf-8")
