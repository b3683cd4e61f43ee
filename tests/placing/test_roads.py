"""Linear referencing, calibration, and the net of drawn roads."""

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.placing import advance_steps, place_position, resolve
from mapping.placing.geometry.roads import junction
from tests.support.made_fronts import PLANE, gazetteer, place, route, statement


def at(x, y):
    return PLANE.point((x, y))


PLACES = (
    place("alpha", at(0, 0), kind="town"), place("beta", at(100, 0), kind="town"), place("gamma", at(40, 0)),
    place("delta", at(60, 30), kind="town"), place("far", at(0, 80)), place("aside", at(20, 30)), place("lost"),
)  # fmt: skip
ROADS = (
    route("alpha-beta", "alpha", "beta", ("one", [at(0, 0), at(40, 0)], 500), ("two", [at(40, 0), at(100, 0)], 2000), via=["gamma"]),
    route("alpha-delta", "alpha", "delta", ("one", [at(0, 0), at(40, 0)], 500), ("three", [at(40, 0), at(60, 30)], 500), via=["gamma"]),
)  # fmt: skip


def world(*statements):
    return resolve(gazetteer(PLACES, ROADS), statements)


def length(one, other, km, route="alpha-beta", **more):
    return statement(
        "distance", id=f"{one}-{other}-{km}", **{"from": one}, to=other, km=km, way="road", route=route, **more
    )


def position(**fields):
    return statement("position", **({"on": "alpha-beta", "from": "alpha", "actors": ["reds"]} | fields))


def x_of(band):
    return PLANE.xy(band.point)[0]


def test_share_of_an_uncalibrated_road():
    assert x_of(place_position(position(fraction="1/4"), world())) == pytest.approx(25, abs=0.05)


def test_share_counted_from_the_other_end():
    band = place_position(position(fraction="1/4", **{"from": "beta"}), world())
    assert x_of(band) == pytest.approx(75, abs=0.05)


def test_whole_length_stretches_the_road():
    band = place_position(position(km=73), world(length("alpha", "beta", 145)))
    assert x_of(band) == pytest.approx(73 / 1.45, abs=0.1)


def test_a_part_fixes_the_point_between():
    road = world(length("alpha", "beta", 145), length("gamma", "beta", 85)).roads["alpha-beta"]
    assert (road.stated_at(40), road.total_km) == (pytest.approx(60, abs=0.1), 145)


def test_kilometres_are_interpolated_piece_by_piece():
    told = (length("alpha", "beta", 145), length("gamma", "beta", 85))
    assert x_of(place_position(position(km=30), world(*told))) == pytest.approx(20, abs=0.1)


def test_a_part_stated_of_a_road_that_shares_it_counts():
    road = world(length("alpha", "beta", 145), length("alpha", "gamma", 60, "alpha-delta")).roads["alpha-beta"]
    assert road.stated_at(40) == pytest.approx(60, abs=0.1)


def test_a_part_of_another_road_does_not_count():
    road = world(length("alpha", "beta", 145), length("gamma", "delta", 60, "alpha-delta")).roads["alpha-beta"]
    assert len(road.fixed_by) == 1


def test_a_hedged_part_fixes_nothing():
    road = world(length("alpha", "beta", 145), length("alpha", "gamma", 70, about=True)).roads["alpha-beta"]
    assert road.stated_at(40) == pytest.approx(58, abs=0.1)


@pytest.mark.parametrize("doubt", [{"certainty": "disputed"}, {"status": "draft"}, {"status": "retracted"}])
def test_a_doubtful_length_bends_no_road(doubt):
    assert world(length("alpha", "beta", 145, **doubt)).roads["alpha-beta"].stated_km is None


def test_a_part_longer_than_the_whole_is_left_out():
    road = world(length("alpha", "beta", 145), length("alpha", "gamma", 144)).roads["alpha-beta"]
    assert road.fixed_by == ("s/alpha-beta-145",)


