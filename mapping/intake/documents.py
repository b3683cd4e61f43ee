"""Bytes that somebody hands over -> the text of a report, and what the page says about it; or a plain refusal."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING

from mapping.intake.refusal import IntakeError

if TYPE_CHECKING:
    from datetime import tzinfo

    from mapping.intake.papers import Paper

MAX_BYTES = 20_000_000  # a saved page with pictures inside may be so large, a report is not
MAX_CHARACTERS = 1_000_000  # some 150,000 words; no report is so long
SNIFFED = 4096  # bytes in which a file's kind shows
BINARY = {
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"{\\rtf": "an RTF file",
}  # fmt: skip
BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
OLD_ENCODING = "cp1252"  # what Western programs wrote before UTF-8
FEW = 0.05  # share of bytes beyond ASCII up to which a text may be in an old Western encoding
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")  # control signs, turned-round text
MHTML = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
HTML = re.compile(r"<(?:!doctype html|html|head|body|article|div|p|h1|meta)[\s>]", re.IGNORECASE)


@dataclass(frozen=True)
class Document:
    """A text as it goes into seeds/, what the page said about it, and what was done to it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601 day
    url: str | None = None
    done: tuple[str, ...] = ()  # in words: "took the text out of HTML"


def take_in(data: bytes, zone: tzinfo = UTC) -> Document:
    """Turn bytes into a document: a text, a web page (HTML, MHTML), a PDF or a Word file (DOCX).

    `zone` is the time zone of the front, in which a moment is a day. Raises IntakeError for what is no text.
    """
    if len(data) > MAX_BYTES:
        raise IntakeError(
            f"holds {len(data) / 1e6:.0f} MB; a report has at most {MAX_BYTES // 1_000_000} MB: cut out its text"
        )
    if not data.strip():
        raise IntakeError("is empty; put the text of the report in")
    found = _found(data, zone)
    text, tidied = _tidied(found.text)
    if len(text) > MAX_CHARACTERS:
        raise IntakeError(
            f"holds {len(text):,} characters; a report has at most {MAX_CHARACTERS:,}: give one report at a time"
        )
    if not any(unicodedata.category(sign)[0] == "L" for sign in text):
        raise IntakeError("holds no words; put the text of the report in")
    stated = _stated(text)
    return Document(
        text, found.title or stated["title"], found.publisher, found.published or stated["published"],
        found.url or stated["url"], (*found.done, *tidied),
    )  # fmt: skip


def _found(data: bytes, zone: tzinfo) -> Document:
    """Read the bytes by what they begin with."""
    from mapping.intake import papers  # noqa: PLC0415

    head = data[:SNIFFED]
    if data.startswith(b"%PDF"):
        return _paper(papers.pdf(data), "a PDF")
    if data.startswith(b"PK\x03\x04"):
        return _paper(papers.docx(data), "a Word file")
    if MHTML.match(head):
        return _saved(data, zone)
    if HTML.search(head.decode("latin-1")) and b"\x00" not in head:
        return _page(data, zone)
    text, done = _decoded(data)
    return _page(text, zone, done) if HTML.search(text[:SNIFFED]) else Document(text, done=done)


def _page(source: str | bytes, zone: tzinfo, done: tuple[str, ...] = ()) -> Document:
    from mapping.intake.webpage import page  # noqa: PLC0415  most texts are plain

    text, about = page(source, zone)
    done = (*done, "took the text out of HTML")
    return Document(text, about.title, about.publisher, about.published, about.url, done)


def _saved(data: bytes, zone: tzinfo) -> Document:
    from mapping.intake.metadata import day_of  # noqa: PLC0415
    from mapping.intake.papers import mhtml  # noqa: PLC0415

    saved = mhtml(data)
    found = _page(saved.page, zone)
    published = found.published or (day_of(saved.moment, zone) if saved.moment else None)
    return replace(found, title=found.title or saved.title, published=published, url=found.url or saved.url)


def _paper(paper: Paper, called: str) -> Document:
    return Document(paper.text, paper.title, url=paper.url, done=(f"took the text out of {called}",))


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode by byte order mark, as UTF-8, or in an old Western encoding where nearly all is ASCII."""
    for mark, name in BINARY.items():
        if data.startswith(mark):
            raise IntakeError(f"is {name}, not text; save its text as UTF-8")
    for bom, encoding in BOMS.items():
        if data.startswith(bom):
            try:
                return data.decode(encoding), (() if bom == codecs.BOM_UTF8 else ("read UTF-16 and wrote UTF-8",))
            except UnicodeDecodeError as error:
                raise IntakeError(f"is broken {encoding.upper()} at byte {error.start}; save it as UTF-8") from error
    if b"\x00" in data[:SNIFFED]:
        raise IntakeError(f"is no text: byte {data.index(0)} is zero; save the report as UTF-8 text")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        beyond = sum(byte > 127 for byte in data)
        try:
            old = data.decode(OLD_ENCODING)
        except UnicodeDecodeError:
            old = ""
        if (
            not old
            or beyond > FEW * len(data)
            or any(unicodedata.category(sign) == "Cc" and sign not in "\t\n\r" for sign in old)
        ):
            raise IntakeError(f"is not UTF-8 at byte {error.start}; save it as UTF-8") from error
        return old, (f"was not UTF-8 at byte {error.start}; read it as Windows-1252 and wrote UTF-8",)


def _tidied(text: str) -> tuple[str, tuple[str, ...]]:
    done = []
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if UNSEEN.search(text):
        text = UNSEEN.sub("", text)
        done.append("took out control signs that cannot be seen")
    return unicodedata.normalize("NFC", text).strip("\n") + "\n", tuple(done)


def _stated(text: str) -> dict[str, str | None]:
    """What the first and last lines say of title, day and address; None where they do not."""
    lines = [line.strip() for line in text.strip().split("\n") if line.strip()]
    edges = [*lines[:6], *lines[-4:]] if len(lines) > 1 else [line[:300] for line in lines]
    stamp = re.match(r"\s*date (\d{4}-\d\d-\d\d)\b", text)
    published = stamp[1] if stamp else None
    url = None
    for line in edges:
        address = re.search(r"https?://[^\s<>\"'“”]+", line)
        url = url or (address[0].rstrip(".,;)") if address else None)
        if (
            published is None
            and len(line) < 80
            and re.match(r"(?:Published|Posted|Updated|Date|Dated?)\b|\W*\d|[A-Z][a-z]{2,8}\.? \d", line)
        ):
            published = _day_in(line)
    title = None
    if len(lines) > 2 and 8 <= len(lines[0]) <= 300 and not lines[0].endswith((".", "။", "!", "”")) and not stamp:
        title = lines[0]
    return {"title": title, "published": published, "url": url}


def _day_in(line: str) -> str | None:
    """ISO day that a line such as "Published: 7 August 2025" states in full."""
    from mapping.reading.core.dates import spoken  # noqa: PLC0415  only lines that look like a date need it
    from mapping.reading.core.when import Calendar  # noqa: PLC0415
    from mapping.reading.languages import LANGUAGES  # noqa: PLC0415

    for when in spoken(line, LANGUAGES):
        if when.year and when.month and len(when.days) == 1:
            return when.edtf(Calendar())
    return None
