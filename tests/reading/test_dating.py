"""Dates of statements that their text bears out, and those that it does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.errors import Problems
from mapping.domain.source_file import SourceHeader
from mapping.reading.core.dates import calendar, spoken
from mapping.reading.dating import check_dates
from mapping.reading.languages import LANGUAGES
from mapping.seeds.sources import Source
from tests.support.made_fronts import statement

THURSDAY = "2025-08-07"


def faults(text, edtf, published=THURSDAY, **fields):
    fields = {"type": "battle", "at": "alpha", "date_basis": "stated", **fields}
    said = statement("event", quote=text, date=edtf, **fields).anchored("s", 0, len(text))
    problems = Problems()
    header = SourceHeader(text="verbatim", **({"published": published} if published else {}))
    check_dates(Source("s", text, header, (said,)), problems)
    return [problem.message for problem in problems.found]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Alpha was hit on 5 August 2025.", "2025-08-05"), ("Alpha was hit on Tuesday.", "2025-08-05"),
        ("Alpha was hit in mid-July.", "2025-07-15~"), ("Alpha was hit on August 1 and 3.", "{2025-08-01,2025-08-03}"),
        ("Alpha was hit between July 1 and July 5.", "2025-07-01/2025-07-05"), ("Alpha was hit last month.", "2025-07"),
        ("Alpha has been hit since July 1.", "2025-07-01/.."), ("Until July 1 Alpha was hit.", "../2025-07-01"),
    ],
)  # fmt: skip
def test_what_the_words_of_the_quote_give_is_stated(text, edtf):
    assert faults(text, edtf) == []


@pytest.mark.parametrize(
    ("text", "edtf", "gives"),
    [
        ("Alpha was hit on Tuesday.", "2025-08-06", "give 2025-08-05 or 2025-08-12"),
        ("Days later Alpha was hit.", "2025-08-01~", "give no date"),
        ("Alpha was hit within a week of 5 August 2025.", "2025-08-05/2025-08-12", "give 2025-08-05"),
    ],
)
def test_what_the_words_do_not_give_is_refused_with_what_they_give(text, edtf, gives):
    [fault] = faults(text, edtf)
    assert fault == (
        f"date: {edtf} is said to be stated, and the words of the quote {gives}; "
        'mend it, let the quote hold the words of the date, or write date_basis = "derived"'
    )


@pytest.mark.parametrize("basis", ["derived", "said", "published", None])
def test_no_other_basis_is_held_against_the_words(basis):
    assert faults("Days later Alpha was hit.", "2025-08-01~", date_basis=basis) == []


def test_a_draft_stops_nothing():
    assert faults("Days later Alpha was hit.", "2025-08-01~", status="draft") == []


def test_of_a_publication_between_two_days_only_what_both_give_is_stated():
    assert faults("Alpha was hit on 5 August.", "2025-08-05", published="2025-08-07/2025-08-20") == []
    assert len(faults("Alpha was hit on Tuesday.", "2025-08-05", published="2025-08-07/2025-08-20")) == 1


def test_what_happened_lies_not_after_the_publication():
    text = "On 12 August 2025 Alpha was hit."
    assert faults(text, "2025-08-12") == [
        'date: 2025-08-12 lies after the publication, and it is told as happened; mend it, or write certainty = "planned"'
    ]
    assert faults(text, "2025-08-12", certainty="planned") == []
    assert faults(text, "2025-08-12", published=None) == []


@given(st.dates(date(2000, 1, 1), date(2090, 12, 28)), st.integers(-400, 400).filter(bool))
def test_a_stated_day_and_no_other_is_borne_out(day, off):
    text, published = f"Alpha was hit on {day.day} {day:%B} {day.year}.", (day + timedelta(500)).isoformat()
    assert faults(text, day.isoformat(), published) == []
    assert len(faults(text, (day + timedelta(off)).isoformat(), published)) == 1


SPOKEN = [
    "in July the town fell", "since July it stands", "by July it fell", "last month it fell", "this week it fell",
    "later this month it may fall", "two days ago it fell", "in 2024 it fell", "last Friday it fell", "mid-July saw it",
    "yesterday it fell", "last night it fell", "the 25th, it fell", "three weeks ago it fell", "earlier this month it fell",
]  # fmt: skip


@pytest.mark.parametrize("words", SPOKEN)
def test_a_date_at_the_start_of_a_sentence_is_the_same_date(words):
    def read(text):
        return [one.edtf(calendar(text, date(2024, 10, 14), LANGUAGES)) for one in spoken(text, LANGUAGES)]

    assert read(words) == read(words[0].upper() + words[1:]) != []
