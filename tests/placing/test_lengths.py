"""Which stated numbers are the length of a road: one rule for the road that is drawn and the number that is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.placing import whole_lengths
from tests.placing.test_roads import ROADS, world
from tests.support.made_fronts import statement

WHOLE = ROADS[0]  # 100 km as drawn, and as straight


def distance(km=145, **fields):
    ends = {"from": "alpha", "to": "beta"}
    return statement("distance", **({"id": f"d{km}", "km": km} | ends | fields))


def stated(*statements):
    return [length.km for length in whole_lengths(WHOLE, world(*statements).lengths)]


@pytest.mark.parametrize(
    "sound", [{"way": "road"}, {"route": "alpha-beta"}, {"way": "road", "route": "alpha-beta"}, {}, {"about": True}]
)
def test_a_length_by_road_or_too_long_for_the_straight_line_counts(sound):
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


def test_a_draft_beside_a_sound_length_leaves_the_road_as_it_is():
    told = distance(145, way="road"), distance(190, way="road", status="draft")
    assert (stated(*told), world(*told).roads["alpha-beta"].stated_km) == ([145], 145)


# Both places are known to 500 m, and a bare 105 means 102.5 to 107.5.
@pytest.mark.parametrize(("km", "counts"), [(101, False), (103, True), (105, True), (90, False)])
def test_a_bare_number_is_of_a_road_where_rounding_and_radii_leave_no_straight_line(km, counts):
    assert stated(distance(km)) == ([km] if counts else [])


def test_a_bare_number_between_places_of_which_one_is_lost_is_of_no_road():
    assert world(distance(145, to="lost")).lengths == ()


def test_what_is_said_of_the_road_comes_before_a_bare_number_and_a_hedged_one():
    told = distance(140), distance(150, way="road", about=True), distance(160, route="alpha-beta")
    assert stated(*told) == [160, 140, 150]


@settings(max_examples=40)
@given(st.permutations([distance(140), distance(150, way="road", about=True), distance(160, route="alpha-beta")]))
def test_the_order_of_the_statements_never_matters(told):
    assert stated(*told) == [160, 140, 150]


def test_the_road_is_measured_by_the_first_of_them():
    told = distance(140), distance(160, way="road")
    assert world(*told).roads["alpha-beta"].stated_km == stated(*told)[0]
