from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.gazetteer import Actor
from mapping.gazetteer.kin import Kin
from mapping.state import AGE_DAYS, Evidence, Observation, holding

ACTORS = {
    id_: Actor(id_, id_.title(), (), side, part_of, "")
    for id_, side, part_of in [
        ("army", "army", ""), ("brigade", "army", "army"), ("rebels", "rebels", ""), ("north", "rebels", "front"),
        ("front", "rebels", ""), ("south", "rebels", ""),
    ]
}  # fmt: skip
KIN = Kin(ACTORS)
START = date(2025, 1, 1)


def day(number):
    return START + timedelta(number)


def said(holder, last, first=-1, sort="state", firm=True, taken_from=(), place="alpha", uid=None):
    """A word; `first` is the day of `last` unless given, None where it is open."""
    first = last if first == -1 else first
    holders = tuple(sorted(holder.split("+")))
    name = uid or f"{holder}-{sort}-{first}-{last}-{firm}"
    return Observation(place, holders, None if first is None else day(first), day(last), sort, firm, (name,), taken_from)


def answer(observations, number):
    return Evidence(observations, KIN.agree, KIN.narrower).on(day(number))


def told(observations, number):
    found = answer(observations, number)
    return "+".join(found.holder), found.standing


CAPTURE = said("rebels", 10, sort="change")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(9, ("", "unknown")), (10, ("rebels", "reported")), (10 + AGE_DAYS, ("rebels", "reported")),
     (11 + AGE_DAYS, ("rebels", "last-known"))],
)  # fmt: skip
def test_a_capture_holds_from_its_day_until_its_word_is_old(number, expected):
    assert told([CAPTURE], number) == expected


def test_what_is_said_before_and_after_is_reported_however_long_between():
    assert told([CAPTURE, said("rebels", 400)], 300) == ("rebels", "reported")


def test_between_two_holders_the_first_is_only_the_last_that_is_known():
    words = [said("army", 0), said("rebels", 20)]
    assert [told(words, number) for number in (0, 1, 19, 20)] == [
        ("army", "reported"), ("army", "last-known"), ("army", "last-known"), ("rebels", "reported"),
    ]  # fmt: skip


def test_who_took_it_from_whom_tells_that_it_was_held_until_then():
    assert told([said("army", 0), said("rebels", 20, sort="change", taken_from=("army",))], 19) == ("army", "reported")


def test_within_the_days_of_a_change_a_place_is_contested():
    words = [said("army", 0), said("rebels", 20, first=15, sort="change")]
    assert [told(words, number) for number in (14, 15, 19, 20)] == [
        ("army", "last-known"), ("army+rebels", "contested"), ("army+rebels", "contested"), ("rebels", "reported"),
    ]  # fmt: skip


def test_nobody_holds_a_place_within_the_days_of_the_first_change():
    assert told([said("rebels", 20, first=15, sort="change")], 17) == ("", "unknown")


def test_a_change_of_an_unknown_day_is_never_more_than_the_last_known():
    words = [said("rebels", 20, first=None, sort="change")]
    assert [told(words, number) for number in (19, 20, 21)] == [("", "unknown"), ("rebels", "last-known"), ("rebels", "last-known")]


def test_a_change_of_an_unknown_day_undoes_nothing():
    assert told([CAPTURE, said("army", 30, first=None, sort="change")], 31) == ("rebels", "reported")


def test_a_change_of_an_unknown_day_comes_after_the_word_for_whom_it_was_taken_from():
    words = [said("army", 0), said("rebels", 20, first=None, sort="change", taken_from=("army",))]
    assert [told(words, number) for number in (0, 1, 19, 20)] == [
        ("army", "reported"), ("army", "last-known"), ("army", "last-known"), ("rebels", "reported"),
    ]  # fmt: skip
    assert answer(words, 20).since == (day(1), day(20))


