"""One source as the desk shows it: its sentences, what is named in them, its statements, what the reader thinks."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING, Any

from mapping.decisions.confidence import confidences
from mapping.decisions.statements import HEAD, field_order
from mapping.domain import dates
from mapping.domain.errors import Problems
from mapping.domain.vocabulary import EVENT_TYPES
from mapping.domain.wording import read_out
from mapping.files.reading import UnreadableError, read_text
from mapping.files.toml_tables import TomlTables
from mapping.mentions.plain import with_zeros
from mapping.reading import read
from mapping.reading.core.dates import calendar, spoken
from mapping.reading.core.sentences import sentences
from mapping.reading.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mapping.decisions.checking import Ground
    from mapping.domain.statements import Statement
    from mapping.mentions import Mention, Scan
    from mapping.reading import Reading
    from mapping.seeds.sources import Source

UNSURE = {
    "published": "its date is only that of the report",
    "words": "a place is not located",
    "nobody": "nobody is named who did it",
}  # what a curator looks at first, and why


def version(table_text: str) -> str:
    """Name the state of a statement: what is decided on an older one is a conflict."""
    return hashlib.sha256(table_text.encode()).hexdigest()[:12]


class Sheets:
    """The sheets of a project; what the reader finds in a text is kept as long as text and gazetteer stay the same."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._readings: dict[tuple[str, str], tuple[Reading, Scan]] = {}

    def sheet(self, id_: str, rejected: Iterable[Mapping[str, str]]) -> dict[str, Any]:
        """Return a source as plain data; faults of its file stand in `faults`, and the text is there all the same."""
        problems = Problems()
        source = self.ground.source(id_, problems)
        reading, scan = self._read(source)
        tables = self._tables(id_)
        gone = [one for one in rejected if one["source"] == id_]
        statements = self._statements(source, tables, reading, problems) if tables else []
        faults = [{"record": one.record, "message": one.message} for one in problems.found]
        known = {one["id"] for one in statements}
        return {
            "id": id_, "title": source.title, "publisher": source.publisher, "published": source.published,
            "published_words": read_out(source.published) if source.published else "", "url": source.url,
            "wording": source.wording, "text": source.text,
            "sentences": self._sentences(source, reading, scan, statements, gone),
            "mentions": [
                {"start": m.start, "end": m.end, "name": m.name, "place": m.place, "located": _is_located(m)}
                for m in reading.mentions
            ],
            "statements": statements,
            "rejected": [{"quote": one["quote"], "kind": one["kind"], "type": one["type"]} for one in gone],
            "faults": [one for one in faults if one["record"] not in known],
            "curated": tables is not None,
        }  # fmt: skip

    def date(self, text: str, id_: str) -> dict[str, str]:
        """Read a date in words or EDTF against the day of a source; {} where it is none."""
        source = self.ground.source(id_, Problems())
        try:
            dates.parse(text)
        except ValueError:
            found = spoken(text, LANGUAGES) or spoken(text.title(), LANGUAGES)  # "27 oct"
            edtf = found[0].edtf(calendar(source.text, _day(source.published), LANGUAGES)) if found else None
        else:
            edtf = text
        return {"edtf": edtf, "words": read_out(edtf)} if edtf else {}

    def _read(self, source: Source) -> tuple[Reading, Scan]:
        key = (source.published, source.text)
        if key not in self._readings:
            matcher = self.ground.matcher
            self._readings[key] = (read(source.text, source.published or None, matcher), matcher.scan(source.text))
        return self._readings[key]

    def _tables(self, id_: str) -> TomlTables | None:
        try:
            return TomlTables(read_text(self.ground.folder / "seeds" / f"{id_}.toml"))
        except (UnreadableError, ValueError):
            return None  # the fault is told by the reader of sources

    def _statements(
        self, source: Source, tables: TomlTables, reading: Reading, problems: Problems
    ) -> list[dict[str, Any]]:
        sure = confidences(source, reading)
        sound = {one.id: one for one in source.statements}
        rows = [self._row(table.data, sound.get(str(table.data.get("id"))), source) for table in tables.of(HEAD)]
        for row, table in zip(rows, tables.of(HEAD), strict=True):
            row["version"] = version(table.text)
            row["confidence"] = sure.get(row["id"])
            row["faults"] = [one.message for one in problems.found if one.record == row["id"]]
        return sorted(rows, key=lambda row: (row["start"], row["id"]))

    def _row(self, data: Mapping[str, Any], sound: Statement | None, source: Source) -> dict[str, Any]:
        kind, quote = str(data.get("kind", "")), str(data.get("quote", ""))
        start = source.text.find(quote)
        shown = [name for name in field_order(kind) if name not in ("id", "kind", "status")]
        return {
            "id": str(data.get("id", "")), "kind": kind, "type": data.get("type"),
            "status": str(data.get("status", "reviewed")), "start": start, "end": start + len(quote),
            "fields": {name: data[name] for name in shown if name in data},
            "what": self.what(data), "when": read_out(data["date"], short=True) if sound and data.get("date") else "",
            "doubts": self._doubts(data),
        }  # fmt: skip

    @staticmethod
    def _doubts(data: Mapping[str, Any]) -> list[str]:
        """What a curator looks at first in a draft."""
        if data.get("status") != "draft":
            return []
        return [*(UNSURE[name] for name in _unsure(data)), *_unstated(data)]

    def what(self, data: Mapping[str, Any]) -> list[str]:
        """Say a statement in a few words: what, where, who, how much."""
        label = self._label
        kind, type_ = str(data.get("kind", "")), str(data.get("type", ""))
        first = EVENT_TYPES[type_].label if type_ in EVENT_TYPES else kind.replace("-", " ").capitalize()
        roles = ("at", "near", "on", "between", "place", "from", "to", "toward", "via", "route")
        places = [_told(ref, label) for role in roles for ref in _listed(data.get(role))]
        parties = [label(str(one)) for field in ("actors", "holder") for one in _listed(data.get(field))]
        number = next(
            (
                f"{data[unit]:g} {unit}"
                for unit in ("km", "miles", "minutes", "hours")
                if isinstance(data.get(unit), int | float)
            ),
            "",
        )
        more = [*(str(data[name]) for name in ("bearing", "fraction") if name in data), number]
        return [part for part in (first, ", ".join(places), ", ".join(parties), *more) if part]

    def _label(self, id_: str) -> str:
        gazetteer = self.ground.gazetteer
        known = id_ in gazetteer.places or id_ in gazetteer.routes or id_ in gazetteer.actors
        return gazetteer.label(id_) if known else id_

    def _sentences(
        self,
        source: Source,
        reading: Reading,
        scan: Scan,
        statements: list[dict[str, Any]],
        gone: list[Mapping[str, str]],
    ) -> list[dict[str, Any]]:
        missed = {(one.start, one.end): one.reason for one in reading.missed}
        days = spoken(source.text, LANGUAGES)
        dated = calendar(source.text, _day(source.published), LANGUAGES)
        rows = []
        for start, end in sentences(source.text, LANGUAGES):
            words = source.text[start:end]
            told = [one["id"] for one in statements if one["start"] < end and one["end"] > start]
            thrown = any(one["quote"] in words or words in one["quote"] for one in gone)
            told_days = {when.edtf(dated.by(end)): when.text for when in days if start <= when.start < end}
            actors = [id_ for a, b, ids in scan.actors if start <= a and b <= end for id_ in ids]
            offered = [
                {"edtf": edtf, "text": text, "words": read_out(edtf)} for edtf, text in told_days.items() if edtf
            ]
            rows.append({
                "start": start, "end": end, "statements": told,
                "state": "told" if told else "decided" if thrown else "none",
                "why": missed.get((start, end), ""),
                "actors": list(dict.fromkeys(actors)),
                "counts": _counted(reading, start, end),
                "tellers": [who for language in LANGUAGES for who in language.tellers(words)],
                "measures": list(dict.fromkeys(_measured(with_zeros(words)))),
                "dates": offered,
                "places": list(dict.fromkeys(m.place or m.text for m in reading.mentions if start <= m.start < end)),
            })  # fmt: skip
        return rows


