"""Rings and their candidates: where something lies of which only the distance from a known place is stated."""

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapping.placing import resolve, ring_of
from tests.placing.test_roads import PLACES, ROADS
from tests.support.made_fronts import PLANE, gazetteer, statement

THERE = resolve(gazetteer(PLACES, ROADS), ())
HILL = {"text": "a hill"}


def ring(to=HILL, **fields):
    told = statement("distance", **({"from": "alpha", "to": to} | fields))
    return ring_of(told, told.to[0], THERE)


def test_the_ring_stands_around_the_known_end():
    found = ring(km=20)
    corners = [PLANE.xy((lat, lon)) for lon, lat in shapely.get_coordinates(found.line)]
    assert [math.hypot(*xy) for xy in corners] == pytest.approx([20] * len(corners), abs=0.05)
    assert found.centre == ring(**{"from": HILL, "to": "alpha"}, km=20).centre == "alpha"


def test_the_candidates_are_where_drawn_roads_cross_it():
    near, far = ring(km=20), ring(km=50)
    assert [(round(x), round(y)) for x, y in (PLANE.xy(one.point) for one in near.candidates)] == [(20, 0)]
    assert near.candidates[0].routes == ("alpha-beta", "alpha-delta"), "both roads use that stretch"
    assert [one.routes for one in far.candidates] == [("alpha-delta",), ("alpha-beta",)]


def test_the_hedge_and_the_place_widen_the_ring():
    assert ring(km=20).uncertainty_m == pytest.approx(5_000 + 500)
    assert ring(km=20, about=True).uncertainty_m == pytest.approx(15_000 + 500)


@pytest.mark.parametrize(
    "fields",
    [
        {"bearing": "N"}, {"route": "alpha-beta"}, {"to": "beta"}, {"from": "lost"}, {"from": {"text": "a ford"}},
        {"from": {"text": "east", "of": "alpha"}},
    ],
)  # fmt: skip
def test_no_ring_where_more_or_less_is_known(fields):
    assert ring(km=20, **fields) is None


def test_two_parts_of_one_place_lie_on_a_ring_around_it():
    found = ring(**{"from": {"text": "eastern", "of": "alpha"}}, to={"text": "western half", "of": "alpha"}, miles=7)
    assert (found.centre, found.candidates) == ("alpha", ())


@given(st.floats(1, 120), st.sampled_from([None, "less-than", "more-than", "just-over"]))
def test_every_candidate_lies_on_a_road_and_on_the_ring(km, limit):
    found = ring(km=km, limit=limit)
    for point, routes in found.candidates:
        xy = PLANE.xy(point)
        assert math.hypot(*xy) == pytest.approx(km, rel=0.01)
        assert all(THERE.roads[route].off_km(THERE.plane.xy(point))[1] < 1 for route in routes)
    assert limit in (None, "just-over") or found.candidates == ()
