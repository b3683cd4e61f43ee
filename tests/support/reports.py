"""Reads a sentence with the project's own gazetteer, and tells the outcome in a few words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mapping.domain.errors import Problems
from mapping.gazetteer import read_gazetteer
from mapping.mentions import Matcher
from mapping.reading import read

ROOT = Path(__file__).parent.parent.parent


@cache
def gazetteer():
    problems = Problems()
    found = read_gazetteer(ROOT / "gazetteer", problems)
    problems.raise_if_any()
    return found


@cache
def matcher():
    return Matcher(gazetteer())


def told(text, published=None, kind=None):
    """Statements as (kind or event type, places by role in words)."""
    found = read(text, published, matcher()).statements
    return [
        (one.event_type or one.kind, " ".join(f"{role}:{place.place or place.text}" for role, place in one.places))
        for one in found
        if kind in (None, one.kind)
    ]


def first(text, kind, published=None):
    """Return the first statement of a kind."""
    return next(one for one in read(text, published, matcher()).statements if one.kind == kind)
