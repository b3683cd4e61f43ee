"""Text that no reader stumbles over."""

from hypothesis import given
from hypothesis import strategies as st

from mapping.domain.harmless import first_seen, harmless


@given(st.text(max_size=60))
def test_it_keeps_its_length_and_turns_no_line(text):
    shown = harmless(text)
    assert len(shown) == len(text)
    assert harmless(shown) == shown
    assert not set(shown) & {"\0", "\x1b", "\x7f", "\x9b", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


@given(st.text("abc မိုးကုတ်\n\t\u200f\u200d", max_size=60))
def test_plain_words_stay_as_they_are(text):
    assert harmless(text) == text


def test_the_first_sign_that_takes_room_is_seen():
    assert [first_seen(text) for text in ("\u200b\u202e =1", " a", "\0\0", "")] == ["=", "a", "", ""]
