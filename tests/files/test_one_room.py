"""Files are opened, listed and written in mapping/files/ alone, so that a limit or a lock has one place to stand."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CODE = [path for path in sorted((ROOT / "mapping").rglob("*.py")) if path.parent.name != "files"]

CALLS = {
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "rename", "mkdir", "rmdir", "touch",
    "symlink_to", "hardlink_to", "chmod", "glob", "rglob", "iterdir", "scandir", "listdir", "to_file", "read_file",
}  # fmt: skip
MODULES = {"tempfile", "shutil", "os", "fileinput", "mmap", "sqlite3", "pyogrio", "http.server"}
ELSEWHERE = {
    "corrections/edited.py": {"pyogrio"},  # reads what GDAL alone can read: an edited export
    "outputs/qgis/geopackage.py": {"pyogrio", "sqlite3"},  # they write to the path that files.writing gives them
    "reference/mimu.py": {"sqlite3"},  # the database of another package, read-only
    "decisions/journal.py": {"sqlite3"},  # one transaction a decision
    "cli/building.py": {"http.server"},  # serves output/
}
PACKAGED = {"read_text", "iterdir"}  # of modules that read what ships with the program


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and [alias.name for alias in node.names] != ["PathLike"]:
        return [node.module or ""]
    return []


def called(node: ast.AST) -> str:
    """Name of the method that is called, or open; Path.replace is told from that of a text by its one argument."""
    if not isinstance(node, ast.Call):
        return ""
    if not isinstance(node.func, ast.Attribute):
        return "open" if getattr(node.func, "id", "") == "open" else ""  # read_text(path) is a function of the room
    of_path = len(node.args) == 1 and not node.keywords
    return "rename" if node.func.attr == "replace" and of_path else node.func.attr


def touched(source: str) -> set[str]:
    """What of a module's source touches the disk."""
    nodes = list(ast.walk(ast.parse(source)))
    found = {name for node in nodes for name in imported(node) if name in MODULES}
    calls = {called(node) for node in nodes} & CALLS
    packaged = "importlib import resources" in source or "Path(__file__)" in source
    return found | (calls - PACKAGED if packaged else calls)


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_other_room_touches_the_disk(path):
    allowed = ELSEWHERE.get(str(path.relative_to(ROOT / "mapping")), set())
    assert touched(path.read_text("utf-8")) <= allowed


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("Path('x').read_bytes()", {"read_bytes"}),
        ("with open('x') as file: pass", {"open"}),
        ("import tempfile", {"tempfile"}),
        ("beside.replace(target)", {"rename"}),
        ("text.replace('a', 'b')", set()),
        ("from os import PathLike", set()),
        ("from importlib import resources\nresources.files('x').joinpath('y').read_text()", set()),
        ("from importlib import resources\nPath('x').write_text('y')", {"write_text"}),
    ],
)
def test_the_rule_sees_what_it_should(source, what):
    assert touched(source) == what
