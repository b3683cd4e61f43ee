"""A small waist made by hand (and one as large as wanted), for the tests of the export formats."""

from __future__ import annotations

from shapely import LineString, Point, Polygon

from mapping.features import TABLES, Features, frame
from mapping.gazetteer import Settings

EMPTY = {"text": None, "date": None, "number": float("nan"), "integer": None, "flag": False}
HOSTILE = '=2+3 <script>alert("x")</script> & [% @project_home %] \'; DROP TABLE events; -- မိုးကုတ်, "quoted"\nnext line'

A, B, C = (97.0, 22.3), (96.9, 22.7), (96.5, 22.9)  # lon, lat


def row(name, /, **values):
    filled = {column.name: EMPTY[column.type] for column in TABLES[name].columns}
    if TABLES[name].geometry:
        filled["geometry"] = None
    unknown = set(values) - set(filled)
    assert not unknown, f"{name} has no {unknown}"
    return filled | values


def cited(source="2025-08-07-alpha"):
    return {"source": source, "publisher": "The Alpha", "url": "https://alpha.example/1", "wording": "restated",
            "quote": "fighting goes on near Beta"}  # fmt: skip


def place(id_, point, **more):
    values = {
        "name": id_.title(), "names": f"{id_.title()}; {id_.upper()}", "kind": "town", "township": "Alpha",
        "state_region": "North", "located_by": "gazetteer" if point else "not located", "mentions": 2,
        "sources": "2025-08-07-alpha",
    }  # fmt: skip
    if point:
        values |= {"geometry": Point(point), "uncertainty_m": 500.0, "location_evidence": "chart, sheet 4",
                   "location_credit": "chart makers"}  # fmt: skip
    return row("places", id=id_, **{**values, **more})


def event(id_, point, **more):
    values = {
        "event_id": id_.split("/")[0], "event": "Fighting", "type": "battle", "role": "at", "place": "beta",
        "place_name": "Beta", "date_edtf": "2025-07-24", "date_start": "2025-07-24", "date_end": "2025-07-24",
        "date_text": "Thursday", "date_basis": "stated", "actors": "north", "against": "south",
        "certainty": "asserted", "status": "reviewed", "sources": "2025-08-07-alpha", "publishers": "The Alpha",
        "source_urls": "https://alpha.example/1", "quotes": "fighting goes on near Beta", "wording": "restated",
        "located_by": "gazetteer" if point else "not located", "time_precision": 1, "date_prec": 1,
    }  # fmt: skip
    if point:
        values |= {"geometry": Point(point), "uncertainty_m": 500.0, "geo_precision": 1, "where_prec": 1}
    return row("events", id=id_, **{**values, **more})


