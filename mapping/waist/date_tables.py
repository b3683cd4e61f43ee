"""Every date of the other tables read once: its days, how sure they are, and its words in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.wording import LANGUAGES, read_out
from mapping.waist.schema import Table, columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.waist.cells import Row

TABLES: dict[str, Table] = {
    "dates": Table("Dates", "Every date of the other tables: its days, and how sure they are.", "", columns("""
id            text    the date as EDTF (ISO 8601-2)
date_start    date    first possible day; empty where open or unknown
date_end      date    last possible day; empty where open or unknown
stands        text    where it stands in time: "first/last" for each span of days; an open side stands on the day that is named
sure          flag    whether it names a day, or several of which all are meant, without a doubt
doubtful      flag    whether it is approximate or uncertain
""")),
    "date_words": Table("Dates in words", "Every date of the other tables as readers write it.", "", columns("""
date          text    the date as EDTF
language      text    ISO 639 code
words         text    the date in words
short         text    its last end, with a short name of the month
"""), keys={
        "date": ("dates.id",),
    }),
}  # fmt: skip


def date_rows(texts: Iterable[str]) -> dict[str, list[Row]]:
    """Rows of both tables for EDTF dates, each once, sorted."""
    found = sorted(set(texts))
    return {"dates": [_date(text) for text in found], "date_words": [row for text in found for row in _words(text)]}


def _date(text: str) -> Row:
    span = dates.parse(text)
    return {
        "id": text,
        "date_start": dates.iso(span.start),
        "date_end": dates.iso(span.end),
        "stands": "; ".join(f"{first.isoformat()}/{last.isoformat()}" for first, last in span.stands) or None,
        "sure": span.sure,
        "doubtful": span.doubtful,
    }


def _words(text: str) -> list[Row]:
    named = [part for part in text.split("/") if part not in {"", ".."}]
    return [
        {
            "date": text,
            "language": language,
            "words": read_out(text, language),
            "short": read_out(named[-1] if named else None, language, short=True),
        }
        for language in LANGUAGES
    ]


def edtf_of(rows: Mapping[str, Sequence[Row]], tables: Mapping[str, Table]) -> set[str]:
    """Every EDTF date in the rows of some tables: what stands in a column that ends in "_edtf", or in `published`."""
    named = {
        (name, column.name)
        for name, table in tables.items()
        for column in table.columns
        if column.name.endswith("_edtf") or column.name == "published"
    }
    return {row[column] for name, column in named for row in rows[name] if row[column]}


def last_days(rows: Mapping[str, Sequence[Row]], tables: Mapping[str, Table]) -> tuple[str | None, str | None]:
    """First and last day (ISO 8601) on which a row of some tables stands; what lasts, on the day of the last word."""
    spans: list[tuple[str, str]] = []
    for name, table in tables.items():
        if table.first_of("last_said"):
            spans += [(day, day) for row in rows[name] if (day := row["last_said"])]
        elif table.dated:
            stands = (span for row in rows[name] if row["date_edtf"] for span in dates.parse(row["date_edtf"]).stands)
            spans += [(first.isoformat(), last.isoformat()) for first, last in stands]
    return min((first for first, _ in spans), default=None), max((last for _, last in spans), default=None)
