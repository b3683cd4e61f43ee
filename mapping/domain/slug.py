"""Words made fit for an id or the name of a file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

LENGTH = 60  # characters of a title that a file name takes


def slug(words: str, length: int = LENGTH) -> str:
    """Make lower-case ASCII words joined by hyphens; cut between words; "untitled" where nothing is left."""
    letters = unicodedata.normalize("NFKD", words.lower())
    joined = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in letters if not unicodedata.combining(c))).strip("-")
    cut = joined[: length + 1].rsplit("-", 1)[0] if len(joined) > length else joined
    return cut[:length].strip("-") or "untitled"


def unused(stem: str, taken: Container[str]) -> str:
    """Return an id that is not taken: the stem, or the stem with a number from 2 on."""
    id_, number = stem, 2
    while id_ in taken:
        id_, number = f"{stem}-{number}", number + 1
    return id_
