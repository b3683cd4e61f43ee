"""Files as people really write them: odd ones build, broken ones give one line a fault, nothing gives a traceback."""

import json
import re
import shutil

import pytest

from mapping.domain.errors import CurationError
from mapping.outputs import FORMATS, render
from mapping.outputs.text import changes
from mapping.project import read_project
from mapping.waist.build import build_dataset

pytestmark = pytest.mark.slow  # each builds a whole project in every format

TOML = "seeds/2025-05-03-herald-alpha.toml"
TEXT = "seeds/2025-05-03-herald-alpha.txt"
ROADS = "gazetteer/routes.geojson"
CSVS = [f"gazetteer/{name}.csv" for name in ("places", "names", "locations", "actors", "routes", "not_places")]
GEOJSONS = [f"gazetteer/{name}.geojson" for name in ("routes", "rivers", "boundaries", "locator")]
QUOTE = 'quote = "The Reds captured Alfa on 1 May."'


def build(project) -> dict[str, bytes]:
    features = build_dataset(read_project(project))
    return {name: content for format_ in FORMATS for name, content in render(format_, features).items()}


def faults(project) -> list[str]:
    with pytest.raises(CurationError) as caught:
        build_dataset(read_project(project))
    return [str(problem) for problem in caught.value.problems]


def add(project, statement: str) -> None:
    with (project / TOML).open("a", encoding="utf-8") as file:
        file.write(f'\n[[statement]]\nid = "odd"\n{QUOTE}\n{statement}\n')


def feature(properties: object, geometry: object) -> str:
    one = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "features": [one]})


# Good, though odd


@pytest.mark.parametrize("file", [*CSVS, *GEOJSONS, "gazetteer/map.toml", TOML, TEXT])
def test_a_byte_order_mark_changes_nothing(project, file):
    path = project / file
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read_project(project).statements) == 5


@pytest.mark.parametrize("file", [*CSVS, "gazetteer/map.toml", TOML])
def test_windows_line_ends_and_blank_lines_change_nothing(project, file):
    path = project / file
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n\r\n")
    assert len(read_project(project).statements) == 5


def test_a_line_end_within_a_cell_stays(project):
    with (project / "gazetteer/actors.csv").open("a", encoding="utf-8") as file:
        file.write('greens,Greens,,north,,"one line\nand another"\n')
    assert read_project(project).gazetteer.actors["greens"].note == "one line\nand another"


@pytest.mark.parametrize("lacking", ["sources", "statements", "routes", "locations"])
def test_a_project_that_has_hardly_anything_builds_in_every_format(project, lacking):
    match lacking:
        case "sources":
            shutil.rmtree(project / "seeds")
            (project / "seeds").mkdir()
        case "statements":
            (project / TOML).write_text('[source]\ntext = "verbatim"\n')
        case "routes":
            (project / "gazetteer/routes.csv").write_text("id,name,from,to,via,stretches,note\n")
            (project / ROADS).write_text('{"type": "FeatureCollection", "features": []}')
        case "locations":
            header = (project / "gazetteer/locations.csv").read_text().splitlines()[0]
            (project / "gazetteer/locations.csv").write_text(header + "\n")
    assert b"<html" in build(project)["map.html"]


@pytest.mark.parametrize(
    "date", ["2025-21", "2025-05-XX", "202X", "[..2025-05-01]", "[2025-04-29..2025-05-01]", "../.."]
)
def test_every_kind_of_date_builds(project, edit, date):
    edit(TOML, 'date = "2025-05-01"\ndate_basis = "stated"', f'date = "{date}"\ndate_basis = "derived"')
    assert build(project)["chronology.md"]


