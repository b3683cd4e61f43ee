"""Corrections made in QGIS come back: an edited export -> moves -> new rows and lines in gazetteer/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.corrections.accepting import Evidence, changed_files
from mapping.corrections.edited import read_edited
from mapping.corrections.moves import Move, find_moves
from mapping.project import read_project
from mapping.waist.build import build_dataset, require_standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Evidence", "Move", "accept", "propose"]


def propose(edited: Path, folder: Path) -> list[Move]:
    """Return what an edited GeoJSON file or GeoPackage moves against a project, places first, by id.

    Raises CurationError with every fault of the file and of the project; writes nothing.
    """
    project = read_project(folder)
    return find_moves(read_edited(edited), build_dataset(project), project.gazetteer)


def accept(accepted: Mapping[Move, Evidence], folder: Path) -> dict[str, bytes]:
    """Return the files of gazetteer/ that change, with the new contents; writing them is the caller's.

    A place gets a new accepted row, its old one stays as rejected with the reason; a stretch gets new
    vertices, and stretches that met its moved ends follow. Raises CurationError when the project could not be built
    any more.
    """
    changed = changed_files(accepted, folder / "gazetteer")
    require_standing(folder, {f"gazetteer/{file}": content for file, content in changed.items()}, "this import")
    return changed
