"""A new report on its way to the map: added, its unknown villages located, drawn; and what is refused on the way."""

from __future__ import annotations

import json
import tomllib
from datetime import date

import pytest
from typer.testing import CliRunner

from mapping.cli import app
from mapping.domain.errors import CurationError
from mapping.project import read_project
from mapping.seeds.sources import read_curated
from tests.support.adding import add

pytestmark = pytest.mark.slow  # each reads and builds a whole project

REPORT = """Shelling hits two villages on the road to Mogoke
Published 14 September 2025

Junta artillery shelled Nyaung Waing village in Nawnghkio Township on Friday, residents said. Two houses burned down.

Fighting also broke out near Chaung Thar, some 4 kilometers from Hohko, on 13 September. The TNLA says that junta
troops are preparing to advance on Mogoke from Doe Pin.
"""  # made up for this test; the villages are real and in no row of the gazetteer
VILLAGES = {"Nyaung Waing": (22.42446, 96.51739), "Chaung Thar": (22.4446, 96.51147)}


@pytest.fixture
def run(shipped):
    def command(*words: str, text: str | None = None):
        return CliRunner().invoke(app, ["--project", str(shipped), *words], input=text, catch_exceptions=False)

    return command


def events_at(folder, source: str) -> dict[str, list]:
    rows = json.loads((folder / "output/events.geojson").read_bytes())["features"]
    return {r["properties"]["place_name"]: r for r in rows if r["properties"]["sources"] == source}


@pytest.mark.slow
def test_a_report_with_two_unknown_villages_reaches_the_map_in_four_commands(shipped, run):
    told = run("add", "-", "--publisher", "Herald", text=REPORT)
    assert told.exit_code == 0, told.output
    source = "2025-09-14-herald-shelling-hits-two-villages-on-the-road-to-mogoke"
    assert f"seeds/{source}.txt" in told.output.replace("\n", "")
    unplaced = events_at(shipped, source)
    for village in VILLAGES:
        assert f'frontmap locate "{village}"' in told.output
        assert unplaced[village]["geometry"] is None
        code = run("locate", village, "--near", "hohko").output.partition(": ")[0]
        accepted = run("locate", village, "--near", "hohko", "--accept", code)
        assert accepted.exit_code == 0
        assert "(draft): " in accepted.output  # the words give way to the place
    drafts = tomllib.loads((shipped / "seeds" / f"{source}.toml").read_text("utf-8"))["statement"]
    assert run("accept", *(f"{source}/{draft['id']}" for draft in drafts)).exit_code == 0
    assert run("build").exit_code == 0
    placed = events_at(shipped, source)
    for village, (lat, lon) in VILLAGES.items():
        assert placed[village]["geometry"]["coordinates"] == pytest.approx([lon, lat], abs=0.001)


def test_a_plan_in_a_report_stays_a_plan(shipped):
    added = add("-", REPORT.encode(), read_project(shipped), today=date(2025, 10, 1), publisher="Herald")
    toml = next(content for name, content in added.files.items() if name.endswith(".toml")).decode()
    (planned,) = [part for part in toml.split("[[statement]]") if "preparing to advance" in part]
    assert 'certainty = "planned"' in planned


def test_every_draft_says_that_it_is_one(shipped, tmp_path):
    from mapping.domain.errors import Problems

    added = add("-", REPORT.encode(), read_project(shipped), today=date(2025, 10, 1))
    path = tmp_path / "seeds" / "x.toml"
    path.parent.mkdir()
    path.write_bytes(next(content for name, content in added.files.items() if name.endswith(".toml")))
    _, statements, _ = read_curated(path, Problems())
    assert statements
    assert {statement.status for statement in statements} == {"draft"}
    assert not any(getattr(statement, "event", None) for statement in statements)


@pytest.mark.slow
def test_the_same_text_again_changes_nothing(shipped, run):
    run("add", "-", text=REPORT)
    before = {path.name: path.read_bytes() for path in (shipped / "seeds").iterdir()}
    told = run("add", "-", text=REPORT.replace("\n", "\r\n"))
    assert "nothing was changed" in told.output
    assert {path.name: path.read_bytes() for path in (shipped / "seeds").iterdir()} == before


