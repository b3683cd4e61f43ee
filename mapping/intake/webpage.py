"""The text of a web page: without banners, menus, teasers of other stories and readers' comments.

trafilatura (Barbaresi, 2021, doi:10.18653/v1/2021.acl-demo.15) tells the article from what stands around it. What it
cannot know is taken here: a text that stands in the linked data alone, and running reports, whose entries have each a
moment of their own.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import html

from mapping.intake.metadata import day_in, instant, metadata
from mapping.intake.refusal import IntakeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo

    from lxml.html import HtmlElement

    from mapping.intake.metadata import Metadata

LEAST = 80  # characters that are a report; a notice instead of one is shorter ("Please enable JavaScript.")
NOTICE = re.compile(r"\b(?:enable|turn on|activate|requires?|disabled?)\b[^.]{0,40}\bjavascript\b", re.IGNORECASE)
LONGEST_NOTICE = 400
BLOCKS = frozenset({
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section", "article",
    "pre", "blockquote", "figure", "figcaption", "header", "main", "hr",
})  # fmt: skip
NO_TEXT = frozenset({"script", "style", "nav", "footer", "aside", "noscript", "template", "button", "svg", "iframe"})
ENTRIES = 2  # moments from which on a page is a running report
DEEPEST = 4  # elements between the moment of an entry and the entry


class Page(NamedTuple):
    """The text of a page, paragraphs apart by an empty line, and what it says about itself."""

    text: str
    about: Metadata


def page(source: str | bytes, zone: tzinfo) -> Page:
    """Read a page, broken HTML as far as a browser would; bytes are decoded as they or the page say.

    Raises IntakeError for a page without a readable text.
    """
    import trafilatura  # noqa: PLC0415  heavy, and most reports are plain text

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what is wrong with a page is told here
    tree = trafilatura.load_html(source)
    if tree is None:
        raise IntakeError("is a page in which no text can be found; copy the text of the report into a file")
    about = metadata(tree, zone)
    running = _running(tree, zone)
    text = running or _article(tree)
    body = _paragraphs(_plain(about.body)) if about.body else ""
    if body.split() == text.split() or len(body) > 2 * len(text):  # linked data alone holds it, or its paragraphs
        text = body
    if len(text.strip()) < LEAST or (len(text) < LONGEST_NOTICE and NOTICE.search(text)):
        told = f"is a page with {len(text.strip())} characters of text, which is no report"
        raise IntakeError(f"{told}; open it in a browser and copy the text of the report into a file")
    return Page(text, about)


def _article(tree: HtmlElement) -> str:
    """The text that a page is about."""
    import trafilatura  # noqa: PLC0415
    from trafilatura.settings import use_config  # noqa: PLC0415

    config = use_config()
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(LEAST)  # or else short news is read together with its surroundings
    found: Any = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=True, with_metadata=False, config=config
    )
    return _paragraphs(found.text or "") if found else ""


def _plain(words: str) -> str:
    """Words of linked data, which may hold HTML."""
    return "\n".join(_blocks(html.fromstring(f"<div>{words}</div>"))) if "<" in words else words


def _paragraphs(text: str) -> str:
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _running(tree: HtmlElement, zone: tzinfo) -> str:
    """The text of a running report: title, and each entry under its day; "" for another page.

    The day is the one that the page shows with the entry, or else that of its moment in a time zone.
    """
    entries: dict[HtmlElement, str] = {}
    is_long = cache(_is_long)
    for time in tree.iter("time"):
        moment = instant(time.get("datetime") or "")
        entry = _entry(time, is_long) if moment else None
        if moment and entry is not None and entry not in entries:
            told = re.search(rf"(?<![\d:.])0?{moment.day}(?![\d:.])", time.text_content())
            entries[entry] = (moment.date().isoformat() if told else day_in(moment, zone)) or ""
    count = Counter(entry.getparent() for entry in entries)
    beside = [entry for entry in entries if count[entry.getparent()] >= ENTRIES]
    if not beside:
        return ""
    title = next((" ".join(head.text_content().split()) for head in tree.iter("h1")), "")
    return _paragraphs("\n".join([title, *(line for entry in beside for line in (entries[entry], *_blocks(entry)))]))


def _entry(time: HtmlElement, is_long: Callable[[HtmlElement], bool]) -> HtmlElement | None:
    """The element whose text a moment heads: the first around it that holds more than the moment; None for a link."""
    around = time.getparent()
    for _ in range(DEEPEST):
        if around is None or around.tag in {"a", "body", "html", *NO_TEXT}:
            return None
        if is_long(around):
            return around
        around = around.getparent()
    return None


def _is_long(element: HtmlElement) -> bool:
    """Whether an element holds more text than a moment."""
    return len(" ".join(_blocks(element))) > LEAST // 2


def _blocks(element: HtmlElement) -> Iterator[str]:
    """Yield the lines of an element as a browser would break them, without its moments."""
    words: list[str] = []
    for event, part in _walk(element):
        if event == "text":
            words.append(part)
        elif words:
            yield " ".join("".join(words).split())
            words.clear()
    if words:
        yield " ".join("".join(words).split())


def _walk(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield ("text", words) and ("break", "") in the order of a page; nesting of any depth."""
    waiting: list[HtmlElement | tuple[str, str]] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            yield part
            continue
        end = [("break", "")] if part.tag in BLOCKS else []
        seen = isinstance(part.tag, str) and part.tag not in NO_TEXT and part.tag != "time"
        inside = [("text", part.text)] if seen and part.text else []
        tail = [("text", part.tail)] if part is not element and part.tail else []
        waiting += reversed([*end, *inside, *(part if seen else ()), *end, *tail])
