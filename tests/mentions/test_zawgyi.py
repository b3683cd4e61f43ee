from __future__ import annotations

import re

import pytest

from mapping.mentions.plain import alike
from mapping.mentions.zawgyi import DECODED, decode, is_zawgyi
from mapping.reading import read
from tests.support.reports import matcher

PAIRS = [
    ("မႏၲေလးတိုင္းေဒသႀကီး", "မန္တလေးတိုင်းဒေသကြီး"),
    ("မိုးကုတ္ၿမိဳ႕", "မိုးကုတ်မြို့"),
    ("ေနာင္ခ်ိဳၿမိဳ႕", "နောင်ချိုမြို့"),
    ("သပိတ္က်င္း", "သပိတ်ကျင်း"),
    ("ေက်ာက္မဲ", "ကျောက်မဲ"),
    ("ရတနာသဂၤီ", "ရတနာသင်္ဂီ"),
    ("ျပင္ဦးလြင္", "ပြင်ဦးလွင်"),
    ("စဥ့္ကူး", "စဉ့်ကူး"),
    ("လားရႈိး", "လားရှိုး"),
    ("ေလေၾကာင္းတိုက္ခိုက္မႈ", "လေကြောင်းတိုက်ခိုက်မှု"),
]


@pytest.mark.parametrize(("zawgyi", "unicode"), PAIRS)
def test_zawgyi_is_decoded(zawgyi, unicode):
    assert alike(decode(zawgyi)[0]) == alike(unicode)


@pytest.mark.parametrize(("zawgyi", "_"), PAIRS[:3])
def test_zawgyi_is_told_from_unicode(zawgyi, _):
    assert is_zawgyi(zawgyi)


def test_unicode_is_left_alone():
    assert not is_zawgyi("".join(unicode for _, unicode in PAIRS))


def test_mentions_and_statements_stand_at_the_offsets_of_the_zawgyi_text():
    text = "မိုးကုတ္ၿမိဳ႕ကို စစ္တပ္က ေန႔စဥ္လိုလို ဗုံးႀကဲေနတဲ့အတြက္ ၿမိဳ႕ခံေတြ ထြက္ေျပးေနရပါတယ္။"
    found = read(text, None, matcher())
    assert [mention.place for mention in found.mentions] == ["mogok"]
    assert all(text[m.start : m.end] == m.text for m in found.mentions)
    assert {statement.event_type for statement in found.statements} == {"airstrike", "displacement"}
    assert all(text[s.start : s.end].endswith("။") for s in found.statements)


STANDARD = re.compile("[\u1000-\u104f]*")


@pytest.mark.parametrize("sign", sorted(DECODED), ids=ascii)
def test_what_comes_out_is_written_as_unicode_writes_burmese(sign):
    assert STANDARD.fullmatch(decode(sign)[0])
    assert STANDARD.fullmatch(decode("\u1000" + sign)[0])


@pytest.mark.parametrize(
    ("zawgyi", "unicode"),
    [("\u1090", "ရ"), ("\u1094", "့"), ("\u108f", "န"), ("\u106a", "ဉ"), ("\u106b", "ည"), ("\u1086", "ဿ")],
)
def test_a_letter_of_another_width_is_the_same_letter(zawgyi, unicode):
    assert decode(zawgyi)[0] == unicode
