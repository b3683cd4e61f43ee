"""What waits for a decision in the whole project, beside the drafts of one report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.decisions.confidence import confidences
from mapping.judging.same import likeliest
from mapping.judging.second import second_reading
from mapping.reading import read
from mapping.waist.build import material_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mapping.mentions import Matcher
    from mapping.project import Project

    Row = dict[str, Any]


def drafts(project: Project, matcher: Matcher) -> Iterator[Row]:
    """Drafts of all sources, those of which the reader is least sure first."""
    found = []
    for source in project.sources:
        waiting = [one for one in source.statements if one.status == "draft"]
        sure = confidences(source, read(source.text, source.published or None, matcher)) if waiting else {}
        found += [(sure.get(one.id, 0.0), source, one) for one in waiting]
    for confidence, source, one in sorted(found, key=lambda row: (row[0], row[2].uid)):
        yield _row(source.id, one.id, one.quote, f"{confidence:.0%}" if confidence else "no confidence")


def same(project: Project, _: Matcher) -> Iterator[Row]:
    """Reports of several sources that may tell one event, the likeliest first."""
    for pair in likeliest(project):
        yield _row(
            pair.one.source,
            pair.one.id,
            pair.one.quote,
            f"perhaps the same as {pair.other.uid}: {'; '.join(pair.reasons)}",
        )


def contradictions(project: Project, _: Matcher) -> Iterator[Row]:
    """Events on which sources disagree."""
    for event in material_of(project).events:
        if event.contradictions:
            first = event.reports[0]
            yield _row(first.source, first.id, first.quote, "; ".join(event.contradictions))


def differences(project: Project, _: Matcher) -> Iterator[Row]:
    """What a second reading of the texts finds otherwise."""
    for one in second_reading(project):
        yield _row(
            one.source,
            one.statement,
            "",
            f"{one.field}: {one.said}; {one.read}" if one.statement else f"no statement: {one.read}",
        )


def _row(source: str, id_: str, quote: str, why: str) -> Row:
    return {"source": source, "id": id_, "quote": quote, "why": why}


QUEUES: dict[str, Callable[[Project, Matcher], Iterator[Row]]] = {
    "drafts": drafts, "same": same, "contradictions": contradictions, "differences": differences,
}  # fmt: skip
