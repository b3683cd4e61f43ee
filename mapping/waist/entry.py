"""What the tables are made from, and the entry that each part of the waist declares: its tables and their rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mapping.domain.statements import Statement
    from mapping.gazetteer import Gazetteer
    from mapping.judging import Verdict
    from mapping.judging.events import Event
    from mapping.placing import World
    from mapping.project import Project
    from mapping.seeds.sources import Source
    from mapping.waist.cells import Row
    from mapping.waist.schema import Table


@dataclass(frozen=True)
class Material:
    """A project as it was read, placed and judged."""

    project: Project
    world: World
    verdicts: Sequence[Verdict]
    events: Sequence[Event]

    @property
    def gazetteer(self) -> Gazetteer:
        """What is known of the ground."""
        return self.project.gazetteer

    @cached_property
    def statements(self) -> list[Statement]:
        """Every statement that stands, in the order of the sources."""
        return self.project.statements

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by their ids."""
        return {source.id: source for source in self.project.sources}


class Entry(NamedTuple):
    """One part of the waist: its tables by name, and what makes their rows (every table, each row whole)."""

    tables: Mapping[str, Table]
    rows: Callable[[Material], Mapping[str, Sequence[Row]]]
