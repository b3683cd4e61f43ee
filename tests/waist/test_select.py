from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.vocabulary import CERTAINTIES, EVENT_TYPES
from mapping.outputs import FORMATS, render
from mapping.waist.select import select
from tests.support import dataset as waist

WHOLE = waist.features()
DAYS = st.dates(min_value=dt.date(2024, 1, 1), max_value=dt.date(2026, 1, 1))


def events(**wanted):
    return set(select(WHOLE, **wanted).events["event_id"])


def test_nothing_asked_changes_nothing():
    chosen = select(WHOLE)
    assert {name: len(table) for name, table in chosen.tables.items()} == {
        name: len(table) for name, table in WHOLE.tables.items()
    }


def test_days_keep_what_may_have_happened_then():
    found = events(since="2025-08-05", until="2025-08-05")
    assert "shelling-eta" in found
    assert "bombing-beta" in found
    assert "drones-iota" not in found


def test_an_open_side_reaches_any_day():
    assert "offensive" in events(until="2025-01-01")
    assert "offensive" not in events(since="2025-08-08")


def test_what_has_no_date_falls_out_once_a_day_is_asked_for():
    assert "road-closed" in events()
    assert "road-closed" not in events(since="2025-01-01")


def test_certainties_choose():
    assert events(certainties=["disputed"]) == {"alpha-retaken"}


def test_types_choose_among_events_alone():
    chosen = select(WHOLE, types=["shelling"])
    assert set(chosen.events["type"]) == {"shelling"}
    assert set(chosen.statements["kind"]) == {"event", "distance", "position", "access", "control"}
    assert len(chosen.distances) == len(WHOLE.distances)


def test_who_holds_a_place_stays_with_the_events_that_tell_it():
    assert set(select(WHOLE, types=["shelling"]).control["place"]) == {"gamma"}
    assert set(select(WHOLE, types=["capture"], certainties=["asserted"]).control["place"]) == {"beta", "gamma"}
    assert set(select(WHOLE, until="2025-01-01").control["place"]) == {"beta"}


def test_every_version_of_a_chosen_event_stays():
    chosen = select(WHOLE, since="2024-07-24", until="2024-07-24")
    mine = chosen.statements["event_id"] == "beta-captured"
    assert set(chosen.statements[mine]["date_start"]) == {"2024-07-24", "2025-07-23"}


@given(DAYS, DAYS, st.sets(st.sampled_from(sorted(CERTAINTIES))), st.sets(st.sampled_from(sorted(EVENT_TYPES))))
def test_what_belongs_together_stays_together(one, other, certainties, types):
    since, until = sorted([one.isoformat(), other.isoformat()])
    chosen = select(WHOLE, since=since, until=until, certainties=certainties, types=types)
    events_, statements = set(chosen.events["event_id"]), set(chosen.statements["id"])
    assert set(chosen.reports["id"]) <= statements
    assert set(chosen.event_lines["event_id"]) | set(chosen.event_areas["event_id"]) <= events_
    assert set(chosen.position_bands["id"]) == set(chosen.positions["id"])
    assert {uid for ids in chosen.control["statements"] for uid in ids.split("; ")} <= statements


@pytest.mark.parametrize("name", [name for name in FORMATS if name in {"geojson", "gpkg", "qgis", "kmz", "csv", "lpf"}])
def test_a_choice_can_be_exported(name):
    assert render(name, select(WHOLE, types=["protest"], since="2025-01-01"))


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"since": "yesterday"}, "since: 'yesterday' is no day; write it as 2025-07-24"),
        ({"since": "2025-08-02", "until": "2025-08-01"}, "since 2025-08-02 lies after until 2025-08-01; turn them round"),
        ({"certainties": ["sure"]}, "unknown certainty 'sure'; there are asserted, claimed, disputed, planned, demanded"),
        ({"types": ["airstrikes"]}, "unknown type 'airstrikes' (did you mean 'airstrike'?); there are battle, airstrike"),
    ],
)
def test_a_wish_that_cannot_be_met_is_told(wanted, message):
    with pytest.raises(ValueError, match="^" + re.escape(message)):
        select(WHOLE, **wanted)
