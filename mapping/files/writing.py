"""Files onto the disk: all of them or none."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NEW = "new"  # folder in it that holds them
BESIDE = ".export-"  # beginning of the name of the folder in which the new files are prepared


class UnwritableError(Exception):
    """Why files could not be written; what stood there before still stands there."""


def write_all(files: Mapping[str, bytes | None], folder: Path) -> None:
    """Write all files into a folder, or none: first beside, then renamed into place.

    `files` maps names, or paths below the folder, to contents; None takes a file away. Raises UnwritableError, in words
    for the user, when the disk is full, the folder cannot be written or a file is open elsewhere; the files that stood
    there stay as they were.
    """
    beside = _folder_beside(folder)
    try:
        for name, content in files.items():
            if content is not None:
                _write(beside / NEW / name, content)
        _swap(beside, folder, sorted(files))
    except OSError as error:
        raise _told(error, folder) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def clear_leftovers(folder: Path) -> None:
    """Take away what a program that was stopped while it wrote into a folder has left beside its files."""
    for left in folder.glob(f"{BESIDE}*"):
        shutil.rmtree(left, ignore_errors=True)


def private_folder(folder: Path) -> None:
    """Make a folder that git leaves alone. Raises UnwritableError."""
    try:
        folder.mkdir(exist_ok=True)
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text("*\n", "utf-8")
    except OSError as error:
        raise _told(error, folder) from error


def written_by(write: Callable[[Path], None], name: str) -> bytes:
    """Return the bytes that a library writes, which can write to a path alone.

    `write` gets a path of this name in a folder that is there for so long.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(path)
        return path.read_bytes()


def _folder_beside(folder: Path) -> Path:
    """Make a new folder within the target: on the same file system, so that renaming is all that is left."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=BESIDE, dir=folder))
    except OSError as error:
        raise _told(error, folder) from error


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())  # a full disk speaks up here at the latest, before anything was renamed


def _swap(beside: Path, folder: Path, names: list[str]) -> None:
    """Rename the new files into place; put the old ones back when one of them cannot be replaced."""
    for name in names:
        if (folder / f"{name}-wal").exists():  # its writer would play old changes back into the new file
            raise UnwritableError(f"{folder / name} is open in another program (QGIS?); close it and try again")
    new, kept = beside / NEW, beside / "old"
    old = [name for name in names if (folder / name).exists()]
    for name in old:
        _keep(folder / name, kept / name)
    done: list[str] = []
    try:
        for name in names:
            if (new / name).exists():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (new / name).replace(folder / name)
            elif name in old:
                (folder / name).unlink()
            done.append(name)
    except OSError:
        for name in done:
            if name in old:
                (kept / name).replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise


def _keep(path: Path, kept: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        kept.hardlink_to(path)
    except OSError:  # file systems without hard links
        shutil.copy2(path, kept)


def _told(error: OSError, folder: Path) -> UnwritableError:
    where = Path(error.filename2 or error.filename or folder)
    if any(part.startswith(BESIDE) for part in where.parts):
        where = folder  # nobody knows the folder that was only there in between
    reason = {
        errno.ENOSPC: "the disk is full; make room or choose another folder",
        errno.EDQUOT: "the disk quota is used up; make room or choose another folder",
        errno.EACCES: "writing is not allowed there; choose another folder",
        errno.EPERM: "writing is not allowed there; choose another folder",
        errno.ENOENT: "there is no such folder, and none can be made; choose another folder",
        errno.EROFS: "the file system is read-only; choose another folder",
        errno.ENOTDIR: "a part of this path is a file; choose another folder",
        errno.EISDIR: "a folder of that name is in the way; move it or choose another folder",
        errno.EEXIST: "a file of that name is in the way; choose another folder",
    }.get(error.errno or 0, error.strerror or str(error))
    return UnwritableError(f"cannot write {where}: {reason}. Nothing was changed.")
