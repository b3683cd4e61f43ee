"""What the references answer is weighed: likeness, township, nearness, company. The reference here is made up."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from mapping.mentions import Mention
from mapping.reading.core import resolving
from mapping.reference.base import Entry, Match
from tests.support.reports import gazetteer

KM = 1 / 111.2  # degrees of latitude
HOME = (22.0, 96.0)


def entry(name, km=0.0, *, kind="village", township="", code="1"):
    return Entry("ref", name, "", code, kind, township, (HOME[0] + km * KM, HOME[1]))


def known(name="Gamma", km=0.0, *, kind="village", start=0, point=True):
    lat, lon = (HOME[0] + km * KM, HOME[1]) if point else (None, None)
    return Mention(start, start + 5, name, name.lower(), name, kind, lat, lon)


def name(text="Xyzzy", start=100, kind="village"):
    return Mention(start, start + len(text), text, None, text, kind)


@pytest.fixture
def resolve(monkeypatch):
    """Resolve names where a reference answers `rows`, (likeness, entry); `asked` keeps where it was asked."""

    def run(names, around, rows, **more):
        asked = []

        def alike(text, where):
            asked.append(where)
            return [Match(likeness, one, "") for likeness, one in (rows[text] if isinstance(rows, dict) else rows)]

        made = SimpleNamespace(NAME="ref", CREDIT="", ONLINE=False, WIDE=False, available=lambda: True, alike=alike)
        monkeypatch.setattr(resolving, "REFERENCES", (made,))
        found = resolving.resolve(names, around, gazetteer(), home=more.get("home", True))
        run.asked = asked
        return [one.place for one in found]

    return run


def test_a_likely_village_beside_a_known_place_is_meant(resolve):
    assert resolve([name()], [known()], [(0.9, entry("Xyzi"))]) == ["ref:1"]


@pytest.mark.parametrize(("likeness", "place"), [(0.73, "ref:1"), (0.71, None)])
def test_an_unlike_name_is_left_alone(resolve, likeness, place):
    assert resolve([name()], [known()], [(likeness, entry("Xyzi"))]) == [place]


@pytest.mark.parametrize(("km", "place"), [(29, "ref:1"), (45, None)])
def test_distance_speaks_against_a_candidate(resolve, km, place):
    assert resolve([name()], [known()], [(0.85, entry("Xyzi", km))]) == [place]


@pytest.mark.parametrize(("km", "place"), [(99, "ref:1"), (101, None), (6897, None)])
def test_what_lies_far_from_all_that_the_text_names_is_a_namesake(resolve, km, place):
    assert resolve([name()], [known()], [(1.1, entry("Xyzzy", km))]) == [place]


@pytest.mark.parametrize(("likeness", "place"), [(1.1, "ref:1"), (1.0, None)])
def test_where_nothing_is_known_only_a_town_of_the_very_letters_is_believed(resolve, likeness, place):
    town = replace(entry("Xyzzy", 500), kind="town")
    assert resolve([name(kind="town")], [], [(likeness, town)]) == [place]


@pytest.mark.parametrize(("km", "place"), [(2.9, "ref:1"), (3.1, None)])
def test_two_candidates_as_likely_are_one_only_where_they_lie_together(resolve, km, place):
    rows = [(0.9, entry("Xyzi")), (0.9 + km / 240 - 0.001, entry("Xyzo", km, code="2"))]
    assert resolve([name()], [known()], rows) == [place]


@pytest.mark.parametrize(("second", "place"), [(0.87, "ref:1"), (0.89, None)])
def test_the_best_candidate_must_be_better_by_so_much(resolve, second, place):
    rows = [(0.9, entry("Xyzi")), (second + 10 / 240, entry("Xyzo", 10, code="2"))]
    assert resolve([name()], [known()], rows) == [place]


def test_the_township_beside_the_name_speaks_for_a_candidate(resolve):
    rows = [(0.8, entry("Xyzi", 10, township="Alpha")), (0.85, entry("Xyzo", -10, township="Beta", code="2"))]
    assert resolve([name()], [known("Alpha Township", kind="township", start=90), known()], rows) == ["ref:1"]


def test_a_township_far_from_the_name_says_nothing(resolve):
    rows = [(0.8, entry("Xyzi", 10, township="Alpha")), (0.9, entry("Xyzo", -10, township="Beta", code="2"))]
    far = known("Alpha Township", kind="township", start=400)
    assert resolve([name()], [far, known()], rows) == ["ref:2"]


def test_places_beside_the_name_count_before_those_of_the_whole_text(resolve):
    around = [known("Delta", 100, start=90), known(start=900)]
    rows = [(0.9, entry("Xyzi")), (0.9, entry("Xyzo", 100, code="2"))]
    assert resolve([name()], around, rows) == ["ref:2"]


def test_without_a_place_beside_it_the_whole_text_counts(resolve):
    assert resolve([name()], [known(start=900)], [(0.9, entry("Xyzi", 70)), (0.9, entry("Xyzo", code="2"))]) == ["ref:2"]


@pytest.mark.parametrize(("km", "place"), [(14, "ref:2"), (16, None)])
def test_another_unknown_name_with_a_candidate_near_by_is_company(resolve, km, place):
    rows = {
        "Xyzzy": [(0.9, entry("Xyzi", -60)), (0.9, entry("Xyzo", 60, code="2"))],
        "Plugh": [(0.9, entry("Plu", 60 + km, code="3"))],
    }
    assert resolve([name(), name("Plugh", 130)], [known()], rows)[0] == place


def test_an_unlikely_candidate_is_no_company(resolve):
    rows = {
        "Xyzzy": [(0.9, entry("Xyzi", -60)), (0.9, entry("Xyzo", 60, code="2"))],
        "Plugh": [(0.79, entry("Plu", 62, code="3"))],
    }
    assert resolve([name(), name("Plugh", 130)], [known()], rows)[0] is None


@pytest.mark.parametrize(("likeness", "place"), [(0.91, None), (0.93, "ref:1"), (1.0, "ref:1")])
def test_a_town_is_known_by_its_own_name(resolve, likeness, place):
    assert resolve([name()], [known()], [(likeness, entry("Xyzi", kind="town"))]) == [place]


@pytest.mark.parametrize("kind", ["river", "road", "hill", "ward", "district", "region", "country"])
def test_no_village_stands_for_such_a_kind(resolve, kind):
    assert resolve([name(kind=kind)], [known()], [(1.1, entry("Xyzzy"))]) == [None]


@pytest.mark.parametrize(("kind", "seats"), [("town", True), ("city", True), ("township", True), ("village", False), ("place", False)])
def test_a_town_is_looked_for_among_towns(resolve, kind, seats):
    resolve([name(kind=kind)], [known()], [])
    assert {where.seats for where in resolve.asked} == {seats}


def test_it_is_looked_for_around_all_places_with_a_point(resolve):
    resolve([name()], [known(), known("Delta", 5, kind="region"), known("Eps", 9, point=False)], [])
    assert [where.points for where in resolve.asked] == [(HOME,)]


def test_a_text_about_elsewhere_is_not_looked_up(resolve):
    assert resolve([name()], [known()], [(1.1, entry("Xyzzy"))], home=False) == [None]


@pytest.mark.parametrize(("kind", "told"), [("place", "village"), ("base", "base")])
def test_the_kind_is_that_of_the_place_unless_its_surroundings_say_more(monkeypatch, kind, told):
    made = SimpleNamespace(ONLINE=False, WIDE=False, available=lambda: True, alike=lambda *_: [Match(1.1, entry("Xyz"), "")])
    monkeypatch.setattr(resolving, "REFERENCES", (made,))
    (found,) = resolving.resolve([name(kind=kind)], [known()], gazetteer(), home=True)
    assert (found.kind, found.name) == (told, "Xyzzy" if told == "base" else "Xyz")


@pytest.mark.parametrize("reference", [{"ONLINE": True, "WIDE": True, "available": lambda: True}, {"ONLINE": False, "WIDE": False, "available": lambda: False}])
def test_a_server_and_what_is_not_installed_are_never_asked(monkeypatch, reference):
    monkeypatch.setattr(resolving, "REFERENCES", (SimpleNamespace(**reference),))
    assert resolving.resolve([name()], [known()], gazetteer(), home=True) == [name()]


def test_another_spelling_of_a_place_of_the_gazetteer_is_that_place(resolve):
    mogok = gazetteer().places["mogok"].location.point
    beside = Mention(0, 5, "x", "x", "x", "town", *mogok)
    assert resolve([name("Moe Goke", kind="town")], [beside], []) == ["mogok"]
    assert resolve([name("Moe Goke", kind="river")], [beside], []) == [None]
    far = Mention(0, 5, "x", "x", "x", "town", mogok[0] + 61 * KM, mogok[1])
    assert resolve([name("Moe Goke", kind="town")], [far], []) == [None]
