"""Several sources, one event: versions stay, contradictions are named, none is made up."""

import pytest

from mapping.judging.events import merge_events
from mapping.placing import resolve
from mapping.project import read_project

HEAD = '[source]\ntitle = "Another report"\npublisher = "Courier"\npublished = "2025-05-10"\ntext = "verbatim"\n'


@pytest.fixture
def told(project):
    """Add a second source to the project and merge: told(text, statements) -> happenings by id."""

    def merge(text: str, statements: str, head: str = HEAD):
        (project / "seeds/2025-05-10-courier.txt").write_text(text, encoding="utf-8")
        (project / "seeds/2025-05-10-courier.toml").write_text(head + statements, encoding="utf-8")
        front = read_project(project)
        world = resolve(front.gazetteer, front.statements)
        return {h.id: h for h in merge_events(front.statements, front.sources, world)}

    return merge


def capture(**fields: str) -> str:
    rows = {"kind": '"event"', "id": '"c"', "event": '"alpha-captured"', "type": '"capture"', "at": '"alpha"',
            "quote": '"Alpha was captured"'} | fields  # fmt: skip
    return "\n[[statement]]\n" + "\n".join(f"{key} = {value}" for key, value in rows.items()) + "\n"


TEXT = "Alpha was captured. Later, Beta and Gamma were shelled."


def test_reports_that_share_an_id_are_one_event(told):
    event = told(TEXT, capture(date='"2025-05-01"'))["alpha-captured"]
    assert [s.source for s in event.reports] == ["2025-05-03-herald-alpha", "2025-05-10-courier"]
    assert event.contradictions == ()
    assert event.title == "Capture of Alpha"


def test_a_coarser_date_is_no_contradiction_and_the_finer_is_preferred(told):
    event = told(TEXT, capture(date='"2025-05"'))["alpha-captured"]
    assert event.contradictions == ()
    assert event.preferred.date == "2025-05-01"


def test_dates_that_no_day_satisfies_contradict_each_other(told):
    event = told(TEXT, capture(date='"2025-04-12"'))["alpha-captured"]
    assert event.contradictions == ("date: 2025-05-01 (Herald) or 2025-04-12 (Courier)",)
    assert len(event.versions) == 2


def test_a_version_later_than_a_report_of_it_is_impossible_and_kept(told):
    event = told(TEXT, capture(date='"2025-05-09"'))["alpha-captured"]
    impossible = {v.report.date: v.impossible for v in event.versions}
    assert impossible["2025-05-01"] is None
    assert impossible["2025-05-09"] == "2025-05-09 is after 2025-05-03, when Herald already told of it"
    assert event.preferred.date == "2025-05-01"


def test_a_report_that_the_text_itself_cites_counts_as_one(told):
    event = told(TEXT, capture(date='"2025-05-01"', cited='"2025-04-20"'))["alpha-captured"]
    assert all(version.impossible for version in event.versions)


def test_places_outside_each_others_radius_contradict_each_other(told):
    event = told(TEXT, capture(date='"2025-05-01"', at='"beta"'))["alpha-captured"]
    assert event.contradictions == ("place: Alpha (Herald) or Beta (Courier)",)


def test_a_township_agrees_with_its_town(told):
    text = TEXT.replace("Alpha", "Alpha Township", 1).replace("captured", "captured", 1)
    statement = capture(date='"2025-05-01"', at='"alpha-township"', quote='"Alpha Township was captured"')
    assert told(text, statement)["alpha-captured"].contradictions == ()


def test_differing_exact_counts_contradict_each_other(told):
    fields = {"id": '"d"', "event": '"shelled"', "type": '"shelling"', "at": '"beta"', "quote": '"Beta and Gamma were shelled"'}
    counts = ('counts = [{ what = "killed", n = 3 }]\n', 'counts = [{ what = "killed", n = 5 }]\n')
    events = told(TEXT, capture(**fields) + counts[0] + capture(**fields | {"id": '"e"'}) + counts[1])
    assert events["shelled"].contradictions == ("killed: 3 (Courier) or 5 (Courier)",)


def test_a_bound_is_no_exact_count(told):
    fields = {"id": '"d"', "event": '"shelled"', "type": '"shelling"', "at": '"beta"', "quote": '"Beta and Gamma were shelled"'}
    counts = ('counts = [{ what = "killed", n = 3, limit = "at-least" }]\n', 'counts = [{ what = "killed", n = 5 }]\n')
    events = told(TEXT, capture(**fields) + counts[0] + capture(**fields | {"id": '"e"'}) + counts[1])
    assert events["shelled"].contradictions == ()


def test_a_denial_makes_an_event_disputed(told):
    event = told(TEXT, capture(denied_by='"the Blues"', date='"2025-05-01"'))["alpha-captured"]
    assert event.certainty == "disputed"
    assert event.contradictions == ("told by Courier, denied by the Blues",)


def test_a_plan_that_somebody_saw_happen_has_happened(told):
    event = told(TEXT, capture(certainty='"planned"', date='"2025-05-01"'))["alpha-captured"]
    assert event.certainty == "asserted"
    assert event.preferred.source == "2025-05-03-herald-alpha"


def test_a_retracted_report_takes_no_part(told):
    event = told(TEXT, capture(status='"retracted"', date='"2025-04-12"'))["alpha-captured"]
    assert event.contradictions == ()
    assert len(event.versions) == 1


def test_statements_without_an_event_id_are_events_of_their_own(told):
    assert "2025-05-03-herald-alpha/fight" in told(TEXT, "")
