"""The campaign itself, on a made-up package of three functions."""

from __future__ import annotations

import subprocess

import pytest

from tests.mutation import python
from tests.mutation.mutants import mutants

CODE = '''"""Words."""

from typing import TYPE_CHECKING

__all__ = ["old"]
LIMIT = 18

if TYPE_CHECKING:
    KNOWN = "x"


def old(years: int) -> bool:
    """Whether somebody is of age."""
    return years >= LIMIT


def spread(values: "list[int]") -> int:
    return max(values) - min(values) + 0


def untold(values):
    return [value for value in values if value]
'''
TESTS = """import pytest
from small import old, spread

@pytest.fixture(scope="module")
def wide():
    return spread([1, 4])

def test_age():
    assert old(18)
    assert not old(17)

def test_one(wide):
    assert wide

def test_other(wide):
    assert wide == 3

def test_that_fails_as_it_is():
    assert old(17)
"""


@pytest.fixture
def checkout(tmp_path):
    for name, content in {"small/__init__.py": CODE, "tests/test_small.py": TESTS}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(content, encoding="utf-8")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    return tmp_path


def changes(source: str) -> list[tuple[str, str, str]]:
    return [(one.operator, one.before, one.after) for one in mutants("a.py", source.encode())]


def verdicts(root, *wanted):
    chosen = [one for one in python.pool(root, "small") if (one.before, one.after) in wanted]
    rows = python.campaign(root, "small", chosen, ["-p", "no:randomly"])
    return {row["after"]: row["verdict"] for row in rows}


@pytest.mark.slow
def test_what_a_test_notices_is_killed_and_what_changes_nothing_survives(checkout):
    found = verdicts(checkout, ("years >= LIMIT", "(years > LIMIT)"), ("0", "(1)"), ("max(values) - min(values) + 0",
                     "(max(values) - min(values) - 0)"), ("18", "(19)"), ("value", "True"))  # fmt: skip
    assert found == {
        "(years > LIMIT)": "killed",
        "(1)": "killed",
        "(max(values) - min(values) - 0)": "survived",
        "(19)": "killed",
        "True": "survived",
    }


@pytest.mark.slow
def test_nothing_in_the_checkout_is_changed(checkout):
    before = {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()}
    verdicts(checkout, ("18", "(19)"))
    assert {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()} == before


def test_the_same_seed_draws_the_same_mutants(checkout):
    pool = python.pool(checkout, "small")
    one, same, other = (python.drawn(checkout, pool, 5, seed) for seed in (7, 7, 8))
    assert one == same != other


def test_survivors_are_found_again_when_lines_have_moved(checkout, tmp_path):
    line = next(one for one in python.pool(checkout, "small") if one.operator == "comprehension")
    report = tmp_path / "report.jsonl"
    report.write_text('{"verdict": "survived", "path": "small/__init__.py", "line": 3, "operator": "comprehension", '
                      '"before": "value", "after": "True"}\n{"verdict": "killed", "path": "x"}\n')  # fmt: skip
    assert python.survivors(python.pool(checkout, "small"), report) == [line]


@pytest.mark.parametrize(
    ("source", "change"),
    [
        ("def f(a, b):\n    return a <= b", ("compare", "a <= b", "(a < b)")),
        ("def f(a, b):\n    return a in b", ("compare", "a in b", "(a not in b)")),
        ("x = 1 and 2", ("bool", "1 and 2", "(1 or 2)")),
        ("x = 1 + 2", ("arithmetic", "1 + 2", "(1 - 2)")),
        ("x = not y", ("not", "not y", "bool(y)")),
        ("x = 1", ("number", "1", "(2)")),
        ("x = 1", ("number", "1", "(0)")),
        ("def f():\n    return 5", ("return", "return 5", "return None")),
        ("if x:\n    pass", ("if", "x", "(not (x))")),
        ("x = max(y)", ("call", "max", "min")),
        ("x = any(y)", ("call", "any", "all")),
        ("x = 'a'", ("text", "'a'", "('aXX')")),
        ("x = [y for y in z if y > 1]", ("comprehension", "y > 1", "True")),
        ("x = {'a': True}", ("flag", "True", "False")),
        ("def f(*, a=False): pass", ("flag", "False", "True")),
        ("x = 'မြို့', 1", ("number", "1", "(2)")),
    ],
)
def test_every_operator(source, change):
    assert change in changes(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""Words."""',
        "def f():\n    'Words.'",
        "__all__ = ['a']",
        "def f(a: 'int') -> 'int': pass",
        "x: 'int'",
        "if TYPE_CHECKING:\n    x = 1",
        "from . import x",
        "x = f'{1}'",
    ],
)
def test_what_does_not_run_is_left_alone(source):
    assert changes(source) == []


def test_lines_of_a_mutant_are_those_of_its_statement():
    (header,) = [one for one in mutants("a.py", b"if (a and\n        b):\n    c = (1,\n         2)") if one.operator == "bool"]
    assert (header.first, header.last, header.inside) == (1, 2, False)


def test_what_would_not_compile_is_not_drawn(checkout):
    (checkout / "small/__init__.py").write_text('match x:\n    case {"key": y}:\n        z = 1')
    pool = python.pool(checkout, "small")
    assert {one.operator for one in pool} == {"text", "number"}
    assert {one.operator for one in python.drawn(checkout, pool, 9, 1)} == {"number"}
