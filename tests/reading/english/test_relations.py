from __future__ import annotations

import pytest

from tests.support.reports import first, told


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Mogok is 46 km south of Mongmit.", "from:mongmit to:mogok"),
        ("Thabeikkyin lies about 100 kilometres north of Mandalay.", "from:mandalay to:thabeikkyin"),
        ("Around 22 km northeast of Mandalay City, Madaya was quiet.", "from:mandalay to:madaya"),
        ("They met near Lwel Ngin and Nar Nwe villages, some 5 kilometers from Hohko.", "from:hohko to:lwel-ngin to:nar-nwe"),
        ("The 64 km route between Singu and Mogok is steep.", "from:singu to:mogok"),
        ("The 125 mile journey from Mandalay to Mogok is slow.", "from:mandalay to:mogok"),
        ("The distance from Singu to Mogok is 75 miles (120 km).", "from:singu to:mogok"),
        ("Mogok and Singu are 75 miles apart.", "from:mogok to:singu"),
        ("A column advances on Mogok from Thabeikkyin, about 80 km to the west.", "from:mogok to:thabeikkyin"),
        ("Some 800 soldiers wait at a junction about 24 km from Mogok.", "from:mogok to:a junction"),
        ("Sixteen miles separate Kyatpyin from Singu.", "from:kyatpyin to:singu"),
        ("နောင်ချိုမြို့နဲ့ ၁၀ မိုင်လောက်ပဲ ဝေးတဲ့ ကန်ကြီးကျေးရွာကို ရောက်နေပါပြီ။", "from:nawnghkio to:kan-gyi"),
    ],
)  # fmt: skip
def test_distances_are_read(text, places):
    assert told(text, kind="distance") == [("distance", places)]


def test_a_distance_is_told_of_the_place_before():
    assert told("Mongmit fell. It is 46 km north of Mogok.", kind="distance") == [("distance", "from:mogok to:mongmit")]


def test_a_distance_is_told_of_a_place_farther_before_where_a_verb_links_them():
    text = "Singu burned. Mongmit fell quietly and is 46 km north of Mogok."
    assert told(text, kind="distance") == [("distance", "from:mogok to:mongmit")]


def test_how_far_off_something_happened_is_told_of_the_words_of_the_text():
    text = "Singu burned. Clashes broke out 9 km west of Mogok."
    assert told(text, kind="distance") == [("distance", "from:mogok to:9 km west of Mogok")]
    assert told(text, kind="event")[-1] == ("battle", "at:9 km west of Mogok")


def test_two_distances_are_told_of_one_place():
    text = "Mongmit is 28 miles north of Mogok and 60 miles from Kyauk Myaung."
    assert [places for _, places in told(text, kind="distance")] == [
        "from:mogok to:mongmit", "from:kyauk-myaung to:mongmit",
    ]  # fmt: skip


def test_the_two_towns_are_those_named_before():
    text = "Troops left Nawnghkio for Mogok. They are on the 145-kilometer route linking the two towns."
    assert told(text, kind="distance") == [("distance", "from:nawnghkio to:mogok")]


@pytest.mark.parametrize(
    ("words", "bearing"), [("north", "N"), ("south-west", "SW"), ("to the northeast", "NE"), ("due east", "E")]
)
def test_the_bearing_is_that_of_the_figure_from_the_ground(words, bearing):
    assert first(f"Mogok is 20 miles {words} of Singu.", "distance").bearing == bearing


@pytest.mark.parametrize(
    "text", ["Mogok is 70 miles from Mandalay as the crow flies.", "Mogok is 120 miles by road from Mandalay."]
)
def test_the_way_is_kept(text):
    assert first(text, "distance").way in ("straight", "road")


@pytest.mark.parametrize(
    "text",
    [
        "The Yadana Theingi mine is about 40 minutes from Hohko.", "Mogok is a two-hour drive from Mongmit.",
        "It takes four hours by car from Mandalay to Mogok.", "From Mogok it takes three hours to drive to Mongmit.",
    ],
)  # fmt: skip
def test_travel_times_are_read(text):
    assert first(text, "travel-time").minutes in (40, 120, 180, 240)


@pytest.mark.parametrize(
    "text",
    [
        "The strike lasted about 20 minutes.",
        "It would take several weeks to reach Mogok.",
        "Fighting went on for two hours in Mogok.",
    ],
)
def test_how_long_something_lasts_is_no_travel_time(text):
    assert told(text, kind="travel-time") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They left Kan Gyi, a village south of Nawnghkio.", "from:nawnghkio to:kan-gyi"),
        ("Madaya and Thabeikkyin, north of Mandalay City, are quiet.", "from:mandalay to:madaya to:thabeikkyin"),
        ("Mongmit has Namtu to its east.", "from:mongmit to:namtu"),
    ],
)
def test_headings_without_a_number_are_read(text, places):
    assert told(text, kind="direction") == [("direction", places)]
