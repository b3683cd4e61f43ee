"""The exports as the system's own QGIS sees them."""

from __future__ import annotations

import shutil

import pytest

from mapping.files.writing import write_all
from mapping.outputs import export, geojson
from mapping.outputs.qgis import project as qgis_project
from mapping.outputs.qgis.layers import STYLED
from mapping.waist import TABLES
from tests.support import dataset as waist
from tests.support.export_cases import HOSTILE, hostile
from tests.support.system_qgis import probe

pytestmark = pytest.mark.qgis

FEATURES = waist.features()
FORMATS = ("geojson", "gpkg", "qgis", "kmz")
DAYS = ("2024-07-24", "2025-08-05", "2025-08-07")
HELD = {"2024-07-23": [], "2025-04-30": ["beta"], "2025-08-31": ["alpha", "beta", "gamma"]}  # day -> places with a holder
SEEN = {name: f"front_layer_{name}" for name in TABLES}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("export")
    write_all(export(FORMATS, FEATURES), where)
    return where


@pytest.fixture(scope="module")
def files(folder):
    """Every layer of every file, as opened one by one."""
    names = ["front.gpkg", "front.kmz", *(f"{layer}.geojson" for layer in geojson.LAYERS)]
    found = probe("source", *(folder / name for name in names))
    return {path.rpartition("/")[2]: layers for path, layers in found.items()}


@pytest.fixture(scope="module")
def project(folder, tmp_path_factory):
    """The project after its folder was moved."""
    moved = tmp_path_factory.mktemp("elsewhere") / "moved"
    shutil.copytree(folder, moved)
    return probe("project", moved / "front.qgz", *DAYS, *HELD)


@pytest.fixture(scope="module")
def gpkg(files):
    return {layer["name"]: layer for layer in files["front.gpkg"]}


def test_every_layer_of_every_file_is_valid_and_in_wgs_84(files):
    for name, layers in files.items():
        assert layers, name
        for layer in layers:
            assert layer["valid"], (name, layer["name"])
            assert not layer["spatial"] or (layer["crs"], layer["crs_valid"]) == ("EPSG:4326", True), layer["name"]
            assert layer["broken"] == 0


def test_the_geopackage_holds_every_table(gpkg):
    for name, table in TABLES.items():
        assert gpkg[name]["count"] == len(FEATURES.tables[name])
        assert gpkg[name]["title"] == table.title
        assert gpkg[name]["abstract"].startswith(table.abstract)


@pytest.mark.parametrize("layer", [name for name in TABLES if any(c.type == "date" for c in TABLES[name].columns)])
def test_dates_are_dates(files, gpkg, layer):
    assert (gpkg[layer]["types"]["date_start"], gpkg[layer]["types"]["date_end"]) == ("Date", "Date")
    known = FEATURES.tables[layer]["date_end"].notna().any()
    if known and f"{layer}.geojson" in files:
        assert files[f"{layer}.geojson"][0]["types"]["date_end"] == "Date"


@pytest.mark.parametrize("layer", STYLED)
def test_a_layer_opens_with_its_style(gpkg, layer):
    renderers = {"events": "pointDisplacement", "routes": "singleSymbol", "positions": "singleSymbol",
                 "position_bands": "singleSymbol", "advances": "singleSymbol", "access": "singleSymbol", "rivers": "singleSymbol",
                 "boundaries": "singleSymbol", "candidates": "singleSymbol"}  # fmt: skip
    assert gpkg[layer]["renderer"] == renderers.get(layer, "categorizedSymbol")
    assert gpkg[layer]["tip"]
    assert gpkg[layer]["labels"] == bool(STYLED[layer].labels)


@pytest.mark.parametrize("layer", geojson.LAYERS)
def test_a_geojson_file_opens_with_the_style_beside_it(files, gpkg, layer):
    (found,) = files[f"{layer}.geojson"]
    assert (found["renderer"], found["categories"]) == (gpkg[layer]["renderer"], gpkg[layer]["categories"])
    assert found["aliases"]["id"] == "Id"


def test_no_value_lacks_a_category(gpkg, project):
    for layer in [*gpkg.values(), *project["layers"].values()]:
        assert not layer.get("categories") or layer["categories"]["missing"] == [], layer["name"]


