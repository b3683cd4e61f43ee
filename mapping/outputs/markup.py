"""XML that is well-formed whatever the texts hold."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Node = ET.Element
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def node(
    tag: str, attributes: Mapping[str, object] | None = None, children: Iterable[Node] = (), text: object = ""
) -> Node:
    """Return an element; attributes keep their order, and characters that XML forbids are left out."""
    made = ET.Element(tag, {key: _clean(value) for key, value in (attributes or {}).items()})
    made.extend(children)
    made.text = _clean(text) or None
    return made


def texts(**elements: object) -> list[Node]:
    """Return one element for each keyword, in their order, holding only text."""
    return [node(tag, text=value) for tag, value in elements.items()]


def document(root: Node, doctype: str = "") -> str:
    """Return the whole document, one child of a parent a line, so that differences can be read."""
    ET.indent(root, space="")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + doctype + ET.tostring(root, encoding="unicode") + "\n"


def fragment(made: Node) -> str:
    """Return one element without a head."""
    return ET.tostring(made, encoding="unicode")


def element(tag: str, text: object) -> str:
    """Return an element that only holds text as a string: for documents of many thousand elements."""
    return f"<{tag}>{escape(_clean(text))}</{tag}>"


def _clean(value: object) -> str:
    return _FORBIDDEN.sub("", str(value))
