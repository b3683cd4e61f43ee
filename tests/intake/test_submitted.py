"""Drafts from elsewhere are taken as far as the words bear them out."""

from __future__ import annotations

import json
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.errors import CurationError
from mapping.intake.submitted import MOST_BYTES, read_drafts, schema
from mapping.project import read_project
from mapping.reading import read
from tests.support.adding import add
from tests.support.reports import matcher

TEXT = "On 2 May the Reds captured Alpha, killing 12 soldiers. Gamma lies 20 miles north of Alpha."
CAPTURE = {
    "kind": "event", "event_type": "capture", "quote": "On 2 May the Reds captured Alpha, killing 12 soldiers.",
    "places": [{"role": "at", "place": "alpha"}], "actors": ["reds"], "date": "2025-05-02", "date_text": "2 May",
    "counts": [{"what": "soldiers killed", "n": 12}],
}  # fmt: skip
LIES = {
    "kind": "distance", "quote": "Gamma lies 20 miles north of Alpha.", "km": 32.187, "bearing": "N",
    "places": [{"role": "from", "place": "alpha"}, {"role": "to", "name": "Gamma"}],
}  # fmt: skip


def given_drafts(*statements, **more):
    return read_drafts("drafts.json", json.dumps({"statements": statements, **more}).encode())


@pytest.fixture
def taken(project):
    def take(*statements, **more):
        file = given_drafts(*statements, **more)
        return add("-", TEXT.encode(), read_project(project), today=date(2026, 1, 1), published="2025-05-03", drafts=file)

    return take


def test_what_the_words_bear_out_is_a_draft_marked_with_its_reader(taken):
    added = taken(CAPTURE, LIES, drafted_by="a colleague")
    toml = added.files[f"{added.source}.toml"].decode()
    assert added.refused == ()
    assert toml.count('status = "draft"') == toml.count('drafted_by = "a colleague"') == 2
    assert 'date = "2025-05-02"' in toml
    assert 'counts = [{ what = "soldiers killed", n = 12 }]' in toml


def test_a_length_is_kept_in_the_unit_of_the_text(taken):
    added = taken(LIES)
    assert "miles = 20\n" in added.files[f"{added.source}.toml"].decode()


WRONG = {
    "does not stand in the text": {"quote": "On 3 May the Reds captured Alpha"},
    "'Beta' does not stand in the quote": {"places": [{"role": "at", "name": "Beta"}]},
    "'beta' does not stand in the quote": {"places": [{"role": "at", "place": "beta"}]},
    "unknown place 'atlantis'": {"places": [{"role": "at", "place": "atlantis"}]},
    "the quote states no 13": {"counts": [{"what": "soldiers killed", "n": 13}]},
    "'3 May' does not stand in the quote": {"date_text": "3 May", "date": "2025-05-03"},
    "the words of the quote give 2025-05-02": {"date": "2025-05-01"},
    "say which words of the quote tell it": {"date_text": None},
    "unknown actor 'greens'": {"actors": ["greens"]},
    "event_type is missing": {"event_type": None},
    "certainty: 'sure'|certainty: Input should be": {"certainty": "sure"},
    "places": {"places": []},
    "kind": {"kind": "rumour"},
}


@pytest.mark.parametrize("words", WRONG)
def test_what_the_words_do_not_bear_out_is_told_and_not_taken(taken, words):
    added = taken({**CAPTURE, **WRONG[words]}, LIES)
    assert len(added.statements) == 1
    ((_, why),) = added.refused
    assert any(part in why for part in words.split("|"))


def test_a_length_that_the_quote_does_not_state_is_refused(taken):
    added = taken({**LIES, "km": 20})
    assert [why for _, why in added.refused] == ["km: the quote states no length of 20 km"]


def test_the_schema_takes_what_is_taken_and_what_the_program_prints():
    found = read("The TNLA captured Mogok, 5 km from Singu.", "2025-08-07", matcher()).as_json()
    for example in ({"statements": [CAPTURE, LIES]}, found):
        jsonschema.validate(example, schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"statements": [{"kind": "rumour"}]}, schema())


def test_what_the_reader_prints_is_taken_as_it_reads(shipped):
    text = "The TNLA captured Mogok on 5 August 2025. Singu is 5 km from Mogok."
    printed = json.dumps(read(text, "2025-08-07", matcher()).as_json()).encode()
    added = add("-", text.encode(), read_project(shipped), today=date(2026, 1, 1), published="2025-08-07", drafts=read_drafts("-", printed))
    assert (added.refused, len(added.statements)) == ((), 2)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "is no JSON"),
        (b"[]", "is no table|is no object|valid dictionary"),
        (b'{"statements": 3}', "statements"),
        (b"{}", "'statements' is missing"),
        (b" " * (MOST_BYTES + 1), "MB; 20 are the most"),
        (b"[" * 100_000, "is no JSON"),
        (b'{"statements": [NaN]}', ""),
    ],
    ids=["broken", "list", "number", "empty", "huge", "deep", "nan"],
)
def test_what_is_no_file_of_drafts_is_told_in_a_line(data, words):
    if not words:
        assert read_drafts("drafts.json", data)
        return
    with pytest.raises(CurationError) as told:
        read_drafts("drafts.json", data)
    assert any(part in str(told.value) for part in words.split("|"))


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from([*CAPTURE, "role", "name", "what", "n"]), inner, max_size=4)),
    max_leaves=8,
)


@given(st.lists(st.one_of(json_values, st.fixed_dictionaries({"kind": st.just("event"), "quote": st.just("Alpha"), "places": json_values})), max_size=3))
def test_whatever_stands_in_the_file_each_statement_is_taken_or_refused(statements):
    from mapping.intake.submitted import held_to_words
    from tests.support.reports import gazetteer

    taken = held_to_words(given_drafts(*statements), TEXT, "2025-05-03", gazetteer())
    assert len(taken.rows) + len(taken.refused) >= min(len(statements), 1)
