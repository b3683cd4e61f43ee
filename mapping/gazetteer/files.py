"""Files of one folder as rows and features; every fault is noted, none stops the reading."""

from __future__ import annotations

import csv
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mapping.errors import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.errors import Problems


@dataclass
class Folder:
    """A folder of curated files, and the list that its faults go to."""

    path: Path
    problems: Problems

    def fault(self, file: str, record: str, message: str) -> None:
        """Note a fault of a file in this folder."""
        self.problems.add(f"{self.path.name}/{file}", record, message)

    def table(self, file: str, columns: str) -> list[dict[str, str]]:
        """Rows of a CSV file; its header must be exactly the given columns."""
        wanted = columns.split()
        text = self.text(file)
        if text is None:
            return []
        rows = csv.DictReader(text.splitlines(), strict=True)
        try:
            if rows.fieldnames != wanted:
                self.fault(file, "header", f"columns must be {','.join(wanted)}")
                return []
            good = []
            for row in rows:
                if None in row or None in row.values():
                    self.fault(file, f"line {rows.line_num}", f"needs {len(wanted)} cells; quote cells with commas")
                else:
                    good.append({key: value.strip() for key, value in row.items()})
        except csv.Error as error:
            self.fault(file, f"line {rows.line_num}", f"is no CSV: {error}")
            return []
        return good

    def text(self, file: str) -> str | None:
        """The content of a file, or None and a fault."""
        try:
            return (self.path / file).read_text("utf-8")
        except FileNotFoundError:
            self.fault(file, "", "is missing; every project needs it, even if it only holds its header")
        except UnicodeDecodeError as error:
            self.fault(file, "", f"is not UTF-8 at byte {error.start}; save it as UTF-8")
        except OSError as error:
            self.fault(file, "", f"cannot be read: {error.strerror}")
        return None

    def features(self, file: str, geometry: str | None) -> list[dict[str, Any]]:
        """Features of a GeoJSON file, each with the wanted geometry type (any, where None is wanted)."""
        text = self.text(file)
        if text is None:
            return []
        try:
            collection = json.loads(text)
            features = list(collection["features"])
            kinds = [feature["geometry"]["type"] for feature in features]
            good = [f for f, kind in zip(features, kinds, strict=True) if kind == geometry or geometry is None]
        except (ValueError, LookupError, TypeError) as error:
            self.fault(file, "", f"is no GeoJSON FeatureCollection: {error}")
            return []
        if len(good) < len(features):
            self.fault(file, "", f"holds {', '.join(sorted(set(kinds)))}; every feature must be a {geometry}")
        return good

    def unique(self, file: str, rows: list[dict[str, str]]) -> dict[str, dict[str, str]]:
        """Rows by their id; an id that is missing or stands twice is a fault."""
        found: dict[str, dict[str, str]] = {}
        for row in rows:
            if not row["id"]:
                self.fault(file, row["name"], "has no id")
            elif row["id"] in found:
                self.fault(file, row["id"], "stands twice; ids are unique")
            else:
                found[row["id"]] = row
        return found

    def known(self, file: str, record: str, column: str, word: str, choices: Any) -> bool:
        """Whether a word is one of the choices; a fault with a hint where it is not."""
        if word in choices:
            return True
        self.fault(file, record, f"{column}: unknown {word!r}{did_you_mean(word, choices)}")
        return False

    def number(self, file: str, record: str, column: str, value: Any) -> float | None:
        """A cell as a finite number, or None and a fault."""
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = math.nan
        if not math.isfinite(number):
            self.fault(file, record, f"{column}: {value!r} is no number")
            return None
        return number
