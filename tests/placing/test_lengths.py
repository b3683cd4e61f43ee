"""Which stated numbers are the length of a road: one rule for the road that is drawn and the number that is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.domain.fields import BEARINGS
from mapping.placing import named_road, whole_lengths
from tests.placing.test_roads import PLACES, ROADS, at, world
from tests.support.made_fronts import gazetteer, route, statement

WHOLE = ROADS[0]  # 100 km as drawn, and as straight


def distance(km=145, **fields):
    ends = {"from": "alpha", "to": "beta"}
    return statement("distance", **({"id": f"d{km}", "km": km} | ends | fields))


def stated(*statements):
    return [length.km for length in whole_lengths(WHOLE, world(*statements).lengths)]


NAMING = [{"way": "road"}, {"route": "alpha-beta"}, {"way": "road", "route": "alpha-beta"}]


@pytest.mark.parametrize("sound", NAMING)
def test_a_length_counts_of_the_road_that_is_named(sound):
    assert stated(distance(145, **sound)) == [145]


@pytest.mark.parametrize(
    "unsound",
    [
        {"status": "draft"}, {"certainty": "disputed"}, {"certainty": "hypothetical"}, {"denied_by": "the reds"},
        {"limit": "less-than"}, {"limit": "more-than"}, {"way": "straight"}, {"route": "alpha-delta"},
        {"way": "straight", "route": "alpha-beta"}, {"to": "gamma"}, {"from": {"text": "a hill"}},
    ],
)  # fmt: skip
def test_what_is_doubtful_bounded_straight_or_of_another_way_does_not(unsound):
    assert stated(distance(145, **({"way": "road"} | unsound))) == []


@given(st.floats(1, 400), st.booleans(), st.sampled_from([None, *BEARINGS]))
def test_a_number_of_which_nobody_names_the_road_is_of_none_however_well_it_would_fit(km, about, bearing):
    there = world(distance(km, about=about, bearing=bearing, id="x"))
    assert there.lengths == ()
    assert [road.fixed_by for road in there.roads.values()] == [()] * len(there.roads)


def test_by_road_names_no_road_where_several_join_the_two_places():
    twins = [*ROADS, route("alpha-beta-2", "alpha", "beta", ("x", [at(0, 0), at(50, 20), at(100, 0)], 500))]
    found = [named_road(distance(145, way="road"), "beta", gazetteer(PLACES, of).routes) for of in (ROADS, twins)]
    assert found == ["alpha-beta", None]


def test_a_draft_beside_a_sound_length_leaves_the_road_as_it_is():
    told = distance(145, way="road"), distance(190, way="road", status="draft")
    assert (stated(*told), world(*told).roads["alpha-beta"].stated_km) == ([145], 145)


TOLD = [distance(140, way="road"), distance(150, way="road", about=True), distance(160, route="alpha-beta")]


@settings(max_examples=40)
@given(st.permutations(TOLD))
def test_the_firm_come_first_and_the_order_of_the_statements_never_matters(told):
    assert stated(*told) == [140, 160, 150]


def test_the_road_is_measured_by_the_first_of_them():
    assert world(*TOLD).roads["alpha-beta"].stated_km == stated(*TOLD)[0]
