"""How far each kind of statement reaches, on both sides of its edge; the numbers are the tests' own.

Alpha, gamma and far are known to 500 m. A bare 100 km means 95 to 105, an hour 55 to 65 minutes.
"""

import pytest
import shapely

from mapping.placing import resolve
from mapping.placing.bounds import bounds
from tests.placing.test_roads import PLACES, ROADS, at, world
from tests.support.made_fronts import gazetteer, place, statement

NEAR_KM = 5  # a village's neighbourhood
WINDING = 2.5  # no mountain road is longer, by the straight line
FASTEST_KMH, SLOWEST_KMH = 60, 15  # on hill roads
HEADING_KM = 100  # "east of" is said of neighbours
ON_THE_WAY = 1.2  # between two places is no way round
BESIDE_KM = 1  # a village stands on a road that passes its outskirts


def reaches(told, xy):
    """Whether the place that is called lost may lie at a point of the plane (km)."""
    (bound,) = bounds([told], world())["lost"]
    inside = bool(bound.shape().covers(shapely.Point(xy)))
    assert bound.fits(xy, 0) == inside
    return inside


def told(kind, **fields):
    return statement(kind, **fields)


def seen(kind, **fields):
    return told(kind, **({"from": "alpha", "to": "lost"} | fields))


STATEMENTS = {
    "near": (told("event", type="battle", at="lost", near="gamma"), lambda r: (40, r), None, NEAR_KM + 0.5),
    "both near": (told("event", type="battle", near=["lost", "gamma"]), lambda r: (40, r), None, 2 * NEAR_KM + 0.5),
    "an hour": (
        seen("travel-time", minutes=60), lambda r: (0, r), 55 / 60 * SLOWEST_KMH / WINDING - 0.5, 65 / 60 * FASTEST_KMH + 0.5,
    ),
    "a distance": (seen("distance", km=100), lambda r: (0, r), 95 / WINDING - 0.5, 105 + 0.5),
    "a straight distance": (seen("distance", km=100, way="straight"), lambda r: (0, r), 95 - 0.5, 105 + 0.5),
    "a heading": (seen("direction", bearing="N"), lambda r: (0, r), None, HEADING_KM + 0.5),
    "between": (
        told("event", type="battle", at="lost", between=["alpha", "far"]), lambda r: (0, r), None, 40 + 40 * ON_THE_WAY + 0.5,
    ),
    "on a road": (told("access", to="lost", on="alpha-beta"), lambda r: (20, r), None, BESIDE_KM + 0.5),
}  # fmt: skip
NEAR_EDGES = [name for name, (_, _, least, _) in STATEMENTS.items() if least is not None]


@pytest.mark.parametrize("name", STATEMENTS)
def test_it_reaches_to_its_far_edge_and_no_farther(name):
    statement_, point, _, most = STATEMENTS[name]
    assert (reaches(statement_, point(most * 0.998)), reaches(statement_, point(most * 1.006))) == (True, False)


@pytest.mark.parametrize("name", NEAR_EDGES)
def test_it_leaves_out_what_is_nearer_than_its_near_edge(name):
    statement_, point, least, _ = STATEMENTS[name]
    assert (reaches(statement_, point(least * 1.005)), reaches(statement_, point(least * 0.99))) == (True, False)


@pytest.mark.parametrize(("x", "inside"), [(5, True), (30, False), (40, False), (50, False), (70, True), (95, False)])
def test_along_a_road_it_may_lie_on_either_side(x, inside):
    along = told("distance", **{"from": "gamma"}, to="lost", km=30, way="road", route="alpha-beta")
    assert reaches(along, (x, 0)) is inside


ON_THE_ROAD = told("access", id="on", to="lost", on="alpha-beta")
BY_ROAD = {  # minutes, from a place -> points on the road that a car reaches in them, and points that it does not
    "on both branches behind a fork": (90, "beta", [(20, 0), (54, 21)], [(97, 0), (60, 10)]),
    "either way from amid a stretch": (5, "amid", [(16, 0), (24, 0)], [(10, 0), (30, 0)]),
}


@pytest.mark.parametrize("case", BY_ROAD)
def test_a_place_on_a_road_lies_as_far_as_a_car_drives(case):
    minutes, start, there, elsewhere = BY_ROAD[case]
    ground = resolve(gazetteer((*PLACES, place("amid", at(20, 0), 100)), ROADS), ())
    driven = told("travel-time", **{"from": start}, to="lost", minutes=minutes)
    reach = next(bound for bound in bounds([driven, ON_THE_ROAD], ground)["lost"] if bound.uid == driven.uid).shape()
    assert [bool(reach.covers(shapely.Point(xy))) for xy in (*there, *elsewhere)] == [True] * 2 + [False] * 2


@pytest.mark.parametrize("other", ["lost", {"text": "a hill"}])
def test_between_a_place_and_what_nobody_located_bounds_nothing(other):
    known = (*PLACES, place("hidden"))
    between = statement("event", type="battle", at="hidden", between=["alpha", other])
    assert resolve(gazetteer(known, ROADS), [between]).locate("hidden") is None


# A place known to 100 m, beside a road that may lie 500 m off its line; 2 km more, and it is another road's.
@pytest.mark.parametrize(("off_km", "by_road"), [(2.55, True), (2.65, False)])
def test_a_place_is_driven_to_from_the_road_that_passes_within_two_kilometres(off_km, by_road):
    there = resolve(gazetteer((*PLACES, place("beside", at(20, off_km), 100)), ROADS), ())
    assert there.way("alpha", "beside").by_road is by_road
