"""The benchmark's own measures, on a smaller scale: python -m tests.benchmarks.placing prints them in full."""

import sys
from collections import Counter

import pytest

from tests.benchmarks import placing

pytestmark = pytest.mark.slow


def test_nearly_all_true_points_lie_inside_the_predicted_shape():
    found = placing.coverage(trials=300)
    assert sum(inside for _, inside, _ in found) >= 0.95 * len(found)


def test_hidden_places_are_found_again():
    found = [row for row in placing.leave_one_out() if row[1] is not None]  # where anything is inferred at all
    assert len(found) >= 4
    assert sum(inside for *_, inside, _ in found) >= 0.8 * len(found)


def calls(count):
    """How many functions are called while so many statements are placed and judged."""
    made, seen = placing.many_statements(count=count), Counter()
    sys.setprofile(lambda _frame, event, _argument: seen.update([event]))
    try:
        placing.place_all(*made)
    finally:
        sys.setprofile(None)
    return seen["call"] + seen["c_call"]


def test_twice_as_many_statements_are_no_more_than_twice_the_work():
    calls(10)  # what is kept from one time to the next is made
    assert calls(400) < 2 * calls(200)
