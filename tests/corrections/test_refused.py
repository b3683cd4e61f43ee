"""Edits that are refused, each with the reason; what is odd and yet understood."""

from __future__ import annotations

import geopandas as gpd
import pytest
from shapely import LineString, MultiPoint

from mapping.corrections import accept, propose
from mapping.domain.errors import CurationError
from tests.corrections.edits import WHY, edited, faults

pytestmark = pytest.mark.slow  # each exports a whole project


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
