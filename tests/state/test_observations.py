"""When a statement is known to be true: its own days, and the publication of its report."""

from __future__ import annotations

import pytest

from mapping.domain.source_file import SourceHeader
from mapping.seeds.sources import Source
from mapping.state import observe
from tests.support.made_fronts import place, statement

PLACES = {one.id: one for one in (place("alpha"), place("land", kind="township"))}


def days(edtf, published, **fields):
    control = statement("control", at="alpha", holder="reds", **({"date": edtf} if edtf else {}), **fields)
    header = SourceHeader(text="verbatim", **({"published": published} if published else {}))
    found = observe([control], [], {"s": Source("s", "q", header, (control,))}, PLACES)
    return [(one.first and one.first.isoformat(), one.last.isoformat()) for one in found]


@pytest.mark.parametrize(
    ("edtf", "published", "known"),
    [
        ("2025-05-02", "2025-05-03", ("2025-05-02", "2025-05-02")),
        (None, "2025-05-03", (None, "2025-05-03")),  # told without a day: by the publication
        ("2025", "2025-05-03", ("2025-01-01", "2025-05-03")),  # a year ends where the report was written
        ("2025-04-01/..", "2025-05-03", ("2025-04-01", "2025-05-03")),  # and so does what is left open
        ("2025-04-01/..", None, ("2025-04-01", "2025-04-01")),
        ("../2025", "2025-05-03", (None, "2025-05-03")),  # the publication says more than the year
        ("../2025", "2026-05-03", (None, "2025-12-31")),
        ("2025-05-04", "2025-05-03", ("2025-05-04", "2025-05-04")),
    ],
)
def test_the_publication_bounds_the_days(edtf, published, known):
    first, last = known
    assert days(edtf, published) == [(first or last, last)]  # of a state of which only the last day is known, that day


@pytest.mark.parametrize(("edtf", "published"), [("../2025", "2025"), ("../2025", None), (None, None)])
def test_by_some_year_says_nothing_where_the_publication_says_no_more(edtf, published):
    assert days(edtf, published) == []


def test_since_and_the_day_on_which_it_is_said_are_two_words():
    assert days("2025-05-02", "2025-05-03", since="2025-03") == [("2025-03-01", "2025-03-31"), ("2025-05-02", "2025-05-02")]


def test_a_township_is_never_held_as_a_whole():
    control = statement("control", at="land", holder="reds", date="2025-05-02")
    source = Source("s", "q", SourceHeader(text="verbatim", published="2025-05-03"), (control,))
    assert observe([control], [], {"s": source}, PLACES) == []


def test_to_be_held_since_a_day_is_to_have_changed_hands_on_it():
    control = statement("control", at="alpha", holder="reds", date="2025-05-02", since="2025-04-20")
    source = Source("s", "q", SourceHeader(text="verbatim", published="2025-05-03"), (control,))
    found = observe([control], [], {"s": source}, PLACES)
    assert [(one.sort, one.last.isoformat()) for one in found] == [("change", "2025-04-20"), ("state", "2025-05-02")]
