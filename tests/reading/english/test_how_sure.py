"""What is demanded, to come or only said: never told as done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.reading import read
from tests.support.reports import first, matcher, told

DEMANDS = ("demanded", "requested", "urged", "proposed", "insisted", "asked")
ANNOUNCES = ("announced", "proclaimed", "declared", "claimed")


@given(cue=st.sampled_from(DEMANDS), verb=st.sampled_from(["leave", "withdraw from", "vacate", "pull out of"]))
def test_what_is_demanded_is_not_done(cue, verb):
    assert first(f"Monks {cue} that the TNLA {verb} Mogok.", "event").certainty == "demanded"


@pytest.mark.parametrize("cue", ["demanded", "requested", "proposed", "insisted"])
def test_a_verb_with_one_form_is_a_demand_behind_a_word_for_one(cue):
    assert first(f"Monks {cue} that the TNLA quit Mogok.", "event").certainty == "demanded"


@pytest.mark.parametrize("verb", ["took", "had taken", "captured"])
def test_what_is_insisted_to_have_been_done_is_no_demand(verb):
    assert first(f"The TNLA insisted that it {verb} Mogok.", "event").certainty == "claimed"


@given(verb=st.sampled_from(ANNOUNCES), noun=st.sampled_from(["capture", "fall", "liberation", "seizure"]))
def test_an_announced_capture_is_a_claim(verb, noun):
    assert first(f"The ministry {verb} the {noun} of Mogok.", "event").certainty == "claimed"


def test_announced_control_is_a_claim():
    assert first("The TNLA announced full control of Mogok.", "control").certainty == "claimed"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The loss of Mogok would deprive the army of its road.", "hypothetical"),
        ("A push on Mogok before the rains end is improbable.", "hypothetical"),
        ("Operations will go on until Singu and Mogok are retaken.", "planned"),
        ("Under the draft deal the TNLA leaves Mogok.", "planned"),
        ("The general ordered Mogok to be won back.", "demanded"),
        ("The army was sent to take Mogok.", "planned"),
        ("The army was forced by the rains and the rebels to leave Mogok.", "asserted"),
    ],
)
def test_what_may_be_is_not_told_as_done(text, certainty):
    assert first(text, "event").certainty == certainty


def test_an_invitation_that_is_turned_down_leads_to_no_talks():
    assert told("The TNLA turned down an invitation to talks in Mogok.") == []


def test_people_that_are_feared_dead_died_in_what_happened():
    event = first("Ten people are feared dead in attacks on Mogok.", "event")
    assert event.certainty == "asserted"


@pytest.mark.parametrize("noun", ["attack", "raid", "assault"])
@pytest.mark.parametrize("word", ["The", "This"])
def test_a_noun_that_refers_back_tells_nothing_new(noun, word):
    text = f"Fighters stormed Mogok on Monday. {word} {noun} did no damage."
    assert told(text, "2025-09-15", kind="event") == [("battle", "at:mogok")]


def test_a_noun_that_refers_back_tells_what_is_counted():
    found = read("Fighters stormed Mogok on Monday. The attack killed 12 people.", "2025-09-15", matcher()).statements
    assert [[count.n for count in one.counts] for one in found] == [[], [12]]


@pytest.mark.parametrize("end", ["is over", "has ended", "has died down"])
@pytest.mark.parametrize("fight", ["Fighting in Mogok", "The battle for Mogok", "Shelling of Hsipaw and Kyaukme"])
def test_what_is_over_does_not_happen(fight, end):
    assert told(f"{fight} {end}.", kind="event") == []


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Should fighting break out in Mogok, thousands may flee.", "hypothetical"),
        ("“Should they attack Mogok, we fight,” he said.", "hypothetical"),
        ("The army should leave Mogok.", "demanded"),
        ("KIA troops overran the airstrip at Bhamo on May 24, the group's spokesman told us.", "claimed"),
    ],
)
def test_should_at_the_head_is_a_condition_and_a_spokesman_behind_claims(text, certainty):
    assert first(text, "event", "2025-07-16").certainty == certainty
