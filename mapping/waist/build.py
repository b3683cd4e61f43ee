"""A checked project -> the tables that every output reads."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING, Any

from mapping.domain import dates
from mapping.domain.errors import CurationError
from mapping.judging import check_numbers, find_faults
from mapping.judging.events import merge_events
from mapping.placing import resolve
from mapping.waist import Dataset, event_tables, frame, gazetteer_tables, statement_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.judging import Verdict
    from mapping.judging.events import Event
    from mapping.placing import World
    from mapping.project import Project


def build_dataset(project: Project) -> Dataset:
    """Place every statement, merge the events, hold the numbers against the map; returns all tables.

    Raises CurationError where a number or a location cannot be right at all.
    """
    gazetteer, statements = project.gazetteer, project.statements
    world = resolve(gazetteer, statements)
    verdicts = check_numbers(statements, world)
    if faults := find_faults(verdicts, world):
        raise CurationError(faults)
    rows = _rows(project, world, verdicts, merge_events(statements, project.sources, world))
    return Dataset(
        tables={name: frame(name, table) for name, table in rows.items()},
        settings=gazetteer.settings,
        locator=gazetteer.locator,
        data_as_of=_latest(project),
        version=metadata.version("mogok-front-map"),
    )


def _rows(
    project: Project, world: World, verdicts: Sequence[Verdict], happenings: Sequence[Event]
) -> dict[str, list[dict[str, Any]]]:
    """Rows of every table, by its name."""
    gazetteer, statements = project.gazetteer, project.statements
    sources = {source.id: source for source in project.sources}
    positions, bands = statement_tables.positions(statements, world, sources)
    return {
        "places": gazetteer_tables.places(project, world),
        "names": gazetteer_tables.names(gazetteer),
        "routes": gazetteer_tables.routes(gazetteer, world),
        "stretches": gazetteer_tables.stretches(gazetteer),
        "events": event_tables.events(happenings, world, sources),
        "event_lines": event_tables.event_lines(happenings, world),
        "event_areas": event_tables.event_areas(happenings, world),
        "distances": statement_tables.distances(verdicts, world, sources),
        "positions": positions,
        "position_bands": bands,
        "advances": statement_tables.advances(statements, world),
        "control": event_tables.control(statements, happenings, world, sources),
        "access": statement_tables.access(statements, world, sources),
        "sources": statement_tables.sources(project),
        "statements": statement_tables.statements(project, world),
        "reports": event_tables.reports(happenings),
        "mentions": statement_tables.mentions(project),
        "not_located": event_tables.not_located(happenings, gazetteer, world, project.naming),
        "actors": gazetteer_tables.actors(gazetteer),
        "rivers": gazetteer_tables.rivers(gazetteer),
        "boundaries": gazetteer_tables.boundaries(gazetteer),
    }


def _latest(project: Project) -> str | None:
    """The latest day by which a source says it was published, ISO; of an interval its first day, to be safe."""
    spans = [dates.parse(source.published) for source in project.sources if source.published]
    return dates.iso(max((span.start for span in spans if span.start), default=None))
