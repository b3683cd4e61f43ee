"""The table of Burmese: words, particles and expressions by what they are for."""

from __future__ import annotations

from typing import Any

from mapping.domain.packaged import table

LETTER = r"[\u1000-\u109f]"  # of the Burmese script, with its signs and digits


def burmese() -> dict[str, Any]:
    """Words and phrases by what they are for."""
    return table(str(__package__), "words")
