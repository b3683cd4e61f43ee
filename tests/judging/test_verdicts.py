"""The verdict on each stated number."""

import pytest

from mapping.domain.vocabulary import VERDICTS
from mapping.judging import check_numbers
from mapping.judging.verdicts import (
    BY_ROAD,
    CONSISTENT,
    DISAGREES,
    NOT_LOCATED,
    NOT_STRAIGHT,
    OFF_BEARING,
    TOO_FAST,
    TOO_LONG,
    TOO_SHORT,
    TOO_SLOW,
    UNCHECKED,
)
from mapping.placing import resolve
from mapping.project import read_project
from tests.conftest import ROOT
from tests.placing.test_roads import PLACES, ROADS, at, length, position
from tests.support import made_fronts
from tests.support.made_fronts import gazetteer, statement


def judged(*statements):
    there = resolve(gazetteer(PLACES, ROADS), statements)
    return check_numbers(statements, there)


def distance(**fields):
    return statement("distance", **({"from": "alpha", "to": "far"} | fields))


def travel(**fields):
    return statement("travel-time", **({"from": "alpha", "to": "far"} | fields))


# alpha and far lie 80 km apart, due north, each known to 0.5 km; no road joins them.
@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (distance(km=80), CONSISTENT),
        (distance(km=140), BY_ROAD),
        (distance(km=140, way="straight"), NOT_STRAIGHT),
        (distance(km=80, way="straight"), CONSISTENT),
        (distance(km=400, way="straight"), TOO_LONG),
        (distance(km=60), TOO_SHORT),
        (distance(km=60, about=True), TOO_SHORT),
        (distance(km=60, limit="more-than"), CONSISTENT),
        (distance(km=60, limit="less-than"), TOO_SHORT),
        (distance(km=400), TOO_LONG),
        (distance(km=80, bearing="N"), CONSISTENT),
        (distance(km=140, bearing="NNW"), OFF_BEARING),
        (distance(miles=50), CONSISTENT),
        (statement("direction", **{"from": "far"}, to="alpha", bearing="S"), CONSISTENT),
        (statement("direction", **{"from": "far"}, to="alpha", bearing="E"), OFF_BEARING),
        (travel(minutes=150), CONSISTENT),
        (travel(minutes=30), TOO_FAST),
        (travel(minutes=3000), TOO_SLOW),
        (distance(to="lost", km=200), NOT_LOCATED),
        (distance(to={"text": "a hill"}, km=5), NOT_LOCATED),
        (position(fraction="1/3"), UNCHECKED),
        (position(fraction="2/5", place="gamma", actors=[]), CONSISTENT),
        (position(fraction="4/5", place="gamma", actors=[]), DISAGREES),
    ],
)
def test_verdict(told, verdict):
    (found,) = judged(told)
    assert found.verdict == verdict
    assert verdict in VERDICTS


def test_a_bearing_is_told_with_its_azimuth():
    (found,) = judged(statement("direction", **{"from": "alpha"}, to="aside", bearing="ENE"))
    assert (found.verdict, found.azimuth) == (OFF_BEARING, pytest.approx(33.7, abs=0.2))
    assert found.detail.startswith("azimuth 34° against ENE (67.5°): 34° off, 21° more than it may be")


def test_a_number_is_not_held_against_a_place_that_it_located():
    (found,) = judged(distance(to="lost", km=20, bearing="N", way="straight"))
    assert (found.verdict, found.detail) == (UNCHECKED, "Lost is located by this statement itself")


def test_each_figure_has_its_verdict():
    assert [v.id for v in judged(distance(to=["far", "gamma"], km=80))] == ["s/x/far", "s/x/gamma"]


def test_troops_on_a_road_are_held_against_the_fighting_told_beside():
    battle = statement("event", id="fight", type="battle", near="gamma")
    (found,) = judged(position(fraction="2/5"), battle)
    assert (found.verdict, found.detail.split("; ")[1]) == (CONSISTENT, "Gamma at 40% of the drawn road")


