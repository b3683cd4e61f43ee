"""Symbols, renderers and labels as QGIS stores them in XML (read by QGIS 3.22 and later)."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from mapping.outputs.markup import Node, node
from mapping.style.symbols import EVENTS, FILLS, INK, PAPER, SHAPES, left_half, path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

HALF = [certainty for certainty, fill in FILLS.items() if fill == "half"]
SOLID = [certainty for certainty, fill in FILLS.items() if fill == "solid"]
HAPPENED = SOLID + HALF


def inert(text: str) -> str:
    """Return a text in which QGIS finds no expression where it looks for them between [% and %]: labels, legends."""
    return text.replace("[%", "[% '[%' %]")


def options(values: Mapping[str, object]) -> Node:
    """Return a map of settings, all of them text."""
    return node("Option", {"type": "Map"}, [
        node("Option", {"name": name, "value": value, "type": "QString"}) for name, value in values.items()
    ])  # fmt: skip


def symbol_layer(kind: str, values: Mapping[str, object], rules: Mapping[str, str] | None = None,
                 inner: Node | None = None) -> Node:  # fmt: skip
    """Return one layer of a symbol; `rules` are properties that an expression sets, feature by feature."""
    children = [options(values)]
    if rules:
        children.append(_defined(rules))
    if inner is not None:
        children.append(inner)
    return node("layer", {"class": kind, "enabled": 1, "locked": 0, "pass": 0}, children)


def _defined(rules: Mapping[str, str]) -> Node:
    properties = [
        node("Option", {"type": "Map", "name": name}, [
            node("Option", {"name": "active", "value": "true", "type": "bool"}),
            node("Option", {"name": "expression", "value": expression, "type": "QString"}),
            node("Option", {"name": "type", "value": 3, "type": "int"}),  # 3: an expression
        ])
        for name, expression in rules.items()
    ]  # fmt: skip
    collection = node("Option", {"type": "Map"}, [
        node("Option", {"name": "name", "value": "", "type": "QString"}),
        node("Option", {"name": "properties", "type": "Map"}, properties),
        node("Option", {"name": "type", "value": "collection", "type": "QString"}),
    ])  # fmt: skip
    return node("data_defined_properties", children=[collection])


def symbol(kind: str, layers: Iterable[Node], name: object = 0, alpha: float = 1) -> Node:
    """Return a symbol of kind marker, line or fill."""
    return node("symbol", {"name": name, "type": kind, "alpha": alpha, "clip_to_extent": 1, "force_rhr": 0}, layers)


def rgba(colour: str, alpha: int = 255) -> str:
    """Return "#rrggbb" as QGIS writes it: "r,g,b,alpha"."""
    return ",".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5)) + f",{alpha}"


def one_of(column: str, words: Iterable[str]) -> str:
    """Expression: is the column one of these words? False where there is no feature (in a legend)."""
    listed = ", ".join("'" + word.replace("'", "''") + "'" for word in words)
    return f"try(coalesce(\"{column}\", '') IN ({listed}), false)"


def event_marker(type_: str, size_mm: float = 5) -> list[Node]:
    """Layers of the sign of an event type: halo and paper, colour as far as the certainty fills it, outline."""
    sign = EVENTS[type_]
    whole, half = path(SHAPES[sign.shape]), path(left_half(sign.shape))
    paper = f'<path d="{whole}" fill="{PAPER}" stroke="{PAPER}" stroke-width="5" stroke-linejoin="round"/>'
    outline = f'<path d="{whole}" fill="none" stroke="{INK}" stroke-width="1.8" stroke-linejoin="round"'
    is_half, is_draft = one_of("certainty", HALF), one_of("status", ["draft"])
    is_hollow = one_of("certainty", [word for word, fill in FILLS.items() if fill == "hollow"])
    return [
        _svg(paper, size_mm, {}),
        _svg(f'<path d="{whole}" fill="{sign.colour}"/>', size_mm, {"enabled": f"NOT {is_half} AND NOT {is_hollow}"}),
        _svg(f'<path d="{half}" fill="{sign.colour}"/>', size_mm, {"enabled": is_half}),
        _svg(f"{outline}/>", size_mm, {"enabled": f"NOT {is_draft}"}),
        _svg(f'{outline} stroke-dasharray="2.2 2.2"/>', size_mm, {"enabled": is_draft}),
    ]


def _svg(content: str, size_mm: float, rules: Mapping[str, str]) -> Node:
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-13 -13 26 26">{content}</svg>'
    name = "base64:" + base64.b64encode(picture.encode()).decode()
    return symbol_layer("SvgMarker", {"name": name, "size": size_mm, "size_unit": "MM", "fixedAspectRatio": 0}, rules)


def marker(shape: str, size_mm: float, fill: str, outline: str = INK, width_mm: float = 0.3,
           rules: Mapping[str, str] | None = None, alpha: int = 255) -> Node:  # fmt: skip
    """Return a plain marker of one of QGIS's own shapes."""
    return symbol_layer("SimpleMarker", {
        "name": shape, "size": size_mm, "size_unit": "MM", "color": rgba(fill, alpha), "outline_color": rgba(outline),
        "outline_style": "solid", "outline_width": width_mm, "outline_width_unit": "MM", "scale_method": "diameter",
    }, rules)  # fmt: skip


