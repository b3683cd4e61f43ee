"""The main job, on the project's own sources: what a build writes, and what it leaves alone."""

from __future__ import annotations

import json
import shutil

import pytest
from typer.testing import CliRunner

from mapping.cli import app
from tests.conftest import ROOT

pytestmark = pytest.mark.slow  # each builds a whole project

FOUNDING = ("2025-08-07-irrawaddy-ruby-hub-push", "undated-roskin-mogok-under-attack")


def run(*words: str):
    return CliRunner().invoke(app, words, catch_exceptions=False)


@pytest.fixture(scope="module")
def founding(tmp_path_factory):
    """The gazetteer with the two founding sources alone, built once."""
    folder = tmp_path_factory.mktemp("founding")
    shutil.copytree(ROOT / "gazetteer", folder / "gazetteer")
    (folder / "seeds").mkdir()
    for source in FOUNDING:
        for ending in (".txt", ".toml"):
            shutil.copy(ROOT / "seeds" / f"{source}{ending}", folder / "seeds")
    assert run("--project", str(folder), "build").exit_code == 0
    return folder


def layer(folder, name):
    return json.loads((folder / "output" / f"{name}.geojson").read_bytes())["features"]


def titles(folder) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for feature in layer(folder, "events"):
        found.setdefault(feature["properties"]["event_id"].split("/")[-1], []).append(feature)
    return found


EVENTS = {  # what both articles tell -> (type, certainty)
    "offensive-nawnghkio-mogok-road": ("advance", "asserted"),
    "nawnghkio-recaptured-2025": ("capture", "asserted"),
    "fighting-lwel-ngin-nar-nwe": ("battle", "asserted"),
    "hohko-shelling": ("shelling", "asserted"),
    "hohko-flight": ("displacement", "asserted"),
    "mine-threatened": ("advance", "planned"),
    "mine-route-reinforced": ("other", "asserted"),
    "thabeikkyin-column": ("advance", "planned"),
    "nawnghkio-township-clashes": ("battle", "claimed"),
    "mogok-airstrikes-2025": ("airstrike", "asserted"),
    "talks-august-2025": ("talks", "planned"),
    "kunming-talks-2025-04": ("talks", "asserted"),
    "mogok-captured-2024": ("capture", "asserted"),
    "thabeikkyin-recaptured-2025": ("capture", "asserted"),
    "taungkam-recaptured-2025": ("capture", "asserted"),
    "road-positions-recaptured": ("capture", "asserted"),
    "golden-butterfly-airstrike": ("airstrike", "asserted"),
    "golf-course-strike": ("airstrike", "asserted"),
    "mandalay-road-checkpoints-closed": ("road-closure", "asserted"),
    "stranded-civilians": ("displacement", "asserted"),
    "mogok-welcome": ("other", "asserted"),
}


@pytest.mark.parametrize("event", EVENTS)
def test_each_event_of_the_articles_is_there(founding, event):
    (first, *_) = titles(founding)[event]
    assert (first["properties"]["type"], first["properties"]["certainty"]) == EVENTS[event]


def test_the_capture_of_the_town_keeps_both_dates(founding):
    (row,) = titles(founding)["mogok-captured-2024"]
    cells = row["properties"]
    assert cells["date_edtf"] == "2024-07-24"
    assert "2025-07-23 (Roskin Gem News Report): impossible" in cells["versions"]
    assert cells["contradiction"].startswith("date: 2024-07-24 (The Irrawaddy) or 2025-07-23")


def test_nothing_is_drawn_at_the_target_of_a_plan(founding):
    rows = [f for name in ("mine-threatened", "thabeikkyin-column") for f in titles(founding)[name]]
    targets = [f for f in rows if f["properties"]["role"] == "toward"]
    assert len(targets) == 2
    assert all(f["geometry"] is None and f["properties"]["located_by"] == "announced" for f in targets)


def test_a_golf_course_that_the_text_does_not_name_has_no_point(founding):
    (row,) = titles(founding)["golf-course-strike"]
    assert row["geometry"] is None
    assert (row["properties"]["place"], row["properties"]["place_name"]) == (None, "a golf course")


def test_distances_carry_their_verdicts(founding):
    verdicts = {f["id"].split("/", 1)[1]: f["properties"]["verdict"] for f in layer(founding, "distances")}
    assert "consistent by road only" in verdicts.values()
    assert "shorter than the straight line" in verdicts.values()


def test_control_and_access_are_layers_of_their_own(founding):
    held = {f["properties"]["place"] for f in layer(founding, "control") if "tnla" in (f["properties"]["holder"] or "")}
    assert {"kyaukme", "hsipaw", "mogok", "mongmit"} <= held
    reached = {f["properties"]["from"] for f in layer(founding, "access") if f["properties"]["to"] == "mogok"}
    assert {"kyaukme", "mongmit", "singu", "thabeikkyin", "pyin-oo-lwin"} <= reached


def test_two_builds_are_the_same_bytes(founding):
    before = {path.name: path.read_bytes() for path in (founding / "output").iterdir()}
    again = run("--project", str(founding), "build")
    assert {path.name: path.read_bytes() for path in (founding / "output").iterdir()} == before
    assert " new (" not in again.output
    assert " changed (" not in again.output


def test_the_page_stays_small(founding):
    assert (founding / "output" / "map.html").stat().st_size <= 400_000


def test_a_build_tells_what_changed(project, edit):
    assert run("--project", str(project), "build").exit_code == 0
    edit("gazetteer/locations.csv", "beta,11.5,91.0", "beta,11.52,91.0")
    told = run("--project", str(project), "build").output
    assert "places: 1 changed (beta)" in told


def test_a_fault_leaves_the_earlier_build_alone(project, edit, capsys, monkeypatch):
    from mapping.cli import main

    assert run("--project", str(project), "build").exit_code == 0
    before = {path.name: path.read_bytes() for path in (project / "output").iterdir()}
    edit("seeds/2025-05-03-herald-alpha.toml", 'near = "gamma"', 'near = "gama"')
    monkeypatch.setattr("sys.argv", ["frontmap", "--project", str(project), "build"])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 1
    assert "1 fault; nothing was written" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in (project / "output").iterdir()} == before


def test_check_writes_nothing(project):
    told = run("--project", str(project), "check", "--distances")
    assert told.exit_code == 0
    assert "no faults in 1 source and 6 places" in told.output
    assert not (project / "output").exists()


def test_the_python_face(project):
    import mapping

    front = mapping.load(project)
    assert front.events.crs == "EPSG:4326"
    assert list(front.columns("routes")["name"])[:2] == ["id", "name"]
    assert front._repr_html_().startswith('<iframe srcdoc="')
    assert "events" in dir(front)


def test_an_unknown_format_is_told_which_there_are(project):
    told = CliRunner().invoke(app, ["--project", str(project), "export", "--to", "x", "--format", "shp"])
    assert told.exit_code == 1
    assert "unknown format shp; there are" in told.stderr


def test_without_a_folder_the_one_that_one_stands_in_is_loaded(project, monkeypatch):
    import mapping

    monkeypatch.chdir(project)
    assert list(mapping.load().events["id"]) == list(mapping.load(project).events["id"])
