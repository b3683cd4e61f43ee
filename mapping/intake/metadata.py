"""What a page says about itself, in its head and as linked data: title, publisher, moment, address."""

from __future__ import annotations

import json
import re
from collections import deque
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from lxml.html import HtmlElement

TOLD_BY_HEAD = ("article:published_time", "datePublished")
TOLD_LESS_SURELY = ("date", "time", "pubdate", "DC.date.issued")
A_STORY = re.compile(r"Article|Posting|Report")  # types of schema.org that are one text with a day
ADDRESS = re.compile(r"https?://\S+$")


class Metadata(NamedTuple):
    """What a page says about itself; None where it says nothing."""

    title: str | None
    publisher: str | None
    published: str | None  # ISO 8601 day
    url: str | None
    body: str | None  # the text, where linked data holds it


def metadata(tree: HtmlElement, zone: tzinfo) -> Metadata:
    """Read the head of a page and its linked data; a moment counts as the day that it is in a time zone."""
    meta = _meta(tree)
    told = [one for one in linked(tree) if A_STORY.search(_type(one))]
    story: dict[str, Any] = next((one for one in told if one.get("datePublished")), told[0] if told else {})

    def first(*names: str) -> str | None:
        return next((clean for name in names if (clean := _words(meta.get(name) or story.get(name)))), None)

    moments = [first(name) for name in (*TOLD_BY_HEAD, *TOLD_LESS_SURELY)]
    url = first("canonical", "og:url", "url")
    publisher = story.get("publisher")
    return Metadata(
        first("og:title", "headline", "h1", "title"),
        first("og:site_name") or (_words(publisher.get("name")) if isinstance(publisher, dict) else None),
        next((day for moment in moments if moment and (day := day_of(moment, zone))), None),
        url if url and ADDRESS.match(url) else None,
        next((body for one in told if isinstance(body := one.get("articleBody"), str) and body.strip()), None),
    )


def day_of(moment: str, zone: tzinfo) -> str | None:
    """Return the ISO 8601 day that a moment is in a time zone; a day or a moment without a zone stands as it is."""
    at = instant(moment)
    if at:
        return day_in(at, zone)
    found = instant(moment.strip()[: len("2025-08-07")])
    return found.date().isoformat() if found else None


def day_in(at: datetime, zone: tzinfo) -> str | None:
    """Return the ISO 8601 day of a moment in a time zone; None beyond the years that a calendar holds."""
    try:
        return (at.astimezone(zone) if at.tzinfo else at).date().isoformat()
    except OverflowError:
        return None


def instant(moment: str) -> datetime | None:
    """Return a moment of ISO 8601, with a zone where it names one; None for what is no moment."""
    try:
        return datetime.fromisoformat(moment.strip())
    except ValueError:
        return None


def linked(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects of all linked data (JSON-LD) of a page, outer ones first; what is no JSON is passed over."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            waiting = deque([json.loads(script.text or "")])
        except (ValueError, RecursionError):
            continue
        while waiting:
            one = waiting.popleft()
            if isinstance(one, list):
                waiting.extendleft(reversed(one))
            elif isinstance(one, dict):
                yield one
                waiting += [part for part in one.values() if isinstance(part, dict | list)]


def _type(one: dict[str, Any]) -> str:
    named = one.get("@type", "")
    return " ".join(map(str, named)) if isinstance(named, list) else str(named)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """What the head says, by name; of two of one name the first counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta", "link", "time", "title", "h1"):
        if element.tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            value = element.get("content") or ""
        elif element.tag == "link":
            name, value = (element.get("rel") or "").lower(), element.get("href") or ""
        elif element.tag == "time":
            name, value = "time", element.get("datetime") or ""
        else:
            name, value = element.tag, element.text_content()
        if value.strip():
            found.setdefault(name, value)
    return found


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
