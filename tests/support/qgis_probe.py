"""Asks the system's QGIS what it sees; runs under the distribution's python3, prints JSON.

qgis_probe.py source FILE...                  every layer of each file, opened as a user drags it in
qgis_probe.py style FILE...                   what a .qml says, and what QGIS keeps of it
qgis_probe.py project FILE [DAY...]           a project: layers, tree, relations, map tips, what a day shows
qgis_probe.py picture FILE MAP.png PAGE.png   the project's first view and its print layout as pictures
"""

import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from osgeo import ogr
from qgis.core import (
    NULL,
    QgsApplication,
    QgsDateTimeRange,
    QgsExpression,
    QgsFeatureRequest,
    QgsLayoutExporter,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime
from qgis.PyQt.QtXml import QDomDocument

ogr.UseExceptions()


def told(value):
    return None if value is None or value == NULL else str(value)


def categories(layer):
    renderer = layer.renderer()
    if renderer is not None and renderer.embeddedRenderer() is not None:
        renderer = renderer.embeddedRenderer()
    if renderer is None or renderer.type() != "categorizedSymbol":
        return None
    known = {str(category.value()) for category in renderer.categories()}
    by = QgsExpression(renderer.classAttribute() if "(" in renderer.classAttribute() else f'"{renderer.classAttribute()}"')
    context = layer.createExpressionContext()
    values = set()
    for feature in layer.getFeatures():
        context.setFeature(feature)
        values.add(told(by.evaluate(context)) or "")
    missing = values - known
    return {"column": renderer.classAttribute(), "missing": sorted(missing - {""})}


def layer_facts(layer):
    facts = {"name": layer.name(), "valid": layer.isValid(), "crs": layer.crs().authid(), "crs_valid": layer.crs().isValid()}
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return facts
    features = list(layer.getFeatures())
    return facts | {
        "spatial": layer.isSpatial(),
        "count": len(features),
        "types": {field.name(): field.typeName() for field in layer.fields()},
        "aliases": {field.name(): field.alias() for field in layer.fields()},
        "renderer": layer.renderer().type() if layer.renderer() else None,
        "categories": categories(layer),
        "labels": layer.labelsEnabled(),
        "tip": bool(layer.mapTipTemplate()),
        "title": layer.metadata().title(),
        "abstract": layer.metadata().abstract(),
        "broken": sum(f.hasGeometry() and not f.geometry().isGeosValid() for f in features),
    }


def sources(paths):
    found = {}
    for path in paths:
        options = QgsVectorLayer.LayerOptions(QgsProject.instance().transformContext())
        options.loadDefaultStyle = True
        parts = QgsProviderRegistry.instance().querySublayers(str(Path(path).resolve()))
        layers = [QgsVectorLayer(part.uri(), part.name(), part.providerKey(), options) for part in parts]
        found[path] = [layer_facts(layer) for layer in layers]
    return found


def shown_on(layer, day):
    """Ids of the features that the temporal controller shows on one day."""
    begin = QDateTime(QDate.fromString(day, Qt.ISODate), QTime(0, 0), Qt.UTC)
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    rule = layer.temporalProperties().createFilterString(context, QgsDateTimeRange(begin, begin.addDays(1), includeBeginning=True, includeEnd=False))
    return sorted(feature["id"] for feature in layer.getFeatures(QgsFeatureRequest().setFilterExpression(rule)))


def tips(layer):
    texts = []
    for feature in layer.getFeatures():
        context = layer.createExpressionContext()
        context.setFeature(feature)
        texts.append(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
    return texts


def relation_facts(relation):
    related = 0
    for parent in relation.referencedLayer().getFeatures():
        related += sum(1 for _ in relation.getRelatedFeatures(parent))
    return {"valid": relation.isValid(), "child": relation.referencingLayer().name(), "related": related,
            "parent": relation.referencedLayer().name()}  # fmt: skip


def groups(node):
    return {
        child.name(): {"shown": child.itemVisibilityChecked(), "layers": [part.name() for part in child.children()],
                       "found": all(part.layer() is not None and part.layer().isValid() for part in child.findLayers())}
        for child in node.children()
    }  # fmt: skip


def project_facts(path, days):
    project = QgsProject.instance()
    read = project.read(str(Path(path).resolve()))
    layers = {layer.id(): layer for layer in project.mapLayers().values()}
    dated = [layer for layer in layers.values() if layer.temporalProperties() and layer.temporalProperties().isActive()]
    span = project.timeSettings().temporalRange()
    return {
        "read": read,
        "title": project.title(),
        "crs_valid": project.crs().isValid(),
        "relative": project.readEntry("Paths", "/Absolute", "true")[0] == "false",
        "layers": {id_: layer_facts(layer) for id_, layer in layers.items()},
        "groups": groups(project.layerTreeRoot()),
        "relations": {id_: relation_facts(r) for id_, r in project.relationManager().relations().items()},
        "shown": {day: {layer.id(): shown_on(layer, day) for layer in dated} for day in days},
        "tips": {id_: tips(layer) for id_, layer in layers.items() if getattr(layer, "mapTipTemplate", str)()},
        "range": [span.begin().toString(Qt.ISODate), span.end().toString(Qt.ISODate)],
        "layouts": [layout.name() for layout in project.layoutManager().printLayouts()],
        "view": [round(x) for x in project.viewSettings().defaultViewExtent().toRectF().getCoords()],
    }


def settings_of(root):
    """Class of each layer of a symbol with the names of what is set on it, and all expressions with their fault."""
    kept, faults = [], {}
    for symbol in sorted(root.find("renderer-v2").iter("symbol"), key=lambda symbol: symbol.get("name")):
        for layer in symbol.findall("layer"):
            names = [o.get("name") for part in layer.findall("Option") for o in part.findall("Option")]
            names += [o.get("k") for o in layer.findall("prop")]
            ruled = [o.get("name") for part in layer.findall("data_defined_properties") for group in part.iter("Option")
                     if group.get("name") == "properties" for o in group.findall("Option")]  # fmt: skip
            kept.append([layer.get("class"), sorted(names), sorted(ruled)])
    for element in root.iter():
        rules = [element.get("value")] if element.tag == "Option" and element.get("name") == "expression" else []
        rules += [element.get(name) for name in ("startExpression", "endExpression", "filter") if element.get(name)]
        rules += [element.get("fieldName")] if element.get("isExpression") == "1" else []
        rules += [element.get("attr")] if element.tag == "renderer-v2" and element.get("attr") else []
        faults |= {rule: QgsExpression(rule).parserErrorString() for rule in rules if QgsExpression(rule).hasParserError()}
    return {"symbols": kept, "faults": faults}


def styles(paths):
    """What a style file says, and what QGIS says when it has read it and writes it again."""
    found = {}
    for path in paths:
        ours = ET.fromstring(Path(path).read_text("utf-8"))  # noqa: S314  our own file
        kind = ("Point", "LineString", "Polygon")[int(ours.findtext("layerGeometryType"))]
        layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326", "made", "memory")
        message, read = layer.loadNamedStyle(path)
        document = QDomDocument()
        layer.exportNamedStyle(document)
        theirs = ET.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", document.toString()))  # noqa: S314  our own file
        found[Path(path).stem] = {"read": read, "message": message, "ours": settings_of(ours), "theirs": settings_of(theirs)}
    return found


def picture(path, map_png, page_png):
    project = QgsProject.instance()
    project.read(str(Path(path).resolve()))
    settings = QgsMapSettings()
    settings.setLayers([layer for layer in project.layerTreeRoot().checkedLayers() if layer.type() == 0])  # 0: vector
    settings.setDestinationCrs(project.crs())
    settings.setBackgroundColor(project.backgroundColor())
    settings.setOutputSize(QSize(1400, 900))
    settings.setExtent(project.viewSettings().defaultViewExtent())
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(map_png)
    colours = {image.pixel(x, y) for x in range(0, 1400, 5) for y in range(0, 900, 5)}
    layout = project.layoutManager().printLayouts()[0]
    options = QgsLayoutExporter.ImageExportSettings()
    options.dpi = 130
    result = QgsLayoutExporter(layout).exportToImage(page_png, options)
    return {"colours": len(colours), "errors": [error.message for error in job.errors()], "page": int(result)}


def main():
    command, *arguments = sys.argv[1:]
    QgsApplication.setPrefixPath("/usr", useDefaultPaths=True)
    application = QgsApplication([], GUIenabled=True)
    application.initQgis()
    if command == "source":
        found = sources(arguments)
    elif command == "style":
        found = styles(arguments)
    elif command == "project":
        found = project_facts(arguments[0], arguments[1:])
    else:
        found = picture(*arguments)
    sys.stdout.write(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)  # QGIS may crash while it takes itself down without a screen


main()
