"""A folder that one program holds, so that two do not mix."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from mapping.files.reading import UnreadableError, read_text
from mapping.files.writing import write_all

if TYPE_CHECKING:
    from pathlib import Path


class Hold:
    """A claim on a folder by a name; the first program has it until it lets go or ends."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._holder = folder, f"{name}.pid"
        self._lock = FileLock(folder / f"{name}.lock")
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            self.held = False
            return
        self.held = True
        write_all({self._holder: str(os.getpid()).encode()}, folder)

    @property
    def holder(self) -> str:
        """Number of the process that has it, or "?" where nobody can tell."""
        try:
            return read_text(self._folder / self._holder)
        except UnreadableError:
            return "?"

    def let_go(self) -> None:
        """Let another program have it."""
        if self.held:
            self._lock.release()
            self.held = False
