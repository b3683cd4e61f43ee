"""How far troops have come by a day: what is stated bounds every arrow."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from mapping.domain import dates
from mapping.domain.statements import Position
from mapping.placing.geometry.track import Track
from mapping.placing.positions import place_position
from mapping.placing.spot import Front

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from numpy.typing import NDArray

    from mapping.domain.statements import Report, Statement
    from mapping.placing.world import World

PLANNED_SHARE = 0.25  # of the way: enough to see where a planned movement heads, too little to look like arriving
UNDER_WAY_SHARE = 0.5  # of the way "toward" a target that nobody says was reached: shows the road, not an arrival
ON_IT_KM = 0.05  # a stated position this close to the line of an arrow lies on it
MIN_KM = 0.001  # a metre: too short to be drawn, yet a line
SET_OUT_KM = 0.5  # a position no farther than this from where an arrow starts says where it starts


def stated_fronts(statements: Iterable[Statement], world: World) -> tuple[Front, ...]:
    """Return where troops are stated to stand on a road; "on the road" alone states nothing."""
    found = []
    for position in statements:
        band = place_position(position, world) if isinstance(position, Position) and position.actors else None
        if not isinstance(position, Position) or band is None:
            continue
        if band.point is None and band.km_to - band.km_from >= world.roads[band.route].total_km:
            continue
        corners = [(lat, lon) for lon, lat in (band.line.coords[0], band.line.coords[-1])]
        ends = tuple(world.plane.xy(end) for end in ([band.point] if band.point else corners))
        found.append(Front(position.actors, position.source, _last(position.date), ends))
    return tuple(found)


def reached(corners: NDArray[np.float64], report: Report, world: World, *, real: bool) -> NDArray[np.float64]:
    """Cut the way of a movement (n by 2, longitude and latitude) to where it has come.

    That is the farthest position of the same troops that is stated by the movement's day, or by the same source where
    one of the two has no day; half way where nobody states one, a quarter of a way that is only planned; and never
    beyond a position that is stated for a later day, or for none.
    """
    track = Track(world.plane.corners([(lat, lon) for lon, lat in corners]))
    stated = [
        (front, km) for front in world.fronts
        if world.kin.agree(front.actors, report.actors) and (km := _along(track, front)) is not None
    ]  # fmt: skip
    day = _last(report.date)
    by_then = [
        km for front, km in stated
        if (front.day <= day if front.day and day else front.source == report.source)
    ]  # fmt: skip
    half = track.length_km * (UNDER_WAY_SHARE if real else PLANNED_SHARE)
    km = max(by_then) if by_then and real else min([half, *(by_then or (km for _, km in stated))])
    km = max(km, MIN_KM)
    whole = bisect_left(track.at, km)
    one, other = track.at[whole - 1], track.at[whole]
    last = corners[whole - 1] + (corners[whole] - corners[whole - 1]) * (km - one) / (other - one)
    return np.vstack((corners[:whole], last))


def _along(track: Track, front: Front) -> float | None:
    """Kilometre of a front on a way, None where it lies off it or no farther than where the way begins."""
    found = [track.nearest(end) for end in front.ends]
    if any(off > ON_IT_KM for _, off in found):
        return None
    km = max(km for km, _ in found)
    return km if km > SET_OUT_KM else None


def _last(edtf: str | None) -> date | None:
    span = dates.parse(edtf) if edtf else None
    return (span.end or span.start) if span else None
