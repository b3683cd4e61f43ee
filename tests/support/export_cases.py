"""Waists that try the export formats: nothing in them, hostile text, or 50,000 events."""

from __future__ import annotations

from shapely import Point

from mapping.waist import TABLES
from tests.support.dataset import features, row, tables

HOSTILE = '=2+3 <script>alert("x")</script> & [% @project_home %] \'; DROP TABLE events; -- မိုး, ]]> "q"\nnext\tline'
SOURCE = "2025-08-07-herald-road-push"


def empty():
    """Every table, and not a row in any."""
    return features(**{name: [] for name in TABLES})


def hostile():
    """The made-up front, where every free text of one event, one place and one source is hostile."""
    rows = tables()
    for table, columns in {
        "events": "event place_name date_text actors against counts quotes contradiction versions",
        "places": "name names name_my location_evidence location_credit location_note",
        "sources": "title publisher notes text",
        "statements": "title quote said_by note",
        "distances": "from_name quote",
        "routes": "name evidence",
        "stretches": "evidence note",
        "rivers": "name",
    }.items():
        rows[table][0] |= dict.fromkeys(columns.split(), HOSTILE)
    return features(**rows)


def many(count):
    """So many events, each with its statement, on 500 places; the other tables as they are."""
    events, statements = [], []
    types = ("battle", "airstrike", "shelling", "capture", "advance", "displacement", "talks")
    places = [
        row("places", id=f"place-{n}", name=f"Place {n}", names=f"Place {n}", kind="village", uncertainty_m=500.0,
            located_by="gazetteer", geometry=_spot(n))
        for n in range(500)
    ]  # fmt: skip
    for n in range(count):
        day = f"2025-{1 + n // 28 % 12:02}-{1 + n % 28:02}"
        dated = {"date_edtf": day, "date_start": day, "date_end": day, "certainty": "asserted", "status": "reviewed"}
        type_, quote = types[n % 7], f"quote {n}: " + "words of the text " * 6
        events.append(row(
            "events", id=f"event-{n}/at/place-{n % 500}", event_id=f"event-{n}", event=f"Happening {n}", type=type_,
            role="at", place=f"place-{n % 500}", place_name=f"Place {n % 500}", sources=SOURCE, quotes=quote,
            uncertainty_m=500.0, geo_precision=1, time_precision=1, geometry=_spot(n % 500), **dated,
        ))  # fmt: skip
        statements.append(row(
            "statements", id=f"{SOURCE}/s{n}", source=SOURCE, kind="event", event_id=f"event-{n}", event_type=type_,
            title=f"Happening {n}", quote=quote, start=1, end=9, **dated,
        ))  # fmt: skip
    return features(places=places, events=events, statements=statements, reports=[], control=[])


def _spot(number):
    return Point(95.5 + number % 25 / 10, 21.5 + number // 25 / 10)
