"""The line under the title: what the map is of, and the latest that is told of who holds a town, with its sentence."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from mapping.domain import dates
from mapping.domain.wording import read_out

if TYPE_CHECKING:
    import pandas as pd

    from mapping.waist.dataset import Dataset

TOWNS = ("city", "town")
TELLING = ("reported", "last-known")
MONTH_DAYS = 31
LONGEST = 240  # characters of the sentence: a line under a title is no article


def headline(dataset: Dataset) -> str:
    """Return the subtitle of map.toml, if it has one, and the latest change of a town's holder that nothing outdates.

    It is told with a statement that gives its day, the shortest of them; a change of which no statement gives the day
    counts only where there is no other, by the last day that it can mean. The order of rows says nothing. Where no
    town is held, the subtitle stands alone.
    """
    south, west, north, east = dataset.settings.window
    places = dataset.places.drop(columns="geometry").set_index("id")["kind"].to_dict()
    held = dataset.control[dataset.control["standing"].isin(TELLING) & dataset.control["date_end"].isna()]
    found: list[dict[str, Any]] = held.to_dict("records")  # type: ignore[assignment]
    rows = [
        row for row in found
        if row["since_edtf"] and row["holder"] and places.get(row["place"]) in TOWNS
        and row["geometry"] is not None and west <= row["geometry"].x <= east and south <= row["geometry"].y <= north
    ]  # fmt: skip
    dated = [row for row in rows if not _telling(dataset, row).empty]
    latest = max(dated or rows, key=lambda row: (_day(row), row["place"]), default=None)
    return " ".join(filter(None, [dataset.settings.subtitle, _told(dataset, latest) if latest else ""]))


def _day(row: dict[str, Any]) -> str:
    return dates.iso(dates.parse(row["since_edtf"]).end) or ""


def _telling(dataset: Dataset, row: dict[str, Any]) -> pd.DataFrame:
    """Statements of a row that give the day, or the month, on which it began."""
    told = dataset.statements[dataset.statements["id"].isin(row["statements"].split("; "))]
    since = dates.parse(row["since_edtf"])
    spans = told["date_edtf"].map(lambda edtf: dates.parse(edtf) if edtf else None)
    fits = spans.map(lambda span: bool(span and span.start and span.days <= MONTH_DAYS and span.agrees_with(since)))
    return told[fits.astype(bool)]


def _told(dataset: Dataset, row: dict[str, Any]) -> str:
    telling = _telling(dataset, row)
    first = dataset.statements[dataset.statements["id"] == row["statements"].split("; ")[0]]
    said = min((telling if len(telling) else first).to_dict("records"), key=lambda one: (len(one["quote"]), one["id"]))
    source = dataset.sources.set_index("id").loc[said["source"]]
    first, span, last = row["since_edtf"].partition("/")
    since = f"some day {read_out(f'[{first}..{last}]' if first != '..' else f'../{last}')}" if span else read_out(first)
    after = source["publisher"] or source["id"]
    words = f"{after}, in our words" if source["wording"] == "restated" else after
    head = f"Latest change of a town: {row['place_name']}, held by {row['holder_name']} since {since}."
    return f"{head} {textwrap.shorten(said['quote'].rstrip('.'), LONGEST, placeholder=' …')} ({words})."
