"""GeoJSON (RFC 7946) as text: one feature a line, so that a diff shows the features that changed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Standing(NamedTuple):
    """A feature, and from where to where it stands in its text (offsets in code points)."""

    start: int
    end: int
    feature: Any


_SPACE = re.compile(r"[ \t\r\n]*")
_LONE = re.compile("[\ud800-\udfff]")  # halves of characters, which UTF-8 cannot hold
_DECODER = json.JSONDecoder()


def write_json(value: Any, *, allow_nan: bool = False) -> str:
    """Write a value on one line. Raises ValueError for numbers that JSON does not know, unless they are allowed."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=allow_nan)
    return _LONE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def write_collection(features: Iterable[Any], members: Mapping[str, Any]) -> str:
    """Write a FeatureCollection with further members before its features."""
    head = "".join(f", {write_json(name)}: {write_json(value)}" for name, value in members.items())
    lines = ",\n".join(map(write_json, features))
    return f'{{"type": "FeatureCollection"{head}, "features": [\n{lines}' + ("\n" if lines else "") + "]}\n"


def read_features(text: str) -> list[Standing]:
    """Return each feature of a FeatureCollection with where it stands in the text, however that is laid out.

    Raises ValueError for what is no JSON object.
    """
    features: list[Standing] = []
    at = _after(text, 0, "{")
    while text[at : at + 1] != "}":
        name, at = _DECODER.raw_decode(text, at)
        at = _after(text, at, ":")
        if name == "features" and text[at : at + 1] == "[":
            features, at = _items(text, at)  # of two members of one name the last counts, as for any reader of JSON
        else:
            _, at = _DECODER.raw_decode(text, at)
        at = _next(text, at)
    return features


def _items(text: str, at: int) -> tuple[list[Standing], int]:
    """The items of a list that begins at an offset, and the offset behind it."""
    items: list[Standing] = []
    at = _after(text, at, "[")
    while text[at : at + 1] != "]":
        item, end = _DECODER.raw_decode(text, at)
        items.append(Standing(at, end, item))
        at = _next(text, end)
    return items, at + 1


def _next(text: str, at: int) -> int:
    """Offset of the next item, or of the bracket that ends them."""
    at = _over(text, at)
    return _after(text, at, ",") if text[at : at + 1] == "," else at


def _after(text: str, at: int, sign: str) -> int:
    """Offset of what follows a sign, which stands at an offset or behind the space there."""
    at = _over(text, at)
    if text[at : at + 1] != sign:
        raise ValueError(f"{sign} is missing at character {at}")
    return _over(text, at + 1)


def _over(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
