from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain import dates
from mapping.domain.wording import LANGUAGES, WORDS, read_out

pytestmark = pytest.mark.slow  # days by the hundred in each language

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)).map(date.isoformat)
MARKS = st.sampled_from(["", "~", "?", "%"])


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "no date known"),
        ("2025-07-15", "15 July 2025"),
        ("2025-07", "July 2025"),
        ("2025", "2025"),
        ("202X", "the 2020s"),
        ("2025-08-XX", "a day in August 2025"),
        ("2025-XX", "2025"),
        ("2025-21", "spring 2025"),
        ("2025-07-15~", "about 15 July 2025"),
        ("2019-07-29?", "perhaps 29 July 2019"),
        ("2025-07-15%", "perhaps about 15 July 2025"),
        ("2004-06-~11", "about 11 June 2004"),
        ("2025-07-01/2025-07-05", "1 July 2025 to 5 July 2025"),
        ("2025-07-15~/2025-08-07", "about 15 July 2025 to 7 August 2025"),
        ("../2025-08-07", "by 7 August 2025"),
        ("/2025-08-07", "by 7 August 2025"),
        ("2025-07-26/..", "not before 26 July 2025"),
        ("2025-07-26/", "not before 26 July 2025"),
        ("../..", "no date known"),
        ("[2024-07-23,2025-07-23]", "23 July 2024 or 23 July 2025"),
        ("{2025-08-01,2025-08-03}", "1 August 2025 and 3 August 2025"),
        ("[..2024-07-23]", "by 23 July 2024"),
        ("[2024-07-23..]", "not before 23 July 2024"),
        ("[2024-07-01..2024-07-05]", "between 1 July 2024 and 5 July 2024"),
        ("{2025-08-01..2025-08-03}", "1 August 2025 to 3 August 2025"),
    ],
)
def test_a_date_in_words(edtf, words):
    assert read_out(edtf) == words


def test_short_names_of_months():
    assert read_out("2025-08-07", short=True) == "7 Aug 2025"


def test_every_language_has_the_same_patterns_with_the_same_gaps():
    import string

    def gaps(words):
        return {key: sorted(name for _, name, _, _ in string.Formatter().parse(text) if name) for key, text in words.items()}

    assert all(gaps(WORDS[language]) == gaps(WORDS["en"]) for language in LANGUAGES)
    assert all(len(words["months"].split()) == len(words["months_short"].split()) == 12 for words in WORDS.values())


@given(DAYS, MARKS, DAYS, MARKS, st.sampled_from(["{a}", "../{a}", "{a}/..", "/{a}", "[{a},{b}]", "{{{a},{b}}}", "{a}/{b}"]))
def test_no_sign_of_the_notation_is_read_out(one, mark, other, second, shape):
    first, last = sorted((one, other))
    edtf = shape.format(a=first + mark, b=last + second)
    dates.parse(edtf)
    assert not set("[]{}/~?%") & set(read_out(edtf))
    assert ".." not in read_out(edtf)


@given(DAYS, DAYS, st.sampled_from(LANGUAGES))
def test_different_days_have_different_words(one, other, language):
    assert (read_out(one, language) == read_out(other, language)) == (one == other)
