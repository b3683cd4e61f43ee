"""Which changes of the program no test notices. Run: python -m tests.mutation.python --seed 1 --count 100 --to FILE

Draws mutants of `mapping/`, applies each in a scratch copy of the checkout, runs the tests that reach it, and prints
one line a mutant and the totals by room; FILE takes them as JSON, one a line. `--again FILE` holds only the survivors
of an earlier run against the tests as they are now; `--room NAME` draws from one room; `--with-programs` runs the
slow tests, those of browser and QGIS, too. Run it at low priority: nice -n 15 python -m tests.mutation.python …
"""

from __future__ import annotations

import argparse
import json
import queue
import random
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tests.mutation import trial
from tests.mutation.mutants import Mutant, mutants

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
PACKAGE = "mapping"
WORKERS = 2
QUICK = ["-m", "not browser and not qgis and not slow"]


def pool(root: Path, package: str, room: str = "") -> list[Mutant]:
    """Every mutant of a package's files in the order of their names, or of one room's."""
    files = sorted((root / package / room).rglob("*.py"))
    return [mutant for file in files for mutant in mutants(file.relative_to(root).as_posix(), file.read_bytes())]


def drawn(root: Path, everything: list[Mutant], count: int, seed: int) -> list[Mutant]:
    """So many of those that compile by a seeded draw, in the order of their files."""
    rng = random.Random(seed)  # noqa: S311  seeded: the same draw each time
    shuffled = rng.sample(everything, len(everything))
    good = (mutant for mutant in shuffled if mutant.compiles((root / mutant.path).read_bytes()))
    return sorted(islice(good, count))


def survivors(everything: list[Mutant], report: Path) -> list[Mutant]:
    """Those that an earlier report calls survived or unreached, wherever their line is now; gone ones fall out."""
    rows = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    found = []
    for row in rows:
        if row["verdict"] in {"survived", "unreached"}:
            key = row["path"], row["operator"], row["before"], row["after"]
            same = [mutant for mutant in everything if mutant.key == key]
            found += sorted(same, key=lambda mutant, line=row["line"]: abs(mutant.line - line))[:1]
    return sorted(set(found))


def campaign(root: Path, package: str, chosen: list[Mutant], tests: list[str]) -> Iterator[dict[str, object]]:
    """Try each mutant; yields the rows of the report in the order of the mutants."""
    with tempfile.TemporaryDirectory(prefix="mutation-") as scratch:
        copies: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(WORKERS):
            copies.put(trial.copied(root, Path(scratch) / str(number) / root.name))
        first = copies.get()
        known = trial.reach(first, package, tests)
        copies.put(first)
        users = trial.users(root, package)

        def one(mutant: Mutant) -> dict[str, object]:
            copy = copies.get()
            try:
                return trial.tried(mutant, copy, *trial.reaching(mutant, known, users))
            finally:
                copies.put(copy)

        with ThreadPoolExecutor(WORKERS) as workers:
            yield from workers.map(one, chosen)


def room_of(path: str) -> str:
    """Folders of a file below the package, two at the most: outputs/kmz."""
    return "/".join(Path(path).with_suffix("").parts[1:][:2][: max(len(Path(path).parts) - 2, 1)])


def told(number: int, row: dict[str, object]) -> str:
    """One mutant on one line."""
    before, after = (" ".join(str(row[side]).split())[:100] for side in ("before", "after"))
    where = f"{row['path']}:{row['line']}"
    return f"{number} | {row['verdict']} | {where} | {row['operator']} | `{before}` -> `{after}` | tests {row['tests']}"


def totals(rows: list[dict[str, object]]) -> list[str]:
    """One line a room: how many of its mutants a test noticed."""
    noticed = Counter(room_of(str(row["path"])) for row in rows if row["verdict"] in {"killed", "endless"})
    tried = Counter(room_of(str(row["path"])) for row in rows)
    lines = [f"{room}: {noticed[room]} of {tried[room]}" for room in sorted(tried)]
    return [*lines, f"all: {noticed.total()} of {tried.total()}"]


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: list[str] | None = None) -> None:
    """Run a campaign from the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation.python")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--room", default="")
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--again", type=Path)
    parser.add_argument("--with-programs", action="store_true")
    asked = parser.parse_args(arguments)
    everything = pool(ROOT, PACKAGE, asked.room)
    chosen = survivors(everything, asked.again) if asked.again else drawn(ROOT, everything, asked.count, asked.seed)
    _tell(f"seed {asked.seed}, {len(chosen)} of a pool of {len(everything)} mutants")
    rows = []
    with asked.to.open("w", encoding="utf-8") as file:
        for row in campaign(ROOT, PACKAGE, chosen, [] if asked.with_programs else QUICK):
            rows.append(row)
            _tell(told(len(rows), row))
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            file.flush()
    _tell("\n".join(totals(rows)))


if __name__ == "__main__":
    sys.exit(main())
