"""Roads are chained whichever way they were drawn; cells at the edge of what is allowed are told apart."""

from __future__ import annotations

import json
from itertools import product

import pytest

from mapping.domain.errors import CurationError
from mapping.project import read_project

ROADS = "gazetteer/routes.geojson"


def faults(project):
    with pytest.raises(CurationError) as caught:
        read_project(project)
    return [str(problem) for problem in caught.value.problems]


def draw(project, lines):
    """Write stretches by their id: vertices as [longitude, latitude]."""
    shared = {"quality": "surveyed", "uncertainty_m": 200, "evidence": "survey", "credit": "Survey", "note": ""}
    features = [
        {"type": "Feature", "properties": {"id": id_, **shared}, "geometry": {"type": "LineString", "coordinates": line}}
        for id_, line in lines.items()
    ]
    (project / ROADS).write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")


THREE = {
    "one": [[91.0, 11.0], [91.05, 11.1], [91.0, 11.2]], "two": [[91.0, 11.2], [91.1, 11.3]],
    "three": [[91.1, 11.3], [91.0, 11.5]],
}  # fmt: skip
WHOLE = [(11.0, 91.0), (11.1, 91.05), (11.2, 91.0), (11.3, 91.1), (11.5, 91.0)]


@pytest.mark.parametrize("turned", list(product((False, True), repeat=3)), ids=str)
def test_a_road_runs_from_its_start_whichever_way_its_stretches_were_drawn(project, edit, turned):
    edit("gazetteer/routes.csv", "south-half; north-half", "one; two; three")
    draw(project, {id_: line[::-1] if back else line for (id_, line), back in zip(THREE.items(), turned, strict=True)})
    assert list(read_project(project).gazetteer.routes["alpha-beta"].points) == WHOLE


@pytest.mark.parametrize("bend", [11.1, 11.6], ids=["between", "beyond its end"])
@pytest.mark.parametrize("back", [False, True])
def test_a_road_of_one_stretch_runs_from_the_place_it_is_said_to_start_at(project, edit, back, bend):
    edit("gazetteer/routes.csv", "south-half; north-half", "whole")
    line = [[91.0, 11.0], [91.05, bend], [91.0, 11.5]]
    draw(project, {"whole": line[::-1] if back else line})
    assert read_project(project).gazetteer.routes["alpha-beta"].points[0] == (11.0, 91.0)


def test_stretches_that_do_not_meet_are_named(project, edit):
    edit("gazetteer/routes.csv", "south-half; north-half", "one; two; three")
    draw(project, {**THREE, "three": [[91.2, 11.3], [91.0, 11.5]]})
    assert faults(project) == [
        "gazetteer/routes.csv: alpha-beta: stretch three does not begin where two ends; give both the same end vertex in "
        "routes.geojson"
    ]


def test_a_stretch_of_no_road_and_a_road_of_no_stretch_are_named(project, edit):
    draw(project, {"south-half": THREE["one"], "north-half": [[91.0, 11.2], [91.0, 11.5]], "spare": THREE["three"]})
    assert faults(project) == ["gazetteer/routes.geojson: spare: belongs to no route; name it in routes.csv, or take it out"]
    edit("gazetteer/routes.csv", "south-half; north-half", "")
    assert faults(project) == ["gazetteer/routes.csv: alpha-beta: names no stretches of routes.geojson"]


@pytest.mark.parametrize(("metres", "allowed"), [("0", False), ("0.1", True), ("20037508", True), ("20037508.1", False)])
def test_a_radius_is_above_nothing_and_at_most_half_round_the_earth(project, edit, metres, allowed):
    edit("gazetteer/locations.csv", "gamma,11.2,91.0,500,accepted", f"gamma,11.2,91.0,{metres},accepted")
    if allowed:
        assert read_project(project).gazetteer.places["gamma"].location.uncertainty_m == float(metres)
    else:
        assert "gamma: uncertainty_m" in faults(project)[0]


