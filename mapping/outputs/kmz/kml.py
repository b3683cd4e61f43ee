"""KMZ for Google Earth: folders by type, time spans, the words of the sources in every balloon."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from mapping.domain.vocabulary import AREAS, STANDINGS, STATUSES
from mapping.files.archive import zipped
from mapping.outputs.geojson import rounded
from mapping.outputs.kmz import png
from mapping.outputs.markup import Node, element, fragment, node, texts
from mapping.style import plain
from mapping.style.symbols import BLUE, EVENTS, FILLS, GREEN, GREY, INK, PAPER, PURPLE, UNKNOWN, side_colours
from mapping.waist import LAYERS, TABLES, alias
from mapping.waist.headline import headline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import pandas as pd

    from mapping.waist import Dataset

DRAFT = "draft"
LINES = {"solid": (1.0, 1.0), "half": (0.7, 0.8), "hollow": (0.4, 0.65), DRAFT: (0.4, 0.5)}
"""How a thing is told -> share of the width and of the opacity of its lines: KML knows no dashes."""
FILLINGS = tuple(LINES)
NAME = "front.kmz"
NAMESPACE = "http://www.opengis.net/kml/2.2"
Row = dict[str, Any]


def files(dataset: Dataset) -> dict[str, bytes]:
    """Return front.kmz: doc.kml (KML 2.2, OGC 07-147r2) and the pictures of its signs."""
    icons = {
        f"signs/{type_}-{fill}.png": png.sign(sign.shape, sign.colour, fill)
        for type_, sign in EVENTS.items() for fill in FILLINGS
    }
    icons |= {f"signs/place-{kind}.png": png.sign(shape, PAPER, "solid") for kind, shape in _PLACE_SHAPES.items()}
    icons |= {
        f"signs/control-{number}-{fill}.png": png.sign("circle", ring, fill)
        for number, ring in enumerate(_rings(dataset)) for fill in FILLINGS
    }
    icons |= {f"signs/position-{fill}.png": png.sign("circle", INK, fill) for fill in FILLINGS}
    if _REST:
        icons["signs/plain.png"] = png.sign(plain.SHAPE, plain.COLOUR, "hollow")
    return {NAME: zipped({"doc.kml": _kml(dataset).encode(), **icons})}


_OWN = (
    "events", "positions", "event_lines", "position_bands", "advances", "event_areas", "control", "distances", "access",
    "places", "stretches", "routes",
)  # fmt: skip
_REST = tuple(name for name in LAYERS if name not in _OWN)
"""Layers without a look of their own: they stand between what was reported and the ground."""
_PLACE_SHAPES = {"town": "square", "village": "circle", "site": "diamond"}
_PLACE_KINDS = {"city": "town", "town": "town", "village": "village"}
_NO_DOT = AREAS | {"river"}


def _kml(dataset: Dataset) -> str:
    settings = dataset.settings
    south, west, north, east = settings.view
    look = node("LookAt", children=texts(
        longitude=round((west + east) / 2, 6), latitude=round((south + north) / 2, 6), altitude=0, heading=0, tilt=0,
        range=round((north - south) * 111_000 * 1.6),  # a degree of latitude is about 111 km; room on all sides
    ))  # fmt: skip
    head = [*texts(name=settings.title, open=1, description=_introduction(dataset)), look, *_styles(dataset)]
    lines = [f'<kml xmlns="{NAMESPACE}"><Document>', *map(fragment, head), *_folders(dataset), "</Document></kml>"]
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"


def _introduction(dataset: Dataset) -> str:
    """What the document is about, and what it cannot show: no mark stands for a place that nobody located."""
    lines = [_safe(headline(dataset)), f"Data as of {dataset.data_as_of or 'unknown'}."]
    missing = [f"{name}: {reason}" for name, reason in dataset.tables["not_located"][["name", "reason"]].to_numpy()]
    if missing:
        lines.append("<b>Not located, therefore not on the map:</b>")
    return "<br/>".join([*lines, *map(_safe, missing)])


def _folders(dataset: Dataset) -> list[str]:
    """One folder for each type of event and each further layer; QGIS opens each as a layer of its own."""

    def layer(name: str, style: Callable[[Row], str], *, shown: bool = True) -> tuple[str, list[str], bool]:
        marks = [_placemark(name, row, style(row), shown=shown) for row in _rows(dataset, name)]
        return TABLES[name].title, marks, shown

    sides = {side: number for number, side in enumerate(dataset.settings.sides)}

    def held(row: Row) -> str:
        return f"control-{sides.get(row['side'] or '', len(sides))}-{STANDINGS[row['standing']].fill}"

    folders = [
        *_events(dataset),
        layer("positions", lambda row: f"position-{_told(row)}"),
        layer("event_lines", lambda row: f"line-{_known(row['type'])}-{_told(row)}"),
        layer("position_bands", lambda row: f"band-{_told(row)}"),
        layer("advances", lambda row: f"band-{_told(row)}"),
        layer("event_areas", lambda row: f"area-{_known(row['type'])}", shown=False),
        layer("control", held, shown=False),
        layer("distances", lambda _: "distance", shown=False),
        layer("access", lambda _: "access", shown=False),
        *(layer(name, lambda _: "plain") for name in _REST),
        layer("places", lambda row: f"place-{_PLACE_KINDS.get(row['kind'], 'site')}"),
        layer("stretches", lambda row: f"road-{row['quality']}"),
        layer("routes", lambda _: "route", shown=False),
    ]
    return [
        line
        for title, marks, shown in folders if marks
        for line in ("<Folder>", element("name", f"{title} ({len(marks)})"), element("visibility", int(shown)),
                     element("open", 0), *marks, "</Folder>")
    ]  # fmt: skip


def _events(dataset: Dataset) -> list[tuple[str, list[str], bool]]:
    found: dict[str, list[str]] = {type_: [] for type_ in EVENTS}
    for row in _rows(dataset, "events"):
        type_ = _known(row["type"])
        found[type_].append(_placemark("events", row, f"{type_}-{_told(row)}", shown=True))
    return [(f"Events: {EVENTS[type_].label}", marks, True) for type_, marks in found.items()]


def _told(row: Row) -> str:
    """How a row is told: a draft, whatever it says; else as sure as its certainty."""
    status = STATUSES.get(row["status"])
    return DRAFT if status and not status.weighs else FILLS.get(row["certainty"], "hollow")


def _known(type_: str) -> str:
    return type_ if type_ in EVENTS else "other"


def _rows(dataset: Dataset, name: str) -> Iterable[Row]:
    """Located rows of a table by id, missing values as None; places that are areas or rivers are no dots."""
    table = dataset.tables[name].sort_values("id", kind="stable")
    geometries = rounded(table.geometry.to_numpy())
    columns = {column.name: _values(table[column.name]) for column in TABLES[name].columns}
    for geometry, *values in zip(geometries, *columns.values(), strict=True):
        row = dict(zip(columns, values, strict=True))
        if geometry is not None and row.get("kind") not in _NO_DOT:
            yield {**row, "geometry": geometry}


def _values(column: pd.Series[Any]) -> list[Any]:
    return column.astype(object).where(column.notna(), None).tolist()


def _placemark(layer: str, row: Row, style: str, *, shown: bool) -> str:
    title = TABLES[layer].label
    name = str(row[title] or row["id"]).replace("$[", "$\u2060[")  # Google Earth fills in $[…]
    doubts = [row[said] for said, usual in _USUAL.items() if row.get(said) not in {None, usual}]
    name += f" ({', '.join(doubts)})" if doubts else ""
    return "".join((
        "<Placemark>", element("name", name), element("visibility", int(shown)),
        element("description", _balloon(layer, row)), _span(row), element("styleUrl", f"#{style}"),
        '<ExtendedData><Data name="id">', element("value", row["id"]), "</Data></ExtendedData>",
        _geometry(row["geometry"]), "</Placemark>",
    ))  # fmt: skip


def _balloon(layer: str, row: Row) -> str:
    """The HTML of a balloon: what the sources say is escaped, and only web addresses become links."""
    lines = []
    for column in TABLES[layer].card.split():
        value = row[column]
        if value is not None:
            told = f"{value:.4g}" if isinstance(value, float) and abs(value) < 100 else _plain(value)
            lines.append(f"<b>{alias(column)}:</b> {_safe(told)}")
    quote = row.get("quote") or row.get("quotes")
    if quote:
        after = _safe(row.get("publisher") or row.get("publishers") or row.get("source") or row.get("sources") or "")
        words = "In our words, after" if row.get("wording") == "restated" else "After"
        lines.append(f"<i>{words} {after}:</i> {_safe(quote)}")
    urls = str(row.get("url") or row.get("source_urls") or "").split("; ")
    lines += [f'<a href="{_safe(url)}">{_safe(url)}</a>' for url in urls if url.startswith(("https://", "http://"))]
    return "<br/>".join(lines)


def _plain(value: object) -> str:
    return f"{value:,.0f}" if isinstance(value, float) else str(value)


def _safe(text: str) -> str:
    return html.escape(text).replace("$[", "&#36;[")  # Google Earth fills in $[…]


def _span(row: Row) -> str:
    """The whole of the first day to the whole of the last; what is only known by a day is there from that day on."""
    begin, end = row.get("date_start") or row.get("date_end"), row.get("date_end")
    sides = element("begin", f"{begin}T00:00:00Z") if begin else ""
    sides += element("end", f"{end}T23:59:59Z") if end else ""
    return f"<TimeSpan>{sides}</TimeSpan>" if sides else ""


def _geometry(shape: Any) -> str:
    kind = shape.geom_type
    if kind.startswith("Multi"):
        return f"<MultiGeometry>{''.join(map(_geometry, shape.geoms))}</MultiGeometry>"
    if kind == "Point":
        return f"<Point>{_coordinates(shape)}</Point>"
    if kind == "LineString":
        return f"<LineString><tessellate>1</tessellate>{_coordinates(shape)}</LineString>"
    rings = [("outerBoundaryIs", shape.exterior), *(("innerBoundaryIs", ring) for ring in shape.interiors)]
    sides = "".join(f"<{tag}><LinearRing>{_coordinates(ring)}</LinearRing></{tag}>" for tag, ring in rings)
    return f"<Polygon><tessellate>1</tessellate>{sides}</Polygon>"


def _coordinates(shape: Any) -> str:
    return element("coordinates", " ".join(f"{x:.6f},{y:.6f}" for x, y, *_ in shape.coords))


_USUAL = {"certainty": "asserted", "status": "reviewed"}
"""What goes without saying; everything else stands in the name."""


def _rings(dataset: Dataset) -> list[str]:
    return [*side_colours(list(dataset.settings.sides)).values(), UNKNOWN]


def _styles(dataset: Dataset) -> list[Node]:
    signs = [f"{type_}-{fill}" for type_ in EVENTS for fill in FILLINGS]
    made = [part for sign in signs for part in _pair(sign, f"signs/{sign}.png")]
    for type_, (_, _, colour, *_) in EVENTS.items():
        made += [
            _style(f"line-{type_}-{told}", _line(colour, 5 * wide, round(190 * seen)))
            for told, (wide, seen) in LINES.items()
        ]
        made.append(_style(f"area-{type_}", _line(colour, 1.5, 200), _fill(colour, 50)))
    made += [_style(f"place-{kind}", _icon(f"signs/place-{kind}.png", 0.35), _label(0.7)) for kind in _PLACE_SHAPES]
    made += [
        _style(f"control-{number}-{fill}", _icon(f"signs/control-{number}-{fill}.png", 0.6), _label(0))
        for number in range(len(_rings(dataset))) for fill in FILLINGS
    ]
    for told, (wide, seen) in LINES.items():
        made.append(_style(f"position-{told}", _icon(f"signs/position-{told}.png", 1), _label(1)))
        made.append(_style(f"band-{told}", _line(INK, 7 * wide, round(150 * seen))))
    lines: Mapping[str, tuple[str, float, int]] = {
        "distance": (GREEN, 2, 200), "access": (PURPLE, 2, 160), "route": (BLUE, 2, 160),
        "road-surveyed": (PAPER, 3, 220), "road-generalised": (PAPER, 1.8, 200), "road-schematic": (GREY, 1.2, 160),
    }  # fmt: skip
    made += [_style(name, _line(*look)) for name, look in lines.items()]
    return made + ([_quiet()] if _REST else [])


def _quiet() -> Node:
    """One style for all geometries: KML takes of it what it needs."""
    icon = _icon("signs/plain.png", 0.6)
    return _style("plain", icon, _label(0.7), _line(plain.COLOUR, plain.WIDTH, 200), _fill(plain.COLOUR, plain.ALPHA))


def _pair(name: str, icon: str, scale: float = 0.8) -> list[Node]:
    """A sign whose name appears when the pointer is over it, so that signs of one town do not hide each other."""
    usual, over = f"{name}-usual", f"{name}-over"
    pairs = [
        node("Pair", children=texts(key=key, styleUrl=f"#{style}"))
        for key, style in (("normal", usual), ("highlight", over))
    ]
    return [
        _style(usual, _icon(icon, scale), _label(0)),
        _style(over, _icon(icon, scale * 1.2), _label(0.8)),
        node("StyleMap", {"id": name}, pairs),
    ]


def _style(name: str, *parts: Node) -> Node:
    return node("Style", {"id": name}, parts)


def _icon(path: str, scale: float) -> Node:
    return node("IconStyle", children=[*texts(scale=f"{scale:g}"), node("Icon", children=texts(href=path))])


def _label(scale: float) -> Node:
    return node("LabelStyle", children=texts(scale=f"{scale:g}"))


def _line(colour: str, width: float, alpha: int) -> Node:
    return node("LineStyle", children=texts(color=_abgr(colour, alpha), width=f"{width:g}"))


def _fill(colour: str, alpha: int) -> Node:
    return node("PolyStyle", children=texts(color=_abgr(colour, alpha)))


def _abgr(colour: str, alpha: int) -> str:
    """KML's order of colours: alpha, blue, green, red."""
    return f"{alpha:02x}{colour[5:7]}{colour[3:5]}{colour[1:3]}".lower()
