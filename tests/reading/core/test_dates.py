from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain import dates
from mapping.reading.core.dates import calendar, spoken
from mapping.reading.languages import LANGUAGES

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PUBLISHED = date(2025, 8, 7)
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def edtf(text, published=PUBLISHED, *, future=False):
    days = calendar(text, published, LANGUAGES).by(len(text))
    return [when.edtf(days, future=future) for when in spoken(text, LANGUAGES)]


@given(DAYS, st.integers(0, 300))
def test_a_day_without_a_year_is_the_last_one_before_publication(published, ago):
    day = published - timedelta(days=ago)
    if (day.month, day.day) != (2, 29):
        assert edtf(f"on {MONTHS[day.month - 1]} {day.day}.", published) == [day.isoformat()]


@given(DAYS)
def test_full_dates_are_read_in_both_orders(day):
    month = MONTHS[day.month - 1]
    for text in (f"on {day.day} {month} {day.year}", f"on {month} {day.day}, {day.year},", f"{day.isoformat()}"):
        assert edtf(text, None) == [day.isoformat()]


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_at_most_six_days_before_publication(published, weekday):
    day = date.fromisoformat(edtf(f"fell on {WEEKDAYS[weekday]}.", published)[0])
    assert day.weekday() == weekday
    assert 0 <= (published - day).days <= 6


@given(
    DAYS,
    st.sampled_from(
        ["last week", "this month", "mid-July", "late April", "two weeks ago", "July 1-3", "since May", "last year"]
    ),
)
def test_what_is_resolved_is_edtf(published, words):
    assert dates.parse(edtf(f"It happened {words}.", published)[0])


@given(st.text(max_size=80))
def test_any_text_is_searched_without_fault(text):
    for when in spoken(text, LANGUAGES):
        assert text[when.start : when.end] == when.text
        when.edtf(calendar(text, PUBLISHED, LANGUAGES))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on July 24 last year", "2024-07-24"),
        ("in mid-July", "2025-07-15~"),
        ("in late April", "2025-04-25~"),
        ("early March 2025", "2025-03-05~"),
        ("on Tuesday", "2025-08-05"),
        ("Wednesday last week", "2025-07-30"),
        ("last Thursday", "2025-07-31"),
        ("this month", "2025-08"),
        ("last month", "2025-07"),
        ("in December", "2024-12"),
        ("last August", "2024-08"),
        ("August last year", "2024-08"),
        ("yesterday", "2025-08-06"),
        ("this morning", "2025-08-07"),
        ("two days ago", "2025-08-05"),
        ("July 2, 9, and 14", "{2025-07-02,2025-07-09,2025-07-14}"),
        ("October 27 and 28, 2025", "{2025-10-27,2025-10-28}"),
        ("between July 1 and 5", "2025-07-01/2025-07-05"),
        ("on July 1 and 5", "{2025-07-01,2025-07-05}"),
        ("between July 1, 2 and 5", "{2025-07-01,2025-07-02,2025-07-05}"),
        ("between July 1 and August 2", "2025-07-01/2025-08-02"),
        ("from July 1 to August 2", "2025-07-01/2025-08-02"),
        ("on 2025-07-24.", "2025-07-24"),
        ("late this week", "2025-08-04/2025-08-07"),
        ("later this week", "2025-08-07/2025-08-10"),
        ("next week", "2025-08-11/2025-08-17"),
        ("last Monday of", "2025-08-04"),
        ("from 8 to 12 July", "2025-07-08/2025-07-12"),
        ("Since Nov. 13", "2024-11-13/.."),
        ("the final week of November", "2024-11-24/2024-11-30"),
        ("on the 30th,", "2025-07-30"),
        ("in 2024", "2024"),
        ("ဩဂုတ်လ ၁ ရက်နေ့ကနေ ၅ ရက်နေ့အထိ", "2025-08-01/2025-08-05"),
        ("၂၀၂၅ ခုနှစ် ဇူလိုင်လ ၂၄ ရက်", "2025-07-24"),
        ("မနေ့က", "2025-08-06"),
    ],
)
def test_dates_in_prose_become_edtf(text, expected):
    assert edtf(text) == [expected]


@pytest.mark.parametrize("text", ["may attack", "the 9th round", "Operation 1027", "at 8:15"])
def test_what_only_looks_like_a_date(text):
    assert edtf(text) == []


def test_what_lies_ahead_is_the_nearest_day():
    assert edtf("on November 30", future=True) == ["2025-11-30"]
    assert edtf("on Friday", future=True) == ["2025-08-08"]


def test_without_a_day_of_publication_the_year_stays_open():
    assert edtf("on July 10", None) == ["XXXX-07-10"]
    assert edtf("on Wednesday", None) == [None]


def test_a_full_date_in_the_text_tells_the_year_of_the_others():
    assert edtf("On 19 October 2024 it began; on 21 October it ended.", None) == ["2024-10-19", "2024-10-21"]


def test_the_same_day_and_the_next_day_follow_the_date_before():
    assert edtf("On July 3 it fell, the same day; the next day it burned.") == [
        "2025-07-03",
        "2025-07-03",
        "2025-07-04",
    ]
