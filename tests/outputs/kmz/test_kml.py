from __future__ import annotations

import importlib.util
import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from shapely.geometry import Point

from mapping.outputs.kmz import kml
from mapping.style.symbols import EVENTS
from tests.conftest import require
from tests.support import dataset as waist
from tests.support.export_cases import HOSTILE, empty, hostile

pytestmark = pytest.mark.slow  # each writes a whole document

K = "{http://www.opengis.net/kml/2.2}"
CASES = {"full": waist.features, "empty": empty, "hostile": hostile}


def opened(features):
    return zipfile.ZipFile(io.BytesIO(kml.files(features)["front.kmz"]))


def document(features):
    return etree.fromstring(opened(features).read("doc.kml"))


def placemark(name):
    return next(p for p in document(waist.features()).iter(f"{K}Placemark") if p.findtext(f"{K}name") == name)


@pytest.mark.parametrize("case", CASES)
def test_it_is_valid_by_the_schema_of_ogc(case):
    found = importlib.util.find_spec("fastkml")  # carries the schema and those that it imports
    require(found, "fastkml is missing: pip install -e .[test]")
    path = Path(found.submodule_search_locations[0]) / "schema" / "ogckml22.xsd"
    etree.XMLSchema(etree.parse(path)).assertValid(document(CASES[case]()))


def test_two_exports_are_the_same_bytes():
    assert kml.files(waist.features()) == kml.files(waist.features())


def test_every_picture_and_style_that_is_asked_for_is_there():
    features = waist.features()
    root, names = document(features), set(opened(features).namelist())
    styles = {f"#{style.get('id')}" for style in root.iter(f"{K}Style", f"{K}StyleMap")}
    assert {href.text for href in root.iter(f"{K}href")} <= names
    assert {url.text for url in root.iter(f"{K}styleUrl")} <= styles


def test_events_lie_in_folders_by_type():
    features = waist.features()
    folders = {f.findtext(f"{K}name"): len(f.findall(f"{K}Placemark")) for f in document(features).iter(f"{K}Folder")}
    located = features.events[features.events.geometry.notna()]["type"].value_counts()
    wanted = {f"Events: {EVENTS[type_].label} ({count})": count for type_, count in located.items()}
    assert {name: count for name, count in folders.items() if name.startswith("Events")} == wanted


def test_a_day_spans_the_whole_of_it():
    span = placemark("Shells on Eta").find(f"{K}TimeSpan")
    assert [part.text for part in span] == ["2025-08-05T00:00:00Z", "2025-08-05T23:59:59Z"]


def test_what_is_only_known_by_a_day_is_there_from_that_day_on():
    span = placemark("Battles near Delta and Epsilon").find(f"{K}TimeSpan")
    assert [part.tag for part in span] == [f"{K}begin", f"{K}end"]
    assert span[0].text[:10] == span[1].text[:10]


def test_the_certainty_chooses_the_sign():
    assert placemark("Shells on Eta").findtext(f"{K}styleUrl") == "#shelling-solid"
    assert placemark("Clashes in Alpha Township (claimed)").findtext(f"{K}styleUrl") == "#battle-half"
    assert placemark("Second column at Gamma (planned)").findtext(f"{K}styleUrl") == "#advance-hollow"


@pytest.mark.parametrize("name", ["$[id]", "a $[description] b"])
def test_google_earth_fills_nothing_into_a_name(name):
    root = document(waist.features(positions=[waist.row("positions", id="s/x", route_name=name, geometry=Point(1, 2))]))
    names = [text for mark in root.iter(f"{K}Placemark") if "[" in (text := mark.findtext(f"{K}name"))]
    assert names
    assert all("$[" not in text for text in names)


def test_a_balloon_holds_the_words_and_the_address():
    told = placemark("Shells on Eta").findtext(f"{K}description")
    assert "<i>In our words, after The Herald:</i> Shells fell on Eta on August 5 and 39 people fled." in told
    assert '<a href="https://example.org/push">https://example.org/push</a>' in told


def test_what_is_not_located_is_listed_and_has_no_mark():
    root = document(waist.features())
    assert "Lambda: no coordinate is known" in root.findtext(f"{K}Document/{K}description")
    assert not [p for p in root.iter(f"{K}Placemark") if p.findtext(f"{K}name") == "Looting at Lambda"]


def test_areas_are_no_dots():
    names = [p.findtext(f"{K}name") for p in document(waist.features()).iter(f"{K}Placemark")]
    assert "Alpha Township" not in names


def test_hostile_text_is_no_markup_and_no_entity():
    told = [d.text or "" for d in document(hostile()).iter(f"{K}description")]
    assert not [text for text in told if "<script>" in text]
    assert any("&lt;script&gt;" in text for text in told)
    assert HOSTILE.splitlines()[0] in [n.text.splitlines()[0] for n in document(hostile()).iter(f"{K}name")]


def test_an_entity_of_google_earth_is_defused():
    rows = waist.tables()["events"]
    rows[0] |= {"quotes": "$[name] and \x0b", "source_urls": "javascript:alert(1); https://example.org/a?b=1&c=2"}
    root = document(waist.features(events=rows))
    told = next(d.text for d in root.iter(f"{K}description") if "&#36;[name]" in (d.text or ""))
    assert "javascript" not in told
    assert 'href="https://example.org/a?b=1&amp;c=2"' in told
