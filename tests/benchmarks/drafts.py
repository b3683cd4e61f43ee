"""How far the drafts of reviewed reports could be accepted as they stand: each is held against what a person made of it.

python -m tests.benchmarks.drafts [--listed] FOLDER ...
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from mapping.domain import dates
from mapping.domain.statements import Report
from mapping.domain.vocabulary import HAPPENED, kin_types
from mapping.gazetteer.kin import Kin
from mapping.intake.drafts import Drafts
from mapping.mentions import Matcher
from mapping.project import read_project
from mapping.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.domain.statements import Statement
    from mapping.project import Project
    from mapping.seeds.sources import Source

SORTS = ("right", "one or two fields", "more fields", "said twice", "wrong")
NEAR = {"at", "near", "on", "between", "via"}
GOAL = {"to", "toward"}


def fields_that_differ(row: dict[str, Any], one: Statement, kin: Kin) -> set[str]:
    """Fields of a draft that a curator would have to mend to get to a reviewed statement."""
    differ = set()
    ours = {role: {ref if isinstance(ref, str) else ref["text"] for ref in _listed(row.get(role))} for role in ("at", "near", "on", "from", "to", "toward", "place") if row.get(role)}
    theirs: dict[str, set[str]] = {}
    for role, ref in one.places():
        theirs.setdefault(role, set()).add(ref if isinstance(ref, str) else ref.text)
    if _sides(ours) != _sides(theirs):
        differ.add("places")
    if row.get("date") != one.date and not _close(row.get("date"), one.date):
        differ.add("date")
    if (row["certainty"] in HAPPENED) != (one.certainty in HAPPENED) or (row["certainty"] != one.certainty):
        differ.add("certainty")
    if isinstance(one, Report):
        if row["type"] != one.type:
            differ.add("type")
        for field in ("actors", "against"):
            if set(row.get(field, ())) != set(getattr(one, field)) and not kin.agree(tuple(row.get(field, ())), getattr(one, field)):
                differ.add(field)
        if {count["n"] for count in row.get("counts", ())} != {count.n for count in one.counts}:
            differ.add("counts")
    return differ


def _sides(places: dict[str, set[str]]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    def of(roles: set[str]) -> frozenset[str]:
        return frozenset(ref for role, refs in places.items() if role in roles for ref in refs)

    return of(NEAR | {"place"}), of(GOAL), of({"from"})


def _close(one: str | None, other: str | None) -> bool:
    return bool(one and other) and dates.parse(str(one)).agrees_with(dates.parse(str(other)))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def pairs(
    project: Project, source: Source, matcher: Matcher, kin: Kin
) -> Iterator[tuple[dict[str, Any], Statement | None, set[str], bool]]:
    """Each draft of a source with the reviewed statement that it comes nearest to, the fields that differ, and
    whether it says once more what a reviewed statement says elsewhere in the text."""
    found = read(source.text, source.published, matcher)
    rows = Drafts(found, set(project.gazetteer.places), set(project.gazetteer.actors), source.published).rows
    free = list(source.statements)
    for row in sorted(rows, key=lambda row: source.text.index(row["quote"])):
        start = source.text.index(row["quote"])
        end = start + len(row["quote"])
        near = [
            (len(fields_that_differ(row, one, kin)), one.span[0], one) for one in source.statements
            if one.kind == row["kind"] and one.span[0] < end and start < one.span[1]
            and (not isinstance(one, Report) or row["type"] in kin_types(one.type))
        ]  # fmt: skip
        best = min((entry for entry in near if entry[2] in free), key=lambda entry: entry[:2], default=(0, 0, None))[2]
        if best is not None:
            free.remove(best)
        again = any(
            one.kind == row["kind"] and (not isinstance(one, Report) or row["type"] in kin_types(one.type))
            and "places" not in fields_that_differ(row, one, kin) for one in source.statements
        )  # fmt: skip
        yield row, best, fields_that_differ(row, best, kin) if best is not None else set(), again


def measure(folders: list[Path], *, listed: bool) -> Counter[str]:
    """Print how many drafts are right, want a field or two mended, or are wrong; return the numbers."""
    tally, mended = Counter[str](), Counter[str]()
    for folder in folders:
        project = read_project(folder)
        matcher, kin = Matcher(project.gazetteer), Kin(project.gazetteer.actors)
        for source in project.sources:
            told = {count.n for one in source.statements if isinstance(one, Report) for count in one.counts}
            drafted = set()
            for row, one, differ, again in pairs(project, source, matcher, kin):
                drafted |= {count["n"] for count in row.get("counts", ())}
                sort = ("said twice" if again else "wrong") if one is None else "right" if not differ else "one or two fields" if len(differ) <= 2 else "more fields"
                tally[sort] += 1
                mended.update(differ)
                if listed and sort != "right":
                    typer.echo(f"{sort} {', '.join(sorted(differ))}: {source.id}: {row}\n   {one!r}")
            tally["counts told"] += len(told)
            tally["counts drafted"] += len(told & drafted)
            tally["statements"] += len(source.statements)
    drafts = sum(tally[sort] for sort in SORTS)
    for sort in SORTS:
        typer.echo(f"{sort:18} {tally[sort]:4} of {drafts} ({tally[sort] / max(drafts, 1):.2f})")
    typer.echo(f"fields mended: {', '.join(f'{field} {n}' for field, n in mended.most_common())}")
    typer.echo(f"counts drafted: {tally['counts drafted']} of {tally['counts told']}; statements: {tally['statements']}")
    return tally


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--listed", action="store_true")
    options.add_argument("folders", type=Path, nargs="+")
    given = options.parse_args()
    measure(given.folders, listed=given.listed)