def test_a_phrase_without_letters_is_no_phrase(project, edit):
    edit("gazetteer/not_places.csv", "Alpha Times,", "...,")
    assert faults(project) == ["gazetteer/not_places.csv: a newspaper: '...' is no name; write one with letters"]


def test_phrases_that_are_no_places_are_kept_as_they_are_written(project):
    assert read_project(project).gazetteer.not_places == ("Alpha Times",)


@pytest.mark.parametrize("sides", ["south = 10, west = 92, north = 12, east = 92", "south = 12, west = 90, north = 12, east = 92"])
def test_a_window_without_width_or_height_is_none(project, edit, sides):
    edit("gazetteer/map.toml", "window = { south = 10, west = 90, north = 12, east = 92", f"window = {{ {sides}")
    assert faults(project) == ["gazetteer/map.toml: window: south must lie below north, and west left of east"]


def test_of_several_locations_the_accepted_one_counts(project):
    place = read_project(project).gazetteer.places["gamma"]
    assert (place.location.lat, place.location.status) == (11.2, "accepted")
    assert [one.status for one in place.locations] == ["accepted", "rejected"]


@pytest.mark.parametrize("length", [200, 201])
def test_a_name_has_at_most_two_hundred_letters(project, edit, length):
    edit("gazetteer/places.csv", "lost,Lostham,", f"lost,{'b' * length},")
    if length == 200:
        assert len(read_project(project).gazetteer.places["lost"].name) == length
    else:
        assert "has a name of 201 characters; 200 are the most" in faults(project)[0]


REFERENCES = {
    "a place far away": ("map.toml", 'beyond = ["faraway"]', 'beyond = ["farawy"]', "beyond: place: unknown 'farawy'"),
    "the place of a spelling": ("names.csv", "alpha,Alfa", "alfa,Alfa", "Alfa: place: unknown 'alfa'"),
    "the place of a point": ("locations.csv", "beta,11.5", "beeta,11.5", "survey: place: unknown 'beeta'"),
    "the standing of a point": ("locations.csv", "500,accepted", "500,acepted", "gamma: status: unknown 'acepted'"),
    "the kind of a place": ("places.csv", "Gamma,village", "Gamma,vilage", "gamma: kind: unknown 'vilage'"),
    "the township of a place": ("places.csv", "town,alpha-township", "town,alpha-townshp", "alpha: township: unknown 'alpha-townshp'"),
    "the side of an actor": ("actors.csv", "Reds,north", "Reds,nort", "reds: side: unknown 'nort'"),
    "the whole of an actor": ("actors.csv", "Reds,north,", "Reds,north,blus", "reds: part_of: unknown 'blus'"),
    "the end of a road": ("routes.csv", "alpha,beta,gamma", "alpha,betta,gamma", "alpha-beta: place: unknown 'betta'"),
    "a stretch of a road": ("routes.csv", "south-half; north-half", "south-half; north-hal", "alpha-beta: stretch: unknown 'north-hal'"),
    "the quality of a stretch": ("routes.geojson", '"schematic"', '"schematik"', "north-half: quality: unknown 'schematik'"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFERENCES)
def test_whatever_refers_to_nothing_is_told_with_record_column_and_word(project, edit, case):
    file, old, new, told = REFERENCES[case]
    edit(f"gazetteer/{file}", old, new)
    assert any(fault.startswith(f"gazetteer/{file}: {told}") for fault in faults(project)), faults(project)


def test_a_place_is_called_by_its_first_burmese_name(project, edit):
    edit("gazetteer/names.csv", "alpha,Alfa,en,Latn,Herald\n", "alpha,Alfa,en,Latn,Herald\nalpha,အယ်လ်ဖာ,my,Mymr,Herald\n"
         "alpha,အာလဖာ,my,Mymr,Herald\n")  # fmt: skip
    places = read_project(project).gazetteer.places
    assert (places["alpha"].name_my, places["beta"].name_my) == ("အယ်လ်ဖာ", "")
