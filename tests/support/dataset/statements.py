"""Rows of the made-up front that rest on one statement each: statements, distances, positions, control."""

from __future__ import annotations

from typing import Any

from shapely import LineString, Point

from tests.support.dataset.cells import Row, line, point, row
from tests.support.dataset.facts import COURIER, EVENTS, HERALD, PLACES, TEXTS


def _span(source: str, quote: str) -> tuple[int, int]:
    start = TEXTS[source].index(quote)
    return start, start + len(quote)


def statements() -> tuple[list[Row], list[Row]]:
    statements, reports = [], []
    for id_, happening in EVENTS.items():
        title, type_, certainty, status, start, end, edtf, said, who, whom, places, cites = happening
        for number, (source, quote) in enumerate(cites):
            first, last = _span(source, quote)
            other = id_ == "beta-captured" and number == 1
            statements.append(row(
                "statements", id=f"{source}/{id_}", source=source, kind="event", event_id=id_, event_type=type_,
                title=title, places="; ".join(f"{role} {place or '“other towns”'}" for role, place, _ in places),
                actors=who, against=whom, certainty=certainty, status=status, quote=quote, start=first, end=last,
                date_edtf="2025-07-23" if other else edtf, date_start="2025-07-23" if other else start,
                date_end="2025-07-23" if other else end, date_text="on July 23, 2025" if other else said,
                date_basis="stated" if said or other else "published", said_by="a spokesman" if other else None,
                denied_by="the north" if certainty == "disputed" else None, note="A remark of the curator.",
            ))  # fmt: skip
            reports.append(row(
                "reports", id=f"{source}/{id_}", event_id=id_, preferred=number == 0,
                impossible="Beta was already held on 1 July 2025" if other else None,
            ))  # fmt: skip
    for id_, kind, quote in (
        ("gamma-held", "control", "On July 24 last year the south captured Betha."),
        ("road-145", "distance", "They have covered about one-third of the 145-kilometer road."),
        ("one-third", "position", "They have covered about one-third of the 145-kilometer road."),
        ("delta-5", "distance", "Battles go on near Delta and Epsilon, some 5 kilometers from Eta."),
        ("zeta-access", "access", "The Zeta mine can be reached from Beta."),
    ):
        first, last = _span(HERALD, quote)
        statements.append(row(
            "statements", id=f"{HERALD}/{id_}", source=HERALD, kind=kind, title=kind.capitalize(), quote=quote,
            certainty="asserted", status="reviewed", start=first, end=last, actors=None,
        ))  # fmt: skip
    first, last = _span(COURIER, "The north denies that Alpha fell.")
    statements.append(row(
        "statements", id=f"{COURIER}/alpha-held", source=COURIER, kind="control", title="Alpha held", start=first, end=last,
        quote="The north denies that Alpha fell.", certainty="claimed", status="reviewed", said_by="a spokesman",
        holder="Southern front", date_edtf="2025-07-15", date_start="2025-07-15", date_end="2025-07-15",
    ))  # fmt: skip
    return statements, reports


def distances() -> list[Row]:
    cited = {"source": HERALD, "publisher": "The Herald", "url": "https://example.org/push", "wording": "restated"}
    said = {"certainty": "asserted", "status": "reviewed"}
    return [
        row("distances", id=f"{HERALD}/road-145", statement=f"{HERALD}/road-145", kind="distance", **{"from": "alpha", "to": "beta"}, from_name="Alpha",
            to_name="Beta", route="alpha-beta", stated="145 km", stated_my="145 ကီလိုမီတာ", told="Alpha – Beta 145 km",
            stated_km=145, measured_km=98.4, straight_km=72.3, grade="good", label_from=0.2, label_to=0.8,
            verdict="consistent by road only", verdict_detail="145 km stated, 98.4 km drawn, 72.3 km straight",
            quote="They have covered about one-third of the 145-kilometer road.", **cited, **said,
            geometry=line("alpha-eta", "eta-zeta", "zeta-beta")),
        row("distances", id=f"{HERALD}/delta-5/delta", kind="distance", **{"from": "eta", "to": "delta"},
            from_name="Eta", to_name="Delta", stated="about 5 km", told="Eta – Delta about 5 km", stated_km=5,
            approximate=True, straight_km=5.1, verdict="consistent", grade="good",
            verdict_detail="5 km stated, 5.1 km straight", **cited, **said,
            quote="Battles go on near Delta and Epsilon, some 5 kilometers from Eta.",
            geometry=LineString([(96.69, 22.645), (96.70, 22.60)])),
        row("distances", id=f"{COURIER}/road-20", kind="distance", **{"from": "alpha", "to": "beta"},
            from_name="Alpha", to_name="Beta", route="alpha-beta", stated="12.4 miles", worked_out="≈ 20 km",
            told="Alpha – Beta 12.4 miles", stated_km=20, measured_km=98.4, straight_km=72.3, grade="bad",
            verdict="shorter than the straight line", verdict_detail="20 km stated, 72.3 km straight",
            quote="20 km by road from Alpha to Beta", source=COURIER, publisher="Courier", wording="verbatim", **said),
        row("distances", id=f"{COURIER}/forty-minutes", kind="travel-time", **{"from": "eta", "to": "zeta"},
            from_name="Eta", to_name="Zeta mine", route="alpha-beta", stated="about 40 minutes", stated_minutes=40,
            told="Eta – Zeta mine about 40 minutes", approximate=True, grade="good", measured_km=14.2, straight_km=11, verdict="consistent", verdict_detail="21 km/h",
            quote="It is about 40 minutes from Eta to the mine", source=COURIER, publisher="Courier",
            wording="verbatim", **said, geometry=line("eta-zeta")),
        row("distances", id=f"{HERALD}/lambda-9", kind="distance", **{"from": "alpha", "to": "lambda"},
            from_name="Alpha", to_name="Lambda", stated="less than 9 km", told="Alpha – Lambda less than 9 km", stated_km=9,
            limit="less-than", verdict="not located", grade="open", quote="Nothing", **cited, **said,
            geometry=RING),
    ]  # fmt: skip


