"""Stated numbers in words: each figure in its own unit, with its own hedge."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.figures import WORDS, hedged, stated, worked_out
from mapping.domain.vocabulary import LIMITS
from tests.support.made_fronts import statement

ENDS = {"from": "alpha", "to": "beta"}
LENGTHS = st.one_of(st.integers(1, 40_000), st.floats(0.01, 40_000).map(lambda value: round(value, 2)))
FIGURE = re.compile(r"\d+(?:\.\d+)?")


def distance(**fields):
    return statement("distance", **ENDS, **fields)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"km": 145}, "145 km"), ({"miles": 125}, "125 miles"), ({"miles": 1}, "1 mile"),
        ({"miles": 7, "km": 11}, "7 miles (11 km)"), ({"km": 5, "about": True}, "about 5 km"),
        ({"miles": 50, "limit": "less-than"}, "less than 50 miles"), ({"miles": 30, "limit": "just-over"}, "just over 30 miles"),
        ({"km": 2.5, "limit": "at-least", "about": True}, "at least about 2.5 km"),
    ],
)  # fmt: skip
def test_a_length_is_told_as_it_was_stated(fields, told):
    assert stated(distance(**fields)) == told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"fraction": "1/3", "about": True}, "about a third of the way"), ({"fraction": "2/7"}, "2/7 of the way"),
        ({"fraction": "0.37"}, "37 % of the way"), ({"fraction": "1"}, "the whole way"),
        ({"fraction": "1/2", "limit": "more-than"}, "more than half the way"),
        ({"miles": 10, "limit": "at-most"}, "at most 10 miles along the road"), ({}, None),
    ],
)  # fmt: skip
def test_a_position_is_told_as_it_was_stated(fields, told):
    assert stated(statement("position", on="alpha-beta", **{"from": "alpha"}, actors=["reds"], **fields)) == told


def test_where_both_units_are_stated_they_stand_in_the_order_of_the_quote():
    assert stated(distance(km=30, miles=19, quote="30 kilometers (19 miles)")) == "30 km (19 miles)"
    assert stated(distance(km=120, miles=75, quote="75 miles (120 km)")) == "75 miles (120 km)"


def test_a_time_is_told_and_a_bare_bearing_states_no_number():
    assert stated(statement("travel-time", **ENDS, minutes=40, about=True)) == "about 40 minutes"
    assert stated(statement("travel-time", **ENDS, hours=5, about=True)) == "about 5 hours"
    assert stated(statement("direction", **ENDS, bearing="N")) is None


@pytest.mark.parametrize(("miles", "km"), [(125, "≈ 201 km"), (10, "≈ 16 km"), (3, "≈ 4.8 km"), (0.05, "≈ 0.08 km")])
def test_kilometres_that_nobody_stated_are_marked_as_worked_out(miles, km):
    assert worked_out(distance(miles=miles)) == km


def test_kilometres_that_somebody_stated_are_not_worked_out_again():
    assert (worked_out(distance(km=11, miles=7)), worked_out(distance(km=11))) == (None, None)


def test_every_language_tells_every_limit():
    assert [set(words) for words in WORDS.values()] == [set(WORDS["en"])] * len(WORDS)
    assert set(LIMITS) <= set(WORDS["en"])


@given(
    LENGTHS, st.sampled_from(["km", "miles"]), st.sampled_from([None, *LIMITS]), st.booleans(), st.sampled_from([*WORDS])
)
def test_any_length_is_told_with_its_own_figure_unit_and_hedge(value, unit, limit, about, language):
    told = stated(distance(**{unit: value}, limit=limit, about=about), language)
    assert [float(figure) for figure in FIGURE.findall(told)] == [value]
    words = WORDS[language]
    units = {"km": words["km"], "miles": words["mile" if value == 1 else "miles"]}
    assert units[unit].partition("{n}")[2].strip() in told
    for pattern in ([words["about"]] if about else []) + ([words[limit]] if limit else []):
        assert all(part in told for part in pattern.split("{text}"))
    assert told == hedged(stated(distance(**{unit: value}), language), limit, about=about, language=language)
