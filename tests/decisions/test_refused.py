"""What a decision cannot do is told, and nothing is written."""

from __future__ import annotations

import pytest

from mapping.decisions import names, places, sources, statements
from mapping.decisions.places import Found
from mapping.domain.errors import CurationError
from mapping.intake.candidates import locate
from mapping.project import read_project
from tests.decisions.conftest import SOURCE

DRAFT, FIGHT, ROAD = f"{SOURCE}/draft-captures", f"{SOURCE}/fight", f"{SOURCE}/road"

REFUSED = {
    "is no id of a statement": lambda files, _: statements.accept(files, ["fight"]),
    "is not there.*did you mean 'fight'": lambda files, _: statements.accept(files, [f"{SOURCE}/figth"]),
    "is missing": lambda files, _: statements.accept(files, ["nobody/fight"]),
    "nothing to change": lambda files, _: statements.accept(files, [FIGHT]),
    "is reviewed; retract it": lambda files, _: statements.reject(files, [FIGHT]),
    "is a draft; reject it": lambda files, _: statements.retract(files, [DRAFT]),
    "unknown field 'plase'": lambda files, _: statements.mend(files, FIGHT, {"plase": "alpha"}),
    "id: others may name it": lambda files, _: statements.mend(files, FIGHT, {"id": "other"}),
    "unknown place 'atlantis'": lambda files, _: statements.mend(files, FIGHT, {"near": "atlantis"}),
    "certainty: unknown 'sure'": lambda files, _: statements.mend(files, FIGHT, {"certainty": "sure"}),
    "the words of the quote give": lambda files, _: statements.mend(files, FIGHT, {"date": "2025-05-01"}),
    "unknown event": lambda files, _: statements.mend(files, FIGHT, {"covers": ["nothing-known"]}),
    "holds no list": lambda files, _: statements.split(files, FIGHT, "near"),
    "two statements of one source": lambda files, _: statements.merge(files, [DRAFT, "2025-05-04-courier/taken"]),
    "they say": lambda files, _: statements.merge(files, [FIGHT, f"{SOURCE}/alpha-captured"]),
    "tells no event": lambda files, _: statements.same(files, [FIGHT, ROAD]),
    "does not stand in": lambda files, _: statements.make(files, SOURCE, {"kind": "event", "type": "battle", "at": "alpha", "quote": "No such words"}),
    "is no source.*did you mean": lambda files, project: sources.remove(files, f"{SOURCE}x", project),
    "names nothing": lambda files, project: names.rename_everywhere(files, "alphaa", "b", project),
    "is the id of another": lambda files, project: names.rename_everywhere(files, "alpha", "beta", project),
    "is no id; ids are": lambda files, project: names.rename_everywhere(files, "alpha", "Al pha", project),
    "no name of a file": lambda files, project: names.rename_everywhere(files, SOURCE, "../x", project),
    "needs a reason": lambda files, _: places.no_place(files, "Alpha Males", " "),
    "stands there already": lambda files, _: places.no_place(files, "Alpha Times", "a newspaper"),
    "has a location already": lambda files, project: places.put_at(files, "Alpha", Found((11, 91), "town", "x"), project),
    "no point on Earth": lambda files, project: places.put_at(files, "Mill", Found((91.5, 0), "village", "x"), project),
    "kind: unknown 'vilage'.*did you mean": lambda files, project: places.put_at(files, "Mill", Found((11, 91), "vilage", "x"), project),
    "evidence: is empty": lambda files, project: places.put_at(files, "Mill", Found((11, 91), "village", ""), project),
    "is known already": lambda files, project: places.spell(files, "Alfa", "alpha", project),
}  # fmt: skip


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_done_is_told_and_nothing_is_written(desk, words):
    before = desk.contents()
    with pytest.raises(CurationError, match=f"(?s){words}"):
        desk.decide(REFUSED[words], read_project(desk.folder))
    assert desk.contents() == before


def test_what_is_wrong_already_stands_in_no_decisions_way(desk):
    toml = desk.folder / "seeds" / f"{SOURCE}.toml"
    toml.write_text(toml.read_text("utf-8").replace('near = "gamma"', 'near = "atlantis"'), "utf-8")
    desk.decide(statements.accept, [f"{SOURCE}/draft-bridge"])
    assert b'status = "reviewed"' in toml.read_bytes()


def test_a_spelling_that_would_break_the_project_is_refused(desk):
    project = read_project(desk.folder)
    with pytest.raises(CurationError, match=r"gazetteer/names\.csv: gamma: after this decision: has a name of 299"):
        desk.decide(places.accept, "Gamma " * 50, locate("Gammah", project)[0], project)


def test_what_is_wrong_with_the_map_already_stops_no_spelling(desk):
    toml = desk.folder / "seeds" / f"{SOURCE}.toml"
    toml.write_text(toml.read_text("utf-8").replace("km = 20\n", "km = 2000\n"), "utf-8")
    project = read_project(desk.folder)
    change = desk.decide(places.accept, "Gammah", locate("Gammah", project)[0], project)
    assert list(change.after) == ["gazetteer/names.csv"]


def test_an_id_that_names_two_must_be_told_apart(desk):
    desk.decide(statements.mend, f"{SOURCE}/alpha-captured", {"event": "alpha"})
    with pytest.raises(CurationError, match="names a place and an event; say which"):
        desk.decide(names.rename_everywhere, "alpha", "alfa", read_project(desk.folder))


def test_there_is_nothing_to_undo_at_first(desk):
    with pytest.raises(CurationError, match="no decision to undo"):
        desk.journal.undo()