ODD = {
    "a place for a road": 'kind = "event"\ntype = "battle"\non = "alpha"',
    "a road for a place": 'kind = "event"\ntype = "battle"\nat = "alpha-beta"\nfrom = "alpha-beta"\nto = "alpha-beta"',
    "one place in every role": 'kind = "event"\ntype = "battle"\nat = "alpha"\nnear = "alpha"\nfrom = "alpha"\n'
    'to = "alpha"\ntoward = "alpha"\nvia = "alpha"',
    "control of a road": 'kind = "control"\nat = ["alpha-beta", "alpha-township"]\nholder = "reds"',
    "distance from a road": 'kind = "distance"\nfrom = "alpha-beta"\nto = "lost"\nkm = 3',
    "two places without a name": 'kind = "distance"\nfrom = "alpha"\nto = [{ text = "Reds" }, { text = "May" }]\nkm = 3',
    "a position on a road without a name": 'kind = "position"\non = { text = "Alfa" }\nfrom = "alpha"\nfraction = "1/3"',
    "from a road to words": 'kind = "access"\nto = { text = "Alfa" }\nfrom = ["alpha-beta", { text = "Reds" }]',
    "as long as a distance gets": 'kind = "distance"\nfrom = "alpha"\nto = { text = "Reds" }\nmiles = 40000\nbearing = "N"',
    "very many": 'kind = "event"\ntype = "battle"\ncounts = [{ what = "grains", n = 99999999999999999999999 }]',
}  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_what_is_odd_and_legal_builds_in_every_format(project, edit, odd):
    edit("gazetteer/names.csv", "alpha,Alfa", "lost,Reds,en,Latn,Herald\nalpha,Alfa")
    add(project, ODD[odd])
    assert build(project)["map.html"]


# Broken


WRONG_TYPES = {
    "date = 2025-05-01": "date: 2025-05-01 is no text; put it in quotes",
    "at = 3": "at: 3 is no text; put it in quotes",
    'at = "Alpha"': "at: 'Alpha' is no id; ids are lower-case words joined by hyphens",
    'at = { text = " " }': "at.text is empty; write words of the text, or take it out",
    "at = []": "at: [] names nothing; name something, or take it out",
    'at = ["alpha", "alpha"]': "at: 'alpha' stands twice; name it once",
    'at = ["alpha", { text = "alpha" }]': "at: 'alpha' stands twice; name it once",
    'actors = ["reds", "reds"]': "actors: 'reds' stands twice; name it once",
    'between = "alpha"': "between: takes two places, and names 1; name both ends of the section",
    'about = "yes"': "about: 'yes' is neither true nor false; write one of them, without quotes",
    'counts = { what = "x", n = 1 }': "counts: {'n': 1, 'what': 'x'} is no list; put it in square brackets",
    'counts = [{ what = "x", n = "1" }]': "counts.n: '1' is no whole number; write digits, without quotes",
    'event = "A b"': "event: 'A b' is no id; ids are lower-case words joined by hyphens",
    'date = "2025-05-03/2025-05-01"': "date: bad date '2025-05-03/2025-05-01'; it ends before it begins",
    'event = "sum"\ncovers = ["sum"]': "covers: 'sum' is this event itself; name the events that it sums up",
}  # fmt: skip


@pytest.mark.parametrize("line", WRONG_TYPES)
def test_a_field_of_the_wrong_kind_gives_one_plain_line(project, line):
    add(project, f'kind = "event"\ntype = "battle"\n{line}')
    assert faults(project) == [f"{TOML}: odd: {WRONG_TYPES[line]}"]


OTHER_KINDS = {
    'kind = "position"\non = "alpha"': "on: 'alpha' is no route; name a route of gazetteer/routes.csv, or write { text = … }",
    'kind = "distance"\nfrom = "alpha"\nto = "beta"\nkm = 60\nroute = "beta"':
        "route: 'beta' is no route; name a route of gazetteer/routes.csv, or write { text = … }",
    'kind = "distance"\nfrom = "alpha"\nto = "beta"\nkm = "60"': "km: '60' is no number; write digits, without quotes",
    'kind = "control"\nat = ["alpha", "alpha"]\nholder = "reds"': "at: 'alpha' stands twice; name it once",
}  # fmt: skip


@pytest.mark.parametrize("statement", OTHER_KINDS)
def test_a_statement_that_cannot_be_drawn_gives_one_plain_line(project, statement):
    add(project, statement)
    assert faults(project) == [f"{TOML}: odd: {OTHER_KINDS[statement]}"]


@pytest.mark.parametrize(("content", "told"), [
    ("", "'[source]' is missing; add it"),
    ('source = "x"', "[source]: 'x' is no table; write its fields"),
    ('[source]\ntext = "verbatim"\n[statement]\nid = "x"', "[[statement]]: {'id': 'x'} is no list; put it in square brackets"),
    ('statement = ["x"]\n[source]\ntext = "verbatim"', "statement 1: 'x' is no table; write its fields"),
    (f"a = {'[' * 5000}{']' * 5000}", "is no TOML: maximum recursion depth exceeded"),
    (f"a = {'9' * 5000}", "is no TOML: Exceeds the limit"),
])  # fmt: skip
def test_a_toml_of_the_wrong_shape_gives_one_plain_line(project, content, told):
    (project / TOML).write_text(content)
    (line,) = faults(project)
    assert line.startswith(f"{TOML}: {told}")


