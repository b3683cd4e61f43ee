"""Edits of an export as somebody would make them, and what is told of them."""

from __future__ import annotations

import json

from mapping.corrections import Evidence

WHY = Evidence("sheet 5 of the new survey", "the old point was read off a smaller map", "Survey", 300)


def edited(path, change):
    """Change the features of a GeoJSON file in place: change(features by id)."""
    collection = json.loads(path.read_text("utf-8"))
    change({feature["id"]: feature for feature in collection["features"]})
    path.write_text(json.dumps(collection), "utf-8")
    return path


def move_gamma(features):
    features["gamma"]["geometry"]["coordinates"] = [91.02, 11.22]


def told(moves):
    return [str(move) for move in moves]


def faults(caught):
    return [str(problem) for problem in caught.value.problems]
