from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.slug import slug
from mapping.domain.source_file import SourceFile
from mapping.files.toml import write_toml
from mapping.intake.drafts import Drafts, source_id
from mapping.reading import read
from tests.support.reports import gazetteer, matcher

TEXT = (
    "The TNLA captured Mogok on July 24 last year. Troops burned Xyzzy village near Singu. Mogok is 46 km south of Mongmit. "
    "The TNLA controls Kyaukme and Hsipaw. Mogok is accessible by road from Kyaukme, Mongmit and Singu. On July 10 Singu fell."
)


def drafted(text=TEXT, published="2025-08-07"):
    found = read(text, published, matcher())
    return Drafts(found, matcher().spelled(text), set(gazetteer().actors), published).rows


def test_every_draft_is_in_the_vocabulary_and_marked():
    written = write_toml([("[source]", {"text": "verbatim"}), *(("[[statement]]", row) for row in drafted())])
    file = SourceFile.model_validate(tomllib.loads(written))
    assert {statement.status for statement in file.statement} == {"draft"}
    assert {statement.kind for statement in file.statement} == {"event", "distance", "control", "access"}


def test_quotes_stand_once_in_the_text():
    assert all(TEXT.count(row["quote"]) == 1 for row in drafted())


def test_a_sentence_that_stands_twice_is_quoted_with_what_follows():
    text = "The TNLA captured Mogok. It rained. The TNLA captured Mogok. Snow fell on Singu."
    assert all(text.count(row["quote"]) == 1 for row in drafted(text))


def test_a_name_that_the_gazetteer_lacks_is_kept_as_words():
    burned = next(row for row in drafted() if "Xyzzy" in row["quote"])
    assert burned["at"] == [{"text": "Xyzzy"}]


def test_a_position_names_who_stands_there():
    text = "TNLA troops are stuck on the Nawnghkio-Mogok road."
    (row,) = [row for row in drafted(text) if row["kind"] == "position"]
    assert (row["on"], row["actors"]) == ("nawnghkio-mogok", ["tnla"])


def test_a_position_that_names_nobody_has_no_actors():
    (row,) = [row for row in drafted("Hohko lies on the Nawnghkio-Mogok road.") if row["kind"] == "position"]
    assert "actors" not in row


def test_ids_are_unique():
    ids = [row["id"] for row in drafted()]
    assert len(ids) == len(set(ids))


def test_a_draft_never_shares_the_id_of_an_event():
    assert not any("event" in row for row in drafted())


def test_a_year_that_nobody_states_leaves_the_words():
    row = next(row for row in drafted(published=None) if "July 10" in row["quote"])
    assert "date" not in row
    assert row["date_text"] == "July 10"


@given(st.text(max_size=400))
def test_slugs_are_short_ascii_words(title):
    assert slug(title)
    assert len(slug(title)) <= 60
    assert slug(title) == slug(slug(title))
    assert all(part.isascii() and part.isalnum() for part in slug(title).split("-"))


def test_a_name_that_exists_gets_a_number():
    first = source_id("2025-08-07", "The Herald", "Alpha falls", [])
    assert first == "2025-08-07-the-herald-alpha-falls"
    assert source_id("2025-08-07", "The Herald", "Alpha falls", [first, f"{first}-2"]) == f"{first}-3"


def test_without_a_day_the_source_is_undated():
    assert source_id(None, None, None, []) == "undated-unknown-untitled"


def only(text, kind):
    (row,) = [row for row in drafted(text) if row["kind"] == kind]
    return row


def test_a_bearing_alone_becomes_a_direction():
    row = only("Singu lies southwest of Mogok.", "direction")
    assert (row["from"], row["to"], row["bearing"]) == ("mogok", ["singu"], "SW")


def test_a_share_of_a_road_is_counted_from_its_place():
    row = only("Troops have covered a third of the Nawnghkio-Mogok road from Nawnghkio.", "position")
    assert (row["on"], row["from"], row["fraction"]) == ("nawnghkio-mogok", "nawnghkio", "1/3")
