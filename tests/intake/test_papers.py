"""Reports as office programs and browsers keep them."""

from __future__ import annotations

import io
import zipfile
from zoneinfo import ZoneInfo

import docx
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from mapping.intake.documents import take_in
from mapping.intake.refusal import IntakeError
from tests.support.adding import refusal

TITLE = "Alpha falls to the Reds"
LINES = [
    TITLE,
    "Red troops took the town of Alpha on 1 May 2025, and the garrison fled over the bridge",
    "toward Gamma, which lies 12 km east of the town.",
    "It rained for days, residents said, and nobody could leave the village by the one road that",
    "is left.",
]
PARAGRAPHS = [TITLE, f"{LINES[1]} {LINES[2]}", f"{LINES[3]} {LINES[4]}"]


def pdf(*sheets, title="", key=""):
    """A PDF that sets these lines, a list a sheet."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"), NameObject("/BaseFont"): NameObject("/Helvetica")})
    for lines in sheets:
        page = writer.add_blank_page(600, 800)
        content = DecodedStreamObject()
        content.set_data(b"BT /F1 10 Tf 14 TL 40 760 Td " + b" ".join(b"(" + line.encode() + b") Tj T*" for line in lines) + b" ET")
        page[NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
    if title:
        writer.add_metadata({"/Title": title})
    if key:
        writer.encrypt(key, algorithm="RC4-128")
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def word(*, title="", table=()):
    document = docx.Document()
    document.core_properties.title = title
    document.add_heading(TITLE, level=1)
    document.add_paragraph(PARAGRAPHS[1])
    if table:
        made = document.add_table(0, len(table[0]))
        for row in table:
            for cell, words in zip(made.add_row().cells, row, strict=True):
                cell.text = words
    document.add_paragraph(PARAGRAPHS[2])
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def test_the_lines_of_a_pdf_are_joined_to_its_paragraphs():
    document = take_in(pdf(LINES, title="Alpha falls - Herald"))
    assert document.text == "\n\n".join(PARAGRAPHS) + "\n"
    assert (document.title, document.published, document.done) == ("Alpha falls - Herald", None, ("took the text out of a PDF",))


def test_what_a_browser_prints_at_the_edges_of_a_sheet_is_no_text():
    edge = "https://herald.example/alpha 1/2"
    document = take_in(pdf([*LINES[:3], edge], ["11/25/26, 10:16 PM Alpha falls", *LINES[3:], "2/2"]))
    assert document.text == "\n\n".join(PARAGRAPHS) + "\n"
    assert document.url == "https://herald.example/alpha"


def test_the_day_that_a_pdf_states_in_a_line_is_its_day():
    assert take_in(pdf([TITLE, "Published: 7 August 2025", *LINES[1:]])).published == "2025-08-07"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (pdf([]), "is a PDF of pictures without a text"),
        (pdf(LINES, key="secret"), "is an encrypted PDF; save it without a password"),
        (pdf(LINES)[:200], "is a broken PDF"),
        (pdf(*[[]] * 301), "is a PDF of 301 pages; a report has at most 300"),
    ],
    ids=["pictures", "encrypted", "broken", "long"],
)
def test_a_pdf_that_cannot_be_read_says_why(data, told):
    with pytest.raises(IntakeError, match=told):
        take_in(data)


def test_a_pdf_that_anybody_may_open_is_read():
    assert PARAGRAPHS[2] in take_in(pdf(LINES)).text


def test_a_word_file_gives_paragraphs_tables_and_its_title():
    document = take_in(word(table=[("Town", "Killed"), ("Alpha", "12")]))
    assert document.text == "\n\n".join([*PARAGRAPHS[:2], "Town | Killed", "Alpha | 12", PARAGRAPHS[2]]) + "\n"
    assert (document.title, document.published) == (TITLE, None)
    assert take_in(word(title="As it was filed")).title == "As it was filed"


def bomb():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"a" * 1000)
        with packed.open("word/media.xml", "w", force_zip64=True) as member:
            for _ in range(110):
                member.write(b" " * 1_000_000)
    return kept.getvalue()


def of_names(*names):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        for name in names:
            packed.writestr(name, "<x/>")
    return kept.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (bomb(), "unpacks to 110 MB; a report has at most 100 MB"),
        (of_names("a.txt"), "is a zip file and no Word file"),
        (of_names("word/document.xml"), "is a broken Word file"),
        (word()[:500], "is a broken Word file"),
    ],
    ids=["bomb", "zip", "no parts", "cut"],
)
def test_a_word_file_that_cannot_be_read_says_why(data, told):
    with pytest.raises(IntakeError, match=told):
        take_in(data)


SAVED = (
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://herald.example/alpha\r\nSubject: =?utf-8?Q?Alpha_falls?=\r\n"
    "Date: Sat, 3 May 2025 20:30:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"B\"\r\n\r\n"
    "--B\r\nContent-Type: {}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--B--\r\n"
)
PAGE = f"<html><head></head><body><article><p>{PARAGRAPHS[1]}</p><p>Caf=C3=A9s are =\r\nshut. {PARAGRAPHS[2]}</p></article></body></html>"


def test_a_saved_page_is_decoded_and_says_what_its_head_says():
    document = take_in(SAVED.format("text/html; charset=utf-8", PAGE).encode(), ZoneInfo("Asia/Tokyo"))
    assert document.text == f"{PARAGRAPHS[1]}\n\nCaf\u00e9s are shut. {PARAGRAPHS[2]}\n"
    assert (document.title, document.published, document.url) == ("Alpha falls", "2025-05-04", "https://herald.example/alpha")


def test_a_saved_page_without_a_page_is_refused():
    with pytest.raises(IntakeError, match="without a page in it"):
        take_in(SAVED.format("text/css", "p {}").encode())


@pytest.mark.parametrize("whole", [pdf(LINES), word(), SAVED.format("text/html", PAGE).encode()], ids=["pdf", "docx", "mhtml"])
@given(share=st.floats(0, 1), put=st.binary(max_size=20), cut=st.integers(0, 50))
def test_a_file_with_any_damage_is_read_or_refused_in_words(whole, share, put, cut):
    at = int(share * len(whole))
    kept = whole[:at] + put + whole[at + cut :]
    assert "\n" not in (refusal(kept) or "")
