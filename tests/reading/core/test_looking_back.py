from __future__ import annotations

import pytest

from mapping.mentions import Mention
from mapping.reading.burmese.language import BURMESE
from mapping.reading.core.context import KEPT, Context
from mapping.reading.core.skeleton import Skeleton, sort_of
from mapping.reading.english.anaphora import meant_by
from mapping.reading.english.language import ENGLISH
from tests.support.reports import first, told


def place(name, kind="town"):
    return Mention(0, 1, name, None, name, kind)


def sentence(*places):
    """A skeleton that holds the signs of places alone."""
    text = " " * (2 * len(places))
    return Skeleton.of(text, 0, len(text), [(sort_of(p.kind), 2 * i, 2 * i + 1, p) for i, p in enumerate(places)])


@pytest.mark.parametrize("kind", ["region", "country", "road", "river"])
def test_an_english_sentence_is_about_no_area_road_or_river(kind):
    assert ENGLISH.topic(sentence(place("A", kind), place("B")), [], []) == place("B")


@pytest.mark.parametrize(("kind", "topic"), [("region", "B"), ("country", "B"), ("road", "A")])
def test_a_burmese_sentence_is_about_no_area(kind, topic):
    assert BURMESE.topic(sentence(place("A", kind), place("B")), [], []).name == topic


def test_it_means_the_topic_else_the_last_place():
    one, other = place("A"), place("B")
    assert Context([one, other]).it() == [other]
    assert Context([one, other], topic=one).it() == [one]
    assert Context().it() == []


@pytest.mark.parametrize("kind", ["region", "country"])
def test_no_region_is_looked_back_to(kind):
    context = Context()
    context.note([place("A"), place("B", kind)], None)
    assert context.it() == [place("A")]


def test_a_new_paragraph_looks_back_to_the_place_named_most_the_later_of_two():
    context = Context()
    context.note([place("A"), place("B"), place("C")], place("C"))
    context.note([place("B"), place("A")], None)
    context.new_paragraph()
    assert context.it() == [place("A")]


@pytest.mark.parametrize("kind", ["road", "river"])
def test_a_new_paragraph_looks_back_to_no_road(kind):
    context = Context()
    context.note([place("A"), place("B", kind), place("B", kind)], None)
    context.new_paragraph()
    assert context.it() == [place("A")]


def test_so_many_places_are_remembered():
    context = Context()
    context.note([place(str(number)) for number in range(KEPT + 1)], None)
    assert [one.name for one in context.named] == [str(number) for number in range(1, 13)]


def test_a_paragraph_that_begins_with_it_means_what_the_text_is_about():
    text = "Mogok burned. Mogok fell. Singu was quiet.\n\nIt is 46 km south of Mongmit."
    assert told(text, kind="distance") == [("distance", "from:mongmit to:mogok")]


def test_in_one_paragraph_it_means_the_place_before():
    text = "Mogok burned. Mogok fell. Singu was quiet. It is 46 km south of Mongmit."
    assert told(text, kind="distance") == [("distance", "from:mongmit to:singu")]


def test_the_town_is_the_one_of_its_own_sentence():
    text = "Singu fell. Mongmit was quiet and the town is 46 km north of Mogok."
    assert told(text, kind="distance") == [("distance", "from:mogok to:mongmit")]


def test_one_of_two_towns_meant_is_measured_from():
    text = "They hold Singu and Madaya. Mogok is 9 km from both towns."
    assert [len(first(text, "distance").of(role)) for role in ("from", "to")] == [1, 1]


@pytest.mark.parametrize(("words", "name"), [("the latter", "C"), ("the former", "A")])
def test_the_latter_and_the_former_are_the_last_and_the_first_of_the_sentence(words, name):
    assert meant_by(words, Context([place("D")]), [place("A"), place("B"), place("C")]) == [place(name)]


@pytest.mark.parametrize("words", ["the two towns", "both towns", "the twin towns"])
def test_two_towns_are_the_last_two_in_the_order_in_which_they_were_named(words):
    named = [place("A"), place("B"), place("C"), place("D", "village")]
    assert meant_by(words, Context(named), []) == [place("B"), place("C")]


def test_a_noun_means_a_place_of_its_own_sentence_before_the_topic():
    context = Context([place("A")], topic=place("A"))
    assert meant_by("the town", context, [place("B", "village"), place("C")]) == [place("C")]
    assert meant_by("the village", context, [place("C")]) == [place("A")]


def test_a_burmese_distance_is_told_of_the_topic_not_of_its_own_ground():
    before = "ကန်ကြီးကျေးရွာကို သိမ်းပိုက်ခဲ့ပါတယ်။ "
    text = "နောင်ချိုမြို့နဲ့ ၁၀ မိုင်လောက်ပဲ ဝေးပါတယ်။"
    assert told(before + text, kind="distance") == [("distance", "from:nawnghkio to:kan-gyi")]
    assert told("နောင်ချိုမြို့ကို သိမ်းပိုက်ခဲ့ပါတယ်။ " + text, kind="distance") == [("distance", "from:nawnghkio")]


def test_burmese_talks_without_a_place_are_told_without_one():
    assert told("မိုးကုတ်မြို့ကို သိမ်းပိုက်ခဲ့ပါတယ်။ ဆွေးနွေးပွဲ လုပ်ခဲ့ပါတယ်။", kind="event")[-1] == ("talks", "")


def test_a_burmese_fight_without_a_place_is_where_the_text_is():
    assert told("မိုးကုတ်မြို့ကို သိမ်းပိုက်ခဲ့ပါတယ်။ တိုက်ပွဲ ဖြစ်ခဲ့ပါတယ်။", kind="event")[-1] == ("battle", "at:mogok")
