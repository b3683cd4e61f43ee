"""The journal: nothing lost, nothing half written, nothing of others overwritten."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapping.decisions import statements
from mapping.decisions.change import Files
from mapping.decisions.journal import ChangedMeanwhileError, Journal
from mapping.domain.errors import CurationError
from mapping.files.writing import UnwritableError
from mapping.project import read_project
from tests.conftest import ROOT
from tests.decisions.conftest import SOURCE, contents
from tests.decisions.dying import DIED

BRIDGE, FIGHT = f"{SOURCE}/draft-bridge", f"{SOURCE}/fight"
TOML = f"seeds/{SOURCE}.toml"


def append(folder, text):
    with (folder / TOML).open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.slow
def test_a_program_that_dies_at_any_step_leaves_all_or_nothing(front):
    before, steps, outcomes = contents(front), 0, set()
    after = {name.replace(SOURCE, "renamed"): content for name, content in before.items()}
    while True:
        ran = subprocess.run(
            [sys.executable, "-m", "tests.decisions.dying", str(front), str(steps)], cwd=ROOT, capture_output=True, check=False
        )
        Journal(front).recover()
        found = contents(front)
        assert found in (before, after), f"half written after {steps} steps"
        assert found == after or b"saved" not in ran.stdout
        outcomes.add(found == after)
        if ran.returncode != DIED:
            break
        if found == after:
            Journal(front).undo()
        assert contents(front) == before
        steps += 1
    assert ran.returncode == 0, ran.stderr.decode()
    assert outcomes == {True, False}
    read_project(front)


def test_a_change_by_an_editor_since_is_never_overwritten(desk):
    change = statements.accept(Files(desk.folder), [BRIDGE])
    append(desk.folder, "\n# a note\n")
    with pytest.raises(ChangedMeanwhileError, match=rf"{TOML}: was changed by another program"):
        desk.journal.carry_out(change)
    assert (desk.folder / TOML).read_bytes().endswith(b"\n# a note\n")


def test_undo_keeps_what_an_editor_changed_elsewhere_in_the_file(desk):
    before = (desk.folder / TOML).read_text("utf-8")
    desk.decide(statements.accept, [BRIDGE])
    append(desk.folder, "\n# a note\n")
    desk.journal.undo()
    assert (desk.folder / TOML).read_text("utf-8") == before + "\n# a note\n"


def test_undo_of_lines_that_an_editor_changed_is_told(desk):
    desk.decide(statements.accept, [BRIDGE])
    path = desk.folder / TOML
    path.write_text(path.read_text("utf-8").replace('status = "reviewed"  #', 'status = "retracted"  #'), "utf-8")
    before = contents(desk.folder)
    with pytest.raises(CurationError, match="the same lines were changed since"):
        desk.journal.undo()
    assert contents(desk.folder) == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.sampled_from(["note", "undo", "edit"]), max_size=8))
def test_edits_from_outside_between_decisions_survive(tmp_path_factory, steps):
    from tests.conftest import write_project

    folder = write_project(tmp_path_factory.mktemp("front") / "p")
    journal, noted, edits = Journal(folder), [], 0
    for number, step in enumerate(steps):
        if step == "note":
            journal.carry_out(statements.mend(Files(folder), FIGHT, {"note": f"note {number}"}))
            noted.append(number)
        elif step == "undo" and noted:
            journal.undo()
            noted.pop()
        elif step == "edit":
            edits += 1
            append(folder, f"# edit {edits}\n")
    text = (folder / TOML).read_text("utf-8")
    assert all(f"# edit {number}\n" in text for number in range(1, edits + 1))
    assert (f'note = "note {noted[-1]}"' in text) if noted else "note = " not in text
    assert [entry.state for entry in reversed(journal.entries())].count("done") == len(noted)


def test_a_full_disk_is_told_and_the_journal_knows_of_nothing(desk, monkeypatch):
    def full(*_):
        raise UnwritableError("the disk is full; make room or choose another folder")

    monkeypatch.setattr("mapping.decisions.journal.write_all", full)
    before = contents(desk.folder)
    with pytest.raises(CurationError, match="the disk is full"):
        desk.decide(statements.accept, [BRIDGE])
    monkeypatch.undo()
    assert contents(desk.folder) == before
    with pytest.raises(CurationError, match="no decision to undo"):
        Journal(desk.folder).undo()


def test_the_journal_is_no_matter_of_git(desk):
    desk.decide(statements.accept, [BRIDGE])
    assert (desk.folder / ".frontmap" / ".gitignore").read_text("utf-8") == "*\n"


def test_what_is_no_journal_is_told(desk):
    desk.decide(statements.accept, [BRIDGE])
    (desk.folder / ".frontmap" / "journal.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(CurationError, match="is no journal that can be read"):
        desk.journal.undo()
