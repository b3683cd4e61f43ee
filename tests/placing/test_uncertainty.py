"""How far off a stated number may be: published examples first."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.fields import BEARINGS
from mapping.placing import uncertainty
from mapping.placing.geometry import shapes
from mapping.placing.uncertainty import drawn, rounded, rounding_step, share_interval
from tests.support.made_fronts import statement

# The worked examples that ship with the VertNet georeferencing calculator: radius in the example's own unit.
EXAMPLES = {
    "a town, km": (uncertainty.along_path(3 + 0.079 + 0.040, 0), 3.119),
    "5 mi from a town": (uncertainty.distance_only(5, 2 + 0.089, 1), 7.589),
    "13 mi E by road": (uncertainty.along_path(2 + 0.03107 + 0.148 + 0.03107, 1), 2.711),
    "2 mi E and 3 mi N": (uncertainty.orthogonal(2 + 0.049 + 0.025, 1), 2.781),
    "10 mi E by air": (uncertainty.at_heading(10, 2 + 0.049 + 0.025, 10, "E"), 12.254),
    "10 mi ENE by air": (uncertainty.at_heading(10, 2 + 0.007 + 0.007 + 0.025, 10, "ENE"), 7.491),
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_radius_is_the_published_one(example):
    got, published = EXAMPLES[example]
    assert got == pytest.approx(published, abs=0.005)


@pytest.mark.parametrize(
    ("value", "step"),
    [(5, 1), (64, 1), (80, 10), (145, 5), (25, 5), (100, 10), (1200, 100), (2.5, 0.5), (2.25, 0.25), (2.3, 0.1)],
)
def test_step_of_a_number(value, step):
    assert rounding_step(value) == pytest.approx(step)


def test_five_point_nought_is_finer_than_five():
    assert rounding_step(5, "lies 5.0 km away") == pytest.approx(0.1)
    assert rounding_step(5, "lies 5 km away.") == 1


def test_another_number_of_the_quote_does_not_count():
    assert rounding_step(5, "lies 15.0 km away, some 5 km") == 1


def test_verdict_uses_the_rounding_only():
    assert rounded(5, 1) == (4.5, 5.5)


def test_about_widens_by_half_the_number():
    assert drawn(5, 1, None, about=True) == (2, 8)


@pytest.mark.parametrize(("limit", "span"), [("less-than", (0, 50)), ("more-than", (50, 75)), ("at-least", (50, 75))])
def test_limits_cut(limit, span):
    assert drawn(50, 10, limit, about=True) == span


def test_a_third_reaches_half_way_to_a_quarter():
    low, high = share_interval(Fraction(1, 3), None, about=False)
    assert (low, high) == (pytest.approx(1 / 3 - 1 / 24), pytest.approx(1 / 3 + 1 / 24))


def test_roughly_a_third_reaches_a_quarter():
    assert share_interval(Fraction(1, 3), None, about=True).low == pytest.approx(1 / 4)


@pytest.mark.parametrize("whole", [0, 1])
def test_all_of_the_way_is_not_half_of_it(whole):
    low, high = share_interval(Fraction(whole), None, about=False)
    assert high - low < 0.01


def test_miles_become_kilometres():
    told = statement("distance", **{"from": "alpha"}, to="beta", miles=5)
    assert uncertainty.stated_rounded_km(told) == (pytest.approx(4.5 * 1.609344), pytest.approx(5.5 * 1.609344))


@given(st.integers(1, 10_000))
def test_rounding_holds_the_number(value):
    low, high = rounded(value, rounding_step(value))
    assert low <= value <= high


@given(st.integers(1, 10_000), st.sampled_from([None, "less-than", "more-than", "at-least"]), st.booleans())
def test_drawn_holds_the_number(value, limit, about):
    low, high = drawn(value, rounding_step(value), limit, about=about)
    assert 0 <= low <= value <= high


@given(st.fractions(0, 1, max_denominator=100), st.booleans())
def test_share_stays_on_the_road(share, about):
    low, high = share_interval(share, None, about=about)
    assert 0 <= low <= share <= high <= 1


@given(st.sampled_from(sorted(BEARINGS)), st.floats(1, 100), st.floats(0, 5))
def test_a_heading_is_never_wider_than_none(bearing, distance, error):
    along, everywhere = (
        uncertainty.at_heading(distance, error, 1, bearing),
        uncertainty.distance_only(distance, error, 1),
    )
    assert along <= everywhere + distance


@given(st.integers(2, 99), st.floats(0, 5))
def test_the_drawn_ring_reaches_as_far_as_the_published_radius(km, error):
    step = rounding_step(km)
    ring = shapes.around((0, 0), error, rounded(km, step))
    assert shapes.spread_km((0, 0), ring) == pytest.approx(uncertainty.distance_only(km, error, step), rel=0.005)


@given(st.integers(10, 99), st.floats(0, 2), st.sampled_from(sorted(BEARINGS)))
def test_the_drawn_sector_reaches_about_as_far_as_the_published_radius(km, error, bearing):
    step, azimuth = rounding_step(km), math.radians(BEARINGS[bearing])
    half = uncertainty.half_angle(bearing)
    sector = shapes.towards((0, 0), error, rounded(km, step), BEARINGS[bearing], half)
    middle = (km * math.sin(azimuth), km * math.cos(azimuth))
    published = uncertainty.at_heading(km, error, step, bearing)
    assert 0.9 * published <= shapes.spread_km(middle, sector) <= published + error + 0.01 * km
