"""Reports as office programs and browsers keep them: PDF, Word (DOCX), saved pages (MHTML)."""

from __future__ import annotations

import contextlib
import email
import email.policy
import io
import logging
import re
import struct
import zipfile
import zlib
from datetime import UTC
from typing import NamedTuple, Never

from mapping.intake.refusal import IntakeError

MOST_PAGES = 300  # of a PDF; a report has few
MOST_UNPACKED = 100_000_000  # bytes of a Word file once it is unpacked
DAMAGE = (
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RuntimeError, AssertionError, OSError,
    EOFError, zlib.error, struct.error,
)  # fmt: skip
"""What readers of a format raise, beside their own errors, in a file that is damaged at any place."""
LONGEST_EDGE = 500  # characters of such a line as a printer sets
LIGATURES = str.maketrans({
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
})  # fmt: skip
SENTENCE_ENDS = (".", "!", "?", "”", '"', "’", ":", "။", ")")
FULL = 0.75  # share of the longest line from which on a line was broken because it was full
OF_A_PRINTER = re.compile(r"(?:\S+://\S*\s+)?\d+\s*/\s*\d+$|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d\b.*")
"""A line that a browser prints at the edge of a sheet: address and number of the sheet, or day and title."""
ADDRESS = re.compile(r"https?://\S+")


class Paper(NamedTuple):
    """The text of a file, paragraphs apart by an empty line, with the title and the address that it carries."""

    text: str
    title: str | None = None
    url: str | None = None


def pdf(data: bytes) -> Paper:
    """Return the text of a PDF, lines joined to paragraphs.

    Raises IntakeError for one that is encrypted, broken or holds pictures alone.
    """
    import pypdf  # noqa: PLC0415
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told here
    locked = "is an encrypted PDF; save it without a password"
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return _refuse(locked)
        if len(reader.pages) > MOST_PAGES:
            told = f"is a PDF of {len(reader.pages)} pages; a report has at most {MOST_PAGES}"
            return _refuse(f"{told}: save the pages of the report alone")
        sheets = [one.extract_text() for one in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except DependencyError as error:
        raise IntakeError(locked) from error
    except IntakeError:
        raise
    except (PyPdfError, *DAMAGE) as error:
        raise IntakeError(f"is a broken PDF ({type(error).__name__}); open it and save it again") from error
    lines, url = _of_sheets(sheets)
    if not lines:
        raise IntakeError("is a PDF of pictures without a text; let a text recognition (OCR) read it first")
    return Paper(_joined(lines), " ".join(title.split()) or None if isinstance(title, str) else None, url)


def _refuse(why: str) -> Never:
    raise IntakeError(why)


def _of_sheets(sheets: list[str]) -> tuple[list[str], str | None]:
    """Lines of all sheets without what a printer put at their edges, and the address that it printed."""
    lines: list[str] = []
    url = None
    for sheet in sheets:
        for line in sheet.translate(LIGATURES).split("\n"):
            words = " ".join(line.split())
            if len(words) <= LONGEST_EDGE and OF_A_PRINTER.fullmatch(words):
                found = ADDRESS.search(words)
                url = url or (found[0] if found else None)
            else:
                lines.append(words)
    return (lines if any(lines) else []), url


def _joined(lines: list[str]) -> str:
    """Lines as they were set, joined to paragraphs: one goes on where its line is full and ends no sentence."""
    width = max(map(len, lines))
    paragraphs: list[str] = [""]
    goes_on = False
    for line in lines:
        if not line:
            goes_on = False
            continue
        if not goes_on:
            paragraphs.append(line)
        elif paragraphs[-1].endswith("-") and line[:1].islower():
            paragraphs[-1] = paragraphs[-1][:-1] + line
        else:
            paragraphs[-1] += " " + line
        goes_on = len(line) >= FULL * width and not line.endswith(SENTENCE_ENDS)
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def docx(data: bytes) -> Paper:
    """Return the text of a Word file: paragraphs, and tables a row a line.

    Raises IntakeError for a file that is none, is broken, or unpacks to more than MOST_UNPACKED bytes.
    """
    import docx as word  # noqa: PLC0415
    from docx.opc.exceptions import OpcError  # noqa: PLC0415
    from docx.table import Table  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        _require_word(data)
        document = word.Document(io.BytesIO(data))
        lines = []
        for part in document.iter_inner_content():
            if isinstance(part, Table):
                lines += [" | ".join(" ".join(cell.text.split()) for cell in row.cells) for row in part.rows]
            else:
                lines.append(part.text)
        title = document.core_properties.title
        heads = [one.text for one in document.paragraphs if one.style and one.style.name in {"Title", "Heading 1"}]
    except IntakeError:
        raise
    except (zipfile.BadZipFile, OpcError, LxmlError, *DAMAGE) as error:
        raise IntakeError(f"is a broken Word file ({type(error).__name__}); open it and save it again") from error
    titles = [" ".join(words.split()) for words in (title, *heads) if words and words.strip()]
    return Paper("\n\n".join(line for line in lines if line.strip()) + "\n", titles[0] if titles else None)


def _require_word(data: bytes) -> None:
    """Raise IntakeError for a zip file that is no Word file or unpacks to too much; its own words bind it."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sizes = {one.filename: one.file_size for one in packed.infolist()}
    if "word/document.xml" not in sizes:
        raise IntakeError("is a zip file and no Word file; give the report in it")
    if sum(sizes.values()) > MOST_UNPACKED:
        told = f"unpacks to {sum(sizes.values()) / 1e6:,.0f} MB; a report has at most {MOST_UNPACKED / 1e6:.0f} MB"
        raise IntakeError(f"{told}: copy its text into a file")


class Saved(NamedTuple):
    """The page of a saved page (MHTML, RFC 2557), with what its head says: title, moment and address."""

    page: bytes | str
    title: str | None
    moment: str | None  # ISO 8601
    url: str | None


def mhtml(data: bytes) -> Saved:
    """Return the page of an MHTML file. Raises IntakeError for one without a page."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            charset = part.get_content_charset()
            break
    else:
        raise IntakeError("is a saved page without a page in it; save it again, or copy its text into a file")
    source: bytes | str = content if isinstance(content, bytes) else b""
    if charset and isinstance(source, bytes):
        with contextlib.suppress(LookupError, UnicodeDecodeError):  # the page itself may say it better
            source = source.decode(charset)
    try:
        at = message["date"].datetime if message["date"] else None
        moment = (at if at.tzinfo else at.replace(tzinfo=UTC)).isoformat() if at else None  # "-0000" is UTC (RFC 5322)
    except (AttributeError, ValueError):
        moment = None
    title, where = (str(message[name] or "").strip() for name in ("subject", "snapshot-content-location"))
    return Saved(source, title or None, moment, where if ADDRESS.fullmatch(where) else None)
