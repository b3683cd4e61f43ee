"""From an empty folder to a map, by commands alone."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from mapping.cli import app

pytestmark = pytest.mark.slow
INIT = (
    "init", "--title", "The El Fasher front", "--around", "El Fasher", "--km", "250", "--side", "RSF: Rapid Support Forces (RSF)",
    "--side", "Army: Sudanese Armed Forces (SAF, the army)",
)  # fmt: skip
REPORTS = {
    "one.txt": "Drone hits El Fasher\nPublished: 3 May 2025\n\nThe RSF shelled El Fasher on 1 May 2025, killing 12 civilians.\n",
    "two.txt": "Mellit falls\nPublished: 14 April 2025\n\nThe RSF captured Mellit on 12 April 2025, residents said.\n",
    "three.txt": "Nyala bombed\nPublished: 5 May 2025\n\nWarplanes of the SAF bombed Nyala on Sunday.\n",
}
ELSEWHERE = re.compile(r"Myanmar|Burm|Mogok|MIMU|Mandalay|[\u1000-\u109f]", re.IGNORECASE)


def run(*words):
    done = CliRunner().invoke(app, list(words), catch_exceptions=False)
    return done.exit_code, done.output + (done.stderr or "")


@pytest.fixture
def begun(tmp_path):
    folder = tmp_path / "darfur"
    assert run(*INIT, str(folder))[0] == 0
    return folder


def test_three_reports_make_a_map_with_two_commands_and_no_file_typed(begun, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name, text in REPORTS.items():
        (inbox / name).write_text(text, "utf-8")
    status, told = run("--project", str(begun), "add", str(inbox))
    assert status == 0, told
    assert (begun / "output" / "map.html").stat().st_size > 100_000
    drafted = "".join(path.read_text("utf-8") for path in (begun / "seeds").glob("*.toml"))
    for words in ('at = ["mellit"]', 'at = ["el-fasher"]', 'at = ["nyala"]', 'date = "2025-05-04"', "n = 12"):
        assert words in drafted, words
    assert run("--project", str(begun), "check")[0] == 0


def test_what_is_begun_builds_at_once(begun):
    assert run("--project", str(begun), "build")[0] == 0


def test_nothing_of_another_country_stands_in_what_is_begun(begun):
    for path in sorted((begun / "gazetteer").iterdir()):
        lines = [line for line in path.read_text("utf-8").splitlines() if ELSEWHERE.search(line)]
        assert [line for line in lines if ",Mymr," not in line] == [], path.name


def test_a_front_that_is_there_is_never_written_over(begun):
    before = {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()}
    status, told = run(*INIT, str(begun))
    assert (status, "holds a front already" in told) == (1, True)
    assert {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("lacks", ["--title", "--around", "--side"])
def test_a_script_is_told_what_it_lacks(tmp_path, lacks):
    words = list(INIT)
    while lacks in words:
        at = words.index(lacks)
        del words[at : at + 2]
    status, told = run(*words, str(tmp_path / "new"))
    assert (status, f"{lacks} " in told) == (1, True)
    assert not (tmp_path / "new").exists()
