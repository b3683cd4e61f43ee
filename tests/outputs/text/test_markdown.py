"""Titles and cells of the Markdown outputs are text, whatever they hold."""

from __future__ import annotations

from mapping.outputs.text import chronology, quality
from tests.support.dataset import hostile

MARKED = "*a* <b> [c](d) ~e~ `f`\n# g"
PLAIN = r"\*a\* \<b\> \[c\](d) \~e\~ \`f\` \# g"


def test_the_title_of_the_map_is_no_markup_in_a_heading():
    headings = [
        next(iter(room.files(hostile(MARKED)).values())).decode().split("\n")[0] for room in (chronology, quality)
    ]
    assert headings == [f"# {PLAIN}: chronology", f"# {PLAIN}: what remains to be done"]
