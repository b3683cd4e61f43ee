"""What each role of an event draws, and what it must not draw."""

import math

import pytest
import shapely

from mapping.placing import place_event, resolve
from tests.placing.test_roads import PLACES, at, position, world
from tests.support.made_fronts import PLANE, gazetteer, place, statement

UNREAL = ("planned", "demanded", "hypothetical")


def event(**fields):
    return statement("event", **({"type": "battle"} | fields))


def placed(where=None, **fields):
    return {(p.role, p.ref or p.text): p for p in place_event([event(**fields)], where or world())}


def test_at_is_a_point_with_its_radius():
    p = placed(at="alpha")["at", "alpha"]
    assert (p.point, p.uncertainty_m, p.located_by) == (pytest.approx(at(0, 0)), 500, "gazetteer")


def test_the_area_of_a_point_holds_its_whole_disc():
    area = placed(at="alpha")["at", "alpha"].area
    rim = [PLANE.point((0.5 * math.cos(a), 0.5 * math.sin(a))) for a in range(7)]
    assert all(area.covers(shapely.Point(lon, lat)) for lat, lon in rim)


def test_near_is_wider():
    assert placed(near="alpha")["near", "alpha"].uncertainty_m == 5500


def test_words_of_a_text_are_not_located():
    p = placed(at={"text": "a golf course"})["at", "a golf course"]
    assert (p.ref, p.point, p.area, p.located_by) == (None, None, None, "not located")


def test_a_place_nobody_located_has_no_mark():
    p = placed(at="lost")["at", "lost"]
    assert (p.point, p.located_by) == (None, "not located")


def test_a_township_is_an_area_by_its_seat():
    there = resolve(gazetteer((*PLACES, place("alpha-township", at(0, 0), 30_000, "township", seat="alpha"))), ())
    p = placed(there, at="alpha-township")["at", "alpha-township"]
    assert (p.located_by, p.uncertainty_m) == ("seat", 30_000)


def test_on_and_between_make_a_section():
    p = placed(on="alpha-beta", between=["gamma", "beta"])
    line = p["on", "alpha-beta"].line
    assert (p["on", "alpha-beta"].line_shape, [round(PLANE.xy((y, x))[0]) for x, y in line.coords]) == (
        "along",
        [40, 100],
    )


def test_the_ends_of_a_section_have_no_points():
    p = placed(on="alpha-beta", between=["gamma", "beta"])
    assert [p["between", ref].point for ref in ("gamma", "beta")] == [None, None]


def test_between_finds_the_road_that_nobody_names():
    p = placed(between=["gamma", "delta"])["between", "gamma"]
    assert (p.line_shape, p.route) == ("along", "alpha-delta")


@pytest.mark.parametrize(
    ("type_", "roles", "shape"),
    [("capture", {"between": ["gamma", "beta"]}, "section"), ("road-closure", {"between": ["gamma", "beta"]}, "section"),
     ("battle", {"between": ["gamma", "beta"]}, "along"), ("capture", {}, "along"), ("road-closure", {}, "along")],
)  # fmt: skip
def test_all_of_a_stretch_is_meant_only_where_both_ends_are_told_of_what_goes_all_along(type_, roles, shape):
    assert placed(type=type_, on="alpha-beta", **roles)["on", "alpha-beta"].line_shape == shape


def test_between_two_places_without_a_road_is_an_area():
    p = placed(between=["aside", "far"])["between", "aside"]
    assert p.line is None
    assert p.area.covers(shapely.Point(*reversed(at(10, 55))))


def test_on_a_road_alone_is_the_whole_of_it_and_says_so():
    p = placed(type="airstrike", on="alpha-beta")["on", "alpha-beta"]
    assert (p.located_by, p.line_from, p.line_to, p.point) == ("route whole", "alpha", "beta", None)


def test_on_a_road_at_a_place_draws_no_line():
    p = placed(on="alpha-beta", at="gamma")
    assert (p["on", "alpha-beta"].line, p["at", "gamma"].route) == (None, "alpha-beta")


def test_a_capture_on_a_road_reaches_as_far_as_the_troops_stand():
    there = world(position(fraction="1/4"))
    p = placed(there, type="capture", on="alpha-beta")["on", "alpha-beta"]
    assert (p.located_by, [round(PLANE.xy((y, x))[0]) for x, y in p.line.coords]) == ("route", [0, 25])


def test_positions_of_another_source_bound_nothing():
    there = world(position(source="other", fraction="1/4"))
    assert placed(there, type="capture", on="alpha-beta")["on", "alpha-beta"].located_by == "route whole"


def test_at_a_road_on_another_is_where_they_part():
    p = placed(on="alpha-beta", at="alpha-delta")["at", "alpha-delta"]
    assert PLANE.xy(p.point) == (pytest.approx(40, abs=0.01), pytest.approx(0, abs=0.01))


