"""The editor of curated files: what it writes is what was meant, and the rest keeps its bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.errors import CurationError, Problems
from mapping.gazetteer.columns import COLUMNS
from mapping.gazetteer.editing import Drawing, Sheet
from mapping.gazetteer.folder import Folder

FILE, HEADER = "not_places.csv", "phrase,reason"
NOWHERE = Path("gazetteer")
CELLS = st.text(st.sampled_from('ab ,;"\n\r\té\u2028\ufeff') | st.characters(exclude_categories=["Cs"]), max_size=6)
SOME = CELLS.filter(str.strip)
ROWS = st.tuples(CELLS, CELLS).filter(lambda cells: any(map(str.strip, cells)))  # a row without a word is none
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def sheets(draw):
    """A table as programs and people leave it: a byte order mark or none, any line ends, quotes without need, blank lines."""
    end = draw(ENDS)
    lines = [draw(st.sampled_from(["", "\ufeff"])) + HEADER]
    for cells in draw(st.lists(st.tuples(CELLS, CELLS), max_size=4)):
        lines.append(",".join(written(cell, quoted=draw(st.booleans())) for cell in cells))
        lines += [""] * draw(st.integers(0, 1))
    return (end.join(lines) + draw(st.sampled_from(["", end]))).encode()


def written(cell, *, quoted):
    return '"' + cell.replace('"', '""') + '"' if quoted or set(cell) & set(',"\n\r') else cell


def read(content):
    """Rows as the reader of gazetteer/ sees them."""
    problems = Problems()
    rows = Folder(NOWHERE, problems, {FILE: content}).table(FILE)
    assert problems.found == []
    return rows


def opened(content):
    text = content.decode()
    files = Folder(NOWHERE, Problems(), {FILE: content})
    return Sheet(FILE, text, files.records(FILE, text.removeprefix("\ufeff")))


def seen(*cells):
    """A row of these cells as the reader sees it."""
    plain = [cell.replace("\r\n", "\n").replace("\r", "\n").strip() for cell in cells]
    return dict(zip(COLUMNS[FILE], plain, strict=True))


def row(*cells):
    return dict(zip(COLUMNS[FILE], cells, strict=True))


@given(sheets())
def test_what_is_not_edited_stays_byte_for_byte(content):
    assert opened(content).content() == content


@given(sheets(), ROWS)
def test_an_appended_row_is_read_behind_the_others(content, cells):
    sheet = opened(content)
    sheet.append(row(*cells))
    assert read(sheet.content()) == [*read(content), seen(*cells)]
    assert sheet.content().startswith(content)


@given(sheets(), SOME, st.data())
def test_a_changed_cell_is_read_and_the_other_records_stay(content, cell, data):
    rows = read(content)
    sheet = opened(content)
    records = [record for record, _ in sheet.rows()]
    if not records:
        return
    number = data.draw(st.integers(0, len(records) - 1))
    sheet.change(records[number], {"reason": cell})
    rows[number] |= {"reason": seen("", cell)["reason"]}
    assert read(sheet.content()) == rows
    kept = [record.text for record, _ in opened(sheet.content()).rows()]
    del kept[number], records[number]
    assert kept == [record.text for record in records]


@given(sheets(), ROWS, st.data())
def test_a_row_beside_another_is_read_behind_it_and_the_other_records_stay(content, cells, data):
    rows = read(content)
    sheet = opened(content)
    records = [record for record, _ in sheet.rows()]
    if not records:
        return
    number = data.draw(st.integers(0, len(records) - 1))
    sheet.add_after(records[number], row(*cells))
    assert read(sheet.content()) == [*rows[: number + 1], seen(*cells), *rows[number + 1 :]]
    kept = [record.text for record, _ in opened(sheet.content()).rows()]
    del kept[number + 1]
    assert [text.rstrip("\r\n") for text in kept] == [record.text.rstrip("\r\n") for record in records]


def test_the_rows_of_a_file_with_carriage_returns_end_in_them_too():
    sheet = opened(b"phrase,reason\r\nAlpha Times,a newspaper")
    sheet.append(row("Beta Post", "another"))
    assert sheet.content() == b"phrase,reason\r\nAlpha Times,a newspaper\r\nBeta Post,another\r\n"


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b"phrase,reason,,\nAlpha Times,a newspaper,,\n", [row("Alpha Times", "a newspaper")]),
        (b"phrase,reason\nAlpha Times,a newspaper\n,\n , \n,,,\n", [row("Alpha Times", "a newspaper")]),
        (b"phrase,reason\n,\nAlpha Times,\n", [row("Alpha Times", "")]),
    ],
)
def test_columns_and_rows_that_a_spreadsheet_kept_empty_are_passed_over(content, rows):
    assert read(content) == rows


@given(st.from_regex(r"[0-9]{1,6}([.,][0-9]{1,3})?E\+[0-9]{2}|[0-9]{1,9}[.,]0", fullmatch=True))
def test_a_code_that_became_a_number_is_told_by_row(cell):
    problems = Problems()
    line = f'alpha,Alpha,village,,,,"{cell}",,,\nbeta,Beta,village,,,,190366,1330000,Q5,\n'
    content = (",".join(COLUMNS["places.csv"]) + "\n" + line).encode()
    rows = Folder(NOWHERE, problems, {"places.csv": content}).table("places.csv")
    assert [one["id"] for one in rows] == ["beta"]
    assert [(one.record, one.message.partition(";")[0]) for one in problems.found] == [
        ("alpha", f"pcode: a spreadsheet turned the code into the number {cell}")
    ]


def test_a_header_alone_takes_its_first_row():
    sheet = opened(b"phrase,reason")
    sheet.append(row("Beta Post", "a newspaper"))
    assert sheet.content() == b"phrase,reason\nBeta Post,a newspaper\n"


def test_a_cell_of_no_column_is_not_lost_in_silence():
    with pytest.raises(ValueError, match="there is no column reson; there are phrase, reason"):
        opened(b"phrase,reason\n").append({"phrase": "Beta Post", "reson": "a newspaper"})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "is missing; every project needs it"),
        (b"\xff\xfe", "is not UTF-8 at byte 0"),
        (b'phrase,reason\n"never closed', "is no CSV"),
        (b"words,reason\n", "columns must be phrase,reason"),
        (b"phrase;reason\n", "stand apart by semicolons"),
        (b"sep=\t\r\nphrase\treason\r\n", "stand apart by tabs"),
    ],
)
def test_a_file_that_cannot_be_edited_is_told(tmp_path, content, message):
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    with pytest.raises(CurationError, match=message):
        Sheet.read(tmp_path, FILE)


# ---- features

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)  # fmt: skip


@st.composite
def drawings(draw):
    """A FeatureCollection in any layout, with members before and behind its features."""
    ids = draw(st.lists(st.sampled_from("abcde"), unique=True, max_size=4))
    features = [
        {"type": "Feature", "properties": {"id": id_, "note": draw(JSON)}, "geometry": draw(JSON)} for id_ in ids
    ]
    more = draw(st.dictionaries(st.text(max_size=5), JSON, max_size=2))
    collection = {**more, "type": "FeatureCollection", "features": features, "crs": draw(JSON)}
    text = json.dumps(collection, indent=draw(st.sampled_from([None, 0, 2])), ensure_ascii=draw(st.booleans()))
    return draw(st.sampled_from(["", "\ufeff"])) + draw(st.sampled_from(["", " \r\n"])) + text


def outside(text):
    collection = json.loads(text.removeprefix("\ufeff"))
    return collection.pop("features"), collection


@given(drawings())
def test_features_that_are_not_edited_stay_byte_for_byte(text):
    assert Drawing(text).content().decode() == text


@given(drawings(), JSON, st.data())
def test_a_replaced_feature_is_read_and_the_others_stay(text, geometry, data):
    drawing = Drawing(text)
    features, rest = outside(text)
    assert list(drawing.features().values()) == features
    if not features:
        return
    number = data.draw(st.integers(0, len(features) - 1))
    features[number]["geometry"] = geometry
    drawing.replace(features[number]["properties"]["id"], features[number])
    assert outside(drawing.content().decode()) == (features, rest)


def test_a_feature_over_several_lines_is_replaced_and_the_others_keep_their_lines():
    text = '{\n "features": [\n  {\n   "properties": {"id": "a"}\n  },\n  {\n   "properties": {"id": "b"}\n  }\n ]\n}'
    drawing = Drawing(text)
    drawing.replace("b", {"properties": {"id": "b", "note": "new"}})
    assert drawing.content().decode() == (
        '{\n "features": [\n  {\n   "properties": {"id": "a"}\n  },\n  {"properties": {"id": "b", "note": "new"}}\n ]\n}'
    )


@pytest.mark.parametrize("content", [b"", b"no map", b"[]", b'{"features": [', b'{"features": [{}', b"[" * 100_000])
def test_a_drawing_that_cannot_be_edited_is_told(tmp_path, content):
    (tmp_path / "routes.geojson").write_bytes(content)
    with pytest.raises(CurationError, match="is no GeoJSON FeatureCollection"):
        Drawing.read(tmp_path, "routes.geojson")


# ---- drawings as GIS programs save them

LINE = [[91.0, 11.0], [91.1, 11.1]]


def drawn(geometry, crs=None, **properties):
    """(features, faults) of a collection with one feature."""
    problems = Problems()
    one = {"type": "Feature", "properties": {"id": "a", **properties}, "geometry": geometry}
    content = json.dumps({"type": "FeatureCollection", "features": [one]} | ({"crs": crs} if crs else {})).encode()
    files = Folder(NOWHERE, problems, {"routes.geojson": content})
    return list(files.features("routes.geojson", "id note?", "LineString")), [one.message for one in problems.found]


def test_many_lines_of_which_there_is_one_are_a_line():
    (found,), faults = drawn({"type": "MultiLineString", "coordinates": [LINE]}, note=None)
    assert (found.feature["geometry"], found.properties["note"], faults) == ({"type": "LineString", "coordinates": LINE}, "", [])
    assert found.points == ((11.0, 91.0), (11.1, 91.1))
    assert drawn({"type": "MultiLineString", "coordinates": [LINE, LINE]}, note="") == (
        [], ["the geometry is 'MultiLineString'; it must be a LineString"],
    )  # fmt: skip


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"])
def test_degrees_of_wgs_84_are_taken_by_any_name(name):
    assert drawn({"type": "LineString", "coordinates": LINE}, {"type": "name", "properties": {"name": name}}, note="")[1] == []


@pytest.mark.parametrize(
    ("crs", "told"),
    [
        ({"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4239"}}, "'urn:ogc:def:crs:EPSG::4239' (Indian 1954)"),
        ({"type": "name", "properties": {"name": "EPSG:32647"}}, "'EPSG:32647' (WGS 84 / UTM zone 47N)"),
        ({"type": "name", "properties": {"name": "nothing of the kind"}}, "'nothing of the kind'"),
        ("EPSG:3857", "'EPSG:3857' (WGS 84 / Pseudo-Mercator)"),
    ],
)
def test_coordinates_in_another_system_are_refused_by_its_name(crs, told):
    found, faults = drawn({"type": "LineString", "coordinates": LINE}, crs, note="")
    assert (found, faults) == ([], [f"has its coordinates in {told}; save it as GeoJSON in WGS 84 (EPSG:4326)"])
