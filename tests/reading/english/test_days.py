"""Days that are told by others: spans up to today, days later, the date at the head, the place of a press agency."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.reading import read
from tests.support.reports import first, matcher, told

TODAY = date(2025, 9, 15)
DAYS = {"day": 1, "week": 7}


@given(n=st.integers(2, 60), unit=st.sampled_from(sorted(DAYS)), word=st.sampled_from(["in", "over", "during"]))
def test_the_past_days_end_today(n, unit, word):
    event = first(f"Mogok was bombed {word} the past {n} {unit}s.", "event", TODAY)
    assert event.date == f"{TODAY - timedelta(days=n * DAYS[unit])}/{TODAY}"


@pytest.mark.parametrize(("words", "day"), [("month", "2025-08-15"), ("two years", "2023-09-15"), ("week", "2025-09-08")])
def test_the_past_month_and_year_end_today(words, day):
    assert first(f"Mogok was bombed in the past {words}.", "event", TODAY).date == f"{day}/2025-09-15"


def test_more_years_than_the_calendar_has_are_no_date():
    assert first("Mogok was bombed in the past 4000 years.", "event", TODAY).date is None


@given(n=st.integers(2, 20))
def test_days_later_are_reckoned_from_the_day_told_before(n):
    found = read(f"On 1 August 2025 troops entered Mogok. {n} days later they took Singu.", TODAY, matcher()).statements
    assert found[-1].date == str(date(2025, 8, 1) + timedelta(days=n))


def test_a_date_at_the_head_governs_the_verbs_behind_it():
    found = read("On May 10 rebels torched a camp in Hsipaw and blocked the road to Mogok.", TODAY, matcher()).statements
    assert {one.date for one in found if one.kind == "event"} == {"2025-05-10"}


def test_a_verb_with_its_own_date_keeps_it():
    found = read("On May 10 rebels took Hsipaw and on May 12 they took Mogok.", TODAY, matcher()).statements
    assert [one.date for one in found] == ["2025-05-10", "2025-05-12"]


def test_what_was_when_something_ended_has_its_day():
    found = read("The siege of Mogok ended in May when the army recaptured it.", TODAY, matcher()).statements
    assert [(one.event_type, one.date) for one in found] == [("siege", "2025-05"), ("capture", "2025-05")]


@pytest.mark.parametrize("head", ["SINGU, Myanmar, Aug 3 (Press) -", "SINGU (AP) —", "Aug 3, 2025 (SINGU) –", "SINGU, Aug 3:"])
def test_nothing_happened_where_the_report_was_sent_from(head):
    assert told(f"{head} Rebels captured Mogok on Monday.", TODAY, kind="event") == [("capture", "at:mogok")]


def test_a_year_is_borrowed_from_a_date_before():
    text = "The TNLA took Singu on 5 July 2024. It took Mogok on 24 July."
    assert [one.date for one in read(text, None, matcher()).statements] == ["2024-07-05", "2024-07-24"]


def test_no_year_is_borrowed_from_a_date_behind():
    text = "The TNLA took Mogok on 24 July. It had taken Singu on 5 July 2024."
    assert [one.date for one in read(text, None, matcher()).statements] == ["XXXX-07-24", "2024-07-05"]


@pytest.mark.parametrize(("text", "day"), [
    ("Mogok has been in TNLA hands since July 24, 2024.", "2024-07-24/.."),
    ("By July 31 Mogok was in TNLA hands again.", "../2025-07-31"),
])  # fmt: skip
def test_who_holds_a_place_is_told_with_its_day(text, day):
    assert first(text, "control", TODAY).date == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Two days earlier rockets had hit Kyatpyin.", "2025-07-08"),
        ("The previous day rockets had hit Kyatpyin.", "2025-07-09"),
        ("Rockets had hit Kyatpyin the day before.", "2025-07-09"),
        ("A week later rockets hit Kyatpyin.", "2025-07-17"),
        ("The day before the vote rockets hit Kyatpyin.", None),
    ],
)
def test_days_before_and_behind_the_day_that_was_told(words, day):
    found = read(f"The TNLA took Mogok on 10 July. {words}", "2025-07-20", matcher()).statements
    assert found[-1].date == day


def test_a_heading_has_the_day_of_its_report():
    text = "Air raid kills 21 in Mogok\n\nJets bombed Mogok on 14 August and killed 21 people."
    assert [one.date for one in read(text, "2025-08-16", matcher()).statements] == ["2025-08-14", "2025-08-14"]


def test_a_heading_of_another_place_has_none():
    text = "Air raid kills 21 in Mogok\n\nJets bombed Hsipaw on 14 August and killed 21 people."
    assert read(text, "2025-08-16", matcher()).statements[0].date is None
