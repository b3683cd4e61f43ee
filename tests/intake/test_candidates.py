from __future__ import annotations

import pytest

from mapping.decisions.change import Files
from mapping.decisions.places import accept
from mapping.domain.errors import CurationError
from mapping.intake.candidates import locate
from mapping.project import read_project
from mapping.reference import mimu as reference
from mapping.reference.romanise import likeness
from tests.conftest import write_project
from tests.support.reports import ROOT

pytestmark = pytest.mark.slow  # each reads a whole project

NEEDS_REFERENCE = pytest.mark.skipif(reference.database() is None, reason="the extra [reference] is not installed")


@pytest.fixture
def project(tmp_path):
    return read_project(write_project(tmp_path))


def test_a_known_place_is_found_in_another_spelling(project):
    best = locate("Gammah", project)[0]
    assert (best.place, best.name) == ("gamma", "Gamma")
    assert best.km[0][0] == "Alpha"


@pytest.mark.parametrize("name", ["", "  ", "123", "---"])
def test_what_is_no_name_is_refused(project, name):
    with pytest.raises(CurationError, match="is no name"):
        locate(name, project)


@pytest.mark.parametrize(("near", "words"), [("nowhere", "is in no gazetteer"), ("lost", "has no location")])
def test_near_must_be_a_located_place(project, near, words):
    with pytest.raises(CurationError, match=words):
        locate("Gammah", project, near=near)


def test_a_name_that_nobody_knows_has_no_candidates(project):
    assert locate("Xqvzyw", project) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ho Hko", "Hohko"), ("Nawnghkio", "Naunghkio"), ("Kyu Inn", "Kyu In"), ("Taung Kham", "Tawng Hkam")],
)
def test_habits_of_romanisation_make_no_difference(one, other):
    assert likeness(one, other) >= 1


@NEEDS_REFERENCE
def test_a_village_of_the_reference_is_found_and_accepted():
    project = read_project(ROOT)
    chosen = next(one for one in locate("Hpar Hpeik", project, near="kyaukme") if one.pcode == "209397")
    assert (chosen.township, chosen.kind, chosen.place, chosen.code) == ("Kyaukme", "village", None, "mimu:209397")
    changed = accept(Files(ROOT), "Pha Peik", chosen, project).after
    rows = {name: content.decode().splitlines()[-2:] for name, content in changed.items()}
    assert rows["gazetteer/places.csv"][-1] == "hpar-hpeik,Hpar Hpeik,village,kyaukme-township,shan-state,,209397,,,"
    assert rows["gazetteer/locations.csv"][-1].startswith("hpar-hpeik,22.9")
    assert rows["gazetteer/names.csv"][0] == "hpar-hpeik,Pha Peik,en,Latn,frontmap locate"


@NEEDS_REFERENCE
def test_nearness_speaks_for_a_candidate():
    project = read_project(ROOT)
    assert locate("Hpar Hpeik", project, near="hsipaw")[0].township == "Hsipaw"
    assert locate("Hpar Hpeik", project, near="mongmit")[0].township == "Kyaukme"