RING = LineString([(96.80, 22.41), (96.89, 22.33), (96.80, 22.25), (96.71, 22.33), (96.80, 22.41)])


def candidates() -> list[Row]:
    return [
        row("candidates", id=f"{HERALD}/lambda-9/1", distance=f"{HERALD}/lambda-9", routes="alpha-beta",
            candidate="candidate: Lambda, less than 9 km from Alpha", **{"from": "alpha"}, from_name="Alpha", source=HERALD,
            stated="less than 9 km", uncertainty_m=4500, certainty="asserted", status="reviewed", quote="Nothing",
            publisher="The Herald", url="https://example.org/push", wording="restated", geometry=Point(96.79, 22.40)),
    ]  # fmt: skip


def positions() -> tuple[list[Row], list[Row]]:
    shared = {
        "id": f"{HERALD}/one-third", "route": "alpha-beta", "actors": "northern-army", "date_end": "2025-08-07",
        "date_edtf": "../2025-08-07", "source": HERALD,
        "quote": "They have covered about one-third of the 145-kilometer road.",
    }  # fmt: skip
    point_ = row(
        "positions", **shared, statement=f"{HERALD}/one-third", route_name="Alpha-Beta road", **{"from": "alpha"}, from_name="Alpha",
        stated="about a third of the way", stated_my="လမ်းခရီး သုံးပုံတစ်ပုံ ခန့်", fraction=1 / 3,
        km=48.3, approximate=True, uncertainty_m=7000, certainty="asserted", status="reviewed", said_by="locals",
        publisher="The Herald", url="https://example.org/push", wording="restated", geometry=Point(96.755, 22.53),
    )  # fmt: skip
    band = row("position_bands", **shared, km_from=41, km_to=55.6,
               geometry=LineString([(96.77, 22.47), (96.755, 22.53), (96.735, 22.575)]))  # fmt: skip
    return [point_], [band]


def control() -> list[Row]:
    def held(place: str, holder: str, side: str, standing: str, first: str, **cells: Any) -> Row:
        return row(
            "control", id=f"{place}/{first}", place=place, place_name=PLACES[place][0], holder=holder, side=side,
            holder_name=holder.replace("-", " ").title(), standing=standing, since_edtf=first, last_said=first,
            date_edtf=f"{first}/..", date_start=first, geometry=point(place),
            **({"sources": HERALD, "publishers": "The Herald", "wording": "restated"} | cells),
        )  # fmt: skip

    captured = "On July 24 last year the south captured Betha."
    return [
        held("beta", "southern-front", "south", "reported", "2024-07-24", statements=f"{HERALD}/beta-captured",
             against=f"{COURIER}/beta-captured", quotes=captured),
        held("alpha", "northern-army; southern-front", "north; south", "contested", "2025-07-15",
             statements=f"{COURIER}/alpha-retaken", against=f"{COURIER}/alpha-held", sources=COURIER,
             publishers="Courier", wording="verbatim", quotes="The north denies that Alpha fell."),
        held("gamma", "northern-army", "north", "last-known", "2025-05-01", statements=f"{HERALD}/gamma-held",
             quotes=captured),
    ]  # fmt: skip
