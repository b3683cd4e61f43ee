"""Scripts and styles as they go into the page: Leaflet's, and the viewer's without what only its readers need."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import rjsmin
from xstatic.pkg import leaflet

from mapping.outputs.webmap.bundle import bundle

ENTRY = "shell/start.js"
STYLES = ("page", "map", "panel", "small", "print")

_UNUSED = (
    "popup",
    "tooltip",
    "control-layers",
    "vml",
    "attribution",
    "marker",
    "image",
    "oldie",
    "div-icon",
    "default-icon",
    "safari",
)  # parts of Leaflet that the page has not, pictures among them


def leaflet_js() -> str:
    """Return Leaflet; ValueError when it cannot stand inside a document as it is."""
    text = Path(leaflet.BASE_DIR, "leaflet.js").read_text("utf-8")
    if re.search(r"</script|<!--", text, re.IGNORECASE):
        raise ValueError("leaflet.js cannot stand in a document as it is")
    return re.sub(r"//# sourceMappingURL=\S+\s*$", "", text)


def leaflet_css() -> str:
    """Return Leaflet's styles without those of parts that the page does not use, pictures included."""
    text = Path(leaflet.BASE_DIR, "leaflet.css").read_text("utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)

    text = re.sub(r"[\w-]+:\s*-(?:moz|ms|webkit)-[^;}]*;|\s-(?:moz|ms|webkit)-(?!tap)[^;}]*;", "", text)  # once needed

    def kept(rule: re.Match[str]) -> str:
        selectors = [one for one in rule[1].split(",") if not any(part in one for part in _UNUSED)]
        return f"{','.join(selectors)}{{{rule[2]}}}" if selectors else ""

    return lean_css(re.sub(r"([^{}]+)\{([^{}]*)\}", kept, text))


def viewer_js() -> str:
    """Return the viewer's modules as one script."""
    return f"(()=>{{'use strict';\n{lean_js(bundle(ENTRY, viewer_file))}\nstart();}})();\n"


def viewer_css() -> str:
    """Return the viewer's styles."""
    return "\n".join(lean_css(viewer_file(f"{name}.css")) for name in STYLES)


def viewer_file(name: str) -> str:
    """Return the text of a file of viewer/, by its path from there."""
    return resources.files(__package__).joinpath("viewer", *name.split("/")).read_text("utf-8")


def lean_js(text: str) -> str:
    """Drop comments and the space that JavaScript does not need.

    rjsmin takes a pattern (/…/) right after an arrow, `await` or `yield` for a division, and knows no template inside
    a template; eslint.config.js forbids both in the viewer's modules.
    """
    return str(rjsmin.jsmin(text))


def lean_css(text: str) -> str:
    """Drop comments and the space that CSS does not need."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s*([{};,])\s*", r"\1", text).replace(";}", "}")
    return text.replace(": ", ":").strip()
