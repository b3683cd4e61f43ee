"""Whether a project still stands after a decision."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mapping.domain.errors import CurationError, Problem, Problems
from mapping.domain.statements import Report
from mapping.files.reading import UnreadableError, read_bytes
from mapping.judging import check_numbers, find_faults
from mapping.mentions import Matcher
from mapping.placing import resolve
from mapping.project import check_source, read_ground
from mapping.reading.dating import check_dates
from mapping.seeds.sources import Source, read_source
from mapping.waist.build import require_standing

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.decisions.change import Change, Contents
    from mapping.gazetteer import Gazetteer


@dataclass
class Ground:
    """What is known of the ground, read once: statements of a source are held against it."""

    folder: Path
    gazetteer: Gazetteer
    matcher: Matcher
    _kept: dict[str, tuple[Contents, Source, Problems]] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Ground:
        """Read gazetteer/. Raises CurationError with its faults."""
        gazetteer = read_ground(folder)
        return cls(folder, gazetteer, Matcher(gazetteer))

    def source(self, id_: str, problems: Problems, changed: Contents | None = None) -> Source:
        """Read and check one source, as it is or would be; faults go to `problems`.

        What was read last is kept as long as its files stay the same.
        """
        files = {f"{id_}.{ending}": self._content(f"seeds/{id_}.{ending}", changed or {}) for ending in ("txt", "toml")}
        if id_ not in self._kept or self._kept[id_][0] != files:
            found = Problems()
            self._kept[id_] = (files, self._read(id_, found, files), found)
        _, source, found = self._kept[id_]
        problems.found += found.found
        problems.lost |= found.lost
        return source

    def _content(self, file: str, changed: Contents) -> bytes | None:
        if file in changed:
            return changed[file]
        try:
            return read_bytes(self.folder / file)
        except UnreadableError:
            return None

    def _read(self, id_: str, problems: Problems, files: Contents) -> Source:
        source = read_source(self.folder / "seeds" / f"{id_}.txt", problems, files)
        check_source(source, self.gazetteer, self.matcher, problems)
        check_dates(source, problems)
        if not problems.found:
            standing = [one for one in source.statements if one.status != "retracted"]
            world = resolve(self.gazetteer, standing)
            problems.found += find_faults(check_numbers(standing, world), world)
        return source

    def require_sound(self, change: Change) -> None:
        """Raise CurationError with what a decision would make wrong; what was wrong before is no reason against it.

        A decision about statements is held against its sources, any other against the whole project.
        """
        sources = [_source_of(file) for file in change.after]
        if None in sources or any(change.after[file] is None for file in change.after):
            require_standing(self.folder, change.after, "this decision")
            return
        new: list[Problem] = []
        for id_ in filter(None, sources):
            before, after = Problems(), Problems()
            then, now = self.source(id_, before), self.source(id_, after, change.after)
            if _covered(now) != _covered(then) or not _events(then) <= _events(now):
                require_standing(self.folder, change.after, "this decision")  # what sums up others names them by id
            new += [one for one in after.found if one not in before.found]
        if new:
            raise CurationError(Problem(one.file, one.record, f"after this decision: {one.message}") for one in new)


def _events(source: Source) -> set[str]:
    return {one.event for one in source.statements if isinstance(one, Report) and one.event}


def _covered(source: Source) -> set[tuple[str | None, tuple[str, ...]]]:
    return {(one.event, one.covers) for one in source.statements if isinstance(one, Report) and one.covers}


def _source_of(file: str) -> str | None:
    """The source whose .toml a file is; None for any other file."""
    return (
        file.removeprefix("seeds/").removesuffix(".toml")
        if file.startswith("seeds/") and file.endswith(".toml")
        else None
    )
