"""The READMEs describe exactly what the code reads: nothing missing, nothing that is not there."""

from __future__ import annotations

import re
import tomllib

import pytest
from pydantic import TypeAdapter
from typer.main import get_command

from mapping import cli
from mapping.domain import vocabulary
from mapping.domain.fields import BEARINGS
from mapping.domain.source_file import SourceHeader
from mapping.domain.statements import KINDS, Common, Statement
from mapping.gazetteer.columns import COLUMNS
from mapping.waist import KIND_TABLES, TABLES
from tests.conftest import ROOT

SEEDS = (ROOT / "seeds" / "README.md").read_text("utf-8")
GAZETTEER = (ROOT / "gazetteer" / "README.md").read_text("utf-8")
CODE = re.compile(r"`([^`\n]+)`")


def section(text: str, heading: str) -> str:
    """The text between a heading and the next of its level or above."""
    level = heading.split(maxsplit=1)[0]
    _, _, rest = text.partition(f"\n{heading}\n")
    assert rest, f"no heading {heading!r}"
    return re.split(rf"^#{{1,{len(level)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def first_column(text: str, header: str) -> list[str]:
    """Words in backticks in the first column of the tables whose first heading is `header`."""
    words = []
    for table in re.findall(rf"^\| {re.escape(header)} \|.*\n\|[-| ]+\|\n((?:\|.*\n?)+)", text, flags=re.MULTILINE):
        for line in table.splitlines():
            words += CODE.findall(line.split("|")[1])
    return words


def fields(model) -> set[str]:
    return {info.alias or name for name, info in model.model_fields.items()}


def test_the_source_table():
    assert set(first_column(section(SEEDS, "## `[source]`"), "field")) == fields(SourceHeader)


def test_what_every_statement_carries():
    common = section(SEEDS, "## `[[statement]]`: what every kind carries")
    assert set(first_column(common, "field")) == fields(Common) | {"kind"}


def test_every_kind_has_its_heading_and_no_other_has():
    assert CODE.findall("\n".join(re.findall(r"^### .*$", section(SEEDS, "## Kinds"), flags=re.MULTILINE))) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_of_a_kind(kind):
    described = set(first_column(section(SEEDS, f"### `{kind}`"), "field"))
    assert described == fields(KINDS[kind]) - fields(Common) - {"kind"}


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("`certainty`", vocabulary.CERTAINTIES),
        ("`status`", vocabulary.STATUSES),
        ("`date_basis`", vocabulary.DATE_BASES),
        ("`limit`", vocabulary.LIMITS),
        ("`type`", vocabulary.EVENT_TYPES),
        ("`way`", vocabulary.WAYS),
        ("role", vocabulary.ROLES),
    ],
)
def test_every_word_of_the_vocabulary(header, words):
    assert first_column(SEEDS, header) == list(words)


@pytest.mark.parametrize(
    ("header", "meanings"),
    [
        ("`certainty`", {word: row.meaning for word, row in vocabulary.CERTAINTIES.items()}),
        ("`status`", {word: row.meaning for word, row in vocabulary.STATUSES.items()}),
        ("`date_basis`", vocabulary.DATE_BASES),
        ("`limit`", vocabulary.LIMITS),
    ],
)
def test_the_vocabulary_and_its_page_mean_the_same(header, meanings):
    table = SEEDS.partition(f"\n| {header} | meaning |\n")[2].partition("\n\n")[0]
    assert dict(re.findall(r"^\| `([\w-]+)` \| (.*) \|$", table, flags=re.MULTILINE)) == meanings


def test_every_bearing():
    line = next(line for line in SEEDS.splitlines() if line.startswith("`bearing` is one of"))
    assert CODE.findall(line)[1:] == list(BEARINGS)


def examples() -> list[str]:
    return re.findall(r"```toml\n(.*?)```", SEEDS, flags=re.DOTALL)


@pytest.mark.parametrize(
    "example", [e for e in examples() if "[[statement]]" in e], ids=lambda e: e.split('id = "')[1][:25]
)
def test_every_example_is_read(example):
    for row in tomllib.loads(example)["statement"]:
        TypeAdapter(Statement).validate_python(row)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_example(kind):
    assert f'kind = "{kind}"' in "".join(examples())


IN_PROSE = {"actors.csv": "## actors.csv", "not_places.csv": "## not_places.csv", "routes.csv": "## Roads"}


@pytest.mark.parametrize("file", sorted(COLUMNS.keys() - IN_PROSE.keys()))
def test_every_column_of_the_gazetteer(file):
    assert tuple(first_column(section(GAZETTEER, f"## {file}"), "column")) == COLUMNS[file]


@pytest.mark.parametrize("file", IN_PROSE)
def test_every_column_that_is_told_in_prose(file):
    assert set(COLUMNS[file]) <= set(CODE.findall(section(GAZETTEER, IN_PROSE[file])))


def test_every_kind_of_place():
    row = next(line for line in section(GAZETTEER, "## places.csv").splitlines() if line.startswith("| `kind` |"))
    assert CODE.findall(row)[1:] == list(vocabulary.PLACE_KINDS)


def test_every_quality_of_a_stretch():
    assert set(first_column(GAZETTEER, "quality")) == set(vocabulary.QUALITIES)


def test_every_command_is_told_with_an_example():
    commands = get_command(cli.app).commands
    assert all(command.epilog and f"frontmap {name}" in command.epilog for name, command in commands.items())


def test_the_readme_of_output_names_every_file_that_a_build_writes():
    text = (ROOT / "output" / "README.md").read_text("utf-8")
    drawn = {name for name, table in TABLES.items() if table.geometry} - {"rivers", "boundaries"}
    unnamed = {name for name in drawn if f"`{name}.geojson`" not in text}
    assert unnamed <= set(KIND_TABLES)
    assert not unnamed or "further kind of statement" in text
