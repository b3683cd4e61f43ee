"""Corrections from QGIS: what is read, what is proposed, what is written, and what stays as it was."""

from __future__ import annotations

import json

import geopandas as gpd
import pytest
from shapely import LineString, MultiPoint, Point

from mapping.corrections import Evidence, accept, propose
from mapping.domain.errors import CurationError
from mapping.files.writing import write_all
from mapping.outputs import geojson
from mapping.outputs.qgis import geopackage
from mapping.project import read_project
from mapping.waist.build import build_dataset
from tests.support import system_qgis

WHY = Evidence("sheet 5 of the new survey", "the old point was read off a smaller map", "Survey", 300)
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


@pytest.fixture
def exported(project, tmp_path):
    """The project's GeoJSON and GeoPackage in a folder of their own."""
    features = build_dataset(read_project(project))
    write_all({**geojson.files(features), **geopackage.files(features)}, tmp_path / "export")
    return tmp_path / "export"


def edited(path, change):
    """Change the features of a GeoJSON file in place: change(features by id)."""
    collection = json.loads(path.read_text("utf-8"))
    change({feature["id"]: feature for feature in collection["features"]})
    path.write_text(json.dumps(collection), "utf-8")
    return path


def move_gamma(features):
    features["gamma"]["geometry"]["coordinates"] = [91.02, 11.22]


def told(moves):
    return [str(move) for move in moves]


def faults(caught):
    return [str(problem) for problem in caught.value.problems]


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


def test_two_edits_that_tear_a_road_apart_are_refused(project, exported):
    def tear(features):
        features["south-half"]["geometry"]["coordinates"][-1] = [91.01, 11.21]
        features["north-half"]["geometry"]["coordinates"][0] = [91.3, 11.3]

    moves = propose(edited(exported / "stretches.geojson", tear), project)
    with pytest.raises(CurationError) as caught:
        accept(dict.fromkeys(moves, WHY), project)
    assert "after this import: stretch north-half does not begin where south-half ends" in faults(caught)[0]


def test_another_crs_and_multipart_points_are_understood(project, exported):
    table = gpd.read_file(exported / "front.gpkg", layer="places")
    gamma = table["id"] == "gamma"
    table.loc[gamma, "geometry"] = [MultiPoint([(91.02, 11.22)])]
    table.to_crs("EPSG:3857").to_file(exported / "mine.gpkg", layer="places of mine")
    assert [(move.id, move.after) for move in propose(exported / "mine.gpkg", project)] == [
        ("gamma", ((11.22, 91.02),))
    ]


def test_a_point_outside_the_window_is_refused(project, exported):
    def fling(features):
        features["gamma"]["geometry"]["coordinates"] = [11.22, 91.02 - 80]

    (move,) = propose(edited(exported / "places.geojson", fling), project)
    with pytest.raises(CurationError) as caught:
        accept({move: WHY}, project)
    assert faults(caught)[0].startswith("gazetteer/locations.csv: gamma: after this import: ")


def test_a_place_that_would_leave_its_road_is_refused(project, exported):
    def fling(features):
        features["alpha"]["geometry"]["coordinates"] = [91.3, 11.1]

    (move,) = propose(edited(exported / "places.geojson", fling), project)
    with pytest.raises(CurationError) as caught:
        accept({move: WHY}, project)
    assert faults(caught)[0].startswith("gazetteer/routes.csv: alpha-beta: after this import: alpha lies 34.6 km")


def test_every_fault_of_the_file_is_told_at_once(project, exported):
    def spoil(features):
        features["alpha"]["geometry"] = None
        features["beta"]["properties"]["id"] = "betta"
        features["gamma"]["geometry"] = {"type": "LineString", "coordinates": [[91, 11], [91, 11.1]]}
        features["lost"]["properties"]["id"] = None

    path = edited(exported / "places.geojson", spoil)
    with pytest.raises(CurationError) as caught:
        propose(path, project)
    assert faults(caught) == [
        "places.geojson: places: feature 6: has no id; only what the project knows can be moved",
        "places.geojson: places: gamma: is a LineString; it must stay a Point",
    ]


def test_unknown_ids_and_lost_points_are_told(project, exported):
    def spoil(features):
        features["alpha"]["geometry"] = None
        features["beta"]["properties"]["id"] = "betta"

    path = edited(exported / "places.geojson", spoil)
    with pytest.raises(CurationError) as caught:
        propose(path, project)
    assert [fault.split(";")[0] for fault in faults(caught)] == [
        "places.geojson: alpha: has lost its point",
        "places.geojson: betta: unknown place (did you mean 'beta'?)",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "is missing"),
        (b"no map at all", "is no GeoJSON or GeoPackage that can be read"),
        (b'{"type": "FeatureCollection", "features": []}', "holds no layer of places, stretches or routes"),
    ],
)
def test_a_file_that_is_no_export_is_told(project, tmp_path, content, message):
    path = tmp_path / "edited.geojson"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CurationError, match=message):
        propose(path, project)


def test_events_are_not_what_this_reads(project, exported):
    with pytest.raises(CurationError, match="holds no layer of places, stretches or routes"):
        propose(exported / "events.geojson", project)


def test_a_vertex_that_is_nowhere_is_told(project, exported):
    table = gpd.read_file(exported / "front.gpkg", layer="stretches")
    table.loc[0, "geometry"] = LineString([(91, 11), (500, 11)])
    table.to_file(exported / "mine.gpkg", layer="stretches")
    with pytest.raises(CurationError, match="has a vertex that is not on Earth"):
        propose(exported / "mine.gpkg", project)


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
