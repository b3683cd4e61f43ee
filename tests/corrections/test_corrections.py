"""Corrections from QGIS: what is read, what is proposed, what is written, and what stays as it was."""

from __future__ import annotations

import json

import pytest
from shapely import Point

from mapping.corrections import Evidence, accept, propose
from mapping.files.writing import write_all
from mapping.project import read_project
from mapping.waist.build import build_dataset
from tests.corrections.edits import WHY, edited, move_gamma, told
from tests.support import system_qgis

pytestmark = pytest.mark.slow  # each exports and reads back a whole project

EDIT = """
import sys
from osgeo import ogr
ogr.UseExceptions()
source = ogr.Open(sys.argv[1], update=1)
layer = source.GetLayerByName("places")
layer.SetAttributeFilter("id = 'gamma'")
feature = layer.GetNextFeature()
feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (91.02 11.22)"))
layer.SetFeature(feature)
layer = source.GetLayerByName("routes")
feature = layer.GetNextFeature()
line = feature.GetGeometryRef()
line.SetPoint_2D(1, 91.06, 11.11)
feature.SetGeometry(line.Clone())
layer.SetFeature(feature)
"""


def test_an_untouched_export_moves_nothing(project, exported):
    assert propose(exported / "front.gpkg", project) == []
    assert propose(exported / "places.geojson", project) == []


def test_a_moved_place_is_told_with_its_distance(project, exported):
    moves = propose(edited(exported / "places.geojson", move_gamma), project)
    assert told(moves) == ["place gamma (Gamma): 3.11 km from 11.20000, 91.00000 to 11.22000, 91.02000"]


def test_the_old_row_is_rejected_with_the_reason_and_nothing_else_changes(project, exported):
    (move,) = propose(edited(exported / "places.geojson", move_gamma), project)
    files = accept({move: WHY}, project)
    before = (project / "gazetteer" / "locations.csv").read_text("utf-8").splitlines()
    after = files["locations.csv"].decode().splitlines()
    assert list(files) == ["locations.csv"]
    assert [line for line in before if line not in after] == ["gamma,11.2,91.0,500,accepted,survey,Survey,"]
    assert [line for line in after if line not in before] == [
        "gamma,11.2,91.0,500,rejected,survey,Survey,the old point was read off a smaller map",
        "gamma,11.22,91.02,300,accepted,sheet 5 of the new survey,Survey,",
    ]


