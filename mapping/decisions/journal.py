"""The journal beside a project: every decision with what it changed, so that none is lost and each can be taken back.

An entry is written before the files are, and closed after: what was under way when the machine stopped is carried
through when the journal is opened next. The folder ignores itself in git.
"""

from __future__ import annotations

import base64
import json
import sqlite3
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout
from merge3 import Merge3

from mapping.decisions.change import Change
from mapping.decisions.merging import is_both
from mapping.domain.errors import CurationError, Problem
from mapping.files.reading import UnreadableError, read_bytes
from mapping.files.writing import UnwritableError, clear_leftovers, private_folder, write_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from mapping.decisions.change import Contents

FOLDER = ".frontmap"
PATIENCE = 30  # seconds to wait for another program that is writing a decision
TABLE = """
CREATE TABLE IF NOT EXISTS decision (
    number INTEGER PRIMARY KEY AUTOINCREMENT, made TEXT NOT NULL, told TEXT NOT NULL, notes TEXT NOT NULL,
    before BLOB NOT NULL, after BLOB NOT NULL,
    state TEXT NOT NULL,  -- done or undone, once nothing is under way
    under_way BLOB        -- what is being written: files as they were and as they shall be
)"""


class ChangedMeanwhileError(CurationError):
    """A file was changed by another program since the decision was made; nothing was written."""


@dataclass(frozen=True)
class Entry:
    """One decision that stands or was taken back."""

    number: int
    made: str
    told: str
    state: str


class Journal:
    """The decisions of one project, in their order."""

    def __init__(self, folder: Path) -> None:
        self._project, self._folder = folder, folder / FOLDER

    def carry_out(self, change: Change) -> int:
        """Write a decision, whole or not at all; returns its number.

        Raises ChangedMeanwhileError where a file is no longer what the decision was made on, and CurationError where
        the files cannot be written.
        """
        with self._open() as book:
            self._require_unchanged(change)
            notes = json.dumps({"rejected": change.rejected, "mended": change.mended}, ensure_ascii=False)
            row = (_now(), change.told, notes, _packed(change.before), _packed(change.after), "undone")
            number = book.execute(
                "INSERT INTO decision (made, told, notes, before, after, state) VALUES (?, ?, ?, ?, ?, ?)", row
            ).lastrowid
            self._write(book, number or 0, change.before, change.after, "done")
        return number or 0

    def undo(self, *, dry: bool = False, require: Callable[[Change], None] | None = None) -> Change:
        """Take back the last decision that stands; what others changed in the same files since stays.

        `require` may raise for what it would come to. Raises CurationError where there is no decision, or where the
        same lines were changed since.
        """
        with self._open() as book:
            row = book.execute(
                "SELECT number, told, before, after FROM decision WHERE state = 'done' ORDER BY number DESC"
            ).fetchone()
            if row is None:
                raise CurationError([Problem("", "", "there is no decision to undo; the journal is in .frontmap/")])
            number, told, before, after = row[0], row[1], _unpacked(row[2]), _unpacked(row[3])
            now = {file: self._content(file) for file in after}
            goal = {file: _taken_back(file, now[file], before[file], after[file]) for file in after}
            change = Change(f"undone: {told}", now, goal)
            if require:
                require(change)
            if not dry:
                self._write(book, number, now, goal, "undone")
        return change

    def entries(self) -> list[Entry]:
        """Return all decisions, the latest first."""
        if not (self._folder / "journal.sqlite").exists():
            return []
        with self._open() as book:
            rows = book.execute("SELECT number, made, told, state FROM decision ORDER BY number DESC").fetchall()
        return [Entry(*row) for row in rows]

    def notes(self) -> tuple[list[dict[str, str]], set[str]]:
        """Return the drafts that were thrown away, and the ids of statements with a mended field."""
        if not (self._folder / "journal.sqlite").exists():
            return [], set()
        with self._open() as book:
            rows = [json.loads(row[0]) for row in book.execute("SELECT notes FROM decision WHERE state = 'done'")]
        return [one for row in rows for one in row["rejected"]], {uid for row in rows for uid in row["mended"]}

    def prepare(self) -> None:
        """Make the folder in which the journal and its locks stand. Raises CurationError."""
        try:
            private_folder(self._folder)
        except UnwritableError as error:
            raise CurationError([Problem("", "", str(error))]) from error

    def recover(self) -> None:
        """Carry through what was under way when a program was stopped."""
        if (self._folder / "journal.sqlite").exists():
            with self._open():
                pass

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the journal for this program alone, with nothing under way any more."""
        self.prepare()
        with self._alone():
            book = sqlite3.connect(self._folder / "journal.sqlite", isolation_level=None)
            try:
                book.execute("PRAGMA synchronous = FULL")
                book.execute(TABLE)
                self._carry_through(book)
                yield book
            except sqlite3.Error as error:
                advice = f"is no journal that can be read ({error}); move it away to start a new one"
                raise CurationError([Problem(f"{FOLDER}/journal.sqlite", "", advice)]) from error
            finally:
                book.close()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the journal. Raises CurationError where another program holds it for too long."""
        lock = FileLock(self._folder / "journal.lock", timeout=PATIENCE)
        try:
            lock.acquire()
        except Timeout as error:
            message = f"another program has been writing for {PATIENCE} seconds; end it, or try again"
            raise CurationError([Problem(f"{FOLDER}/journal.lock", "", message)]) from error
        try:
            yield
        finally:
            lock.release()

    def _carry_through(self, book: sqlite3.Connection) -> None:
        for number, under_way in book.execute(
            "SELECT number, under_way FROM decision WHERE under_way IS NOT NULL ORDER BY number"
        ).fetchall():
            state, packed = json.loads(under_way)
            was, goal = (_unpacked(base64.b64decode(part)) for part in packed)
            now = {file: self._content(file) for file in goal}
            try:
                left = {file: _onto(file, now[file], was[file], goal[file]) for file in goal}
            except CurationError:  # it was edited in the same lines since: then it was never decided
                state = {"done": "undone", "undone": "done"}[state]
                left = {file: was[file] if now[file] == goal[file] else now[file] for file in goal}
            try:
                write_all({file: content for file, content in left.items() if content != now[file]}, self._project)
            except UnwritableError as error:
                raise CurationError([Problem("", "", str(error))]) from error
            clear_leftovers(self._project)
            book.execute("UPDATE decision SET state = ?, under_way = NULL WHERE number = ?", (state, number))

    def _write(self, book: sqlite3.Connection, number: int, was: Contents, goal: Contents, state: str) -> None:
        """Write files between two notes in the journal; where they cannot be written, all stays as it was."""
        packed = json.dumps([state, [base64.b64encode(_packed(files)).decode() for files in (was, goal)]])
        book.execute("UPDATE decision SET under_way = ? WHERE number = ?", (packed, number))
        try:
            write_all(goal, self._project)
        except UnwritableError as error:
            book.execute("UPDATE decision SET under_way = NULL WHERE number = ?", (number,))
            raise CurationError([Problem("", "", str(error))]) from error
        book.execute("UPDATE decision SET state = ?, under_way = NULL WHERE number = ?", (state, number))

    def _require_unchanged(self, change: Change) -> None:
        changed = [file for file, content in change.before.items() if self._content(file) != content]
        if changed:
            message = "was changed by another program meanwhile; look at it, and decide again"
            raise ChangedMeanwhileError(Problem(file, "", message) for file in changed)

    def _content(self, file: str) -> bytes | None:
        try:
            return read_bytes(self._project / file)
        except UnreadableError:
            return None


