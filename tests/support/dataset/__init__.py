"""A small made-up front as tables of the waist: every case that an output must show, and nothing real."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from shapely import LineString, Point, Polygon

from mapping.waist import KIND_TABLES, TABLES, Dataset, frame
from mapping.waist.date_tables import date_rows, edtf_of, last_days
from tests.support.dataset.cells import Row, line, point, row
from tests.support.dataset.facts import (
    COURIER,
    EVENTS,
    HERALD,
    PLACES,
    SETTINGS,
    SOURCES,
    STRETCHES,
    TEXTS,
    UNREAD,
    WIRE,
)
from tests.support.dataset.statements import candidates, control, distances, positions, statements

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "COURIER",
    "EVENTS",
    "HERALD",
    "PLACES",
    "SETTINGS",
    "SOURCES",
    "TEXTS",
    "UNREAD",
    "WIRE",
    "features",
    "row",
    "tables",
]

AS_OF = "2025-08-10"


def _places() -> list[Row]:
    rows = []
    for id_, (name, burmese, kind, where, radius) in PLACES.items():
        names = [name, "Betha"] if id_ == "beta" else [name]
        rows.append(row(
            "places", id=id_, name=name, names="; ".join([*names, burmese] if burmese else names),
            name_my=burmese or None, kind=kind, uncertainty_m=radius, geometry=point(id_),
            state_region="Northland", township="Alpha Township" if id_ == "delta" else None,
            located_by="gazetteer" if where else "not located",
            location_evidence="read off a made-up sheet" if where else None,
            location_credit="The waist" if where else None, mentions=2, sources=HERALD,
        ))  # fmt: skip
    return rows


def _names() -> list[Row]:
    burmese = [
        row("names", place=id_, name=my, language="my", script="Mymr", attested_by="The waist")
        for id_, (_, my, *_) in PLACES.items() if my
    ]  # fmt: skip
    return [*burmese, row("names", place="beta", name="Betha", language="en", script="Latn", attested_by="Herald")]


def _routes() -> list[Row]:
    shared = {"from_name": "Alpha", "to_name": "Beta", "from": "alpha", "to": "beta"}
    whole = row(
        "routes", id="alpha-beta", name="Alpha-Beta road", **shared, via="eta; zeta", via_names="Eta; Zeta mine",
        drawn_km=98.4, straight_km=72.3, stated_km=145, stated="145 km (The Herald)", detour=2.0,
        uncertainty_m=4000, quality="surveyed 55 %, generalised 15 %, schematic 30 %",
        evidence="hand-made", geometry=line("alpha-eta", "eta-zeta", "zeta-beta"),
    )  # fmt: skip
    west = row(
        "routes", id="gamma-beta", name="Gamma-Beta road", **{"from": "gamma", "to": "beta"}, from_name="Gamma",
        to_name="Beta", drawn_km=58.1, straight_km=54.7, uncertainty_m=300, quality="surveyed 100 %",
        evidence="hand-made", geometry=line("gamma-beta"),
    )  # fmt: skip
    return [whole, west]


def _stretches() -> list[Row]:
    return [
        row(
            "stretches", id=id_, quality=quality, routes="gamma-beta" if id_ == "gamma-beta" else "alpha-beta",
            drawn_km=20, uncertainty_m=500, evidence="hand-made", credit="The waist", geometry=line(id_),
        )
        for id_, (quality, _) in STRETCHES.items()
    ]  # fmt: skip


def _events() -> list[Row]:
    rows = []
    for id_, (title, type_, certainty, status, start, end, edtf, said, who, whom, places, cites) in EVENTS.items():
        shared = {
            "event_id": id_, "event": title, "type": type_, "date_start": start, "date_end": end, "date_edtf": edtf,
            "date_text": said, "date_basis": "stated" if said else None, "actors": who, "against": whom,
            "certainty": certainty, "status": status, "sources": "; ".join(dict.fromkeys(s for s, _ in cites)),
            "publishers": "; ".join(str(SOURCES[s][1]) for s, _ in cites),
            "source_urls": "; ".join(SOURCES[s][3] or "" for s, _ in cites), "quotes": " | ".join(q for _, q in cites),
            "wording": SOURCES[cites[0][0]][4], "counts": "39 people fled" if id_ == "flight-eta" else None,
        }  # fmt: skip
        if id_ == "beta-captured":
            shared |= {
                "contradiction": "date",
                "versions": f"2024-07-24 ({HERALD}); 2025-07-23 ({COURIER})",
            }
        for role, place, located in places or [("", "", "not located")]:
            where = Point(96.79, 22.5) if located == "route" else point(place) if place in PLACES else None
            known = place in PLACES
            rows.append(row(
                "events", id=f"{id_}/{role}/{place or 'words'}" if role else id_, role=role or None, place=place or None,
                place_name=(PLACES[place][0] if known else "Alpha-Beta road") if place else "other towns",
                route=place if located == "route" else None, located_by=located,
                uncertainty_m=PLACES[place][4] if known and where else math.nan,
                geo_precision=1 if where else None, time_precision=1,
                geometry=None if located in {"announced", "not located"} else where, **shared,
            ))  # fmt: skip
    return rows


def _lines() -> dict[str, list[Row]]:
    said = {"certainty": "asserted", "status": "reviewed", "date_end": "2025-08-07", "date_edtf": "../2025-08-07"}
    arrow = line("gamma-beta")
    return {
        "event_lines": [
            row("event_lines", id="offensive/on/alpha-beta", event_id="offensive", event=EVENTS["offensive"][0],
                type="advance", shape="section", route="alpha-beta", **{"from": "alpha", "to": "eta"},
                uncertainty_m=500, sources=HERALD, quotes=EVENTS["offensive"][11][0][1], **said,
                geometry=line("alpha-eta")),
            row("event_lines", id="column-gamma/from/gamma", event_id="column-gamma", event=EVENTS["column-gamma"][0],
                type="advance", shape="arrow", route="gamma-beta", **{"from": "gamma", "to": "beta"},
                uncertainty_m=500, sources=HERALD, quotes=EVENTS["column-gamma"][11][0][1],
                **(said | {"certainty": "planned"}), geometry=arrow),
        ],
        "event_areas": [
            row("event_areas", id="township-clashes/at/alpha-township", event_id="township-clashes",
                event="Clashes in Alpha Township", type="battle", place="alpha-township", place_name="Alpha Township",
                uncertainty_m=25000, located_by="seat", sources=HERALD, quotes=EVENTS["township-clashes"][11][0][1],
                **said, geometry=Polygon([(96.6, 22.1), (97.0, 22.1), (97.05, 22.4), (96.8, 22.55), (96.55, 22.4)])),
        ],
        "access": [
            row("access", id=f"{HERALD}/zeta-access/beta", statement=f"{HERALD}/zeta-access", to="zeta", to_name="Zeta mine", **{"from": "beta"},
                from_name="Beta", route="alpha-beta", route_name="Alpha-Beta road", source=HERALD,
                publisher="The Herald", wording="restated", quote="The Zeta mine can be reached from Beta.",
                certainty="asserted", status="reviewed", geometry=line("zeta-beta")),
        ],
        "rivers": [
            row("rivers", id="sigma-river", name="Sigma", name_my="မြစ်", credit="The waist",
                geometry=LineString([(95.9, 21.5), (95.95, 22.1), (95.88, 22.5), (95.93, 22.9), (95.99, 23.3),
                                     (96.1, 24)])),
            row("rivers", id="rho-river", name="Rho", credit="The waist",
                geometry=LineString([(98, 22.2), (97.2, 22.24), (96.6, 22.15), (96.2, 22.0), (95.9, 21.6)])),
        ],
        "boundaries": [
            row("boundaries", id="edge", left="Westland", right="Northland", credit="The waist",
                geometry=LineString([(96.3, 21.6), (96.35, 22.1), (96.5, 22.4), (96.45, 22.7), (96.7, 22.9),
                                     (96.75, 23.3), (97.0, 24)])),
        ],
    }  # fmt: skip


def _mentions() -> list[Row]:
    rows = []
    for source, text in TEXTS.items():
        for id_, (name, *_) in PLACES.items():
            for spelling in (name, "Betha") if id_ == "beta" else (name,):
                start = text.find(spelling)
                if start >= 0:
                    rows.append(row("mentions", source=source, start=start, end=start + len(spelling), text=spelling,
                                    place=id_))  # fmt: skip
    return sorted(rows, key=lambda r: (r["source"], r["start"], -r["end"]))


def tables() -> dict[str, list[Row]]:
    """Return the rows of every table of the waist, by its name."""
    said, reports = statements()
    points, bands = positions()
    rows = {
        "places": _places(), "names": _names(), "routes": _routes(), "stretches": _stretches(), "events": _events(),
        "distances": distances(), "candidates": candidates(), "positions": points, "position_bands": bands, "control": control(),
        "advances": [
            row("advances", id="alpha-beta/2025-08-07/2025-08-20/northern-army", route="alpha-beta",
                route_name="Alpha-Beta road", actors="northern-army", km_from=48.3, km_to=72, date_start="2025-08-07",
                date_end="2025-08-20", date_edtf="2025-08-07/2025-08-20", statements=f"{HERALD}/one-third",
                sources=HERALD, quotes="They have covered about one-third of the 145-kilometer road.",
                geometry=LineString([(96.755, 22.53), (96.7, 22.68)])),
        ],
        "sources": [
            row("sources", id=id_, title=title, publisher=publisher, published=published, url=url, wording=wording,
                read=read, statements=sum(s["source"] == id_ for s in said), mentions=3, text=TEXTS[id_],
                notes="A speech at a far place. | A trade is worth $400 million." if id_ == HERALD else None)
            for id_, (title, publisher, published, url, wording, read) in SOURCES.items()
        ],
        "statements": said, "reports": reports, "mentions": _mentions(),
        "not_located": [
            row("not_located", id="lambda", name="Lambda", reason="no coordinate is known", sources=WIRE),
            row("not_located", id="hotel-bombed/at", name="other towns", event_id="hotel-bombed",
                reason="the text does not name the place", sources=HERALD),
        ],
        "actors": [
            row("actors", id="northern-army", name="Northern army", side="north", side_name="The north"),
            row("actors", id="southern-front", name="Southern front", side="south", side_name="The south"),
        ],
        **_lines(),
    }  # fmt: skip
    rows |= {name: [_plain_row(name)] for name in KIND_TABLES if name not in rows}
    return rows | date_rows(edtf_of(rows, {name: TABLES[name] for name in rows}) | {AS_OF})


def _plain_row(name: str) -> Row:
    """One row of a kind that this front has no story for: its label, and a mark where it draws one."""
    table = TABLES[name]
    shapes = {"Point": point("alpha"), "LineString": line("zeta-beta"), "Polygon": point("alpha").buffer(0.1)}
    cells = {column.name: f"{HERALD}/{name}-1" for column in table.columns if column.name in {"id", table.label}}
    said = {column.name: value for column in table.columns for key, value in _SAID.items() if column.name == key}
    return row(name, **cells, **said, **({"geometry": shapes[table.geometry]} if table.geometry else {}))


_SAID = {"certainty": "asserted", "status": "reviewed"}


def locator() -> dict[str, Any]:
    """Return a made-up country with two neighbours, for the inset."""
    ring = [
        [94.0, 16.0],
        [98.0, 16.5],
        [99.5, 20.0],
        [101.0, 21.5],
        [98.5, 24.5],
        [97.5, 28.0],
        [93.0, 22.0],
        [94.0, 16.0],
    ]
    named = [("Eastland", 103.0, 19.5), ("Seaside", 91.0, 24.5)]
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"role": "country", "name": "Fictia"},
             "geometry": {"type": "Polygon", "coordinates": [ring]}},
            *({"type": "Feature", "properties": {"role": "neighbour", "name": name},
               "geometry": {"type": "Point", "coordinates": [x, y]}} for name, x, y in named),
        ],
    }  # fmt: skip


@cache
def _frames() -> dict[str, pd.DataFrame]:
    return {name: frame(name, rows) for name, rows in tables().items()}


def features(**changed: list[Row]) -> Dataset:
    """Return the whole waist; a table given by name replaces the made-up one."""
    assert set(changed) <= set(TABLES) == set(_frames())
    kept = {name: frame(name, changed[name]) if name in changed else _frames()[name].copy() for name in TABLES}
    first_day, last_day = last_days(tables() | changed, KIND_TABLES)
    return Dataset(
        tables=kept, settings=SETTINGS, locator=locator(), data_as_of=AS_OF, first_day=first_day, last_day=last_day,
        version="0.0.0",
    )  # fmt: skip


def hostile(text: str) -> Dataset:
    """Return the waist with a text in every cell that may hold any, and in the settings.

    Cells that hold ids, dates or words of closed lists stay, or the rows would not lead to each other.
    """
    closed = {
        "id", "event_id", "type", "kind", "role", "shape", "quality", "certainty", "status", "standing", "located_by", "date_edtf",
        "date_start", "date_end", "date_basis", "stands", "language", "published", "wording", "since_edtf", "event_type",
        "verdict", "grade", "limit", "bearing",
    }  # fmt: skip
    rows = tables()
    for name, table in TABLES.items():
        free = [column.name for column in table.columns if column.type == "text" and column.name not in {*closed, *table.keys}]
        for line_ in rows[name]:
            line_.update({column: text for column in free if column != "text" or name != "sources"})
    for source in rows["sources"]:
        source["text"] = text + " " + source["text"]
    for name in ("statements", "mentions"):
        for line_ in rows[name]:
            line_.update(start=line_["start"] + len(text) + 1, end=line_["end"] + len(text) + 1)
    changed = features(**rows)
    return replace(changed, settings=replace(
        SETTINGS, title=text, subtitle=text, sides=dict.fromkeys(SETTINGS.sides, text),
    ))  # fmt: skip
