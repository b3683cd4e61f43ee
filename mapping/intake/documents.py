"""Bytes that somebody hands over -> the text of a report, and what the page says about it; or a plain refusal."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

MAX_BYTES = 20_000_000  # a saved page with pictures inside may be so large, a report is not
MAX_CHARACTERS = 1_000_000  # some 150,000 words; no report is so long
SNIFFED = 4096  # bytes in which a file's kind shows
BINARY = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a Word, LibreOffice or zip file", b"\xd0\xcf\x11\xe0": "an old Word file",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"{\\rtf": "an RTF file",
}  # fmt: skip
BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
OLD_ENCODING = "cp1252"  # what Western programs wrote before UTF-8
FEW = 0.05  # share of bytes beyond ASCII up to which a text may be in an old Western encoding
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")  # control signs, turned-round text
HTML = re.compile(r"<(?:!doctype html|html|head|body|article|div|p|h1|meta)[\s>]", re.IGNORECASE)


class IntakeError(ValueError):
    """The bytes are no report; the message says what they are and what to do."""


@dataclass(frozen=True)
class Document:
    """A text as it goes into seeds/, what the page said about it, and what was done to it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601 day
    url: str | None = None
    done: tuple[str, ...] = ()  # in words: "took the text out of HTML"


def take_in(data: bytes) -> Document:
    """Turn bytes into a document. Raises IntakeError for what is no text."""
    if len(data) > MAX_BYTES:
        raise IntakeError(
            f"holds {len(data) / 1e6:.0f} MB; a report has at most {MAX_BYTES // 1_000_000} MB: cut out its text"
        )
    if not data.strip():
        raise IntakeError("is empty; put the text of the report in")
    text, done = _decoded(data)
    title = publisher = published = url = None
    if HTML.search(text[:SNIFFED]):
        from mapping.intake.webpage import page  # noqa: PLC0415  most texts are plain

        found = page(text)
        text, title, publisher, published, url = found.text, found.title, found.publisher, found.published, found.url
        done = (*done, "took the text out of HTML")
    text, tidied = _tidied(text)
    if len(text) > MAX_CHARACTERS:
        raise IntakeError(
            f"holds {len(text):,} characters; a report has at most {MAX_CHARACTERS:,}: give one report at a time"
        )
    if not any(unicodedata.category(sign)[0] == "L" for sign in text):
        raise IntakeError("holds no words; put the text of the report in")
    stated = _stated(text)
    return Document(
        text, title or stated["title"], publisher, published or stated["published"], url or stated["url"],
        (*done, *tidied),
    )  # fmt: skip


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
