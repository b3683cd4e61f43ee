"""What no road and no compass can explain stops a build, with a remedy."""

from dataclasses import replace

import pytest

from mapping.judging import check_numbers, find_faults
from mapping.placing import resolve
from mapping.project import read_project
from tests.conftest import ROOT
from tests.placing.test_roads import PLACES, ROADS, at, length, position
from tests.support.made_fronts import gazetteer, route, statement


def faults(*statements, routes=ROADS):
    there = resolve(gazetteer(PLACES, routes), statements)
    return [str(fault) for fault in find_faults(check_numbers(statements, there), there)]


def distance(**fields):
    return statement("distance", **({"from": "alpha", "to": "far"} | fields))


def test_a_distance_longer_than_any_road():
    (fault,) = faults(distance(km=400))
    assert fault == (
        "seeds/s.toml: x: Alpha and Far: 400 km stated, 80.0 km straight, ratio 5.0; no road between them is longer than "
        '202 km; compare the number with the quote; if the source really says so, set certainty = "disputed" and say '
        "why in note"
    )


@pytest.mark.parametrize("bearing", ["N", "NE", "E"])
def test_a_distance_longer_than_any_road_whatever_its_bearing(bearing):
    (fault,) = faults(distance(km=400, bearing=bearing))
    assert "no road between them is longer than 202 km; compare" in fault


def test_a_number_may_have_two_faults():
    assert len(faults(distance(km=400, bearing="S"))) == 2


def test_a_bearing_on_the_wrong_side():
    (fault,) = faults(statement("direction", **{"from": "alpha"}, to="far", bearing="S"))
    assert fault.startswith(
        "seeds/s.toml: x: Alpha and Far: the bearing S lies 180 degrees off the azimuth 0; are from"
    )


def test_a_distance_from_a_place_to_itself():
    (fault,) = faults(distance(to="alpha", km=11))
    assert fault.startswith("seeds/s.toml: x: from and to are both alpha; ")


def test_a_route_without_length():
    (fault,) = faults(routes=[route("flat", "alpha", "alpha", ("one", [at(0, 0), at(0, 0)], 500))])
    assert fault == "gazetteer/routes.csv: flat: has no length; draw its stretches in routes.geojson"


@pytest.mark.parametrize("mark", [{"certainty": "disputed"}, {"status": "retracted"}])
def test_what_is_marked_stays_a_claim(mark):
    assert faults(distance(km=400, bearing="S", **mark)) == []


@pytest.mark.parametrize("fine", [{"km": 60}, {"km": 140}, {"km": 80, "bearing": "NE"}])
def test_what_a_source_may_have_got_wrong_stops_nothing(fine):
    assert faults(distance(**fine)) == []


def test_a_position_counted_from_off_the_road():
    (fault,) = faults(position(km=5, **{"from": "far"}))
    assert fault.startswith("seeds/s.toml: x: from far lies 80.0 km off alpha-beta; count from alpha or beta")


def test_a_share_counted_from_the_middle():
    (fault,) = faults(position(fraction="1/3", **{"from": "gamma"}))
    assert "counts from one of its ends, and gamma is none; write alpha or beta" in fault


def test_a_kilometre_beyond_the_end():
    (fault,) = faults(position(km=150))
    assert "150 km along the road from alpha lies beyond the end of alpha-beta, 100 km long" in fault


def test_a_kilometre_that_the_width_of_the_road_still_holds():
    """110 km is 105 at least; the road is 103 km long, and may lie 2 km off its line."""
    assert faults(position(km=110), length("alpha", "beta", 103)) == []


def test_a_route_that_misses_its_end():
    (fault,) = faults(routes=[route("short", "alpha", "beta", ("one", [at(0, 0), at(90, 0)], 500))])
    assert fault.startswith(
        "gazetteer/routes.csv: short: beta lies 10.0 km from the end of the route, more than the 2.0 allowed"
    )


def test_a_route_that_misses_a_place_on_its_way():
    (fault,) = faults(routes=[route("low", "alpha", "beta", ("one", [at(0, 0), at(100, 0)], 500), via=["aside"])])
    assert "aside lies 30.0 km from the line of the route" in fault


def test_the_shipped_files_have_no_fault():
    project = read_project(ROOT)
    there = resolve(project.gazetteer, project.statements)
    assert find_faults(check_numbers(project.statements, there), there) == []


# Two homonyms that the gazetteer keeps as rejected.
@pytest.mark.parametrize("point", [(22.86447, 96.76827), (21.99610, 97.72626)])
def test_the_wrong_village_of_the_name_is_refused(point):
    project = read_project(ROOT)
    village = project.gazetteer.places["hohko"]
    wrong = replace(village, locations=(replace(village.location, lat=point[0], lon=point[1]),))
    known = replace(project.gazetteer, places={**project.gazetteer.places, "hohko": wrong})
    there = resolve(known, project.statements)
    told = [str(fault) for fault in find_faults(check_numbers(project.statements, there), there)]
    (refused,) = [line for line in told if line.startswith("gazetteer/locations.csv: hohko: ")]
    assert "2025-08-07-irrawaddy-ruby-hub-push/hohko-lwel-ngin-nar-nwe-5-km by" in refused
