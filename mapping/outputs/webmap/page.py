"""The document: folium's map, Leaflet, styles, data and viewer in one file that can ask for nothing.

Text of a source never passes a template, because branca compiles whatever an element renders as a template once
more: it travels in the block of data only, through `Raw`. Of folium come the map, its panes and the lines of the
ground that nobody can switch; they hold numbers and constants.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from typing import TYPE_CHECKING, Any

import folium
import geopandas as gpd
import shapely
from branca.element import Element, Figure
from jinja2 import Template

from mapping.outputs.webmap.assets import leaflet_css, leaflet_js, lean_js, viewer_css, viewer_file, viewer_js
from mapping.outputs.webmap.basemaps import hosts
from mapping.outputs.webmap.payload import payload
from mapping.outputs.webmap.sketch import sketch

if TYPE_CHECKING:
    from mapping.waist import Dataset

PANES = {"areas": 230, "ground": 240, "casing": 340, "roads": 350, "movements": 420, "drawing": 610, "marks": 640}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")  # what HTML cannot hold


class Raw(Element):
    """Text that goes into the document as it is; branca's own Element(text) would run it as a template."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **_: Any) -> str:
        """Return the text."""
        return self.text


class OfflineMap(folium.Map):
    """folium's map without the links to Leaflet, jQuery, Bootstrap and icon fonts that it carries."""

    default_js = []  # noqa: RUF012  folium declares it so
    default_css = []  # noqa: RUF012


class Page(Figure):
    """The document; it refuses anything external and lets only its own scripts and styles run."""

    _template = Template(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n@@policy@@\n'
        '{{this.head(**kwargs)}}\n</head>\n<body>\n{{this.html.render(**kwargs)}}\n'
        '<script>\n{{this.folium_js(**kwargs)}}\n</script>\n<script>\n{{this.viewer}}\n</script>\n</body>\n</html>\n'
    )  # fmt: skip

    def __init__(self, viewer: str, hosts: list[str]) -> None:
        super().__init__()
        self.viewer = viewer  # runs after the scripts of folium's elements
        self.hosts = hosts
        del self.header._children["meta_http"]  # noqa: SLF001  branca offers no other way

    def render(self, **kwargs: Any) -> str:
        """Return the whole document.

        Raises ValueError when folium's part of it asks for something outside, or forbids zooming in a new way.
        """
        out = super().render(**kwargs)
        out, found = re.subn(
            r'<meta name="viewport" content="[^"]*"\s*/>',
            '<meta name="viewport" content="width=device-width, initial-scale=1">', out,
        )  # fmt: skip
        if found != 1:
            raise ValueError(f"the document has {found} viewports; folium writes it otherwise than it did")
        if re.search(r"<(?:script|img|iframe)\b[^>]*\bsrc=|<link\b", out):
            raise ValueError("the document asks for something outside; put it in when it is built")
        return out.replace("@@policy@@", self._policy(out), 1)

    def head(self, **kwargs: Any) -> str:
        """Return what stands in the head, without the indents that folium lays it out with."""
        return re.sub(r"\n\s+", "\n", self.header.render(**kwargs))

    def folium_js(self, **kwargs: Any) -> str:
        """Return the scripts of folium's elements, without the space that they are laid out with."""
        return lean_js(self.script.render(**kwargs))

    def _policy(self, document: str) -> str:
        """Return the Content-Security-Policy: these scripts and styles by hash, pictures of these hosts, no more."""

        def hashes(tag: str) -> str:
            blocks = re.findall(rf"<{tag}>(.*?)</{tag}>", document, re.DOTALL)
            return " ".join(
                f"'sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}'" for block in blocks
            )

        outside = " ".join(self.hosts)
        return (
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            f"script-src {hashes('script')}; style-src {hashes('style')}; img-src data: {outside}; "
            f"connect-src {outside or chr(39) + 'none' + chr(39)}; base-uri 'none'; form-action 'none'\">\n"
            '<meta name="referrer" content="strict-origin-when-cross-origin">'
        )


def html_page(dataset: Dataset) -> str:
    """Return map.html as text."""
    data = payload(dataset)
    map_, ground = _map(dataset)
    names = {"map": map_.get_name(), **{name: line.get_name() for name, line in ground.items()}}
    page = Page(f"const FOLIUM = {json.dumps(names)};\n{viewer_js()}", hosts(data["basemaps"]))
    page.add_child(map_)
    title = html.escape(CONTROL.sub("\ufffd", dataset.settings.title))
    for text in (f"<title>{title}</title>", f"<style>{leaflet_css()}</style>", f"<style>{viewer_css()}</style>",
                 f"<script>{leaflet_js()}</script>"):  # fmt: skip
        page.header.add_child(Raw(text))
    page.html.add_child(Raw(viewer_file("panel.html")), index=0)
    page.html.add_child(Raw(f'<main id="sketch">{CONTROL.sub(chr(0xFFFD), sketch(dataset))}</main>'))
    page.html.add_child(Raw(f'<script type="application/json" id="data">{json_block(data)}</script>'))
    return page.render()


def json_block(data: Any) -> str:
    """Write JSON that no HTML parser takes for markup: < > & and two line ends of scripts become escapes."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return re.sub("[<>&\u2028\u2029\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)


def _map(dataset: Dataset) -> tuple[folium.Map, dict[str, Element]]:
    """Make folium's map with its panes, rivers and boundaries; ids are given, for branca's own are random."""
    south, west, north, east = dataset.settings.view
    map_ = OfflineMap(
        location=[(south + north) / 2, (west + east) / 2], zoom_start=9, tiles=None, zoom_control=True,
        zoom_snap=0.25, zoom_delta=1, wheel_px_per_zoom_level=90, attribution_control=False, maxZoom=17, minZoom=5,
    )  # fmt: skip
    map_._id = "front"  # noqa: SLF001
    for name, z_index in PANES.items():
        pane = folium.map.CustomPane(name, z_index=z_index, pointer_events=name == "marks")
        pane._id = name  # noqa: SLF001
        map_.add_child(pane)
    ground: dict[str, Element] = {}
    for name in ("rivers", "boundaries"):
        lines = _vertices(gpd.GeoDataFrame(dataset.tables[name]))
        if lines:
            line: Any = folium.PolyLine(lines, class_name=name, smooth_factor=0.5)  # type: ignore[no-untyped-call]
            line.options |= {"pane": "ground", "interactive": False}
            line._id = name  # noqa: SLF001
            map_.add_child(line)
            ground[name] = line
    return map_, ground


def _vertices(lines: gpd.GeoDataFrame) -> list[list[tuple[float, float]]]:
    """Return lat, lon in degrees of each line, as fine as such context is known: about 100 m."""
    simple = lines.geometry.simplify(0.004)
    return [[(round(y, 3), round(x, 3)) for x, y in shapely.get_coordinates(line).tolist()] for line in simple]
