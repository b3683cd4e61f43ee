"""The waist: what its tables hold for a small project, and that they keep to their schema."""

import pytest

from mapping.project import read_project
from mapping.waist import CRS, TABLES, frame
from mapping.waist.build import build_dataset

TOML = "seeds/2025-05-03-herald-alpha.toml"


@pytest.fixture
def features(project):
    return build_dataset(read_project(project))


def rows(table, **where):
    for column, value in where.items():
        table = table[table[column] == value]
    return table.to_dict("records")


def test_every_table_keeps_to_its_schema(features):
    for name, table in TABLES.items():
        columns = [column.name for column in table.columns] + (["geometry"] if table.geometry else [])
        assert list(features.tables[name].columns) == columns
        if table.geometry:
            assert str(features.tables[name].crs) == CRS


def test_a_row_that_lacks_a_column_is_refused():
    with pytest.raises(ValueError, match="columns differ from the schema: impossible"):
        frame("reports", [{"id": "a", "event_id": "b", "preferred": True}])


def test_an_event_near_a_village_stands_at_its_point(features):
    (row,) = rows(features.events, event="Fighting near Gamma")
    assert (row["role"], row["place"], row["geometry"].x, row["geometry"].y) == ("near", "gamma", 91.0, 11.2)
    assert (row["date_start"], row["date_end"], row["actors"], row["against"]) == (
        "2025-05-02", "2025-05-02", "Red Army", "Blue Army",
    )  # fmt: skip


def test_a_place_without_a_name_has_no_point_and_is_listed(features):
    (row,) = rows(features.events, event="Strike on a bridge")
    assert row["geometry"] is None
    assert (row["place"], row["place_name"], row["located_by"]) == (None, "A bridge", "not located")
    assert [r["name"] for r in rows(features.not_located)] == ["A bridge"]


def test_a_planned_capture_has_no_mark_at_its_target(project, edit):
    edit(TOML, 'event = "alpha-captured"', 'certainty = "planned"')
    features = build_dataset(read_project(project))
    (row,) = rows(features.events, event="Capture of Alpha")
    assert row["geometry"] is None
    assert row["located_by"] == "announced"
    assert rows(features.control) == []


def test_a_capture_tells_who_holds_the_place(features):
    first, second = rows(features.control)
    assert (first["place"], first["holder_name"], first["side"], first["standing"]) == ("alpha", "Red Army", "north", "reported")
    assert (first["date_start"], first["date_end"], second["standing"]) == ("2025-05-01", "2025-06-30", "last-known")
    assert first["statements"].split("; ") == second["statements"].split("; ")


def test_every_date_is_read_once_and_in_every_language(features):
    told = {text for table in features.tables.values() for column in table if column.endswith("_edtf") for text in table[column].dropna()}
    assert told <= set(features.dates["id"])
    assert sorted(features.date_words["date"]) == sorted(2 * features.dates["id"].tolist())


def test_the_range_of_days_covers_everything_that_is_dated(project, edit):
    held = '[[statement]]\nkind = "control"\nid = "held"\nat = "beta"\nholder = ["blues"]\ndate = "2025-06-20"\n'
    first = '[[statement]]\nkind = "event"\nid = "fight"'
    edit(TOML, first, f'{held}quote = "A bridge was hit."\n\n{first}')
    edit(TOML, 'published = "2025-05-03"', 'published = "2025-06-20"')
    dataset = build_dataset(read_project(project))
    assert (dataset.first_day, dataset.last_day) == ("2025-05-01", "2025-06-20")


def test_a_stated_length_stands_beside_the_drawn_one(features):
    (route,) = rows(features.routes)
    assert route["stated_km"] == 60
    assert route["straight_km"] == pytest.approx(55.3, abs=0.1)
    assert route["stated"] == "60 km (2025-05-03-herald-alpha)"


def test_places_count_their_mentions(features):
    assert [r["mentions"] for r in rows(features.places, id="alpha")] == [3]
    assert [r["mentions"] for r in rows(features.places, id="lost")] == [0]


def test_each_source_keeps_its_notes(features):
    (source,) = rows(features.sources)
    assert (source["notes"], source["read"], source["statements"]) == ("The parliament met.", True, 5)


def test_a_text_alone_counts_as_unread(project):
    (project / "seeds/undated-letter.txt").write_text("Shots were heard in Beta.", encoding="utf-8")
    features = build_dataset(read_project(project))
    (source,) = rows(features.sources, id="undated-letter")
    assert (source["read"], source["mentions"]) == (False, 1)
    assert features.data_as_of == "2025-05-03"


def test_every_event_has_at_least_one_row(features):
    assert set(features.reports["event_id"]) == set(features.events["event_id"])


def test_a_number_below_the_straight_line_is_no_length_of_the_road(project, edit):
    edit(TOML, 'km = 60\nway = "road"', "km = 50")
    features = build_dataset(read_project(project))
    (route,) = rows(features.routes)
    assert route["stated"] is None
