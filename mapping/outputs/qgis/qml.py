"""Styles of the layers: what QGIS reads from a .qml beside a file, a GeoPackage's styles and a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.outputs.markup import Node, document, node
from mapping.outputs.qgis.layers import STYLED
from mapping.outputs.qgis.symbology import rgba
from mapping.waist import LAYERS, TABLES, alias

if TYPE_CHECKING:
    from mapping.outputs.qgis.layers import Label
    from mapping.waist import Column, Dataset, Table

VERSION = "3.22.0"  # the oldest QGIS that these files were tried with
DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
LONG = frozenset({
    "quote", "quotes", "text", "notes", "versions", "names", "evidence", "location_evidence", "location_note",
})  # fmt: skip
"""Columns that take several lines in a form."""

GEOMETRIES = {"Point": 0, "LineString": 1, "Polygon": 2, "": 4}


def files(dataset: Dataset) -> dict[str, bytes]:
    """Return "<layer>.qml" for each GeoJSON file; QGIS applies it to the file of that name beside it."""
    return {f"{layer}.qml": qml(layer, dataset).encode() for layer in LAYERS}


def qml(layer: str, dataset: Dataset) -> str:
    """Return the whole style of one table as a document of its own."""
    attributes = {"version": VERSION, "styleCategories": "AllStyleCategories", **switches(layer)}
    return document(node("qgis", attributes, parts(layer, dataset)), DOCTYPE)


def switches(layer: str) -> dict[str, object]:
    """Return the attributes that a style and a layer of a project share."""
    style = STYLED.get(layer)
    return {
        "labelsEnabled": int(bool(style and style.labels)), "hasScaleBasedVisibilityFlag": 0,
        "minScale": 100000000, "maxScale": 0, "readOnly": 0, "simplifyDrawingHints": 0,
    }  # fmt: skip


def parts(layer: str, dataset: Dataset) -> list[Node]:
    """Return the elements of a style: time, renderer, labels, form, map tip."""
    table, style = TABLES[layer], STYLED.get(layer)
    made = _form(table.columns)
    if style is None:
        return [*made, node("previewExpression", text='"id"')]
    return [
        *([temporal(table, dataset)] if table.dated else []),
        style.renderer(dataset),
        *([_labelling(layer, style.labels)] if style.labels else []),
        *made,
        node("previewExpression", text=f'coalesce("{table.label}", "id")'),
        node("mapTip", {"enabled": 1}, text=map_tip(table)),
        node("layerGeometryType", text=GEOMETRIES[table.geometry]),
    ]


def temporal(table: Table, dataset: Dataset) -> Node:
    """Return the time of whole-day features, from the first day to the end of the last.

    Expressions, because with plain date fields QGIS 3.22 shows a one-day event a day early and later versions
    never show it. Where one side is open, the known day stands for it; what lasts goes on to the end of the data.
    What has no day is not shown.
    """
    today = max(filter(None, (dataset.last_day, dataset.data_as_of)), default=None)
    still = f"'{today}', " if table.lasting and today else ""
    start, end = 'coalesce("date_start", "date_end")', f'coalesce("date_end", {still}"date_start")'
    return node("temporal", {
        "enabled": 1, "mode": 4, "limitMode": 0, "startField": "", "endField": "", "durationField": "",
        "durationUnit": "d", "fixedDuration": 0, "accumulate": 0, "startExpression": f"to_datetime({start})",
        "endExpression": f"to_datetime({end}) + to_interval('1 day')",
    }, [node("fixedRange", children=[node("start"), node("end")])])  # fmt: skip


def map_tip(table: Table) -> str:
    """Return the HTML of a map tip; what features hold is escaped, so that no text becomes markup."""
    numbers = {column.name for column in table.columns if column.type == "number"}
    lines = [f"<b>[% {_escaped(table.label)} %]</b>"]
    for column in table.card.split():
        shown = f'to_string(round("{column}", 2))' if column in numbers else _escaped(column)
        lines.append(f"[% '<br>{alias(column)}: ' || {shown} %]")
    quote, publisher = table.first_of("quote", "quotes"), table.first_of("publisher", "publishers")
    if quote:
        words = "if(\"wording\" = 'restated', 'In our words', 'Quoted')" if table.first_of("wording") else "'Source'"
        after = f" || coalesce(', after ' || {_escaped(publisher)}, '')" if publisher else ""
        lines.append(f"[% '<br><i>' || {words}{after} || ':</i> ' || {_escaped(quote)} %]")
    return '<div style="max-width:26em">' + "".join(lines) + "</div>"


def _escaped(column: str) -> str:
    return f"replace(replace(replace(to_string(\"{column}\"), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')"


def _form(columns: tuple[Column, ...]) -> list[Node]:
    fields, aliases = [], []
    for number, column in enumerate(columns):
        kind, settings = _widget(column)
        widget = node("editWidget", {"type": kind}, [node("config", children=[settings])])
        fields.append(node("field", {"name": column.name, "configurationFlags": "None"}, [widget]))
        aliases.append(node("alias", {"index": number, "field": column.name, "name": alias(column.name)}))
    return [node("fieldConfiguration", children=fields), node("aliases", children=aliases)]


def _widget(column: Column) -> tuple[str, Node]:
    if column.type == "date":
        return "DateTime", _typed(
            allow_null=True, calendar_popup=True, display_format="yyyy-MM-dd", field_format="yyyy-MM-dd"
        )
    if column.type == "text":
        return "TextEdit", _typed(IsMultiline=column.name in LONG, UseHtml=False)
    return "", node("Option")


def _typed(**settings: bool | str) -> Node:
    return node("Option", {"type": "Map"}, [
        node("Option", {"name": name, "value": str(value).lower() if isinstance(value, bool) else value,
                        "type": "bool" if isinstance(value, bool) else "QString"})
        for name, value in settings.items()
    ])  # fmt: skip


def _labelling(layer: str, labels: tuple[Label, ...]) -> Node:
    rules = []
    for number, label in enumerate(labels):
        attributes: dict[str, object] = {"key": f"{layer}-{number}", "description": label.name}
        if label.where:
            attributes["filter"] = label.where
        if label.below_scale:
            attributes |= {"scalemindenom": 1, "scalemaxdenom": label.below_scale}
        rules.append(node("rule", attributes, [_settings(label)]))
    return node("labeling", {"type": "rule-based"}, [node("rules", {"key": layer}, rules)])


def _settings(label: Label) -> Node:
    style = node("text-style", {
        "fieldName": label.expression, "isExpression": 1, "fontFamily": "Noto Sans", "fontSize": label.size,
        "fontSizeUnit": "Point", "fontWeight": 75 if label.bold else 50, "fontItalic": int(label.italic),
        "namedStyle": "Bold" if label.bold else "Italic" if label.italic else "Regular",
        "textColor": rgba(label.colour), "textOpacity": 1, "multilineHeight": 0.9, "fontLetterSpacing": label.spacing,
    }, [
        node("families", children=[node("family", {"name": name}) for name in _FONTS]),
        node("text-buffer", {
            "bufferDraw": int(not label.pill), "bufferSize": 0.7, "bufferSizeUnits": "MM",
            "bufferColor": rgba(label.halo), "bufferOpacity": 0.9, "bufferJoinStyle": 128, "bufferNoFill": 1,
        }),
        node("background", {
            "shapeDraw": int(label.pill), "shapeType": 0, "shapeSizeType": 0, "shapeSizeX": 1.1, "shapeSizeY": 0.3,
            "shapeSizeUnit": "MM", "shapeRadiiX": 1.6, "shapeRadiiY": 1.6, "shapeRadiiUnit": "MM",
            "shapeFillColor": rgba(label.halo), "shapeBorderColor": rgba(label.colour), "shapeBorderWidth": 0.15,
            "shapeBorderWidthUnit": "MM", "shapeOpacity": 1, "shapeJoinStyle": 128,
        }),
    ])  # fmt: skip
    placement = node("placement", {
        "placement": label.placement, "placementFlags": label.flags, "dist": label.distance_mm, "distUnits": "MM",
        "priority": label.priority, "predefinedPositionOrder": "TR,R,BR,TL,L,BL,TSR,BSR", "repeatDistance": 0,
        "lineAnchorPercent": 0.5, "lineAnchorType": 0, "lineAnchorClipping": 0, "offsetType": 1,
        "maxCurvedCharAngleIn": 30, "maxCurvedCharAngleOut": -30, **_piece(label),
    })  # fmt: skip
    rendering = node("rendering", {
        "drawLabels": int(label.drawn), "obstacle": 1, "obstacleFactor": 1 if label.drawn else 1.5,
        "fontMinPixelSize": 3, "fontMaxPixelSize": 10000, "upsidedownLabels": 0, "displayAll": int(label.always),
        "scaleVisibility": 0, "mergeLines": int(label.placement in {2, 3}),
    })  # fmt: skip
    return node("settings", {"calloutType": "simple"}, [style, placement, rendering])


def _piece(label: Label) -> dict[str, object]:
    """Let the text stand on a piece of its line."""
    if label.piece is None:
        return {}
    low, high = (f'"{column}" * length($geometry)' for column in label.piece)
    drawn = f"line_substring($geometry, {low}, {high})"
    return {"geometryGenerator": drawn, "geometryGeneratorEnabled": 1, "geometryGeneratorType": "LineGeometry"}


_FONTS = ("Noto Sans", "Open Sans", "DejaVu Sans", "Noto Sans Myanmar", "Padauk", "Myanmar Text")
