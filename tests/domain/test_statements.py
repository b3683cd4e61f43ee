import json
from fractions import Fraction
from typing import Literal, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from mapping.domain.fields import Unnamed
from mapping.domain.source_file import json_schema
from mapping.domain.statements import KINDS, Distance, Position, Report, Statement
from tests.conftest import ROOT

ADAPTER = TypeAdapter(Statement)


def statement(**fields):
    return ADAPTER.validate_python({"id": "x", "quote": "q"} | fields)


def test_one_place_or_several_stand_under_a_role():
    event = statement(kind="event", type="battle", near=["a", "b"], **{"from": {"text": "a ford"}})
    assert event.places() == [("near", "a"), ("near", "b"), ("from", Unnamed(text="a ford"))]


def test_miles_are_kept_and_read_as_kilometres():
    distance = statement(kind="distance", to="b", miles=10, **{"from": "a"})
    assert isinstance(distance, Distance)
    assert distance.stated_km == pytest.approx(16.09344)


@given(st.fractions(0, 1))
def test_any_share_of_a_route_is_read_exactly(share):
    position = statement(kind="position", on="r", fraction=str(share), **{"from": "a"})
    assert isinstance(position, Position)
    assert position.fraction == share


@pytest.mark.parametrize("share", ["4/3", "-1/3", "1/0", "a third"])
def test_no_other_share_is_read(share):
    with pytest.raises(ValidationError, match="fraction"):
        statement(kind="position", on="r", fraction=share, **{"from": "a"})


def test_a_share_says_where_it_is_counted_from():
    with pytest.raises(ValidationError, match="the end it is counted from"):
        statement(kind="position", on="r", fraction="1/3")


def test_a_distance_needs_its_number():
    with pytest.raises(ValidationError, match="needs km or miles"):
        statement(kind="distance", to="b", **{"from": "a"})


def test_an_anchored_statement_knows_its_source():
    event = statement(kind="event", type="other").anchored("herald", 3, 9)
    assert isinstance(event, Report)
    assert (event.uid, event.span, event.source) == ("herald/x", (3, 9), "herald")


def test_every_kind_has_its_word():
    assert all(cls.model_fields["kind"].annotation == Literal[word] for word, cls in KINDS.items())
    assert set(KINDS.values()) == set(get_args(Statement))


def test_the_published_schema_is_that_of_the_code():
    published = json.loads((ROOT / "seeds" / "source.schema.json").read_text("utf-8"))
    assert published == json_schema(), "write it anew: frontmap schema > seeds/source.schema.json"


def test_fractions_are_exact():
    assert statement(kind="position", on="r", fraction="1/3", **{"from": "a"}).fraction == Fraction(1, 3)
