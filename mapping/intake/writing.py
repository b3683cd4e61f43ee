"""A source's .toml as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def toml(header: Mapping[str, Any], statements: Iterable[Mapping[str, Any]]) -> str:
    """Write a source's .toml; keys in the order given, what is None left out."""
    tables = [("[source]", header), *(("[[statement]]", row) for row in statements)]
    return "\n".join(
        "\n".join([head, *(f"{key} = {_value(value)}" for key, value in row.items() if value is not None), ""])
        for head, row in tables
    )


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}" if value == int(value) and abs(value) < 1e15 else repr(float(value))
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(item)}" for key, item in value.items()) + " }"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    """A TOML basic string on one line; control signs and what could end it are escaped."""
    plain = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return (
        '"' + "".join(plain.get(c) or (f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c) for c in text) + '"'
    )
