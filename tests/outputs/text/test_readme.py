from __future__ import annotations

import hashlib

import pytest

from mapping.outputs import COMPANIONS, FORMATS, export
from mapping.outputs.geojson import LAYERS
from mapping.outputs.qgis import geopackage
from mapping.waist import TABLES
from tests.support import dataset as waist
from tests.support.export_cases import empty, hostile

FEATURES = waist.features()
FILES = export(["geojson", "qgis", "kmz", "csv", "lpf"], FEATURES)
README = FILES["README.txt"].decode()


def test_every_file_has_its_checksum():
    sums = dict(line.split("  ")[::-1] for line in FILES["SHA256SUMS"].decode().splitlines())
    assert sums == {name: hashlib.sha256(FILES[name]).hexdigest() for name in FILES if name != "SHA256SUMS"}


def test_every_file_is_told():
    assert all(name in README for name in FILES if name not in {"README.txt", "SHA256SUMS"})


def test_every_column_is_told():
    for name in TABLES:
        section = README.split(f"\n{name} (")[1].split("\n\n")[0]
        assert all(f"  {column.name} " in section for column in geopackage.columns_of(name))


def test_it_tells_day_version_sources_and_credits():
    assert "Data as of 2025-08-10; made with frontmap 0.0.0." in README
    assert "* 2025-08-07-herald-road-push: Push along the Alpha road; The Herald; 2025-08-07;" in README
    assert "* Places: The waist" in README


def test_a_project_comes_with_its_data_and_geojson_with_its_styles():
    assert {"front.qgz", "front.gpkg"} <= set(FILES)
    assert {f"{layer}.{ending}" for layer in LAYERS for ending in ("geojson", "qml")} <= set(FILES)
    assert all(companion in FORMATS for companions in COMPANIONS.values() for companion in companions)


def test_two_exports_are_the_same_bytes():
    assert export(["geojson", "qgis", "kmz", "csv", "lpf"], waist.features()) == FILES


def test_odd_fronts_are_told_as_well():
    for features in (empty(), hostile()):
        assert export(["csv"], features)["README.txt"]


def test_it_has_a_title_and_its_sections_in_their_order():
    lines = README.splitlines()
    assert lines[:3] == ["The Alpha-Beta front", "=" * len("The Alpha-Beta front"), ""]
    headings = [lines[n - 1] for n, line in enumerate(lines) if n and line and set(line) == {"-"}]
    assert headings[:4] == ["Files", "How to read it", "Sources", "Credits of coordinates and lines"]
    assert "\n\n\n" not in README


@pytest.mark.parametrize("name", sorted(FILES.keys() - {"README.txt", "SHA256SUMS"}))
def test_what_each_file_is_for_is_said(name):
    files = README.split("How to read it")[0]
    line = next(line for line in files.splitlines() if name in line)
    assert line.strip(" *") != name
    said = files[files.index(name) :].split("\n* ")[0]
    assert len(said.split()) > 5, said