def test_a_road_without_a_length_is_stretched_as_its_kin():
    road = world(length("alpha", "beta", 145)).roads["alpha-delta"]
    assert road.stated_at(40) == pytest.approx(58, abs=0.1)


def test_band_holds_the_rounding_the_radius_and_the_drift():
    band = place_position(position(km=50), world(length("alpha", "beta", 100)))
    assert (band.km_from, band.km_to) == (pytest.approx(50 - 5 - 0.5 - 4.5), pytest.approx(50 + 5 + 0.5 + 4.5))


def test_band_is_cut_at_the_end_of_the_road():
    assert place_position(position(fraction="9/10", about=True), world()).km_to <= 100.01


def test_between_two_places_has_a_band_and_no_point():
    band = place_position(position(between=["gamma", "beta"]), world())
    assert (band.point, band.km_from, band.km_to) == (None, pytest.approx(40, abs=0.1), pytest.approx(100, abs=0.1))


def test_a_length_from_the_middle_leaves_both_sides_open():
    band = place_position(position(km=10, **{"from": "gamma"}), world())
    assert band.point is None
    assert (band.km_from, band.km_to) == (pytest.approx(25, abs=0.1), pytest.approx(55, abs=0.1))


@pytest.mark.parametrize(
    "fields",
    [{"on": "nowhere"}, {"on": {"text": "a road"}}, {"from": "far", "km": 5}, {"from": "gamma", "fraction": "1/3"}],
)
def test_no_band_where_the_road_or_its_start_is_unknown(fields):
    assert place_position(position(**fields), world()) is None


def test_stations_are_the_places_on_the_road():
    assert set(world().roads["alpha-beta"].stations) == {"alpha", "beta", "gamma"}


def test_corridor_is_wider_where_the_road_is_less_known():
    corridor = world().roads["alpha-beta"].corridor(0, 100)
    assert [corridor.covers(shapely.Point(x, 2.5)) for x in (20, 70)] == [False, True]


def test_two_roads_part_at_one_point():
    roads = world().roads
    assert junction(roads["alpha-beta"], roads["alpha-delta"]) == (
        pytest.approx(40, abs=0.01),
        pytest.approx(0, abs=0.01),
    )


def test_the_way_follows_the_roads_over_their_junction():
    way = world().way("beta", "delta")
    assert (way.by_road, way.route, way.drawn_km) == (True, None, pytest.approx(60 + 36.06, abs=0.1))


def test_the_way_starts_and_ends_at_its_places():
    way = world().way("beta", "alpha")
    lonlat = [tuple(reversed(world().spots[id_].point)) for id_ in ("beta", "alpha")]
    assert [way.line.coords[0], way.line.coords[-1]] == [pytest.approx(xy) for xy in lonlat]


def test_no_corner_of_a_way_stands_twice():
    way = world().way("alpha", "beta")
    assert len(way.line.coords) == len({(round(x, 6), round(y, 6)) for x, y in way.line.coords})


def test_without_a_road_the_way_is_straight():
    way = world().way("alpha", "far")
    assert (way.by_road, way.route, len(way.line.coords)) == (False, None, 2)


def test_the_lane_to_a_place_off_the_road_counts():
    near_road = place("beside", at(20, 2.2), 100)
    there = resolve(gazetteer((*PLACES, near_road), ROADS), ())
    assert there.way("alpha", "beside").drawn_km == pytest.approx(22.2, abs=0.1)


def test_positions_in_time_become_steps_of_an_advance():
    told = [
        position(id="late", fraction="1/2", date="2025-08-20"),
        position(id="soon", fraction="1/4", date="../2025-08-07"),
    ]
    (step,) = advance_steps(told, world())
    assert (step.statements, str(step.start), str(step.end)) == (("s/soon", "s/late"), "2025-08-07", "2025-08-20")


def test_a_step_runs_from_the_earlier_point_to_the_later():
    told = [
        position(id="late", fraction="1/2", date="2025-08-20"),
        position(id="soon", fraction="1/4", date="2025-08-07"),
    ]
    (step,) = advance_steps(told, world())
    assert [round(PLANE.xy((lat, lon))[0]) for lon, lat in (step.line.coords[0], step.line.coords[-1])] == [25, 50]


