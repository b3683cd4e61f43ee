"""Which reports may tell one event, and which cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.vocabulary import CERTAINTIES, EVENT_TYPES
from mapping.judging.same import MOST, best_of, compare, may_be_one
from tests.placing.test_roads import world
from tests.support.made_fronts import statement

THERE = world()
RAID = {"type": "airstrike", "at": "alpha", "date": "2025-05-01", "actors": ["reds"]}


def report(source, id_="x", **fields):
    return statement("event", source=source, id=id_, **{key: value for key, value in (RAID | fields).items() if value})


def pair(one=None, other=None):
    return compare(report("one", **(one or {})), report("two", **(other or {})), THERE)


def test_a_raid_told_by_two_sources_is_one():
    found = pair()
    assert (found.told, found.doubts) == (True, ())
    assert found.reasons == ("airstrike", "at Alpha", "2025-05-01 and 2025-05-01 agree", "by the same party")


@pytest.mark.parametrize(
    "other",
    [{"date": "2025-05-20"}, {"at": "far"}, {"type": "talks"}, {"event": "raid"}, {"at": {"text": "q"}}],
)
def test_another_day_place_type_or_a_shared_id_is_no_pair(other):
    shared = {"event": "raid"} if "event" in other else {}
    assert pair(shared, other) is None


@pytest.mark.parametrize("date", ["../2025-05-20", None, "2025", "2025-03-01/2025-06-01"])
def test_an_open_date_alone_is_no_reason(date):
    assert not pair({}, {"date": date}).told


def test_a_place_is_seldom_taken_twice_by_one_party_whatever_the_date_says():
    taken = {"type": "capture"}
    assert pair(taken, taken | {"date": "../2025-05-20"}).told
    assert pair(taken, taken | {"date": None}).told
    assert pair(taken, taken | {"date": None, "actors": ["blues"]}) is None
    assert pair(taken, taken | {"date": None, "actors": None, "against": ["reds"]}) is None


def test_who_names_many_places_sums_up():
    assert not pair({}, {"at": ["alpha", "beta", "gamma", "delta"]}).told


def test_what_sums_another_up_is_no_pair():
    assert pair({"event": "raid"}, {"covers": ["raid"]}) is None


@pytest.mark.parametrize(("counts", "better"), [(5, True), (9, False)])
def test_equal_numbers_speak_for_it_and_others_against(counts, better):
    told = {"counts": [{"what": "killed", "n": 5}]}
    score = pair(told, {"counts": [{"what": "dead", "n": counts}]}).score
    assert (score > pair().score) == better


def test_a_draft_gets_the_best_pairs_only():
    others = [report(f"s{number}", date=f"2025-05-0{number}") for number in range(1, 6)]
    found = best_of(report("new"), others, THERE)
    assert [found.other.source for found in found] == ["s1"]
    many = [report(f"s{number}") for number in range(5)]
    assert len(best_of(report("new"), many, THERE)) == MOST


FIELDS = st.fixed_dictionaries({
    "type": st.sampled_from(list(EVENT_TYPES)), "at": st.sampled_from(["alpha", "beta", "far", "lost", ""]),
    "date": st.sampled_from(["2025-05-01", "2025-05", "../2025-05-03", "", "2025-05-02?"]),
    "certainty": st.sampled_from(list(CERTAINTIES)), "actors": st.sampled_from([["reds"], ["blues"], []]),
})  # fmt: skip


@given(st.lists(FIELDS, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_reports_says_nothing(made, rng):
    reports = [report(f"s{number % 3}", id_=f"r{number}", **fields) for number, fields in enumerate(made)]
    found = may_be_one(reports, THERE)
    assert may_be_one(rng.sample(reports, len(reports)), THERE) == found
    assert all(0 < one.score <= 1 and one.one.source != one.other.source for one in found)
