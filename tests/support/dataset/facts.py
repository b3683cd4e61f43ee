"""What is made up for the waist of the tests: a front with every kind of place, road, source and event."""

from __future__ import annotations

import math

from mapping.gazetteer import Settings

SETTINGS = Settings(
    title="The Alpha-Beta front",
    subtitle="A made-up war for one road, so that every sign of the map can be seen.",
    window=(21.0, 95.0, 24.5, 98.5),
    view=(22.15, 95.8, 23.1, 97.1),
    beyond=("kappa",),
    sides={"north": "The north", "south": "The south", "other": "Others"},
    basemaps=(
        {"id": "osm", "name": "Streets", "provider": "OpenStreetMap.Mapnik"},
        {"id": "satellite", "name": "Satellite", "provider": "Esri.WorldImagery"},
    ),
)

FIRST_TEXT = (
    "Northern troops have opened an offensive on the road from Alpha to Beta. They have covered about one-third "
    "of the 145-kilometer road.\n\nBattles go on near Delta and Epsilon, some 5 kilometers from Eta. Shells fell on "
    "Eta on August 5 and 39 people fled.\n\nThe north threatens Beta, say defectors. A second column is getting ready "
    "at Gamma to move on Beta, 70 km east of it. Talks are planned for August.\n\nThe Zeta mine can be reached from "
    "Beta. On July 24 last year the south captured Betha. A hotel and other towns were bombed. Clashes go on in Alpha "
    "Township. In Kappa talks broke down in April."
)
SECOND_TEXT = (
    "“Our forces took Beta on July 23, 2025,” said a spokesman of the south. Planes bombed Beta in the days after. "
    "The north denies that Alpha fell.\n\nThe road from Gamma to Beta was closed at Theta. Miners were arrested at the "
    "Zeta mine. It is about 40 minutes from Eta to the mine, and 20 km by road from Alpha to Beta."
)
DRAFT_TEXT = "Drones struck Iota on 2 August 2025. Residents of Delta marched against the draft."
TEXTS = {
    "2025-08-07-herald-road-push": FIRST_TEXT,
    "undated-courier-beta-under-attack": SECOND_TEXT,
    "2025-08-09-wire-drones": DRAFT_TEXT,
    "2025-08-10-unread-note": "Nothing of this text has been read yet, though it names Beta.",
}
HERALD, COURIER, WIRE, UNREAD = TEXTS
SOURCES = {
    HERALD: ("Push along the Alpha road", "The Herald", "2025-08-07", "https://example.org/push", "restated", True),
    COURIER: ("Beta under attack", "Courier", None, None, "verbatim", True),
    WIRE: ("Drones over Iota", "The Wire", "2025-08-09", "https://example.org/drones", "verbatim", True),
    UNREAD: (None, None, "2025-08-10", None, "verbatim", False),
}

PLACES: dict[str, tuple[str, str, str, tuple[float, float] | None, float]] = {
    "alpha": ("Alpha", "အယ်လ်ဖာ", "town", (22.33, 96.81), 800),
    "beta": ("Beta", "ဘီတာ", "city", (22.92, 96.51), 900),
    "gamma": ("Gamma", "ဂမ်မာ", "town", (22.87, 95.98), 1000),
    "delta": ("Delta", "", "village", (22.60, 96.70), 1500),
    "epsilon": ("Epsilon", "အက်ပ်ဆီလွန်", "village", (22.62, 96.655), 2500),
    "eta": ("Eta", "", "village", (22.645, 96.69), 1200),
    "zeta": ("Zeta mine", "", "mine", (22.72, 96.62), 600),
    "theta": ("Theta", "", "junction", (22.90, 96.25), 2000),
    "iota": ("Iota", "", "village", (22.45, 96.40), 3000),
    "kappa": ("Kappa", "", "city", (25.04, 102.71), 9000),
    "lambda": ("Lambda", "", "village", None, math.nan),
    "alpha-township": ("Alpha Township", "", "township", (22.33, 96.81), 25000),
}
STRETCHES = {
    "alpha-eta": ("surveyed", [(22.33, 96.81), (22.41, 96.84), (22.47, 96.77), (22.55, 96.75), (22.645, 96.69)]),
    "eta-zeta": ("generalised", [(22.645, 96.69), (22.68, 96.66), (22.72, 96.62)]),
    "zeta-beta": ("schematic", [(22.72, 96.62), (22.79, 96.60), (22.85, 96.53), (22.92, 96.51)]),
    "gamma-beta": ("surveyed", [(22.87, 95.98), (22.91, 96.10), (22.90, 96.25), (22.95, 96.38), (22.92, 96.51)]),
}

