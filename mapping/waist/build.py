"""A checked project -> the tables that every output reads."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.errors import CurationError, Problem, Problems
from mapping.judging import check_numbers, find_faults
from mapping.judging.events import merge_events
from mapping.placing import resolve
from mapping.project import read_what_can_be
from mapping.waist.dataset import Dataset, frame
from mapping.waist.date_tables import date_rows, edtf_of, last_days
from mapping.waist.entry import Material
from mapping.waist.tables import ENTRIES, KIND_TABLES, TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.project import Changed, Project
    from mapping.waist.cells import Row


def build_dataset(project: Project) -> Dataset:
    """Return all tables of a project.

    Raises CurationError where a number or a location cannot be right at all.
    """
    rows = _rows(material_of(project))
    first_day, last_day = last_days(rows, KIND_TABLES)
    data_as_of = _latest(project)
    rows |= date_rows({*edtf_of(rows, {name: TABLES[name] for name in rows}), *filter(None, [data_as_of])})
    return Dataset(
        tables={name: frame(name, rows[name]) for name in TABLES},
        settings=project.gazetteer.settings,
        locator=project.gazetteer.locator,
        data_as_of=data_as_of,
        first_day=first_day,
        last_day=last_day,
        version=metadata.version("mogok-front-map"),
    )


def read_dataset(folder: Path, changed: Changed | None = None) -> Dataset:
    """Read a project folder and return all its tables.

    `changed` maps files, such as "gazetteer/names.csv", to contents that are read in place of those on the disk. Raises
    CurationError with all faults at once: those of the files, and those of numbers and locations that cannot be right.
    """
    problems = Problems()
    project = read_what_can_be(folder, problems, changed)
    if problems.found:
        problems.raise_if_any(impossible(project))
    return build_dataset(project)


def impossible(project: Project) -> list[Problem]:
    """Return numbers and locations of a project that cannot be right, as far as it could be read."""
    world = resolve(project.gazetteer, project.statements)
    return find_faults(check_numbers(project.statements, world), world)


def material_of(project: Project) -> Material:
    """Place every statement, hold the numbers against the map, merge the events.

    Raises CurationError where a number or a location cannot be right at all.
    """
    statements = project.statements
    world = resolve(project.gazetteer, statements)
    verdicts = check_numbers(statements, world)
    if faults := find_faults(verdicts, world):
        raise CurationError(faults)
    return Material(project, world, verdicts, merge_events(statements, project.sources, world))


def require_standing(folder: Path, changed: Changed, step: str) -> None:
    """Raise CurationError with what a step ("this import") would make wrong with a project; writes nothing.

    `changed` maps files, such as "gazetteer/names.csv", to the contents that the step would give them; None: it takes
    the file away. What is wrong without it is no reason against it.
    """
    faults = _faults(folder, changed)
    faults = faults and faults - _faults(folder, {})
    if faults:
        raise CurationError(Problem(one.file, one.record, f"after {step}: {one.message}") for one in faults)


def _faults(folder: Path, changed: Changed) -> set[Problem]:
    try:
        read_dataset(folder, changed)
    except CurationError as error:
        return set(error.problems)
    return set()


def _rows(material: Material) -> dict[str, list[Row]]:
    """Rows of every table that an entry declares, by its name."""
    return {name: list(rows) for entry in ENTRIES for name, rows in entry.rows(material).items()}


def _latest(project: Project) -> str | None:
    """The latest day by which a source says it was published, ISO; of an interval its first day, to be safe."""
    spans = [dates.parse(source.published) for source in project.sources if source.published]
    return dates.iso(max((span.start for span in spans if span.start), default=None))
