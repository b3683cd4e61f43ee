from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.geodesy import box, distance_km, nearest_km, rough_km

LATITUDES, LONGITUDES = st.floats(-60, 60), st.floats(-170, 170)


@given(LATITUDES, LONGITUDES, st.floats(-0.9, 0.9), st.floats(-0.9, 0.9))
def test_the_rough_distance_is_off_by_as_little_as_it_says(lat, lon, north, east):
    one, other = (lat, lon), (lat + north, lon + east)
    assert rough_km(one, other) == pytest.approx(distance_km(one, other), rel=0.006, abs=1e-6)


@given(LATITUDES, LONGITUDES, st.floats(1, 100))
def test_a_box_reaches_as_far_as_it_says_on_every_side(lat, lon, km):
    south, west, north, east = box((lat, lon), km)
    for side in ((south, lon), (north, lon), (lat, west), (lat, east)):
        assert rough_km((lat, lon), side) == pytest.approx(km, rel=1e-9)


def test_the_nearest_of_none_is_infinitely_far():
    assert nearest_km((0, 0), []) == float("inf")
    assert nearest_km((0, 0), [(1, 0), (0, 0.5)]) == rough_km((0, 0), (0, 0.5))