ODD = {
    "a line break in a cell": ("old map,Survey,another village of the name", '"old\nmap",Survey,"another, of the\n""name"""'),
    "a byte order mark": ("place,lat", "\ufeffplace,lat"),
    "a blank line": ("gamma,10.2", "\ngamma,10.2"),
    "no last line end": ("seat,Survey,\n", "seat,Survey,"),
    "carriage returns": ("\n", "\r\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", ODD)
def test_a_file_that_the_check_accepts_is_edited_by_record(project, exported, case):
    path = project / "gazetteer" / "locations.csv"
    old = path.read_bytes().decode().replace(*ODD[case])
    path.write_bytes(old.encode())
    (move,) = propose(edited(exported / "places.geojson", move_gamma), project)
    new = accept({move: WHY}, project)["locations.csv"].decode()
    record = "gamma,11.2,91.0,500,accepted,survey,Survey,"
    before, after = old.split(record)
    assert new.startswith(before + record.replace("accepted", "rejected"))
    assert new.endswith("gamma,11.22,91.02,300,accepted,sheet 5 of the new survey,Survey," + after)


def test_a_place_is_moved_while_an_editor_keeps_its_locks_beside_the_file(project, exported):
    (project / "gazetteer" / ".#locations.csv").symlink_to("user@host.1234")
    (move,) = propose(edited(exported / "places.geojson", move_gamma), project)
    assert list(accept({move: WHY}, project)) == ["locations.csv"]


def test_a_drawing_of_another_layout_keeps_it(project, exported):
    path = project / "gazetteer" / "routes.geojson"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")), indent=1), encoding="utf-8")

    def bend(features):
        features["north-half"]["geometry"]["coordinates"].insert(1, [91.1, 11.3])

    (move,) = propose(edited(exported / "stretches.geojson", bend), project)
    old, new = path.read_text("utf-8"), accept({move: WHY}, project)["routes.geojson"].decode()
    first, second = (text.index('"north-half"') for text in (old, new))
    feature = '{\n   "type": "Feature"'
    assert old[:first].rpartition(feature)[0] == new[:second].rpartition('{"type": "Feature"')[0] != ""


def test_after_the_import_the_map_has_moved(project, exported):
    (move,) = propose(edited(exported / "places.geojson", move_gamma), project)
    write_all(accept({move: WHY}, project), project / "gazetteer")
    places = build_dataset(read_project(project)).places.set_index("id")
    assert places.geometry["gamma"] == Point(91.02, 11.22)
    assert "rejected 11.2, 91: the old point was read off a smaller map" in places["location_note"]["gamma"]


def test_a_place_without_location_gets_its_first(project, exported):
    def locate(features):
        features["lost"]["geometry"] = {"type": "Point", "coordinates": [91.5, 11.5]}

    (move,) = propose(edited(exported / "places.geojson", locate), project)
    assert str(move) == "place lost (Lostham): located at 11.50000, 91.50000, had no location"
    text = accept({move: Evidence("seen", "none")}, project)["locations.csv"].decode()
    assert text.endswith("lost,11.5,91.5,1000,accepted,seen,,\n")


def test_a_new_vertex_of_a_stretch_comes_back(project, exported):
    def bend(features):
        features["north-half"]["geometry"]["coordinates"].insert(1, [91.1, 11.3])

    (move,) = propose(edited(exported / "stretches.geojson", bend), project)
    assert str(move) == "stretch north-half: up to 10.92 km off its old line (2 -> 3 vertices)"
    before = (project / "gazetteer" / "routes.geojson").read_text("utf-8").splitlines()
    after = accept({move: WHY}, project)["routes.geojson"].decode().splitlines()
    assert after[:2] == before[:2]
    feature = json.loads(after[2])
    assert feature["geometry"]["coordinates"] == [[91.0, 11.2], [91.1, 11.3], [91.0, 11.5]]
    assert feature["properties"]["evidence"] == "sheet 5 of the new survey; before: straight"
    assert feature["properties"]["note"] == "Corrected: the old point was read off a smaller map"


def test_a_vertex_of_a_whole_route_goes_to_its_stretch(project, exported):
    def shift(features):
        features["alpha-beta"]["geometry"]["coordinates"][1] = [91.06, 11.11]

    moves = propose(edited(exported / "routes.geojson", shift), project)
    assert [(move.id, move.after[1]) for move in moves] == [("south-half", (11.11, 91.06))]


def test_a_new_vertex_of_a_whole_route_goes_to_its_stretch(project, exported):
    def bend(features):
        features["alpha-beta"]["geometry"]["coordinates"].insert(3, [91.1, 11.3])

    moves = propose(edited(exported / "routes.geojson", bend), project)
    assert [(move.id, len(move.before), len(move.after)) for move in moves] == [("north-half", 2, 3)]


def test_stretches_that_met_a_moved_end_follow(project, exported):
    def pull(features):
        features["south-half"]["geometry"]["coordinates"][-1] = [91.01, 11.21]

    (move,) = propose(edited(exported / "stretches.geojson", pull), project)
    features = json.loads(accept({move: WHY}, project)["routes.geojson"])["features"]
    assert [f["geometry"]["coordinates"][-1] for f in features] == [[91.01, 11.21], [91.0, 11.5]]
    assert features[1]["geometry"]["coordinates"][0] == [91.01, 11.21]
    assert features[1]["properties"]["evidence"] == "straight"


@pytest.mark.qgis
def test_the_round_trip_through_gdal(project, exported):
    system_qgis.require_module("osgeo.ogr")
    assert system_qgis.run("-c", EDIT, exported / "front.gpkg").returncode == 0
    moves = propose(exported / "front.gpkg", project)
    assert [(move.kind, move.id) for move in moves] == [("place", "gamma"), ("stretch", "south-half")]
    kept = [path for path in project.rglob("*.*") if path.name not in {"locations.csv", "routes.geojson"}]
    untouched = {path: path.read_bytes() for path in kept}
    write_all(accept(dict.fromkeys(moves, WHY), project), project / "gazetteer")
    features = build_dataset(read_project(project))
    assert features.places.set_index("id").geometry["gamma"] == Point(91.02, 11.22)
    assert (91.06, 11.11) in features.routes.geometry[0].coords
    assert untouched == {path: path.read_bytes() for path in untouched}


def test_a_place_moved_due_north_alone_has_moved(project, exported):
    def north(features):
        features["north-half"]["geometry"]["coordinates"][1] = [91.0, 11.52]  # same longitude

    (move,) = propose(edited(exported / "stretches.geojson", north), project)
    assert move.after == ((11.2, 91.0), (11.52, 91.0))


def test_a_whole_route_that_gained_a_vertex_is_cut_where_its_stretches_met(project, exported):
    def bend(features):
        features["alpha-beta"]["geometry"]["coordinates"].insert(1, [91.02, 11.05])

    moves = propose(edited(exported / "routes.geojson", bend), project)
    assert [(move.id, move.after) for move in moves] == [
        ("south-half", ((11.0, 91.0), (11.05, 91.02), (11.1, 91.05), (11.2, 91.0)))
    ]
