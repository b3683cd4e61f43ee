"""A checked project -> the tables that every output reads."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING, Any

from mapping import dates
from mapping.errors import CurationError
from mapping.events import merge_events
from mapping.features import Features, event_tables, frame, ground_tables, statement_tables
from mapping.placing import Ground
from mapping.plausibility import check_numbers, find_faults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.events import Happening
    from mapping.plausibility import Verdict
    from mapping.project import Project


def build_features(project: Project) -> Features:
    """Place every statement, merge the events, hold the numbers against the ground; returns all tables.

    Raises CurationError where a number or a location cannot be right at all.
    """
    gazetteer, statements = project.gazetteer, project.statements
    ground = Ground.of(gazetteer, statements)
    verdicts = check_numbers(statements, ground)
    if faults := find_faults(verdicts, ground):
        raise CurationError(faults)
    rows = _rows(project, ground, verdicts, merge_events(statements, project.sources, ground))
    return Features(
        tables={name: frame(name, table) for name, table in rows.items()},
        settings=gazetteer.settings,
        locator=gazetteer.locator,
        data_as_of=_latest(project),
        version=metadata.version("mogok-front-map"),
    )


def _rows(
    project: Project, ground: Ground, verdicts: Sequence[Verdict], happenings: Sequence[Happening]
) -> dict[str, list[dict[str, Any]]]:
    """Rows of every table, by its name."""
    gazetteer, statements = project.gazetteer, project.statements
    sources = {source.id: source for source in project.sources}
    positions, bands = statement_tables.positions(statements, ground, sources)
    return {
        "places": ground_tables.places(project, ground),
        "names": ground_tables.names(gazetteer),
        "routes": ground_tables.routes(gazetteer, statements),
        "stretches": ground_tables.stretches(gazetteer),
        "events": event_tables.events(happenings, ground, sources),
        "event_lines": event_tables.event_lines(happenings, ground),
        "event_areas": event_tables.event_areas(happenings, ground),
        "distances": statement_tables.distances(verdicts, ground, sources),
        "positions": positions,
        "position_bands": bands,
        "advances": statement_tables.advances(statements, ground),
        "control": event_tables.control(statements, happenings, ground, sources),
        "access": statement_tables.access(statements, ground, sources),
        "sources": statement_tables.sources(project),
        "statements": statement_tables.statements(project, ground),
        "reports": event_tables.reports(happenings),
        "mentions": statement_tables.mentions(project),
        "not_located": event_tables.not_located(happenings, gazetteer, ground, project.naming),
        "actors": ground_tables.actors(gazetteer),
        "rivers": ground_tables.rivers(gazetteer),
        "boundaries": ground_tables.boundaries(gazetteer),
    }


def _latest(project: Project) -> str | None:
    """The latest day by which a source says it was published, ISO; of an interval its first day, to be safe."""
    spans = [dates.parse(source.published) for source in project.sources if source.published]
    return dates.iso(max((span.start for span in spans if span.start), default=None))
