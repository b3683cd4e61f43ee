"""Undo and what an editor does meanwhile: both stand, or it is told; never one in the place of another."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.decisions import names, statements
from mapping.decisions.change import Files
from mapping.decisions.journal import Journal
from mapping.decisions.merging import is_both
from mapping.domain.errors import CurationError
from mapping.files.toml_tables import TomlTables
from mapping.project import read_project
from tests.decisions.conftest import SOURCE, contents, front  # noqa: F401  the project

FIELDS = st.dictionaries(st.sampled_from(["quote", "status", "note"]), st.sampled_from(["a", "b"]), max_size=3)
ROWS = st.lists(st.tuples(st.sampled_from("pqrs"), FIELDS), max_size=4, unique_by=lambda row: row[0])


def toml(rows):
    return "".join(f'[[statement]]\nid = "{id_}"\n' + "".join(f'{name} = "{value}"\n' for name, value in fields.items()) for id_, fields in rows).encode()


@given(ROWS, ROWS)
def test_what_one_side_changed_is_both(base, other):
    assert is_both(toml(other), toml(other), toml(base), toml(base))
    assert is_both(toml(other), toml(base), toml(base), toml(other))
    assert is_both(toml(other), toml(base), toml(base), toml(other[::-1]))


@given(ROWS, ROWS, ROWS)
def test_what_is_neither_is_not_both(base, ours, merged):
    same = dict(merged) == dict(ours)
    assert is_both(toml(merged), toml(ours), toml(base), toml(base)) is same


@pytest.mark.parametrize("broken", [b"[[statement]]\nid = ", b"\xff", b'[[statement]]\nid = "p"\n[[statement]]\nid = "p"\n'])
def test_what_cannot_be_read_is_never_both(broken):
    assert not is_both(broken, toml([]), toml([]), toml([("p", {})]))


TWINS = """
[[statement]]
kind = "event"
id = "one"
type = "capture"
at = "alpha"
quote = "The Reds captured Alpha"
status = "draft"

[[statement]]
kind = "event"
id = "two"
type = "battle"
at = "alpha"
quote = "The Reds captured Alpha"
status = "draft"
"""


def test_a_note_stays_at_its_statement_when_its_twin_comes_back(front):  # noqa: F811
    path = front / f"seeds/{SOURCE}.toml"
    path.write_text(path.read_text("utf-8") + TWINS, "utf-8")
    journal, files = Journal(front), Files(front)
    journal.carry_out(statements.reject(files, [f"{SOURCE}/two"]))
    ours = path.read_text("utf-8")
    at = ours.index('status = "draft"', ours.index('id = "one"'))
    path.write_text(ours[:at] + 'note = "by hand"\n' + ours[at:], "utf-8")
    before = contents(front)
    try:
        journal.undo()
    except CurationError as error:
        assert "mend them by hand" in str(error)  # noqa: PT017  either is right, and nothing else
        assert contents(front) == before
        return
    rows = {row["id"]: row for row in tomllib.loads(path.read_text("utf-8"))["statement"]}
    assert (rows["one"].get("note"), "note" in rows["two"]) == ("by hand", False)


@pytest.mark.parametrize("id_", ["../x/taken", "/../../outside/x/taken", f"/../seeds/{SOURCE}/draft-bridge", "..\\x/taken"])
def test_no_id_leads_out_of_the_project(front, id_):  # noqa: F811
    before = contents(front)
    with pytest.raises(CurationError):
        statements.accept(Files(front), [id_])
    assert contents(front) == before


def test_a_new_event_takes_no_id_that_another_has(front):  # noqa: F811
    other = front / "seeds" / "2025-05-09-star.toml"
    (front / "seeds" / "2025-05-09-star.txt").write_text("Rain.\n", "utf-8")
    other.write_text('[source]\ntext = "verbatim"\n\n[[statement]]\nevent = "draft-captures"\n', "utf-8")
    change = statements.same(Files(front), [f"{SOURCE}/draft-captures"])
    assert b'event = "draft-captures-2"' in change.after[f"seeds/{SOURCE}.toml"]


def test_one_statement_twice_is_nothing_to_merge(front):  # noqa: F811
    with pytest.raises(CurationError, match="merge takes two statements"):
        statements.merge(Files(front), [f"{SOURCE}/draft-captures"] * 2)


def test_what_was_thrown_away_stays_so_under_another_name_of_its_source(front):  # noqa: F811
    journal = Journal(front)
    journal.carry_out(statements.reject(Files(front), [f"{SOURCE}/draft-bridge"]))
    journal.carry_out(statements.mend(Files(front), f"{SOURCE}/draft-captures", {"certainty": "claimed"}))
    journal.carry_out(names.rename_everywhere(Files(front), SOURCE, "2025-05-03-herald-new", read_project(front)))
    rejected, mended = journal.notes()
    assert "2025-05-03-herald-new" in {one["source"] for one in rejected}
    assert "2025-05-03-herald-new/draft-captures" in mended


@pytest.mark.parametrize(
    "text",
    [
        '[["statement"]]\nid = "b"\n', "[[ 'statement' ]]\nid = \"b\"\n",
        '[[statement]]\nid = "b"\nnote = """\nfirst\n# no comment"""\n', '[[statement]]\nid = "b"\nnote = "a\u2028# b\u0085[[statement]]"\n',
    ],
)  # fmt: skip
def test_tables_are_told_apart_as_toml_tells_them(text):
    tables = TomlTables('[[statement]]\nid = "a"\n\n' + text + '\n[[statement]]\nid = "c"\n')
    rows = list(tables.of("[[statement]]"))
    assert [row.data["id"] for row in rows] == ["a", "b", "c"]
    tables.remove(rows[0])
    assert [row["id"] for row in tomllib.loads(tables.content)["statement"]] == ["b", "c"]


def test_settings_with_a_byte_order_mark_keep_it(front):  # noqa: F811
    path = front / "gazetteer/map.toml"
    path.write_text("\ufeff" + path.read_text("utf-8"), "utf-8")
    files = Files(front)
    with files.whole_toml("gazetteer/map.toml") as whole:
        whole["title"] = "Another"
    content = files.change("told").after["gazetteer/map.toml"].decode()
    assert content.startswith("\ufeff")
    assert 'title = "Another"' in content
