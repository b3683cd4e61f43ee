"""No arrow passes where its troops are stated to stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.placing import place_event
from tests.placing.test_roads import position, world
from tests.support.made_fronts import PLANE, statement

MOVES = {"type": "advance", "actors": ["reds"], "from": "alpha", "toward": "beta", "source": "one"}


def head(*positions, **fields):
    """Kilometre of the road Alpha-Beta (100 km) at which the arrow of a movement ends."""
    sites = place_event([statement("event", **(MOVES | fields))], world(*positions))
    (lon, lat) = next(site.line.coords[-1] for site in sites if site.line is not None)
    return round(PLANE.xy((lat, lon))[0])


def stands(km, date=None, source="two", **fields):
    return position(id=f"p-{km}", source=source, km=km, **({"date": date} if date else {}), **fields)


def test_half_way_where_nobody_states_a_position():
    assert head() == 50


@pytest.mark.parametrize("km", [33, 70])
def test_a_position_of_the_same_source_ends_the_arrow(km):
    assert head(stands(km, source="one")) == km
    assert head(stands(km, "2025-05-01", source="one")) == km


@pytest.mark.parametrize(("day", "expected"), [("2025-05-01", 70), ("2025-05-10", 70), ("2025-05-11", 50), (None, 50)])
def test_a_position_of_another_source_counts_by_its_day(day, expected):
    assert head(stands(70, day), date="2025-05-10") == expected


@pytest.mark.parametrize("day", ["2025-05-11", None])
def test_a_later_position_is_never_passed_on_an_earlier_day(day):
    assert head(stands(30, day), date="2025-05-10") == 30


def test_the_farthest_by_that_day_counts():
    assert head(stands(20, "2025-05-01"), stands(40, "2025-05-08"), stands(90, "2025-06-01"), date="2025-05-10") == 40


@pytest.mark.parametrize(("actors", "expected"), [(["blues"], 50), (["reds", "blues"], 33)])
def test_the_position_of_others_bounds_nothing(actors, expected):
    assert head(stands(33, source="one", actors=actors)) == expected


def test_of_a_stretch_the_far_end_is_the_front():
    assert head(position(source="one", between=["alpha", "gamma"], **{"from": None})) == 40


def test_a_plan_ends_on_the_first_quarter_and_passes_no_front_either():
    assert head(certainty="planned") == 25
    assert head(stands(70, source="one"), certainty="planned") == 25
    assert head(stands(10, source="one"), certainty="planned") == 10


def test_who_is_said_to_have_arrived_has():
    assert head(stands(33, source="one"), toward=None, to="beta") == 100


def test_troops_that_fought_at_a_place_came_all_the_way_to_it():
    fields = {"type": "capture", "toward": None, "at": "beta"}
    assert head(**fields) == 100
    sites = place_event([statement("event", **(MOVES | fields))], world())
    assert {site.role: site.point is not None for site in sites} == {"from": False, "at": True}


@pytest.mark.parametrize(("type_", "stands"), [("withdrawal", True), ("displacement", True), ("capture", False), ("battle", False)])
def test_a_sign_stands_at_a_start_only_for_what_happens_there(type_, stands):
    sites = place_event([statement("event", type=type_, **{"from": "alpha"})], world())
    assert [site.point is not None for site in sites] == [stands]


DAYS = st.sampled_from(["2025-05-01", "2025-05-10", "2025-05", "2025-06-01", "../2025-05-20", None])


@given(
    st.lists(st.tuples(st.integers(1, 99), DAYS, st.sampled_from(["one", "two"])), min_size=1, max_size=4, unique=True),
    DAYS, st.sampled_from(["asserted", "claimed", "planned"]),
)  # fmt: skip
def test_no_arrow_passes_the_farthest_stated_position(made, day, certainty):
    fields = {"certainty": certainty, **({"date": day} if day else {})}
    reach = head(*(stands(km, when, source) for km, when, source in made), **fields)
    assert reach <= max(km for km, _, _ in made)
