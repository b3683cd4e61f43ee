"""A part of the waist: events of some days, certainties or types, and whatever belongs to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from mapping.domain.errors import did_you_mean
from mapping.domain.vocabulary import CERTAINTIES, EVENT_TYPES
from mapping.waist.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Collection

    from mapping.waist import Dataset

CHOSEN = ("events", "positions", "distances", "access")  # the other tables follow these


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
    tables["control"] = _held(tables, first, last, certainties, types)
    fits = _fits(tables["statements"], "statements", first, last, certainties)
    return replace(dataset, tables=_followed(tables, fits))


def _held(
    tables: dict[str, pd.DataFrame], first: str | None, last: str | None,
    certainties: Collection[str], types: Collection[str],
) -> pd.DataFrame:  # fmt: skip
    """Who held a place on the chosen days, where a statement of the chosen certainties and types says so."""
    control, said = tables["control"], tables["statements"]
    sound = said["certainty"].isin(list(certainties)) if certainties else said["id"].notna()
    if types:
        sound &= said["event_type"].isna() | said["event_type"].isin(list(types))
    known = set(said["id"][sound])
    rests = control["statements"].map(lambda ids: not known.isdisjoint(ids.split("; "))).astype(bool)
    keep = _fits(control, "control", first, last, ()) & rests
    return control[keep].reset_index(drop=True)


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
    """Keep of the other tables what belongs to the chosen events and statements."""
    events = set(tables["events"]["event_id"])

    def keep(name: str, rows: pd.Series[Any]) -> None:
        tables[name] = tables[name][rows].reset_index(drop=True)

    for name in ("event_lines", "event_areas"):
        keep(name, tables[name]["event_id"].isin(events))
    statements = tables["statements"]
    rests = pd.concat([tables["control"]["statements"], tables["control"]["against"]]).dropna()
    held = {uid for ids in rests for uid in ids.split("; ")}
    chosen = statements["event_id"].isin(events) | (statements["event_id"].isna() & fits)
    keep("statements", chosen | statements["id"].isin(held))
    reports = tables["reports"]
    keep("reports", reports["event_id"].isin(events) & reports["id"].isin(set(tables["statements"]["id"])))
    keep("position_bands", tables["position_bands"]["id"].isin(set(tables["positions"]["id"])))
    kept = set(tables["statements"]["id"])
    keep("advances", tables["advances"]["statements"].map(lambda ids: set(ids.split("; ")) <= kept).astype(bool))
    missing = tables["not_located"]["event_id"]
    keep("not_located", missing.isna() | missing.isin(events))
    return tables
