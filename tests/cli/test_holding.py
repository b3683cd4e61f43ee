"""What `frontmap state` says of a day."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from mapping.cli import app

pytestmark = pytest.mark.slow  # each runs the command on a whole project
KEYS = ["place", "name", "holder", "standing", "since", "last_said", "for", "against"]
CAPTURE = "2025-05-03-herald-alpha/alpha-captured"


@pytest.fixture
def state(project):
    def command(*words: str):
        done = CliRunner().invoke(app, ["--project", str(project), "state", *words])
        return done.exit_code, done.output

    return command


def test_json_tells_a_place_with_every_key(state):
    assert json.loads(state("--on", "2025-05-02", "--json")[1]) == [dict(zip(KEYS, (
        "alpha", "Alpha", ["reds"], "reported", "2025-05-01", "2025-05-01", [CAPTURE], [],
    ), strict=True))]  # fmt: skip


def test_before_the_first_word_nobody_holds_it(state):
    assert json.loads(state("--on", "2025-04-30", "--json")[1]) == [dict(zip(KEYS, (
        "alpha", "Alpha", [], "unknown", None, None, [], [],
    ), strict=True))]  # fmt: skip


def test_one_place_is_told_even_where_nobody_says_anything_of_it(state):
    found = json.loads(state("--on", "2025-05-02", "--place", "gamma", "--json")[1])
    assert [(one["place"], one["standing"]) for one in found] == [("gamma", "unknown")]


def test_the_table_names_holder_days_and_publisher(state):
    told = " ".join(state("--on", "2025-05-02")[1].split())
    assert "Alpha Red Army reported 1 May 2025 2025-05-01 Herald" in told
    assert told.endswith("1 place on 2025-05-02")


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--on", "May"), "--on 'May' is no day; write YYYY-MM-DD"),
     (("--on", "2025-05-02", "--place", "alhpa"), "unknown place 'alhpa' (did you mean 'alpha'?); ids stand in")],
)  # fmt: skip
def test_what_cannot_be_answered_is_told_with_what_to_do(state, words, said):
    status, output = state(*words)
    assert status == 1
    assert said in " ".join(output.split())
