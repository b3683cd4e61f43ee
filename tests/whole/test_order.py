"""Order is nobody's statement: of the statements in a file, of the rows in the gazetteer, of the sources' names."""

from __future__ import annotations

import csv
import io
import json
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from mapping.outputs import FORMATS, render
from mapping.project import read_project
from mapping.waist import TABLES
from mapping.waist.build import build_dataset
from tests.conftest import write_project

pytestmark = pytest.mark.slow
FEW = settings(max_examples=5, phases=[Phase.generate])  # each is a whole project, and any order is as plain as another
FIRST, SECOND, THIRD = SOURCES = ("2025-05-03-herald-alpha", "2025-05-04-courier-two", "2025-05-05-wire-three")
CSVS = ("places", "names", "locations", "actors", "routes", "not_places")
SECOND_TEXT = """The Reds mean to bomb Alpha, says Courier. Red troops stand 10 km from Alpha on the Alpha-Beta road.
Gamma is held by the Blues. The Reds moved from Alpha to Beta. Some 25 km lie between Alpha and Gamma.
"""
SECOND_TOML = """[source]
publisher = "Courier"
published = "2025-05-04"
text = "verbatim"
[[statement]]
kind = "event"
id = "bombing"
event = "bombing"
type = "airstrike"
at = "alpha"
certainty = "planned"
actors = ["reds"]
quote = "The Reds mean to bomb Alpha"
[[statement]]
kind = "position"
id = "troops"
on = "alpha-beta"
from = "alpha"
km = 10
actors = ["reds"]
date = "2025-05-03"
quote = "Red troops stand 10 km from Alpha"
[[statement]]
kind = "control"
id = "held"
at = "gamma"
holder = "blues"
date = "2025-05-04"
quote = "Gamma is held by the Blues."
[[statement]]
kind = "event"
id = "moved"
event = "move"
type = "advance"
from = "alpha"
to = "beta"
actors = ["reds"]
quote = "The Reds moved from Alpha to Beta."
[[statement]]
kind = "distance"
id = "some"
from = "alpha"
to = "gamma"
km = 25
about = true
quote = "Some 25 km lie between Alpha and Gamma."
"""
THIRD_TEXT = """The Reds bombed Alpha on 4 May 2025. Blue troops stand 30 km from Alpha on the Alpha-Beta road.
The Reds moved at Alpha. Alpha is 22 km from Gamma. The Reds hold Gamma.
"""
THIRD_TOML = """[source]
publisher = "Wire"
published = "2025-05-05"
text = "verbatim"
[[statement]]
kind = "event"
id = "bombed"
event = "bombing"
title = "Bombs on Alpha"
type = "airstrike"
at = "alpha"
date = "2025-05-04"
actors = ["reds"]
quote = "The Reds bombed Alpha on 4 May 2025."
[[statement]]
kind = "position"
id = "blue-troops"
on = "alpha-beta"
from = "alpha"
km = 30
actors = ["blues"]
date = "2025-05-05"
quote = "Blue troops stand 30 km from Alpha"
[[statement]]
kind = "event"
id = "moving"
event = "move"
type = "advance"
at = "alpha"
actors = ["reds"]
quote = "The Reds moved at Alpha."
[[statement]]
kind = "distance"
id = "exact"
from = "alpha"
to = "gamma"
km = 22
quote = "Alpha is 22 km from Gamma."
[[statement]]
kind = "control"
id = "hold"
at = "gamma"
holder = "reds"
date = "2025-05-04"
quote = "The Reds hold Gamma."
"""


def write(folder: Path) -> Path:
    write_project(folder)
    for name, text, toml in ((SECOND, SECOND_TEXT, SECOND_TOML), (THIRD, THIRD_TEXT, THIRD_TOML)):
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / "seeds" / f"{name}.toml").write_text(toml, encoding="utf-8")
    return folder


@cache
def plain():
    """The dataset of the project as it is written above."""
    with TemporaryDirectory() as folder:
        return build_dataset(read_project(write(Path(folder) / "front")))


def changed(change):
    """The dataset of the project after a change of its files."""
    with TemporaryDirectory() as folder:
        change(front := write(Path(folder) / "front"))
        return build_dataset(read_project(front))


def same_bytes(format_, dataset):
    assert render(format_, dataset) == render(format_, plain())


def statements_shuffled(data):
    def change(front):
        for path in sorted((front / "seeds").glob("*.toml")):
            head, *statements = path.read_text("utf-8").split("[[statement]]\n")
            order = data.draw(st.permutations(statements), label=path.name)
            path.write_text(head + "".join(f"[[statement]]\n{one.rstrip()}\n" for one in order), encoding="utf-8")

    return change


def rows_shuffled(data):
    def change(front):
        for name in CSVS:
            path = front / "gazetteer" / f"{name}.csv"
            header, *rows = csv.reader(io.StringIO(path.read_text("utf-8"), newline=""))
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows([header, *data.draw(st.permutations(rows), label=name)])
        path = front / "gazetteer/routes.geojson"
        roads = json.loads(path.read_text("utf-8"))
        roads["features"] = data.draw(st.permutations(roads["features"]), label="routes.geojson")
        path.write_text(json.dumps(roads), encoding="utf-8")

    return change


@pytest.mark.parametrize("format_", FORMATS)
@given(data=st.data())
@FEW
def test_the_order_of_statements_in_a_file_changes_no_byte(format_, data):
    same_bytes(format_, changed(statements_shuffled(data)))


@pytest.mark.parametrize("format_", FORMATS)
@given(data=st.data())
@FEW
def test_the_order_of_rows_in_the_gazetteer_changes_no_byte(format_, data):
    same_bytes(format_, changed(rows_shuffled(data)))


def renamed(names):
    """Give the sources each other's file names."""

    def change(front):
        seeds = front / "seeds"
        for ending in (".txt", ".toml"):
            for old in SOURCES:
                shutil.move(seeds / f"{old}{ending}", seeds / f"{old}{ending}.old")
            for old, new in zip(SOURCES, names, strict=True):
                shutil.move(seeds / f"{old}{ending}.old", seeds / f"{new}{ending}")

    return change


def rows(dataset, name, names=SOURCES):
    """Rows of a table without their order, and cells of several values without theirs; names are put back."""
    back = dict(zip(names, SOURCES, strict=True))

    def plain_cell(value):
        if not isinstance(value, str):
            return "" if pd.isna(value) else str(value)
        for new in SOURCES:
            value = value.replace(new, f"<{new}>")
        for new, old in back.items():
            value = value.replace(f"<{new}>", old)
        return " | ".join(sorted("; ".join(sorted(part.split("; "))) for part in value.split(" | ")))

    table = dataset.tables[name]
    return sorted(tuple(map(plain_cell, row)) for row in table.itertuples(index=False))


@pytest.mark.parametrize("table", TABLES)
@given(names=st.permutations(SOURCES))
@FEW
def test_the_names_of_the_sources_change_no_row(table, names):
    assert rows(changed(renamed(names)), table, names) == rows(plain(), table)
