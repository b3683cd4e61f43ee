"""How well pairs that are one event are found: the record's own are split apart, and looked for.

python -m tests.benchmarks.same [FOLDER]
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path

import typer

from mapping.domain.statements import Report
from mapping.judging.same import WORTH_TELLING, may_be_one
from mapping.placing import resolve
from mapping.project import read_project


def measure(folder: Path, *, listed: bool = True) -> tuple[float, float]:
    """Print the true pairs with their scores, and precision and recall at several scores; return those told."""
    project = read_project(folder)
    world = resolve(project.gazetteer, project.statements)
    reports = [one for one in project.statements if isinstance(one, Report)]
    true = {
        (a.uid, b.uid) for a, b in combinations(sorted(reports, key=lambda one: one.uid), 2)
        if a.event and a.event == b.event and a.source != b.source
    }  # fmt: skip
    apart = [one.model_copy(update={"event": None, "covers": ()}).anchored(one.source, *one.span) for one in reports]
    pairs = {(pair.one.uid, pair.other.uid): pair for pair in may_be_one(apart, world)}
    if listed:
        for key in sorted(true):
            typer.echo(f"{pairs[key].score if key in pairs else 0:.2f} {key[0]} = {key[1]}")
        for key, pair in pairs.items():
            if pair.told and key not in true:
                typer.echo(f"told and not true: {pair.score:.2f} {key[0]} = {key[1]}")
    found = (0.0, 0.0)
    for least in (0.4, 0.5, 0.6, 0.65, WORTH_TELLING, 0.75, 0.8, 0.9):
        told = {key for key, pair in pairs.items() if pair.score >= least}
        precision, recall = len(told & true) / max(len(told), 1), len(told & true) / max(len(true), 1)
        typer.echo(f"score {least:.2f}: {len(told)} pairs told, precision {precision:.2f}, recall {recall:.2f} of {len(true)}")
        found = (precision, recall) if least == WORTH_TELLING else found
    return found


if __name__ == "__main__":
    measure(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
