"""What is left when the desk is killed at any moment, and when somebody edits the files between two decisions.

python -m tests.benchmarks.desk_kills [KILLS] [EDITS] [SEED]   (200, 50 and 1 where none are given)

Each round starts the desk, decides one thing after the other as a page would, and kills the process after a random time.
A decision that was answered must stand in the file after the next start; no file may be half written.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError

import typer

from mapping.decisions.journal import Journal
from tests.conftest import write_project
from tests.desk.conftest import asked

SOURCE, STATEMENT = "2025-05-03-herald-alpha", "fight"
LONGEST = 0.4  # seconds of work before a kill


def started(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """Start the desk; returns the process and its address."""
    command = [sys.executable, "-m", "mapping", "--project", str(folder), "review", "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return process, process.stdout.readline().split()[0]


def statement(folder: Path) -> dict:
    rows = tomllib.loads((folder / "seeds" / f"{SOURCE}.toml").read_text("utf-8"))["statement"]
    return next(row for row in rows if row["id"] == STATEMENT)


def decided(address: str, number: int) -> int:
    request = {"do": "mend", "source": SOURCE, "id": STATEMENT, "fields": {"note": f"decision {number}"}}
    return asked(address, "api/decide", request)[0]


def kill_often(folder: Path, kills: int, rng: random.Random) -> tuple[int, int, int]:
    """Return (decisions answered, lost, half-written files) over so many kills."""
    answered = lost = half = number = 0
    for _ in range(kills):
        process, address = started(folder)
        asked(address, f"api/source?id={SOURCE}")
        threading.Timer(rng.uniform(0, LONGEST), process.kill).start()
        last = 0
        while process.poll() is None:
            number += 1
            try:
                if decided(address, number) == 200:
                    last, answered = number, answered + 1
            except (URLError, HTTPException, ConnectionError, TimeoutError):
                break
        process.wait()
        process.stdout.close()
        Journal(folder).recover()
        try:
            note = statement(folder).get("note", "decision 0")
        except (ValueError, StopIteration):
            half += 1
            continue
        lost += int(note.split()[1]) < last
        half += any(path.name.startswith(".export-") for path in folder.iterdir())
    return answered, lost, half


def edit_between(folder: Path, edits: int) -> int:
    """Return how many edits from outside, each between two decisions, are there in the end."""
    process, address = started(folder)
    path = folder / "seeds" / f"{SOURCE}.toml"
    for number in range(edits):
        decided(address, number)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"# edit {number}\n")
        time.sleep(0.01)
        decided(address, number + 1000)
    process.kill()
    process.wait()
    process.stdout.close()
    text = path.read_text("utf-8")
    return sum(f"# edit {number}\n" in text for number in range(edits))


if __name__ == "__main__":
    kills, edits, seed = (int(word) for word in (*sys.argv[1:], *("200", "50", "1")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as scratch:
        project = write_project(Path(scratch) / "front")
        told, gone, torn = kill_often(project, kills, random.Random(seed))  # noqa: S311  drawn again by its seed
        typer.echo(f"{kills} kills, {told} decisions answered: {gone} lost, {torn} half written")
        typer.echo(f"edits from outside that survive: {edit_between(project, edits)} of {edits}")
