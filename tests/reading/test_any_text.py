from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.reading import read
from tests.support.reports import matcher

WORDS = [
    "Mogok",
    "Nawnghkio",
    "Singu",
    "Hohko",
    "TNLA",
    "junta",
    "the",
    "troops",
    "captured",
    "bombed",
    "fled",
    "near",
    "from",
    "to",
    "toward",
    "5",
    "km",
    "miles",
    "north",
    "of",
    "and",
    ",",
    ".",
    ";",
    "“",
    "”",
    "Monday",
    "July",
    "24",
    "2024",
    "last",
    "year",
    "one-third",
    "road",
    "village",
    "Xyzzy",
    "said",
    "will",
    "not",
    "demanded",
    "if",
    "40",
    "minutes",
    "မိုးကုတ်",
    "မြို့ကို",
    "ဗုံးကြဲ",
    "၁၀",
    "မိုင်",
    "ဝေး",
    "။",
    "\n",
]


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from([None, "2025-08-07"]))
@settings(max_examples=300)
def test_any_order_of_the_words_of_reports_is_read_without_fault(words, published):
    text = " ".join(words)
    found = read(text, published, matcher()).as_json()
    for row in found["mentions"]:
        assert text[row["start"] : row["end"]] == row["text"]
    for row in found["statements"]:
        assert text[row["start"] : row["end"]] == row["quote"]
        assert row["start"] < row["end"]


@given(st.text(max_size=200))
@settings(max_examples=150)
def test_any_text_is_read_without_fault(text):
    json.dumps(read(text, None, matcher()).as_json())


def test_every_key_is_always_there():
    found = read("The TNLA captured Mogok, 5 km from Singu.", None, matcher()).as_json()
    assert set(found) == {"mentions", "statements", "missed"}
    assert all(
        set(row) == {"start", "end", "text", "place", "name", "kind", "latitude", "longitude", "curated"}
        for row in found["mentions"]
    )
    assert all(
        set(row) == {
            "kind", "start", "end", "quote", "event_type", "places", "date", "date_text", "certainty", "km", "minutes", "fraction", "bearing",
            "way", "actors", "against", "counts", "confidence",
        }
        for row in found["statements"]
    )  # fmt: skip


def test_reading_twice_gives_the_same():
    text = "The TNLA captured Mogok on Monday. Residents fled to Singu and Madaya, 5 km from Hohko."
    assert read(text, "2025-08-07", matcher()).as_json() == read(text, "2025-08-07", matcher()).as_json()
