"""The viewer's modules are joined as they stand: imports point down, nothing is declared twice, nothing is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mapping.outputs.webmap.assets import ENTRY, lean_js, viewer_file
from mapping.outputs.webmap.bundle import bundle, parse
from mapping.outputs.webmap.payload import COLUMNS

VIEWER = Path(__file__).parent.parent.parent.parent / "mapping/outputs/webmap/viewer"
MODULES = sorted(str(file.relative_to(VIEWER)) for file in VIEWER.rglob("*.js"))

# Rooms from the ground to the top floor; a module imports from its own room and those before it.
ROOMS = ("plane", "data", "model", "document", "map", "cards", "panel", "shell")


def joined(**modules: str) -> str:
    return bundle("a.js", lambda path: modules[path.removesuffix(".js")])


def test_a_module_comes_after_those_it_needs_and_loses_only_its_imports():
    script = joined(
        a="/** A. */\nimport { b } from './b.js';\nimport { c } from './c.js';\nexport function a() {\n  return b + c;\n}\n",
        b="import { c } from './c.js';\nexport const b = c;\n",
        c="export const c = 1;\nclass D {\n}\n",
    )
    assert script == "const c = 1;\nclass D {\n}\nconst b = c;\n/** A. */\nfunction a() {\n  return b + c;\n}\n"


def test_an_import_leads_from_the_folder_of_its_module():
    files = {"room/a.js": "import { b } from '../other/b.js';", "other/b.js": "export const b = 1;"}
    assert bundle("room/a.js", files.__getitem__) == "const b = 1;\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "import b from './b.js';", "import * as b from './b.js';", "import './b.js';", "import { b as c } from './b.js';",
        'import { b } from "./b.js";', "import { b } from './b.js'", "import { b } from 'b';", "import {b} from './b.js';",
        "export default 1;", "export { a };", "export * from './b.js';", "let x = 1;", "var x = 1;", "begin();",
        "const { x } = a;", "const [x] = a;", "export let x = 1;", "if (a) b();", "'use strict';",
    ],
)  # fmt: skip
def test_a_line_of_another_form_stops_the_build_with_file_and_line(line):
    with pytest.raises(ValueError, match=r"^a\.js:2: "):
        joined(a=f"/** A. */\n{line}\n", b="export const b = 1;\n")


def test_an_import_below_a_declaration_stops_the_build():
    with pytest.raises(ValueError, match=r"^a\.js:2: "):
        joined(a="const a = 1;\nimport { b } from './b.js';\n", b="export const b = 1;\n")


def test_a_name_that_two_modules_declare_stops_the_build():
    with pytest.raises(ValueError, match=r"^a\.js:2: b\.js declares x, too; rename one of them$"):
        joined(a="import { b } from './b.js';\nconst x = b;\n", b="const x = 1;\nexport const b = x;\n")


def test_a_name_that_is_declared_twice_in_a_module_stops_the_build():
    with pytest.raises(ValueError, match=r"^a\.js:3: x is declared twice$"):
        joined(a="const x = 1;\n\nfunction x() {}\n")


def test_a_name_that_is_not_exported_stops_the_build():
    with pytest.raises(ValueError, match=r"^a\.js:1: b\.js exports no c, x$"):
        joined(a="import { b, x, c } from './b.js';\n", b="export const b = 1;\nconst x = 2;\n")


def test_a_circle_stops_the_build():
    with pytest.raises(ValueError, match=r"^b\.js:1: imports a\.js, which needs this module itself"):
        joined(a="import { b } from './b.js';\nexport const a = 1;\n", b="import { a } from './a.js';\nexport const b = 1;\n")


@pytest.mark.parametrize("path", MODULES)
def test_imports_of_the_viewer_point_down(path):
    room = ROOMS.index(path.split("/", maxsplit=1)[0])
    module = parse(path, viewer_file(path))
    up = {needed for needed, _, _ in module.imports if ROOMS.index(needed.split("/")[0]) > room}
    assert not up, f"{path} imports {up}, which is on a floor above"


@pytest.mark.parametrize("path", MODULES)
def test_a_module_says_in_its_first_line_what_it_is(path):
    assert re.match(r"/\*\*( [A-Z].*\. \*/|\n \* [A-Z])", viewer_file(path))


@pytest.mark.parametrize("path", MODULES)
def test_a_module_fits_the_eye(path):
    lines = viewer_file(path).splitlines()
    assert len(lines) <= 300
    assert max(map(len, lines)) <= 140


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_holds_at_most_fourteen_modules(room):
    assert 0 < len(list((VIEWER / room).iterdir())) <= 14


def test_every_module_is_joined():
    script = bundle(ENTRY, viewer_file)
    left = [path for path in MODULES if not set(parse(path, viewer_file(path)).declared) <= set(re.findall(r"[\w$]+", script))]
    assert left == []
    read: list[str] = []
    bundle(ENTRY, lambda path: read.append(path) or viewer_file(path))
    assert sorted(read) == MODULES


@pytest.mark.parametrize(
    ("script", "lean"),
    [
        ("/** A noun. */\nconst a = b => 'x  // y' + b; // why\n", "const a=b=>'x  // y'+b;"),
        ("return a => a + +b;", "return a=>a+ +b;"),
        ("x = /[/ ' ]  \\//.test(y)\nz", "x=/[/ ' ]  \\//.test(y)\nz"),
        ("a = `${b}  c // d`", "a=`${b}  c // d`"),
        ("a = b ? /  '/ : c / d / e", "a=b?/  '/:c/d/e"),
        ("let c\n{ d }", "let c\n{d}"),
    ],
)  # fmt: skip
def test_scripts_lose_only_what_they_do_not_need(script, lean):
    assert lean_js(script) == lean


def test_the_types_of_rows_name_every_column_of_the_payload():
    types = viewer_file("types.d.ts")  # a table that it does not name is read by its declaration
    columns = {column for table, names in COLUMNS.items() if re.search(rf"\b{table}:", types) for column in names.split()}
    assert {column for column in columns if not re.search(rf"\b{column}\??:", types)} == set()
