"""How long a decision at the desk takes until it is on disk and its mark is drawn again, by the size of the project.

python -m tests.benchmarks.desk [SOURCES ...]   (20 and 1,000 where none are given)
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import typer

from mapping.desk.session import Session
from tests.conftest import ROOT

ROUNDS = 30


def grown(folder: Path, sources: int) -> Path:
    """Write a project of so many sources: those of this one, again and again."""
    shutil.copytree(ROOT / "gazetteer", folder / "gazetteer")
    (folder / "seeds").mkdir()
    texts = sorted((ROOT / "seeds").glob("*.txt"))
    for number in range(sources):
        text = texts[number % len(texts)]
        for path in (text, text.with_suffix(".toml")):
            shutil.copy(path, folder / "seeds" / f"{path.stem}-{number // len(texts)}{path.suffix}")
    return folder


def measure(sources: int) -> float:
    """Print and return the median of a decision with its redrawing, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        session = Session(grown(Path(folder), sources))
        source = session.sources()[0]["id"]
        statement = session.sheet(source)["statements"][0]["id"]
        taken = []
        for number in range(ROUNDS):
            row = next(one for one in session.sheet(source)["statements"] if one["id"] == statement)
            request = {"do": "mend", "source": source, "id": statement, "fields": {"note": str(number)}, "seen": {statement: row["version"]}}
            began = time.perf_counter()
            session.decide(request)
            session.drawn(source, statement)
            taken.append((time.perf_counter() - began) * 1000)
        session.close()
    middle = statistics.median(taken)
    typer.echo(f"{sources} sources: {middle:.0f} ms, slowest {max(taken):.0f} ms")
    return middle


if __name__ == "__main__":
    found = [measure(int(size)) for size in sys.argv[1:] or (20, 1000)]
    typer.echo(f"ratio {found[-1] / found[0]:.2f}")
