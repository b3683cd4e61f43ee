"""How many small changes of the viewer's modules its tests notice.

Run: python -m tests.mutation.viewer [--seed 20261126] [--count 40] [--browser]

Mutants are drawn from all modules: a comparison, a logical or an arithmetic operator turned, a number raised by one, a
negation dropped, Math.min and Math.max exchanged. Each is judged by the tests of node in a copy of the project; with
--browser, those that node does not notice are judged by the tests of a reader at work, too. Printed are the seed, each
mutant with its line and judge, and the share that was noticed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT
from tests.viewer.test_viewer import write_block

VIEWER = Path("mapping/outputs/webmap/viewer")
TURNED = {
    "===": "!==", "!==": "===", "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "&&": "||", "||": "&&",
    "??": "&&", "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "!": "", "Math.min": "Math.max", "Math.max": "Math.min",
}  # fmt: skip
TOKEN = re.compile(
    r"""(?P<skip>/\*.*?\*/|//[^\n]*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`        # comments, strings, templates
        |(?<=[(,=:!&|?])\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+/\w*  # patterns
        |^import[^\n]*|=>|[\w$.]*[A-Za-z_$][\w$]*(?<!Math\.min)(?<!Math\.max))  # imports, arrows, words
      |(?P<found>===|!==|==|!=|<=|>=|&&|\|\||\?\?|Math\.(?:min|max)|(?<=\s)[<>+\-*/%](?=\s)|!(?!=)
        |(?<![\w.])\d+(?:\.\d+)?(?![\w.]))""",
    re.DOTALL | re.VERBOSE | re.MULTILINE,
)


class Mutant(NamedTuple):
    """A change of one token: the module and its text, where the token begins, what it was and what it becomes."""

    path: Path
    text: str
    at: int
    old: str
    new: str

    def changed(self) -> str:
        """Return the text of the module with the change."""
        return self.text[: self.at] + self.new + self.text[self.at + len(self.old) :]

    def told(self) -> str:
        """Return where it is and what it changes."""
        line = self.text[: self.at].count("\n") + 1
        return f"{self.path.relative_to(VIEWER)}:{line}: {self.old!r} -> {self.new!r}"


def mutants() -> list[Mutant]:
    """Return every mutant of every module, in a fixed order."""
    found = []
    for file in sorted((ROOT / VIEWER).rglob("*.js")):
        text = file.read_text("utf-8")
        for match in TOKEN.finditer(text):
            old = match["found"]
            if old:
                new = TURNED[old] if old in TURNED else f"{float(old) + 1:g}"
                found.append(Mutant(file.relative_to(ROOT), text, match.start("found"), old, new))
    return found


# Where a change of a room shows first; rooms without a document are judged by node, and by what is drawn.
JUDGES = {
    "map": ("drawing", "frame", "use"), "cards": ("cards", "use"), "panel": ("panel", "frame", "use"),
    "document": ("cards", "panel"), "shell": ("panel", "use"),
}  # fmt: skip


def judge(folder: Path, block: Path, room: str, *, browser: bool) -> str:
    """Return which tests notice a change of a room in a copy of the project, and the first that does; "" for none."""
    files = sorted((folder / "tests/viewer").glob("*.test.mjs"))
    together = "".join(f"await import({json.dumps(str(file))});" for file in files)  # one process for all
    judges = {"node": ["node", "--input-type=module", "--eval", together]}
    if browser:
        chosen = [f"tests/browser/test_{name}.py" for name in JUDGES.get(room, ("drawing",))]
        judges["browser"] = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *chosen]
    for name, command in judges.items():
        environment = os.environ | {"FRONT_BLOCK": str(block)}
        try:
            done = subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False,
                timeout=60 if name == "node" else 400,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return f"{name} (a loop without end)"
        if done.returncode:
            told = re.search(r"^(?:FAILED|ERROR) (.*)$|^not ok \d+ - (.*)$", done.stdout, re.MULTILINE)
            return f"{name} ({next(filter(None, told.groups()))[:140] if told else 'the tests do not run'})"
    return ""


def main() -> None:
    """Draw, judge and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--rooms", nargs="*", help="draw from these rooms only")
    wanted = parser.parse_args()
    pool = [one for one in mutants() if not wanted.rooms or one.path.parent.name in wanted.rooms]
    drawn = random.Random(wanted.seed).sample(pool, min(wanted.count, len(pool)))  # noqa: S311
    print(f"seed {wanted.seed}, {len(drawn)} of {len(pool)} mutants", flush=True)  # noqa: T201
    noticed = 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name in ("mapping", "tests"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        block = write_block(folder)
        assert not judge(folder, block, "", browser=False), "the tests of node fail without any change"
        for mutant in drawn:
            (folder / mutant.path).write_text(mutant.changed(), encoding="utf-8")
            by = judge(folder, block, mutant.path.parent.name, browser=wanted.browser)
            (folder / mutant.path).write_text(mutant.text, encoding="utf-8")
            noticed += bool(by)
            print(f"{'noticed ' if by else 'SURVIVED'}  {mutant.told()}  {by}", flush=True)  # noqa: T201
    print(f"noticed {noticed} of {len(drawn)}: {100 * noticed / len(drawn):.0f} %")  # noqa: T201


if __name__ == "__main__":
    main()
