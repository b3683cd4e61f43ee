from __future__ import annotations

import pytest

from mapping.mentions import Mention
from mapping.reading import read
from mapping.reading.core.context import Context
from mapping.reading.core.skeleton import Skeleton
from mapping.reading.english.events.clauses import Group
from mapping.reading.english.events.triggers import Trigger
from mapping.reading.english.events.whereabouts import Whereabouts
from tests.support.reports import first, matcher, told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Fighting raged on while people in Mogok slept; talks followed.", ("battle", "at:mogok")),
        ("Fighting broke out in Shan State.", ("battle", "at:shan-state")),
        ("Boats were ambushed on the Irrawaddy.", ("battle", "on:ayeyarwady")),
        ("Villagers fled between Mogok and Singu.", ("displacement", "between:mogok between:singu")),
        ("Residents of Singu were displaced.", ("displacement", "from:singu")),
        ("Villagers are stranded near Mogok.", ("displacement", "near:mogok")),
        ("Troops entered, burning houses in Mogok.", ("other", "at:mogok")),
    ],
)
def test_an_event_has_the_place_that_its_clause_or_the_next_one_names(text, event):
    assert event in told(text, kind="event")


def test_a_place_in_a_clause_that_tells_nothing_belongs_to_the_event_before_it():
    text = "Fighting raged on while people in Mogok slept; talks followed."
    assert told(text, kind="event") == [("battle", "at:mogok"), ("talks", "")]


def group(start, name, *, used=False):
    return Group(start, start + 1, [Mention(0, 1, name, None, name, "town")], "", "S", used=used)


@pytest.mark.parametrize(("clause", "places"), [(0, ["C"]), (1, [])])
def test_an_event_told_first_happened_at_the_next_place_from_which_nothing_is_measured(clause, places):
    sk, where = Skeleton(" " * 40, {}, 0, 40), [group(20, "B", used=True), group(30, "C")]
    whereabouts = Whereabouts(sk, where, [0, 8, 16], Context())
    found = whereabouts.of(Trigger(8 * clause, 8 * clause + 4, "battle", noun=False), clause, unreal=False)
    assert [place.name for place in found] == places


def test_no_region_is_told_beside_the_town_that_is_meant():
    assert told("Mogok burned. Clashes broke out there in Shan State.", kind="event")[-1] == ("battle", "at:mogok")


def test_no_country_is_where_something_happened():
    assert told("Mogok burned. Airstrikes killed ten in Myanmar.", kind="event")[-1] != ("airstrike", "at:myanmar")


@pytest.mark.parametrize("text", ["Clashes in Mogok", "Singu captured"])
def test_a_heading_of_few_words_tells_nothing(text):
    assert told(f"{text}\n\nIt rained.", kind="event") == []


def test_a_longer_line_without_a_full_stop_tells_something():
    assert told("Clashes broke out in Mogok\n\nIt rained.", kind="event") == [("battle", "at:mogok")]


def test_what_a_party_took_was_no_change_of_control_twice():
    assert told("took junta-held Mogok.", kind="control") == []


def test_troops_that_are_stuck_on_a_road_are_named():
    text = "TNLA troops are stuck on the Nawnghkio-Mogok road."
    position = first(text, "position")
    assert ([place.place for place in position.of("on")], position.actors) == (["nawnghkio-mogok"], ("tnla",))


@pytest.mark.parametrize(
    "text",
    ["Warplanes came. Ten civilians were killed in Mogok.", "လေယာဉ် လာပါတယ်။ မိုးကုတ်မြို့မှာ လူ ဆယ်ယောက် သေဆုံးခဲ့ပါတယ်။"],
)
def test_the_dead_alone_are_told_of_the_air_strikes_of_the_text(text):
    assert told(text, kind="event") == [("airstrike", "at:mogok")]


@pytest.mark.parametrize(
    "text", ["Ten civilians were killed in Mogok.", "မိုးကုတ်မြို့မှာ လူ ဆယ်ယောက် သေဆုံးခဲ့ပါတယ်။"]
)  # fmt: skip
def test_the_dead_alone_are_told_of_nothing_that_the_text_has_not_told_before(text):
    told_first = [one for one in read(f"{text} Warplanes came.", None, matcher()).statements if one.start == 0]
    assert "airstrike" not in [one.event_type for one in told_first]


@pytest.mark.parametrize("words", ["air strikes", "airstrikes", "air raids", "bombs", "warplanes", "fighter jets", "the air force", "strikes on it"])
def test_every_word_for_air_strikes_tells_of_them(words):
    assert ("airstrike", "at:mogok") in told(f"They told of {words}. Ten civilians were killed in Mogok.", kind="event")


def test_a_new_paragraph_looks_back_to_the_place_of_the_text_and_not_of_the_last_sentence():
    text = "Mogok was shelled on Monday. Mogok burned for days. Clashes reached Singu.{}Fighting broke out there."
    assert told(text.format("\n\n"), kind="event")[-1] == ("battle", "at:mogok")
    assert told(text.format(" "), kind="event")[-1] == ("battle", "at:singu")
