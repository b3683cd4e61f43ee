"""Merging the reports of several sources: in whichever order they come, the events are the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.domain.source_file import SourceHeader
from mapping.domain.vocabulary import CERTAINTIES
from mapping.judging.events import merge_events
from mapping.placing import resolve
from mapping.seeds.sources import Source
from tests.placing.test_roads import PLACES, ROADS, at, world
from tests.support.made_fronts import gazetteer, place, statement


def report(source="one", **fields):
    return statement("event", source=source, **({"id": "r", "event": "fight", "type": "battle"} | fields))


def source(id_, published=None):
    return Source(id_, "q", SourceHeader(publisher=id_.title(), published=published, text="restated"), ())


def merged(reports, published=None, there=None):
    sources = [source(name, (published or {}).get(name)) for name in dict.fromkeys(one.source for one in reports)]
    return merge_events(reports, sources, there or world())


def preferred(published):
    """The date that is preferred of two that are as fine as each other."""
    reports = [report("one", date="2025-05-01"), report("two", date="2025-05-02")]
    (event,) = merged(reports, published)
    return event.preferred.source


@pytest.mark.parametrize(
    ("published", "first"),
    [
        ({"one": "2025-05-20", "two": "2025-05-10"}, "two"),
        ({"one": "2025-05-20", "two": "../2025-05-10"}, "two"),
        ({"one": "2025-06-01/2025-06-30", "two": "2025-05"}, "two"),
        ({"one": "2025-05-01/2025-06-30", "two": "2025-05-20"}, "two"),
        ({"two": "2025-05-20"}, "two"),
        ({}, "one"),
    ],
)
def test_of_two_dates_as_fine_as_each_other_that_of_the_earlier_report_is_preferred(published, first):
    assert preferred(published) == first


@pytest.mark.parametrize(("km", "contradicts"), [(5.5, False), (6.5, True), (9.5, True)])
def test_near_a_village_and_at_another_contradict_each_other_beyond_what_is_drawn(km, contradicts):
    """Both are known to 500 m, and near reaches 5 km: 6 km in all."""
    there = _front(km)
    (event,) = merged([report("one", near="alpha"), report("two", at="here")], there=there)
    assert bool(event.contradictions) is contradicts


@pytest.mark.parametrize(("km", "contradicts"), [(10.5, False), (11.5, True)])
def test_near_two_villages_contradict_each_other_where_their_neighbourhoods_do_not_meet(km, contradicts):
    (event,) = merged([report("one", near="alpha"), report("two", near="here")], there=_front(km))
    assert bool(event.contradictions) is contradicts


def _front(km):
    return resolve(gazetteer((*PLACES, place("here", at(0, km))), ROADS), ())


REPORT = st.fixed_dictionaries(
    {"certainty": st.sampled_from([*CERTAINTIES])},
    optional={
        "date": st.sampled_from(["2025-05", "2025-05-01", "2025-05-02?", "../2025-06"]),
        "title": st.sampled_from(["A fight", "A battle"]), "at": st.sampled_from(["alpha", "far"]),
        "counts": st.sampled_from([[{"what": "killed", "n": 3}], [{"what": "killed", "n": 5}]]),
        "denied_by": st.just("the reds"), "cited": st.just("2025-04-30"),
        "status": st.sampled_from(["reviewed", "draft"]), "type": st.sampled_from(["battle", "capture"]),
    },
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(REPORT, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_sources_and_of_their_statements_never_matters(made, rng):
    reports = [report(f"source-{number // 2}", id=f"r{number}", **fields) for number, fields in enumerate(made)]
    published = {one.source: f"2025-05-{10 + number}" for number, one in enumerate(reports[1:])}
    shuffled = rng.sample(reports, len(reports))
    assert merged(shuffled, published) == merged(reports, published)


def test_two_days_on_which_sources_differ_do_not_make_the_month_the_best():
    reports = [report("one", date="2025-05-24"), report("two", date="2025-05-25"), report("three", date="2025-05")]
    (event,) = merged(reports)
    assert event.date in {"2025-05-24", "2025-05-25"}


def test_a_version_that_cannot_be_speaks_for_no_other():
    reports = [report("one", date="2025-05-24"), report("two", date="2025-07-23"), report("three", date="2025-05/2025-07")]
    (event,) = merged(reports, {"one": "2025-05-25", "two": "2025-08-01", "three": "2025-08-01"})
    assert event.date == "2025-05-24"


@pytest.mark.parametrize(("certainty", "impossible"), [("claimed", False), ("disputed", False), ("asserted", True)])
def test_only_a_report_that_asserts_an_event_makes_later_days_impossible(certainty, impossible):
    early = report("one", date="2025-05-26", certainty=certainty)
    (event,) = merged([early, report("two", date="2025-06-10")], {"one": "2025-05-27", "two": "2025-06-20"})
    assert bool(event.versions[1].impossible) == impossible


def test_a_finer_claim_moves_no_firm_month():
    reports = [report("one", date="2025-05-14", certainty="claimed"), report("two", date="2025-06")]
    (event,) = merged(reports, {"one": "2025-07-01", "two": "2025-07-01"})
    assert event.date == "2025-06"
    reports = [report("one", date="2025-06-14", certainty="claimed"), report("two", date="2025-06")]
    (event,) = merged(reports, {"one": "2025-07-01", "two": "2025-07-01"})
    assert event.date == "2025-06-14"
