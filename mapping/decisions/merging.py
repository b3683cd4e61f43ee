"""Whether two changes of one .toml, merged by lines, are both in what came out of it, field by field.

Statements look alike: a merge by lines may put a line that belongs to one of them into another, and tell no conflict.
"""

from __future__ import annotations

import tomllib
from typing import Any

from mapping.files.reading import MARK

ROWS = "statement"
NOTHING = object()  # a field that is not there


class _ConflictError(Exception):
    """Both changes touch one field, or a file cannot be told apart by its ids."""


def is_both(merged: bytes, ours: bytes, base: bytes, theirs: bytes) -> bool:
    """Whether `merged` holds what `ours` and `theirs` made of `base`: each statement, by its id, and each field."""
    try:
        found, one, was, other = (_records(content) for content in (merged, ours, base, theirs))
        keys = {*one, *was, *other}
        wanted = {key: _both(*(records.get(key, NOTHING) for records in (one, was, other))) for key in keys}
    except (_ConflictError, ValueError):
        return False
    return found == {key: value for key, value in wanted.items() if value is not NOTHING}


def _records(content: bytes) -> dict[tuple[str, ...], Any]:
    """Statements of a file by their ids, and its other tables and fields by their names."""
    data = tomllib.loads(content.decode("utf-8").removeprefix(MARK))
    rows = data.pop(ROWS, [])
    named: dict[tuple[str, ...], Any] = {(ROWS, str(row.get("id"))): row for row in rows}
    if len(named) < len(rows):
        raise _ConflictError
    return {**named, **{(name,): value for name, value in data.items()}}


def _both(ours: Any, base: Any, theirs: Any) -> Any:
    """A value with both changes made; of two tables field by field."""
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    if not all(isinstance(one, dict) for one in (ours, base, theirs)):
        raise _ConflictError
    names = {**ours, **base, **theirs}
    fields = {name: _both(*(one.get(name, NOTHING) for one in (ours, base, theirs))) for name in names}
    return {name: value for name, value in fields.items() if value is not NOTHING}