def small():
    """Every table with something in it, hostile text and missing values included."""
    day = {"date_edtf": "2025-07-24", "date_start": "2025-07-24", "date_end": "2025-07-24"}
    said = {"certainty": "asserted", "status": "reviewed"}
    told = {"event_id": "battle-beta", "event": "Fighting", "type": "battle", **day, **said,
            "sources": "2025-08-07-alpha", "quotes": "fighting goes on near Beta"}  # fmt: skip
    road, half = LineString([A, B, C]), LineString([A, B])
    rows = {
        "places": [
            place("alpha", A, geonames_id="1309611", pcode="MMR000001", name_my="မိုးကုတ်"),
            place("beta", B, kind="village", names="Beta; Béta; ဘီတာ", name_my="ဘီတာ"),
            place("gamma", C, kind="mine", located_by="inferred"),
            place("delta", None, kind="village", mentions=0, sources=None),
            place("river", None, kind="river"),
        ],
        "routes": [row("routes", id="alpha-gamma", name="Alpha-Gamma", **{"from": "alpha"}, to="gamma", from_name="Alpha",
                       to_name="Gamma", via="beta", via_names="Beta", drawn_km=70.1234567, straight_km=60.0,
                       stated_km=80.0, stated="80 km (The Alpha)", detour=1.33, uncertainty_m=2000.0,
                       quality="surveyed 60 %, schematic 40 %", evidence="chart", geometry=road)],
        "stretches": [
            row("stretches", id="alpha-beta", quality="surveyed", routes="alpha-gamma", drawn_km=45.0,
                uncertainty_m=100.0, evidence="chart", credit="chart makers", geometry=half),
            row("stretches", id="beta-gamma", quality="schematic", routes="alpha-gamma", drawn_km=25.0,
                uncertainty_m=2000.0, evidence="villages", credit="own work", geometry=LineString([B, C])),
        ],
        "events": [
            event("battle-beta/at/beta", B),
            event("strike-beta/at/beta", B, type="airstrike", event=HOSTILE, quotes=HOSTILE, certainty="claimed"),
            event("capture-gamma/at/gamma", C, type="capture", event="Capture of Gamma", place="gamma", place_name="Gamma",
                  date_edtf="2024-07-24", date_start="2024-07-24", date_end="2024-07-24", contradiction="date",
                  versions="24 July 2024 (The Alpha); 23 July 2025 (The Beta)"),
            event("talks-alpha/at/alpha", A, type="talks", event="Talks", place="alpha", place_name="Alpha",
                  certainty="planned", date_edtf="2025-08", date_start="2025-08-01", date_end="2025-08-31",
                  time_precision=3, date_prec=4),
            event("flight-alpha/from/alpha", A, type="displacement", event="Flight", place="alpha", place_name="Alpha",
                  role="from", counts="thousands", status="draft", date_edtf="../2025-08-07", date_start=None,
                  date_end="2025-08-07", time_precision=3, date_prec=5),
            event("closure/on/alpha-gamma", None, type="road-closure", event="Road closed", place=None, place_name="a bridge",
                  certainty="disputed", date_edtf=None, date_start=None, date_end=None, date_text=None,
                  time_precision=None, date_prec=None),
        ],
        "event_lines": [
            row("event_lines", id="battle-beta/on/alpha-gamma", shape="section", route="alpha-gamma", **{"from": "alpha"},
                to="beta", uncertainty_m=500.0, geometry=half, **told),
            row("event_lines", id="advance/toward/gamma", shape="arrow", **{"from": "beta"}, to="gamma",
                uncertainty_m=500.0, geometry=LineString([B, C]), **{**told, "type": "advance", "certainty": "planned"}),
        ],
        "event_areas": [row("event_areas", id="battle-beta/near/beta", place="beta", place_name="Beta", uncertainty_m=5000.0,
                            located_by="gazetteer", geometry=Point(B).buffer(0.05), **told)],
        "distances": [
            row("distances", id="2025-08-07-alpha/length", kind="distance", **{"from": "alpha"}, from_name="Alpha", to="gamma",
                to_name="Gamma", route="alpha-gamma", stated_km=80.0, measured_km=70.1, straight_km=60.0, azimuth=330.0,
                verdict="consistent", verdict_detail="80 km stated, 70.1 km drawn", geometry=road, **said, **cited()),
            row("distances", id="2025-08-07-alpha/minutes", kind="travel-time", **{"from": "alpha"}, from_name="Alpha",
                to="delta", to_name="Delta", stated_minutes=40.0, approximate=True, verdict="not located", **said, **cited()),
        ],
        "positions": [row("positions", id="2025-08-07-alpha/third", route="alpha-gamma", route_name="Alpha-Gamma",
                          **{"from": "alpha"}, from_name="Alpha", fraction=1 / 3, km=26.666667, actors="south",
                          approximate=True, uncertainty_m=4000.0, said_by="locals", geometry=Point(B), **day, **said, **cited())],
        "position_bands": [row("position_bands", id="2025-08-07-alpha/third", route="alpha-gamma", km_from=20.0, km_to=32.0,
                               actors="south", quote="a third of the way", source="2025-08-07-alpha", geometry=half, **day)],
        "control": [
            row("control", id="2025-08-07-alpha/held/alpha", place="alpha", place_name="Alpha", holder="north",
                holder_name="Northern Army", side="north-side", basis="statement", since_edtf="2024-07", geometry=Point(A),
                **day, **said, **cited()),
            row("control", id="capture-gamma/gamma", place="gamma", place_name="Gamma", holder="north; south",
                holder_name="Northern Army; Southern Army", side="north-side; south-side", basis="capture",
                geometry=Point(C), **day, **said, **cited()),
        ],
        "access": [row("access", id="2025-08-07-alpha/reach/alpha", to="gamma", to_name="Gamma", **{"from": "alpha"},
                       from_name="Alpha", route="alpha-gamma", route_name="Alpha-Gamma", geometry=road, **said, **cited())],
        "sources": [
            row("sources", id="2025-08-07-alpha", title="Fighting near Beta", publisher="The Alpha", published="2025-08-07",
                url="https://alpha.example/1", wording="restated", read=True, statements=3, mentions=4,
                text="Locals say fighting goes on near Beta."),
            row("sources", id="undated-beta", title="undated-beta", wording="verbatim", statements=0, mentions=1, text="Beta."),
        ],
        "statements": [row("statements", id="2025-08-07-alpha/battle", source="2025-08-07-alpha", kind="event",
                           event_id="battle-beta", event_type="battle", title=HOSTILE, places="at beta", start=12, end=38,
                           quote="fighting goes on near Beta", **day, **said)],
        "reports": [row("reports", id="2025-08-07-alpha/battle", event_id="battle-beta", preferred=True)],
        "mentions": [row("mentions", source="2025-08-07-alpha", start=33, end=37, text="Beta", place="beta")],
        "not_located": [row("not_located", id="delta", name="Delta", reason="no location", sources="2025-08-07-alpha")],
        "actors": [row("actors", id="north", name="Northern Army", side="north-side", side_name="North"),
                   row("actors", id="south", name="Southern Army", side="south-side", side_name="South")],
        "rivers": [row("rivers", id="river", name="River", name_my="မြစ်", credit="own work",
                       geometry=LineString([(96.3, 22.0), (96.35, 23.0)]))],
        "boundaries": [row("boundaries", id="1", left="North", right="South", credit="own work",
                           geometry=LineString([(96.0, 22.4), (97.2, 22.45)]))],
    }  # fmt: skip
    return features({name: frame(name, rows[name]) for name in TABLES})


