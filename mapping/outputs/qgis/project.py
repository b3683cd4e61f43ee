"""QGIS project beside the GeoPackage: layers in groups, relations, time, backgrounds and a page to print."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from pyproj import CRS, Geod, Transformer

from mapping.files.archive import zipped
from mapping.outputs.markup import Node, document, node, texts
from mapping.outputs.qgis import geopackage
from mapping.outputs.qgis.layers import GROUND, STYLED
from mapping.outputs.qgis.layout import layout
from mapping.outputs.qgis.qml import DOCTYPE, VERSION, parts, switches
from mapping.outputs.webmap.basemaps import basemaps
from mapping.waist import LINKS, TABLES
from mapping.waist.headline import headline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.waist import Dataset

NAME = "front.qgz"
MAP_CRS, DATA_CRS = "EPSG:3857", "EPSG:4326"  # the backgrounds are in Web Mercator
MERCATOR_LIMIT = 85.0  # degrees of latitude; Web Mercator ends at 85.06

# Group -> its layers from top to bottom, and whether it is shown at first.
_OWN: dict[str, tuple[tuple[str, ...], bool]] = {
    "Reported": (("events", "positions", "event_lines", "advances", "position_bands"), True),
    "Control": (("control",), True),
    "Stated distances": (("candidates", "distances"), True),
    "Stated access": (("access",), False),
    "Ground": (("places", "stretches", "routes", "boundaries", "rivers"), True),
    "Where an event lies, as far as is known": (("event_areas",), True),
    "Tables": (
        ("sources", "statements", "reports", "not_located", "names", "mentions", "actors", "dates", "date_words"), True,
    ),
}
_REST = [name for name in TABLES if not any(name in names for names, _ in _OWN.values())]
# What no group names comes after the rest: layers with what was reported, tables with the tables.
_MORE = {"Reported": [n for n in _REST if TABLES[n].geometry], "Tables": [n for n in _REST if not TABLES[n].geometry]}
GROUPS = {title: ((*names, *_MORE.get(title, ())), shown) for title, (names, shown) in _OWN.items()}
EXPLAINED = ("events", "positions", *_MORE["Reported"], "control", "stretches", "places")  # in print

RELATIONS = LINKS
"""(child layer, its column, parent layer, its column): what a form lists beneath a feature."""


def files(dataset: Dataset) -> dict[str, bytes]:
    """Return front.qgz; it reads front.gpkg from the folder it lies in, wherever that is moved."""
    return {NAME: zipped({"front.qgs": document(_project(dataset), DOCTYPE).encode()})}


def _project(dataset: Dataset) -> Node:
    settings, extent = dataset.settings, _extent(dataset)
    backgrounds = basemaps(settings.basemaps)
    layers = [_layer(name, dataset) for names, _ in GROUPS.values() for name in names]
    layers += [_background(background) for background in backgrounds]
    south, west, north, east = settings.view
    ground_m = Geod(ellps="WGS84").inv(west, (south + north) / 2, east, (south + north) / 2)[2]
    credits_ = _credits(dataset)
    legend = [_tree_layer(name) for name in EXPLAINED]
    return node("qgis", {"projectname": settings.title, "version": VERSION}, [
        node("homePath", {"path": ""}),
        node("title", text=settings.title),
        node("projectCrs", children=[_crs(MAP_CRS)]),
        _tree(backgrounds),
        node("relations", children=[_relation(*relation) for relation in RELATIONS]),
        _canvas(extent),
        node("projectlayers", children=layers),
        _properties(dataset),
        node("projectMetadata", children=texts(title=settings.title, abstract=f"{headline(dataset)} {credits_}")),
        layout(settings.title, headline(dataset), credits_, extent, ground_m / 1000, legend),
        node("ProjectViewSettings", {"UseProjectScales": 0, "rotation": 0}, [
            node("Scales"), node("DefaultViewExtent", _corners(extent), [_crs(MAP_CRS)]),
        ]),
        *_time(dataset),
    ])  # fmt: skip


def layer_id(name: str) -> str:
    """Return the id of a layer; QGIS throws away ids of ten characters or fewer."""
    return f"front_layer_{name}"


def _layer(name: str, dataset: Dataset) -> Node:
    table = TABLES[name]
    kind = {"Point": "Point", "LineString": "Line", "Polygon": "Polygon", "": "No geometry"}[table.geometry]
    attributes = {
        "type": "vector", "geometry": kind, "wkbType": table.geometry or "NoGeometry",
        "styleCategories": "AllStyleCategories", **switches(name),
    }  # fmt: skip
    metadata = node("resourceMetadata", children=texts(
        type="dataset", title=table.title, abstract=geopackage.abstract(table, dataset),
    ))  # fmt: skip
    return node("maplayer", attributes, [
        *texts(id=layer_id(name), datasource=f"./{geopackage.NAME}|layername={name}", layername=table.title),
        node("srs", children=[_crs(DATA_CRS)]),
        metadata,
        node("provider", {"encoding": "UTF-8"}, text="ogr"),
        *parts(name, dataset),
    ])  # fmt: skip


def _background(basemap: dict[str, object]) -> Node:
    url = str(basemap["url"]).replace("{s}", "a")
    source = f"type=xyz&url={quote(url, safe=':/')}&zmax={basemap['max_zoom']}&zmin=0"
    renderer = node("rasterrenderer", {"type": "singlebandcolordata", "band": 1, "opacity": 1})
    return node("maplayer", {"type": "raster", "hasScaleBasedVisibilityFlag": 0}, [
        *texts(id=layer_id(str(basemap["id"])), datasource=source, layername=basemap["name"]),
        node("srs", children=[_crs(MAP_CRS)]),
        node("attribution", text=basemap["credit"]),
        node("provider", text="wms"),
        node("pipe", children=[renderer]),
    ])  # fmt: skip


def _tree(backgrounds: Iterable[dict[str, object]]) -> Node:
    groups = [
        _group(title, [_tree_layer(name) for name in names], shown=shown) for title, (names, shown) in GROUPS.items()
    ]
    online = [_tree_layer(str(b["id"]), str(b["name"]), "wms") for b in backgrounds]
    return node("layer-tree-group", children=[*groups, _group("Backgrounds (online)", online, shown=False)])


def _group(title: str, children: list[Node], *, shown: bool) -> Node:
    checked = "Qt::Checked" if shown else "Qt::Unchecked"
    return node("layer-tree-group", {"name": title, "checked": checked, "expanded": int(shown)}, children)


def _tree_layer(name: str, title: str = "", provider: str = "ogr") -> Node:
    return node("layer-tree-layer", {
        "id": layer_id(name), "name": title or TABLES[name].title, "checked": "Qt::Checked",
        "expanded": 0, "providerKey": provider,
    })  # fmt: skip


def _relation(child: str, column: str, parent: str, key: str) -> Node:
    return node("relation", {
        "id": f"{child}_{column}_{parent}", "name": f"{TABLES[child].title} of {TABLES[parent].title.lower()}",
        "referencingLayer": layer_id(child), "referencedLayer": layer_id(parent), "strength": "Association",
    }, [node("fieldRef", {"referencingField": column, "referencedField": key})])  # fmt: skip


@cache
def _wkt(authority: str) -> tuple[str, str, bool]:
    crs = CRS(authority)
    return crs.to_wkt("WKT2_2019"), crs.name, crs.is_geographic


def _crs(authority: str) -> Node:
    """The id alone would be named but not valid; QGIS wants the definition."""
    wkt, name, geographic = _wkt(authority)
    return node("spatialrefsys", {"nativeFormat": "Wkt"}, texts(
        wkt=wkt, srid=authority.removeprefix("EPSG:"), authid=authority, description=name,
        geographicflag=str(geographic).lower(),
    ))  # fmt: skip


def _extent(dataset: Dataset) -> tuple[float, float, float, float]:
    """The first view in the project's CRS: xmin, ymin, xmax, ymax in metres."""
    south, west, north, east = dataset.settings.view
    turn = Transformer.from_crs(DATA_CRS, MAP_CRS, always_xy=True).transform
    xmin, ymin = turn(west, max(south, -MERCATOR_LIMIT))
    xmax, ymax = turn(east, min(north, MERCATOR_LIMIT))
    return round(xmin, 2), round(ymin, 2), round(xmax, 2), round(ymax, 2)