def _taken_back(file: str, now: bytes | None, before: bytes | None, after: bytes | None) -> bytes | None:
    """The content of a file without a decision; what was changed in other lines since stays."""
    return _onto(file, now, after, before)


def _onto(file: str, now: bytes | None, base: bytes | None, goal: bytes | None) -> bytes | None:
    """What a file holds now, with the change from `base` to `goal` made in it too.

    Raises CurationError where both changed the same lines, or where lines that look alike led the change astray.
    """
    if now in (base, goal):
        return goal
    merged: bytes | None = None
    if now is not None and base is not None and goal is not None:
        was, ours, theirs = (content.splitlines(keepends=True) for content in (base, now, goal))
        groups = list(Merge3(was, ours, theirs).merge_groups())
        if all(group[0] != "conflict" for group in groups):
            merged = b"".join(line for group in groups for line in group[1])
            if file.endswith(".toml") and not is_both(merged, now, base, goal):
                merged = None
    if merged is None:
        message = "the same lines were changed since by another program; mend them by hand"
        raise CurationError([Problem(file, "", message)])
    return merged


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _packed(files: Mapping[str, bytes | None]) -> bytes:
    plain = {file: None if content is None else base64.b64encode(content).decode() for file, content in files.items()}
    return zlib.compress(json.dumps(plain).encode())


def _unpacked(packed: bytes) -> dict[str, bytes | None]:
    plain: dict[str, Any] = json.loads(zlib.decompress(packed))
    return {file: None if content is None else base64.b64decode(content) for file, content in plain.items()}
