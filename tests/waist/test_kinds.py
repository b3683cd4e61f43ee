"""What the kinds of statement declare is there, and whatever reads it can rely on it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.domain.statements import KINDS
from mapping.domain.vocabulary import CERTAINTIES, EVENT_TYPES
from mapping.outputs.kmz import kml
from mapping.outputs.qgis import project as qgis
from mapping.outputs.qgis.layers import STYLED
from mapping.style import plain
from mapping.style.symbols import SHAPES
from mapping.waist import KIND_TABLES, LAYERS, LINKS, TABLES
from mapping.waist.select import CHOSEN, WEIGHED, select
from mapping.waist.validate import validate
from tests.support import dataset as waist

FEATURES = waist.features()
BEFORE = set(validate(FEATURES))
THINGS = {name: table for name, table in KIND_TABLES.items() if table.kind}


@pytest.mark.parametrize("kind", KINDS)
def test_a_class_names_fields_that_it_has(kind):
    fields = {info.alias or name for name, info in KINDS[kind].model_fields.items()}
    cls = KINDS[kind]
    assert {*cls.PLACES, *cls.ACTORS} <= fields
    assert set(cls.ROUTES) <= set(cls.PLACES)


def test_who_a_statement_names_is_told_field_by_field():
    row = {"kind": "event", "id": "a", "quote": "q", "type": "battle", "actors": ["reds"], "against": ["blues", "greens"]}
    assert KINDS["event"].model_validate(row).parties() == [("actors", "reds"), ("against", "blues"), ("against", "greens")]
    route = {"kind": "access", "id": "a", "quote": "q", "to": "alpha"}
    assert KINDS["access"].model_validate(route).parties() == []


@pytest.mark.parametrize("name", TABLES)
def test_a_table_names_columns_that_it_has(name):
    table = TABLES[name]
    own = {column.name for column in table.columns}
    assert {table.label, *table.card.split(), *table.page.split(), *table.keys} <= own | ({"id"} if "id" not in own else set())


def test_things_of_one_kind_stand_in_one_table_and_can_be_found_by_their_ids():
    assert len({table.kind for table in THINGS.values()}) == len(THINGS)
    assert all(table.first_of("id") for table in THINGS.values())


def test_the_page_reads_every_kind():
    assert [name for name, table in THINGS.items() if not table.page] == ["events"]  # told as events and marks


def test_every_layer_has_a_look_a_group_and_a_folder():
    assert set(LAYERS) <= set(STYLED)
    assert sorted(name for names, _ in qgis.GROUPS.values() for name in names) == sorted(TABLES)
    assert set(LAYERS) <= {*kml._OWN, *kml._REST}  # noqa: SLF001
    assert plain.SHAPE in SHAPES


def test_links_lead_from_single_ids_to_the_rows_that_bear_them():
    for child, column, parent, key in LINKS:
        found = FEATURES.tables[child][column].dropna()
        assert not found.str.contains("; ").any(), (child, column)
        assert key in FEATURES.tables[parent], (child, column)


def test_every_thing_is_chosen_by_itself_or_by_what_it_rests_on():
    assert {*CHOSEN, *WEIGHED} == set(THINGS)


DAYS = st.sampled_from([None, "2024-07-24", "2025-05-01", "2025-07-24", "2025-08-05", "2025-08-07", "2025-08-31"])


@settings(max_examples=15)  # each validates every table
@given(
    DAYS, DAYS, st.sets(st.sampled_from(sorted(CERTAINTIES)), max_size=2), st.sets(st.sampled_from(sorted(EVENT_TYPES)), max_size=2)
)
def test_whatever_is_chosen_names_nothing_that_was_left_out(one, other, certainties, types):
    since, until = sorted([one, other]) if one and other else (one, other)
    chosen = select(FEATURES, since=since, until=until, certainties=certainties, types=types)
    # A capture may be the reason why somebody still holds a place: its words stay where its event does not.
    faults = {fault for fault in validate(chosen) if not fault.startswith("statements: event_id")}
    assert faults <= BEFORE
