"""Lines that say a day date what stands below them, where there are several."""

from __future__ import annotations

import pytest

from mapping.reading import read
from mapping.reading.core.dates import NOTHING_ELSE
from tests.support.reports import matcher

LIVE = "{}\n\nAn airstrike hit Mogok today.\n\n{}\n\nShells hit Singu on Monday.\n"


def days(text, published="2025-09-15"):
    return [one.date for one in read(text, published, matcher()).statements if one.kind == "event"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2025-09-14", "2025-09-10"), ("14 September 2025", "10 September 2025"), ("14 Sep 08:00", "10 Sep 18:00"),
        ("Sunday, 14 September", "Wednesday, 10 September"), ("14 September, 08:00 UTC", "10 September, 7.30 am"),
    ],
)  # fmt: skip
def test_each_entry_has_its_day(first, second):
    assert days(LIVE.format(first, second)) == ["2025-09-14", "2025-09-08"]


def test_one_line_with_a_day_dates_nothing():
    assert days("10 September 2025\n\nAn airstrike hit Mogok today.\n") == ["2025-09-15"]


def test_a_line_that_says_more_dates_nothing():
    assert days(LIVE.format("Since 14 September the town is shut", "A plan of 10 September")) == ["2025-09-15", "2025-09-15"]


def test_a_day_that_lies_ahead_dates_nothing():
    assert days(LIVE.format("1 October 2025", "10 September 2025")) == ["2025-09-15", "2025-09-08"]


@pytest.mark.parametrize("token", ["08:00 am ", "08:00 a.m. ", "UTC ", "8.30 ", "2025-09-14 ", "- "])
def test_a_line_of_any_tokens_is_read_once(token):
    """Each token can be read in one way alone; with two ways, forty of them would never end."""
    assert NOTHING_ELSE.fullmatch(token * 5000 + "x!y") is None
    assert days(LIVE.format("2025-09-14 " + token * 5, "2025-09-10")) in (["2025-09-14", "2025-09-08"], ["2025-09-15", "2025-09-15"])
