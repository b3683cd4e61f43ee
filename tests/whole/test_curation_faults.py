"""Each fault of curation gives one clear line with file, record and remedy, all in one run."""

import re

import pytest

from mapping.domain.errors import CurationError
from mapping.domain.statements import KINDS
from mapping.project import read_project

TOML = "seeds/2025-05-03-herald-alpha.toml"


def faults(project) -> list[str]:
    with pytest.raises(CurationError) as caught:
        read_project(project)
    return [str(problem) for problem in caught.value.problems]


def test_a_sound_project_has_none(project):
    assert len(read_project(project).statements) == 5


FAULTS = {
    "misspelt id": (TOML, 'near = "gamma"', 'near = "gama"',
        f"{TOML}: fight: near: unknown place 'gama' (did you mean 'gamma'?); mend the id, "
        "add the place to gazetteer/places.csv, or write { text = … }"),
    "changed quote": (TOML, "The Reds captured Alfa on 1 May.", "The Reds took Alfa on 1 May.",
        f"{TOML}: alpha-captured: the quote 'The Reds took Alfa on 1 May.' does not stand in "
        "2025-05-03-herald-alpha.txt; copy it from there, letter by letter"),
    "quote twice": (TOML, 'quote = "A bridge was hit."', 'quote = "A"',
        f"{TOML}: bridge: the quote 'A' stands 4 times in 2025-05-03-herald-alpha.txt; "
        "take more words, so that it stands once"),
    "unknown kind": (TOML, 'kind = "distance"\nid = "road"', 'kind = "distanse"\nid = "road"',
        f"{TOML}: road: unknown kind 'distanse' (did you mean 'distance'?); kinds are {', '.join(KINDS)}"),
    "unknown key": (TOML, 'near = "gamma"', 'naer = "gamma"',
        f"{TOML}: fight: unknown key 'naer' (did you mean 'near'?); take it out or mend its spelling"),
    "missing field": (TOML, 'type = "battle"\n', "", f"{TOML}: fight: 'type' is missing; add it"),
    "bad date": (TOML, 'date = "2025-05-02"', 'date = "2 May 2025"',
        f"{TOML}: fight: date: bad date '2 May 2025'; write EDTF, such as 2025-07-24, 2025-07, 2025-07-15~ "
        "or 2025-07-01/2025-07-10"),
    "TOML syntax": (TOML, "[[statement]]\nkind = \"distance\"\nid = \"road\"", "[[statement]\nkind = \"distance\"\nid = \"road\"",
        f"{TOML}: is no TOML: "),
    "two accepted locations": ("gazetteer/locations.csv", "500,rejected", "500,accepted",
        "gazetteer/locations.csv: gamma: has two accepted locations; keep one, mark the other rejected and note why"),
    "lat and lon swapped": ("gazetteer/locations.csv", "alpha,11.0,91.0", "alpha,91.0,11.0",
        "gazetteer/locations.csv: alpha: lat 91 and lon 11 look swapped; lat comes first"),
    "outside the window": ("gazetteer/locations.csv", "alpha,11.0,91.0", "alpha,13.5,91.0",
        "gazetteer/locations.csv: alpha: 13.5, 91 lies outside the window 10 to 12 N, 90 to 92 E of map.toml; "
        "mend it, or list the place there under beyond"),
    "place the text never names": (TOML, 'near = "gamma"', 'near = "faraway"',
        f"{TOML}: fight: near: the text never names 'faraway'; choose the place it means, "
        "or add the spelling it uses to gazetteer/names.csv"),
    "unknown actor": (TOML, 'against = ["blues"]', 'against = ["bluse"]',
        f"{TOML}: fight: against: unknown actor 'bluse' (did you mean 'blues'?); mend the id, "
        "or add it to gazetteer/actors.csv"),
    "words that are not in the quote": (TOML, '{ text = "A bridge" }', '{ text = "a ford" }',
        f"{TOML}: bridge: at: 'a ford' does not stand in the quote; use words of the quote, or a gazetteer id"),
    "fraction above 1": (TOML, 'kind = "distance"\nid = "road"\nfrom = "alpha"\nto = "beta"\nkm = 60\nway = "road"',
        'kind = "position"\nid = "road"\nfrom = "alpha"\non = "alpha-beta"\nfraction = "4/3"',
        f"{TOML}: road: fraction: fraction 4/3 is not between 0 and 1; a share cannot exceed the route"),
    "address that is none": (TOML, "https://example.org/1", "javascript:alert(1)", f"{TOML}: source: url: "),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_gives_one_line(project, edit, fault):
    file, old, new, line = FAULTS[fault]
    edit(file, old, new)
    told = faults(project)
    assert len(told) == 1
    assert told[0].startswith(line)
    assert told[0] == line or line.endswith(": ")


def test_all_faults_come_in_one_run(project, edit):
    edit(TOML, 'near = "gamma"', 'near = "gama"')
    edit(TOML, 'quote = "A bridge was hit."', 'quote = "A"')
    edit("gazetteer/locations.csv", "alpha,11.0,91.0", "alpha,91.0,11.0")
    edit("gazetteer/actors.csv", "reds,Red Army,Reds,north", "reds,Red Army,Reds,nrth")
    assert len(faults(project)) == 4


def test_a_folder_that_is_no_project_is_told_what_it_lacks(tmp_path):
    assert faults(tmp_path) == [
        f"{tmp_path}: is no project: it lacks gazetteer/ and seeds/; go to the project's folder, or name it with --project"
    ]


def test_a_text_that_is_not_utf8_is_told_with_the_byte(project):
    (project / "seeds/2025-05-03-herald-alpha.txt").write_bytes(b"Alpha \xff Beta")
    assert "seeds/2025-05-03-herald-alpha.txt: is not UTF-8 at byte 6; save it as UTF-8" in faults(project)


def test_a_missing_gazetteer_file_is_named(project):
    (project / "gazetteer/names.csv").unlink()
    assert faults(project)[0].startswith("gazetteer/names.csv: is missing")


def test_stretches_that_do_not_meet_are_named(project, edit):
    edit("gazetteer/routes.geojson", "[[91.0,11.2],[91.0,11.5]]", "[[91.0,11.3],[91.0,11.5]]")
    assert faults(project) == [
        "gazetteer/routes.csv: alpha-beta: stretch north-half does not begin where south-half ends; "
        "give both the same end vertex in routes.geojson"
    ]


def test_a_distance_that_no_road_explains_stops_the_build(project, edit):
    from mapping.waist.build import build_dataset

    edit(TOML, "km = 60", "km = 600")
    with pytest.raises(CurationError) as caught:
        build_dataset(read_project(project))
    (line,) = map(str, caught.value.problems)
    assert line.startswith(f"{TOML}: road: Alpha and Beta: 600 km stated")
    assert 'if the source really says so, set certainty = "disputed"' in line


def test_a_bearing_on_the_wrong_side_stops_the_build(project, edit):
    from mapping.waist.build import build_dataset

    edit(TOML, "km = 60", 'km = 60\nbearing = "S"')
    with pytest.raises(CurationError, match="the bearing S lies 180 degrees off the azimuth 0; are from and to swapped"):
        build_dataset(read_project(project))


ROAD = 'kind = "distance"\nid = "road"\nfrom = "alpha"\nto = "beta"\nkm = 60\nway = "road"'
SOUND = {  # a statement of each kind with every field that names a place, a route or a party
    "event": 'type = "battle"\nat = "gamma"\nnear = "gamma"\non = "alpha-beta"\nfrom = "alpha"\nto = "beta"\n'
    'toward = "beta"\nbetween = ["alpha", "beta"]\nvia = "gamma"\nactors = ["reds"]\nagainst = ["blues"]',
    "distance": 'from = "alpha"\nto = "beta"\nkm = 60\nway = "road"\nroute = "alpha-beta"',
    "travel-time": 'from = "alpha"\nto = "beta"\nminutes = 90\nroute = "alpha-beta"',
    "direction": 'from = "alpha"\nto = "beta"\nbearing = "N"',
    "position": 'on = "alpha-beta"\nfrom = "alpha"\nkm = 10\nplace = "gamma"\nactors = ["reds"]',
    "access": 'to = "beta"\nfrom = "alpha"\non = "alpha-beta"',
    "control": 'at = "alpha"\nholder = ["reds"]',
}
NAMING = [(kind, line.split(" = ")[0]) for kind, rows in SOUND.items() for line in rows.splitlines()
          if any(word in line for word in ("alpha", "beta", "gamma", "reds", "blues"))]  # fmt: skip


def test_every_kind_and_every_field_that_names_something_is_here():
    fields = {(kind, field) for kind in SOUND for field in (*KINDS[kind].PLACES, *KINDS[kind].ACTORS)}
    assert set(NAMING) == fields - {("position", "between")}  # it stands in place of `from`


@pytest.mark.parametrize(("kind", "field"), NAMING)
def test_an_id_that_nobody_knows_is_told_in_whatever_field_it_stands(project, edit, kind, field):
    rows = "\n".join(re.sub('"[a-z-]+"', '"nemo"', line, count=1) if line.startswith(f"{field} =") else line
                     for line in SOUND[kind].splitlines())  # fmt: skip
    edit(TOML, ROAD, f'kind = "{kind}"\nid = "road"\n{rows}')
    assert any(fault.startswith(f"{TOML}: road: {field}: unknown") and "'nemo'" in fault for fault in faults(project))
