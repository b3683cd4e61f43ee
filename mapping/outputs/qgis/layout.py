"""The print layout of the QGIS project: one A4 page with title, map, legend, scale and sources."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from mapping.domain.vocabulary import STANDINGS
from mapping.outputs.markup import Node, node
from mapping.outputs.qgis.layers import GROUND
from mapping.outputs.qgis.symbology import area, inert, symbol
from mapping.style.symbols import INK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NAME = "Front, A4"
PAGE_MM = (297, 210)
MAP_MM = (10, 30, 216, 156)  # left, top, width, height
NICE_KM = (1, 2, 5, 10, 20, 25, 50, 100, 200)  # lengths of one half of the scale bar
SIGNS = (
    "Signs: filled, it happened; half, claimed by a party or disputed; hollow, planned, demanded or hypothetical; "
    "dotted outline, not yet reviewed. Lines in the colour of the event: arrow, movement; ladder, somewhere along it.\n"
    "Shaded areas are where an event lies, not its reach. Rings, who holds a place: "
) + "; ".join(f"{held.ring}, {word}" for word, held in STANDINGS.items())
_PAGE, _MAP, _LABEL, _LEGEND, _SCALE_BAR = 65638, 65639, 65641, 65642, 65646  # QGIS's numbers of kinds of items

Extent = tuple[float, float, float, float]  # xmin, ymin, xmax, ymax in the project's CRS


def layout(title: str, subtitle: str, sources: str, extent: Extent, ground_km: float, legend: Iterable[Node]) -> Node:
    """Return the <Layouts> element.

    `extent` is fitted to the map's frame; `ground_km` is the true width of the extent in kilometres, from
    which the scale bar takes its length; `legend` holds the layers to explain, as nodes of a layer tree.
    """
    fitted = _fitted(extent)
    km = ground_km * (fitted[2] - fitted[0]) / (extent[2] - extent[0])
    left, top, width, height = MAP_MM
    right = left + width + 5
    items = [
        _legend((right, top, PAGE_MM[0] - right - 5, 120), legend),
        _label((left + width - 13, top + 3, 12, 8), "↑ N", 11, bold=True),
        _scale_bar((left + 4, top + height - 12, 60, 10), next((n for n in reversed(NICE_KM) if n <= km / 8), 1)),
        _label((left, 187.5, PAGE_MM[0] - 20, 8), SIGNS, 7.5),
        _label((left, 196.5, PAGE_MM[0] - 20, 10), sources, 7),
        _label((left, 6, PAGE_MM[0] - 20, 10), title, 19, bold=True),
        _label((left, 16, PAGE_MM[0] - 20, 13), subtitle, 9),
        _map((left, top, width, height), fitted),
    ]
    for number, item in enumerate(reversed(items), 1):
        item.set("zValue", str(number))
    made = node("Layout", {"name": NAME, "units": "mm", "printResolution": 200}, [_pages(), *items])
    return node("Layouts", children=[made])


def _fitted(extent: Extent) -> Extent:
    """Widen an extent to the proportions of the map's frame, around its middle."""
    xmin, ymin, xmax, ymax = extent
    width, height = max(xmax - xmin, (ymax - ymin) * MAP_MM[2] / MAP_MM[3]), 0.0
    height = width * MAP_MM[3] / MAP_MM[2]
    x, y = (xmin + xmax) / 2, (ymin + ymax) / 2
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _id(name: str) -> str:
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"layout/{name}")) + "}"  # same name, same id


def _item(kind: int, name: str, box: Sequence[float], attributes: dict[str, object], children: list[Node]) -> Node:
    left, top, width, height = box
    where = f"{left},{top},mm"
    return node("LayoutItem", {
        "type": kind, "id": name, "uuid": _id(name), "templateUuid": _id(name), "position": where,
        "positionOnPage": where, "size": f"{width},{height},mm", "referencePoint": 0, "visibility": 1, "opacity": 1,
        "frame": "false", "background": "false", "outlineWidthM": "0.2,mm", "itemRotation": 0, **attributes,
    }, [_colour("FrameColor", INK), _colour("BackgroundColor", GROUND), *children])  # fmt: skip


