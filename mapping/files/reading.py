"""Bytes and texts of files, with what keeps them from being read in words for the user."""

from __future__ import annotations

import sys
from pathlib import Path

MARK = "\ufeff"  # the byte order mark that spreadsheets put before a UTF-8 file
STANDARD_INPUT = "-"
HIDDEN = (".", "~$")  # beginnings of names of files that are hidden, or that Word keeps beside an open one


class UnreadableError(Exception):
    """Why a file cannot be read, to be said after its name; `missing` where there is none of that name."""

    def __init__(self, message: str, *, missing: bool = False) -> None:
        super().__init__(message)
        self.missing = missing


def read_bytes(path: Path) -> bytes:
    """Return the content of a file. Raises UnreadableError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _told(error) from error


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file as it stands, with its line ends and its byte order mark, so that offsets hold.

    Raises UnreadableError.
    """
    return decoded(read_bytes(path))


def read_given(name: str) -> bytes:
    """Return the content of what a user names: a path, or "-" for standard input. Raises UnreadableError."""
    if name != STANDARD_INPUT:
        return read_bytes(Path(name))
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise _told(error) from error


def decoded(content: bytes) -> str:
    """Return the text of UTF-8 bytes. Raises UnreadableError with the byte that is none."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"is not UTF-8 at byte {error.start}; save it as UTF-8") from error


def listed(folder: Path, ending: str) -> list[Path]:
    """Return the files of a folder whose names end so (".txt"), sorted by name, without those that are hidden."""
    return sorted(path for path in folder.glob(f"*{ending}") if not path.name.startswith(HIDDEN))


def given_files(name: str) -> list[str]:
    """Return what a user names: a file, "-", or the files of a folder, sorted, without those that are hidden.

    Raises UnreadableError for a folder that holds none or cannot be listed.
    """
    folder = Path(name)
    if name == STANDARD_INPUT or not folder.is_dir():
        return [name]
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        raise _told(error) from error
    files = [str(one) for one in inside if one.is_file() and not one.name.startswith(HIDDEN)]
    if not files:
        raise UnreadableError("holds no files; name the reports")
    return files


def stamps(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, time of change (ns) and size of the files of a folder: what differs was written meanwhile."""
    shown = (path for path in sorted(folder.iterdir()) if not path.name.startswith(HIDDEN))
    found = ((path, path.stat()) for path in shown if path.is_file())
    return tuple((path.name, stat.st_mtime_ns, stat.st_size) for path, stat in found)


def _told(error: OSError) -> UnreadableError:
    message = f"cannot be read: {error.strerror}"
    return UnreadableError(message, missing=isinstance(error, FileNotFoundError))
