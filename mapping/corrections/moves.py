"""What an edited export moves: places, and stretches of road."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from shapely import LineString

from mapping.domain import geodesy
from mapping.domain.errors import Problems, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.corrections.edited import Edited
    from mapping.domain.geodesy import Point
    from mapping.gazetteer import Gazetteer, Route
    from mapping.waist import Dataset

STEP = 0.01  # degrees in which the scale of a plane is measured, 1 km
SAME = 1.5e-6  # degrees: exports round to the sixth decimal, 0.1 m


@dataclass(frozen=True)
class Move:
    """One place or stretch that lies elsewhere now: vertices as lat, lon in degrees, before and after.

    `before` is empty where a place had no location; `metres` is how far the place, or the farthest part of the
    line, has moved. `located` is False where the project only inferred the old place.
    """

    kind: str  # place or stretch
    id: str
    name: str
    before: tuple[Point, ...]
    after: tuple[Point, ...]
    metres: float
    located: bool = True

    def __str__(self) -> str:
        if self.kind == "stretch":
            count = f"{len(self.before)} -> {len(self.after)} vertices"
            return f"stretch {self.id}: up to {_told(self.metres)} off its old line ({count})"
        lat, lon = self.after[0]
        if not self.before:
            return f"place {self.id} ({self.name}): located at {lat:.5f}, {lon:.5f}, had no location"
        old_lat, old_lon = self.before[0]
        old = f"{old_lat:.5f}, {old_lon:.5f}" + ("" if self.located else ", inferred")
        return f"place {self.id} ({self.name}): {_told(self.metres)} from {old} to {lat:.5f}, {lon:.5f}"


def find_moves(edited: Edited, dataset: Dataset, gazetteer: Gazetteer) -> list[Move]:
    """Compare an edited export with the project as it is now; places first, each by id.

    Vertices of whole routes are handed to the stretches they belong to. Raises CurationError for ids that the
    project does not know, for points that were taken away, and for edits that contradict each other.
    """
    problems = Problems()
    moves = [*_places(edited, dataset, problems), *_stretches(edited, gazetteer, problems)]
    problems.raise_if_any()
    return sorted(moves, key=lambda move: (move.kind, move.id))


def _told(metres: float) -> str:
    return f"{metres / 1000:.2f} km" if metres >= 1000 else f"{metres:.0f} m"


def _places(edited: Edited, dataset: Dataset, problems: Problems) -> list[Move]:
    table = dataset.tables["places"]
    columns = [table[column].tolist() for column in ("id", "name", "located_by")]
    now = {id_: rest for id_, *rest in zip(*columns, table.geometry, strict=True)}
    moves = []
    for id_, after in edited.places.items():
        if id_ not in now:
            _unknown(problems, edited.file, "place", id_, now)
            continue
        name, located_by, point = now[id_]
        before = ((point.y, point.x),) if point is not None else ()
        if after is None:
            if before:
                problems.add(edited.file, id_, "has lost its point; to withdraw a location, mark its row rejected in "
                             "gazetteer/locations.csv and note why")  # fmt: skip
        elif not before or not _same(before, after):
            metres = geodesy.distance_km(before[0], after[0]) * 1000 if before else math.nan
            moves.append(Move("place", id_, name, before, after, metres, located_by == "gazetteer"))
    return moves


def _unknown(problems: Problems, file: str, kind: str, id_: str, known: object) -> None:
    hint = did_you_mean(id_, list(known))  # type: ignore[call-overload]  # dicts of ids
    problems.add(file, id_, f"unknown {kind}{hint}; new ones are added in gazetteer/, not by import")


def _same(one: Sequence[Point], other: Sequence[Point]) -> bool:
    return len(one) == len(other) and all(
        abs(a - c) < SAME and abs(b - d) < SAME for (a, b), (c, d) in zip(one, other, strict=True)
    )


def _stretches(edited: Edited, gazetteer: Gazetteer, problems: Problems) -> list[Move]:
    now = {piece.id: piece.points for route in gazetteer.routes.values() for piece in reversed(route.stretches)}
    wanted: dict[str, tuple[Point, ...]] = {}
    for id_, after in edited.stretches.items():
        if id_ not in now:
            _unknown(problems, edited.file, "stretch", id_, now)
        elif after is None:
            problems.add(edited.file, id_, "has lost its line; take stretches out in gazetteer/routes.geojson")
        elif not _same(now[id_], after) and not _same(now[id_][::-1], after):
            wanted[id_] = _snapped(now[id_], after)
    for id_, after in edited.routes.items():
        route = gazetteer.routes.get(id_)
        if route is None:
            _unknown(problems, edited.file, "route", id_, gazetteer.routes)
        elif after is None:
            problems.add(edited.file, id_, "has lost its line; take routes out in gazetteer/routes.csv")
        elif not _same(route.points, after):
            _share_out(route, after, wanted, edited.file, problems)
    return [
        Move("stretch", id_, id_, now[id_], _turned(now[id_], after), _farthest(now[id_], after))
        for id_, after in wanted.items()
    ]


def _share_out(
    route: Route, after: tuple[Point, ...], wanted: dict[str, tuple[Point, ...]], file: str, problems: Problems
) -> None:
    """Cut the edited line of a route into its stretches, and note those that changed."""
    for piece, points in zip(route.stretches, _cut(route, after), strict=True):
        if _same(piece.points, points):
            continue
        known = wanted.get(piece.id)
        if known is not None and not _same(known, points) and not _same(known[::-1], points):
            problems.add(file, route.id, f"moves stretch {piece.id} otherwise than another feature of this file does; "
                         "edit a stretch once")  # fmt: skip
        elif len(points) < 2:
            problems.add(file, route.id, f"leaves no line for stretch {piece.id}; edit the layer of stretches instead")
        else:
            wanted[piece.id] = _snapped(piece.points, points)


def _cut(route: Route, after: tuple[Point, ...]) -> list[tuple[Point, ...]]:
    """Cut where the stretches met: at the same vertices if none came or went, else at those nearest to them."""
    joints, passed = [0], 0
    for piece in route.stretches[:-1]:
        passed += len(piece.points) - 1
        if len(after) == len(route.points):
            joints.append(passed)
        else:
            end = piece.points[-1]
            later = range(joints[-1], len(after))
            joints.append(min(later, key=lambda i: (geodesy.distance_km(after[i], end), i)))
    joints.append(len(after) - 1)
    return [after[a : b + 1] for a, b in pairwise(joints)]


def _snapped(before: Sequence[Point], after: Sequence[Point]) -> tuple[Point, ...]:
    """Vertices that only rounding has touched take their old coordinates again."""
    known = {(round(lat, 6), round(lon, 6)): (lat, lon) for lat, lon in before}
    return tuple(known.get(point, point) for point in after)


def _turned(before: Sequence[Point], after: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the new line in the direction of the old one."""
    straight = geodesy.distance_km(before[0], after[0]) + geodesy.distance_km(before[-1], after[-1])
    turned = geodesy.distance_km(before[0], after[-1]) + geodesy.distance_km(before[-1], after[0])
    return after if straight <= turned else after[::-1]


def _farthest(before: Sequence[Point], after: Sequence[Point]) -> float:
    """Hausdorff distance of two lines in metres, on a plane that is true to scale at their middle."""
    lat, lon = (sum(values) / len(before) for values in zip(*before, strict=True))
    aside = math.copysign(STEP, lat)  # towards the equator, so that no pole lies between
    north = geodesy.distance_km((lat, lon), (lat - aside, lon)) * 1000 / STEP  # metres of a degree
    east = geodesy.distance_km((lat, lon), (lat, lon + STEP)) * 1000 / STEP
    one, other = (LineString([(lon * east, lat * north) for lat, lon in points]) for points in (before, after))
    return float(one.hausdorff_distance(other))
