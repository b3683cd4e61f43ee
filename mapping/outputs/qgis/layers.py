"""How each layer is drawn in QGIS: renderer, labels and map tip, the same signs as on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.domain.vocabulary import AREAS, PLACE_KINDS, STANDINGS
from mapping.outputs.qgis.symbology import (
    HAPPENED,
    SOLID,
    Category,
    area,
    arrowhead,
    categorised,
    displaced,
    event_marker,
    inert,
    line,
    marker,
    one_of,
    single,
    symbol,
)
from mapping.style import plain
from mapping.style.symbols import (
    EVENTS,
    FILLS,
    GREEN,
    INK,
    PAPER,
    PURPLE,
    UNKNOWN,
    VERMILLION,
    side_colours,
)
from mapping.waist import LAYERS, TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.outputs.markup import Node
    from mapping.waist import Dataset

GROUND, WATER, ROAD, CASING, QUIET = "#f5f2ec", "#8fb3c7", "#7d776d", "#ddd6c8", "#8c857a"
DETAIL_SCALE = 500_000  # from 1:500,000 on there is room for places that no text names
SHORT_NAME = 60  # characters of an event's title that fit beside its sign


@dataclass(frozen=True)
class Label:
    """One rule of labelling: an expression, its look, for which features, from which scale on."""

    name: str
    expression: str
    size: float
    colour: str = INK
    where: str = ""
    below_scale: int = 0  # shown at 1:below_scale and larger; 0 for always
    bold: bool = False
    italic: bool = False
    spacing: float = 0
    halo: str = GROUND
    pill: bool = False
    placement: int = 6  # 6 around a point, 2 along a line, 3 bent along a line
    flags: int = 0  # along a line: 1 on it, 2 above (left), 4 below (right), 6 either
    distance_mm: float = 1.6
    priority: int = 5  # 0 to 10
    always: bool = False  # True: shown even where it covers something
    piece: tuple[str, str] | None = None  # columns with the shares of a line between which the text stands
    drawn: bool = True  # False: nothing is written, but other labels keep off the sign


@dataclass(frozen=True)
class LayerStyle:
    """The look of one layer."""

    renderer: Callable[[Dataset], Node]
    labels: tuple[Label, ...] = ()


def _events(_: Dataset) -> Node:
    categories: list[Category] = [
        (type_, sign.label, symbol("marker", event_marker(type_))) for type_, sign in EVENTS.items()
    ]
    rest = symbol("marker", event_marker("other"))
    return displaced(categorised("type", "marker", [*categories, ("", "Not in this list", rest)]))


def _event_lines(_: Dataset) -> Node:
    def drawn(colour: str) -> Node:
        section, along, moved = (one_of("shape", [shape]) for shape in ("section", "along", "arrow"))
        sure = one_of("certainty", SOLID)
        return symbol("line", [
            line(colour, 2.4, alpha=110, rules={"enabled": f"{section} AND {one_of('certainty', HAPPENED)}"}),
            line(colour, 1.0, "2;1.4", rules={"enabled": f"{section} AND NOT {sure}"}),
            line(colour, 2.6, "0.4;1.3", alpha=190, rules={"enabled": f"{along} AND {sure}"}),
            line(colour, 2.6, "0.4;2.8", alpha=190, rules={"enabled": f"{along} AND NOT {sure}"}),
            line(PAPER, 2.2, rules={"enabled": moved}),
            line(colour, 1.4, rules={"enabled": f"{moved} AND {sure}"}),
            line(colour, 0.8, "1.8;1.2", rules={"enabled": f"{moved} AND NOT {sure}"}),
            arrowhead(colour, INK, {"enabled": f"{moved} AND {sure}"}),
            arrowhead(PAPER, colour, {"enabled": f"{moved} AND NOT {sure}"}),
        ])  # fmt: skip

    return _by_type("line", drawn)


def _event_areas(_: Dataset) -> Node:
    """Where an event lies; a township told by its seat is an outline, for many of them would darken the map."""
    whole = one_of("located_by", ["seat"])
    return _by_type("fill", lambda colour: symbol("fill", [
        area(colour, colour, 0.2, "dash", alpha=26, rules={"enabled": f"NOT ({whole})"}),
        area(colour, colour, 0.1, "dot", alpha=0, rules={"enabled": whole}),
    ]))  # fmt: skip


def _by_type(kind: str, drawn: Callable[[str], Node]) -> Node:
    categories: list[Category] = [(type_, sign.label, drawn(sign.colour)) for type_, sign in EVENTS.items()]
    return categorised("type", kind, [*categories, ("", "Not in this list", drawn(UNKNOWN))])


_PLACE_SIGNS = {
    "city": ("square", 3.2, PAPER), "town": ("circle", 2.8, PAPER), "village": ("circle", 1.7, PAPER),
    "mine": ("diamond", 3.0, "#d8cdb6"), "base": ("triangle", 2.6, "#d8cdb6"), "site": ("square", 1.8, "#d8cdb6"),
    "bridge": ("square", 1.6, "#b5cbd8"), "dam": ("square", 2.0, "#b5cbd8"), "junction": ("circle", 1.3, ROAD),
}  # fmt: skip
_MINOR = frozenset({"village", "base", "site", "bridge", "dam", "junction"})


def _places(_: Dataset) -> Node:
    guessed = {"outlineStyle": f"if({one_of('located_by', ['inferred'])}, 'dot', 'solid')"}
    minor = {"enabled": f'"mentions" > 0 OR @map_scale < {DETAIL_SCALE}', "size": 'if("mentions" > 0, @value, 1.2)'}
    categories: list[Category] = []
    for kind in PLACE_KINDS:
        if kind in AREAS or kind not in _PLACE_SIGNS:
            categories.append((kind, f"{kind.capitalize()} (no dot)", None))
        else:
            shape, size, fill = _PLACE_SIGNS[kind]
            rules = guessed | (minor if kind in _MINOR else {})
            drawn = symbol("marker", [marker(shape, size, fill, INK, 0.35, rules)])
            categories.append((kind, kind.capitalize(), drawn))
    return categorised("kind", "marker", [*categories, ("", "Other", symbol("marker", [marker("circle", 1.5, PAPER)]))])


def _routes(_: Dataset) -> Node:
    return single(symbol("line", [line(CASING, 1.7)]))


def _stretches(_: Dataset) -> Node:
    return categorised("quality", "line", [
        ("surveyed", "Surveyed", symbol("line", [line(ROAD, 0.7)])),
        ("generalised", "Generalised", symbol("line", [line(ROAD, 0.4)])),
        ("schematic", "Schematic: course not known", symbol("line", [line(ROAD, 0.5, "1.8;1.4")])),
        ("", "Other", symbol("line", [line(ROAD, 0.4, "0.5;1")])),
    ])  # fmt: skip


def _distances(_: Dataset) -> Node:
    """A ring for what lies somewhere on it; of a named road only the label; the rest, when it is switched on."""
    colours = {"good": GREEN, "bad": VERMILLION, "open": UNKNOWN}
    between = {grade: symbol("line", [line(colour, 0.4, "1.6;1.4")]) for grade, colour in colours.items()}
    shown = "if(\"label_from\" IS NOT NULL, 'road', if(\"verdict\" = 'not located', 'ring', \"grade\"))"
    return categorised(shown, "line", [
        ("road", "Length of a named road (label only)", symbol("line", [line(PAPER, 0.1, alpha=0)])),
        ("ring", "On this ring, not located", symbol("line", [line(QUIET, 0.3, "1;1.4")])),
        *((grade, f"Between two places, no road named: {grade}", drawn) for grade, drawn in between.items()),
    ], off=tuple(between))  # fmt: skip


def _candidates(_: Dataset) -> Node:
    return single(symbol("marker", [marker("circle", 3.4, PAPER, QUIET, 0.4, {"outlineStyle": "'dot'"}, alpha=0)]))


def _positions(_: Dataset) -> Node:
    unsure = one_of("certainty", [word for word in FILLS if word not in SOLID])
    hollow = {"fillColor": f"if({unsure}, '{PAPER}', '{INK}')"}
    return single(symbol("marker", [
        marker("circle", 5.2, PAPER, PAPER, 0, alpha=230), marker("circle", 4.4, PAPER, INK, 0.5, alpha=0),
        marker("circle", 2.4, INK, INK, 0.4, hollow),
    ]))  # fmt: skip


def _position_bands(_: Dataset) -> Node:
    return single(symbol("line", [line(PAPER, 3.4, alpha=150), line(INK, 2.4, alpha=140)]))


def _advances(_: Dataset) -> Node:
    sure = f"{one_of('certainty', SOLID)} AND {one_of('status', ['reviewed'])}"
    return single(symbol("line", [
        line(PAPER, 2.0, alpha=200),
        line(INK, 1.0, "4;1.6", rules={"enabled": sure}), line(INK, 0.6, "1;2", rules={"enabled": f"NOT ({sure})"}),
    ]))  # fmt: skip


def _control(dataset: Dataset) -> Node:
    """Rings in the colour of the side, broken as their standing says, grey where nobody is known."""
    colours = side_colours(list(dataset.settings.sides))
    categories: list[Category] = []
    for side in sorted(dataset.tables["control"]["side"].fillna("").unique()):
        sides = [one for one in side.split("; ") if one]
        label = " / ".join(dataset.settings.sides.get(one, one) for one in sides) or "Nobody known"
        drawn = symbol("marker", _ring([colours.get(one, UNKNOWN) for one in sides] or [UNKNOWN]))
        categories.append((side or _NOBODY, inert(label), drawn))
    rest = ("", "Not in this list", symbol("marker", _ring([UNKNOWN])))
    return categorised(f"coalesce(\"side\", '{_NOBODY}')", "marker", [*categories, rest], latest_on_top="date_start")


_NOBODY = "?"  # no id of a side
_BROKEN = " ".join(f"WHEN \"standing\" = '{word}' THEN '{held.ring}'" for word, held in STANDINGS.items())


def _ring(colours: list[str]) -> list[Node]:
    """A ring around a place; a second side stands on the first in dashes."""
    style = {} if len(colours) > 1 else {"outlineStyle": f"CASE {_BROKEN} END"}
    rings = [marker("circle", 6.4, PAPER, PAPER, 1.8, alpha=0)]
    rings.append(marker("circle", 6.4, PAPER, colours[0], 1.1, style, alpha=0))
    dashed = {"outlineStyle": "'dash'"}
    return rings + [marker("circle", 6.4, PAPER, colour, 1.1, dashed, alpha=0) for colour in colours[1:2]]


def _access(_: Dataset) -> Node:
    return single(symbol("line", [line(PURPLE, 0.6, "0.6;1.6")]))


def _plain(geometry: str) -> LayerStyle:
    """The look of a layer that has none of its own."""

    def renderer(_: Dataset) -> Node:
        return single({
            "Point": symbol("marker", [marker(plain.SHAPE, 3, PAPER, plain.COLOUR, 0.6)]),
            "LineString": symbol("line", [line(plain.COLOUR, 0.7)]),
            "Polygon": symbol("fill", [area(plain.COLOUR, plain.COLOUR, 0.3, alpha=plain.ALPHA)]),
        }[geometry])  # fmt: skip

    return LayerStyle(renderer)


def _rivers(_: Dataset) -> Node:
    return single(symbol("line", [line(WATER, 0.8)]))


def _boundaries(_: Dataset) -> Node:
    return single(symbol("line", [line(QUIET, 0.3, "3;1.2;0.6;1.2")]))


def _date(column: str) -> str:
    return f"format_date(\"{column}\", 'd MMMM yyyy', 'en')"


_NAME = "\"name\" || coalesce('\\n' || \"name_my\", '')"
_WHERE = (
    "coalesce(\"stated\", \"actors\", \"place_name\", '') || coalesce(' from ' || \"from_name\", '')"
    " || coalesce('\\nreported ' || " + _date("date_end") + ", '')"
)
_SMALL = "\"kind\" IN ('mine', 'village', 'base', 'dam', 'site', 'bridge', 'junction')"

_OWN: dict[str, LayerStyle] = {
    "events": LayerStyle(_events, (
        Label("Events", f'left("event", {SHORT_NAME})', 7, below_scale=150_000, distance_mm=3.5),
        Label("Keep clear of the signs", "''", 7, drawn=False),
    )),
    "event_lines": LayerStyle(_event_lines),
    "event_areas": LayerStyle(_event_areas),
    "positions": LayerStyle(_positions, (
        Label("Where on the road", _WHERE, 8.5, bold=True, priority=10, distance_mm=3.2, always=True),
    )),
    "position_bands": LayerStyle(_position_bands),
    "advances": LayerStyle(_advances),
    "control": LayerStyle(_control),
    "distances": LayerStyle(_distances, (
        Label("Stated length", '"told"', 7.5, "#4a453e", '"label_from" IS NOT NULL', pill=True, halo="#fbfaf7",
              placement=2, flags=6, priority=8, piece=("label_from", "label_to")),
    )),
    "candidates": LayerStyle(_candidates, (
        Label("Candidates", "left(\"candidate\", strpos(\"candidate\", ',') - 1)", 7, "#6b645a", italic=True,
              priority=2, distance_mm=2.4),
    )),
    "access": LayerStyle(_access),
    "places": LayerStyle(_places, (
        Label("Cities and towns", _NAME, 9.5, where="\"kind\" IN ('city', 'town')", bold=True, priority=9),
        Label("Named by a text", '"name"', 8, where=f'"mentions" > 0 AND {_SMALL}', priority=9, distance_mm=2.8),
        Label("Others", _NAME, 7.5, "#4a453e", below_scale=DETAIL_SCALE, priority=3,
              where=f'NOT coalesce("mentions" > 0, false) AND {_SMALL}'),
    )),
    "routes": LayerStyle(_routes),
    "stretches": LayerStyle(_stretches),
    "rivers": LayerStyle(_rivers, (
        Label("Rivers", '"name"', 7.5, "#5b8aa6", italic=True, placement=3, flags=1, spacing=0.6, priority=4),
    )),
    "boundaries": LayerStyle(_boundaries, tuple(
        Label(f"Region on the {side}", f'upper("{side}")', 7, QUIET, placement=2, flags=flag, spacing=1.2,
              priority=2, distance_mm=1)
        for side, flag in (("left", 2), ("right", 4))
    )),
}  # fmt: skip
STYLED = {name: _plain(TABLES[name].geometry) for name in LAYERS if name not in _OWN} | _OWN
"""Every layer with its look: those that have one of their own in the order in which a map draws them."""