def features(tables):
    settings = Settings(
        title="Alpha front", subtitle="Where the fighting is.", window=(21.0, 95.0, 24.0, 98.5),
        view=(21.9, 95.9, 23.3, 97.4), beyond=(), sides={"north-side": "North", "south-side": "South"},
        basemaps=({"id": "osm", "name": "OpenStreetMap", "provider": "OpenStreetMap.Mapnik"},), labels=(),
    )  # fmt: skip
    return Features(tables, settings, {"type": "FeatureCollection", "features": []}, "2025-08-07", "0.1.0")


def empty():
    """Every table, and not a row in any."""
    return features({name: frame(name, []) for name in TABLES})


def many(count):
    """`count` events (each with its statement) on 500 places; the other tables as in small()."""
    base = small()
    days = [f"2025-{1 + n // 28 % 12:02}-{1 + n % 28:02}" for n in range(count)]
    types = ("battle", "airstrike", "shelling", "capture", "advance", "displacement", "talks")
    places = [place(f"place-{n}", (95.5 + n % 25 / 10, 21.5 + n // 25 / 10)) for n in range(500)]
    events = [
        event(f"event-{n}/at/place-{n % 500}", (95.5 + n % 500 % 25 / 10, 21.5 + n % 500 // 25 / 10), type=types[n % 7],
              place=f"place-{n % 500}", place_name=f"Place {n % 500}", date_edtf=days[n], date_start=days[n],
              date_end=days[n], event=f"Happening number {n}", quotes=f"quote {n}: " + "words of the text " * 6)
        for n in range(count)
    ]  # fmt: skip
    statements = [
        row("statements", id=f"2025-08-07-alpha/s{n}", source="2025-08-07-alpha", kind="event", event_id=f"event-{n}",
            event_type=types[n % 7], title=f"Happening number {n}", places=f"at place-{n % 500}", date_edtf=days[n],
            date_start=days[n], date_end=days[n], certainty="asserted", status="reviewed", start=1, end=9, quote="words " * 20)
        for n in range(count)
    ]  # fmt: skip
    tables = dict(base.tables)
    tables |= {"places": frame("places", places), "events": frame("events", events),
               "statements": frame("statements", statements)}  # fmt: skip
    return features(tables)


SQUARE = Polygon([(96, 22), (96, 23), (97, 23), (97, 22), (96, 22)])  # clockwise: the wrong way round
