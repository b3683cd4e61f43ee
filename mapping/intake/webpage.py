"""The text of a saved web page, and what its head says: title, publisher, day, address."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser

SKIPPED = frozenset({
    "script", "style", "nav", "footer", "aside", "form", "noscript", "iframe", "svg", "button", "template", "select",
})  # fmt: skip
BLOCKS = frozenset({
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section", "article", "td",
    "pre", "blockquote", "figure", "figcaption", "header", "main", "hr",
})  # fmt: skip
VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "source", "wbr", "area", "base", "col", "embed", "track"})
ENOUGH = 200  # characters; an <article> that holds fewer is a teaser


@dataclass(frozen=True)
class Page:
    """What was found in a page; None where it says nothing."""

    text: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None


class _Reader(HTMLParser):
    """Collects text by blocks, apart for <article>, and the metadata of the head."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.body: list[str] = []
        self.article: list[str] = []
        self.meta: dict[str, str] = {}
        self.linked_data: list[str] = []
        self._skipping = 0
        self._articles = 0
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.meta.setdefault(values.get("property") or values.get("name") or "", values.get("content", ""))
        elif tag == "link" and values.get("rel") == "canonical":
            self.meta["canonical"] = values.get("href", "")
        elif tag == "time" and "datetime" in values:
            self.meta.setdefault("time", values["datetime"])
        if tag == "script" and values.get("type") == "application/ld+json":
            self._inside = "ld"
        elif tag in ("title", "h1"):
            self._inside = tag
        if tag in SKIPPED:
            self._skipping += 1
        self._articles += tag == "article"
        if tag in BLOCKS:
            self._say("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if tag in SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        if tag in ("script", "title", "h1"):
            self._inside = ""
        if tag in BLOCKS:
            self._say("\n")
        if tag == "article":
            self._articles = max(0, self._articles - 1)

    def handle_data(self, data: str) -> None:
        if self._inside == "ld":
            self.linked_data.append(data)
        elif self._inside == "title":
            self.meta["title"] = self.meta.get("title", "") + data
        elif not self._skipping:
            if self._inside == "h1":
                self.meta["h1"] = self.meta.get("h1", "") + data
            self._say(re.sub(r"\s+", " ", data))

    def _say(self, words: str) -> None:
        self.body.append(words)
        if self._articles:
            self.article.append(words)


def page(source: str) -> Page:
    """Read a page; broken HTML is read as far as a browser would."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    article = _lines(reader.article)
    data = _linked_data(reader.linked_data)
    meta = reader.meta

    def first(*names: str) -> str | None:
        return next((clean for name in names if (clean := " ".join(meta.get(name, data.get(name, "")).split()))), None)

    published = first("article:published_time", "datePublished", "date", "time", "pubdate", "DC.date.issued")
    day = re.match(r"\d{4}-\d\d-\d\d", published or "")
    url = first("canonical", "og:url")
    return Page(
        article if len(article) >= ENOUGH else _lines(reader.body),
        first("og:title", "h1", "title"), first("og:site_name"),
        day[0] if day else None, url if url and re.match(r"https?://\S+$", url) else None,
    )  # fmt: skip


def _lines(pieces: list[str]) -> str:
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _linked_data(pieces: list[str]) -> dict[str, str]:
    """Strings of the first schema.org object that tells a day (JSON-LD)."""
    for piece in pieces:
        try:
            found = json.loads(piece)
        except ValueError:
            continue
        rows = found if isinstance(found, list) else found.get("@graph", [found]) if isinstance(found, dict) else []
        for row in rows:
            if isinstance(row, dict) and isinstance(row.get("datePublished"), str):
                return {name: value for name, value in row.items() if isinstance(value, str)}
    return {}
