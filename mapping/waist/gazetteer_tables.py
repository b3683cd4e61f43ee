"""Tables of the gazetteer: places, routes, stretches, parties, rivers and boundaries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mapping.domain import geodesy
from mapping.judging.drawn import too_short
from mapping.placing import whole_lengths
from mapping.waist.cells import Row, joined, line, point
from mapping.waist.entry import Entry, Material
from mapping.waist.schema import ACTORS, PLACE_IDS, ROUTES, SIDES, SOURCES, Table, columns

if TYPE_CHECKING:
    from mapping.gazetteer import Gazetteer, Place, Route, Stretch
    from mapping.placing import World
    from mapping.project import Project

PLACES: dict[str, Table] = {
    "places": Table("Places", "Named places of the gazetteer; no geometry where none is located.", "Point", columns("""
id               text     id in the gazetteer
name             text     preferred name
names            text     all spellings
name_my          text     Burmese name
kind             text     city, town, village, township, region, country, mine, base, bridge, junction, dam, river or site
township         text     name of the township it lies in
state_region     text     name of the state or region it lies in
pcode            text     MIMU place code
geonames_id      text     GeoNames id
uncertainty_m    number   radius around the point that surely holds the place, in metres
located_by       text     gazetteer, inferred (from statements), or not located
location_evidence text    where the coordinate was seen, or which statements it was inferred from
location_credit  text     whom to credit for the coordinate
location_note    text     remark on the coordinate, rejected claims included
mentions         integer  how often the texts name it
sources          text     ids of the sources that name it
"""), label="name", card="names kind township state_region pcode uncertainty_m located_by location_evidence", page=(
        "id name names name_my kind township state_region pcode geonames_id uncertainty_m located_by "
        "location_evidence location_credit location_note"
    ), keys={
        "sources": SOURCES,
    }),
    "names": Table("Names", "Every further spelling of a place, one a row.", "", columns("""
place         text    place id
name          text    the spelling
language      text    ISO 639 code
script        text    ISO 15924 code
attested_by   text    where the spelling was seen
"""), keys={
        "place": PLACE_IDS,
    }),
    "routes": Table("Routes", "Roads between two places, whole.", "LineString", columns("""
id            text    id in the gazetteer
name          text    name
from          text    place id of its start
from_name     text    name of its start
to            text    place id of its end
to_name       text    name of its end
via           text    place ids on the way
via_names     text    names on the way
drawn_km      number  length of the drawn line, kilometres
straight_km   number  geodesic distance between its ends, kilometres
stated_km     number  stated length (the first of several), kilometres, worked out where the text has miles
stated        text    all stated lengths as they were stated, with their sources
detour        number  stated (else drawn) over straight length
uncertainty_m number  how far the road may lie off the line, metres (its worst stretch)
quality       text    share of the line that is surveyed, generalised, schematic
drawing       text    what is wrong with the drawn line, where it is shorter than the straight line between its places
evidence      text    what the line was drawn from
"""), label="name", card="stated drawn_km straight_km detour quality uncertainty_m evidence", page="id name from to via drawn_km straight_km uncertainty_m quality", keys={
        "from": PLACE_IDS, "to": PLACE_IDS, "via": PLACE_IDS,
    }),
    "stretches": Table("Stretches of road", "Pieces of road, each drawn once however many routes use it.", "LineString", columns("""
id            text    id in the gazetteer
quality       text    surveyed, generalised or schematic
routes        text    ids of the routes that use it
drawn_km      number  length, kilometres
uncertainty_m number  how far the road may lie off the line, metres
evidence      text    what it was drawn from
credit        text    whom to credit
note          text    remark
"""), label="id", card="quality drawn_km uncertainty_m evidence credit", page="quality evidence credit", keys={
        "routes": ROUTES,
    }),
}  # fmt: skip

CONTEXT: dict[str, Table] = {
    "actors": Table("Parties", "The parties and their sides.", "", columns("""
id            text    id in the gazetteer
name          text    name
side          text    id of its side
side_name     text    name of its side
part_of       text    id of the larger party
"""), page="id name side", keys={
        "side": SIDES, "part_of": ACTORS,
    }),
    "rivers": Table("Rivers", "Context lines.", "LineString", columns("""
id            text    place id
name          text    name
name_my       text    Burmese name
credit        text    whom to credit
"""), label="name", card="name_my credit", page="name", context=True),
    "boundaries": Table("Boundaries", "Context lines.", "LineString", columns("""
id            text    id
left          text    name of the region on the left, going along the line
right         text    name of the region on the right
credit        text    whom to credit
"""), card="left right credit", page="left right", context=True),
}  # fmt: skip


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
        "geometry": point(spot.point if spot else None),
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
        "stated": joined([f"{length.told} ({length.uid.partition('/')[0]})" for length in stated]),
        "detour": round((stated_km or drawn_km) / straight_km, 2),
        "uncertainty_m": max(stretch.uncertainty_m for stretch in route.stretches),
        "quality": joined([f"{quality} {km / drawn_km:.0%}" for quality, km in sorted(by_quality.items())]),
        "drawing": _drawing(route, drawn_km, world),
        "evidence": joined([stretch.evidence for stretch in route.stretches]),
        "geometry": line(route.points),
    }


def _drawing(route: Route, drawn_km: float, world: World) -> str | None:
    located = world.locate(route.start) and world.locate(route.end)
    return too_short(drawn_km, world.apart(route.start, route.end)[0]) if located else None


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


def _places_and_roads(material: Material) -> dict[str, list[Row]]:
    return {
        "places": places(material.project, material.world),
        "names": names(material.gazetteer),
        "routes": routes(material.gazetteer, material.world),
        "stretches": stretches(material.gazetteer),
    }


def _context(material: Material) -> dict[str, list[Row]]:
    gazetteer = material.gazetteer
    return {"actors": actors(gazetteer), "rivers": rivers(gazetteer), "boundaries": boundaries(gazetteer)}


PLACES_ENTRY, CONTEXT_ENTRY = Entry(PLACES, _places_and_roads), Entry(CONTEXT, _context)
