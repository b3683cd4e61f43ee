"""Made-up fronts whose truth is known: true places and roads, and a gazetteer that knows them roughly.

Everything comes from a seeded random.Random; points of the truth are x east, y north in km of the plane about CENTRE.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import shapely
from pyproj import Proj

from mapping.domain.statements import KINDS
from mapping.gazetteer import Gazetteer, Location, Place, Route, Settings, Stretch
from mapping.placing import resolve

CENTRE = (20.0, 95.0)


class TruePlane:
    """The plane about CENTRE as PROJ has it: x east, y north, kilometres; points are lat, lon in degrees."""

    def __init__(self):
        self._aeqd = Proj(proj="aeqd", lat_0=CENTRE[0], lon_0=CENTRE[1], datum="WGS84", units="km")

    def xy(self, point):
        """x, y of a point."""
        return self._aeqd(point[1], point[0])

    def point(self, xy):
        """Point of x, y."""
        lon, lat = self._aeqd(*xy, inverse=True)
        return lat, lon


PLANE = TruePlane()
SETTINGS = Settings("", "", (18.5, 93.4, 21.5, 96.6), (18.5, 93.4, 21.5, 96.6), (), {}, ())


def statement(kind, source="s", **fields):
    """One statement with its vocabulary checked, anchored in a source."""
    fields = {"id": "x", "quote": "q", "kind": kind, **fields}
    return KINDS[kind].model_validate(fields).anchored(source, 0, 1)


def place(id_, point=None, radius_m=500, kind="village", **fields):
    """A place of the gazetteer at lat, lon in degrees, or without a location."""
    here = (Location(*point, radius_m, "accepted", "survey", "", ""),) if point else ()
    blank = dict.fromkeys(["township", "region", "seat", "pcode", "geonames_id", "wikidata_id", "note"], "")
    return Place(id_, id_.title(), kind, **(blank | fields), locations=here)


def route(id_, start, end, *stretches, via=()):
    """A route of stretches given as (id, points, uncertainty in metres)."""
    lines = tuple(Stretch(s, tuple(points), "generalised", width, "survey", "", "") for s, points, width in stretches)
    return Route(id_, id_.title(), start, end, tuple(via), lines, "")


def gazetteer(places, routes=()):
    """A gazetteer of places and routes alone."""
    return Gazetteer({p.id: p for p in places}, {r.id: r for r in routes}, {}, (), (), (), {}, SETTINGS)


@dataclass
class Front:
    """True points (km) by place id, true roads by route id, and what the gazetteer knows of them."""

    gazetteer: Gazetteer
    truth: dict[str, tuple[float, float]]
    roads: dict[str, shapely.LineString]
    stands_at: dict[str, tuple[str, float]]  # roadside place -> (route, true kilometre)
    lengths: tuple

    def move(self, id_, xy):
        """Set a place down elsewhere, and let the gazetteer know."""
        self.truth[id_] = xy
        lat, lon = PLANE.point(xy)
        known = self.gazetteer.places[id_]
        moved = replace(known, locations=(replace(known.locations[0], lat=lat, lon=lon),))
        self.gazetteer.places[id_] = moved

    def world(self, statements, hidden=()):
        """The ground as the statements and the lengths of the roads make it, some locations taken away."""
        places = {id_: replace(p, locations=()) if id_ in hidden else p for id_, p in self.gazetteer.places.items()}
        return resolve(replace(self.gazetteer, places=places), [*statements, *self.lengths])


def make_front(rng, roads=3, open_country=6, roadside=5):
    """A front of some 200 km: winding roads, drawn with fewer bends, and places known to within a radius."""
    truth, lines, stands_at, places, routes, lengths = {}, {}, {}, [], [], []

    def add(id_, xy, kind="village"):
        radius = rng.uniform(0.3, 2.0)
        truth[id_] = xy
        seen = moved(xy, rng.uniform(0, 360), radius * math.sqrt(rng.random()))
        places.append(place(id_, PLANE.point(seen), radius * 1000, kind))

    for number in range(open_country):
        add(f"open-{number}", (rng.uniform(-90, 90), rng.uniform(-90, 90)))
    for number in range(roads):
        id_, line = f"road-{number}", _winding_road(rng)
        lines[id_] = line
        drawn = shapely.LineString(
            line.coords[::4] if (len(line.coords) - 1) % 4 == 0 else [*line.coords[::4], line.coords[-1]]
        )
        width = max(float(shapely.hausdorff_distance(line, drawn)), 0.2)
        ends = [f"{id_}-start", f"{id_}-end"]
        for end, corner in zip(ends, (line.coords[0], line.coords[-1]), strict=True):
            add(end, corner, "town")
        for stop in range(roadside):
            km = rng.uniform(0.05, 0.95) * line.length
            on_it = line.interpolate(km)
            add(f"{id_}-{stop}", (on_it.x, on_it.y))
            stands_at[f"{id_}-{stop}"] = id_, km
        points = [PLANE.point(xy) for xy in drawn.coords]
        routes.append(route(id_, *ends, (f"{id_}-line", points, width * 1000)))
        lengths.append(statement("distance", id=f"{id_}-length", **{"from": ends[0]}, to=ends[1], way="road",
                                 km=max(round(line.length), 1), route=id_))  # fmt: skip
    return Front(gazetteer(places, routes), truth, lines, stands_at, tuple(lengths))


def _winding_road(rng):
    x, y, heading = rng.uniform(-80, 0), rng.uniform(-80, 80), rng.uniform(45, 135)
    corners, turn = [(x, y)], 0.0
    for _ in range(rng.randrange(60, 141)):
        turn = 0.6 * turn + rng.uniform(-40, 40)
        x, y = moved((x, y), heading + turn, rng.uniform(0.5, 1.0))
        corners.append((x, y))
    return shapely.LineString(corners)


def moved(xy, bearing, km):
    return xy[0] + km * math.sin(math.radians(bearing)), xy[1] + km * math.cos(math.radians(bearing))
