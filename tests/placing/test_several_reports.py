"""One event told by several reports: each thing drawn once, nothing told lost, whatever the order."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.domain.vocabulary import CERTAINTIES, HAPPENED
from mapping.placing import place_event
from tests.placing.test_roads import position, world
from tests.support.made_fronts import PLANE, statement

THERE = world(position(source="one", fraction="1/4"))  # one report knows how far the troops have come


def report(source, certainty="asserted", **roles):
    return statement("event", source=source, event="fight", type="battle", certainty=certainty, **roles)


def told(*reports):
    return {site.id: site for site in place_event(reports, THERE)}


def by(site):
    return [report.source for report in site.reports]


def x(site):
    return [round(PLANE.xy((lat, lon))[0]) for lon, lat in (site.line.coords[0], site.line.coords[-1])]


def test_what_happened_is_drawn_though_an_earlier_report_announced_it():
    site = told(report("one", "planned", at="alpha"), report("two", at="alpha"))["fight/at/alpha"]
    assert (site.located_by, site.point is not None, by(site)) == ("gazetteer", True, ["one", "two"])


def test_what_happened_outranks_the_way_that_was_planned():
    planned = report("one", "planned", **{"from": "alpha"}, toward="beta")
    sites = told(planned, report("two", **{"from": "alpha"}, to="delta"))
    assert [site.line_to for site in sites.values() if site.line is not None] == ["delta"]


def test_a_way_that_is_only_planned_stays_where_nothing_more_is_told_of_its_start():
    sites = told(report("one", "planned", **{"from": "beta"}, toward="alpha"), report("two", at="gamma"))
    assert x(sites["fight/from/beta"]) == [100, 75]


def test_an_arrow_stays_where_another_report_tells_the_point():
    sites = told(report("one", **{"from": "alpha"}, to="beta"), report("two", at="alpha"))
    at, start = sites["fight/at/alpha"], sites["fight/from/alpha"]
    assert (at.line, start.point, start.line_to, by(start)) == (None, None, "beta", ["one"])


def test_the_point_of_two_roles_is_drawn_once():
    sites = told(report("one", **{"from": "alpha"}, to="beta"), report("two", at="alpha"))
    assert [site.id for site in sites.values() if site.point is not None] == ["fight/at/alpha", "fight/to/beta"]


def test_a_start_and_the_arrow_from_it_are_one_site():
    site = told(report("one", **{"from": "alpha"}), report("two", **{"from": "alpha"}, to="beta"))["fight/from/alpha"]
    assert (site.point, site.line_to, by(site)) == (None, "beta", ["two"])


def test_two_arrows_from_one_start_have_each_their_own_report():
    sites = told(report("one", **{"from": "alpha"}, to="beta"), report("two", **{"from": "alpha"}, to="delta"))
    arrows = {site.id: (site.line_to, by(site)) for site in sites.values() if site.line is not None}
    assert arrows == {"fight/from/alpha": ("beta", ["one"]), "fight/from/alpha/2": ("delta", ["two"])}


def test_an_arrow_that_arrives_is_not_drawn_again_half_way():
    sites = told(report("one", **{"from": "alpha"}, toward="beta"), report("two", **{"from": "alpha"}, to="beta"))
    arrows = [(site.line_to, by(site)) for site in sites.values() if site.line is not None]
    assert arrows == [("beta", ["one", "two"])]


def test_two_sections_of_a_road_both_stay_with_their_own_reports():
    sites = told(report("one", on="alpha-beta"), report("two", on="alpha-beta", between=["gamma", "beta"]))
    assert {id_: (x(site), by(site)) for id_, site in sites.items() if site.line is not None} == {
        "fight/on/alpha-beta": ([0, 25], ["one"]),
        "fight/on/alpha-beta/2": ([40, 100], ["two"]),
    }


@pytest.mark.parametrize("ends", [["gamma", "beta"], ["beta", "gamma"]])
def test_a_section_told_twice_is_drawn_once_for_both(ends):
    sites = told(report("one", on="alpha-beta", between=["gamma", "beta"]), report("two", between=ends))
    assert [(site.id, by(site)) for site in sites.values() if site.line is not None] == [
        ("fight/on/alpha-beta", ["one", "two"])
    ]


def test_the_area_between_two_places_is_drawn_once_whichever_is_named_first():
    sites = told(report("one", between=["aside", "far"]), report("two", between=["far", "aside"]))
    assert [by(site) for site in sites.values() if site.area is not None] == [["one", "two"]]


def test_the_area_between_two_places_stays_beside_the_point_of_one():
    sites = told(report("one", between=["aside", "far"]), report("two", at="aside"))
    assert {id_ for id_, site in sites.items() if site.area is not None} == {"fight/at/aside", "fight/between/aside"}


def test_a_finer_place_of_one_report_is_no_evidence_for_the_road_of_another():
    sites = told(report("one", on="alpha-beta"), report("two", on="alpha-beta", at="gamma"))
    assert (by(sites["fight/on/alpha-beta"]), by(sites["fight/at/gamma"])) == (["one"], ["two"])


def test_words_that_spell_an_id_are_another_place():
    ids = [site.id for site in place_event([report("one", at="far"), report("two", at={"text": "far"})], THERE)]
    assert ids == ["fight/at/far", "fight/at/far/2"]


PLACES = st.sampled_from(["alpha", "beta", "gamma", "delta", "far", "lost"])
ROLES = st.fixed_dictionaries({}, optional={
    "at": st.sampled_from(["alpha", "gamma", "lost", "alpha-delta"]), "near": PLACES, "from": PLACES, "to": PLACES,
    "toward": PLACES, "via": PLACES, "on": st.sampled_from(["alpha-beta", "alpha-delta"]),
    "between": st.lists(PLACES, min_size=2, max_size=2, unique=True),
})  # fmt: skip
REPORTS = st.lists(st.tuples(st.sampled_from(list(CERTAINTIES)), ROLES), min_size=1, max_size=3).map(
    lambda made: [report(name, certainty, **roles) for name, (certainty, roles) in zip(("one", "two", "three"), made, strict=False)]
)
often = settings(max_examples=60)


@often
@given(REPORTS)
def test_the_order_of_the_reports_never_matters(reports):
    first, *others = [place_event(order, THERE) for order in permutations(reports)]
    assert all(other == first for other in others)


@often
@given(REPORTS)
def test_every_site_has_an_id_of_its_own(reports):
    ids = [site.id for site in place_event(reports, THERE)]
    assert len(ids) == len(set(ids))


@often
@given(REPORTS)
def test_no_point_section_or_arrow_is_drawn_twice(reports):
    sites = place_event(reports, THERE)
    points = [(site.key, site.point) for site in sites if site.point is not None]
    lines = [(site.line_shape, site.route, site.line.normalize().wkb) for site in sites if site.line is not None]
    assert (len(points), len(lines)) == (len(set(points)), len(set(lines)))


@often
@given(REPORTS)
def test_no_place_that_is_told_is_lost(reports):
    assert {site.key for site in place_event(reports, THERE)} == {ref for one in reports for _, ref in one.places()}


@often
@given(REPORTS)
def test_every_report_of_what_happened_stands_with_a_site(reports):
    seen = {one.uid for site in place_event(reports, THERE) for one in site.reports}
    assert {one.uid for one in reports if one.places() and one.certainty in HAPPENED} <= seen


@often
@given(REPORTS)
def test_a_report_alone_draws_no_less_beside_others(reports):
    """What is drawn for a report alone is drawn among the others too, unless it was only announced."""
    drawn = {site.point for site in place_event(reports, THERE)}
    for one in reports:
        if one.certainty in HAPPENED:
            assert {site.point for site in place_event([one], THERE)} - {None} <= drawn
