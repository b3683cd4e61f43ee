"""What one decision would do to the files of a project."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import tomlkit

from mapping.domain.errors import CurationError, Problem
from mapping.files.reading import MARK, UnreadableError, decoded, read_bytes
from mapping.files.toml_tables import TomlTables
from mapping.gazetteer.editing import Drawing, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tomlkit import TOMLDocument

    Contents = dict[str, bytes | None]  # file of the project, such as "seeds/a.toml" -> its content; None: not there

CURATED = re.compile(r"(?:seeds|gazetteer)/[^./\\\x00][^/\\\x00]*")  # what a decision may read and write


@dataclass(frozen=True)
class Change:
    """The files that a decision changes, before and after; nothing is written yet.

    `told` says in a line what was decided, in short ids; `more` says what follows from it. `rejected` and `mended` are
    what a later draft of the same text must know: drafts that were thrown away, ids of statements with a mended field.
    """

    told: str
    before: Contents
    after: Contents
    more: tuple[str, ...] = ()
    rejected: tuple[dict[str, str], ...] = ()
    mended: tuple[str, ...] = ()


@dataclass
class Files:
    """The curated files of a project while a decision is made: read once, changed here, written by the journal."""

    folder: Path
    _before: Contents = field(default_factory=dict)
    _after: Contents = field(default_factory=dict)
    _tables: dict[str, TomlTables] = field(default_factory=dict)
    _sheets: dict[str, Sheet] = field(default_factory=dict)
    _drawings: dict[str, Drawing] = field(default_factory=dict)

    def content(self, file: str) -> bytes | None:
        """Return what a file holds now; None where there is none. Raises CurationError where it cannot be read."""
        if file in self._after:
            return self._after[file]
        if not CURATED.fullmatch(file):
            raise CurationError([Problem(file, "", "is no file of this project's seeds/ or gazetteer/")])
        if file not in self._before:
            try:
                self._before[file] = read_bytes(self.folder / file)
            except UnreadableError as error:
                if not error.missing:
                    raise CurationError([Problem(file, "", str(error))]) from error
                self._before[file] = None
        return self._before[file]

    def text(self, file: str) -> str:
        """Return the text of a file. Raises CurationError where there is none or it is no UTF-8."""
        content = self.content(file)
        if content is None:
            raise CurationError([Problem(file, "", "is missing; mend the id, or put the file back")])
        try:
            return decoded(content)
        except UnreadableError as error:
            raise CurationError([Problem(file, "", str(error))]) from error

    def put(self, file: str, content: bytes | None) -> None:
        """Give a file another content; None takes it away."""
        self.content(file)
        self._tables.pop(file, None)
        self._after[file] = content

    def tables(self, source: str) -> TomlTables:
        """Return the tables of a source's .toml; what is changed in them is taken into the change."""
        file = f"seeds/{source}.toml"
        if file not in self._tables:
            try:
                self._tables[file] = TomlTables(self.text(file))
            except ValueError as error:
                raise CurationError([Problem(file, "", f"is no TOML: {error}; mend that first")]) from error
            self._after.pop(file, None)  # from here on the tables hold it
        return self._tables[file]

    def sheet(self, name: str) -> Sheet:
        """Return a CSV file of gazetteer/; what is changed in it is taken into the change."""
        if name not in self._sheets:
            self.content(f"gazetteer/{name}")
            self._sheets[name] = Sheet.read(self.folder / "gazetteer", name)
        return self._sheets[name]

    def drawing(self, name: str) -> Drawing:
        """Return a GeoJSON file of gazetteer/; what is changed in it is taken into the change."""
        if name not in self._drawings:
            self.content(f"gazetteer/{name}")
            self._drawings[name] = Drawing.read(self.folder / "gazetteer", name)
        return self._drawings[name]

    @contextmanager
    def whole_toml(self, file: str) -> Iterator[TOMLDocument]:
        """Give a .toml to be changed as a document; what is changed in it is taken in, its byte order mark kept.

        Raises CurationError where there is none or it is no TOML.
        """
        text = self.text(file)
        mark = MARK if text.startswith(MARK) else ""
        try:
            document = tomlkit.parse(text.removeprefix(MARK))
        except ValueError as error:
            raise CurationError([Problem(file, "", f"is no TOML: {error}; mend that first")]) from error
        yield document
        self.put(file, (mark + tomlkit.dumps(document)).encode())

    def change(
        self,
        told: str,
        more: Iterable[str] = (),
        *,
        rejected: Iterable[dict[str, str]] = (),
        mended: Iterable[str] = (),
    ) -> Change:
        """Return all that was changed. Raises CurationError where that is nothing."""
        after: Contents = {file: tables.content.encode() for file, tables in self._tables.items()}
        after |= {f"gazetteer/{name}": sheet.content() for name, sheet in self._sheets.items()}
        after |= {f"gazetteer/{name}": drawing.content() for name, drawing in self._drawings.items()}
        after |= self._after
        changed = {file: content for file, content in after.items() if content != self._before[file]}
        if not changed:
            raise CurationError([Problem("", "", f"{told}: that is so already; nothing to change")])
        before = {file: self._before[file] for file in changed}
        return Change(told, before, changed, tuple(more), tuple(rejected), tuple(mended))
