from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from mapping.domain.vocabulary import PLACE_KINDS as KINDS
from mapping.outputs import linked_places
from tests.support import dataset as waist
from tests.support.export_cases import empty, hostile

SCHEMA = json.loads((Path(__file__).parent / "linked_places.schema.json").read_text("utf-8"))
CASES = {"full": waist.features, "empty": empty, "hostile": hostile}


def places(features):
    found = json.loads(linked_places.files(features)["places.lpf.json"])["features"]
    return {place["@id"]: place for place in found}


@pytest.mark.parametrize("case", CASES)
def test_it_keeps_to_the_format(case):
    content = json.loads(linked_places.files(CASES[case]())["places.lpf.json"])
    jsonschema.Draft202012Validator(SCHEMA).validate(content)


def test_every_kind_of_place_has_its_class_and_term():
    assert set(linked_places.TYPES) == set(KINDS)


def test_every_name_has_its_language_and_witness():
    names = places(waist.features())["place:beta"]["names"]
    assert names == [
        {"toponym": "Beta"},
        {"toponym": "Betha", "lang": "en", "citations": [{"label": "Herald"}]},
        {"toponym": "ဘီတာ", "lang": "my", "citations": [{"label": "The waist"}]},
    ]


def test_a_location_says_how_certain_it_is():
    rows = waist.tables()["places"]
    rows[2] |= {"located_by": "inferred"}
    found = places(waist.features(places=rows))
    assert found["place:alpha"]["geometry"]["certainty"] == "certain"
    assert found["place:iota"]["geometry"]["certainty"] == "less-certain"
    assert found["place:gamma"]["geometry"]["certainty"] == "uncertain"
    assert found["place:lambda"]["geometry"] is None


def test_a_place_names_the_one_it_lies_in():
    relation = {"relationType": "gvp:broaderPartitive", "relationTo": "place:alpha-township", "label": "Alpha Township"}
    assert places(waist.features())["place:delta"]["relations"] == [relation]


def test_a_geonames_id_becomes_a_link():
    rows = waist.tables()["places"]
    rows[0] |= {"geonames_id": "1309611"}
    links = places(waist.features(places=rows))["place:alpha"]["links"]
    assert links == [{"type": "closeMatch", "identifier": "gn:1309611"}]
