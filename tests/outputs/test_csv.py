from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.harmless import harmless
from mapping.outputs import csv_tables as tables
from mapping.waist import TABLES
from tests.support import dataset as waist
from tests.support.export_cases import HOSTILE, empty, hostile

FEATURES = waist.features()
FILES = tables.files(FEATURES)
DTYPES = {"text": "object", "date": "object", "number": "float64", "integer": "Int64", "flag": "bool"}


def read(name, files=FILES):
    types = {column.name: DTYPES[column.type] for column in TABLES[name].columns}
    return pd.read_csv(io.BytesIO(files[f"{name}.csv"]), dtype=types, keep_default_na=False, na_values=[""])


def event(id_):
    table = read("events")
    return table[table["id"] == id_].iloc[0]


@pytest.mark.parametrize("name", tables.EXPORTED)
def test_pandas_reads_back_what_the_waist_holds(name):
    wanted = FEATURES.tables[name].sort_values("id").reset_index(drop=True)
    table = read(name)
    for column in TABLES[name].columns:
        ours, theirs = wanted[column.name], table[column.name]
        missing = ours.isna() | (ours.astype(str) == "")  # a CSV cannot tell an empty text from none
        assert list(missing) == list(theirs.isna())
        assert list(ours[~missing]) == list(theirs.dropna())


@pytest.mark.parametrize("name", tables.EXPORTED)
def test_a_file_keeps_to_rfc_4180(name):
    text = FILES[f"{name}.csv"].decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert text.count("\r\n") == len(rows) == len(FEATURES.tables[name]) + 1
    assert {len(row) for row in rows} == {len(tables.columns(name))}
    assert not text.startswith("\ufeff")


@pytest.mark.parametrize("name", tables.EXPORTED)
def test_an_empty_table_has_its_header(name):
    assert tables.files(empty())[f"{name}.csv"].decode() == ",".join(tables.columns(name)) + "\r\n"


def test_a_formula_is_disarmed_and_its_words_stay():
    table = read("events", tables.files(hostile()))
    assert f"'{HOSTILE}" in set(table["quotes"])


@given(st.text(max_size=40))
def test_no_cell_starts_like_a_formula(text):
    rows = [waist.row("statements", id="a", title=text)]
    content = tables.files(waist.features(statements=rows, reports=[]))["statements.csv"].decode()
    (_, cells) = csv.reader(io.StringIO(content, newline=""))
    cell = cells[tables.columns("statements").index("title")]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert cell in {harmless(text), f"'{harmless(text)}"}


@pytest.mark.parametrize("before", ["\u200b", "\ufeff", "\u202e", " ", "\xa0", "\u2060"])
def test_what_nobody_sees_before_a_formula_does_not_hide_it(before):
    rows = [waist.row("statements", id="a", title=f"{before}=1+1")]
    content = tables.files(waist.features(statements=rows, reports=[]))["statements.csv"].decode()
    (_, cells) = csv.reader(io.StringIO(content, newline=""))
    assert cells[tables.columns("statements").index("title")].startswith("'")


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("shelling-eta/at/eta", ("Explosions/Remote violence", "Shelling/artillery/missile attack")),
        ("arrests-zeta/at/zeta", ("Strategic developments", "Arrests")),
        ("beta-captured/at/beta", ("Battles", None)),
        ("flight-eta/from/eta", (None, None)),
        ("threat-beta/toward/beta", (None, None)),
    ],
)
def test_acled_is_spoken_where_acled_has_words(id_, words):
    row = event(id_)
    assert tuple(None if pd.isna(row[c]) else row[c] for c in ("event_type", "sub_event_type")) == words


def test_darwin_core_tells_the_point_and_its_doubt():
    row = event("shelling-eta/at/eta")
    assert (row["decimalLatitude"], row["decimalLongitude"], row["geodeticDatum"]) == (22.645, 96.69, "EPSG:4326")
    assert row["coordinateUncertaintyInMeters"] == 1200
    assert row["georeferenceSources"] == "read off a made-up sheet"
    assert row["georeferenceVerificationStatus"] == "verified by data custodian"


def test_what_is_not_located_has_no_point_in_darwin_core():
    row = event("looting-lambda/at/lambda")
    assert pd.isna(row["decimalLatitude"])
    assert pd.isna(row["geodeticDatum"])
    assert row["georeferenceVerificationStatus"] == "unable to georeference"


@pytest.mark.parametrize("name", tables.EXPORTED)
def test_only_a_table_of_points_says_how_its_points_were_found(name):
    assert ("coordinateUncertaintyInMeters" in tables.columns(name)) == (TABLES[name].geometry == "Point")
    assert {"events", "places"} <= {table for table in tables.EXPORTED if "decimalLatitude" in tables.columns(table)}
