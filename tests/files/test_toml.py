"""Curated TOML: what is written is read back, whatever a text holds, and stays as people lay it out."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.files.toml import write_toml

VALUES = st.recursive(
    st.text(max_size=30) | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(
    st.dictionaries(st.text(max_size=10), VALUES, max_size=4),
    st.lists(st.dictionaries(st.text(max_size=5), VALUES, max_size=2), min_size=1, max_size=3),
)
def test_what_is_written_is_read_back(header, rows):
    written = write_toml([("[source]", header), *(("[[statement]]", row) for row in rows)])
    assert tomllib.loads(written) == {"source": header, "statement": rows}


@pytest.mark.parametrize("words", ['a "quote" \\ and\nlines', "\u2028 \x7f \x00", "]\n[[statement]]"])
def test_hostile_words_stay_words(words):
    assert tomllib.loads(write_toml([("[source]", {"title": words})]))["source"]["title"] == words


def test_a_list_of_tables_stays_on_the_line_of_its_key():
    row = {"at": ["alpha", {"text": "A bridge"}], "km": 80.0, "about": True, "fraction": None}
    assert (
        write_toml([("[[statement]]", row)])
        == '[[statement]]\nat = ["alpha", { text = "A bridge" }]\nkm = 80\nabout = true\n'
    )


def test_tables_are_parted_by_a_blank_line():
    assert write_toml([("[source]", {"text": "verbatim"}), ("[[statement]]", {"id": "a"})]) == (
        '[source]\ntext = "verbatim"\n\n[[statement]]\nid = "a"\n'
    )
