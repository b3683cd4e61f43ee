"""The line under the title: what the map is of, and the latest that is told of who holds a town, with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.domain import dates
from mapping.domain.wording import read_out

if TYPE_CHECKING:
    from mapping.waist.dataset import Dataset

TOWNS = ("city", "town")
TELLING = ("reported", "last-known")


def headline(dataset: Dataset) -> str:
    """Return the subtitle of map.toml, if it has one, and the latest change of a town's holder that nothing outdates.

    It is told with the first statement that it rests on; a change within a span of days counts by the last of them.
    The order of rows says nothing. Where no town is held, the subtitle stands alone.
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
    latest = max(rows, key=lambda row: (_day(row), row["place"]), default=None)
    return " ".join(filter(None, [dataset.settings.subtitle, _told(dataset, latest) if latest else ""]))


def _day(row: dict[str, Any]) -> str:
    return dates.iso(dates.parse(row["since_edtf"]).end) or ""


def _told(dataset: Dataset, row: dict[str, Any]) -> str:
    said = dataset.statements.set_index("id").loc[row["statements"].split("; ")[0]]
    source = dataset.sources.set_index("id").loc[said["source"]]
    first, span, last = row["since_edtf"].partition("/")
    since = f"some day {read_out(f'[{first}..{last}]' if first != '..' else f'../{last}')}" if span else read_out(first)
    after = source["publisher"] or source["id"]
    words = f"{after}, in our words" if source["wording"] == "restated" else after
    head = f"Latest change of a town: {row['place_name']}, held by {row['holder_name']} since {since}."
    return f"{head} {said['quote'].rstrip('.')} ({words})."
