"""Renames a source in a project and dies at the n-th step that reaches the disk: python -m tests.decisions.dying FOLDER N."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mapping.decisions import names
from mapping.decisions.change import Files
from mapping.decisions.journal import Journal
from mapping.project import read_project

DIED = 9
REACH = ("os.fsync", "os.rename", "os.remove", "os.mkdir", "os.link", "sqlite3.connect", "open")


def main(folder: Path, last: int) -> None:
    steps = 0

    def step(event: str, _: object) -> None:
        nonlocal steps
        if event in REACH:
            steps += 1
            if steps > last:
                os._exit(DIED)

    change = names.rename_everywhere(Files(folder), "2025-05-03-herald-alpha", "renamed", read_project(folder))
    sys.addaudithook(step)
    Journal(folder).carry_out(change)
    os.write(1, b"saved\n")
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
