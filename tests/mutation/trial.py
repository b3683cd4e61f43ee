"""One mutant at a time in a scratch copy of the checkout, held against the tests that reach it."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.imports import graph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.mutation.mutants import Mutant

HERE = Path(__file__).parent
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--no-header", "--tb=no"]
MOST_TESTS = 120  # functions that reach a mutant's statement; the first are those that reach the least else
MOST_FURTHER = 40  # functions that reach its file alone: a value may have been kept from an earlier test
CPU_SECONDS = 300  # of the processor, not of the clock: a mutant that loops for ever is stopped on any machine
PATIENCE = 3600  # seconds by the clock, for one that waits for ever

Reach = dict[str, dict[str, list[str]]]


def copied(root: Path, to: Path) -> Path:
    """Copy what git knows or would add, so that no working tree is ever changed; installed judges are linked."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=root, check=True, capture_output=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (root / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, to / name)
    if (root / ".cache").exists() and not (to / ".cache").exists():
        (to / ".cache").symlink_to((root / ".cache").resolve())
    return to


def reach(copy: Path, package: str, chosen: list[str]) -> Reach:
    """Run the tests once, undisturbed: file -> line -> the test functions that reach it and pass."""
    written = copy / ".reach.json"
    done = _run([*PYTEST, "-p", "reaching", *chosen], copy,
                MUTATION_PACKAGE=str(copy / package), MUTATION_REACH=str(written))  # fmt: skip
    if done.returncode not in {0, 1}:
        raise SystemExit(f"the tests do not run as they are:\n{done.stdout.decode()[-2000:]}")
    found: Reach = json.loads(written.read_text("utf-8"))
    return found


def reaching(mutant: Mutant, known: Reach, users: Mapping[str, set[str]]) -> tuple[list[str], list[str]]:
    """Test functions that reach the mutant's statement, and those that reach its file; the narrowest first.

    What runs when a file is imported is reached by nobody's call: `users` are the files that import it, and a test
    that reaches one of them counts as one that reaches the file.
    """
    width = Counter(test for lines in known.values() for tests in lines.values() for test in tests)
    files = {mutant.path} if mutant.inside else {mutant.path, *users[mutant.path]}
    around = {test for file in files for tests in known.get(file, {}).values() for test in tests}
    lines = known.get(mutant.path, {})
    here = {test for line in range(mutant.first, mutant.last + 1) for test in lines.get(str(line), ())}
    order = sorted(around, key=lambda test: (width[test], test))
    return [test for test in order if test in here], [test for test in order if test not in here]


def users(root: Path, package: str) -> dict[str, set[str]]:
    """File -> the files that import it."""
    edges = graph(root, package)
    return {file: {other for other, imported in edges.items() if file in imported} for file in edges}


def tried(mutant: Mutant, copy: Path, near: list[str], far: list[str]) -> dict[str, object]:
    """Apply, test and undo; returns the mutant's row of the report.

    `verdict` is killed, survived, endless (stopped by the limit: killed as well) or unreached. Tests that reach only
    the file follow when those of the statement are content.
    """
    path = copy / mutant.path
    whole = path.read_bytes()
    path.write_bytes(mutant.applied(whole))
    try:
        verdict = "unreached" if not near and not far else "survived"
        for tests in filter(None, (near[:MOST_TESTS], far[:MOST_FURTHER])):
            verdict = _verdict(tests, copy)
            if verdict != "survived":
                break
    finally:
        path.write_bytes(whole)
    return {
        "verdict": verdict, "path": mutant.path, "line": mutant.line, "operator": mutant.operator,
        "before": mutant.before, "after": mutant.after, "tests": len(near), "further": len(far),
    }  # fmt: skip


def _verdict(tests: list[str], copy: Path) -> str:
    try:
        done = _run([*PYTEST, "-x", "--hypothesis-seed=0", *tests], copy)
    except subprocess.TimeoutExpired:
        return "endless"
    if done.returncode < 0:
        return "endless"
    return "survived" if done.returncode == 0 else "killed"


def _run(command: list[str], copy: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {key: value for key, value in os.environ.items() if key != "CI"}
    paths = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))
    kept |= {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", **environment}  # a stale .pyc would hide the change
    return subprocess.run(command, cwd=copy, env=kept, check=False, capture_output=True, timeout=PATIENCE,
                          preexec_fn=_limited if "-x" in command else None)  # fmt: skip


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
