from __future__ import annotations

import pytest

from mapping.mentions.automaton import bounded
from mapping.mentions.spelling import is_burmese, region_stem, township_stem, variants
from mapping.mentions.words import (
    LANGUAGES,
    ORDER,
    after_name,
    before_name,
    is_plural,
    link_rest,
    list_joint,
    made_of,
    road_link,
    words_of,
)

ENGLISH, BURMESE = (words_of(language) for language in LANGUAGES)
GENERIC = [(word, kind) for kind in ORDER for word in ENGLISH["generic"][kind]]


@pytest.mark.parametrize(("word", "kind"), GENERIC)
def test_every_generic_word_behind_a_name_says_its_kind(word, kind):
    match = after_name().match(f"Alpha {word}, it", 5)
    assert (made_of(match), match.end()) == (kind, 6 + len(word))
    assert is_plural(match) == word.endswith("s")


@pytest.mark.parametrize(("word", "kind"), [(word, kind) for kind, words in BURMESE["generic"].items() for word in words])
def test_every_burmese_generic_word_may_speak_of_several(word, kind):
    match = after_name().match(f"က{word}ကို", 1)
    assert (made_of(match), is_plural(match)) == (kind, True)


@pytest.mark.parametrize(("word", "kind"), GENERIC)
@pytest.mark.parametrize("article", ["", "the "])
def test_every_generic_word_before_a_name_says_its_kind(word, kind, article):
    match = before_name().search(f"in {word} of {article}")
    assert made_of(match) == kind


JOINTS = [",", ", and", ", or", ", &", *ENGLISH["list"]["joiners"], *ENGLISH["list"]["signs"], *BURMESE["list"]["joiners"]]


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("opener", ["", "the ", "in "])
def test_every_joiner_stands_between_members_of_a_list(joint, opener):
    assert list_joint().fullmatch(f" {joint} {opener}")


@pytest.mark.parametrize("word", ENGLISH["road"]["links"])
def test_every_link_is_read(word):
    assert road_link().search(f"on the road {word} the ")[1] == word


@pytest.mark.parametrize("word", ENGLISH["road"]["asides"])
def test_every_aside_may_stand_before_a_link(word):
    assert road_link().search(f"on the road {word} linking ")[1] == "linking"


@pytest.mark.parametrize("word", ENGLISH["road"]["joiners"])
@pytest.mark.parametrize("settled", ["", *(f"{word} " for word in ENGLISH["road"]["settled"])])
def test_every_joiner_stands_between_the_ends_of_a_road(word, settled):
    assert link_rest().match(f" {settled}{word} the Beta")[1] == word


@pytest.mark.parametrize(("name", "stem"), [("Alpha Township", "Alpha"), ("Alpha", "Alpha"), ("Township", "Township")])
def test_a_township_is_called_after_its_stem(name, stem):
    assert township_stem(name) == stem


@pytest.mark.parametrize(("name", "stem"), [("Alpha State", "Alpha"), ("Alpha", None), ("State", None)])
def test_a_region_is_called_after_its_stem(name, stem):
    assert region_stem(name) == stem


@pytest.mark.parametrize(("text", "burmese"), [("က", True), ("ကန်ကြီး", True), ("႟", True), ("Alpha", False), ("Ā", False)])
def test_the_script_is_that_of_the_first_letter(text, burmese):
    assert is_burmese(text) is burmese


def test_three_words_are_joined_in_every_way_four_only_in_one_way_at_a_time():
    assert "Aa-Bb Cc" in set(variants("Aa Bb Cc", "town"))
    four = set(variants("Aa Bb Cc Dd", "town"))
    assert {"Aa-Bb-Cc-Dd", "AaBbCcDd"} <= four
    assert "Aa-Bb Cc Dd" not in four


@pytest.mark.parametrize(("spelling", "kind", "small"), [("Abcde", "town", True), ("Abcd", "town", False), ("Abcde", "village", False)])
def test_only_long_names_of_well_known_kinds_are_written_small(spelling, kind, small):
    assert (spelling.lower() in set(variants(spelling, kind))) is small


@pytest.mark.parametrize(
    ("text", "start", "end", "stands"),
    [
        ("ကခဂ", 0, 2, True), ("ကခဂ", 1, 3, True), ("က္ခဂ", 2, 4, False), ("ကခ္ဂ", 0, 2, False), ("ကခိဂ", 0, 2, False),
        ("ခက္", 0, 1, False), ("ကခဂ်", 0, 2, False),
    ],
)  # fmt: skip
def test_a_burmese_name_begins_and_ends_with_a_syllable(text, start, end, stands):
    assert bounded(text, start, end, burmese=True) is stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [("Mogok", True), ("xMogok", False), ("Mogokx", False), ("Mogokက", True), ("#SaveMogokNow", True), ("#saveMogok", True), ("#SaveMogoknow", False),
     ("#SAVEMogok", False), ("x #Mogok", True), ("# Mogokx", False)],
)  # fmt: skip
def test_a_latin_name_is_a_word_or_one_of_a_hashtag(text, stands):
    start = text.index("Mogok")
    assert bounded(text, start, start + 5, burmese=False) is stands