def test_an_edited_text_of_the_same_address_is_kept_beside_the_old_one(run):
    run("add", "-", "--url", "https://example.org/a", text=REPORT)
    told = run("add", "-", "--url", "https://example.org/a", text=REPORT.replace("Two houses", "Three houses"))
    assert "kept beside it as a revision" in told.output


BAD = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t\n", "is empty"),
    "no letters": (b"12345 67890 !!", "holds no words"),
    "binary": (bytes(range(256)) * 20, ""),
    "huge": (b"a" * 5_000_001, ""),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_report_is_refused_in_one_line(shipped, case):
    data, words = BAD[case]
    project = read_project(shipped)
    before = sorted((shipped / "seeds").iterdir())
    with pytest.raises(CurationError) as caught:
        add("report.txt", data, project, today=date(2025, 10, 1))
    (problem,) = caught.value.problems
    assert problem.file == "report.txt"
    assert words in problem.message
    assert sorted((shipped / "seeds").iterdir()) == before


def test_a_day_that_lies_ahead_is_refused(shipped):
    with pytest.raises(CurationError, match="2025-12-01 lies in the future"):
        add("-", REPORT.encode(), read_project(shipped), today=date(2025, 10, 1), published="2025-12-01")


def test_a_web_page_gives_its_text(shipped):
    page = f"<html><head><title>Page</title><script>alert(1)</script></head><body><article>{REPORT}</article></body></html>"
    added = add("page.html", page.encode(), read_project(shipped), today=date(2025, 10, 1))
    text = next(content for name, content in added.files.items() if name.endswith(".txt")).decode()
    assert "alert" not in text
    assert "Nyaung Waing village" in text


def test_a_title_of_three_hundred_characters_makes_a_short_name(shipped):
    added = add("-", REPORT.encode(), read_project(shipped), today=date(2025, 10, 1), title="word " * 60)
    assert all(len(name) < 120 for name in added.files)


def test_a_title_is_never_a_path(shipped):
    added = add("-", REPORT.encode(), read_project(shipped), today=date(2025, 10, 1), title="../../etc/passwd", publisher="../x")
    assert not any("/" in name or ".." in name for name in added.files)


def test_an_interval_of_publication_makes_no_folder(shipped):
    added = add("-", REPORT.encode(), read_project(shipped), today=date(2025, 12, 1), published="2025-09-01/2025-09-30")
    assert all(name.startswith("undated-") for name in added.files)


def test_an_unknown_code_of_a_candidate_is_told(run):
    told = run("locate", "Nyaung Waing", "--accept", "99")
    assert told.exit_code == 1
    assert "has the code '99'" in told.stderr


def test_locating_near_an_unknown_place_is_told(shipped):
    from mapping.intake import candidates

    with pytest.raises(CurationError, match="'nowhere' is in no gazetteer"):
        candidates.locate("Nyaung Waing", read_project(shipped), near="nowhere")


PAGE = (
    '<html><head><meta property="og:site_name" content="Herald"><meta property="og:title" content="On the page">'
    '<meta property="article:published_time" content="2025-09-14"><link rel="canonical" href="https://example.org/1">'
    "</head><body><article>{}</article></body></html>"
)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({}, ("On the page", "Herald", "2025-09-14", "https://example.org/1")),
        (
            {"title": "Ours", "publisher": "Star", "published": "2025-09-15", "url": "https://example.org/2"},
            ("Ours", "Star", "2025-09-15", "https://example.org/2"),
        ),
    ],
)
def test_what_the_analyst_says_goes_before_what_the_page_says(project, given, kept):
    read = read_project(project)
    document = add("page.html", PAGE.format("Rain fell. " * 30).encode(), read, today=date(2025, 10, 1), **given).document
    assert (document.title, document.publisher, document.published, document.url) == kept


@pytest.mark.parametrize(("day", "refused"), [("2025-09-30", False), ("2025-10-01", False), ("2025-10-02", True)])
def test_a_report_may_be_of_today_and_not_of_tomorrow(project, day, refused):
    def taken():
        return add("-", b"Rain fell.", read_project(project), today=date(2025, 10, 1), published=day)

    if refused:
        with pytest.raises(CurationError, match="lies in the future"):
            taken()
    else:
        assert taken().document.published == day
