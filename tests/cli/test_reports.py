"""What `frontmap add` and `read` say on the terminal, and what the whole command does with a fault."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from mapping.cli import app
from mapping.domain.errors import CurationError
from tests.conftest import ROOT

pytestmark = pytest.mark.slow  # each runs the command on a whole project


@pytest.fixture
def run(project):
    def command(*words: str, text: str | None = None):
        done = CliRunner().invoke(app, ["--project", str(project), *words], input=text, catch_exceptions=False)
        return done.exit_code, " ".join(done.output.split())

    return command


def test_a_report_that_names_no_place_says_so(run):
    status, told = run("add", "-", "--publisher", "Herald", text="The parliament met.\n\nNothing else is told.\n")
    assert status == 0
    assert "places named: none 0 statements drafted;" in told


def test_a_report_that_names_places_tells_how_often(run):
    text = "Shells on Alpha\n\nThe Reds shelled Alpha. Alpha burns, and Beta is quiet.\n"
    assert "places named: Alpha (3), Beta (1)" in run("add", "-", "--publisher", "Herald", text=text)[1]


def test_the_same_text_again_changes_nothing(run, project):
    text = "Shells on Alpha\n\nThe Reds shelled Alpha.\n"
    assert run("add", "-", "--publisher", "Herald", text=text)[0] == 0
    before = sorted(path.name for path in (project / "seeds").iterdir())
    assert "this text is there already as" in run("add", "-", "--publisher", "Herald", text=text)[1]
    assert sorted(path.name for path in (project / "seeds").iterdir()) == before


@pytest.mark.slow
def test_two_reports_that_come_at_once_are_both_taken(project, tmp_path):
    """Of one publisher and day, with titles that have no Latin letters, so that both want one name."""
    command = [sys.executable, "-m", "mapping", "--project", str(project), "add", "--publisher", "Herald", "--published", "2025-05-03"]
    before = {path.name for path in (project / "seeds").iterdir()}
    running = []
    for number in "၁၂၃":
        text = tmp_path / f"{number}.txt"
        text.write_text(f"မြို့သတင်း {number}\n\nမေ ၁ ရက်က တိုက်ပွဲဖြစ်ခဲ့တယ် {number}။\n", "utf-8")
        running.append(subprocess.Popen([*command, str(text)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
    told = [(*one.communicate(), one.returncode) for one in running]
    assert [code for *_, code in told] == [0, 0, 0], told
    new = {path.name for path in (project / "seeds").iterdir()} - before
    assert sorted(name for name in new if name.endswith(".txt")) == [f"2025-05-03-herald-untitled{end}.txt" for end in ("-2", "-3", "")]
    assert (project / "output" / "map.html").exists()


def test_a_folder_of_reports_is_taken_whole_or_not_at_all(run, project, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "one.txt").write_text("The Reds shelled Alpha.\n", "utf-8")
    (inbox / "two.txt").write_text("The Reds shelled Beta.\n", "utf-8")
    (inbox / ".hidden").write_bytes(b"\x00")
    (inbox / "three.pdf").write_bytes(b"%PDF-1.7 broken")
    (inbox / "four.txt").write_bytes(b"")
    before = sorted(path.name for path in (project / "seeds").iterdir())
    with pytest.raises(CurationError) as caught:
        run("add", str(inbox), "--publisher", "Herald")
    assert [one.file.rpartition("/")[2] for one in caught.value.problems] == ["four.txt", "three.pdf"]
    assert sorted(path.name for path in (project / "seeds").iterdir()) == before
    (inbox / "three.pdf").unlink()
    (inbox / "four.txt").unlink()
    assert run("add", str(inbox), "--title", "One title")[0] == 1
    assert run("add", str(inbox), "--publisher", "Herald")[0] == 0
    assert len(list((project / "seeds").iterdir())) == len(before) + 4


def frontmap(project, *words):
    command = [sys.executable, "-m", "mapping", "--project", str(project), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_fault_goes_to_standard_error_with_status_one_and_nothing_is_written(project, edit):
    edit("seeds/2025-05-03-herald-alpha.toml", 'near = "gamma"', 'near = "gama"')
    done = frontmap(project, "build")
    assert (done.returncode, done.stdout, (project / "output").exists()) == (1, "", False)
    assert "unknown place 'gama'" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_a_sound_project_ends_with_status_nought(project):
    assert frontmap(project, "check").returncode == 0
