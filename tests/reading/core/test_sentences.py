from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.reading.core.sentences import sentences
from mapping.reading.languages import LANGUAGES


def split(text):
    return [text[start:end] for start, end in sentences(text, LANGUAGES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on Nov. 13. Nobody came.", ["It fell on Nov. 13.", "Nobody came."]),
        ("No. 18 Command came. It left.", ["No. 18 Command came.", "It left."]),
        ("“They fled,” he said. Later it rained.", ["“They fled,” he said.", "Later it rained."]),
        ("U Ba said so. He left.", ["U Ba said so.", "He left."]),
        ("တိုက်ပွဲ ဖြစ်ပွားနေပါတယ်။ ထွက်ပြေးနေပါတယ်။", ["တိုက်ပွဲ ဖြစ်ပွားနေပါတယ်။", "ထွက်ပြေးနေပါတယ်။"]),
        (" date 2025-08-07 The troops came.", ["The troops came."]),
        ("A heading\nThe troops came.", ["A heading", "The troops came."]),
    ],
)
def test_text_is_cut_into_sentences(text, expected):
    assert split(text) == expected


def test_a_wrapped_line_goes_on():
    line = "The troops came from the south in the night and went on along the road to"
    assert split(f"{line}\nMogok before dawn.") == [f"{line}\nMogok before dawn."]


@given(st.text(max_size=200))
def test_sentences_come_in_order_and_hold_all_that_is_printed(text):
    spans = sentences(text, LANGUAGES)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    if not text.strip().startswith("date"):
        assert "".join("".join(split(text)).split()) == "".join(text.split())
