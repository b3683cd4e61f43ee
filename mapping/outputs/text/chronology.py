"""chronology.md: the events in the order of their dates, for reading and for mail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.domain import dates
from mapping.domain.wording import read_out
from mapping.outputs.text.markdown import cell, table

if TYPE_CHECKING:
    from mapping.waist import Dataset

Row = dict[str, Any]
HEADINGS = ("Date", "Event", "Place", "Certainty", "Sources", "Contradictions")


def files(dataset: Dataset) -> dict[str, bytes]:
    """Return {"chronology.md": …}: dated events by their first possible day, then the merely reported ones."""
    published = dict(zip(dataset.sources["id"], dataset.sources["published"], strict=True))
    events: dict[str, list[Row]] = {}
    rows: list[Row] = dataset.events.drop(columns="geometry").to_dict("records")  # type: ignore[assignment]
    for row in rows:
        events.setdefault(row["event_id"], []).append(row)
    dated = [rows for rows in events.values() if _stated(rows[0])]
    reported = [rows for rows in events.values() if not _stated(rows[0])]
    lines = [
        f"# {cell(dataset.settings.title)}: chronology\n",
        f"{len(events)} events from {len(dataset.sources)} sources, data as of {dataset.data_as_of}.\n",
        table(HEADINGS, [_line(rows, read_out(rows[0]["date_edtf"])) for rows in sorted(dated, key=_day)]),
        "## Reported, without a date of their own\n",
        "These texts do not say when it happened; the day is that of the report.\n",
        table(HEADINGS, [
            _line(rows, f"reported {read_out(day)}" if day else "undated")
            for day, rows in sorted(((_reported(rows, published), rows) for rows in reported), key=_first)
        ]),
    ]  # fmt: skip
    return {"chronology.md": "\n".join(lines).encode("utf-8")}


def _stated(row: Row) -> bool:
    """Whether the date is the event's own and not only that of the publication."""
    return bool(row["date_edtf"]) and row["date_basis"] != "published"


def _day(rows: list[Row]) -> tuple[str, str]:
    return rows[0]["date_start"] or rows[0]["date_end"] or "", rows[0]["event_id"]


def _first(pair: tuple[str, list[Row]]) -> tuple[str, str]:
    day, rows = pair
    return (_from(day) if day else "9999"), rows[0]["event_id"]


def _from(day: str) -> str:
    """First day (ISO 8601) that a date names."""
    span = dates.parse(day)
    return dates.iso(span.start or span.end) or ""


def _reported(rows: list[Row], published: dict[str, str | None]) -> str:
    """Earliest day of publication among the sources, as EDTF; nothing where none is known."""
    days = [day for row in rows for source in (row["sources"] or "").split("; ") if (day := published.get(source))]
    return min(days, key=lambda day: (_from(day), day), default="")


def _line(rows: list[Row], when: str) -> tuple[object, ...]:
    first = rows[0]
    places = dict.fromkeys(row["place_name"] for row in rows if row["place_name"])
    publishers = dict.fromkeys(name for row in rows for name in (row["publishers"] or row["sources"] or "").split("; "))
    sure = first["certainty"] if first["status"] == "reviewed" else f"{first['certainty']}, {first['status']}"
    return when, first["event"], ", ".join(places), sure, ", ".join(publishers), first["contradiction"]
