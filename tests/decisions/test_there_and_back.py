"""Every decision does what it says, and taken back leaves the same bytes."""

from __future__ import annotations

from datetime import date

import pytest

from mapping.decisions import names, places, sources, statements
from mapping.decisions.places import Found
from mapping.intake.candidates import locate
from mapping.project import read_project
from tests.decisions.conftest import SOURCE
from tests.support.adding import add

DRAFT, BRIDGE, FIGHT = f"{SOURCE}/draft-captures", f"{SOURCE}/draft-bridge", f"{SOURCE}/fight"
ROW = {"kind": "event", "type": "battle", "near": "gamma", "status": "draft", "quote": "Red troops fought Blue troops"}
MILL = Found((11.1, 91.1), "village", "survey")


def submitted(files, project):
    return sources.take_in(files, add("-", b"Rain fell on Alpha.", project, today=date(2026, 1, 1), restated=True))


OPERATIONS = {
    "accept": lambda files, _: statements.accept(files, [BRIDGE]),
    "reject": lambda files, _: statements.reject(files, [DRAFT, BRIDGE]),
    "retract": lambda files, _: statements.retract(files, [FIGHT], "the paper took it back"),
    "mend": lambda files, _: statements.mend(files, FIGHT, {"near": None, "at": ["gamma"], "certainty": "claimed"}),
    "make": lambda files, _: statements.make(files, SOURCE, ROW),
    "split": lambda files, _: statements.split(files, DRAFT, "at"),
    "merge": lambda files, _: statements.merge(files, [f"{SOURCE}/alpha-captured", DRAFT]),
    "same": lambda files, _: statements.same(files, [DRAFT, "2025-05-04-courier/taken"]),
    "remove": lambda files, project: sources.remove(files, SOURCE, project),
    "redraft": lambda files, project: sources.redraft(files, SOURCE, project, rejected=[], mended=set()),
    "add": submitted,
    "spell": lambda files, project: places.accept(files, "Gammah", locate("Gammah", project)[0], project),
    "put at": lambda files, project: places.put_at(files, "Nowhere Mill", MILL, project),
    "put beyond": lambda files, project: places.put_at(files, "Mill", Found((30.0, 91.0), "village", "survey"), project),
    "no place": lambda files, _: places.no_place(files, "Alpha Males", "an armed group"),
    "rename a place": lambda files, project: names.rename_everywhere(files, "alpha", "alfa", project),
    "rename one beyond": lambda files, project: names.rename_everywhere(files, "faraway", "far-away", project),
    "rename a route": lambda files, project: names.rename_everywhere(files, "alpha-beta", "the-road", project),
    "rename a stretch": lambda files, project: names.rename_everywhere(files, "south-half", "south", project),
    "rename an actor": lambda files, project: names.rename_everywhere(files, "reds", "crimsons", project),
    "rename an event": lambda files, project: names.rename_everywhere(files, "alpha-captured", "fall-of-alpha", project, "event"),
    "rename a source": lambda files, project: names.rename_everywhere(files, SOURCE, "2025-05-03-herald", project),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_decision_taken_back_leaves_the_same_bytes(desk, name):
    before = desk.contents()
    change = desk.decide(OPERATIONS[name], read_project(desk.folder))
    assert desk.contents() != before
    assert {file: desk.contents().get(file) for file in change.after} == change.after
    read_project(desk.folder)
    desk.journal.undo()
    assert desk.contents() == before


def test_all_decisions_one_after_the_other_are_taken_back_in_turn(desk):
    states = [desk.contents()]
    for name in ("accept", "mend", "put at", "split", "rename a place", "rename a source"):
        desk.decide(OPERATIONS[name], read_project(desk.folder))
        states.append(desk.contents())
    for before in reversed(states[:-1]):
        desk.journal.undo()
        assert desk.contents() == before


def told(desk, source=SOURCE):
    project = read_project(desk.folder)
    return {one.id: one for found in project.sources if found.id == source for one in found.statements}


def test_what_is_accepted_is_reviewed_and_its_comment_stays(desk):
    desk.decide(statements.accept, [BRIDGE])
    assert told(desk)["draft-bridge"].status == "reviewed"
    assert 'status = "reviewed"  # a look at the picture may help' in desk.contents()[f"seeds/{SOURCE}.toml"].decode()


def test_split_makes_one_of_each_place(desk):
    desk.decide(statements.split, DRAFT, "at")
    assert [told(desk)[id_].at for id_ in ("draft-captures", "draft-captures-2")] == [("alpha",), ("gamma",)]


def test_merged_statements_quote_the_words_of_all(desk):
    desk.decide(statements.merge, [f"{SOURCE}/alpha-captured", DRAFT])
    one = told(desk)["alpha-captured"]
    assert (one.at, one.quote, "draft-captures" in told(desk)) == (("alpha", "gamma"), "The Reds captured Alfa on 1 May.", False)


def test_reports_of_one_event_share_its_id(desk):
    desk.decide(statements.same, ["2025-05-04-courier/taken", f"{SOURCE}/alpha-captured"])
    assert told(desk, "2025-05-04-courier")["taken"].event == "alpha-captured"


def test_a_place_that_was_found_reaches_every_statement_that_names_it(desk):
    change = desk.decide(places.put_at, "Nowhere Mill", MILL, read_project(desk.folder))
    assert told(desk, "2025-05-04-courier")["far"].refs("to") == ("nowhere-mill",)
    assert change.more == ("2025-05-04-courier/far (reviewed): to", "named in 2025-05-04-courier")


def test_a_place_outside_the_window_is_listed_as_beyond(desk):
    desk.decide(OPERATIONS["put beyond"], read_project(desk.folder))
    assert read_project(desk.folder).gazetteer.settings.beyond == ("faraway", "mill")


def test_a_renamed_place_is_renamed_everywhere(desk):
    desk.decide(names.rename_everywhere, "alpha", "alfa", read_project(desk.folder))
    assert not any(b'"alpha"' in content or b"\nalpha," in content for content in desk.contents().values())
    assert {one.uid for one in read_project(desk.folder).statements} >= {FIGHT, DRAFT}


def test_drafts_that_were_thrown_away_do_not_come_back(desk):
    (desk.folder / "seeds" / f"{SOURCE}.toml").write_text('[source]\ntext = "verbatim"\npublished = "2025-05-03"\n', "utf-8")
    desk.decide(sources.redraft, SOURCE, read_project(desk.folder), rejected=[], mended=set())
    drafts = set(told(desk))
    assert drafts
    gone = min(drafts)
    desk.decide(statements.reject, [f"{SOURCE}/{gone}"])
    rejected, mended = desk.journal.notes()
    with pytest.raises(Exception, match="nothing to change"):
        desk.decide(sources.redraft, SOURCE, read_project(desk.folder), rejected=rejected, mended=mended)
    assert set(told(desk)) == drafts - {gone}


def test_a_text_that_nobody_has_read_gets_its_drafts(desk):
    toml = desk.folder / "seeds" / f"{SOURCE}.toml"
    toml.unlink()
    before = desk.contents()
    desk.decide(sources.redraft, SOURCE, read_project(desk.folder), rejected=[], mended=set())
    assert "capture" in {one.type for one in told(desk).values() if one.kind == "event"}
    desk.journal.undo()
    assert desk.contents() == before


def test_a_place_of_a_name_that_is_taken_gets_an_id_of_its_own(desk):
    (desk.folder / "seeds" / "2025-05-04-courier.txt").write_text("Alpha was taken by the Reds.\nNowhere Mill is 3 km from Alpha. ALPHA is another.\n", "utf-8")
    change = desk.decide(places.put_at, "ALPHA", MILL, read_project(desk.folder))
    assert change.told == "ALPHA is alpha-2 (village)"
    assert {"alpha", "alpha-2"} <= set(read_project(desk.folder).gazetteer.places)


def test_a_mended_draft_is_not_drafted_over(desk):
    desk.decide(statements.mend, BRIDGE, {"type": "airstrike"})
    rejected, mended = desk.journal.notes()
    assert (rejected, mended) == ([], {BRIDGE})
