from __future__ import annotations

import sqlite3
from datetime import date

import pandas as pd
import pyogrio
import pytest

from mapping.outputs.qgis import geopackage
from mapping.outputs.qgis.layers import STYLED
from mapping.waist import TABLES
from tests.support import dataset as waist
from tests.support import system_qgis
from tests.support.dataset import facts as waist_facts
from tests.support.export_cases import empty, hostile

CASES = {"full": waist.features, "empty": empty, "hostile": hostile}
FEATURES = waist.features()
CONTENT = geopackage.files(FEATURES)["front.gpkg"]
LAYERS = [name for name, table in TABLES.items() if table.geometry]


@pytest.fixture
def path(tmp_path):
    (tmp_path / "front.gpkg").write_bytes(CONTENT)
    return tmp_path / "front.gpkg"


@pytest.fixture
def database(path):
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def test_two_exports_are_the_same_bytes():
    assert geopackage.files(FEATURES)["front.gpkg"] == CONTENT


def test_every_table_has_its_title_and_abstract(database):
    listed = {row[0]: row[1:] for row in database.execute("SELECT table_name, identifier, description FROM gpkg_contents")}
    for name, table in TABLES.items():
        assert listed[name][0] == table.title
        assert listed[name][1].startswith(table.abstract)


def test_every_column_has_an_alias_and_its_meaning(database):
    rows = database.execute("SELECT table_name, column_name, name, description FROM gpkg_data_columns").fetchall()
    told = {(table, column): (alias, meaning) for table, column, alias, meaning in rows}
    for name in TABLES:
        for column in geopackage.columns_of(name):
            assert told[name, column.name][1] == column.meaning
    assert told["routes", "drawn_km"][0] == "Drawn (km)"


@pytest.mark.parametrize("table", [name for name in TABLES if any(c.type == "date" for c in TABLES[name].columns)])
def test_dates_are_dates(database, table):
    types = {row[1]: row[2] for row in database.execute(f"PRAGMA table_info({table})")}
    assert (types["date_start"], types["date_end"]) == ("DATE", "DATE")


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_reads_back_as_the_waist(path, layer):
    table = pyogrio.read_dataframe(path, layer=layer).sort_values("id").reset_index(drop=True)
    wanted = FEATURES.tables[layer].sort_values("id").reset_index(drop=True)
    assert str(table.crs) == "EPSG:4326"
    for column in TABLES[layer].columns:
        for ours, theirs in zip(wanted[column.name], table[column.name], strict=True):
            if pd.isna(ours):
                assert pd.isna(theirs)
            elif column.type == "date":
                assert pd.Timestamp(theirs).date() == date.fromisoformat(ours)
            else:
                assert theirs == ours
    for ours, theirs in zip(wanted.geometry, table.geometry, strict=True):
        assert (ours is None) == (theirs is None)
        assert ours is None or ours.normalize().equals_exact(theirs.normalize(), 1e-6)


def test_foreign_keys_hold(database):
    keys = {
        (table, row[3], row[2]) for table in geopackage.PARENTS for row in database.execute(f"PRAGMA foreign_key_list({table})")
    }
    assert keys == {
        ("statements", "source", "sources"), ("reports", "id", "statements"), ("mentions", "source", "sources"),
        ("date_words", "date", "dates"),
    }  # fmt: skip
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_texts_are_not_passed_on(database):
    assert "text" not in {row[1] for row in database.execute("PRAGMA table_info(sources)")}
    assert waist_facts.FIRST_TEXT.encode() not in CONTENT


def test_every_styled_layer_has_a_default_style_that_qgis_finds(database):
    rows = database.execute(
        "SELECT f_table_name, f_geometry_column, f_table_catalog, f_table_schema, useAsDefault FROM layer_styles"
    ).fetchall()
    assert sorted(rows) == sorted((name, "geom", "", "", 1) for name in STYLED)
    assert set(STYLED) == set(LAYERS)


def test_hostile_text_stays_text(tmp_path):
    path = tmp_path / "front.gpkg"
    path.write_bytes(geopackage.files(hostile())["front.gpkg"])
    events = pyogrio.read_dataframe(path, layer="events")
    assert hostile().events["quotes"].iloc[0] in set(events["quotes"])


@pytest.mark.qgis
@pytest.mark.parametrize("case", CASES)
def test_gdals_validator_is_silent(tmp_path, case):
    system_qgis.require_module("osgeo_utils.samples.validate_gpkg")
    path = tmp_path / "front.gpkg"
    path.write_bytes(geopackage.files(CASES[case]())["front.gpkg"])
    done = system_qgis.run("-m", "osgeo_utils.samples.validate_gpkg", "--extra", path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "error" not in done.stderr.lower()
