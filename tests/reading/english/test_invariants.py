"""What must hold of every sentence, whatever its words: each rule on generated ones."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain import dates
from mapping.domain.packaged import table
from mapping.domain.vocabulary import HAPPENED
from mapping.intake.drafts import Drafts
from mapping.reading import read
from mapping.reading.english.frames.frame import TYPES
from mapping.reading.english.frames.inflection import plural, verb_forms
from mapping.reading.english.tables import english
from tests.support.reports import matcher

DAY = date(2025, 9, 15)
KNOWN = {"km": 1, "kilometers": 1, "miles": 1.609344, "nautical miles": 1.852}
STRANGE = ("furlongs", "leagues", "versts", "bowshots", "parasangs")
HEADINGS = sorted(english()["headings"])
VERBS = ("capture", "attack", "shell", "bomb", "retake", "seize", "storm", "occupy", "raid", "enter", "reach")
EXAMPLES = [
    example.replace("Alpha–Beta road", "Mogok-Singu road").replace("Alpha", "Mogok").replace("Beta", "Singu")
    .replace("Reds", "TNLA").replace("Blues", "PDF")
    for type_ in TYPES for field in ("verbs", "nouns")
    for _, example in table("mapping.reading.english.frames", type_)[field]
]  # fmt: skip


def events(text, published=DAY):
    return [one for one in read(text, published, matcher()).statements if one.kind == "event"]


def at(text, place):
    return [one for one in events(text) for role, mention in one.places if mention.place == place]


@given(n=st.integers(6, 400), unit=st.sampled_from([*KNOWN, *STRANGE]), heading=st.sampled_from(HEADINGS))
def test_nothing_happens_at_the_ground_from_which_a_place_is_measured(n, unit, heading):
    assert not at(f"A convoy was ambushed {n} {unit} {heading} of Nawnghkio on September 12.", "nawnghkio")


@given(n=st.integers(1, 400), unit=st.sampled_from(sorted(KNOWN)), heading=st.sampled_from(HEADINGS))
def test_a_length_is_what_the_text_states_and_nothing_else(n, unit, heading):
    found = read(f"Hohko lies {n} {unit} {heading} of Nawnghkio.", DAY, matcher()).statements
    (row,) = [one.as_json("x" * 99) for one in found if one.kind == "distance"]
    assert row["km"] == pytest.approx(n * KNOWN[unit], abs=1e-3)


@given(n=st.integers(1, 400), unit=st.sampled_from(["furlongs", "leagues", "versts", "sq km", "square miles"]))
def test_a_unit_that_is_not_known_is_told_and_never_made_another(n, unit):
    found = read(f"The TNLA holds {n} {unit} north of Nawnghkio.", DAY, matcher())
    assert not [one for one in found.statements if one.kind in ("distance", "control")]
    assert any(unit in one.reason for one in found.missed)


@given(day=st.integers(1, 12), month=st.integers(1, 12), sep=st.sampled_from("./-"))
def test_a_date_of_two_small_numbers_is_told_and_never_guessed(day, month, sep):
    found = read(f"Jets bombed Mogok on {day}{sep}{month}{sep}2025.", DAY, matcher())
    if day == month:
        assert found.statements[0].date == f"2025-{day:02}-{day:02}"
    else:
        assert found.statements[0].date is None
        assert any(f"{day}{sep}{month}{sep}2025" in one.reason for one in found.missed)


@given(back=st.integers(1, 300), word=st.sampled_from(["before", "by", "until", "after", "since", "on"]))
def test_before_and_after_are_what_they_say(back, word):
    day = DAY - timedelta(back)
    (event,) = events(f"Jets bombed Mogok {word} {day:%B} {day.day}.")
    span = dates.parse(event.date)
    assert (span.end if word in ("before", "by", "until", "on") else span.start) == day
    assert (span.start is None) == (word in ("before", "by", "until"))
    assert (span.end is None) == (word in ("after", "since"))


UNREAL = (
    "did not {base}", "will {base}", "plans to {base}", "may {base}", "was ordered to {base}", "could {base}",
    "has vowed to {base}", "failed to {base}", "is preparing to {base}", "might {base}", "intends to {base}",
)  # fmt: skip


@given(verb=st.sampled_from(VERBS), words=st.sampled_from(UNREAL), place=st.sampled_from(["Mogok", "Singu", "Kyaukme"]))
def test_what_is_denied_planned_or_possible_never_happened(verb, words, place):
    text = f"The army {words.format(base=verb)} {place}."
    assert not [one for one in events(text) if one.certainty in HAPPENED], text


@given(verb=st.sampled_from(VERBS), place=st.sampled_from(["Mogok", "Singu", "Kyaukme"]))
def test_what_a_party_says_that_it_did_is_a_claim(verb, place):
    past = verb_forms(verb).past[0]
    assert [one.certainty for one in events(f"The TNLA said it {past} {place} on Sunday.")] == ["claimed"]


@given(verb=st.sampled_from(["capture", "attack", "shell", "bomb", "retake", "seize", "storm", "raid"]))
def test_voice_tells_who_acts_and_who_suffers(verb):
    forms = verb_forms(verb)
    (active,) = events(f"The TNLA {forms.past[0]} Mogok.")
    (passive,) = events(f"Mogok was {forms.participle[0]} by the TNLA.")
    assert active.actors == passive.actors == ("tnla",)


@given(example=st.sampled_from(EXAMPLES), more=st.sampled_from(EXAMPLES))
def test_nobody_is_on_both_sides(example, more):
    for one in events(f"{example} {more}"):
        assert not set(one.actors) & set(one.against)


@given(n=st.integers(2, 90), noun=st.sampled_from(["outpost", "base", "camp", "checkpoint", "police station"]))
def test_a_place_that_nobody_names_is_no_other_place(n, noun):
    found = events(f"Fighting was heard in Singu. Rebels captured {n} {plural(noun)} on Monday, and Mogok was quiet.")
    for one in found:
        if one.event_type == "capture":
            assert [mention.place for _, mention in one.places] == [None]
            assert noun in one.places[0][1].text


@given(verb=st.sampled_from(["attack", "advance", "withdraw", "fight", "talk"]))
def test_a_modal_is_no_month(verb):
    for one in read(f"Troops in Mogok may {verb} soon.", DAY, matcher()).statements:
        assert one.date is None


GUNS = ("howitzers", "artillery", "mortars", "rocket launchers", "jets", "helicopters")


@given(guns=st.sampled_from(GUNS), where=st.sampled_from(["in", "at", "near", "from"]), verb=st.sampled_from(["shelled", "bombed", "pounded"]))
def test_where_fire_comes_from_is_never_where_it_hits(guns, where, verb):
    for one in events(f"{guns.capitalize()} {where} Kyaukme {verb} the hills."):
        assert {(role, place.place) for role, place in one.places if place.place == "kyaukme"} <= {("from", "kyaukme")}


@given(heading=st.sampled_from(["Airstrike on Mogok kills three", "TNLA captures Mogok", "Fighting in Mogok goes on"]))
def test_a_heading_that_its_report_repeats_is_one_draft(heading):
    told = {"Airstrike": "Jets carried out an airstrike on Mogok on Sunday, killing three people.", "TNLA": "The TNLA captured Mogok on Sunday.", "Fighting": "Fighting goes on in Mogok."}
    text = f"{heading}\n\n{told[heading.split()[0]]}"
    rows = Drafts(read(text, DAY, matcher()), {"mogok"}, {"tnla"}, "2025-09-15").rows
    assert len([row for row in rows if row["kind"] == "event"]) == 1