def test_the_project_loads_whole_after_the_folder_was_moved(project):
    assert project["read"]
    assert project["crs_valid"]
    assert project["relative"]
    assert all(layer["valid"] and layer["crs_valid"] for layer in project["layers"].values() if layer["crs"])
    assert all(group["found"] for group in project["groups"].values())
    assert {project["layers"][SEEN[name]]["count"] for name in ("events",)} == {len(FEATURES.events)}


def test_the_tree_has_its_groups_and_the_backgrounds_wait(project):
    assert list(project["groups"]) == [*qgis_project.GROUPS, "Backgrounds (online)"]
    assert not project["groups"]["Backgrounds (online)"]["shown"]
    assert project["groups"]["Backgrounds (online)"]["layers"] == ["Streets", "Satellite"]


@pytest.mark.parametrize("day", DAYS)
def test_the_temporal_controller_shows_exactly_the_events_of_a_day(project, day):
    events = FEATURES.events
    start, end = events["date_start"].fillna(events["date_end"]), events["date_end"].fillna(events["date_start"])
    wanted = sorted(events["id"][(start <= day) & (end >= day)])
    assert project["shown"][day][SEEN["events"]] == wanted
    assert wanted


def test_every_dated_layer_follows_the_temporal_controller(project):
    assert set(project["shown"][DAYS[0]]) == {SEEN[name] for name in STYLED if TABLES[name].dated}
    assert project["range"] == ["2024-07-24T00:00:00Z", "2025-08-31T23:59:59Z"]


@pytest.mark.parametrize("day", HELD)
def test_who_holds_a_place_is_shown_from_its_first_day_until_another_answer(project, day):
    assert [id_.partition("/")[0] for id_ in project["shown"][day][SEEN["control"]]] == HELD[day]


def test_relations_resolve(project):
    assert len(project["relations"]) == len(qgis_project.RELATIONS)
    assert all(relation["valid"] for relation in project["relations"].values())
    related = {name: relation["related"] for name, relation in project["relations"].items()}
    assert related["statements_source_sources"] == len(FEATURES.statements)
    assert related["reports_id_statements"] == len(FEATURES.reports)
    assert related["statements_event_id_events"] >= len(FEATURES.reports)


def test_a_map_tip_holds_the_words_it_rests_on(project):
    tips = project["tips"][SEEN["events"]]
    assert len(tips) == len(FEATURES.events)
    shells = next(tip for tip in tips if "Shells on Eta" in tip)
    assert "<i>In our words, after The Herald:</i> Shells fell on Eta on August 5 and 39 people fled." in shells
    assert "[%" not in "".join(tips)


def test_hostile_text_is_no_markup_in_a_map_tip(tmp_path):
    write_all(export(["qgis"], hostile()), tmp_path)
    tips = "".join(probe("project", tmp_path / "front.qgz")["tips"][SEEN["events"]])
    assert "<script>" not in tips
    assert "&lt;script&gt;" in tips
    assert "[% @project_home %]" in tips
    assert HOSTILE.splitlines()[1] in tips


def test_the_project_draws_and_prints(folder, tmp_path):
    drawn = probe("picture", folder / "front.qgz", tmp_path / "map.png", tmp_path / "page.png")
    assert (drawn["errors"], drawn["page"]) == ([], 0)
    assert drawn["colours"] > 100
    assert (tmp_path / "page.png").stat().st_size > 50_000


@pytest.fixture(scope="module")
def styles(folder):
    return probe("style", *(folder / f"{layer}.qml" for layer in geojson.LAYERS))


@pytest.mark.parametrize("layer", geojson.LAYERS)
def test_every_rule_of_a_style_is_an_expression_that_qgis_reads(styles, layer):
    assert styles[layer]["ours"]["faults"] == {}


@pytest.mark.parametrize("layer", geojson.LAYERS)
def test_qgis_keeps_every_setting_of_a_style(styles, layer):
    """A setting that QGIS does not know is gone when it writes the style again."""
    ours, theirs = styles[layer]["ours"]["symbols"], styles[layer]["theirs"]["symbols"]
    assert styles[layer]["read"]
    assert [kind for kind, *_ in ours] == [kind for kind, *_ in theirs]
    for (kind, names, rules), (_, kept, ruled) in zip(ours, theirs, strict=True):
        assert (kind, set(names) - set(kept), set(rules) - set(ruled)) == (kind, set(), set())
