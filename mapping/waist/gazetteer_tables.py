"""Tables of the gazetteer: places, routes, stretches, parties, rivers and boundaries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from shapely import LineString, Point

from mapping.domain import geodesy
from mapping.placing import whole_lengths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.gazetteer import Gazetteer, Place, Route, Stretch
    from mapping.placing import World
    from mapping.project import Project

Row = dict[str, Any]


def joined(parts: Sequence[str]) -> str | None:
    """Several values in one cell; None where there is none."""
    return "; ".join(dict.fromkeys(parts)) or None


def line(points: Sequence[tuple[float, float]]) -> LineString:
    """Turn vertices in lat, lon degrees into a line with x = longitude, y = latitude."""
    return LineString([(lon, lat) for lat, lon in points])


def places(project: Project, world: World) -> list[Row]:
    """Every place of the gazetteer."""
    known, naming = project.gazetteer.places, project.naming
    return [_place(place, known, world, naming.get(place.id, [])) for place in known.values()]


def _place(place: Place, known: dict[str, Place], world: World, naming: list[str]) -> Row:
    spot = world.locate(place.id)
    claim = place.location
    remarks = [claim.note] if claim and claim.note else []
    remarks += [f"rejected {c.lat:g}, {c.lon:g}: {c.note}" for c in place.locations if c.status == "rejected"]
    return {
        "id": place.id,
        "name": place.name,
        "names": joined(place.spellings),
        "name_my": place.name_my or None,
        "kind": place.kind,
        "township": known[place.township].name if place.township else None,
        "state_region": known[place.region].name if place.region else None,
        "pcode": place.pcode or None,
        "geonames_id": place.geonames_id or None,
        "uncertainty_m": round(spot.uncertainty_m) if spot else None,
        "located_by": spot.located_by if spot else "not located",
        "location_evidence": spot.evidence if spot else place.note or None,
        "location_credit": claim.credit if claim else None,
        "location_note": " | ".join(remarks) or None,
        "mentions": len(naming),
        "sources": joined(naming),
        "geometry": Point(spot.lon, spot.lat) if spot else None,
    }


def names(gazetteer: Gazetteer) -> list[Row]:
    """Every spelling beside the preferred names, with its language and where it was seen."""
    return [
        {
            "place": place.id,
            "name": name.text,
            "language": name.language or None,
            "script": name.script or None,
            "attested_by": name.attested_by or None,
        }
        for place in gazetteer.places.values()
        for name in place.names
    ]


def routes(gazetteer: Gazetteer, world: World) -> list[Row]:
    """Every route, with the lengths that statements give it."""
    return [_route(route, gazetteer, world) for route in gazetteer.routes.values()]


def _route(route: Route, gazetteer: Gazetteer, world: World) -> Row:
    stated = whole_lengths(route, world.lengths)
    drawn_km = geodesy.length_km(route.points)
    straight_km = geodesy.distance_km(route.points[0], route.points[-1])
    by_quality: dict[str, float] = defaultdict(float)
    for stretch in route.stretches:
        by_quality[stretch.quality] += geodesy.length_km(stretch.points)
    stated_km = stated[0].km if stated else None
    return {
        "id": route.id,
        "name": route.name,
        "from": route.start,
        "from_name": gazetteer.label(route.start),
        "to": route.end,
        "to_name": gazetteer.label(route.end),
        "via": joined(route.via),
        "via_names": joined([gazetteer.label(place) for place in route.via]),
        "drawn_km": round(drawn_km, 1),
        "straight_km": round(straight_km, 1),
        "stated_km": round(stated_km, 1) if stated_km else None,
        "stated": joined([f"{length.km:.4g} km ({length.uid.partition('/')[0]})" for length in stated]),
        "detour": round((stated_km or drawn_km) / straight_km, 2),
        "uncertainty_m": max(stretch.uncertainty_m for stretch in route.stretches),
        "quality": joined([f"{quality} {km / drawn_km:.0%}" for quality, km in sorted(by_quality.items())]),
        "evidence": joined([stretch.evidence for stretch in route.stretches]),
        "geometry": line(route.points),
    }


def stretches(gazetteer: Gazetteer) -> list[Row]:
    """Every drawn piece of road once, in the direction of the first route that uses it."""
    users: dict[str, list[str]] = defaultdict(list)
    first: dict[str, Stretch] = {}
    for route in gazetteer.routes.values():
        for stretch in route.stretches:
            users[stretch.id].append(route.id)
            first.setdefault(stretch.id, stretch)
    return [
        {
            "id": stretch.id,
            "quality": stretch.quality,
            "routes": joined(users[stretch.id]),
            "drawn_km": round(geodesy.length_km(stretch.points), 1),
            "uncertainty_m": stretch.uncertainty_m,
            "evidence": stretch.evidence,
            "credit": stretch.credit,
            "note": stretch.note or None,
            "geometry": line(stretch.points),
        }
        for stretch in first.values()
    ]


def actors(gazetteer: Gazetteer) -> list[Row]:
    """Every party with its side."""
    sides = gazetteer.settings.sides
    return [
        {"id": a.id, "name": a.name, "side": a.side, "side_name": sides[a.side], "part_of": a.part_of or None}
        for a in gazetteer.actors.values()
    ]


def rivers(gazetteer: Gazetteer) -> list[Row]:
    """Rivers with the names of their places."""
    return [
        {
            "id": river.properties["id"],
            "name": gazetteer.places[river.properties["id"]].name,
            "name_my": gazetteer.places[river.properties["id"]].name_my or None,
            "credit": river.properties["credit"],
            "geometry": line(river.points),
        }
        for river in gazetteer.rivers
    ]


def boundaries(gazetteer: Gazetteer) -> list[Row]:
    """Boundaries with the regions on either side."""
    return [
        {
            "id": boundary.properties["id"],
            "left": gazetteer.places[boundary.properties["left"]].name,
            "right": gazetteer.places[boundary.properties["right"]].name,
            "credit": boundary.properties["credit"],
            "geometry": line(boundary.points),
        }
        for boundary in gazetteer.boundaries
    ]
