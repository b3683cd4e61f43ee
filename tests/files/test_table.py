"""CSV texts come apart into records and go together again."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.files.table import TableError, line_end, read_records, write_record

CELLS = st.lists(
    st.text(st.sampled_from('ab ,"\r\n\té') | st.characters(exclude_categories=["Cs"]), max_size=6),
    min_size=2,
    max_size=4,
)


@given(st.lists(CELLS, max_size=4), st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_is_written_is_read_back(rows, end):
    text = "".join(write_record(cells, end) for cells in rows)
    assert [list(record.cells) for record in read_records(text)] == rows


@given(st.text(st.sampled_from('a,"\r\n'), max_size=20))
def test_records_are_those_of_the_library_and_hold_the_whole_text(text):
    try:
        expected = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        with pytest.raises(TableError, match="is no CSV"):
            list(read_records(text))
        return
    records = list(read_records(text))
    assert [list(record.cells) for record in records] == expected
    assert "".join(record.text for record in records) == text


def test_a_fault_names_its_line():
    with pytest.raises(TableError) as caught:
        list(read_records('a,b\n1,2\n"3,4\n'))
    assert caught.value.line == 3


@pytest.mark.parametrize(("text", "end"), [("a\r\n", "\r\n"), ("a\n", "\n"), ("a\r", "\r"), ("a", "")])
def test_the_line_end_of_a_record_is_known(text, end):
    assert line_end(text) == end