def _corners(extent: tuple[float, float, float, float]) -> dict[str, float]:
    return dict(zip(("xmin", "ymin", "xmax", "ymax"), extent, strict=True))


def _canvas(extent: tuple[float, float, float, float]) -> Node:
    return node("mapcanvas", {"name": "theMapCanvas", "annotationsVisible": 1}, [
        *texts(units="meters"),
        node("extent", children=texts(**_corners(extent))),
        *texts(rotation=0),
        node("destinationsrs", children=[_crs(MAP_CRS)]),
    ])  # fmt: skip


def _days(dataset: Dataset) -> list[str]:
    """All days of the dated layers, in order."""
    found: set[str] = set()
    for name in (name for name in STYLED if TABLES[name].dated):
        for column in ("date_start", "date_end"):
            found |= set(dataset.tables[name][column].dropna())
    return sorted(found)


def _time(dataset: Dataset) -> list[Node]:
    days = _days(dataset)
    if not days:
        return []
    span = node("TemporalRange", children=texts(start=f"{days[0]}T00:00:00Z", end=f"{days[-1]}T23:59:59Z"))
    steps = {"timeStep": 1, "timeStepUnit": "d", "frameRate": 4, "cumulativeTemporalRange": 0}
    return [node("ProjectTimeSettings", steps, [span])]


def _properties(dataset: Dataset) -> Node:
    def entry(tag: str, kind: str, value: object) -> Node:
        return node(tag, {"type": kind}, text=value)

    red, green, blue = (int(GROUND[i : i + 2], 16) for i in (1, 3, 5))
    groups = {
        "Gui": [entry("CanvasColorRedPart", "int", red), entry("CanvasColorGreenPart", "int", green),
                entry("CanvasColorBluePart", "int", blue)],
        "Measure": [entry("Ellipsoid", "QString", "EPSG:7030")],
        "Measurement": [entry("DistanceUnits", "QString", "km")],
        "Paths": [entry("Absolute", "bool", "false")],
        "SpatialRefSys": [entry("ProjectionsEnabled", "int", 1)],
    }  # fmt: skip
    days = _days(dataset)
    if days:
        groups["TemporalControllerWidget"] = [
            entry("StartDateTime", "QString", f"{days[0]}T00:00:00Z"),
            entry("EndDateTime", "QString", f"{days[-1]}T23:59:59Z"),
            entry("NavigationMode", "int", 0),  # everything is shown until the user starts the clock
        ]
    return node("properties", children=[node(tag, children=children) for tag, children in groups.items()])


def _credits(dataset: Dataset) -> str:
    sources, places = dataset.tables["sources"], dataset.tables["places"]
    publishers = "; ".join(sorted(set(sources["publisher"].dropna()))) or "not named"
    coordinates = "; ".join(sorted(set(places["location_credit"].dropna()) - {""})) or "none"
    return (
        f"Data as of {dataset.data_as_of or 'unknown'}, {len(sources)} sources. Publishers: {publishers}. "
        f"Coordinates: {coordinates}."
    )
