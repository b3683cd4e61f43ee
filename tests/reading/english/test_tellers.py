"""Who is offered as the one who says it."""

from __future__ import annotations

import pytest

from mapping.reading.english.names.tellers import tellers


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ten people fled, according to local sources.", ["local sources"]),
        ("The United Nations said that ten people fled.", ["the United Nations"]),
        ("A resident of Alpha told the press, and a monk confirmed it.", ["a resident of Alpha", "and a monk"]),
        ("“They fled,” Ko Alpha said.", ["Ko Alpha"]),
        ("Military sources reported it.", ["military sources"]),
        ("Ten people fled.", []),
    ],
)
def test_words_before_said_and_behind_according_to(sentence, who):
    assert list(tellers(sentence)) == who
