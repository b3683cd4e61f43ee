from __future__ import annotations

import pytest

from mapping.reading import read
from tests.support.reports import first, matcher, told

DAY = "2025-08-07"  # a Thursday


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The TNLA captured Mogok and Singu.", ("capture", "at:mogok at:singu")),
        ("Mogok fell to the TNLA.", ("capture", "at:mogok")),
        ("Fighters pushed the military out of Kan Gyi village.", ("capture", "at:kan-gyi")),
        ("Fighting broke out near Lwel Ngin in Nawnghkio Township.", ("battle", "near:lwel-ngin")),
        ("Airstrikes on Mogok killed 39 civilians.", ("airstrike", "at:mogok")),
        ("Two jets bombed Kyatpyin in Mogok.", ("airstrike", "at:kyatpyin")),
        ("A drone attack on a station in Singu hurt four.", ("drone-strike", "at:singu")),
        ("Artillery fire hit Hohko village.", ("shelling", "at:hohko")),
        ("Thousands of residents fled Hohko for Mogok.", ("displacement", "from:hohko toward:mogok")),
        ("Troops are marching towards Mogok from Singu.", ("advance", "toward:mogok from:singu")),
        ("The TNLA withdrew from Mogok.", ("withdrawal", "from:mogok")),
        ("Talks were held in Kunming.", ("talks", "at:kunming")),
        ("Soldiers arrested 20 villagers in Wet Wun village.", ("arrest", "at:wet-wun")),
        ("Militias looted shops in Thabeikkyin.", ("looting", "at:thabeikkyin")),
        ("The junta has blocked the Mandalay-Mogok road.", ("road-closure", "on:mandalay-mogok")),
        ("Residents of Singu held a protest in Madaya.", ("protest", "at:madaya")),
        ("The TNLA reinforced Mogok.", ("other", "at:mogok")),
        ("မိုးကုတ်မြို့ကို လေယာဉ်နဲ့ ဗုံးကြဲခဲ့ပါတယ်။", ("airstrike", "at:mogok")),
    ],
)
def test_events_are_read_with_type_and_places(text, event):
    assert event in told(text, kind="event")


def test_one_event_is_one_statement_with_all_its_places():
    assert len(told("Clashes hit Mogok, Singu and Madaya townships.", kind="event")) == 1


def test_two_events_of_a_sentence_keep_their_places():
    text = "PDF groups took Singu and are striking at Madaya and Thabeikkyin."
    assert told(text, kind="event") == [("capture", "at:singu"), ("battle", "at:madaya at:thabeikkyin")]


def test_one_verb_serves_several_places_with_a_date_each():
    text = "The regime retook Nawnghkio in July, Kyaukme on Oct. 1 and Hsipaw on Oct. 16."
    assert told(text, "2025-10-30", kind="event") == [
        ("capture", "at:nawnghkio"), ("capture", "at:kyaukme"), ("capture", "at:hsipaw"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The TNLA captured Mogok.", "asserted"),
        ("The junta claimed to have captured Mogok.", "claimed"),
        ("The TNLA denied that the junta had captured Mogok.", "disputed"),
        ("The junta is preparing to attack Mogok.", "planned"),
        ("Troops are threatening the Yadana Theingi mine near Mogok.", "planned"),
        ("The TNLA agreed to withdraw from Mogok.", "planned"),
        ("Columns were sent to attack Mogok.", "planned"),
        ("Fighters were forced to withdraw from Mogok.", "asserted"),
        ("Troops tried to advance on Mogok.", "asserted"),
        ("The junta demanded the return of Mogok.", "demanded"),
        ("The junta may attack Mogok.", "hypothetical"),
        ("The junta will bomb Mogok.", "planned"),
    ],
)
def test_certainty_is_read(text, certainty):
    assert first(text, "event").certainty == certainty


@pytest.mark.parametrize(
    "text",
    ["There were no clashes in Mogok.", "Troops did not attack Mogok.", "The regime will halt airstrikes on Mogok."],
)
def test_what_is_denied_outright_is_no_event(text):
    assert told(text, kind="event") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On Tuesday the TNLA captured Mogok.", "2025-08-05"),
        ("The TNLA captured Mogok on July 24 last year.", "2024-07-24"),
        ("The TNLA said on Monday that it captured Mogok.", None),
        ("The TNLA said on Monday that on Sunday it captured Mogok.", "2025-08-03"),
        ("Since retaking Nawnghkio in mid-July, troops are advancing on Mogok.", "2025-07-15~"),
    ],
)
def test_the_date_is_that_of_the_event(text, date):
    assert first(text, "event", DAY).date == date


def test_the_town_and_there_look_back():
    assert told("Mogok is a town of rubies. The TNLA seized the town in July.", kind="event") == [
        ("capture", "at:mogok")
    ]
    assert told("Troops are in Mogok. Clashes broke out there.", kind="event")[-1] == ("battle", "at:mogok")


def test_actors_are_named():
    event = first("The TNLA captured Mogok from the junta.", "event")
    assert (event.actors, event.against) == (("tnla",), ("junta",))


def test_what_a_text_about_elsewhere_tells_is_at_none_of_our_places():
    (event,) = read("Rebels shelled Madaya, a town in Syria near Damascus.", None, matcher()).statements
    assert event.event_type == "shelling"
    assert not [place for _, place in event.places if place.place in matcher().gazetteer.places]
