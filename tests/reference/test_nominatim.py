from __future__ import annotations

from types import SimpleNamespace

import pytest
from geopy.exc import GeocoderUnavailable

from mapping.domain.errors import CurationError
from mapping.reference import nominatim
from mapping.reference.base import Around

WINDOW = (21.0, 95.0, 23.0, 97.0)


class Answer(SimpleNamespace):
    def __str__(self):
        return "Alpha, Somewhere"


@pytest.fixture
def server(monkeypatch):
    """A server that answers what `rows` says, and remembers how it was asked."""
    asked = SimpleNamespace(rows=[], how=None)

    def geocode(_, name, **how):
        asked.how = {"name": name} | how
        if isinstance(asked.rows, Exception):
            raise asked.rows
        return asked.rows

    monkeypatch.setattr("geopy.geocoders.Nominatim.geocode", geocode)
    return asked


def test_it_is_asked_once_inside_the_window(server):
    list(nominatim.alike("Alpha", Around((), WINDOW)))
    assert (server.how["name"], server.how["viewbox"], server.how["bounded"]) == ("Alpha", [(21, 95), (23, 97)], True)


@pytest.mark.parametrize(
    ("raw", "name", "kind"),
    [
        ({"type": "village", "namedetails": {"name:en": "Alfa", "name": "X", "name:my": "အယ်"}}, "Alfa", "village"),
        ({"type": "city", "namedetails": {"name": "X"}}, "X", "city"),
        ({"type": "town"}, "Alpha", "town"),
        ({"type": "peak", "namedetails": None}, "Alpha", "site"),
        ({}, "Alpha", "site"),
    ],
)
def test_an_answer_becomes_an_entry(server, raw, name, kind):
    server.rows = [Answer(raw=raw | {"osm_type": "node", "osm_id": 7}, latitude=22.5, longitude=96.5)]
    (match,) = nominatim.alike("Alpha", Around((), WINDOW))
    assert (match.entry.name, match.entry.kind, match.entry.point) == (name, kind, (22.5, 96.5))
    assert match.evidence == "OpenStreetMap node 7 by Nominatim"
    assert (match.likeness == pytest.approx(1.1)) is (name == "Alpha")


def test_no_answer_is_no_candidate(server):
    server.rows = None
    assert list(nominatim.alike("Alpha", Around((), WINDOW))) == []


def test_a_server_that_does_not_answer_is_told_with_what_to_do(server):
    server.rows = GeocoderUnavailable("down")
    with pytest.raises(CurationError, match="Nominatim does not answer: down; try later, or leave --online out"):
        list(nominatim.alike("Alpha", Around((), WINDOW)))