def test_from_and_to_make_an_arrow_along_the_road():
    arrow = placed(type="advance", **{"from": "alpha"}, to="delta")["from", "alpha"]
    assert (arrow.line_shape, arrow.route, arrow.line_to) == ("arrow", "alpha-delta", "delta")


def test_toward_a_target_the_arrow_ends_half_way():
    arrow = placed(type="advance", **{"from": "alpha"}, toward="beta")["from", "alpha"]
    assert (arrow.line_shape, arrow.line_to) == ("arrow", None)
    assert PLANE.xy((arrow.line.coords[-1][1], arrow.line.coords[-1][0]))[0] == pytest.approx(50, abs=0.1)


def test_toward_has_no_point_at_its_target():
    p = placed(type="advance", **{"from": "alpha"}, toward="delta")["toward", "delta"]
    assert (p.point, p.area, p.located_by) == (None, None, "under way")


def test_to_has_a_point_where_it_arrived():
    assert placed(**{"from": "alpha"}, to="delta")["to", "delta"].point is not None


def test_toward_alone_draws_nothing():
    (p,) = place_event([event(type="advance", toward="delta")], world())
    assert (p.point, p.line, p.area) == (None, None, None)


def test_an_arrow_across_country_is_straight():
    p = placed(**{"from": "alpha"}, to="far")["from", "alpha"]
    assert (p.route, len(p.line.coords)) == (None, 2)


def test_an_arrow_passes_what_it_goes_by():
    p = placed(**{"from": "alpha"}, to="delta", via="beta")["from", "alpha"]
    assert max(PLANE.xy((y, x))[0] for x, y in p.line.coords) == pytest.approx(100, abs=0.1)


def test_each_start_has_its_arrow():
    p = placed(**{"from": ["alpha", "beta"]}, to="delta")
    assert [p["from", ref].line_from for ref in ("alpha", "beta")] == ["alpha", "beta"]


def test_a_second_target_has_an_arrow_of_its_own():
    p = placed(**{"from": "alpha"}, to=["delta", "beta"])["to", "beta"]
    assert (p.line_from, p.line_to) == ("alpha", "beta")


def test_the_radius_of_a_start_is_not_that_of_its_arrow():
    p = placed(type="withdrawal", **{"from": "alpha"}, to="beta")["from", "alpha"]
    assert (p.uncertainty_m, p.line_uncertainty_m) == (500, 2000)


@pytest.mark.parametrize("certainty", UNREAL)
@pytest.mark.parametrize("role", ["at", "near", "to", "toward", "via"])
def test_what_has_not_happened_draws_nothing_at_its_target(certainty, role):
    (p,) = place_event([event(certainty=certainty, **{role: "delta"})], world())
    assert (p.point, p.line, p.area, p.located_by) == (None, None, None, "announced")


@pytest.mark.parametrize("certainty", UNREAL)
def test_what_has_not_happened_draws_no_section(certainty):
    there = placed(certainty=certainty, on="alpha-beta", between=["gamma", "beta"])
    assert not [p for p in there.values() if p.line is not None or p.area is not None]


@pytest.mark.parametrize("certainty", UNREAL)
def test_a_planned_movement_starts_where_it_is_and_ends_on_the_first_quarter(certainty):
    p = placed(certainty=certainty, type="advance", **{"from": "alpha"}, toward="beta")["from", "alpha"]
    assert (p.point, p.located_by) == (None, "start")
    assert (p.line_to, PLANE.xy((p.line.coords[-1][1], p.line.coords[-1][0]))[0]) == (None, pytest.approx(25, abs=0.1))


@pytest.mark.parametrize("certainty", ["asserted", "claimed", "disputed"])
def test_what_happened_or_is_said_to_have_is_drawn(certainty):
    assert placed(certainty=certainty, at="alpha")["at", "alpha"].point is not None


def test_an_event_without_places_draws_nothing():
    assert place_event([event(type="talks")], world()) == []


def test_no_arrow_from_a_township_to_its_own_seat():
    there = resolve(gazetteer((*PLACES, place("alpha-township", at(0, 0), 30_000, "township", seat="alpha"))), ())
    p = placed(there, **{"from": "alpha-township"}, to="alpha")
    assert [p["from", "alpha-township"].line, p["to", "alpha"].line] == [None, None]


def test_an_arrow_by_its_own_start_has_no_corner_twice():
    p = placed(**{"from": "alpha"}, to="beta", via=["alpha", "gamma"])["from", "alpha"]
    assert len(p.line.coords) == len(set(p.line.coords))


def test_a_section_is_as_uncertain_as_half_of_it_is_long():
    p = placed(on="alpha-beta", between=["gamma", "beta"])["on", "alpha-beta"]
    assert (p.uncertainty_m, p.line_uncertainty_m) == (pytest.approx(30_000, abs=50), 2000)
