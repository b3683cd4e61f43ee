"""The floor plan holds: imports point down, knowledge stands in data, files fit the eye."""

from __future__ import annotations

import ast
import csv
import re
from pathlib import Path

import pytest

from tests.support.imports import circles, graph

ROOT = Path(__file__).parent.parent.parent
CODE = sorted((ROOT / "mapping").rglob("*.py"))
ALL_CODE = sorted(
    path for folder in ("mapping", "tests") for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".js", ".css"}
)
MOST_FILES = 14  # of code in one folder
MOST_LINES = 300  # of one file
MOST_LINES_OF_A_FUNCTION = 40

# Rooms from the top floor to the ground; a room may import those below it, and itself.
FLOORS = [
    {"__main__", "__init__"},
    {"cli", "notebook"},
    {"desk"},
    {"decisions"},
    {"intake", "corrections"},
    {"outputs"},
    {"style", "waist"},
    {"state"},
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
IMPORTS = graph(ROOT, "mapping")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(file: str) -> str:
    return file.split("/")[1].removesuffix(".py")


def imported_rooms(file: str) -> set[str]:
    return {room_of(other) for other in IMPORTS[file]}


def test_every_room_has_its_floor_and_every_floor_its_rooms():
    assert {room_of(file) for file in IMPORTS} == set(FLOOR)


@pytest.mark.parametrize("file", IMPORTS)
def test_imports_point_down(file):
    here = room_of(file)
    up = {room for room in imported_rooms(file) if room != here and FLOOR[room] <= FLOOR[here]}
    assert not up, f"{here} imports {up}, which is on its floor or above"


@pytest.mark.parametrize("file", [file for file in IMPORTS if room_of(file) == "outputs"])
def test_outputs_read_only_the_waist(file):
    assert imported_rooms(file) <= {"outputs", "waist", "style", "domain", "gazetteer", "files"}


@pytest.mark.parametrize("room", sorted(FLOOR))
def test_no_files_of_a_room_import_each_other_in_a_circle(room):
    within = {file: others for file, others in IMPORTS.items() if room_of(file) == room}
    assert circles({file: others & set(within) for file, others in within.items()}) == []


def test_no_rooms_import_each_other_in_a_circle():
    rooms = {room: set().union(*(imported_rooms(f) for f in IMPORTS if room_of(f) == room)) - {room} for room in FLOOR}
    assert circles(rooms) == []


def test_a_circle_is_found_and_a_chain_is_none():
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == [["b", "c"]]
    assert circles({"a": {"b"}, "b": {"c"}, "c": set()}) == []


def test_imports_for_the_type_checker_and_within_functions_count(tmp_path):
    (tmp_path / "house").mkdir()
    (tmp_path / "house/__init__.py").write_text("")
    (tmp_path / "house/a.py").write_text("if TYPE_CHECKING:\n    from house import b\nimport house.c")
    (tmp_path / "house/b.py").write_text("def f():\n    from .c import x")
    (tmp_path / "house/c.py").write_text("from house import MISSING")
    assert graph(tmp_path, "house") == {
        "house/__init__.py": set(), "house/a.py": {"house/b.py", "house/c.py"}, "house/b.py": {"house/c.py"},
        "house/c.py": {"house/__init__.py"},
    }  # fmt: skip


@pytest.mark.parametrize("folder", sorted({path.parent for path in ALL_CODE}), ids=name)
def test_a_folder_holds_few_files_of_code(folder):
    files = [path.name for path in ALL_CODE if path.parent == folder and path.suffix != ".css" and path.stat().st_size]
    assert len(files) <= MOST_FILES, files


@pytest.mark.parametrize("path", ALL_CODE, ids=name)
def test_a_file_fits_the_eye(path):
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", [path for path in ALL_CODE if path.suffix == ".py"], ids=name)
def test_a_function_fits_the_eye(path):
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}


def test_the_floor_plan_in_the_readme_is_whole_and_true():
    readme = (ROOT / "README.md").read_text("utf-8")
    plan = re.search(r"imports point down only.*?\n```\n(.*?)```", readme, flags=re.DOTALL)[1]
    floors = [{room.strip(" /") for room in re.split(r"  +", line)[0].split(",")} for line in plan.splitlines()]
    assert floors == FLOORS[1:]  # whatever starts the house stands on its roof


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
