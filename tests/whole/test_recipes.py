"""What the README and the page for contributors say of additions is enough: each is made, in a copy, and asked for."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from types import SimpleNamespace

import pyogrio
import pytest

from tests.conftest import write_project
from tests.support.made_up.toll import ID, SOURCE, front_of_tolls, with_tolls
from tests.support.scratch import Scratch

pytestmark = pytest.mark.slow

SAID = "At Gamma on the Alpha-Beta road the Red Army takes 5,000 kyat from each lorry."


@pytest.fixture(scope="module")
def tolls(tmp_path_factory):
    """A program that knows tolls, a project that tells of one, and all its exports."""
    folder = tmp_path_factory.mktemp("tolls")
    scratch, project = with_tolls(folder / "copy"), front_of_tolls(folder / "front")
    scratch.run("--project", project, "export", "--format", "all", "--to", folder / "out")
    return SimpleNamespace(scratch=scratch, project=project, out=folder / "out")


@pytest.fixture(scope="module")
def block(tolls):
    page = (tolls.out / "map.html").read_text("utf-8")
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])


def inside(archive, name: str) -> ET.Element:
    return ET.fromstring(zipfile.ZipFile(archive).read(name))  # noqa: S314  our own file


def rows_of(path):
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))


def test_a_kind_of_statement_touches_five_files(tolls):
    assert tolls.scratch.touched == {
        "mapping/domain/statements.py", "mapping/waist/kinds/toll.py", "mapping/waist/kinds/__init__.py",
        "seeds/README.md", "seeds/source.schema.json",
    }  # fmt: skip


def test_its_schema_completes_its_fields(tolls):
    schema = json.loads((tolls.scratch.folder / "seeds/source.schema.json").read_text("utf-8"))
    assert "price" in schema["$defs"]["Toll"]["properties"]


def test_it_is_a_layer_of_geojson_with_a_style_beside_it(tolls):
    (feature,) = json.loads((tolls.out / "tolls.geojson").read_text("utf-8"))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [91.0, 11.2]}
    assert (feature["properties"]["price_kyat"], feature["properties"]["taken_by"]) == (5000, "Red Army")
    assert "renderer-v2" in (tolls.out / "tolls.qml").read_text("utf-8")


def test_it_is_a_layer_of_the_geopackage_that_gdal_reads(tolls):
    table = pyogrio.read_dataframe(tolls.out / "front.gpkg", layer="tolls")
    assert table["price_kyat"].tolist() == [5000]
    assert table.geometry.iloc[0].coords[0] == (91.0, 11.2)


def test_it_stands_in_a_group_of_the_qgis_project_and_under_its_place_and_source(tolls):
    project = inside(tolls.out / "front.qgz", "front.qgs")
    groups = {group.get("name"): [one.get("name") for one in group.findall("layer-tree-layer")]
              for group in project.find("layer-tree-group").findall("layer-tree-group")}  # fmt: skip
    assert groups["Reported"][-1] == "Tolls"
    relations = {relation.get("id") for relation in project.iter("relation")}
    assert {"tolls_source_sources", "tolls_place_places"} <= relations


def test_it_is_a_folder_of_the_kmz_with_what_its_card_tells(tolls):
    kml = inside(tolls.out / "front.kmz", "doc.kml")
    space = {"k": "http://www.opengis.net/kml/2.2"}
    folder = next(one for one in kml.iterfind(".//k:Folder", space) if one.findtext("k:name", "", space) == "Tolls (1)")
    told, style = (folder.findtext(f"k:Placemark/k:{tag}", "", space) for tag in ("description", "styleUrl"))
    assert "<b>Price kyat:</b> 5,000" in told
    assert SAID in told
    assert [one.get("id") for one in kml.iterfind(".//k:Style", space)].count(style.removeprefix("#")) == 1
    assert "signs/plain.png" in zipfile.ZipFile(tolls.out / "front.kmz").namelist()


def test_spreadsheets_tell_who_and_where_and_all_its_columns(tolls):
    (said,) = [row for row in rows_of(tolls.out / "statements.csv") if row["kind"] == "toll"]
    assert (said["places"], said["actors"], said["quote"]) == ("at gamma; on alpha-beta", "Red Army", SAID)
    (toll,) = rows_of(tolls.out / "tolls.csv")
    assert (toll["price_kyat"], toll["decimalLatitude"], toll["decimalLongitude"]) == ("5000.0", "11.2", "91.0")


def test_the_readme_of_an_export_explains_it(tolls):
    assert "tolls (Point)" in (tolls.out / "README.txt").read_text("utf-8")


def test_the_page_is_told_what_to_show_of_it(block):
    assert block["kinds"]["toll"] == {
        "table": "tolls", "title": "Tolls", "label": "place_name", "card": [
            ["place_name", "Place name"], ["route_name", "Route name"], ["price_kyat", "Price kyat"], ["taken_by", "Taken by"],
        ],
    }  # fmt: skip
    assert (block["tables"]["tolls"]["rows"], block["tables"]["tolls"]["price_kyat"]) == (1, [5000])


def test_the_time_of_the_page_reaches_to_its_day(block):
    assert block["meta"]["last"] == 20212  # 4 May 2025, two days after everything else


def test_who_it_names_must_be_known(tolls, tmp_path):
    project = front_of_tolls(tmp_path / "front")
    toml = project / f"seeds/{SOURCE}.toml"
    toml.write_text(toml.read_text("utf-8").replace('"reds"', '"rads"'), encoding="utf-8")
    done = tolls.scratch.ended("--project", project, "check")
    assert done.returncode == 1
    assert "toll-gamma: taken_by: unknown actor 'rads'" in " ".join(done.stderr.split())


@pytest.mark.parametrize(("until", "kept"), [("2025-05-03", []), ("2025-05-04", [ID])])
def test_it_is_chosen_by_its_day(tolls, tmp_path, until, kept):
    tolls.scratch.run("--project", tolls.project, "export", "--format", "geojson", "--until", until, "--to", tmp_path)
    features = json.loads((tmp_path / "tolls.geojson").read_text("utf-8"))["features"]
    assert [feature["id"] for feature in features] == kept


@pytest.mark.parametrize("geometry", ["LineString", "Polygon"])
def test_whatever_its_geometry_it_has_a_quiet_look(tmp_path, geometry):
    scratch, project = with_tolls(tmp_path / "copy", geometry), front_of_tolls(tmp_path / "front")
    scratch.run("--project", project, "export", "--format", "all", "--to", tmp_path / "out")
    assert pyogrio.read_info(tmp_path / "out/front.gpkg", layer="tolls")["geometry_type"] == geometry
    kml = zipfile.ZipFile(tmp_path / "out/front.kmz").read("doc.kml").decode()
    assert f"<styleUrl>#plain</styleUrl><ExtendedData><Data name=\"id\"><value>{ID}</value></Data></ExtendedData><{geometry}>" in kml
    symbols = ET.parse(tmp_path / "out/tolls.qml").findall("renderer-v2/symbols/symbol")  # noqa: S314  our own file
    assert [symbol.get("type") for symbol in symbols] == [{"LineString": "line", "Polygon": "fill"}[geometry]]


def test_a_format_is_a_file_and_a_line(tmp_path):
    scratch = Scratch(tmp_path / "copy")
    scratch.write("mapping/outputs/headlines.py", '"""Titles."""\n\n\ndef files(dataset):\n'
                  '    return {"headlines.txt": "\\n".join(dataset.sources["title"]).encode()}\n')  # fmt: skip
    scratch.edit("mapping/outputs/__init__.py", '    "lpf"', '    "headlines": "headlines",\n    "lpf"')
    project = write_project(tmp_path / "front")
    scratch.run("--project", project, "export", "--format", "headlines", "--to", tmp_path / "out")
    assert (tmp_path / "out/headlines.txt").read_text("utf-8") == "Fighting on the Alpha road"
    assert len(scratch.touched) == 2


ATLAS = '''"""An atlas of one village."""

from mapping.reference.base import Entry, Match

NAME, CREDIT, ONLINE, WIDE = "atlas", "The Atlas", False, False


def available():
    return True


def seats():
    return frozenset()


def exact(names):
    return {}


def alike(name, around):
    yield Match(1.0, Entry(NAME, name, "", "", "village", "", (11.1, 91.1)), "sheet 7")
'''


def test_a_reference_gazetteer_is_a_file_and_a_line(tmp_path):
    scratch = Scratch(tmp_path / "copy")
    scratch.write("mapping/reference/atlas.py", ATLAS)
    scratch.edit("mapping/reference/references.py", "import geonames,", "import atlas, geonames,")
    scratch.edit("mapping/reference/references.py", "= (mimu,", "= (atlas, mimu,")
    told = scratch.run("--project", write_project(tmp_path / "front"), "locate", "Qzvw")
    assert "Qzvw; village; 11.1000, 91.1000" in told
    assert "sheet 7" in told
    assert len(scratch.touched) == 2
