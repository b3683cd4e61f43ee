"""What is seen where scripts do not run (previews of mail, print services): a drawn sketch and the list."""

from __future__ import annotations

import html
import math
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import shapely

from mapping.domain.vocabulary import AREAS
from mapping.domain.wording import read_out
from mapping.waist.headline import headline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mapping.waist import Dataset

WIDTH = 760  # units of the drawing
MOST_ROWS = 300
NAMED = ("city", "town", "mine")


def sketch(dataset: Dataset) -> str:
    """Return HTML; every text in it is escaped, and nothing of it is a link that runs."""
    settings = dataset.settings
    return (
        f"<h1>{html.escape(settings.title)}</h1><p>{html.escape(headline(dataset))}</p>"
        "<p>Scripts do not run here, so this is a sketch and a list. "
        "Open the file in a web browser for the map that can be searched and checked.</p>"
        f"{_drawing(dataset)}{_list(dataset)}"
    )


def _drawing(dataset: Dataset) -> str:
    south, west, north, east = dataset.settings.view
    scale = WIDTH / (east - west)
    stretch = 1 / math.cos(math.radians((south + north) / 2))
    height = round((north - south) * scale * stretch)

    def at(lon: float, lat: float) -> tuple[int, int]:
        return round((lon - west) * scale), round((north - lat) * scale * stretch)

    def path(lines: gpd.GeoDataFrame, look: str) -> str:
        steps = (
            "M" + " ".join("{} {}".format(*at(x, y)) for x, y in shapely.get_coordinates(line))
            for line in lines.geometry.clip_by_rect(west, south, east, north).simplify(0.01) if not line.is_empty
        )  # fmt: skip
        return f'<path fill="none" {look} d="{"".join(steps)}"/>'

    rivers, stretches = gpd.GeoDataFrame(dataset.rivers), gpd.GeoDataFrame(dataset.stretches)
    schematic = stretches["quality"] == "schematic"
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Sketch of the map">'
        f'<rect width="{WIDTH}" height="{height}" fill="#f5f2ec"/>'
        + path(rivers, 'stroke="#9dbccd" stroke-width="3"')
        + path(stretches[~schematic], 'stroke="#6d675c" stroke-width="2"')
        + path(stretches[schematic], 'stroke="#6d675c" stroke-width="2" stroke-dasharray="6 5"')
        + "".join(_places(dataset, at)) + "</svg>"
    )  # fmt: skip


def _places(dataset: Dataset, at: Callable[[float, float], tuple[int, int]]) -> Iterator[str]:
    """Draw a dot for each place with events, and towns beside them, with their names."""
    south, west, north, east = dataset.settings.view
    located = dataset.events[dataset.events.geometry.notna()]
    happened = located.groupby("place").size().to_dict()
    for place in dataset.places.cx[west:east, south:north].itertuples():
        if place.kind in AREAS:
            continue
        count = happened.get(place.id, 0)
        if count or place.kind in NAMED:
            x, y = at(place.geometry.x, place.geometry.y)
            look = 'r="6" class="told"' if count else 'r="3"'
            label = f"{place.name} ({count})" if count else place.name
            yield f'<circle cx="{x}" cy="{y}" {look}/><text x="{x + 9}" y="{y + 4}">{html.escape(str(label))}</text>'


def _list(dataset: Dataset) -> str:
    """Write the events as a table, the latest first, each once."""
    events = dataset.events.drop_duplicates("event_id").sort_values(
        ["date_end", "event_id"], ascending=[False, True], na_position="last", kind="stable"
    )
    names = dataset.events.dropna(subset=["place_name"]).groupby("event_id")["place_name"]
    places = names.agg(lambda each: ", ".join(dict.fromkeys(each)))
    said = dict(dataset.date_words[dataset.date_words["language"] == "en"][["date", "words"]].to_numpy())
    when = events["date_edtf"].map(said).fillna(read_out(None))
    rows = "".join(
        _row([words, event.type, places.get(event.event_id, ""), event.event, event.certainty, event.publishers])
        for words, event in zip(when, events.head(MOST_ROWS).itertuples(), strict=False)
    )
    more = f"<p>{len(events) - MOST_ROWS} more in the map.</p>" if len(events) > MOST_ROWS else ""
    head = "".join(f"<th>{word}</th>" for word in ("Date", "Type", "Place", "Event", "Certainty", "Source"))
    return f"<table><caption>Reported events</caption><tr>{head}</tr>{rows}</table>{more}"


def _row(cells: list[Any]) -> str:
    return "<tr>" + "".join(f"<td>{html.escape('' if pd.isna(cell) else str(cell))}</td>" for cell in cells) + "</tr>"
