from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.reading.english.measures import number, shares
from mapping.reading.languages import LANGUAGES

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def measures(text):
    return [measure for language in LANGUAGES for measure in language.measures(text)]


def spelled(n):
    """English words for a number below a million."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ONES[n // 100]} hundred" + (f" and {spelled(n % 100)}" if n % 100 else "")
    return f"{spelled(n // 1000)} thousand" + (f" {spelled(n % 1000)}" if n % 1000 else "")


@given(st.integers(1, 999_999))
def test_numbers_in_words_are_read(n):
    assert number(spelled(n)) == n


@given(st.integers(1, 999_999))
def test_numbers_with_commas_are_read(n):
    assert number(f"{n:,}") == n


@given(st.integers(1, 999))
def test_spelled_lengths_are_found_with_their_unit(n):
    found = measures(f"It lies {spelled(n)} miles from there.")
    assert [(measure.miles, measure.km) for measure in found] == [(n, None)]


@given(st.text(max_size=60))
def test_any_text_is_searched_without_fault(text):
    for measure in measures(text):
        assert 0 <= measure.start < measure.end <= len(text)
        assert sum(value is not None for value in (measure.km, measure.miles, measure.minutes)) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half an hour", 30),
        ("a two-hour drive", 120),
        ("about 40 minutes", 40),
        ("an hour and a half", 90),
        ("၄၀ မိနစ်", 40),
    ],
)
def test_durations_are_minutes(text, value):
    assert [measure.minutes for measure in measures(text)] == [value]


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("25km (15 miles)", 25),
        ("the 145-kilometer route", 145),
        ("10-15 km", 10), ("25 nautical miles", 46.3), ("800 yards north", 0.73152), ("800 m from", 0.8),
        ("500 meters", 0.5),
        ("၅ ကီလိုမီတာ", 5),
    ],
)
def test_lengths_are_kilometres(text, km):
    assert [measure.km for measure in measures(text)] == [pytest.approx(km)]


def test_a_range_has_both_its_ends():
    assert [(measure.km, measure.up_to) for measure in measures("5-7 km")] == [(5, 7)]


@pytest.mark.parametrize("text", ["46 sq km", "5 m people", "12 furlongs"])
def test_what_is_no_length_is_none(text):
    assert list(measures(text)) == []


@pytest.mark.parametrize(
    ("text", "about", "limit"),
    [
        ("some 5 kilometers", True, None), ("less than 50 miles", False, "less-than"), ("at least 3 km", False, "at-least"),
        ("just over 30 miles", False, "just-over"), ("just 3 km", False, None), ("up to 9 km", False, "at-most"),
        ("just under 9 km", False, "just-under"), ("over 9 km", False, "more-than"), ("nearly 9 km", True, None),
    ],
)  # fmt: skip
def test_hedges_are_kept(text, about, limit):
    measure = measures(text)[0]
    assert (measure.about, measure.limit) == (about, limit)


@pytest.mark.parametrize("text", ["at 00:00 hours", "killed 12 civilians", "in 2024", "17 boats"])
def test_what_is_no_measure_is_none(text):
    assert measures(text) == []


def test_fractions_are_read():
    found = [value for _, _, value in shares("roughly one-third, two thirds, half, 3/4, 30 percent, 5/2")]
    assert found == [Fraction(1, 3), Fraction(2, 3), Fraction(1, 2), Fraction(3, 4), Fraction(3, 10)]
