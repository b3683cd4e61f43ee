from __future__ import annotations

import pytest

from mapping.domain.errors import CurationError
from mapping.intake.accepting import accept
from mapping.intake.candidates import locate
from mapping.project import read_project
from mapping.reference import mimu as reference
from mapping.reference.romanise import likeness
from mapping.waist.build import build_dataset
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


def test_accepting_a_known_place_adds_the_spelling_alone(project):
    changed = accept("Gammah", locate("Gammah", project)[0], project)
    assert list(changed) == ["names.csv"]
    old = (project.folder / "gazetteer" / "names.csv").read_bytes()
    assert changed["names.csv"] == old + b"gamma,Gammah,en,Latn,frontmap locate\n"


def test_a_spelling_that_is_known_is_not_added_twice(project):
    with pytest.raises(CurationError, match="known already"):
        accept("Alfa", locate("Alfa", project)[0], project)


def test_a_spelling_that_would_break_the_project_is_refused(tmp_path):
    folder = write_project(tmp_path)
    project = read_project(folder)
    best = locate("Gammah", project)[0]
    with pytest.raises(CurationError, match=r"gazetteer/names\.csv: gamma: after this addition: has a name of 299"):
        accept("Gamma " * 50, best, project)


def test_what_is_wrong_already_does_not_stop_an_addition(tmp_path):
    folder = write_project(tmp_path)
    seeds = folder / "seeds" / "2025-05-03-herald-alpha.toml"
    seeds.write_text(seeds.read_text("utf-8").replace("km = 20\n", "km = 2000\n"), encoding="utf-8")
    project = read_project(folder)
    with pytest.raises(CurationError, match="2000"):
        build_dataset(project)
    assert list(accept("Gammah", locate("Gammah", project)[0], project)) == ["names.csv"]


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
    assert (chosen.township, chosen.kind, chosen.place) == ("Kyaukme", "village", None)
    changed = accept("Pha Peik", chosen, project)
    rows = {name: content.decode().splitlines()[-2:] for name, content in changed.items()}
    assert rows["places.csv"][-1] == "hpar-hpeik,Hpar Hpeik,village,kyaukme-township,shan-state,,209397,,,"
    assert rows["locations.csv"][-1].startswith("hpar-hpeik,22.9")
    assert rows["names.csv"][0] == "hpar-hpeik,Pha Peik,en,Latn,frontmap locate"


@NEEDS_REFERENCE
def test_nearness_speaks_for_a_candidate():
    project = read_project(ROOT)
    assert locate("Hpar Hpeik", project, near="hsipaw")[0].township == "Hsipaw"
    assert locate("Hpar Hpeik", project, near="mongmit")[0].township == "Kyaukme"