LINE = {"type": "LineString", "coordinates": [[91, 11], [91.1, 11.1]]}
SOUND = {"id": "alpha", "credit": "Survey"}
BAD_FEATURES = {
    "no properties": (None, LINE, "feature 1: id: None is no text; add it to the properties, in quotes"),
    "an id that is a number": ({**SOUND, "id": 5}, LINE, "5: id: 5 is no text; add it to the properties, in quotes"),
    "an unknown id": ({**SOUND, "id": "ghost"}, LINE, "ghost: id: unknown 'ghost' (did you mean 'lost'?)"),
    "no geometry": (SOUND, None, "alpha: the geometry is None; it must be a LineString"),
    "another geometry": (SOUND, {"type": "Point", "coordinates": [91, 11]},
        "alpha: the geometry is 'Point'; it must be a LineString"),
    "a kind that is a list": (SOUND, {"type": [], "coordinates": []}, "alpha: the geometry is []; it must be a LineString"),
    "one vertex": (SOUND, {"type": "LineString", "coordinates": [[91, 11]]},
        "alpha: a line of it has fewer than 2 vertices; draw it again"),
    "no length": (SOUND, {"type": "LineString", "coordinates": [[91, 11], [91, 11]]},
        "alpha: all vertices are one point; draw a line"),
    "one number": (SOUND, {"type": "LineString", "coordinates": [[91], [91, 11]]},
        "alpha: [91] is no point on Earth; write [longitude, latitude] in degrees"),
    "not a number": (SOUND, {"type": "LineString", "coordinates": [[float("nan"), 11], [91, 11]]},
        "alpha: [nan, 11] is no point on Earth; write [longitude, latitude] in degrees"),
    "metres": (SOUND, {"type": "LineString", "coordinates": [[500000, 11], [91, 11]]},
        "alpha: [500000, 11] is no point on Earth; write [longitude, latitude] in degrees"),
    "texts": (SOUND, {"type": "LineString", "coordinates": [["91", "11"], [91, 11]]},
        "alpha: ['91', '11'] is no point on Earth; write [longitude, latitude] in degrees"),
}  # fmt: skip


@pytest.mark.parametrize("fault", BAD_FEATURES)
def test_a_broken_feature_gives_one_plain_line(project, fault):
    properties, geometry, told = BAD_FEATURES[fault]
    (project / "gazetteer/rivers.geojson").write_text(feature(properties, geometry))
    assert faults(project) == [f"gazetteer/rivers.geojson: {told}"]


@pytest.mark.parametrize("file", GEOJSONS)
@pytest.mark.parametrize("content", ["", "null", "[]", '{"features": null}', '{"features": [1]}', "[" * 100_000])
def test_what_is_no_geojson_gives_one_line(project, file, content):
    (project / file).write_text(content)
    (line,) = faults(project)
    assert line.startswith(f"{file}: ")


def test_a_road_in_a_ring_is_refused(project, edit):
    edit("gazetteer/routes.csv", "alpha,beta,gamma,south-half; north-half", "alpha,alpha,,south-half; north-half; back")
    back = {"id": "back", "quality": "schematic", "uncertainty_m": 3000, "evidence": "x", "credit": "x", "note": ""}
    line = {"type": "LineString", "coordinates": [[91.0, 11.5], [91.1, 11.2], [91.0, 11.0]]}
    roads = json.loads((project / ROADS).read_text())
    roads["features"] += json.loads(feature(back, line))["features"]
    (project / ROADS).write_text(json.dumps(roads))
    assert faults(project) == [
        "gazetteer/routes.csv: alpha-beta: ends where it begins; a route has two ends: make two routes of it"
    ]


def test_heights_fall_away(project, edit):
    edit(ROADS, "[91.0,11.2],[91.0,11.5]", "[91.0,11.2,700],[91.0,11.5,800]")
    assert read_project(project).gazetteer.routes["alpha-beta"].points[-1] == (11.5, 91.0)


