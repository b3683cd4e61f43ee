"""What a build changes against the files that are there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mapping.files.reading import UnreadableError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAMED = 3  # so many ids are named; more would bury the rest


def compare(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Return a line for each GeoJSON file whose features differ: how many are new, gone and changed, and which."""
    lines = []
    for name, content in sorted(files.items()):
        if not name.endswith(".geojson"):
            continue
        old, new = _features(folder / name), _by_id(json.loads(content))
        if old is None:
            continue
        news = {
            "new": sorted(new.keys() - old.keys()),
            "gone": sorted(old.keys() - new.keys()),
            "changed": sorted(id_ for id_ in new.keys() & old.keys() if new[id_] != old[id_]),
        }
        told = [f"{len(ids)} {word} ({_named(ids)})" for word, ids in news.items() if ids]
        if told:
            lines.append(f"{name.removesuffix('.geojson')}: {', '.join(told)}")
    return lines


def _features(path: Path) -> dict[str, Any] | None:
    """Features of the file that is there, by id; None where there is none that can be compared."""
    try:
        return _by_id(json.loads(read_bytes(path)))
    except (UnreadableError, ValueError, LookupError, TypeError, RecursionError):
        return None  # no earlier build, or not ours: nothing to compare with


def _by_id(collection: Any) -> dict[str, Any]:
    return {str(feature["id"]): feature for feature in collection["features"]}


def _named(ids: list[str]) -> str:
    rest = len(ids) - NAMED
    return ", ".join(ids[:NAMED]) + (f" and {rest} more" if rest > 0 else "")