def _counted(reading: Reading, start: int, end: int) -> list[dict[str, Any]]:
    """Numbers of people or things that the reader finds in a sentence."""
    found = [count for one in reading.statements if one.start < end and start < one.end for count in one.counts]
    rows = [{name: value for name, value in count._asdict().items() if value is not None} for count in found]
    return [row for number, row in enumerate(rows) if row not in rows[:number]]


def _measured(text: str) -> Iterator[tuple[float, str]]:
    """Lengths and times that a sentence states, each with its unit."""
    for language in LANGUAGES:
        for one in language.measures(text):
            for unit in ("km", "miles", "minutes"):
                value = getattr(one, unit)
                if value is not None:
                    yield value, unit


def _is_located(mention: Mention) -> bool:
    return mention.curated and (mention.latitude is not None or (mention.kind == "road" and mention.place is not None))


def _unsure(data: Mapping[str, Any]) -> list[str]:
    found = []
    if data.get("date_basis") == "published":
        found.append("published")
    if any(
        isinstance(ref, dict) for value in data.values() for ref in _listed(value) if value is not data.get("counts")
    ):
        found.append("words")
    if (
        data.get("kind") == "event"
        and not data.get("actors")
        and data.get("type") not in ("talks", "displacement", "protest")
    ):
        found.append("nobody")
    return found


def _unstated(data: Mapping[str, Any]) -> list[str]:
    """Numbers of a statement that its quote does not state."""
    quote = with_zeros(str(data.get("quote", "")))
    stated = {number for language in LANGUAGES for number in language.numbers(quote)}
    told = {(round(value, 3), unit) for value, unit in _measured(quote)}
    hours = {(round(value / 60, 3), "hours") for value, unit in told if unit == "minutes"}
    units = [
        (data[unit], unit) for unit in ("km", "miles", "minutes", "hours") if isinstance(data.get(unit), int | float)
    ]
    lacking = [f"{value:g} {unit}" for value, unit in units if (round(value, 3), unit) not in told | hours]
    counts = [one for one in _listed(data.get("counts")) if isinstance(one, dict)]
    lacking += [f"{one.get('n')} {one.get('what')}" for one in counts if one.get("n") not in stated]
    return [f"the quote does not state {words}" for words in lacking]


def _told(ref: Any, label: Any) -> str:
    return f"“{ref.get('text', '')}”" if isinstance(ref, dict) else str(label(str(ref)))


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
