from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.intake.documents import MAX_BYTES, MAX_CHARACTERS, take_in
from mapping.intake.refusal import IntakeError
from tests.support.adding import refusal

PAGE = """<!DOCTYPE html><html><head><title>Alpha falls | Herald</title>
<meta property="og:site_name" content="Herald"><meta property="article:published_time" content="2025-05-03T10:00:00Z">
<link rel="canonical" href="https://example.org/alpha"><script>var spy = "Beta";</script></head>
<body><nav>Home News</nav><article><h1>Alpha falls</h1><p>Red troops took Alpha &amp; Beta.</p><p>It rained for days and days
and nobody could leave the village of Gamma, which lies on the road that leads from the one town to the other town.</p>
<p>They said that they would come back in spring, once the river has gone down and the bridges stand again.</p></article>
<footer>Copyright</footer></body></html>"""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"%PDF-1.7 binary", "is a broken PDF"),
        (b"PK\x03\x04rest", "is a broken Word file"),
        (b"abc\x00def", "byte 3 is zero"),
        (b"12345 67 -- !!", "holds no words"),
        (bytes(range(128, 256)) * 20, "is not UTF-8 at byte 0"),
        (b"\xff\xfea", "is broken UTF-16"),
        (b"x" * (MAX_BYTES + 1), "holds 20 MB"),
        (b"word " * (MAX_CHARACTERS // 4), "give one report at a time"),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(data, words):
    with pytest.raises(IntakeError) as caught:
        take_in(data)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("head", "told"),
    [(b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"{\\rtf", "an RTF file"),
     (b"\xd0\xcf\x11\xe0", "an old Word file")],
)  # fmt: skip
def test_a_file_of_another_kind_is_called_what_it_is(head, told):
    with pytest.raises(IntakeError, match=f"^is {told}, not text; save its text as UTF-8$"):
        take_in(head + b"rest")


def test_a_stray_end_of_an_article_hides_no_article():
    page = PAGE.replace("<nav>", "</article><div>Buy this</div><nav>")
    assert take_in(page.encode()).text == take_in(PAGE.encode()).text


def test_an_article_inside_an_article_ends_none():
    page = PAGE.replace("<p>They said", "<article>More.</article><p>They said")
    assert take_in(page.encode()).text.endswith("stand again.\n")


def test_utf8_is_taken_as_it_is():
    assert take_in("Mogok, မိုးကုတ်".encode()).text == "Mogok, မိုးကုတ်\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_byte_order_marks_are_read(encoding):
    assert take_in("Mogok fell.".encode(encoding)).text == "Mogok fell.\n"


def test_an_old_western_encoding_is_converted_and_said():
    document = take_in(("Mogok fell. " * 20 + "“It rained.”").encode("cp1252"))
    assert document.text.endswith("“It rained.”\n")
    assert document.done == ("was not UTF-8 at byte 240; read it as Windows-1252 and wrote UTF-8",)


def test_a_page_gives_its_article_and_what_its_head_says():
    document = take_in(PAGE.encode())
    assert document.text.startswith("Alpha falls\n\nRed troops took Alpha & Beta.")
    assert not {"spy", "Copyright", "Home"} & set(document.text.split())
    assert (document.title, document.publisher, document.published, document.url) == (
        "Alpha falls", "Herald", "2025-05-03", "https://example.org/alpha",
    )  # fmt: skip
    assert "took the text out of HTML" in document.done


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (" date 2025-08-07 Troops came.", "2025-08-07"),
        ("Alpha falls\nPublished: 7 August 2025\nTroops came to the town.", "2025-08-07"),
        ("Alpha falls\nAugust 7, 2025\nTroops came to the town.", "2025-08-07"),
        ("Troops came on 7 August 2025 and left.", None),
    ],
)
def test_the_day_that_a_page_states_is_picked_up(text, published):
    assert take_in(text.encode()).published == published


def test_a_first_line_without_a_full_stop_is_the_title():
    assert take_in(b"Alpha falls to the Reds\n\nTroops came.\nThey left.").title == "Alpha falls to the Reds"


def test_the_address_is_picked_up():
    assert take_in(b"Alpha falls\n\nTroops came.\nSource: https://example.org/1.").url == "https://example.org/1"


def test_signs_that_cannot_be_seen_are_taken_out_and_said():
    document = take_in("Mo\x07gok \u202efell.".encode())
    assert document.text == "Mogok fell.\n"
    assert document.done == ("took out control signs that cannot be seen",)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_refused_in_words(data):
    assert refusal(data) != ""


STORY = "Red troops took Alpha on 1 May 2025. It rained for days, and nobody could leave the village of Gamma by road."


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200))
def test_any_html_is_read_to_its_end(text):
    why = refusal(f"<html><body><p>{STORY} {text}</p></body></html>".encode("utf-8", "replace"))
    assert why is None or "characters of text" in why


def test_an_old_western_encoding_is_known_by_its_few_signs_beyond_ascii():
    assert take_in(b"Relief of 400 " + b"\x80" + b" came. " + b"All is quiet. " * 20).text.startswith("Relief of 400 €")
    with pytest.raises(IntakeError, match="not UTF-8"):
        take_in(b"\x80" * 40 + b" came in a text that is mostly signs")
