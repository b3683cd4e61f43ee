"""The desk's document: Leaflet, styles and modules in one page that asks nobody but the desk."""

from __future__ import annotations

import base64
import hashlib
import html
from importlib import resources

from mapping.outputs.webmap.assets import leaflet_css, leaflet_js, lean_css, lean_js
from mapping.outputs.webmap.bundle import bundle

ENTRY = "desk/page/start.js"


def page(title: str) -> tuple[str, str]:
    """Return the document, and the Content-Security-Policy under which nothing else in it runs."""
    styles = [leaflet_css(), lean_css(_file("desk/page/desk.css"))]
    scripts = [leaflet_js(), f"(()=>{{'use strict';\n{lean_js(bundle(ENTRY, _file))}\nstart();}})();\n"]
    head = "".join(f"<style>{style}</style>" for style in styles)
    ends = "".join(f"<script>{script}</script>" for script in scripts)
    body = _file("desk/page/desk.html")
    document = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Desk: {html.escape(title)}</title>\n{head}\n</head>\n<body>\n{body}\n{ends}\n</body>\n</html>\n"
    )
    policy = (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; img-src data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return document, policy


def _file(path: str) -> str:
    """Text of a file of the package, by its path from there."""
    return resources.files("mapping").joinpath(*path.split("/")).read_text("utf-8")


def _hashes(blocks: list[str]) -> str:
    return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in blocks)
