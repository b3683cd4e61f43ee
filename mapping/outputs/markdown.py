"""Markdown tables in which a source's text stays text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping import dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~&$])")
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
    """Write a date as readers do: "7 August 2025", "July 2025", "about 15 July 2025", "until 7 August 2025"."""
    if not edtf:
        return ""
    if "/" not in edtf and not edtf.startswith(("[", "{")):
        return ("about " if "~" in edtf or "%" in edtf else "") + _plain(edtf.rstrip("~?%"))
    if "/" in edtf:
        first, last = (readable(part) if part not in {"..", ""} else "" for part in edtf.split("/", 1))
        return f"{first} to {last}" if first and last else f"from {first}" if first else f"until {last}"
    joint = " or " if edtf[0] == "[" else " and "
    return joint.join(readable(part.strip()) for part in edtf[1:-1].split(","))


def _plain(text: str) -> str:
    year, *rest = text.split("-")
    if not rest or dates.parse(text).precision == "span":
        return text
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) == 2 else f"{month} {year}"
