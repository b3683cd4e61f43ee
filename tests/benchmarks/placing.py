"""How well and how fast statements are placed. Run: python -m tests.benchmarks.placing

Prints the share of true points inside the predicted shape (made-up fronts), what is inferred for places of the
project whose location is hidden (leave one out), and the time and memory that 10,000 statements take.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

import shapely

from mapping.domain.geodesy import distance_km
from mapping.domain.statements import Position, Report
from mapping.domain.vocabulary import AREAS
from mapping.judging import check_numbers
from mapping.placing import place_event, place_position, resolve
from mapping.placing.bounds import bounds
from mapping.project import read_project
from tests.placing import honest
from tests.support import made_fronts

ROOT = Path(__file__).parent.parent.parent
TRIALS, SEED = 2_000, 1
ROLES = ("at", "near", "from", "to", "toward", "via", "between", "on")


def coverage(trials=TRIALS, seed=SEED):
    """(kind of case, whether the true point is inside, half the width of the shape in km) of each trial."""
    rng, found, front = random.Random(seed), [], None  # noqa: S311  seeded: the same fronts each time
    for number in range(trials):
        if number % 20 == 0:
            front = made_fronts.make_front(rng)
        case, told, extra, hidden = honest.make_statement(rng, front)
        areas = honest.predicted(front, told, extra, hidden)
        truth = shapely.Point(front.truth[hidden])
        inside = bool(areas) and all(area.covers(truth) for area in areas)
        found.append((case, inside, max(shapely.minimum_bounding_radius(area) for area in areas) if areas else 0))
    return found


def leave_one_out(folder=ROOT):
    """(place, error in km, predicted radius in km, whether the point lies in the predicted region, statements).

    One row for each village or site on a drawn road whose location is accepted and of which the shipped statements
    say something spatial; error and radius are None where nothing, or nothing fine enough, is inferred.
    """
    project = read_project(folder)
    known = project.gazetteer
    whole = resolve(known, project.statements)
    standing = {ref for road in whole.roads.values() for ref in road.stations}
    told = bounds([s for s in project.statements if s.status == "reviewed"], whole)
    rows = []
    for id_ in sorted(told):
        place = known.places[id_]
        if id_ not in standing or place.kind in AREAS | {"city", "town"} or not any(b.firm for b in told[id_]):
            continue
        hidden = replace(known, places={**known.places, id_: replace(place, locations=())})
        spot = resolve(hidden, project.statements).locate(id_)
        uids = tuple(dict.fromkeys(bound.uid for bound in told[id_]))
        if spot is None:
            rows.append((id_, None, None, False, uids))
            continue
        true = place.location
        inside = spot.region.covers(shapely.Point(true.lon, true.lat))
        rows.append((id_, distance_km(true.point, spot.point), spot.uncertainty_m / 1000, inside, uids))
    return rows


def many_statements(count=10_000, seed=SEED):
    """A large made-up front and statements of all kinds about it; one place in twenty is not located."""
    rng = random.Random(seed)  # noqa: S311  seeded: the same front each time
    front = made_fronts.make_front(rng, roads=10, open_country=80, roadside=10)
    names, roads = sorted(front.truth), sorted(front.roads)
    hidden = tuple(name for name in names if name.startswith("open"))[::8]
    told = []
    for number in range(count):
        if number % 5 < 3:
            roles = rng.sample(ROLES, rng.choice((1, 1, 1, 2, 2, 3)))
            refs = {role: rng.sample(names, 2 if role == "between" else 1) for role in roles}
            if "on" in refs:
                refs["on"] = [rng.choice(roads)]
            kind = rng.choice(("battle", "advance", "airstrike"))
            certainty = rng.choice(("asserted", "asserted", "claimed", "planned"))
            told.append(made_fronts.statement("event", id=f"s{number}", type=kind, certainty=certainty, **refs))
        else:
            made = honest.make_statement(rng, front)[1]
            told.append(made.model_copy(update={"id": f"s{number}"}).anchored("s", 0, 1))
    return front, hidden, told


def place_all(front, hidden, told):
    """Seconds that resolving the ground, placing the statements, and judging the numbers take."""
    start = time.perf_counter()
    world = front.world(told, hidden)
    resolved = time.perf_counter()
    for statement in told:
        if isinstance(statement, Report):
            place_event([statement], world)
        elif isinstance(statement, Position):
            place_position(statement, world)
    placed = time.perf_counter()
    check_numbers(told, world)
    return resolved - start, placed - resolved, time.perf_counter() - placed


def main():
    """Print the figures."""
    out = sys.stdout.write
    found = coverage()
    out(f"true point inside the predicted shape: {sum(x[1] for x in found)} of {len(found)}\n")
    for case in honest.CASES:
        mine = [x for x in found if x[0] == case]
        width = statistics.median(x[2] for x in mine)
        out(f"  {case:24s} {sum(x[1] for x in mine):4d} of {len(mine):4d}, median half-width {width:5.1f} km\n")
    rows = leave_one_out()
    errors = [error for _, error, *_ in rows if error is not None]
    out(f"leave one out: N = {len(rows)}, inferred {len(errors)}, inside {sum(row[3] for row in rows)}")
    out(f", median error {statistics.median(errors):.1f} km\n" if errors else "\n")
    for id_, error, radius, inside, uids in rows:
        numbers = "not inferred" if error is None else f"error {error:4.1f} km, radius {radius:4.1f} km"
        out(f"  {id_:24s} {numbers}, {'inside' if inside else 'outside'}, {len(uids)} statements\n")
    front, hidden, told = many_statements()
    world, placing, judging = place_all(front, hidden, told)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    out(f"{len(told)} statements: ground {world:.2f} s, placing {placing:.2f} s, numbers judged {judging:.2f} s; ")
    out(f"peak memory {memory:.0f} MB\n")


if __name__ == "__main__":
    main()
