"""The commands that decide: each says what it did, shows it first, and is taken back."""

from __future__ import annotations

import json
import socket

import pytest
from typer.testing import CliRunner

from mapping.cli import app
from tests.decisions.conftest import SOURCE, contents, front  # noqa: F401  the fixture

DRAFT, BRIDGE, FIGHT = f"{SOURCE}/draft-captures", f"{SOURCE}/draft-bridge", f"{SOURCE}/fight"
COMMANDS = {
    "accept": (["accept", BRIDGE], "accepted draft-bridge"),
    "reject": (["reject", BRIDGE], "rejected draft-bridge"),
    "retract": (["retract", FIGHT, "--why", "the paper took it back"], "retracted fight"),
    "mend": (["mend", FIGHT, "near=", 'at = ["gamma"]', "certainty=claimed"], "mended near, at, certainty of fight"),
    "split": (["split", DRAFT, "--by", "at"], "split draft-captures"),
    "merge": (["merge", f"{SOURCE}/alpha-captured", DRAFT], "merged draft-captures"),
    "same": (["same", DRAFT, "2025-05-04-courier/taken"], "are one event"),
    "redraft": (["redraft", SOURCE], f"drafted {SOURCE} again"),
    "remove": (["remove", SOURCE], f"removed {SOURCE}"),
    "rename": (["rename", "alpha", "alfa"], "the place alpha is alfa now"),
    "locate --at": (["locate", "Nowhere Mill", "--at", "11.1,91.1", "--evidence", "survey"], "Nowhere Mill is nowhere-mill"),
    "locate --accept": (["locate", "Gammah", "--accept", "gamma"], "Gammah is a spelling of gamma"),
    "locate --no-place": (["locate", "Alpha Males", "--no-place", "armed group"], "Alpha Males is no place"),
}


@pytest.fixture
def run(front):  # noqa: F811
    def command(*words: str, **more):
        return CliRunner().invoke(app, ["--project", str(front), *words], catch_exceptions=False, **more)

    return command


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_shows_does_and_is_taken_back(front, run, name):  # noqa: F811
    words, told = COMMANDS[name]
    before = contents(front)
    shown = run(*words, "--dry-run")
    assert (shown.exit_code, contents(front)) == (0, before)
    assert told in shown.output
    assert "nothing was written" in shown.output
    done = run(*words)
    assert (done.exit_code, told in done.output) == (0, True)
    assert contents(front) != before
    back = run("undo")
    assert (back.exit_code, contents(front)) == (0, before)
    assert told in back.output


def test_the_list_of_decisions_tells_what_stands(run):
    run("accept", BRIDGE)
    run("reject", DRAFT)
    run("undo")
    listed = run("undo", "--list").output
    assert [line.split()[0] for line in listed.splitlines() if line[:2].strip().isdigit()] == ["2", "1"]
    assert "undone" in listed


def test_drafts_of_which_the_reader_is_sure_are_accepted_together(run, front):  # noqa: F811
    (front / "seeds" / "2025-05-05-herald.txt").write_text("The Reds captured Alpha on 5 May 2025.\n", "utf-8")
    (front / "seeds" / "2025-05-05-herald.toml").write_text('[source]\ntext = "restated"\npublished = "2025-05-05"\n', "utf-8")
    assert run("redraft", "2025-05-05-herald").exit_code == 0
    assert "no draft there has a confidence" in run("accept", "2025-05-05-herald", "--above", "1").output
    assert "accepted capture-alpha" in run("accept", "2025-05-05-herald", "--above", "0.5").output


@pytest.mark.parametrize(
    "words",
    [
        ["mend", FIGHT, "nothing"],
        ["locate", "X", "--at", "north"],
        ["locate", "X", "--at", "11,91", "--no-place", "why"],
        ["locate", "Gammah", "--accept", "mimu:1"],
        ["accept", SOURCE, "--above", "1"],
        ["add", "-", "--drafts", "-"],
    ],
)
def test_what_cannot_be_done_ends_with_one_line_and_status_1(run, words):
    told = run(*words)
    assert (told.exit_code, len(told.stderr.strip().splitlines())) == (1, 1)


def test_a_file_of_drafts_is_taken_in_place_of_what_would_be_read(run, front, tmp_path):  # noqa: F811
    statement = {"kind": "event", "event_type": "looting", "quote": "Rain fell on Alpha.", "places": [{"role": "at", "place": "alpha"}]}
    drafts = tmp_path / "drafts.json"
    drafts.write_text(json.dumps({"drafted_by": "a model", "statements": [statement, {"kind": "x"}]}), "utf-8")
    told = run("add", "-", "--publisher", "Herald", "--restated", "--drafts", str(drafts), input="Rain fell on Alpha.\n")
    assert told.exit_code == 0
    assert "not taken: statement 2" in told.output
    (toml,) = (front / "seeds").glob("undated-*.toml")
    assert ('drafted_by = "a model"' in toml.read_text("utf-8"), 'text = "restated"' in toml.read_text("utf-8")) == (True, True)
    run("undo")
    assert not toml.exists()


def test_the_desk_without_a_browser_still_says_where_it_is(front, monkeypatch):  # noqa: F811
    from mapping.desk.server import Desk

    def served(desk):
        desk.close()

    monkeypatch.setattr(Desk, "serve", served)
    monkeypatch.setenv("BROWSER", "/nonexistent/browser")
    monkeypatch.setattr("typer.launch", lambda _: 1)
    told = CliRunner().invoke(app, ["--project", str(front), "review", SOURCE], catch_exceptions=False)
    assert told.exit_code == 0
    assert f"#{SOURCE} (Ctrl-C ends it" in told.output.replace("\n", "")


def test_a_port_in_use_and_an_unknown_report_are_told_in_a_line(front):  # noqa: F811
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for words in (["--port", port], ["no-such-report"]):
            told = CliRunner().invoke(app, ["--project", str(front), "review", "--no-browser", *words], catch_exceptions=False)
            assert (told.exit_code, len(told.stderr.strip().splitlines())) == (1, 1)
