"""Words made fit for an id or the name of a file."""

from __future__ import annotations

import re
import unicodedata

LENGTH = 60  # characters of a title that a file name takes


def slug(words: str, length: int = LENGTH) -> str:
    """Make lower-case ASCII words joined by hyphens; cut between words; "untitled" where nothing is left."""
    letters = unicodedata.normalize("NFKD", words.lower())
    joined = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in letters if not unicodedata.combining(c))).strip("-")
    cut = joined[: length + 1].rsplit("-", 1)[0] if len(joined) > length else joined
    return cut[:length].strip("-") or "untitled"
