"""What the desk shows of a source, and what its decisions do to the files."""

from __future__ import annotations

import pytest

from mapping.decisions import statements
from mapping.desk.session import ConflictError, Session
from mapping.domain.errors import CurationError
from tests.decisions.conftest import SOURCE, contents

TOML = f"seeds/{SOURCE}.toml"


def row(session, id_, source=SOURCE):
    return next(one for one in session.sheet(source)["statements"] if one["id"] == id_)


def decide(session, what, id_, **more):
    seen = {id_: row(session, id_)["version"]}
    return session.decide({"do": what, "source": SOURCE, "ids": [id_], "id": id_, "seen": seen, **more})


def test_statements_stand_in_reading_order_and_each_sentence_knows_its_own(session):
    sheet = session.sheet(SOURCE)
    starts = [one["start"] for one in sheet["statements"]]
    assert starts == sorted(starts)
    for sentence in sheet["sentences"]:
        for id_ in sentence["statements"]:
            one = next(each for each in sheet["statements"] if each["id"] == id_)
            assert one["start"] < sentence["end"]
            assert sentence["start"] < one["end"]


def test_a_sentence_on_which_nothing_rests_is_none_and_one_with_rejected_drafts_alone_is_decided(session, front):
    (front / TOML).write_text('[source]\ntext = "verbatim"\n\n[[statement]]\nkind = "event"\nid = "b"\ntype = "battle"\nat = "alpha"\nstatus = "draft"\nquote = "The Reds captured Alfa on 1 May."\n', "utf-8")
    states = [one["state"] for one in session.sheet(SOURCE)["sentences"]]
    assert states == ["none", "none", "told", "none"]
    decide(session, "reject", "b")
    assert [one["state"] for one in session.sheet(SOURCE)["sentences"]] == ["none", "none", "decided", "none"]


def test_a_decision_is_on_disk_when_it_is_told(session, front):
    answer = decide(session, "accept", "draft-bridge")
    assert "accepted draft-bridge" in answer["told"]
    assert b'status = "reviewed"  # a look' in (front / TOML).read_bytes()
    assert row(session, "draft-bridge")["status"] == "reviewed"
    assert answer["last"]["number"] == answer["number"]


def test_undo_after_a_restart_leaves_the_same_bytes(session, front):
    before = contents(front)
    decide(session, "accept", "draft-bridge")
    session.close()
    again = Session(front)
    again.undo(SOURCE)
    again.close()
    assert contents(front) == before


def test_a_statement_that_an_editor_changed_meanwhile_is_a_conflict(session, front):
    seen = {"fight": row(session, "fight")["version"]}
    path = front / TOML
    path.write_text(path.read_text("utf-8").replace('near = "gamma"', 'at = "gamma"'), "utf-8")
    before = contents(front)
    with pytest.raises(ConflictError, match="fight was changed in the file meanwhile"):
        session.decide({"do": "mend", "source": SOURCE, "id": "fight", "fields": {"certainty": "claimed"}, "seen": seen})
    assert contents(front) == before


def test_an_edit_of_another_statement_is_no_conflict_and_stays(session, front):
    seen = {"draft-bridge": row(session, "draft-bridge")["version"]}
    path = front / TOML
    path.write_text(path.read_text("utf-8").replace('near = "gamma"', 'at = "gamma"'), "utf-8")
    session.decide({"do": "accept", "source": SOURCE, "ids": ["draft-bridge"], "seen": seen})
    assert b'at = "gamma"' in path.read_bytes()


def test_a_second_desk_may_only_look(session, front):
    second = Session(front)
    assert "another desk" in second.reads_only
    assert second.sheet(SOURCE)["statements"]
    with pytest.raises(CurationError, match="another desk"):
        second.decide({"do": "accept", "source": SOURCE, "ids": ["draft-bridge"]})
    session.close()
    third = Session(front)
    assert third.reads_only == ""
    third.close()


def test_a_file_with_a_fault_shows_it_and_the_others_work(session, front):
    (front / TOML).write_text("[source\n", "utf-8")
    (shown,) = [one for one in session.sources() if one["id"] == SOURCE]
    assert "is no TOML" in shown["fault"]
    sheet = session.sheet(SOURCE)
    assert (sheet["curated"], sheet["statements"]) == (False, [])
    assert "line 1" in sheet["faults"][0]["message"]
    assert session.sheet("2025-05-04-courier")["statements"]


def test_a_faulty_statement_tells_its_fault_on_its_card(session, front):
    path = front / TOML
    path.write_text(path.read_text("utf-8").replace('near = "gamma"', 'near = "atlantis"'), "utf-8")
    assert "unknown place 'atlantis'" in row(session, "fight")["faults"][0]


def test_a_text_that_changed_under_its_statements_is_told(session, front):
    text = front / f"seeds/{SOURCE}.txt"
    text.write_text(text.read_text("utf-8").replace("A bridge was hit.", "A bridge stands."), "utf-8")
    assert "does not stand in" in row(session, "draft-bridge")["faults"][0]


