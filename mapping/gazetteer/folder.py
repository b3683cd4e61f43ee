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
from mapping.gazetteer.drawn import CrsError, draw, properties_of, require_wgs84

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mapping.domain.errors import Problems
    from mapping.files.table import Record
    from mapping.gazetteer.drawn import Drawn

NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")  # as spreadsheets and GeoJSON write it
CODES = ("pcode", "geonames_id", "wikidata_id")  # columns with names that look like numbers
COMPUTED = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+|[0-9]+[.,][0-9]+")  # as a spreadsheet writes a number
SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}  # instead of commas
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
            cells = [cell.strip() for cell in record.cells]
            while len(cells) > len(COLUMNS[file]) and not cells[-1]:
                cells.pop()  # a column that a spreadsheet saw and nobody filled
            if not any(cells):
                continue  # a row that a spreadsheet kept when it was emptied
            if len(cells) == len(COLUMNS[file]):
                row = dict(zip(COLUMNS[file], cells, strict=True))
                if self._are_codes(file, record, row):
                    rows.append(row)
            else:
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
        header = tuple(cell.strip() for cell in records[0].cells) if records else ()
        wanted = COLUMNS[file]
        if header[: len(wanted)] == wanted and not any(header[len(wanted) :]):
            return records[1:]
        told = next((name for sign, name in SEPARATORS.items() if _is_header(text, sign, wanted)), "")
        advice = f"its cells stand apart by {told}; save it as CSV with commas, in UTF-8"
        self.lose(file, "header", advice if told else f"columns must be {','.join(wanted)}")
        return []

    def _are_codes(self, file: str, record: Record, row: dict[str, str]) -> bool:
        """Whether the codes of a row are as they were written; a fault for each that a spreadsheet made a number of."""
        broken = [name for name in CODES if COMPUTED.fullmatch(row.get(name, ""))]
        for name in broken:
            told = f"{name}: a spreadsheet turned the code into the number {row[name]}; format the column as text"
            self.lose(file, row.get("id") or f"line {record.line}", f"{told} and put the code back")
        return not broken

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
            collection = json.loads(text)
            features = list(collection["features"])
            require_wgs84(collection.get("crs"))
            json.dumps(features, ensure_ascii=False).encode()  # half a character, as JSON can escape it, is no text
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            self.lose(file, "", f"is no GeoJSON FeatureCollection: {error}")
            return
        except CrsError as error:
            self.lose(file, "", str(error))
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


def _is_header(text: str, sign: str, columns: tuple[str, ...]) -> bool:
    """Whether a text begins with these columns, apart by a sign, perhaps below a line such as "sep=;"."""
    lines = text.lstrip(MARK).split("\n", 2)
    header = lines[1] if len(lines) > 1 and lines[0].strip().lower().startswith("sep=") else lines[0]
    return tuple(cell.strip(' "\r') for cell in header.split(sign))[: len(columns)] == columns


def parts(cell: str) -> tuple[str, ...]:
    """The parts of a cell that joins them with semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())
