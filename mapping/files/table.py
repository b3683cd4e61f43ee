"""Tables as CSV (RFC 4180): texts into records that keep the very words they stand in, and back."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class TableError(ValueError):
    """What is wrong with a CSV text, and the line of it (from 1) in which that shows."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Record:
    """One record: its cells, its text with the line end, and its last line (from 1). A blank line has no cells."""

    cells: tuple[str, ...]
    text: str
    line: int


def read_records(text: str) -> Iterator[Record]:
    """Yield the records of a CSV text without byte order mark; their texts, one after the other, are the whole text.

    Raises TableError where a quotation never ends, or more follows behind its end.
    """
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            taken.append(line)
            yield line

    rows = csv.reader(lines(), strict=True)
    try:
        for cells in rows:
            yield Record(tuple(cells), "".join(taken), rows.line_num)
            taken.clear()
    except csv.Error as error:
        raise TableError(rows.line_num, f"is no CSV: {error}") from error


def write_record(cells: Iterable[str], end: str) -> str:
    """Write one record with its line end; cells that hold a comma, a quote or a line break are quoted."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)  # with both signs, so that cells with either are quoted
    return buffer.getvalue().removesuffix("\r\n") + end


def line_end(text: str) -> str:
    r"""Return the line end of a record: "\r\n", "\n" or "\r", or nothing."""
    return next((end for end in ("\r\n", "\n", "\r") if text.endswith(end)), "")
