"""Files of one folder as rows and features; every fault is noted, none stops the reading."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mapping.domain.errors import did_you_mean, short
from mapping.domain.fields import ID
from mapping.files.reading import MARK, UnreadableError, decoded, read_text
from mapping.files.table import TableError, read_records
from mapping.gazetteer.columns import COLUMNS
from mapping.gazetteer.drawn import draw, properties_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mapping.domain.errors import Problems
    from mapping.files.table import Record
    from mapping.gazetteer.drawn import Drawn

NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")  # as spreadsheets and GeoJSON write it
LONGEST_NAME = 200  # characters; a longer cell is a text that slipped into the wrong column
FARTHEST_M = 20_037_508  # to the other side of the Earth


@dataclass
class Folder:
    """A folder of curated files, and the list that its faults go to.

    `changed` maps names of files to contents that are read in place of what stands on the disk.
    """

    path: Path
    problems: Problems
    changed: Mapping[str, bytes] = field(default_factory=dict)

    def fault(self, file: str, record: str, message: str) -> None:
        """Note a fault of a file in this folder."""
        self.problems.add(f"{self.path.name}/{file}", record, message)

    def lose(self, file: str, record: str, message: str) -> None:
        """Note a fault that keeps a file of this folder, or a record of it, out of the result."""
        self.problems.lose(f"{self.path.name}/{file}", record, message)

    def table(self, file: str) -> list[dict[str, str]]:
        """Rows of a CSV file, cells without the space around them; its header must be exactly its COLUMNS."""
        text = self.text(file)
        rows = []
        for record in self.records(file, text) if text is not None else ():
            if len(record.cells) == len(COLUMNS[file]):
                rows.append(dict(zip(COLUMNS[file], map(str.strip, record.cells), strict=True)))
            elif record.cells:
                wanted = f"needs {len(COLUMNS[file])} cells; quote cells with commas"
                self.lose(file, f"line {record.line}", wanted)
        return rows

    def records(self, file: str, text: str) -> list[Record]:
        """Records of the text of a CSV file without its header; none, and a fault, where it is none of its columns."""
        try:
            records = list(read_records(text))
        except TableError as error:
            self.lose(file, f"line {error.line}", str(error))
            return []
        if records and records[0].cells == COLUMNS[file]:
            return records[1:]
        self.lose(file, "header", f"columns must be {','.join(COLUMNS[file])}")
        return []

    def text(self, file: str) -> str | None:
        """The content of a file, lines ending in a line feed, without its byte order mark; or None and a fault."""
        text = self.as_it_stands(file)
        return text and text.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")

    def as_it_stands(self, file: str) -> str | None:
        """The content of a file with its line ends and its byte order mark, or None and a fault."""
        try:
            changed = self.changed.get(file)
            return read_text(self.path / file) if changed is None else decoded(changed)
        except UnreadableError as error:
            missing = "is missing; every project needs it, even if it only holds its header"
            self.lose(file, "", missing if error.missing else str(error))
        return None

    def features(self, file: str, texts: str, *kinds: str) -> Iterator[Drawn]:
        """Sound features of a GeoJSON file: of one of these kinds of geometry, with these texts as properties.

        A name of a property with a question mark may be empty. Each faulty feature is a fault of its own.
        """
        text = self.text(file)
        if text is None:
            return
        try:
            features = list(json.loads(text)["features"])
            json.dumps(features, ensure_ascii=False).encode()  # half a character, as JSON can escape it, is no text
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            self.lose(file, "", f"is no GeoJSON FeatureCollection: {error}")
            return
        for number, feature in enumerate(features, 1):
            try:
                yield draw(feature, texts, kinds)
            except (ValueError, LookupError, TypeError) as error:
                self.lose(file, str(properties_of(feature).get("id") or f"feature {number}"), str(error))

    def unique(self, file: str, rows: list[dict[str, str]]) -> dict[str, dict[str, str]]:
        """Rows by their id; an id that is none or stands twice is a fault, and so is a name that is none."""
        found: dict[str, dict[str, str]] = {}
        for row in rows:
            if not self.is_id(file, row["id"] or row["name"], row["id"]):
                continue
            if row["id"] in found:
                self.fault(file, row["id"], "stands twice; ids are unique")
            elif self.is_name(file, row["id"], row["name"]):
                found[row["id"]] = row
        return found

    def is_id(self, file: str, record: str, word: str) -> bool:
        """Whether a word can be an id; a fault where it cannot."""
        if re.fullmatch(ID, word):
            return True
        self.lose(file, record, f"{word!r} is no id; ids are lower-case words joined by hyphens")
        return False

    def is_name(self, file: str, record: str, name: str) -> bool:
        """Whether a cell can be a name; a fault where it cannot."""
        if not any(map(str.isalnum, name)):
            self.lose(file, record, f"{short(name)} is no name; write one with letters")
        elif len(name) > LONGEST_NAME:
            self.lose(file, record, f"has a name of {len(name)} characters; {LONGEST_NAME} are the most")
        else:
            return True
        return False

    def is_radius(self, file: str, record: str, metres: float) -> bool:
        """Whether a number can be the uncertainty of something on Earth; a fault where it cannot."""
        if 0 < metres <= FARTHEST_M:
            return True
        allowed = f"above 0, for no location is exact, and at most {FARTHEST_M}, half round the Earth"
        self.fault(file, record, f"uncertainty_m: {metres:g} is out of range; it must be {allowed}")
        return False

    def known(self, file: str, record: str, column: str, word: str, choices: Any, held_by: str = "") -> bool:
        """Whether a word is one of the choices; a fault where it is not, if the file that holds them is whole."""
        if word in choices:
            return True
        if not held_by or self.problems.whole(f"{self.path.name}/{held_by}"):
            self.fault(file, record, f"{column}: unknown {word!r}{did_you_mean(word, choices)}")
        return False

    def number(self, file: str, record: str, column: str, value: Any) -> float | None:
        """A cell or a property as a finite number, or None and a fault."""
        number = float(str(value)) if NUMBER.fullmatch(str(value)) else math.inf
        if not math.isfinite(number):
            self.fault(file, record, f"{column}: {short(value)} is no number; write it as 22.5")
            return None
        return number


def parts(cell: str) -> tuple[str, ...]:
    """The parts of a cell that joins them with semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())
