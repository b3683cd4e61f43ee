"""Whether the confidence of drafts is calibrated: how many of those of each level were right in annotated texts.

python -m tests.benchmarks.sure FOLDER ...   (each as the scorer of annotated texts takes it: docs, statements, texts/)
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import typer

from mapping.mentions import Matcher
from mapping.project import read_ground
from mapping.reading import read

TYPES = {"capture/recapture": "capture", "talks/ceasefire": "talks", "drone_strike": "drone-strike"}
LEVELS = (0.5, 0.6, 0.65, 0.75, 0.81, 1.01)


def measure(folders: list[Path]) -> dict[float, tuple[int, int]]:
    """Print and return, for each level, how many event drafts there are and how many share type and place with a row."""
    matcher = Matcher(read_ground(Path()))
    tally: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for folder in folders:
        rows: dict[str, list[dict]] = defaultdict(list)
        for line in (folder / "statements.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            rows[row["doc"]].append(row)
        for line in (folder / "docs.jsonl").read_text("utf-8").splitlines():
            doc = json.loads(line)
            text = (folder / "texts" / f"{doc['doc']}.txt").read_text("utf-8")
            for draft in read(text, doc.get("published"), matcher).statements:
                if draft.kind != "event":
                    continue
                level = next(level for level in LEVELS if draft.confidence < level)
                tally[level][0] += 1
                tally[level][1] += any(_right(draft, row) for row in rows[doc["doc"]])
    for level in LEVELS:
        drafts, right = tally[level]
        if drafts:
            typer.echo(f"confidence below {level:.2f}: {right} of {drafts} right ({right / drafts:.2f})")
    return {level: (tally[level][0], tally[level][1]) for level in LEVELS}


def _right(draft, row) -> bool:
    type_ = TYPES.get(row["event_type"] or "", row["event_type"])
    names = {_plain(place["name"]) for place in row["places"]}
    shared = names & {_plain(place.name) for _, place in draft.places}
    return draft.start < row["end"] and row["start"] < draft.end and draft.event_type == type_ and bool(shared or not names)


def _plain(name: str) -> str:
    return name.split(" (", maxsplit=1)[0].removesuffix(" Township").casefold()


if __name__ == "__main__":
    measure([Path(folder) for folder in sys.argv[1:]])
