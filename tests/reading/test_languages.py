from __future__ import annotations

import re
from pathlib import Path

import pytest

import mapping.reading
from mapping.reading import read
from mapping.reading.languages import LANGUAGES
from tests.support.made_up.language import MADE_UP
from tests.support.reports import matcher

READING = Path(mapping.reading.__file__).parent
SHARED = [READING / "reader.py", READING / "languages.py", *sorted((READING / "core").glob("*.py"))]


def events(text, languages):
    found = read(text, "2025-08-07", matcher(), languages).statements
    return [(one.event_type, [(role, place.place) for role, place in one.places], one.date) for one in found]


def test_a_language_is_a_folder_and_a_row_of_the_table():
    assert events("Mogok apu zork hesta.", (MADE_UP, *LANGUAGES)) == [
        ("capture", [("near", "mogok")], "2025-08-06")
    ]


def test_without_its_row_nothing_of_it_is_read():
    assert events("Mogok apu zork hesta.", LANGUAGES) == []


def test_each_sentence_of_a_text_is_read_in_its_language():
    text = "The TNLA captured Singu. Mogok apu zork hesta. မိုးကုတ်မြို့ကို လေယာဉ်နဲ့ ဗုံးကြဲခဲ့ပါတယ်။"
    assert events(text, (MADE_UP, *LANGUAGES)) == [
        ("capture", [("at", "singu")], None),
        ("capture", [("near", "mogok")], "2025-08-06"),
        ("airstrike", [("at", "mogok")], None),
    ]


def test_a_sentence_may_begin_with_a_letter_of_any_language():
    assert len(read("Mogok burned. zork.", None, matcher(), (MADE_UP, *LANGUAGES)).statements) == 1
    assert events("It rained. mogok", LANGUAGES) == []


def test_a_sentence_that_no_language_claims_is_left_unread():
    assert events("The TNLA captured Mogok.", (MADE_UP,)) == []


def test_what_happened_is_known_in_every_language_of_the_table():
    for language in LANGUAGES:
        assert language.strikes is not None


@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.stem)
def test_what_all_languages_share_names_none_of_them(path):
    text = path.read_text("utf-8")
    assert not re.search(r"[\u1000-\u109f]|\\u10", text)
    if path.stem != "languages":
        assert not re.search(r"reading\.(?:english|burmese)|is_burmese|burmese", text)