def line(colour: str, width_mm: float, dash: str = "", alpha: int = 255,
         rules: Mapping[str, str] | None = None) -> Node:  # fmt: skip
    """Return a line; `dash` as lengths in millimetres, "2;1"."""
    return symbol_layer("SimpleLine", {
        "line_color": rgba(colour, alpha), "line_width": width_mm, "line_width_unit": "MM", "line_style": "solid",
        "capstyle": "flat" if dash else "round", "joinstyle": "round", "use_custom_dash": int(bool(dash)),
        "customdash": dash or "5;2", "customdash_unit": "MM",
    }, rules)  # fmt: skip


def arrowhead(fill: str, outline: str, rules: Mapping[str, str] | None = None) -> Node:
    """Return an arrowhead at the last vertex of a line."""
    head = symbol_layer("SimpleMarker", {
        "name": "filled_arrowhead", "size": 3.6, "size_unit": "MM", "color": rgba(fill), "outline_color": rgba(outline),
        "outline_style": "solid", "outline_width": 0.35, "outline_width_unit": "MM",
    })  # fmt: skip
    return symbol_layer(
        "MarkerLine", {"placement": "lastvertex", "rotate": 1}, rules, symbol("marker", [head], name="@0@0")
    )


def area(
    fill: str, outline: str, width_mm: float, dash: str = "solid", alpha: int = 40,
    rules: Mapping[str, str] | None = None,
) -> Node:  # fmt: skip
    """Return a fill, faint unless `alpha` (0 to 255) says otherwise."""
    return symbol_layer("SimpleFill", {
        "color": rgba(fill, alpha), "style": "solid", "outline_color": rgba(outline), "outline_style": dash,
        "outline_width": width_mm, "outline_width_unit": "MM", "joinstyle": "round",
    }, rules)  # fmt: skip


def single(made: Node) -> Node:
    """Return a renderer with one symbol for all."""
    made.set("name", "0")
    return node("renderer-v2", {"type": "singleSymbol", **_PLAIN}, [node("symbols", children=[made])])


Category = tuple[str, str, Node | None]  # value, label, symbol; None draws nothing


def categorised(column: str, kind: str, categories: Sequence[Category], latest_on_top: str = "",
                off: Sequence[str] = ()) -> Node:  # fmt: skip
    """Return a renderer with one symbol a value; "" catches all that are not named, `off` waits to be switched on."""
    entries, symbols = [], []
    for number, (value, label, made) in enumerate(categories):
        shown = "true" if made is not None and value not in off else "false"
        drawn = made if made is not None else symbol(kind, [_NOTHING[kind]()])
        drawn.set("name", str(number))
        symbols.append(drawn)
        entry = {"symbol": number, "value": value, "label": label, "render": shown, "type": "string"}
        entries.append(node("category", entry))
    children = [node("categories", children=entries), node("symbols", children=symbols)]
    if latest_on_top:
        clause = node("orderByClause", {"asc": 1, "nullsFirst": 1}, text=f'"{latest_on_top}"')
        children.append(node("orderby", children=[clause]))
    return node("renderer-v2", {
        "type": "categorizedSymbol", "attr": column, **_PLAIN, "enableorderby": int(bool(latest_on_top)),
    }, children)  # fmt: skip


def displaced(inner: Node) -> Node:
    """Return a renderer that sets points of one spot around it on a ring."""
    centre = symbol("marker", [marker("circle", 1.4, PAPER, INK, 0.25)], "centerSymbol")
    return node("renderer-v2", {
        "type": "pointDisplacement", "tolerance": 4, "toleranceUnit": "MM", "toleranceUnitScale": "3x:0,0,0,0,0,0",
        "placement": 0, "circleWidth": 0.2, "circleColor": rgba(INK, 120), "circleRadiusAddition": 0,
        "labelAttributeName": "", "labelFont": "Noto Sans,8,-1,5,50,0,0,0,0,0", "labelDistanceFactor": 0.5,
        "maxLabelScaleDenominator": -1, **_PLAIN,
    }, [inner, centre])  # fmt: skip


_PLAIN = {"symbollevels": 0, "enableorderby": 0, "forceraster": 0, "referencescale": -1}
_NOTHING = {
    "marker": lambda: marker("circle", 0.1, PAPER, PAPER, 0, alpha=0),
    "line": lambda: line(PAPER, 0.1, alpha=0),
    "fill": lambda: area(PAPER, PAPER, 0.1, "no", alpha=0),
}
