from __future__ import annotations

import pytest

from mapping.files.writing import write_all
from mapping.outputs import geojson
from mapping.outputs.qgis import geopackage
from mapping.project import read_project
from mapping.waist.build import build_dataset


@pytest.fixture
def exported(project, tmp_path):
    """The project's GeoJSON and GeoPackage in a folder of their own."""
    features = build_dataset(read_project(project))
    write_all({**geojson.files(features), **geopackage.files(features)}, tmp_path / "export")
    return tmp_path / "export"