def test_what_is_drawn_of_a_draft_is_what_a_build_would_draw(session):
    found = session.drawn(SOURCE, "draft-captures")
    points = [one["geometry"]["coordinates"] for one in found["features"] if one["geometry"]["type"] == "Point" and one["properties"]["table"] == "events"]
    assert sorted(points) == [(91.0, 11.0), (91.0, 11.2)]
    assert session.drawn(SOURCE, "draft-bridge")["not_located"][0][0] == "A bridge"


def test_names_without_a_place_are_queued_before_descriptions(session):
    assert [(one["name"], len(one["told"])) for one in session.names()] == [("Nowhere Mill", 1), ("A bridge", 2)]


def test_a_place_found_at_the_desk_reaches_its_statements(session):
    answer = session.decide({"do": "place", "name": "Nowhere Mill", "lat": 11.1, "lon": 91.1, "kind": "village", "evidence": "survey"})
    assert "2025-05-04-courier/far (reviewed): to" in answer["more"]
    assert [one["name"] for one in session.names()] == ["A bridge"]
    assert ["nowhere-mill", "Nowhere Mill"] in session.overview()["lists"]["places"]


def test_a_candidate_is_taken_by_its_code(session):
    (first, *_) = session.candidates("Gammah")
    assert first["code"] == "gamma"
    assert "is a spelling of gamma" in session.decide({"do": "place", "name": "Gammah", "code": "gamma"})["told"]


@pytest.mark.parametrize(("text", "edtf"), [("2 may", "2025-05-02"), ("mid-april", "2025-04-15~"), ("../2025-05", "../2025-05"), ("nonsense", None), ("", None)])
def test_a_typed_date_is_read_by_the_grammar_of_the_reader(session, text, edtf):
    assert session.date(text, SOURCE).get("edtf") == edtf


def test_reports_of_the_same_event_are_offered_with_their_sentences(session):
    (pair,) = session.same(SOURCE, "alpha-captured")
    assert (pair["uid"], pair["quote"]) == ("2025-05-04-courier/taken", "Alpha was taken by the Reds.")


@pytest.mark.parametrize("request_", [{}, {"do": "burn"}, {"do": "accept"}, {"do": "mend", "source": SOURCE}, {"do": "accept", "source": "../etc", "ids": ["x"]}, {"do": "mend", "source": SOURCE, "id": "fight", "fields": 3}])
def test_what_is_no_decision_is_told(session, front, request_):
    before = contents(front)
    with pytest.raises(CurationError):
        session.decide(request_)
    assert contents(front) == before


def test_every_field_of_a_kind_has_its_place_in_the_order(session):
    for kind, fields in session.overview()["fields"].items():
        known = {info.alias or name for name, info in statements.KINDS[kind].model_fields.items()}
        assert set(fields) == known
        assert len(fields) == len(known)


@pytest.mark.parametrize(("name", "words"), [("drafts", "draft-captures"), ("same", "alpha-captured"), ("contradictions", ""), ("differences", "")])
def test_the_queues_tell_what_waits_in_the_whole_project(session, name, words):
    rows = session.queue(name)
    assert all(row["source"] in {one["id"] for one in session.sources()} for row in rows)
    assert not words or words in {row["id"] for row in rows}


def test_a_text_without_a_toml_is_drafted_at_the_desk(session, front):
    (front / TOML).unlink()
    assert (session.sheet(SOURCE)["curated"], session.sheet(SOURCE)["faults"]) == (False, [])
    session.decide({"do": "redraft", "source": SOURCE})
    assert {one["status"] for one in session.sheet(SOURCE)["statements"]} == {"draft"}


def test_an_unknown_queue_is_told(session):
    with pytest.raises(CurationError, match="is no queue"):
        session.queue("all")


def test_a_number_that_the_quote_does_not_state_is_doubtful(session, front):
    path = front / "seeds/2025-05-04-courier.toml"
    path.write_text(path.read_text("utf-8").replace("km = 3\n", 'km = 30\nstatus = "draft"\n'), "utf-8")
    assert "the quote does not state 30 km" in row(session, "far", "2025-05-04-courier")["doubts"]
    path.write_text(path.read_text("utf-8").replace("km = 30\n", "km = 3\n"), "utf-8")
    assert row(session, "far", "2025-05-04-courier")["doubts"] == ["a place is not located"]
    assert "the quote does not state 2 soldiers killed" in row(session, "draft-captures")["doubts"]


def test_only_what_the_gazetteer_locates_is_marked_as_located(session):
    marked = {one["name"]: one["located"] for one in session.sheet(SOURCE)["mentions"]}
    assert marked["Alpha"]
    for sheet in (session.sheet(one["id"]) for one in session.sources()):
        assert all(one["place"] for one in sheet["mentions"] if one["located"])
