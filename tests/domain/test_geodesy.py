"""Geodesic distances and bearings, against published and independent ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.geodesy import apart, distance_km, length_km

POINT = st.tuples(st.floats(-60, 60), st.floats(-179, 179))


def test_the_published_example_of_the_method():
    """Karney 2013, the example of two points five metres apart."""
    km, bearing = apart((-30.12345, 0), (-30.12344, 0.00005))
    assert (km * 1000, bearing) == (pytest.approx(4.944208, abs=1e-6), pytest.approx(77.043533, abs=1e-3))


def test_a_degree_of_the_equator():
    assert distance_km((0, 95), (0, 96)) == pytest.approx(6378.137 * 3.141592653589793 / 180)


@pytest.mark.parametrize(("there", "bearing"), [((23, 96), 0), ((21, 96), 180)])
def test_bearings_count_clockwise_from_north(there, bearing):
    assert apart((22, 96), there)[1] == pytest.approx(bearing)


def test_a_line_is_as_long_as_its_pieces():
    assert length_km([(22, 96), (22.5, 96), (23, 96)]) == pytest.approx(distance_km((22, 96), (23, 96)))


@given(POINT, POINT)
def test_it_is_as_far_there_as_back(one, other):
    assert distance_km(one, other) == pytest.approx(distance_km(other, one), abs=1e-6)


@given(POINT, POINT)
def test_a_bearing_lies_on_the_compass(one, other):
    assert 0 <= apart(one, other)[1] < 360
