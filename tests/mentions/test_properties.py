from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.mentions.plain import Plain
from mapping.mentions.spelling import is_burmese, variants
from tests.support.reports import gazetteer, matcher

FILLER = st.lists(
    st.sampled_from(
        [
            "the",
            "troops",
            "of",
            "it",
            "were",
            "slowly",
            "and",
            "fog",
            "rain",
            "over",
            "their",
            "under",
            "green",
            "river",
        ]
    ),
    max_size=12,
)
SETTLED = ("town", "city", "village")
# Names that a text means by themselves: long enough, and not also a phrase that is no place.
NAMES = sorted(
    spelling
    for place in gazetteer().places.values()
    if place.kind in SETTLED
    for spelling in place.spellings
    if not is_burmese(spelling) and len(spelling) > 4 and "(" not in spelling and spelling not in gazetteer().not_places
)


@given(st.lists(st.tuples(FILLER, st.sampled_from(NAMES)), min_size=1, max_size=4), FILLER)
@settings(max_examples=150)
def test_every_name_put_into_a_text_is_found_where_it_stands(pieces, tail):
    text, at = "", []
    for words, name in pieces:
        text += " ".join([*words, "near "])
        at.append((len(text), name))
        text += f"{name} village, "
    found = matcher().find(text + " ".join(tail))
    for start, name in at:
        assert any(m.start <= start < m.end and m.end >= start + len(name) for m in found), (text, name)


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_any_text_gives_mentions_that_stand_at_their_offsets(text):
    for mention in matcher().find(text):
        assert text[mention.start : mention.end] == mention.text


@given(st.sampled_from(NAMES), st.sampled_from(["\u200b", "\u00ad", "\u2060"]), st.data())
@settings(max_examples=60)
def test_what_cannot_be_seen_hides_no_name(name, mark, data):
    at = data.draw(st.integers(1, len(name) - 1))
    text = f"troops near {name[:at]}{mark}{name[at:]} village, in Mogok"
    assert any(m.start <= text.index(name[0], 12) and m.text.replace(mark, "") for m in matcher().find(text)[:1])


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=3), st.sampled_from(NAMES))
@settings(max_examples=60)
def test_a_name_inside_a_longer_word_is_no_mention(letters, name):
    text = f"in {letters}{name}{letters} it rained"
    spans = [(m.start, m.end) for m in matcher().find(text)]
    assert (3 + len(letters), 3 + len(letters) + len(name)) not in spans


@given(st.sampled_from(NAMES))
def test_variants_keep_the_letters(name):
    plain = re.sub(r"[ -]", "", name).lower()
    assert {re.sub(r"[ -]", "", variant).lower() for variant in variants(name, "town")} == {plain}


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_the_way_back_to_the_offsets_is_monotonous(text):
    plain = Plain.of(text)
    spans = [plain.span(i, i + 1) for i in range(len(plain.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)


@given(st.characters(categories=["Zs"]) | st.sampled_from("\t\n"))
def test_a_name_is_found_whatever_space_stands_between_its_words(space):
    (mention,) = matcher().find(f"Troops left Pyin{space}Oo{space}Lwin.")
    assert (mention.place, mention.end - mention.start) == ("pyin-oo-lwin", len("Pyin Oo Lwin"))
