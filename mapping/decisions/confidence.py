"""How sure the reader is of the drafts of a source: it reads the text again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.errors import CurationError, Problem, did_you_mean
from mapping.mentions import Matcher
from mapping.reading import read

if TYPE_CHECKING:
    from mapping.domain.statements import Statement
    from mapping.project import Project
    from mapping.reading import Reading
    from mapping.seeds.sources import Source


def sure_drafts(source: str, project: Project, least: float) -> list[str]:
    """Return the ids (source/statement) of the drafts of a source of which the reader is so sure, from 0 to 1."""
    known = {one.id: one for one in project.sources}
    if source not in known:
        raise CurationError([Problem("seeds", source, f"is no source{did_you_mean(source, known)}")])
    found = confidences(
        known[source], read(known[source].text, known[source].published or None, Matcher(project.gazetteer))
    )
    return [f"{source}/{id_}" for id_, sure in found.items() if sure >= least]


def confidences(source: Source, found: Reading) -> dict[str, float]:
    """Return how sure the reader is of each draft that it would draft again, by the id of the statement."""
    sure: dict[str, float] = {}
    for one in source.statements:
        if one.status == "draft":
            alike = [
                draft.confidence
                for draft in found.statements
                if _tells(one, draft.kind, draft.event_type) and _meets(one, draft.start, draft.end)
            ]
            if alike:
                sure[one.id] = max(alike)
    return sure


def _tells(one: Statement, kind: str, type_: str | None) -> bool:
    return one.kind == kind and getattr(one, "type", None) == type_


def _meets(one: Statement, start: int, end: int) -> bool:
    return one.span[0] < end and start < one.span[1]