def test_a_change_of_an_unknown_day_may_be_older_than_that_of_whom_it_was_taken_from():
    words = [CAPTURE, said("army", 30, first=None, sort="change", taken_from=("rebels",))]
    assert told(words, 31) == ("rebels", "reported")


def test_a_state_against_an_earlier_change_makes_the_place_contested_with_both_sentences():
    state = said("army", 30)
    found = answer([CAPTURE, state], 40)
    assert (found.holder, found.standing) == (("army", "rebels"), "contested")
    assert (found.told, found.against) == (CAPTURE.statements, state.statements)


def test_the_next_firm_word_decides_what_was_contested():
    assert told([CAPTURE, said("army", 30), said("army", 35)], 36) == ("army", "reported")
    assert told([CAPTURE, said("army", 30), said("rebels", 35)], 36) == ("rebels", "reported")


def test_two_states_of_one_day_clash():
    assert told([said("army", 10), said("rebels", 10)], 11) == ("army+rebels", "contested")


def test_a_state_that_may_be_older_than_the_change_contradicts_nothing():
    assert told([CAPTURE, said("army", 20, first=5)], 21) == ("rebels", "reported")


def test_who_withdraws_holds_no_longer_and_nobody_says_who_does():
    words = [CAPTURE, said("rebels", 50, sort="end")]
    assert [told(words, number) for number in (49, 50, 60)] == [("rebels", "reported"), ("", "unknown"), ("", "unknown")]


def test_the_withdrawal_of_somebody_else_changes_nothing():
    assert told([CAPTURE, said("army", 50, sort="end")], 51) == ("rebels", "reported")


def test_a_claim_counts_only_where_nothing_firm_is_known():
    claim = said("army", 20, firm=False, sort="change")
    assert told([claim], 21) == ("army", "claimed")
    found = answer([CAPTURE, claim], 21)
    assert ("+".join(found.holder), found.standing, found.against) == ("rebels", "reported", claim.statements)


@pytest.mark.parametrize(
    ("one", "other", "holder"),
    [("rebels", "north", "north"), ("north", "rebels", "north"), ("front", "north", "north"), ("army", "brigade", "brigade")],
)
def test_a_larger_name_agrees_with_a_narrower_one_which_is_told(one, other, holder):
    assert told([said(one, 0), said(other, 10)], 11) == (holder, "reported")


def test_two_parties_of_a_side_are_not_one():
    assert told([said("north", 0), said("south", 0)], 1) == ("north+south", "contested")


HOLDERS = st.sampled_from(["army", "brigade", "rebels", "north", "south", "north+south"])


@st.composite
def observations(draw):
    last = draw(st.integers(0, 200))
    sort = draw(st.sampled_from(["state", "change", "end"]))
    first = draw(st.one_of(st.none() if sort == "change" else st.nothing(), st.integers(0, last)))
    taken = draw(st.sampled_from([(), ("army",), ("rebels",)])) if sort == "change" else ()
    return said(draw(HOLDERS), last, first, sort, draw(st.booleans()), taken, uid=str(draw(st.integers(0, 10**6))))


WORDS = st.lists(observations(), min_size=1, max_size=7, unique_by=lambda one: one.statements)
DAYS = st.integers(-5, 300)


@given(st.lists(observations(), min_size=1, max_size=4, unique_by=lambda one: one.statements), DAYS)
def test_the_order_of_the_words_never_matters(words, number):
    assert len({answer(list(order), number) for order in permutations(words)}) == 1


@given(WORDS, observations(), DAYS)
def test_a_claim_never_changes_a_firm_answer(words, claim, number):
    firm, claim = [one for one in words if one.firm], Observation(**{**vars(claim), "firm": False})
    before, after = answer(firm, number), answer([*firm, claim], number)
    if before.holder:
        assert (before.holder, before.standing, before.told) == (after.holder, after.standing, after.told)


