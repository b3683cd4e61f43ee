"""Text that turns no reader's lines round and ends none of its strings: what stands in a source goes everywhere."""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # a NUL ends a text in SQLite, the others no eye sees
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # bidirectional embeddings, overrides and isolates (UAX 9)


def harmless(text: str) -> str:
    """Return a text of the same length, so that offsets hold: controls shown as U+FFFD, turns of the line joined over.

    Line ends and tabs stay, and so do the marks that right-to-left words need.
    """
    return _TURNS.sub("\u2060", _CONTROLS.sub("\ufffd", text))


def first_seen(text: str) -> str:
    """Return the first character that takes room: neither space, nor control, nor a format character."""
    return next((sign for sign in text if not sign.isspace() and unicodedata.category(sign) not in {"Cc", "Cf"}), "")
