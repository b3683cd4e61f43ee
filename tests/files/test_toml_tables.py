"""A .toml while it is edited: what is not touched keeps its bytes, whatever it holds."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.files.toml import write_toml
from mapping.files.toml_tables import TomlTables
from tests.conftest import CURATED, ROOT

HEAD = "[[statement]]"
ODD = '''# at the top
[source]
text = "x"  # whose words

# about the first
[[statement]]
id = "a" # keep
quote = """
[[statement]]
z"""

[[statement.counts]]
n = 1
what = "x"
[[ statement ]]
id="b"
list = [
  "one", # first
  "two",
]'''
TEXTS = [ODD, CURATED, CURATED.replace("\n", "\r\n"), "", "# nothing\n", '[source]\ntext = "x"']
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\r"), max_size=20)
values = st.one_of(words, st.booleans(), st.integers(0, 999), st.lists(words, max_size=3))


@pytest.mark.parametrize("text", [*TEXTS, *(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.toml")))])
def test_what_is_not_touched_keeps_its_bytes(text):
    assert TomlTables(text).content == text


def test_a_line_within_a_string_is_no_head():
    assert [table.data["id"] for table in TomlTables(ODD).of(HEAD)] == ["a", "b"]


def test_a_text_that_is_no_toml_is_refused_with_the_line():
    with pytest.raises(ValueError, match="line 2"):
        TomlTables("[source]\ntext = x\n")


@given(st.dictionaries(st.sampled_from(["id", "new", "quote", "also"]), st.one_of(st.none(), values), min_size=1))
def test_a_change_changes_its_table_alone(fields):
    tables = TomlTables(ODD)
    first, second = tables.of(HEAD)
    tables.change(first, fields, ["id", "new", "also", "quote"])
    wanted = {key: value for key, value in {**first.data, **fields}.items() if value is not None}
    read = tomllib.loads(tables.content)
    assert read["statement"] == [wanted, dict(second.data)]
    assert tables.content.startswith(ODD[: ODD.index("[[statement]]")])
    assert tables.content.endswith(second.text)


def test_a_comment_on_the_line_of_a_changed_field_stays():
    tables = TomlTables('[[statement]]\nid = "a" # keep\n')
    tables.change(tables.of(HEAD)[0], {"id": "c"})
    assert tables.content == '[[statement]]\nid = "c" # keep\n'


def test_a_new_field_stands_by_its_place_in_the_order():
    tables = TomlTables('[[statement]]\nid = "a"\nquote = "q"\n')
    tables.change(tables.of(HEAD)[0], {"date": "2025"}, ["id", "date", "quote"])
    assert tables.content == '[[statement]]\nid = "a"\ndate = "2025"\nquote = "q"\n'


def test_a_field_before_all_others_stands_first():
    tables = TomlTables('[[statement]]\n# about it\nquote = "q"\n')
    tables.change(tables.of(HEAD)[0], {"id": "a"}, ["id", "quote"])
    assert tables.content == '[[statement]]\n# about it\nid = "a"\nquote = "q"\n'


@given(st.dictionaries(st.from_regex("[a-z]{1,5}", fullmatch=True), values, max_size=4), st.sampled_from(TEXTS))
def test_an_added_table_stands_behind_an_empty_line_and_can_be_taken_out(row, text):
    tables = TomlTables(text)
    added = tables.append("[[added]]", row)
    read = tomllib.loads(tables.content)
    assert read["added"] == [row]
    assert "[[added]]" in tables.content.replace("\r", "").split("\n\n", 1)[-1].splitlines() or tables.content.startswith("[[added]]")
    tables.remove(added)
    assert tomllib.loads(tables.content) == tomllib.loads(text)


def test_a_table_that_is_added_in_the_middle_leaves_an_empty_line_behind():
    tables = TomlTables(write_toml([(HEAD, {"id": "a"}), (HEAD, {"id": "c"})]))
    tables.append(HEAD, {"id": "b"}, after=tables.of(HEAD)[0])
    assert tables.content == write_toml([(HEAD, {"id": id_}) for id_ in "abc"])


def test_lines_end_as_those_of_the_file():
    tables = TomlTables(CURATED.replace("\n", "\r\n"))
    tables.change(tables.of(HEAD)[0], {"certainty": "claimed", "at": ["alpha"]})
    tables.append(HEAD, {"id": "z"})
    assert "\n" not in tables.content.replace("\r\n", "")


def test_comments_right_above_a_table_go_with_it():
    tables = TomlTables('[source]\ntext = "x"\n\n# about a\n[[statement]]\nid = "a"\n\n# about b\n[[statement]]\nid = "b"\n')
    tables.remove(tables.of(HEAD)[0])
    assert tables.content == '[source]\ntext = "x"\n\n# about b\n[[statement]]\nid = "b"\n'