CELLS = {
    "id with a slash": ("gazetteer/places.csv", "lost,Lostham", "../lost,Lostham",
        "gazetteer/places.csv: ../lost: '../lost' is no id; ids are lower-case words joined by hyphens"),
    "no name": ("gazetteer/places.csv", "lost,Lostham", "lost,", "gazetteer/places.csv: lost: '' is no name; write one with letters"),
    "a spelling without letters": ("gazetteer/names.csv", "alpha,Alfa", "alpha,...",
        "gazetteer/names.csv: alpha: '...' is no name; write one with letters"),
    "a text for a spelling": ("gazetteer/names.csv", "alpha,Alfa", f"alpha,{'word ' * 20_000}",
        "gazetteer/names.csv: alpha: has a name of 99999 characters; 200 are the most"),
    "a village for a township": ("gazetteer/places.csv", "beta,Beta,town,,", "beta,Beta,town,gamma,",
        "gazetteer/places.csv: beta: township: 'gamma' is a village; name a township"),
    "a village with a seat": ("gazetteer/places.csv", "gamma,Gamma,village,,,,", "gamma,Gamma,village,,,alpha,",
        "gazetteer/places.csv: gamma: seat: a village with a town as its seat; only a township has one, and that is a town"),
    "a party within itself": ("gazetteer/actors.csv", "Reds,north,", "Reds,north,reds",
        "gazetteer/actors.csv: reds: part_of: reds is part of reds; take one of them out"),
    "a number with a gap": ("gazetteer/locations.csv", "alpha,11.0", "alpha,1_1.0",
        "gazetteer/locations.csv: alpha: lat: '1_1.0' is no number; write it as 22.5"),
    "a road known to no width": (ROADS, '"uncertainty_m":200', '"uncertainty_m":-200',
        f"{ROADS}: south-half: uncertainty_m: -200 is out of range; it must be above 0, for no location is exact, "
        "and at most 20037508, half round the Earth"),
    "evidence that is a number": (ROADS, '"evidence":"survey"', '"evidence":5',
        f"{ROADS}: south-half: evidence: 5 is no text; add it to the properties, in quotes"),
    "a window upside down": ("gazetteer/map.toml", "window = { south = 10, west = 90, north = 12",
        "window = { south = 12, west = 90, north = 10",
        "gazetteer/map.toml: window: south must lie below north, and west left of east"),
    "a window in words": ("gazetteer/map.toml", "window = { south = 10", 'window = { south = "ten"',
        "gazetteer/map.toml: window.south: 'ten' is no number; write digits, without quotes"),
    "a text for a list": ("gazetteer/map.toml", 'beyond = ["faraway"]', 'beyond = "faraway"',
        "gazetteer/map.toml: beyond: 'faraway' is no list; put it in square brackets"),
    "a background without a name": ("gazetteer/map.toml", 'name = "OpenStreetMap"\n', "",
        "gazetteer/map.toml: 'basemap.0.name' is missing; add it"),
    "two sides of one id": ("gazetteer/map.toml", 'id = "south"', 'id = "north"',
        "gazetteer/map.toml: two [[side]] have one id; ids are unique"),
}  # fmt: skip


@pytest.mark.parametrize("fault", CELLS)
def test_a_faulty_row_gives_one_plain_line(project, edit, fault):
    file, old, new, line = CELLS[fault]
    edit(file, old, new)
    assert faults(project) == [line]


@pytest.mark.parametrize("file", [*CSVS, *GEOJSONS, "gazetteer/map.toml", TEXT, TOML])
@pytest.mark.parametrize("kind", ["folder", "dangling link", "Latin-1"])
def test_a_file_that_cannot_be_read_gives_one_line_and_none_of_what_follows(project, file, kind):
    path = project / file
    path.unlink()
    match kind:
        case "folder":
            path.mkdir()
        case "dangling link":
            path.symlink_to("nowhere")
        case "Latin-1":
            path.write_bytes(b"\xff")
    (line,) = faults(project)
    assert re.match(re.escape(file) + ": (is missing|cannot be read|is not UTF-8)", line)


@pytest.mark.parametrize("name", ["a; b", "a\nb", "\x1b[31m", "\udcff"])
def test_a_text_whose_name_cannot_be_told_is_refused(project, name):
    (project / "seeds" / f"{name}.txt").write_text("Alpha")
    (line,) = faults(project)
    assert line.endswith("has a name with a semicolon or a control character; give it another")


@pytest.mark.parametrize(
    "content", ["", "[", "5", '{"features": [{"id": 1}]}', '{"features": [{"id": []}]}', "[" * 100_000]
)
def test_any_earlier_output_may_stand_there(project, tmp_path, content):
    (tmp_path / "events.geojson").write_text(content)
    assert isinstance(changes.compare(tmp_path, build(project)), list)
