"""A part of the waist: events of some days, certainties or types, and whatever belongs to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from mapping.domain.errors import did_you_mean
from mapping.domain.vocabulary import CERTAINTIES, EVENT_TYPES
from mapping.waist.schema import STATEMENTS
from mapping.waist.tables import KIND_TABLES, TABLES

if TYPE_CHECKING:
    from collections.abc import Collection

    from mapping.waist import Dataset, Table

CHOSEN = tuple(name for name, table in KIND_TABLES.items() if table.kind and table.first_of("certainty"))
WEIGHED = tuple(name for name, table in KIND_TABLES.items() if table.kind and name not in CHOSEN)
"""Those whose rows rest on several statements, and so have no certainty of their own. The other tables follow both."""


def select(
    dataset: Dataset, *, since: str | None = None, until: str | None = None,
    certainties: Collection[str] = (), types: Collection[str] = (),
) -> Dataset:  # fmt: skip
    """Return the waist with only what may have happened from `since` to `until` (days, ISO 8601, both included).

    A side of a date that is open reaches any day; what has no date at all falls out once a day is asked for,
    except standing facts (distances, access), which have none. `types` choose among events and leave other
    statements alone. Every version of a chosen event stays. Raises ValueError for a day or word that is none.
    """
    first, last = _day("since", since), _day("until", until)
    if first and last and first > last:
        raise ValueError(f"since {first} lies after until {last}; turn them round")
    _known("certainty", certainties, CERTAINTIES)
    _known("type", types, EVENT_TYPES)
    tables = dict(dataset.tables)
    for name in CHOSEN:
        keep = _fits(tables[name], name, first, last, certainties)
        if types and name == "events":
            keep &= tables[name]["type"].isin(list(types))
        tables[name] = tables[name][keep].reset_index(drop=True)
    for name in WEIGHED:
        tables[name] = _weighed(name, tables, first, last, certainties, types)
    fits = _fits(tables["statements"], "statements", first, last, certainties)
    return replace(dataset, tables=_followed(tables, fits))


def _weighed(
    name: str, tables: dict[str, pd.DataFrame], first: str | None, last: str | None,
    certainties: Collection[str], types: Collection[str],
) -> pd.DataFrame:  # fmt: skip
    """What held on the chosen days, where a statement of the chosen certainties and types says so."""
    table, said = tables[name], tables["statements"]
    sound = said["certainty"].isin(list(certainties)) if certainties else said["id"].notna()
    if types:
        sound &= said["event_type"].isna() | said["event_type"].isin(list(types))
    known = set(said["id"][sound])
    rests = table["statements"].map(lambda ids: not known.isdisjoint(ids.split("; "))).astype(bool)
    return table[_fits(table, name, first, last, ()) & rests].reset_index(drop=True)


def _day(name: str, text: str | None) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError as error:
        raise ValueError(f"{name}: {text!r} is no day; write it as 2025-07-24") from error


def _known(name: str, words: Collection[str], known: Collection[str]) -> None:
    for word in words:
        if word not in known:
            raise ValueError(f"unknown {name} {word!r}{did_you_mean(word, known)}; there are {', '.join(known)}")


def _fits(
    table: pd.DataFrame, name: str, first: str | None, last: str | None, certainties: Collection[str]
) -> pd.Series[Any]:
    keep = table["id"].notna()
    if TABLES[name].dated and (first or last):
        start, end = table["date_start"], table["date_end"]
        keep &= start.notna() | end.notna()
        keep &= start.isna() | (start.fillna("") <= (last or "9999"))
        keep &= end.isna() | (end.fillna("") >= (first or ""))
    return keep & table["certainty"].isin(list(certainties)) if certainties else keep


def _followed(tables: dict[str, pd.DataFrame], fits: pd.Series[Any]) -> dict[str, pd.DataFrame]:
    """Keep of the other tables what belongs to the chosen rows: the statements, then all that leads to what is kept."""
    statements, events = tables["statements"], set(tables["events"]["event_id"])
    chosen = statements["event_id"].isin(events) | (statements["event_id"].isna() & fits)
    tables["statements"] = statements[chosen | statements["id"].isin(_rested_on(tables))].reset_index(drop=True)
    for name, table in KIND_TABLES.items():
        if not table.kind:
            rows = tables[name]
            tables[name] = rows[_leads_on(rows, table, tables)].reset_index(drop=True)
    return tables


def _rested_on(tables: dict[str, pd.DataFrame]) -> set[str]:
    """Ids of all statements on which a kept row rests, or that speak against it."""
    cells = [
        cell for name in (*CHOSEN, *WEIGHED) for column, targets in TABLES[name].keys.items() if targets == STATEMENTS
        for cell in tables[name][column].dropna()
    ]  # fmt: skip
    return {uid for ids in cells for uid in ids.split("; ")}


def _leads_on(rows: pd.DataFrame, table: Table, tables: dict[str, pd.DataFrame]) -> pd.Series[Any]:
    """Whether each row finds everything that it names among the statements and the rows of things that are kept."""
    keep = pd.Series(data=True, index=rows.index)
    for column, targets in table.keys.items():
        name, _, key = targets[0].partition(".")
        if name == "statements" or name in KIND_TABLES:
            known = set(tables[name][key])
            keep &= rows[column].map(lambda ids: pd.isna(ids) or known.issuperset(ids.split("; "))).astype(bool)  # noqa: B023
    return keep
