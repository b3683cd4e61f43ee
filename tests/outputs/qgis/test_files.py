"""Styles and project as text: what can be judged without QGIS."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import pytest
from pyproj import CRS

from mapping.domain.vocabulary import STANDINGS
from mapping.outputs import geojson
from mapping.outputs.qgis import project as qgis_project
from mapping.outputs.qgis import qml
from mapping.outputs.qgis.layers import STYLED
from mapping.outputs.qgis.symbology import inert
from mapping.style.symbols import EVENTS
from mapping.waist import TABLES
from tests.support import dataset as waist
from tests.support.export_cases import HOSTILE, empty, hostile

pytestmark = pytest.mark.slow  # each writes the styles of every layer

FEATURES = waist.features()
CASES = {"full": waist.features, "empty": empty, "hostile": hostile}


def project(features=FEATURES):
    archive = zipfile.ZipFile(io.BytesIO(qgis_project.files(features)["front.qgz"]))
    assert archive.namelist() == ["front.qgs"]
    return ET.fromstring(archive.read("front.qgs"))  # noqa: S314  our own file


def style(layer, features=FEATURES):
    return ET.fromstring(qml.qml(layer, features))  # noqa: S314


def expressions(root):
    """Every expression of a style: labels, filters, times, and rules of symbols."""
    found = [node.get("value") for node in root.iter("Option") if node.get("name") == "expression"]
    found += [node.get("fieldName") for node in root.iter("text-style")]
    found += [node.get("filter") for node in root.iter("rule") if node.get("filter")]
    found += [node.get(key) for node in root.iter("temporal") for key in ("startExpression", "endExpression")]
    found += [node.text for node in root.iter("previewExpression")]
    return found + re.findall(r"\[%(.*?)%\]", root.findtext("mapTip") or "", re.DOTALL)


def test_every_geojson_file_has_its_style_beside_it():
    assert set(qml.files(FEATURES)) == {f"{layer}.qml" for layer in geojson.LAYERS}


@pytest.mark.parametrize("case", CASES)
def test_two_projects_are_the_same_bytes(case):
    assert qgis_project.files(CASES[case]()) == qgis_project.files(CASES[case]())


@pytest.mark.parametrize("layer", STYLED)
def test_a_style_asks_only_for_columns_that_are_there(layer):
    columns = {column.name for column in TABLES[layer].columns}
    for expression in expressions(style(layer)):
        assert set(re.findall(r'"(\w+)"', expression)) <= columns, expression


@pytest.mark.parametrize("layer", STYLED)
def test_a_form_names_every_column(layer):
    aliases = [(node.get("field"), node.get("name")) for node in style(layer).iter("alias")]
    assert [field for field, _ in aliases] == [column.name for column in TABLES[layer].columns]
    assert len({name for _, name in aliases}) == len(aliases)


@pytest.mark.parametrize("layer", ["events", "event_lines", "event_areas"])
def test_every_type_of_event_has_its_category_and_so_has_the_rest(layer):
    categories = [(node.get("value"), node.get("label")) for node in style(layer).iter("category")]
    assert [value for value, _ in categories] == [*EVENTS, ""]
    assert dict(categories)["road-closure"] == "Road closure"


def test_every_side_has_a_category_and_its_standing_breaks_the_ring():
    rows = waist.tables()["control"]
    rows[0] |= {"side": "north; south"}
    rows[1] |= {"side": None, "standing": "unknown"}
    rows[2] |= {"side": "nobody knows"}
    made = style("control", waist.features(control=rows))
    assert {c.get("value"): c.get("label") for c in made.iter("category")} == {
        "north; south": "The north / The south", "?": "Nobody known", "nobody knows": "nobody knows",
        "": "Not in this list",
    }  # fmt: skip
    broken = [option.get("value") for option in made.iter("Option") if "standing" in option.get("value", "")]
    assert all(f"WHEN \"standing\" = '{word}' THEN '{held.ring}'" in text for text in broken for word, held in STANDINGS.items())
    assert len(broken) == 3


def test_the_page_tells_how_each_standing_breaks_its_ring():
    (said,) = [item.get("labelText") for item in project().iter("LayoutItem") if "Rings" in item.get("labelText", "")]
    assert all(f"{standing.ring}, {word}" in said for word, standing in STANDINGS.items())


def test_what_lasts_is_shown_until_the_end_of_the_data():
    ends = {layer: style(layer).find("temporal").get("endExpression") for layer in ("control", "events")}
    assert "'2025-08-31'" in ends["control"]
    assert "2025" not in ends["events"]


def test_layers_have_long_ids_and_relative_sources():
    layers = list(project().iter("maplayer"))
    assert all(len(layer.findtext("id")) > 10 for layer in layers)
    sources = [layer.findtext("datasource") for layer in layers if layer.get("type") == "vector"]
    assert sorted(sources) == sorted(f"./front.gpkg|layername={name}" for name in TABLES)


def test_every_layer_stands_in_the_tree_once():
    root = project()
    tree = root.find("layer-tree-group")
    listed = [node.get("id") for node in tree.iter("layer-tree-layer")]
    assert sorted(listed) == sorted(layer.findtext("id") for layer in root.iter("maplayer"))


def test_every_relation_joins_columns_that_are_there():
    for child, column, parent, key in qgis_project.RELATIONS:
        assert column in {c.name for c in TABLES[child].columns}
        assert key in {c.name for c in TABLES[parent].columns}


def test_every_crs_carries_its_definition():
    for crs in project().iter("spatialrefsys"):
        assert CRS(crs.findtext("wkt")) == CRS(crs.findtext("authid"))


def test_no_clock_and_no_user_stand_in_the_project():
    text = ET.tostring(project(), encoding="unicode")
    assert not re.search(r"saveUser|saveDateTime|<creation>|<author>", text)


def test_a_front_without_days_has_no_time():
    assert project(empty()).find("ProjectTimeSettings") is None


def test_hostile_text_stays_out_of_expressions():
    text = "\n".join(expression for layer in STYLED for expression in expressions(style(layer, hostile())))
    assert "DROP TABLE" not in text
    assert HOSTILE not in ET.tostring(project(hostile()), encoding="unicode")


@pytest.mark.parametrize("layer", STYLED)
def test_the_map_tip_of_a_layer_is_switched_on(layer):
    assert style(layer).find("mapTip").get("enabled") == "1"


def test_rules_that_hang_on_data_are_switched_on():
    active = [one.get("value") for layer in STYLED for one in style(layer).iter("Option") if one.get("name") == "active"]
    kinds = {one.get("type") for layer in STYLED for one in style(layer).iter("Option") if one.get("name") == "active"}
    assert (set(active), kinds) == ({"true"}, {"bool"})


def test_a_sign_is_filled_by_certainty_and_dotted_by_status():
    asked = " ".join(expression for expression in expressions(style("events")) if expression)
    assert '"certainty"' in asked
    assert '"status"' in asked


def test_the_days_of_the_project_run_from_the_first_to_the_last_one_at_a_time():
    time = project().find("ProjectTimeSettings")
    assert (time.get("timeStep"), time.get("timeStepUnit"), time.get("cumulativeTemporalRange")) == ("1", "d", "0")
    days = {day for name in STYLED for column in ("date_start", "date_end") if column in FEATURES.tables[name]
            for day in FEATURES.tables[name][column].dropna()}  # fmt: skip
    assert time.findtext("TemporalRange/start")[:10] == min(days)
    assert time.findtext("TemporalRange/end")[:10] == max(days)


def test_ids_of_layers_are_long_enough_for_qgis_and_unlike():
    ids = [layer.findtext("id") for layer in project().iter("maplayer")]
    assert len(ids) == len(set(ids))
    assert all(len(id_) > 10 for id_ in ids)


@pytest.mark.parametrize("text", ["[% 6*7 %] Press", "[%[% @user_full_name %]", "a [% b"])
def test_a_label_or_a_legend_holds_no_expression_of_a_source(text):
    """QGIS evaluates what stands between [% and %] in labels and legends; the first two signs are all it may find."""
    made = inert(text)
    assert re.findall(r"\[%(.*?)%\]", made) == [" '[%' "] * text.count("[%")
    assert made.replace("[% '[%' %]", "[%") == text
    settings = replace(FEATURES.settings, subtitle=text, sides={"north": text, "south": "The south"})
    root = project(replace(FEATURES, settings=settings))
    labels = [item.get("labelText") for item in root.iter("LayoutItem") if item.get("labelText")]
    labels += [category.get("label") for category in root.iter("category")]
    assert made in labels
    assert text not in labels