def test_a_verdict_is_drawn_on_the_road():
    (found,) = judged(length("alpha", "beta", 145))
    assert (found.route, found.measured_km, len(found.line.coords)) == ("alpha-beta", pytest.approx(100, abs=0.1), 3)


def test_a_bare_distance_is_drawn_on_the_straight_line():
    (found,) = judged(distance(km=80))
    assert (found.route, found.measured_km, found.line.geom_type) == (None, None, "LineString")


def test_two_lengths_of_one_road_disagree():
    one, other = judged(length("alpha", "beta", 145), length("alpha", "beta", 162))
    assert (one.verdict, other.verdict) == (DISAGREES, DISAGREES)
    assert one.detail.endswith("Alpha–Beta: 162 km by s/alpha-beta-162")


def test_a_hedged_length_does_not_disagree():
    verdicts = judged(length("alpha", "beta", 145), length("alpha", "beta", 120, about=True))
    assert [v.verdict for v in verdicts] == [BY_ROAD, BY_ROAD]


def test_straight_and_by_road_do_not_disagree():
    assert {v.verdict for v in judged(distance(id="a", km=80), distance(id="b", km=140))} == {CONSISTENT, BY_ROAD}


def test_a_doubtful_length_shames_no_other():
    verdicts = judged(length("alpha", "beta", 145), length("alpha", "beta", 162, certainty="disputed"))
    assert [v.verdict for v in verdicts] == [BY_ROAD, BY_ROAD]


def test_parts_that_add_up_to_more_than_the_whole():
    verdicts = judged(length("alpha", "beta", 145), length("alpha", "gamma", 70), length("gamma", "beta", 100))
    assert verdicts[0].verdict == DISAGREES
    assert "less than Alpha–Gamma 70 km and Gamma–Beta 100 km add up to" in verdicts[0].detail


def test_parts_that_make_the_whole():
    verdicts = judged(length("alpha", "beta", 145), length("alpha", "gamma", 60), length("gamma", "beta", 85))
    assert {v.verdict for v in verdicts} == {BY_ROAD}


def test_a_road_longer_than_the_way_round():
    verdicts = judged(length("alpha", "beta", 180), length("alpha", "gamma", 60), length("gamma", "beta", 85))
    assert "more than Alpha–Gamma 60 km and Gamma–Beta 85 km add up to" in verdicts[0].detail


def test_chains_hold_for_places_that_nobody_located():
    told = [statement("distance", id=f"{a}{b}", **{"from": a}, to=b, km=km, way="road")
            for a, b, km in (("lost", "alpha", 10), ("alpha", "far", 90), ("far", "lost", 300))]  # fmt: skip
    assert judged(*told)[2].verdict == DISAGREES


def test_times_make_chains_too():
    told = [travel(id="a", to="gamma", minutes=60), travel(id="b", **{"from": "gamma"}, to="beta", minutes=70),
            travel(id="c", to="beta", minutes=300)]  # fmt: skip
    assert "more than Alpha–Gamma 60 minutes and Gamma–Beta 70 minutes" in judged(*told)[2].detail


def test_a_time_too_short_for_a_stated_length():
    told = (length("alpha", "beta", 145), travel(to="beta", minutes=105))
    assert "too fast for the 145 km of s/alpha-beta-145" in judged(*told)[1].detail


def test_verdicts_keep_the_order_of_the_statements():
    told = (distance(id="b", km=80), distance(id="a", km=80))
    assert [v.id for v in judged(*told)] == ["s/b", "s/a"]


def test_an_off_bearing_hides_no_length_that_no_road_can_have():
    (found,) = judged(distance(km=400, bearing="E"))
    assert (found.verdict, [finding.word for finding in found.findings]) == (TOO_LONG, [TOO_LONG, OFF_BEARING])


def test_every_finding_stands_in_the_detail():
    (found,) = judged(distance(km=60, bearing="E"))
    assert found.detail == (
        "60 km stated, 80.0 km straight, ratio 0.8; too short by 14.0 km at least, given both radii; azimuth 0° against "
        "E (90°): 90° off, 44° more than it may be"
    )


