"""Words made fit for an id."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.slug import slug


@pytest.mark.parametrize(
    ("words", "length", "made"),
    [
        ("Shelling in Mogoke", 60, "shelling-in-mogoke"),
        ("one two three", 7, "one-two"),  # the cut falls between two words: both stay whole
        ("one two three", 6, "one"),
        ("one two three", 13, "one-two-three"),
        ("undivided", 4, "undi"),
        ("Pyin Oo Lwin – Café", 60, "pyin-oo-lwin-cafe"),
        ("မိုးကုတ်", 60, "untitled"),
    ],
)
def test_words_are_cut_between_words(words, length, made):
    assert slug(words, length) == made


@given(st.text(), st.integers(1, 80))
def test_an_id_is_plain_whatever_the_words(words, length):
    made = slug(words, length)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= max(length, len("untitled"))
    assert slug(made, length) == made or made == "untitled"
