"""Who acts, who suffers and who only tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.reading import read
from tests.support.reports import first, matcher

SPEECH = ("said", "says", "told reporters", "reported", "confirmed")
HOLDS = ("controlled", "held", "occupied", "administered", "run")
PARTIES = (("TNLA", "tnla"), ("junta", "junta"), ("MNDAA", "mndaa"))


def sides(text):
    event = first(text, "event")
    return event.actors, event.against


@given(verb=st.sampled_from(SPEECH), teller=st.sampled_from(PARTIES[:1] + PARTIES[2:]))
def test_who_tells_of_others_does_nothing(verb, teller):
    assert sides(f"The {teller[0]} {verb} that the junta bombed Mogok.") == (("junta",), ())


@given(verb=st.sampled_from(SPEECH), teller=st.sampled_from(PARTIES))
def test_who_tells_of_itself_did_it_and_claims_it(verb, teller):
    event = first(f"The {teller[0]} {verb} that it captured Mogok.", "event")
    assert event.actors == (teller[1],)


@pytest.mark.parametrize("noun", ["Clashes", "Fighting", "A battle"])
def test_of_two_that_meet_the_first_acts(noun):
    assert sides(f"{noun} between the TNLA and the junta went on in Mogok.") == (("tnla",), ("junta",))


@pytest.mark.parametrize("participle", HOLDS)
def test_who_only_holds_the_ground_does_not_act(participle):
    assert sides(f"The junta bombed Mogok, a town {participle} by the TNLA.")[0] == ("junta",)


def test_they_are_those_who_acted_before():
    found = read("The TNLA attacked Mogok. They captured Singu on Monday.", "2025-09-15", matcher()).statements
    assert [one.actors for one in found] == [("tnla",), ("tnla",)]


def test_they_are_not_those_from_whom_it_is_taken():
    found = read("The junta attacked Mogok. They captured Singu from the junta.", "2025-09-15", matcher()).statements
    assert (found[-1].actors, found[-1].against) == ((), ("junta",))


def test_what_belonged_to_a_party_is_lost_by_it():
    assert sides("The TNLA captured the junta's base in Mogok.") == (("tnla",), ("junta",))
    assert sides("Ten outposts of the junta have fallen near Mogok.") == ((), ("junta",))


def test_each_of_a_chain_is_by_the_same_hands():
    found = read("The TNLA captured Mogok on Feb. 2, Singu on Jan. 26 and Hsipaw on Jan. 25.", "2025-09-15", matcher())
    assert [(one.actors, one.date) for one in found.statements] == [
        (("tnla",), "2025-02-02"), (("tnla",), "2025-01-26"), (("tnla",), "2025-01-25"),
    ]  # fmt: skip


@given(age=st.integers(3, 99), who=st.sampled_from(["girl", "boy", "man", "woman"]))
def test_an_age_counts_nobody(age, who):
    event = first(f"A {who} of {age} was killed in airstrikes on Mogok.", "event")
    assert [count.n for count in event.counts] == [1]


@given(age=st.integers(3, 99))
def test_an_age_between_commas_counts_nobody(age):
    assert first(f"Ma Hla, {age}, was killed when jets bombed Mogok.", "event").counts == ()


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The TNLA killed 12 civilians in Mogok.", "attack-on-civilians"),
        ("In Mogok 12 civilians were killed by junta troops.", "attack-on-civilians"),
        ("In Mogok 12 civilians were killed.", "other"),
        ("Ten villagers died in Mogok.", "other"),
    ],
)
def test_only_where_somebody_armed_is_told_to_kill_them_civilians_are_attacked(text, type_):
    assert first(text, "event").event_type == type_
