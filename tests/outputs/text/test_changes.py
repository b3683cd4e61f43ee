"""What a build tells of the files that stood there before."""

from __future__ import annotations

import json

import pytest

from mapping.outputs.text.changes import compare


def collection(**features):
    made = [{"type": "Feature", "id": id_, "properties": {"x": value}} for id_, value in features.items()]
    return json.dumps({"type": "FeatureCollection", "features": made}).encode()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 1, "b": 1}, ["events: 1 new (b)"]),
        ({"a": 1, "b": 1}, {"b": 1}, ["events: 1 gone (a)"]),
        ({"a": 1}, {"a": 2}, ["events: 1 changed (a)"]),
        ({"a": 1, "b": 1}, {"b": 2, "c": 1}, ["events: 1 new (c), 1 gone (a), 1 changed (b)"]),
        ({}, {"c": 1, "a": 1, "b": 1}, ["events: 3 new (a, b, c)"]),
        ({}, {"d": 1, "c": 1, "a": 1, "b": 1, "e": 1}, ["events: 5 new (a, b, c and 2 more)"]),
    ],
)
def test_what_is_new_gone_and_changed_is_counted_and_named(tmp_path, old, new, told):
    (tmp_path / "events.geojson").write_bytes(collection(**old))
    assert compare(tmp_path, {"events.geojson": collection(**new)}) == told


def test_where_nothing_stood_nothing_is_compared(tmp_path):
    assert compare(tmp_path, {"events.geojson": collection(a=1)}) == []


def test_other_files_are_not_compared_and_names_come_in_order(tmp_path):
    for name in ("b.geojson", "a.geojson", "map.html"):
        (tmp_path / name).write_bytes(collection())
    files = dict.fromkeys(("b.geojson", "map.html", "a.geojson"), collection(x=1))
    assert compare(tmp_path, files) == ["a: 1 new (x)", "b: 1 new (x)"]