# event id: (title, type, certainty, status, start, end, edtf, date_text, actors, against, [(role, place, located_by)],
# [(source, quote)])
Event = tuple[
    str, str, str, str, str | None, str | None, str | None, str | None, str | None, str | None,
    list[tuple[str, str, str]], list[tuple[str, str]],
]  # fmt: skip
EVENTS: dict[str, Event] = {
    "offensive": (
        "Offensive on the Alpha-Beta road", "advance", "asserted", "reviewed", None, "2025-08-07", "../2025-08-07",
        None, "northern-army", "southern-front", [("on", "alpha-beta", "route")],
        [(HERALD, "Northern troops have opened an offensive on the road from Alpha to Beta.")],
    ),
    "battle-delta": (
        "Battles near Delta and Epsilon", "battle", "asserted", "reviewed", None, "2025-08-07", "../2025-08-07", None,
        "northern-army", "southern-front", [("near", "delta", "gazetteer"), ("near", "epsilon", "gazetteer")],
        [(HERALD, "Battles go on near Delta and Epsilon")],
    ),
    "shelling-eta": (
        "Shells on Eta", "shelling", "asserted", "reviewed", "2025-08-05", "2025-08-05", "2025-08-05", "on August 5",
        "northern-army", None, [("at", "eta", "gazetteer")],
        [(HERALD, "Shells fell on Eta on August 5 and 39 people fled.")],
    ),
    "flight-eta": (
        "Flight from Eta", "displacement", "asserted", "reviewed", "2025-08-05", "2025-08-05", "2025-08-05",
        "on August 5", None, None, [("from", "eta", "gazetteer")],
        [(HERALD, "Shells fell on Eta on August 5 and 39 people fled.")],
    ),
    "threat-beta": (
        "Threat to Beta", "advance", "planned", "reviewed", None, "2025-08-07", "../2025-08-07", None, "northern-army",
        None, [("toward", "beta", "announced")], [(HERALD, "The north threatens Beta, say defectors.")],
    ),
    "column-gamma": (
        "Second column at Gamma", "advance", "planned", "reviewed", None, "2025-08-07", "../2025-08-07", None,
        "northern-army", None, [("from", "gamma", "gazetteer"), ("toward", "beta", "announced")],
        [(HERALD, "A second column is getting ready at Gamma to move on Beta")],
    ),
    "talks-august": (
        "Talks planned for August", "talks", "planned", "reviewed", "2025-08-01", "2025-08-31", "2025-08", "August",
        "northern-army; southern-front", None, [], [(HERALD, "Talks are planned for August.")],
    ),
    "beta-captured": (
        "Capture of Beta", "capture", "asserted", "reviewed", "2024-07-24", "2024-07-24", "2024-07-24",
        "on July 24 last year", "southern-front", "northern-army", [("at", "beta", "gazetteer")],
        [(HERALD, "On July 24 last year the south captured Betha."),
         (COURIER, "“Our forces took Beta on July 23, 2025,” said a spokesman of the south.")],
    ),
    "bombing-beta": (
        "Airstrikes on Beta", "airstrike", "asserted", "reviewed", "2025-07-24", "2025-08-05", "2025-07-24/2025-08-05",
        "in the days after", "northern-army", None, [("at", "beta", "gazetteer")],
        [(COURIER, "Planes bombed Beta in the days after.")],
    ),
    "hotel-bombed": (
        "A hotel and other towns bombed", "airstrike", "claimed", "reviewed", None, None, None, None, "northern-army",
        None, [("at", "", "not located")], [(HERALD, "A hotel and other towns were bombed.")],
    ),
    "township-clashes": (
        "Clashes in Alpha Township", "battle", "claimed", "reviewed", None, "2025-08-07", "../2025-08-07", None,
        "southern-front", None, [("at", "alpha-township", "seat")], [(HERALD, "Clashes go on in Alpha Township.")],
    ),
    "alpha-retaken": (
        "Recapture of Alpha", "capture", "disputed", "reviewed", "2025-07-10", "2025-07-20", "2025-07-15~", None,
        "northern-army", None, [("at", "alpha", "gazetteer")], [(COURIER, "The north denies that Alpha fell.")],
    ),
    "kappa-talks": (
        "Talks in Kappa broke down", "talks", "asserted", "reviewed", "2025-04-01", "2025-04-30", "2025-04", "in April",
        None, None, [("at", "kappa", "gazetteer")], [(HERALD, "In Kappa talks broke down in April.")],
    ),
    "road-closed": (
        "Road closed at Theta", "road-closure", "asserted", "reviewed", None, None, None, None, "northern-army", None,
        [("at", "theta", "gazetteer")], [(COURIER, "The road from Gamma to Beta was closed at Theta.")],
    ),
    "arrests-zeta": (
        "Miners arrested", "arrest", "asserted", "reviewed", "2025-07-01", "2025-07-31", "2025-07", None,
        "northern-army", None, [("at", "zeta", "gazetteer")], [(COURIER, "Miners were arrested at the Zeta mine.")],
    ),
    "drones-iota": (
        "Drone strike on Iota", "drone-strike", "asserted", "draft", "2025-08-02", "2025-08-02", "2025-08-02",
        "on 2 August 2025", None, None, [("at", "iota", "gazetteer")],
        [(WIRE, "Drones struck Iota on 2 August 2025.")],
    ),
    "march-delta": (
        "March at Delta", "protest", "hypothetical", "draft", None, None, None, None, None, None,
        [("at", "delta", "gazetteer")], [(WIRE, "Residents of Delta marched against the draft.")],
    ),
    "looting-lambda": (
        "Looting at Lambda", "looting", "asserted", "draft", None, "2025-08-09", "../2025-08-09", None, None, None,
        [("at", "lambda", "not located")], [(WIRE, "Residents of Delta marched against the draft.")],
    ),
}  # fmt: skip
