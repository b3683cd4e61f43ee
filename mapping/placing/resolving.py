"""The gazetteer and what is stated -> the world: roads drawn and calibrated, places inferred."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mapping.domain.statements import Position
from mapping.domain.vocabulary import AREAS
from mapping.placing.fronts import stated_fronts
from mapping.placing.geometry.network import Network
from mapping.placing.geometry.plane import plane_about
from mapping.placing.geometry.roads import calibrate, draw_road
from mapping.placing.inference import infer_places
from mapping.placing.lengths import stated_lengths
from mapping.placing.positions import place_position
from mapping.placing.spot import Covered, Spot
from mapping.placing.weight import carries_weight
from mapping.placing.world import SAME_KM, World

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.domain.statements import Statement
    from mapping.gazetteer import Gazetteer
    from mapping.placing.geometry.plane import Plane
    from mapping.placing.geometry.roads import Length, Road


def resolve(gazetteer: Gazetteer, statements: Iterable[Statement]) -> World:
    """Resolve the gazetteer's places, draw and calibrate its routes, infer what is not located.

    Only reviewed statements that nobody disputes move it; their order never matters.
    """
    told = sorted((s for s in statements if carries_weight(s)), key=lambda s: s.uid)
    south, west, north, east = gazetteer.settings.window
    plane = plane_about(((south + north) / 2, (west + east) / 2))
    spots = {
        place.id: Spot(here.lat, here.lon, here.uncertainty_m, "gazetteer", here.evidence)
        for place in gazetteer.places.values()
        if (here := place.location)
    }
    lengths = stated_lengths(told, gazetteer.routes)
    roads = _roads(gazetteer, plane, spots, lengths)
    world = infer_places(World(gazetteer, plane, spots, roads, Network(roads, plane), tuple(lengths)), told)
    return replace(world, covered=_covered(told, world), fronts=stated_fronts(told, world))


def _roads(
    gazetteer: Gazetteer, plane: Plane, spots: Mapping[str, Spot], lengths: Sequence[Length]
) -> dict[str, Road]:
    on_roads = {
        id_: (plane.xy(spot.point), spot.uncertainty_m / 1000)
        for id_, spot in spots.items()
        if gazetteer.places[id_].kind not in AREAS | {"river"}
    }
    bare = (draw_road(route, plane, on_roads) for route in gazetteer.routes.values())
    return calibrate({road.route.id: road for road in bare if road.length_km > SAME_KM}, lengths)


def _covered(statements: Iterable[Statement], world: World) -> dict[tuple[str, str], tuple[Covered, ...]]:
    """Stretches that troops have covered from an end of a road, by source and route."""
    found: dict[tuple[str, str], list[Covered]] = defaultdict(list)
    for position in statements:
        band = place_position(position, world) if isinstance(position, Position) and position.actors else None
        if not isinstance(position, Position) or band is None:
            continue
        road = world.roads[band.route]
        if position.from_ == road.route.start:
            there = road.drawn_at(band.km if band.point else band.km_to)
            found[position.source, band.route].append(Covered(road.route.start, 0.0, there))
        elif position.from_ == road.route.end:
            there = road.drawn_at(band.km if band.point else band.km_from)
            found[position.source, band.route].append(Covered(road.route.end, road.length_km, there))
    return {key: tuple(stretches) for key, stretches in found.items()}
