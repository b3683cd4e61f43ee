"""What of each table the page tells: what the texts speak of whole, what merely lies beside it in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from mapping.domain.statements import KINDS
from mapping.domain.vocabulary import AREAS
from mapping.waist import KIND_TABLES
from mapping.waist.schema import PLACE_IDS, ROUTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapping.waist import Dataset, Table

# A place that no text names is there to be read on the map; where its point was seen, and how else it is spelled, the
# exports say.
ONLY_OF_NAMED = "township state_region pcode geonames_id location_evidence location_credit location_note"

TOWNS = ("city", "town")


def rows(dataset: Dataset, name: str) -> pd.DataFrame:
    """Return the rows behind a part of the payload, by its name in payload.COLUMNS."""
    if name in {"routes", "stretches"}:
        return _roads(dataset, name)
    special = {
        "events": _events, "marks": _marks, "places": _places, "event_areas": _areas, "statements": _statements,
        "actors": _actors, "distances": _distances,
    }  # fmt: skip
    return special[name](dataset) if name in special else dataset.tables[name]


def _events(dataset: Dataset) -> pd.DataFrame:
    """Return each event once."""
    return pd.DataFrame(dataset.events.drop(columns="geometry")).drop_duplicates("event_id")


def _marks(dataset: Dataset) -> pd.DataFrame:
    """Return a row for each event and place."""
    return dataset.events


def _areas(dataset: Dataset) -> pd.DataFrame:
    """Return the shapes that are no circle around a place: those are drawn from their radius, softly."""
    return dataset.event_areas[~dataset.event_areas["located_by"].isin(["gazetteer", "seat"])]


def _distances(dataset: Dataset) -> pd.DataFrame:
    """Return the stated numbers; the straight line between two places the page draws by itself."""
    told = dataset.distances.copy()
    told.loc[told["measured_km"].isna() & told["straight_km"].notna(), "geometry"] = None
    return told


def _actors(dataset: Dataset) -> pd.DataFrame:
    """Return the parties that the other tables name, by id or by name."""
    fields = {field for kind in KINDS.values() for field in kind.ACTORS}
    named = _named(dataset, lambda table: (column.name for column in table.columns if column.name in fields))
    return dataset.actors[dataset.actors["id"].isin(named) | dataset.actors["name"].isin(named)]


def _statements(dataset: Dataset) -> pd.DataFrame:
    """Return the statements, with what the reports of their events say of them."""
    return dataset.statements.merge(dataset.reports[["id", "preferred", "impossible"]], on="id", how="left")


def _places(dataset: Dataset) -> pd.DataFrame:
    """Return the places that the page tells of: named ones whole; towns and what stands on a road, inside, in short."""
    places = dataset.places.copy()
    south, west, north, east = dataset.settings.window
    told = _told(dataset)
    named = places["id"].isin(told)
    inside = places.geometry.x.between(west, east) & places.geometry.y.between(south, north)
    stops = dataset.routes[["from", "to", "via"]].to_numpy().ravel()
    on_roads = {place for cell in stops for place in (cell or "").split("; ")}
    marks = places["kind"].isin(TOWNS) | places["id"].isin(on_roads)
    places.loc[~named, ONLY_OF_NAMED.split()] = None
    places.loc[~named, "uncertainty_m"] = float("nan")
    places["names"] = [
        _others(names, [name, name_my or ""]) if whole else None
        for names, name, name_my, whole in zip(places["names"], places["name"], places["name_my"], named, strict=True)
    ]
    return pd.DataFrame(places[named | (inside & marks & ~places["kind"].isin(AREAS))])


def _roads(dataset: Dataset, name: str) -> pd.DataFrame:
    """Return the roads; what they were drawn from and lead through only where a source tells something of them."""
    told = _named(dataset, lambda table: (column for column, targets in table.keys.items() if targets == ROUTES))
    roads = dataset.tables[name].copy()
    used_by = roads["id"] if name == "routes" else roads["routes"]
    untold = [told.isdisjoint((ids or "").split("; ")) for ids in used_by]
    roads.loc[untold, "via" if name == "routes" else "evidence"] = None
    return roads


def _others(names: str, shown: list[str]) -> str:
    """Return the spellings beside those shown."""
    return "; ".join(name for name in dict.fromkeys(names.split("; ")) if name not in shown)


def _told(dataset: Dataset) -> set[str]:
    """Return the ids of places that a text or a road names, or that something reported lies at."""
    found = _named(dataset, lambda table: (column for column, ids in table.keys.items() if set(PLACE_IDS) <= set(ids)))
    ends = {"mentions": "place", "routes": "from to", "not_located": "id"}
    return found.union(*(dataset.tables[name][column].dropna() for name, ids in ends.items() for column in ids.split()))


def _named(dataset: Dataset, columns: Callable[[Table], Iterable[str]]) -> set[str]:
    """Return every word in some columns of the tables of the kinds of statement."""
    cells = (
        cell for name, table in KIND_TABLES.items() for column in columns(table)
        for cell in dataset.tables[name][column].dropna()
    )  # fmt: skip
    return {word for cell in cells for word in cell.split("; ")}
