"""What a worded date means once the day of publication is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.reading.core.when import SATURDAY, Calendar, When, day_of

DAYS = st.dates(date(2001, 1, 1), date(2090, 12, 31))
TODAY = date(2025, 7, 16)  # a Wednesday
CALENDAR = Calendar(TODAY, TODAY)


def said(calendar=CALENDAR, *, future=False, **fields):
    return When(0, 1, "", **fields).edtf(calendar, future=future)


@given(DAYS)
def test_a_day_without_a_year_is_the_last_such_day(published):
    calendar = Calendar(published, published)
    for back in (0, 1, 40, 200, 360):
        day = published - timedelta(days=back)
        if (day.month, day.day) != (2, 29):
            assert said(calendar, month=day.month, days=(day.day,)) == day.isoformat()


@given(DAYS)
def test_a_day_that_an_article_may_be_a_day_behind_is_this_years(published):
    calendar, day = Calendar(published, published), published + timedelta(days=1)
    if (day.month, day.day) != (2, 29):
        assert said(calendar, month=day.month, days=(day.day,)) == day.isoformat()
    later = published + timedelta(days=2)
    if (later.month, later.day) != (2, 29):
        assert said(calendar, month=later.month, days=(later.day,)) < published.isoformat()


@given(DAYS, st.integers(-30, 30))
def test_days_are_counted_from_the_day_of_publication(published, shift):
    found = said(Calendar(published, published), unit="day", shift=shift)
    assert found == (published + timedelta(days=shift)).isoformat()


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_last_one_and_today_counts(published, weekday):
    found = date.fromisoformat(said(Calendar(published, published), weekdays=(weekday,)))
    assert found.weekday() == weekday
    assert timedelta(0) <= published - found < timedelta(days=7)


@given(DAYS, st.integers(0, 6))
def test_last_weekday_is_never_today(published, weekday):
    found = date.fromisoformat(said(Calendar(published, published), weekdays=(weekday,), shift=-1))
    assert timedelta(0) < published - found <= timedelta(days=7)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_that_lies_ahead_is_the_next_one(published, weekday):
    found = date.fromisoformat(said(Calendar(published, published), weekdays=(weekday,), future=True))
    assert found.weekday() == weekday
    assert timedelta(0) < found - published <= timedelta(days=7)


@given(DAYS)
def test_a_week_is_monday_to_sunday_and_this_week_ends_today(published):
    calendar = Calendar(published, published)
    first, last = map(date.fromisoformat, said(calendar, unit="week", shift=-1).split("/"))
    assert (first.weekday(), last - first, published - last <= timedelta(days=7)) == (0, timedelta(days=6), True)
    this, today = said(calendar, unit="week", shift=0).split("/")
    assert (date.fromisoformat(this) - last, today) == (timedelta(days=1), published.isoformat())
    ahead, _ = said(calendar, unit="week", shift=1).split("/")
    assert date.fromisoformat(ahead) - date.fromisoformat(this) == timedelta(days=7)


@given(DAYS)
def test_weekends_follow_one_another(published):
    calendar = Calendar(published, published)
    this, last, ahead = (date.fromisoformat(said(calendar, unit="weekend", shift=shift)[:10]) for shift in (0, -1, 1))
    begun = published.weekday() >= SATURDAY
    assert {day.weekday() for day in (this, last, ahead)} == {SATURDAY}
    assert (this <= published, this - last) == (True, timedelta(days=7 * begun))
    assert ahead - this == timedelta(days=7)


@given(DAYS, st.sampled_from(["day", "week", "month", "year"]), st.integers(1, 3))
def test_a_past_span_ends_today_and_has_its_length(published, unit, number):
    first, last = map(date.fromisoformat, said(Calendar(published, published), unit=unit, shift=-number, span=True).split("/"))
    length = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}[unit]
    assert last == published
    assert length[0] * number <= (last - first).days <= length[1] * number
    if unit in ("month", "year"):
        assert first.day == min(published.day, first.day)
        assert first.day == published.day or (first + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("fields", "edtf"),
    [
        ({"month": 8, "days": (31,)}, "2024-08-31"),
        ({"month": 2, "days": (29,)}, "2024-02-29"),
        ({"month": 2, "days": (30,)}, "XXXX-02-30"),
        ({"month": 7}, "2025-07"),
        ({"month": 8}, "2024-08"),
        ({"month": 8, "unit": "month", "shift": 1}, "2025-08"),
        ({"month": 7, "unit": "month", "shift": 1}, "2026-07"),
        ({"month": 7, "unit": "month", "shift": -1}, "2024-07"),
        ({"month": 5, "unit": "year", "shift": -1}, "2024-05"),
        ({"month": 5, "part": "early"}, "2025-05-05~"),
        ({"month": 5, "part": "mid"}, "2025-05-15~"),
        ({"month": 5, "part": "late"}, "2025-05-25~"),
        ({"month": 5, "part": "late", "since": True}, "2025-05-25~/.."),
        ({"month": 2, "part": "last-week"}, "2025-02-22/2025-02-28"),
        ({"month": 12, "year": 2024, "part": "last-week"}, "2024-12-25/2024-12-31"),
        ({"month": 5, "days": (3, 9)}, "{2025-05-03,2025-05-09}"),
        ({"month": 5, "days": (3, 9), "span": True}, "2025-05-03/2025-05-09"),
        ({"month": 5, "days": (3,), "since": True}, "2025-05-03/.."),
        ({"month": 5, "since": True}, "2025-05/.."),
        ({"month": 5, "days": (3,), "bound": "until"}, "../2025-05-03"),
        ({"month": 5, "days": (3,), "bound": "after"}, "2025-05-03/.."),
        ({"month": 5, "days": (3, 9), "span": True, "bound": "until"}, "../2025-05-09"),
        ({"month": 5, "days": (3, 9), "bound": "until"}, "{2025-05-03,2025-05-09}"),
        ({"month": 5, "days": (3,), "later": 1}, "2025-05-04"),
        ({"month": 5, "days": (1,), "later": -1}, "2025-04-30"),
        ({"month": 5, "later": 1}, "2025-05"),
        ({"year": 2023}, "2023"),
        ({"year": 2023, "ago": True}, "2023~"),
        ({"days": (16,)}, "2025-07-16"),
        ({"days": (17,)}, "2025-06-17"),
        ({"days": (31,)}, "2025-05-31"),
        ({"unit": "month", "shift": -7}, "2024-12"),
        ({"unit": "month", "shift": -2, "ago": True}, "2025-05~"),
        ({"unit": "year", "shift": -1}, "2024"),
        ({"unit": "year", "shift": -1, "ago": True}, "2024~"),
        ({"unit": "week", "shift": -2, "ago": True}, "2025-07-02~"),
        ({"unit": "week", "shift": 0, "part": "late"}, "2025-07-16/2025-07-20"),
        ({"weekdays": (0, 2)}, "{2025-07-14,2025-07-16}"),
        ({"weekdays": (4,), "unit": "week", "shift": -1}, "2025-07-11"),
        ({"weekdays": (4,), "unit": "week", "shift": 1}, "2025-07-25"),
        ({}, None),
    ],
)
def test_what_is_said_in_words(fields, edtf):
    assert said(**fields) == edtf


@pytest.mark.parametrize(("fields", "edtf"), [({"days": (17,)}, "2025-07-17"), ({"days": (15,)}, "2025-08-15"), ({"month": 9, "days": (1,)}, "2025-09-01"), ({"month": 2, "days": (1,)}, "2025-02-01")])
def test_what_lies_ahead(fields, edtf):
    assert said(future=True, **fields) == edtf


def test_without_a_day_of_publication_nothing_is_reckoned():
    nowhere = Calendar()
    assert [said(nowhere, **fields) for fields in ({"unit": "day", "shift": -1}, {"weekdays": (1,)}, {"days": (3,)}, {"unit": "week", "shift": -1})] == [None] * 4
    assert said(nowhere, month=5, days=(3,)) == "XXXX-05-03"


def test_a_year_is_borrowed_from_the_last_full_date_before():
    told = Calendar(told=((10, date(2021, 3, 1)), (50, date(2023, 6, 1)), (90, date(2027, 1, 1))))
    assert [said(told.by(end), month=5, days=(3,)) for end in (5, 20, 60)] == ["XXXX-05-03", "2021-05-03", "2023-05-03"]


def test_ends_and_companions_of_a_date():
    last = When(0, 1, "", month=8, days=(2,), year=2025)
    assert said(year=2025, month=7, days=(30,), until=last) == "2025-07-30/2025-08-02"
    assert said(year=2025, month=7, days=(30,), also=(last,)) == "{2025-07-30,2025-08-02}"


@pytest.mark.parametrize(("day", "there"), [((2024, 2, 29), True), ((2025, 2, 29), False), ((2025, 13, 1), False), ((2025, 4, 31), False)])
def test_a_day_is_one_of_the_calendar(day, there):
    assert (day_of(*day) is not None) == there
