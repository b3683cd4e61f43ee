"""How far off a stated number may be: published examples first."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.fields import BEARINGS
from mapping.placing import place_position, resolve, uncertainty
from mapping.placing.geometry import shapes
from mapping.placing.uncertainty import drawn, rounded, rounding_step, share_interval
from tests.placing.test_roads import at, length
from tests.support.made_fronts import gazetteer, place, route, statement


# The worked examples that ship with the VertNet georeferencing calculator, against what is drawn for them; the unit
# is the example's own. `error` is the sum of extent, datum and coordinate errors, `step` the precision of the number.
def test_five_miles_from_a_town_reach_as_far_as_published():
    ring = shapes.around((0, 0), 2 + 0.089, rounded(5, rounding_step(5)))
    assert shapes.spread_km((0, 0), ring) == pytest.approx(7.589, rel=0.002)


@pytest.mark.parametrize(
    ("bearing", "error", "published"), [("E", 2 + 0.049 + 0.025, 12.254), ("ENE", 2 + 0.007 + 0.007 + 0.025, 7.491)]
)
def test_ten_miles_on_a_bearing_reach_as_far_as_published(bearing, error, published):
    azimuth = math.radians(BEARINGS[bearing])
    sector = shapes.towards((0, 0), error, rounded(10, 10), BEARINGS[bearing], uncertainty.half_angle(bearing))
    reach = shapes.spread_km((10 * math.sin(azimuth), 10 * math.cos(azimuth)), sector)
    assert published <= reach <= published + error / 4  # the corners are widened on all sides, not only outwards


def test_thirteen_miles_by_road_reach_as_far_as_published():
    """Beside a place whose kilometre is stated nothing drifts, and the band is as wide as the published radius."""
    error, mark = 2 + 0.03107 + 0.148 + 0.03107, at(13, 0)
    places = (place("alpha", at(0, 0), error * 1000, "town"), place("beta", at(100, 0), 500, "town"), place("mark", mark))
    road = route("alpha-beta", "alpha", "beta", ("one", [at(0, 0), mark, at(100, 0)], 500), via=["mark"])
    there = resolve(gazetteer(places, [road]), [length("alpha", "beta", 100), length("alpha", "mark", 13)])
    band = place_position(statement("position", on="alpha-beta", **{"from": "alpha"}, km=13), there)
    assert band.uncertainty_m / 1000 == pytest.approx(2.711, abs=0.06)


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


@pytest.mark.parametrize(
    ("limit", "span"),
    [
        ("less-than", (0, 50)), ("at-most", (0, 50)), ("more-than", (50, 75)), ("at-least", (50, 75)),
        ("just-over", (50, 55)), ("just-under", (45, 50)),
    ],
)  # fmt: skip
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


@given(st.integers(2, 99), st.floats(0, 5))
def test_a_ring_reaches_to_the_number_its_rounding_and_the_error(km, error):
    step = rounding_step(km)
    ring = shapes.around((0, 0), error, rounded(km, step))
    assert shapes.spread_km((0, 0), ring) == pytest.approx(km + error + step / 2, rel=0.005)


@given(st.integers(10, 99), st.floats(0, 2), st.sampled_from(sorted(BEARINGS)))
def test_a_sector_reaches_about_as_far_as_the_point_radius_method_has_it(km, error, bearing):
    step, azimuth, half = rounding_step(km), math.radians(BEARINGS[bearing]), uncertainty.half_angle(bearing)
    sector = shapes.towards((0, 0), error, rounded(km, step), BEARINGS[bearing], half)
    middle = (km * math.sin(azimuth), km * math.cos(azimuth))
    reach, angle = km + error + step / 2, math.radians(half)
    published = math.hypot(reach * math.cos(angle) - km, reach * math.sin(angle))
    assert 0.9 * published <= shapes.spread_km(middle, sector) <= published + error + 0.01 * km


@pytest.mark.parametrize(("bearing", "half"), [("N", 45), ("SE", 22.5), ("WNW", 11.25)])
def test_a_bearing_takes_in_all_that_is_nearer_to_it_than_to_the_next(bearing, half):
    assert uncertainty.half_angle(bearing) == half
