from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain import dates

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025-08-07", "2025-08-07", "2025-08-07"),
        ("2025-08", "2025-08-01", "2025-08-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2025-07-15~", "2025-07-10", "2025-07-20"),
        ("../2025-08-07", None, "2025-08-07"),
        ("2025-07-26/..", "2025-07-26", None),
        ("/2025-08-07", None, "2025-08-07"),
        ("2025-07-26/", "2025-07-26", None),
        ("2025-04-25~/2025-04-30", "2025-04-20", "2025-04-30"),
        ("[2024-07-23,2025-07-23]", "2024-07-23", "2025-07-23"),
    ],
)
def test_bounds(text, start, end):
    span = dates.parse(text)
    assert (dates.iso(span.start), dates.iso(span.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("2025-08-07", [("2025-08-07", "2025-08-07")]),
        ("2025-08", [("2025-08-01", "2025-08-31")]),
        ("../2025-08-07", [("2025-08-07", "2025-08-07")]),
        ("../2025-08", [("2025-08-31", "2025-08-31")]),
        ("2025-07-26/..", [("2025-07-26", "2025-07-26")]),
        ("../2025", []),
        ("/2025~", []),
        ("../..", []),
        ("[2024-07-23,2025-07-23]", [("2024-07-23", "2024-07-23"), ("2025-07-23", "2025-07-23")]),
    ],
)
def test_where_a_date_stands_in_time(text, stands):
    assert [(dates.iso(first), dates.iso(last)) for first, last in dates.parse(text).stands] == stands


@pytest.mark.parametrize("text", ["2025-08-07", "{2025-08-01,2025-08-03}"])
def test_only_days_that_are_named_are_sure(text):
    assert dates.parse(text).sure


@pytest.mark.parametrize(
    "text",
    ["../2025-08-07", "2025-08-07/..", "2025-08", "2025-08-07~", "2025-08-07?", "2025-08-07%", "[2025-08-01,2025-08-03]",
     "2025-08-01/2025-08-03", "2025-08-XX", "../..", "{2025-08-01..2025-08-03}"],
)  # fmt: skip
def test_what_leaves_the_day_open_is_not_sure(text):
    assert not dates.parse(text).sure


@pytest.mark.parametrize("text", ["", " 2025-08-07", "7 August", "2025-13-01", "2025-02-30", "XXXX-07-23", "2025-W3"])
def test_no_date_is_told_how_to_write_one(text):
    with pytest.raises(ValueError, match="write EDTF, such as 2025-07-24"):
        dates.parse(text)


@given(DAYS, DAYS)
def test_two_days_agree_only_when_they_are_one(one, other):
    assert dates.parse(one.isoformat()).agrees_with(dates.parse(other.isoformat())) == (one == other)


@pytest.mark.slow
@given(DAYS)
def test_a_day_agrees_with_its_month_and_its_year(day):
    span = dates.parse(day.isoformat())
    assert span.agrees_with(dates.parse(f"{day:%Y-%m}"))
    assert span.agrees_with(dates.parse(f"{day:%Y}"))


@pytest.mark.slow
@given(DAYS, st.integers(-9, 9))
def test_an_approximate_day_agrees_with_those_around_it(day, off):
    about, other = dates.parse(f"{day.isoformat()}~"), dates.parse((day + timedelta(off)).isoformat())
    assert about.agrees_with(other) == (abs(off) <= 5)


def test_a_set_agrees_with_its_members_and_not_with_the_days_between():
    either = dates.parse("[2024-07-23,2025-07-23]")
    assert either.agrees_with(dates.parse("2025-07-23"))
    assert not either.agrees_with(dates.parse("2024-12-01"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("../2025-08-07", "2025-08-07"),
        ("2025-07-26/..", "2025-07-26"),
        ("2024-07", "2024-07-01"),
        ("../2025", "2025-01-01"),
        ("2025-07-16/2025-07-24", "2025-07-24"),
        ("2025-07-15~", "2025-07-15"),
        ("../..", None),
    ],
)
def test_a_state_of_affairs_is_dated_no_later_than_is_sure(text, day):
    assert dates.iso(dates.as_of(text)) == day


@pytest.mark.parametrize(
    ("text", "published", "known"),
    [
        ("2025-05-02", "2025-05-03", "2025-05-02"), ("2025", "2025-05-03", "2025"), (None, "2025-05-03", "../2025-05-03"),
        (None, "2025-05", "../2025-05-31"), (None, "2025-05-03/..", "2025-05-03/.."), (None, None, None),
        ("../2025", "2025-05-03", "../2025-05-03"), ("../2024", "2025-05-03", "../2024-12-31"), ("../2025", None, "../2025-12-31"),
        ("../2025", "2025-05-03/..", "../2025-12-31"),
    ],
)  # fmt: skip
def test_what_has_no_day_of_its_own_is_known_by_the_report(text, published, known):
    assert dates.by_report(text, published) == known


SIDES = st.one_of(DAYS.map(date.isoformat), st.just(".."), st.sampled_from(["2025-02-30", "2025-13-01", "0001-01-01", "9999-12-31"]))


@given(st.lists(SIDES, min_size=1, max_size=2).map("/".join))
def test_what_needs_no_grammar_means_what_the_grammar_says(text):
    def day(when):
        return None if isinstance(when, int | float) else date(*when[:3])

    try:
        span = dates.parse(text)
    except ValueError:
        return
    whole = parse_edtf(text)
    assert (span.start, span.end) == (day(whole.lower_strict()), day(whole.upper_strict()))


@pytest.mark.parametrize("text", ["2025-02-30", "2025-13-01", "2025-02-01/2025-02-30", "..", "2025-01-01/2025-01-02/2025-01-03"])
def test_what_is_no_day_is_no_date(text):
    with pytest.raises(ValueError, match="bad date"):
        dates.parse(text)


@pytest.mark.parametrize("text", ["../20", "../202", "202", "20/2025"])
def test_what_is_no_date_is_refused_and_nothing_is_printed(text, capsys):
    with pytest.raises(ValueError, match="bad date"):
        dates.parse(text)
    assert capsys.readouterr().out == ""
