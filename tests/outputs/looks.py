"""How each output draws, part by part, as digests. To approve a change of look: python -m tests.outputs.looks

Look at the change first, in QGIS and in Google Earth: the digests say only that somebody did.
"""

from __future__ import annotations

import hashlib
import io
import json
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

from mapping.outputs.kmz import kml
from mapping.outputs.qgis import project, qml
from tests.support import dataset as waist

APPROVED = Path(__file__).parent / "looks.json"
PROJECT_PARTS = {"Layouts", "properties", "ProjectTimeSettings", "relations"}  # no view: its last digits are those of PROJ
KML = "{http://www.opengis.net/kml/2.2}"


def _digest(element: ET.Element) -> str:
    canonical = ET.canonicalize(ET.tostring(element, "unicode"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _inside(archive: bytes, name: str) -> ET.Element:
    return ET.fromstring(zipfile.ZipFile(io.BytesIO(archive)).read(name))  # noqa: S314  our own file


def looks() -> dict[str, str]:
    """Part -> digest: the parts of each layer's style, of the page to print, and each style of the KML."""
    dataset = waist.features()
    found = {}
    for file, style in qml.files(dataset).items():
        root = ET.fromstring(style)  # noqa: S314  our own file
        found[file] = _digest(ET.Element(root.tag, root.attrib))
        found |= {f"{file} {part.tag}": _digest(part) for part in root}
    root = _inside(project.files(dataset)["front.qgz"], "front.qgs")
    found |= {f"front.qgs {part.tag}": _digest(part) for part in root if part.tag in PROJECT_PARTS}
    document = _inside(kml.files(dataset)["front.kmz"], "doc.kml")
    styles = [*document.iter(KML + "Style"), *document.iter(KML + "StyleMap")]
    return found | {f"doc.kml {style.get('id')}": _digest(style) for style in styles}


if __name__ == "__main__":
    APPROVED.write_text(json.dumps(looks(), indent=1) + "\n", "utf-8")
