"""map.html: the whole map in one file that asks nothing of any network.

`page` makes the document, `payload` the one block of data in it, `sketch` what is seen where scripts do not run.
What the reader uses is `viewer/`: modules in rooms that import downwards (`plane`, `data` and `model` know neither
document nor map; then `document`, `map`, `cards`, `panel`, `shell`), styles, words and the panel. `bundle` joins the
modules into one script when the page is built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.outputs.webmap.page import html_page

if TYPE_CHECKING:
    from mapping.waist import Dataset


def files(dataset: Dataset) -> dict[str, bytes]:
    """Return {"map.html": its bytes}; the same dataset gives the same bytes."""
    return {"map.html": html_page(dataset).encode("utf-8", "replace")}