def test_of_a_stretch_that_troops_hold_the_far_end_is_their_front():
    told = [
        position(id="soon", fraction="1/4", date="2025-08-07"),
        position(id="late", between=["gamma", "beta"], fraction=None, date="2025-08-20", **{"from": None}),
    ]
    (step,) = advance_steps(told, world())
    assert step.km_to > step.km_from
    assert step.km_to == pytest.approx(world().roads["alpha-beta"].total_km)


@settings(max_examples=50)
@given(st.fractions(0, 1, max_denominator=200))
def test_stated_and_drawn_kilometres_turn_into_each_other(share):
    road = world(length("alpha", "beta", 145), length("gamma", "beta", 85)).roads["alpha-beta"]
    km = float(share) * 145
    assert road.stated_at(road.drawn_at(km)) == pytest.approx(km, abs=1e-6)


def test_a_route_without_length_is_no_road():
    flat = route("flat", "alpha", "beta", ("one", [at(0, 0), at(0, 0)], 500))
    assert resolve(gazetteer(PLACES, [flat]), ()).roads == {}


def test_a_stretch_without_length_harms_nothing():
    odd = route("odd", "alpha", "beta", ("one", [at(0, 0), at(0, 0)], 500), ("two", [at(0, 0), at(100, 0)], 500))
    there = resolve(gazetteer(PLACES, [odd]), [length("alpha", "beta", 145, "odd")])
    assert there.way("alpha", "beta").road_km == pytest.approx(145, abs=0.1)


def test_the_way_leaves_by_the_end_of_its_road_from_which_the_whole_is_shorter():
    """From a point one kilometre behind the near end: by the far end it is 65 km, by the near one 157."""
    corners = {"a": at(0, 0), "b": at(61, 0), "q": at(61, 5)}
    places = [place(id_, corner, 10) for id_, corner in corners.items()] + [place("p", at(1, 0), 10)]
    around = [at(0, 0), at(0, 50), at(61, 50), at(61, 5)]
    roads = [
        route("a-q", "a", "q", ("round", around, 10)), route("a-b", "a", "b", ("along", [at(0, 0), at(61, 0)], 10)),
        route("b-q", "b", "q", ("up", [at(61, 0), at(61, 5)], 10)),
    ]  # fmt: skip
    assert resolve(gazetteer(places, roads), ()).way("p", "q").drawn_km == pytest.approx(65, abs=0.1)


def test_a_stretch_of_another_road_that_parts_from_this_one_is_no_step_on_it():
    told = [
        position(id="soon", fraction="1/4", date="2025-08-07"),
        position(id="late", on="alpha-delta", between=["gamma", "delta"], date="2025-08-20", **{"from": None}),
    ]
    assert advance_steps(told, world()) == []


def test_a_road_of_which_a_part_alone_is_stated_is_stretched_as_that_part():
    road = world(length("alpha", "gamma", 44)).roads["alpha-beta"]
    assert (road.stated_km, road.total_km, road.stated_at(40)) == (None, pytest.approx(110, abs=0.1), pytest.approx(44))
    assert road.fixed_by == ("s/alpha-gamma-44",)


@pytest.mark.parametrize("turned", [False, True])
def test_a_length_of_a_part_never_counts_for_the_whole(turned):
    told = (length("alpha", "gamma", 50), length("alpha", "beta", 120))
    road = world(*(told[::-1] if turned else told)).roads["alpha-beta"]
    assert (road.stated_km, road.stated_at(40)) == (120, pytest.approx(50))


def test_a_piece_counted_backwards_is_the_same_piece_turned():
    track = world().roads["alpha-delta"].track
    there, back = track.piece(10, 60), track.piece(60, 10)
    assert len(there) == 3  # both ends and the bend between
    assert (back[::-1] == there).all()
