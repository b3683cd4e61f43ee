"""A scratch copy of the program, changed by text as a recipe says, and run by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

BESIDE = ("seeds/README.md", "seeds/source.schema.json", "output/README.md")


class Scratch:
    """The copy; `touched` holds the files that were changed or added, as paths below it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.touched = folder, set[str]()
        shutil.copytree(ROOT / "mapping", folder / "mapping", ignore=shutil.ignore_patterns("__pycache__"))
        for file in BESIDE:
            (folder / file).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / file, folder / file)

    def write(self, file: str, text: str) -> None:
        """Add a file, or put a text in place of one."""
        self.touched.add(file)
        path = self.folder / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        """Put words in place of others that stand there once."""
        text = (self.folder / file).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def run(self, *command: str | Path) -> str:
        """Return what the command prints, which must end well."""
        done = self.ended(*command)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def ended(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command of the copy to whatever end."""
        return subprocess.run(
            [sys.executable, "-m", "mapping", *command], cwd=self.folder, env=os.environ | {"PYTHONPATH": str(self.folder)},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