def _colour(tag: str, colour: str) -> Node:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return node(tag, {"red": red, "green": green, "blue": blue, "alpha": 255})


def _pages() -> Node:
    def paper() -> Node:
        return symbol("fill", [area("#ffffff", "#ffffff", 0.2, "no", alpha=255)], name="")

    page = _item(_PAGE, "Page", (0, 0, *PAGE_MM), {"background": "true"}, [paper()])
    return node("PageCollection", children=[paper(), page, node("GuideCollection", {"visible": 1})])


def _map(box: Sequence[float], extent: Extent) -> Node:
    corners = dict(zip(("xmin", "ymin", "xmax", "ymax"), extent, strict=True))
    return _item(_MAP, "Map", box, {
        "frame": "true", "background": "true", "followPreset": "false", "keepLayerSet": "false", "mapRotation": 0,
        "drawCanvasItems": "true", "labelMargin": "1,mm", "isTemporal": 0,
    }, [node("Extent", corners)])  # fmt: skip


def _label(box: Sequence[float], text: str, size: float, *, bold: bool = False) -> Node:
    font = node("LabelFont", {"description": f"Noto Sans,{size},-1,5,{75 if bold else 50},0,0,0,0,0", "style": ""})
    return _item(_LABEL, text[:20], box, {
        "labelText": inert(text), "htmlState": 0, "halign": 1, "valign": 32, "marginX": 0, "marginY": 0,
    }, [font, _colour("FontColor", INK)])  # fmt: skip


def _legend(box: Sequence[float], layers: Iterable[Node]) -> Node:
    sizes = {"title": 11, "group": 9, "subgroup": 8.5, "symbol": 7.5, "symbolLabel": 7.5}
    margins = {"group": 2.5, "subgroup": 2.5, "symbol": 0.8, "symbolLabel": 0.8}
    styles = [
        node("style", {"name": name, "alignment": 1, "indent": 0, "marginTop": margins.get(name, 0), "marginLeft": 1.5},
             [node("styleFont", {"description": f"Noto Sans,{size},-1,5,{75 if 'group' in name else 50},0,0,0,0,0",
                                 "style": ""})])
        for name, size in sizes.items()
    ]  # fmt: skip
    return _item(_LEGEND, "Legend", box, {
        "map_uuid": _id("Map"), "legendFilterByMap": 1, "resizeToContents": 1, "symbolWidth": 6, "symbolHeight": 3.6,
        "boxSpace": 0, "maxSymbolSize": 4.5, "columnCount": 1, "title": "", "titleAlignment": 1,
        "fontColor": INK, "wrapChar": "",
    }, [node("styles", children=styles), node("layer-tree-group", children=layers)])  # fmt: skip


def _scale_bar(box: Sequence[float], km: float) -> Node:
    text = node("text-style", {
        "fontFamily": "Noto Sans", "fontSize": 7.5, "fontSizeUnit": "Point", "fontWeight": 50, "namedStyle": "Regular",
        "textColor": "38,34,29,255", "textOpacity": 1,
    })  # fmt: skip
    return _item(_SCALE_BAR, "Scale bar", box, {
        "mapUuid": _id("Map"), "style": "Line Ticks Up", "unitType": "km", "unitLabel": "km",
        "numUnitsPerSegment": km, "numMapUnitsPerScaleBarUnit": 1, "numSegments": 2, "numSegmentsLeft": 0,
        "segmentSizeMode": 0, "height": 2, "labelBarSpace": 1, "boxContentSpace": 0, "alignment": 0,
        "outlineWidth": 0.3, "minBarWidth": 20, "maxBarWidth": 80,
    }, [text, _colour("strokeColor", INK), _colour("fillColor", INK), _colour("fillColor2", "#ffffff")])  # fmt: skip
