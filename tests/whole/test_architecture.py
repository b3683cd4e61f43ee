"""The floor plan holds: imports point down, knowledge stands in data, files fit the eye."""

from __future__ import annotations

import ast
import csv
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CODE = sorted((ROOT / "mapping").rglob("*.py"))

# Rooms from the top floor to the ground; a room may import those below it, and itself.
FLOORS = [
    {"__main__", "__init__"},
    {"cli", "notebook"},
    {"intake", "corrections"},
    {"outputs"},
    {"style", "waist"},
    {"judging"},
    {"placing"},
    {"project"},
    {"reading"},
    {"reference"},
    {"mentions"},
    {"seeds", "gazetteer"},
    {"files"},
    {"domain"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def room_of(path: Path) -> str:
    return path.relative_to(ROOT / "mapping").parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "mapping" else [f"mapping.{alias.name}" for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("mapping.")}
    return rooms


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path):
    here = room_of(path)
    up = {room for room in imported_rooms(path) if room != here and FLOOR[room] <= FLOOR[here]}
    assert not up, f"{here} imports {up}, which is on its floor or above"


@pytest.mark.parametrize("path", [p for p in CODE if room_of(p) == "outputs"], ids=lambda path: path.stem)
def test_outputs_read_only_the_waist(path):
    assert imported_rooms(path) <= {"outputs", "waist", "style", "domain", "gazetteer", "files"}


def toponyms() -> list[str]:
    names = set()
    for file, column in (("places.csv", "name"), ("names.csv", "name")):
        with (ROOT / "gazetteer" / file).open(encoding="utf-8", newline="") as rows:
            names |= {re.sub(r" \(.*\)", "", row[column]) for row in csv.DictReader(rows)}
    return sorted(name for name in names if len(name) > 3)


FONTS = re.compile("Noto Sans Myanmar|Myanmar Text|Myanmar MN|Myanmar Sangam MN")


def test_no_toponym_stands_in_the_code():
    names = toponyms()
    assert len(names) > 100
    pattern = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, names)) + r")(?![\w-])")
    found = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in (ROOT / "mapping").rglob("*")
        if path.suffix in {".py", ".js", ".css", ".html", ".toml", ".json"}
        for match in pattern.finditer(FONTS.sub("", path.read_text("utf-8")))
    }
    assert not found


def test_the_reader_starts_without_the_heavy_libraries():
    """`frontmap read` answers at once: neither tables nor maps are loaded for it."""
    import subprocess
    import sys

    code = (
        "import sys, mapping.cli, mapping.mentions, mapping.project;"
        "print(sorted({'geopandas', 'pandas', 'folium', 'shapely'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
