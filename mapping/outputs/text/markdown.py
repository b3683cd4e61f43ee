"""Markdown tables in which a source's text stays text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~&$])")
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([~?%]?)")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def cell(text: object) -> str:
    """Any value as one cell: no mark-up, no line end, nothing for None and NaN."""
    if text is None or text != text:  # noqa: PLR0124  NaN is the one value unlike itself
        return ""
    return _SPECIAL.sub(r"\\\1", " ".join(str(text).split()))


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a pipe table; "None." where there are no rows."""
    lines = ["| " + " | ".join(cell(value) for value in row) + " |" for row in rows]
    if not lines:
        return "None.\n"
    return "\n".join(["| " + " | ".join(headings) + " |", "|" + "---|" * len(headings), *lines]) + "\n"


def readable(edtf: str | None) -> str:
    """Write a date as readers do: "7 August 2025", "July 2025", "about 15 July 2025", "until 7 August 2025".

    What has no such words (seasons, unknown digits) stays EDTF.
    """
    if not edtf:
        return ""
    if edtf.startswith(("[", "{")):
        joint = " or " if edtf[0] == "[" else " and "
        return joint.join(readable(part.strip().replace("..", "/")) for part in edtf[1:-1].split(","))
    if "/" in edtf:
        first, last = (readable(part) if part not in {"..", ""} else "" for part in edtf.split("/", 1))
        return f"{first} to {last}" if first and last else f"from {first}" if first else f"until {last}" if last else ""
    plain = _PLAIN.fullmatch(edtf)
    if plain is None:
        return edtf
    year, month, day, mark = plain.groups()
    words = ("about" if mark in {"~", "%"} else "", day and str(int(day)), month and _MONTHS[int(month) - 1], year)
    return " ".join(filter(None, words))
