"""Scripts and styles as they go into the page: Leaflet's, and the viewer's without what only its readers need."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from xstatic.pkg import leaflet

# The viewer's scripts share one scope and run in this order: what a script uses at once stands before it.
SCRIPTS = (
    "dom", "data", "words", "dates", "symbols", "state", "geometry", "ground", "labels", "space", "marks", "control",
    "lines", "position", "scene", "scale", "timeline", "tree", "filters", "search", "lists", "cite", "card", "cards",
    "reader", "numbers", "guide", "panel", "frame", "device", "permalink", "downloads", "tiles", "start",
)  # fmt: skip
STYLES = ("page", "map", "panel", "small", "print")

_TOKEN = re.compile(
    r"""'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`                               # strings
    |(?<=[(,=:!&|?])\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+/  # patterns
    |/\*.*?\*/|//[^\n]*|\s+                                                  # comments and space
    |[\w$]+|.                                                               # words, and the rest""",
    re.DOTALL | re.VERBOSE,
)
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

    text = re.sub(r"\s-(?:moz|ms|webkit)-(?!tap)[^;}]*;", "", text)  # what browsers needed once

    def kept(rule: re.Match[str]) -> str:
        selectors = [one for one in rule[1].split(",") if not any(part in one for part in _UNUSED)]
        return f"{','.join(selectors)}{{{rule[2]}}}" if selectors else ""

    return lean_css(re.sub(r"([^{}]+)\{([^{}]*)\}", kept, text))


def viewer_js() -> str:
    """Return the viewer's scripts in one scope."""
    scripts = "\n".join(lean_js(viewer_file(f"{name}.js")) for name in SCRIPTS)
    return f"(()=>{{\n'use strict';\n{scripts}\n}})();\n"


def viewer_css() -> str:
    """Return the viewer's styles."""
    return "\n".join(lean_css(viewer_file(f"{name}.css")) for name in STYLES)


def viewer_file(name: str) -> str:
    """Return the text of a file of viewer/."""
    return resources.files(__package__).joinpath("viewer", name).read_text("utf-8")


def lean_js(text: str) -> str:
    """Drop comments and the space that JavaScript does not need; lines stay lines.

    It knows the house's own scripts: single quotes, patterns only after an operator, no division by a pattern.
    """
    out: list[str] = []
    space = ""
    for token in _TOKEN.findall(text):
        if token.isspace() or token.startswith(("/*", "//")):
            space = "\n" if "\n" in (space + token) else " "
            continue
        last = out[-1][-1] if out else "\n"
        joined = _is_word(last) and _is_word(token[0])
        clash = last in "+-" and token[0] == last
        if (space == "\n" and last not in "\n;{,([}") or (space and clash):
            out.append(space)
        elif space and joined:
            out.append(" ")
        out.append(token.strip())
        space = ""
    return re.sub(r"(?<![\w$])\((\w+)\)=>", r"\1=>", "".join(out))


def _is_word(character: str) -> bool:
    return character.isalnum() or character in "_$"


def lean_css(text: str) -> str:
    """Drop comments and the space that CSS does not need."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s*([{};,])\s*", r"\1", text).replace(";}", "}")
    return text.replace(": ", ":").strip()
