"""Stated numbers in the waist: told as they were stated, everywhere, and never on a road that nobody named."""

from __future__ import annotations

import io
import json
import zipfile
from types import SimpleNamespace

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.domain.figures import stated, worked_out
from mapping.domain.vocabulary import LIMITS, VERDICTS
from mapping.judging import check_numbers
from mapping.judging.labels import MIDDLE, label_stretches
from mapping.outputs import render
from mapping.outputs.webmap.payload import payload
from mapping.placing import resolve
from mapping.waist.gazetteer_tables import routes
from mapping.waist.kinds.distance import candidates, distances
from tests.placing.test_roads import PLACES, ROADS, at
from tests.support import dataset as waist
from tests.support.made_fronts import gazetteer, place, statement

SOURCES = {"s": SimpleNamespace(id="s", publisher="Herald", url="", wording="verbatim")}
LENGTHS = st.one_of(st.integers(2, 400), st.floats(2, 400).map(lambda km: round(km, 1)))
ENDS = st.sampled_from([place.id for place in PLACES])
NUMBERS = st.fixed_dictionaries(
    {"from": ENDS, "to": ENDS},
    optional={
        "way": st.sampled_from(["road", "straight"]), "route": st.sampled_from([road.id for road in ROADS]),
        "bearing": st.sampled_from(["N", "E"]), "about": st.booleans(), "limit": st.sampled_from([*LIMITS]),
    },
).filter(lambda told: told["from"] != told["to"])  # fmt: skip


def rows(*told):
    there = resolve(gazetteer(PLACES, ROADS), told)
    verdicts = check_numbers(told, there)
    return distances(verdicts, there, SOURCES), candidates(verdicts, there, SOURCES)


@given(NUMBERS, LENGTHS, st.sampled_from(["km", "miles"]))
def test_no_label_stands_on_a_road_that_the_statement_does_not_name(fields, value, unit):
    told = statement("distance", **fields, **{unit: value})
    ((row,), _) = rows(told)
    named = told.route if told.way != "straight" else None
    by_ends = {road.id for road in ROADS if {road.start, road.end} == {fields["from"], fields["to"]}}
    assert row["route"] in {named} | (by_ends if told.way == "road" and not told.route else set())
    if row["label_from"] is None:
        assert row["measured_km"] is None
        assert row["geometry"] is None or row["verdict"] == "not located" or len(row["geometry"].coords) == 2
    else:
        road = next(road for road in ROADS if road.id == row["route"])
        line = shapely.LineString([(lon, lat) for lat, lon in road.points])
        spot = row["geometry"].interpolate((row["label_from"] + row["label_to"]) / 2, normalized=True)
        assert line.distance(spot) < 0.02


@given(NUMBERS, LENGTHS, st.sampled_from(["km", "miles"]))
def test_a_row_tells_the_number_as_it_was_stated(fields, value, unit):
    told = statement("distance", **fields, **{unit: value})
    ((row,), _) = rows(told)
    assert (row["stated"], row["worked_out"], row["limit"]) == (stated(told), worked_out(told), told.limit)
    assert row["told"].endswith(row["stated"])
    assert row["grade"] == VERDICTS[row["verdict"]].grade


@settings(max_examples=12)
@given(LENGTHS, st.sampled_from(["km", "miles"]), st.sampled_from([None, *LIMITS]), st.booleans())
def test_every_output_tells_it_with_its_own_figure_unit_and_hedge(value, unit, limit, about):
    told = statement("distance", **{"from": "alpha", "to": "beta"}, limit=limit, about=about, **{unit: value})
    words = stated(told)
    changed = [row | {"stated": words, "told": f"Alpha – Beta {words}", "grade": "bad"} for row in waist.tables()["distances"]]
    dataset = waist.features(distances=changed)
    assert words in json.dumps(payload(dataset)["tables"]["distances"], ensure_ascii=False)
    files = {name: text for form in ("geojson", "csv", "quality") for name, text in render(form, dataset).items()}
    files["front.kml"] = zipfile.ZipFile(io.BytesIO(render("kmz", dataset)["front.kmz"])).read("doc.kml")
    for name in ("distances.geojson", "distances.csv", "quality.md", "front.kml"):
        assert words in files[name].decode("utf-8"), name


def label(*told):
    there = resolve(gazetteer(PLACES, ROADS), told)
    found = label_stretches(check_numbers(told, there))
    return [found[f"s/{one.id}"] for one in told]


def along(id_, one, other, km, route="alpha-beta"):
    return statement("distance", id=id_, **{"from": one}, to=other, km=km, route=route)


def test_a_label_stands_where_only_its_figure_speaks():
    whole, part = label(along("a", "alpha", "beta", 100), along("b", "alpha", "gamma", 40))
    assert whole == pytest.approx((0.405, 1), abs=0.01), "gamma stands at km 40 of 100"
    assert part == MIDDLE, "the whole road speaks of all of it"


def test_two_figures_between_the_same_places_leave_each_other_the_road():
    assert label(along("a", "alpha", "beta", 100), along("b", "beta", "alpha", 120)) == [(0, 1), (0, 1)]


def test_candidates_say_that_they_are_some():
    _, found = rows(statement("distance", **{"from": "alpha"}, to={"text": "a hill"}, km=50, about=True))
    assert {row["candidate"] for row in found} == {"candidate: a hill, about 50 km from Alpha"}
    assert [row["routes"] for row in found] == ["alpha-delta", "alpha-beta"]


def test_a_drawn_road_that_is_too_short_is_a_fault_of_the_drawing_and_not_of_the_number():
    """Beta lies 5 km beyond the end of its road, as far as radius and width allow."""
    short = [*(one for one in PLACES if one.id != "beta"), place("beta", at(105, 0), radius_m=4_500, kind="town")]
    told = statement("distance", **{"from": "alpha", "to": "beta"}, km=110, route="alpha-beta")
    there = resolve(gazetteer(short, ROADS), [told])
    (row,) = distances(check_numbers([told], there), there, SOURCES)
    assert row["drawing"] == "the drawn road of 100.0 km is shorter than the straight line of 105.0, a fault of the drawing"
    assert (row["grade"], row["drawing"] in row["verdict_detail"]) == ("good", True)
    drawn = {route["id"]: route["drawing"] for route in routes(there.gazetteer, there)}
    assert (drawn["alpha-beta"], drawn["alpha-delta"]) == (row["drawing"], None)
