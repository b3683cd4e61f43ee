from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from mapping.domain.errors import Problems
from mapping.gazetteer import read_gazetteer
from mapping.mentions import Matcher, Mention

ROOT = Path(__file__).parent.parent.parent


@cache
def matcher() -> Matcher:
    return Matcher(read_gazetteer(ROOT / "gazetteer", Problems()))


def found(text: str) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.place) for mention in matcher().find(text)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("in Mogoke’s east", "mogok"),
        ("MOGOK, Aug 16", "mogok"),
        ("#Mogok", "mogok"),
        ("#SaveMogokNow", "mogok"),
        ("Thabeik-Kyin fell", "thabeikkyin"),
        ("Pyinoolwin", "pyin-oo-lwin"),
        ("Pyin Oo\nLwin", "pyin-oo-lwin"),
        ("Pyin\u00a0Oo\u00a0Lwin", "pyin-oo-lwin"),
        ("near the Yadana Theingi mine", "yadana-theingi-mine"),
        ("Yadana Theingi fell", "yadana-theingi-mine"),
        ("မိုးကုတ်မြို့ကို", "mogok"),
        ("မိုးကုတ်\u200bမြို့", "mogok"),
        ("on the Irrawaddy north of it", "ayeyarwady"),
    ],
)
def test_a_spelling_is_found_in_its_variants(text, place):
    assert place in [id_ for _, id_ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mogokian", "SuperMogok", "Mandalay PDF", "Mandalay Free Press", "a Mogok ruby", "the Mandalay Youth Union",
        "told The Irrawaddy", "U Singu said", "မိုးကုတ်ိ",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_place_is_none(text):
    assert found(text) == []


def test_a_list_shares_its_generic_word():
    places = [id_ for _, id_ in found("in Mogok, Singu and Momeik townships")]
    assert places == ["mogok-township", "singu-township", "mongmit-township"]


def test_an_alias_in_brackets_shares_the_generic_word():
    places = [id_ for _, id_ in found("Naungcho (Nawnghkio) Township, with Singu")]
    assert places[:2] == ["nawnghkio-township", "nawnghkio-township"]


@pytest.mark.parametrize(
    "text",
    [
        "Nawnghkio-Mogoke road", "Mogok–Nawnghkio highway", "Nawnghkio to Mogok Road",
        "road linking Mogok and Nawnghkio",
        "highway between Nawnghkio and Mogok", "Mogok - Nawnghkio motor road", "မိုးကုတ်-နောင်ချို ကားလမ်း",
    ],
)  # fmt: skip
def test_a_road_is_one_mention_beside_its_ends(text):
    mentions = matcher().find(f"along the {text}.")
    assert [mention.text for mention in mentions if mention.kind == "road"] == [text]
    assert {mention.place for mention in mentions} == {"nawnghkio-mogok", "mogok", "nawnghkio"}


def test_a_road_to_a_place_nobody_knows_has_no_id():
    road = matcher().find("along the Mogok-Atlantis road")[0]
    assert (road.text, road.place, road.curated) == ("Mogok-Atlantis road", None, False)


def test_a_namesake_elsewhere_gets_no_point():
    text = "Some 400 people must leave Madaya, the besieged town in Syria. Madaya is near Damascus."
    assert {(m.place, m.latitude) for m in matcher().find(text)} == {(None, None)}


def test_homonyms_are_told_apart_by_the_township_beside_them():
    mentions = matcher().find("Kyauk Gyi village in Thabeikkyin Township")
    assert mentions[0].place == "kyauk-gyi-thabeikkyin"


def test_offsets_are_code_points_of_the_text_itself():
    text = "🙂 မိုးကုတ်\u200bမြို့ and Mogok"
    for mention in matcher().find(text):
        assert text[mention.start : mention.end] == mention.text


def test_spelled_names_homonyms_townships_and_routes():
    spelled = matcher().spelled("from Nawnghkio to Mogoke")
    assert {"mogok", "mogok-township", "nawnghkio", "nawnghkio-mogok"} <= spelled


def test_a_mention_is_plain_data():
    mention = matcher().find("Mogok and Singu")[0]
    assert isinstance(mention, Mention)
    assert (mention.kind, mention.curated) == ("town", True)
