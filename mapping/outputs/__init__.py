"""Every export format by its name, and the one way in which exports reach the disk."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.waist import Dataset

# Format -> its module in this folder, each with `files(dataset) -> {file name: content}`.
FORMATS = {
    "page": "webmap",
    "geojson": "geojson",
    "qml": "qgis.qml",
    "gpkg": "qgis.geopackage",
    "qgis": "qgis.project",
    "kmz": "kmz.kml",
    "csv": "csv_tables",
    "lpf": "linked_places",
    "chronology": "text.chronology",
    "quality": "text.quality",
}

COMPANIONS = {"geojson": ("qml",), "qgis": ("gpkg",)}
"""Format -> those without which it is worth less: the styles of the files, the data of the project."""


def export(names: Iterable[str], dataset: Dataset) -> dict[str, bytes]:
    """Return the files of several formats and their companions, with a README.txt and checksums of all."""
    from mapping.outputs.text.readme import describe  # noqa: PLC0415  knows the formats, which know this room

    wanted = dict.fromkeys(part for name in names for part in (name, *COMPANIONS.get(name, ())))
    files: dict[str, bytes] = {}
    for name in wanted:
        files |= render(name, dataset)
    return files | describe(files, dataset)


def render(name: str, dataset: Dataset) -> dict[str, bytes]:
    """Return the files of one format, a key of FORMATS; only its own module is loaded."""
    files: dict[str, bytes] = import_module(f"mapping.outputs.{FORMATS[name]}").files(dataset)
    return files


BESIDE = ".export-"  # beginning of the name of the folder in which an export is prepared


class ExportError(Exception):
    """Why an export could not be written; what stood there before still stands there."""


def write_all(files: Mapping[str, bytes], folder: Path) -> None:
    """Write all files into a folder, or none: first beside, then renamed into place.

    `files` maps plain file names to contents. Raises ExportError, in words for the user, when the disk is
    full, the folder cannot be written or a file is open elsewhere; the files that stood there stay as they
    were.
    """
    beside = _folder_beside(folder)
    try:
        for name, content in files.items():
            _write(beside / name, content)
        _swap(beside, folder, sorted(files))
    except OSError as error:
        raise _told(error, folder) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _folder_beside(folder: Path) -> Path:
    """Make a new folder within the target: on the same file system, so that renaming is all that is left."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=BESIDE, dir=folder))
    except OSError as error:
        raise _told(error, folder) from error


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())  # a full disk speaks up here at the latest, before anything was renamed


def _swap(beside: Path, folder: Path, names: list[str]) -> None:
    """Rename the new files into place; put the old ones back when one of them cannot be replaced."""
    for name in names:
        if (folder / f"{name}-wal").exists():  # its writer would play old changes back into the new file
            raise ExportError(f"{folder / name} is open in another program (QGIS?); close it and try again")
    kept = beside / "old"
    kept.mkdir()
    old = [name for name in names if (folder / name).exists()]
    for name in old:
        _keep(folder / name, kept / name)
    done: list[str] = []
    try:
        for name in names:
            (beside / name).replace(folder / name)
            done.append(name)
    except OSError:
        for name in done:
            if name in old:
                (kept / name).replace(folder / name)
            else:
                (folder / name).unlink()
        raise


def _keep(path: Path, kept: Path) -> None:
    try:
        kept.hardlink_to(path)
    except OSError:  # file systems without hard links
        shutil.copy2(path, kept)


def _told(error: OSError, folder: Path) -> ExportError:
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
    return ExportError(f"cannot write {where}: {reason}. Nothing was changed.")
