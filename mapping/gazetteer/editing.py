"""The one editor of curated files: by record and by feature, and what is not touched keeps its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.domain.errors import CurationError, Problems
from mapping.files.geojson import read_features, write_json
from mapping.files.reading import MARK
from mapping.files.table import Record, line_end, write_record
from mapping.gazetteer.columns import COLUMNS
from mapping.gazetteer.drawn import properties_of
from mapping.gazetteer.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class Sheet:
    """A curated CSV file while it is edited; rows map columns to cells and are named by their place in the file."""

    def __init__(self, file: str, text: str, records: list[Record]) -> None:
        self._columns = COLUMNS[file]
        self._records = records
        self._head = text.removesuffix("".join(record.text for record in records))
        self._end = line_end(self._head) or "\n"

    @classmethod
    def read(cls, folder: Path, file: str) -> Sheet:
        """Read a file of gazetteer/ (`folder`). Raises CurationError with its faults."""
        problems = Problems()
        files = Folder(folder, problems)
        text = files.as_it_stands(file) or ""
        records = files.records(file, text.removeprefix(MARK)) if not problems.found else []
        problems.raise_if_any()
        return cls(file, text, records)

    def rows(self) -> Iterator[tuple[Record, dict[str, str]]]:
        """Yield each record with its cells by their columns, without the space around them; no empty ones."""
        for record in self._records:
            if any(cell.strip() for cell in record.cells):
                yield record, dict(zip(self._columns, map(str.strip, record.cells), strict=False))

    def append(self, row: Mapping[str, object]) -> None:
        """Add a row at the end; a column that it lacks stays empty. Raises ValueError for one that the file lacks."""
        self._records.append(self._record(row, self._end))

    def add_after(self, record: Record, row: Mapping[str, object]) -> None:
        """Add a row right behind a record."""
        self._records.insert(self._position(record) + 1, self._record(row, self._end))

    def change(self, record: Record, cells: Mapping[str, object]) -> Record:
        """Give a record other cells in these columns; returns the record that stands in its place now."""
        now = {**dict(zip(self._columns, record.cells, strict=False)), **cells}
        changed = self._record(now, line_end(record.text))
        self._records[self._position(record)] = changed
        return changed

    def content(self) -> bytes:
        """Return the file as it is now; a record that has come to stand before another gets its line end."""
        texts = [self._head, *(record.text for record in self._records)]
        return "".join([*map(self._ended, texts[:-1]), texts[-1]]).encode()

    def _ended(self, text: str) -> str:
        return text if line_end(text) else text + self._end

    def _record(self, row: Mapping[str, object], end: str) -> Record:
        if unknown := row.keys() - set(self._columns):
            raise ValueError(f"there is no column {', '.join(sorted(unknown))}; there are {', '.join(self._columns)}")
        cells = tuple(str(row.get(column, "")) for column in self._columns)
        return Record(cells, write_record(cells, end), 0)

    def _position(self, record: Record) -> int:
        return next(number for number, one in enumerate(self._records) if one is record)


class Drawing:
    """A curated GeoJSON file while it is edited; features are named by the id among their properties."""

    def __init__(self, text: str) -> None:
        self._text = text.removeprefix(MARK)
        self._mark = text.removesuffix(self._text)
        self._standing = {str(properties_of(one.feature).get("id")): one for one in read_features(self._text)}
        self._changed: dict[str, Any] = {}

    @classmethod
    def read(cls, folder: Path, file: str) -> Drawing:
        """Read a file of gazetteer/ (`folder`). Raises CurationError with its faults."""
        problems = Problems()
        files = Folder(folder, problems)
        text = files.as_it_stands(file)
        try:
            if text is not None:
                return cls(text)
        except (ValueError, RecursionError) as error:
            files.lose(file, "", f"is no GeoJSON FeatureCollection: {error}")
        raise CurationError(problems.found)

    def features(self) -> dict[str, Any]:
        """Return the features by id, as they stand in the file."""
        return {id_: one.feature for id_, one in self._standing.items()}

    def replace(self, id_: str, feature: Mapping[str, Any]) -> None:
        """Put another feature in the place of one that is there; it takes one line."""
        self._changed[id_] = feature

    def content(self) -> bytes:
        """Return the file as it is now."""
        written, at = [self._mark], 0
        for id_, one in sorted(self._standing.items(), key=lambda pair: pair[1].start):
            if id_ in self._changed:
                written += [self._text[at : one.start], write_json(self._changed[id_], allow_nan=True)]
                at = one.end
        return "".join([*written, self._text[at:]]).encode()
