"""The suite keeps its own rules: nothing waits for a clock, nothing skips in silence, no test hides another."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys

import pytest
from hypothesis import settings

from tests.conftest import ROOT

FILES = sorted((ROOT / "tests").rglob("test_*.py"))
CLOCKS = re.compile(r"perf_counter|monotonic|time\.time\(|\bsleep\(|deadline=|wait_for_timeout|pytest\.mark\.timeout")


def functions(path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_test_looks_at_a_clock(path):
    assert path.name == "test_suite.py" or not CLOCKS.search(path.read_text("utf-8"))


def test_hypothesis_has_no_deadline():
    assert settings.default.deadline is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_name_of_a_test_stands_twice_in_a_file(path):
    names = [test.name for test in functions(path)]
    assert sorted(names) == sorted(set(names))


def test_a_skip_is_a_failure_in_ci(tmp_path):
    shutil.copy(ROOT / "tests/conftest.py", tmp_path / "conftest.py")
    (tmp_path / "test_it.py").write_text(
        "import pytest\n@pytest.mark.skipif(True, reason='no such program')\ndef test_it(): pass\n"
        "def test_that(): pytest.skip('another')\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    for ci, told in (("true", "1 failed, 1 error"), ("", "2 skipped")):
        done = subprocess.run(command, cwd=tmp_path, env=os.environ | {"CI": ci}, capture_output=True, text=True, check=False)
        assert told in done.stdout