@given(WORDS, DAYS)
def test_nobody_holds_a_place_before_its_first_word_or_without_one(words, number):
    found = answer(words, number)
    first = min(one.first or one.last for one in words)
    assert day(number) >= first or not found.holder
    assert not found.holder or found.told
    known = {actor for one in words for actor in (*one.holder, *one.taken_from)}
    assert set(found.holder) <= known


@given(WORDS, DAYS)
def test_the_intervals_give_the_answer_of_the_rule_for_every_day(words, number):
    intervals = holding(words, ACTORS)
    here = [one for one in intervals if one.first <= day(number) and (one.last is None or day(number) <= one.last)]
    found = answer(words, number)
    assert len(here) == bool(found.told)
    if here:
        assert (here[0].answer.holder, here[0].answer.standing) == (found.holder, found.standing)
        assert set(found.told) <= set(here[0].answer.told)


@given(WORDS)
def test_no_interval_starts_before_its_first_evidence(words):
    first = {uid: one.first or one.last for one in words for uid in one.statements}
    for interval in holding(words, ACTORS):
        assert interval.first >= min(first[uid] for uid in interval.answer.told)
        assert interval.last is None or interval.first <= interval.last


def test_who_takes_the_whole_from_the_other_half_holds_it_alone():
    words = [said("army+rebels", 0), said("army", 20, sort="change", taken_from=("rebels",))]
    assert [told(words, number) for number in (0, 19, 20)] == [
        ("army+rebels", "reported"), ("army+rebels", "reported"), ("army", "reported"),
    ]  # fmt: skip


def test_who_takes_a_place_together_with_others_holds_it_with_them():
    words = [said("north+south", 0), said("north", 20, sort="change", taken_from=("army",))]
    assert told(words, 21) == ("north+south", "reported")


def test_of_several_holders_those_stay_who_do_not_withdraw():
    words = [said("north+south", 0), said("south", 20, sort="end")]
    assert told(words, 21) == ("north", "reported")


def test_who_held_a_place_before_somebody_contradicted_has_held_it_all_the_time():
    words = [CAPTURE, said("army", 30), said("rebels", 40)]
    assert (told(words, 41), answer(words, 41).since) == (("rebels", "reported"), (day(10), day(10)))


def test_a_rival_who_leaves_leaves_the_place_to_the_other():
    assert told([CAPTURE, said("army", 30), said("rebels", 40, sort="end")], 41) == ("army", "reported")
    assert told([CAPTURE, said("army", 30), said("army", 40, sort="end")], 41) == ("rebels", "reported")


def test_a_state_is_no_clash_where_somebody_tells_of_a_change_at_an_unknown_time():
    taken = said("army", 30, first=None, sort="change", taken_from=("rebels",))
    words = [CAPTURE, taken, said("army", 30)]
    assert told(words, 31) == ("army", "reported")
    assert answer(words, 31).since == (day(11), day(30))
    assert told([CAPTURE, said("army", 30)], 31) == ("army+rebels", "contested")


def test_whether_a_place_was_taken_before_or_after_a_word_in_the_midst_of_its_days_nobody_says():
    words = [said("army", 20), said("rebels", 30, first=10, sort="change", taken_from=("army",))]
    assert told(words, 31) == ("army+rebels", "contested")


def test_a_coarse_change_puts_nothing_in_doubt_of_which_a_finer_one_tells_the_day():
    words = [said("rebels", 0), said("army", 100, first=1, sort="change"), said("army", 60, sort="change")]
    assert [told(words, number)[0] for number in (30, 60, 80, 101)] == ["rebels", "army", "army", "army"]
    assert told(words[:2], 30) == ("army+rebels", "contested")


def test_a_change_at_an_unknown_time_confirms_nobody():
    taken = said("army", 30, first=None, sort="change", taken_from=("rebels",))
    assert told([CAPTURE, taken, said("army", 30)], 20) == ("rebels", "last-known")
