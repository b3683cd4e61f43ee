"""The drawn roads as one net: the way from one place to another, and how far one gets."""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.placing.geometry.roads import stretch_factors
from mapping.placing.geometry.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from mapping.domain.geodesy import Point
    from mapping.gazetteer import Stretch
    from mapping.placing.geometry.plane import XY, Plane
    from mapping.placing.geometry.roads import Road

SNAP_KM = 2.0  # a village may stand so far from the line of a road drawn from a small-scale chart


@dataclass(frozen=True)
class Edge:
    """A piece of road between two junctions; `factor` is stated over drawn kilometres."""

    start: Point
    end: Point
    track: Track
    routes: frozenset[str]
    factor: float
    halfwidth_km: float


@dataclass(frozen=True)
class Stop:
    """Where a place meets the net: index of the edge, drawn kilometre on it."""

    edge: int
    km: float


@dataclass(frozen=True)
class Path:
    """A way along the net: corners in the plane (km), drawn and stated kilometres, routes that hold all of it."""

    corners: NDArray[np.float64]
    drawn_km: float
    stated_km: float
    routes: frozenset[str]
    halfwidth_km: float


class Network:
    """Roads joined where their stretches share a vertex. A crossing of two drawn lines alone is no junction."""

    def __init__(self, roads: Mapping[str, Road], plane: Plane) -> None:
        self.edges = _edges(roads, plane)
        self._at: dict[Point, list[int]] = defaultdict(list)
        for number, edge in enumerate(self.edges):
            self._at[edge.start].append(number)
            self._at[edge.end].append(number)
        self._tree = shapely.STRtree([edge.track.line for edge in self.edges])
        self._from: dict[Point, dict[Point, tuple[float, int]]] = {}

    def stop(self, xy: XY, radius_km: float) -> Stop | None:
        """Nearest point of the net, None where it is too far to be the place's road."""
        point = shapely.Point(xy)
        nearest = self._tree.nearest(point) if self.edges else None
        if nearest is None:
            return None
        edge = self.edges[int(nearest)]
        km, off = edge.track.nearest(xy)
        return Stop(int(nearest), km) if off <= radius_km + edge.halfwidth_km + SNAP_KM else None

    def path(self, one: Stop, other: Stop) -> Path | None:
        """Shortest way by stated kilometres; None where no drawn road joins the two."""
        if one.edge == other.edge:
            return self._joined([(one.edge, one.km, other.km)])
        best: tuple[float, list[tuple[int, float, float]]] | None = None
        for node_a, run_a in self._exits(one):
            reached = self.reach(node_a)
            for node_b, run_b in self._exits(other):
                if node_b not in reached:
                    continue
                cost = self._cost(run_a) + reached[node_b][0] + self._cost(run_b)
                if best is None or cost < best[0]:
                    edge, start, end = run_b
                    best = cost, [run_a, *self._runs(node_a, node_b), (edge, end, start)]
        return self._joined(best[1]) if best else None

    def reach(self, origin: Point) -> dict[Point, tuple[float, int]]:
        """Junction -> (stated kilometres from the origin, last edge); Dijkstra 1959."""
        if origin in self._from:
            return self._from[origin]
        found: dict[Point, tuple[float, int]] = {}
        queue: list[tuple[float, Point, int]] = [(0.0, origin, -1)]
        while queue:
            km, node, by = heapq.heappop(queue)
            if node in found:
                continue
            found[node] = km, by
            for number in self._at[node]:
                edge = self.edges[number]
                there = edge.end if edge.start == node else edge.start
                heapq.heappush(queue, (km + edge.track.length_km * edge.factor, there, number))
        self._from[origin] = found
        return found

    def band(self, stop: Stop, low_km: float, high_km: float) -> list[tuple[shapely.LineString, float]]:
        """Pieces of road whose stated distance from a stop lies between two bounds, each with its half-width."""
        start: dict[Point, float] = {}
        for node, run in self._exits(stop):
            for other, (km, _) in self.reach(node).items():
                start[other] = min(start.get(other, float("inf")), self._cost(run) + km)
        pieces = []
        for number, edge in enumerate(self.edges):
            ways: list[tuple[float, float, int]] = []
            if edge.start in start:
                ways = [(0.0, start[edge.start], 1), (edge.track.length_km, start[edge.end], -1)]
            if number == stop.edge:
                ways += [(stop.km, 0.0, 1), (stop.km, 0.0, -1)]
            for at, km, turn in ways:
                near, far = (max(bound - km, 0.0) / edge.factor for bound in (low_km, high_km))
                a, b = sorted(min(max(at + turn * run, 0.0), edge.track.length_km) for run in (near, far))
                if b - a > 1e-6:
                    pieces.append((shapely.LineString(edge.track.piece(a, b)), edge.halfwidth_km))
        return pieces

    def _exits(self, stop: Stop) -> list[tuple[Point, tuple[int, float, float]]]:
        """Both junctions of the stop's edge, each with the run that leads there (edge, from km, to km)."""
        edge = self.edges[stop.edge]
        return [(edge.start, (stop.edge, stop.km, 0.0)), (edge.end, (stop.edge, stop.km, edge.track.length_km))]

    def _cost(self, run: tuple[int, float, float]) -> float:
        return abs(run[2] - run[1]) * self.edges[run[0]].factor

    def _runs(self, origin: Point, target: Point) -> list[tuple[int, float, float]]:
        reached, runs, node = self.reach(origin), [], target
        while node != origin:
            number = reached[node][1]
            edge = self.edges[number]
            ends = (0.0, edge.track.length_km) if edge.end == node else (edge.track.length_km, 0.0)
            runs.append((number, *ends))
            node = edge.start if edge.end == node else edge.end
        return runs[::-1]

    def _joined(self, runs: list[tuple[int, float, float]]) -> Path | None:
        runs = [run for run in runs if abs(run[2] - run[1]) > 1e-6]
        if not runs:
            return None
        pieces = [self.edges[number].track.piece(low, high) for number, low, high in runs]
        corners = np.vstack([pieces[0], *(piece[1:] for piece in pieces[1:])])
        edges = [self.edges[number] for number, _, _ in runs]
        drawn = sum(abs(high - low) for _, low, high in runs)
        routes = frozenset.intersection(*(edge.routes for edge in edges))
        width = max(edge.halfwidth_km for edge in edges)
        return Path(corners, drawn, sum(map(self._cost, runs)), routes, width)


def _edges(roads: Mapping[str, Road], plane: Plane) -> list[Edge]:
    """Cut every stretch at the vertices that it shares with another."""
    users: dict[Point, set[str]] = defaultdict(set)
    stretches: dict[str, Stretch] = {}
    routes: dict[str, set[str]] = defaultdict(set)
    for road in roads.values():
        for stretch in road.route.stretches:
            stretches.setdefault(stretch.id, stretch)
            routes[stretch.id].add(road.route.id)
            for point in stretch.points:
                users[point].add(stretch.id)
    factors = stretch_factors(sorted(roads.values(), key=lambda road: not road.fixed_by))
    return [
        Edge(
            points[0], points[-1], Track(plane.corners(points)), frozenset(routes[id_]), factors[id_],
            stretch.uncertainty_m / 1000,
        )
        for id_, stretch in stretches.items()
        if id_ in factors  # else it has no length
        for points in _cut(stretch.points, users)
    ]  # fmt: skip


def _cut(points: tuple[Point, ...], users: Mapping[Point, set[str]]) -> Iterable[tuple[Point, ...]]:
    start = 0
    for number in range(1, len(points)):
        if number == len(points) - 1 or len(users[points[number]]) > 1:
            yield points[start : number + 1]
            start = number
