"""Where a place must lie, from what is stated about it; and whether an accepted location can be right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

import shapely
from shapely.ops import nearest_points

from mapping.domain.vocabulary import AREAS
from mapping.placing.bounds import Bound, bounds
from mapping.placing.geometry import shapes
from mapping.placing.spot import Clash, Refusal, Spot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from mapping.domain.statements import Statement
    from mapping.placing.geometry.plane import XY
    from mapping.placing.world import World

POOR_M = 5_000  # a village or mine known to no better than this is worth asking the statements about
VAGUE_KM = 25.0  # wider than this, and a mark would say more than is known
INSIDE_KM = 0.1  # a best point stands so far inside its region, so that rounding does not put it outside
GROSS_KM = 10.0  # nearer misses are the statement's to explain; see the verdicts on the numbers


@dataclass(frozen=True)
class Inference:
    """What statements leave open: an area of the plane (km), its best point, the radius that holds all of it."""

    region: BaseGeometry
    xy: XY
    radius_km: float
    statements: tuple[str, ...]
    firm: bool


def infer_places(world: World, statements: Sequence[Statement]) -> World:
    """Return the world with the places that statements locate, the clashes, and the accepted locations refused.

    Places seen only from inferred ones follow in further rounds, until nothing new is found.
    """
    told = bounds(statements, world)
    refusals = refused_locations(world, told)
    clashes: dict[str, Clash] = {}
    while True:
        found: dict[str, Spot] = {}
        for place in sorted(told):
            if not _wanting(world, place):
                continue
            own = shapes.disc(world.xy(place), world.radius_km(place)) if place in world.spots else None
            inferred = infer(place, told[place], own)
            if isinstance(inferred, Clash):
                clashes[place] = inferred
            elif inferred.firm and inferred.radius_km <= VAGUE_KM:
                lat, lon = world.plane.point(inferred.xy)
                evidence = f"inferred from {'; '.join(inferred.statements)}"
                region = world.plane.to_wgs84(inferred.region)
                radius_m = inferred.radius_km * 1000
                found[place] = Spot(lat, lon, radius_m, "inferred", evidence, region, inferred.statements)
        world = replace(world, spots=world.spots | found, clashes=tuple(clashes.values()), refusals=refusals)
        if not found:
            return world
        told = bounds(statements, world)


def _wanting(world: World, place: str) -> bool:
    """Whether a place of the gazetteer has no location, or one too poor for what it is."""
    known = world.gazetteer.places.get(place)
    if known is None or known.kind in AREAS | {"river", "city"}:
        return False
    spot = world.spots.get(place)
    return spot is None or (spot.located_by == "gazetteer" and spot.uncertainty_m > POOR_M)


def infer(place: str, told: Sequence[Bound], own: BaseGeometry | None = None) -> Inference | Clash:
    """Intersect what statements say of a place; `own` is the area of a poor location that is to be sharpened."""
    areas = [(bound.uid, bound.shape()) for bound in told]
    region = shapely.intersection_all([area for _, area in areas] + ([own] if own is not None else []))
    if region.is_empty or region.area == 0:
        return Clash(place, _culprits(areas))
    parts = [part for part in getattr(region, "geoms", [region]) if part.area > 0]
    region = parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
    xy = _best_point(region)
    uids = tuple(dict.fromkeys(uid for uid, _ in areas))
    firm = own is not None or any(bound.firm for bound in told)
    return Inference(region, xy, shapes.spread_km(xy, region), uids, firm)


def _best_point(region: BaseGeometry) -> XY:
    """Return the point of a region from which the place is least far: the centroid, or what is nearest to it.

    Where the region runs round its centroid ("5 km from Alpha"), no direction is known, and the centroid stands for it
    as in the point-radius method.
    """
    middle = region.centroid
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(region).tolist() for ring in part.interiors]
    if not any(hole.covers(middle) for hole in holes):
        inner = region.buffer(-INSIDE_KM)
        middle = nearest_points(region if inner.is_empty else inner, middle)[0]
    return middle.x, middle.y


def _culprits(areas: Sequence[tuple[str, BaseGeometry]]) -> tuple[str, ...]:
    for (one, area), (other, beside) in combinations(areas, 2):
        if not area.intersects(beside):
            return one, other
    return tuple(dict.fromkeys(uid for uid, _ in areas))


def refused_locations(world: World, told_of: Mapping[str, Sequence[Bound]]) -> tuple[Refusal, ...]:
    """Hold each accepted location against what is stated about the place.

    Refused is a location that misses two stated relations at least by more than GROSS_KM, and more than it fits of
    those that say how far: where only one disagrees, that one's number is the likelier fault.
    """
    found = []
    for place, told in sorted(told_of.items()):
        if place not in world.spots or world.is_area(place):
            continue
        xy, radius_km = world.xy(place), world.radius_km(place)
        missed = [bound for bound in told if not bound.fits(xy, radius_km + GROSS_KM)]
        firm = [bound for bound in told if bound.firm]
        if len(missed) >= 2 and len(missed) > len(firm) / 2:
            point = shapely.Point(xy)
            by: dict[str, float] = defaultdict(float)
            for bound in missed:
                by[bound.uid] = max(by[bound.uid], float(bound.shape().distance(point)) - radius_km)
            found.append(Refusal(place, tuple(sorted(by.items()))))
    return tuple(found)
