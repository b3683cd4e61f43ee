"""Corrections made in QGIS come back: an edited export -> moves -> new rows and lines in gazetteer/."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.corrections.edited import read_edited
from mapping.corrections.moves import Move, find_moves
from mapping.corrections.rewriting import Evidence, new_lines, new_locations
from mapping.domain.errors import CurationError, Problem
from mapping.project import read_project
from mapping.waist.build import build_dataset

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Evidence", "Move", "accept", "propose"]

LOCATIONS, ROUTES = "locations.csv", "routes.geojson"


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
    ground = folder / "gazetteer"
    places = {move: evidence for move, evidence in accepted.items() if move.kind == "place"}
    stretches = {move: evidence for move, evidence in accepted.items() if move.kind == "stretch"}
    changed: dict[str, bytes] = {}
    if places:
        changed[LOCATIONS] = new_locations((ground / LOCATIONS).read_bytes().decode(), places).encode()
    if stretches:
        changed[ROUTES] = new_lines((ground / ROUTES).read_bytes().decode(), stretches).encode()
    _check(changed, folder)
    return changed


def _check(changed: Mapping[str, bytes], folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("gazetteer", "seeds"):
            shutil.copytree(folder / name, Path(scratch) / name)
        for name, content in changed.items():
            (Path(scratch) / "gazetteer" / name).write_bytes(content)
        try:
            build_dataset(read_project(Path(scratch)))
        except CurationError as error:
            raise CurationError(
                [Problem(p.file, p.record, f"after this import: {p.message}") for p in error.problems]
            ) from error
