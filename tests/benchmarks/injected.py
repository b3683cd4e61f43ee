"""How many mistakes a check and a second reading name: each is put into the reviewed record, one at a time.

python -m tests.benchmarks.injected [--seed N] [--count N] [--missed] [FOLDER]
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from mapping.domain import dates
from mapping.domain.errors import Problems
from mapping.domain.geodesy import distance_km
from mapping.domain.statements import Distance, Report
from mapping.judging import check_numbers, find_faults
from mapping.judging.second import Readers
from mapping.mentions import Matcher
from mapping.placing import resolve
from mapping.project import Project, check_source, read_project
from mapping.reading.dating import check_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.domain.statements import Statement

    Mistake = Callable[[Statement, Project, random.Random], dict[str, Any] | None]
ROLES = ("at", "near", "from_", "to", "toward")


def another_date(one: Statement, _: Project, rng: random.Random) -> dict[str, Any] | None:
    span = dates.parse(one.date) if one.date else None
    if span is None or not span.end:
        return None
    day = dates.iso(span.end + timedelta(rng.choice([-10, -7, -3, -1, 1, 3, 7, 31])))
    return {"date": f"../{day}" if str(one.date).startswith("..") else day}


def swapped_parties(one: Statement, _: Project, __: random.Random) -> dict[str, Any] | None:
    if isinstance(one, Report) and one.actors and one.against:
        return {"actors": one.against, "against": one.actors}
    return None


def another_role(one: Statement, _: Project, rng: random.Random) -> dict[str, Any] | None:
    used = [role for role in ROLES if isinstance(one, Report) and getattr(one, role)]
    if not used:
        return None
    role = rng.choice(used)
    other = rng.choice([free for free in ROLES if free not in used and {free, role} != {"at", "near"}])
    return {role: None, other: getattr(one, role)}


def neighbouring_place(one: Statement, project: Project, rng: random.Random) -> dict[str, Any] | None:
    places = project.gazetteer.places
    for role in (role for role in (*ROLES, "place") if getattr(one, role, None)):
        refs = getattr(one, role)
        first = refs[0] if isinstance(refs, tuple) else refs
        here = places[first].location if isinstance(first, str) and first in places else None
        if here is None:
            continue
        near = sorted(
            (distance_km(here.point, other.location.point), id_) for id_, other in places.items()
            if other.location and id_ != first and other.kind == places[first].kind
        )  # fmt: skip
        if not near:
            continue
        other = rng.choice(near[:5])[1]
        return {role: (other, *refs[1:]) if isinstance(refs, tuple) else other}
    return None


def asserted_for_claimed(one: Statement, _: Project, __: random.Random) -> dict[str, Any] | None:
    return {"certainty": "asserted"} if one.certainty in {"claimed", "disputed", "planned"} else None


def another_digit(one: Statement, _: Project, rng: random.Random) -> dict[str, Any] | None:
    field = next((name for name in ("km", "miles") if isinstance(one, Distance) and getattr(one, name)), None)
    if field is None:
        return None
    figure = f"{getattr(one, field):g}"
    at = rng.randrange(len(figure))
    changed = float(figure[:at] + rng.choice([d for d in "123456789" if d != figure[at]]) + figure[at + 1 :])
    return {field: changed}


MISTAKES = (another_date, swapped_parties, another_role, neighbouring_place, asserted_for_claimed, another_digit)


def told(project: Project, readers: Readers, matcher: Matcher, source: int) -> tuple[set[str], set[str]]:
    """Lines of check, and of the second reading, for one source of a project."""
    problems, one = Problems(), project.sources[source]
    check_source(one, project.gazetteer, matcher, problems)
    check_dates(one, problems)
    world = resolve(project.gazetteer, project.statements)
    faults = [*problems.found, *find_faults(check_numbers(project.statements, world), world)]
    return {str(fault) for fault in faults}, {str(difference) for difference in readers.differences(one)}


def draw(
    make: Mistake, reviewed: list[tuple[int, Statement]], project: Project, rng: random.Random
) -> tuple[int, Statement, dict[str, Any]]:
    """A statement in which this mistake can be made, the number of its source, and what changes; ValueError for none."""
    for number, one in rng.sample(reviewed, len(reviewed)):
        change = make(one, project, rng)
        if change is not None:
            return number, one, change
    raise ValueError(f"no statement allows the mistake {make.__name__}")


def measure(folder: Path, seed: int, count: int, *, missed: bool = False) -> float:
    """Print how many of so many mistakes are named, by kind; return the share."""
    project, rng = read_project(folder), random.Random(seed)  # noqa: S311  drawn again by its seed
    readers, matcher = Readers(project), Matcher(project.gazetteer)
    lines = sum(len(list(readers.differences(source))) for source in project.sources)
    reviewed = [
        (number, one) for number, source in enumerate(project.sources) for one in source.statements if one.status == "reviewed"
    ]
    before = {number: told(project, readers, matcher, number) for number in range(len(project.sources))}
    tried, by_check, named = Counter[str](), Counter[str](), Counter[str]()
    for turn in range(count):
        make = MISTAKES[turn % len(MISTAKES)]  # as many of each kind: a record has many dates and few disputes
        number, one, change = draw(make, reviewed, project, rng)
        wrong = one.model_copy(update=change).anchored(one.source, *one.span)
        source = project.sources[number]
        statements = tuple(wrong if other.uid == one.uid else other for other in source.statements)
        sources = list(project.sources)
        sources[number] = replace(source, statements=statements)
        check, second = told(replace(project, sources=tuple(sources)), readers, matcher, number)
        tried[make.__name__] += 1
        by_check[make.__name__] += bool(check - before[number][0])
        new = (check | second) - (before[number][0] | before[number][1])
        named[make.__name__] += bool(new)
        if missed and not new:
            typer.echo(f"not named: {make.__name__}: {one.uid}: {change} in: {one.quote}")
    for make in MISTAKES:
        name = make.__name__
        typer.echo(f"{name:22} {tried[name]:3} tried, {by_check[name]:3} named by check, {named[name]:3} with the second reading")
    share = named.total() / tried.total()
    per_ten = lines / len(reviewed) * 10
    typer.echo(f"seed {seed}: {named.total()} of {tried.total()} named ({share:.0%}), {by_check.total()} by check alone")
    typer.echo(f"on the record as it stands: {lines} lines for {len(reviewed)} statements, {per_ten:.2f} for ten")
    return share


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--missed", action="store_true", help="print each mistake that nothing names")
    options.add_argument("folder", type=Path, nargs="?", default=Path())
    given = options.parse_args()
    measure(given.folder, given.seed, given.count, missed=given.missed)
