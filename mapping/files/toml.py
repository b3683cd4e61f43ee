"""TOML as people keep it: a key a line in the order given, short lists and tables on their line.

No library writes it so: tomli-w breaks every list into lines and gives a table within a row a head of its own, tomlkit
gives heads to lists of tables; and the diff of a source should show the fields that changed, no more.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BARE = re.compile("[A-Za-z0-9_-]+")  # keys that need no quotes
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_toml(tables: Iterable[tuple[str, Mapping[str, Any]]]) -> str:
    """Write tables one after the other, each under its head, such as "[source]" or "[[statement]]".

    Values are texts, truth values, numbers, lists and tables of them; what is None is left out.
    """
    return "\n".join(
        "\n".join([head, *(f"{_key(key)} = {_value(value)}" for key, value in row.items() if value is not None), ""])
        for head, row in tables
    )


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else _quoted(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items()) + " }"
    return _quoted(str(value))


def _number(value: float) -> str:
    """A number; one without a fraction as a whole number, which is how texts state it."""
    whole = isinstance(value, int) or (math.isfinite(value) and value == int(value) and abs(value) < 1e15)
    return str(int(value)) if whole else repr(value)


def _quoted(text: str) -> str:
    """A basic string on one line; control signs and what could end it are escaped."""
    return '"' + "".join(ESCAPES.get(c) or (f"\\u{ord(c):04x}" if _is_control(c) else c) for c in text) + '"'


def _is_control(sign: str) -> bool:
    return ord(sign) < 32 or ord(sign) == 127
