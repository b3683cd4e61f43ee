"""The words of the interface: none missing, none left over, both languages say the same things."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mapping.domain.vocabulary import CERTAINTIES, ROLES, VERDICTS
from mapping.domain.vocabulary import PLACE_KINDS as KINDS
from mapping.domain.wording import of_days
from mapping.style import symbols

VIEWER = Path(__file__).parent.parent.parent.parent / "mapping/outputs/webmap/viewer"
ENGLISH = json.loads((VIEWER / "words.en.json").read_text("utf-8"))
BURMESE = json.loads((VIEWER / "words.my.json").read_text("utf-8"))
CODE = "\n".join(file.read_text("utf-8") for file in [*sorted(VIEWER.rglob("*.js")), VIEWER / "panel.html"])
GROUPS = set(re.findall(r"term\('([\w-]+)'", CODE)) | set(re.findall(r"say\('([\w-]+)\.' \+", CODE))
ONLY_ENGLISH = {"time.range", "download.csv", "language.note"}  # signs that need no translation, and the note itself


def test_every_word_that_the_viewer_says_is_there():
    said = set(re.findall(r"say\('([\w.-]+)'(?=[,)])", CODE)) | set(
        re.findall(r'data-(?:word|label|hint)="([\w.-]+)"', CODE)
    )
    assert said - set(ENGLISH) - {f"date.{name}" for name in of_days("en")} == set()


def test_no_word_is_left_over():
    told = set(re.findall(r"'([\w.-]+)'", CODE)) | set(re.findall(r'="([\w.-]+)"', CODE))
    loose = {key for key in ENGLISH if key not in told and key.split(".")[0] not in GROUPS | {"ground"}}
    assert loose == set()


def test_burmese_says_everything_that_english_says():
    assert set(ENGLISH) - set(BURMESE) == ONLY_ENGLISH


@pytest.mark.parametrize("key", sorted(set(ENGLISH) & set(BURMESE)))
def test_both_languages_fill_in_the_same_values(key):
    def values(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", text))

    assert values(BURMESE[key]) <= values(ENGLISH[key])


@pytest.mark.parametrize(
    ("group", "terms"),
    [
        ("type", symbols.EVENTS), ("certainty", CERTAINTIES), ("role", ROLES), ("kind", KINDS),
        ("verdict", VERDICTS), ("basis", ("stated", "said", "published")),
    ],
)  # fmt: skip
def test_burmese_knows_every_word_of_the_vocabulary(group, terms):
    assert [term for term in terms if f"{group}.{term}" not in BURMESE] == []