def test_a_length_is_held_against_the_others_though_its_bearing_is_off():
    told = statement("distance", id="off", **{"from": "alpha"}, to="beta", km=162, way="road", bearing="N")
    one, other = judged(told, length("alpha", "beta", 145))
    assert (one.verdict, other.verdict) == (OFF_BEARING, DISAGREES)
    assert [finding.word for finding in one.findings] == [BY_ROAD, OFF_BEARING, DISAGREES]


def test_as_the_crow_flies_is_not_measured_along_the_road():
    (found,) = judged(distance(to="beta", km=100, way="straight"))
    assert (found.verdict, found.route, found.measured_km) == (CONSISTENT, None, None)


def test_the_code_judges_in_the_words_of_the_vocabulary():
    from mapping.judging import verdicts

    assert {word for name, word in vars(verdicts).items() if name.isupper() and isinstance(word, str)} == set(VERDICTS)


# 79 km at least, given both radii, and 202.5 km of road at most; nobody drives faster than 60 or slower than 15 km/h.
@pytest.mark.parametrize(
    ("minutes", "verdict"), [(78, TOO_FAST), (79, CONSISTENT), (810, CONSISTENT), (811, TOO_SLOW)]
)
def test_the_edges_of_a_time(minutes, verdict):
    assert judged(travel(minutes=minutes))[0].verdict == verdict


def test_a_time_is_told_as_a_speed():
    assert judged(travel(minutes=150))[0].detail == "80.0 km straight in 150 minutes: 32 km/h"


@pytest.fixture(scope="module")
def shipped():
    project = read_project(ROOT)
    verdicts = check_numbers(project.statements, resolve(project.gazetteer, project.statements))
    return {v.id.partition("/")[2]: v for v in verdicts}


# What is known of the founding article: id, verdict, stated km, straight km.
KNOWN = [
    ("nawnghkio-mogok-145-km", BY_ROAD, 145, 72.1),
    ("mine-mogok-64-km", BY_ROAD, 64, 39.0),
    ("mogok-thabeikkyin-80-km", BY_ROAD, 80, 54.7),
    ("hohko-lwel-ngin-nar-nwe-5-km/lwel-ngin", TOO_SHORT, 5, 8.1),
    ("hohko-lwel-ngin-nar-nwe-5-km/nar-nwe", TOO_SHORT, 5, 7.4),
    ("hohko-mine-40-minutes", CONSISTENT, None, 17.6),
]


@pytest.mark.parametrize(("id_", "verdict", "stated_km", "straight_km"), KNOWN)
def test_known_truth(shipped, id_, verdict, stated_km, straight_km):
    found = shipped[id_]
    assert (found.verdict, found.stated_km, round(found.straight_km, 1)) == (verdict, stated_km, straight_km)


def test_known_ratio_of_a_mountain_road(shipped):
    assert "ratio 2.0" in shipped["nawnghkio-mogok-145-km"].detail


def test_known_azimuth(shipped):
    assert round(shipped["mogok-thabeikkyin-80-km"].azimuth) == 266


def test_known_share_of_the_drawn_road(shipped):
    found = shipped["one-third"]
    assert found.verdict == CONSISTENT
    assert "Lwel Ngin at 36% of the drawn road" in found.detail


def test_known_kilometre_of_the_mine():
    project = read_project(ROOT)
    road = resolve(project.gazetteer, project.statements).roads["nawnghkio-mogok"]
    assert (road.stated_at(road.stations["yadana-theingi-mine"]), road.total_km) == (pytest.approx(81), 145)


@pytest.mark.parametrize("km", [0.2, 0.9])
def test_places_whose_discs_touch_may_lie_beside_each_other(km):
    """No least distance is known: a ride of half a minute is no fault of speed."""
    ground = made_fronts.gazetteer([made_fronts.place("alpha", at(0, 0)), made_fronts.place("far", at(0, km))])
    told = (travel(minutes=0.5),)
    (held,) = check_numbers(told, resolve(ground, told))
    assert held.verdict == CONSISTENT


def test_the_measured_kilometre_of_a_position_is_told_to_the_metre():
    (held,) = judged(position(fraction="1/3"))
    assert held.measured_km == round(held.measured_km, 3) != round(held.measured_km, 2)
