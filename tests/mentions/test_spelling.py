"""Ways in which a text may write a name."""

import pytest

from mapping.mentions.spelling import spellings
from tests.support.made_fronts import place


@pytest.mark.parametrize(("name", "bare"), [("Ohn Dam", True), ("On Dam", False), ("Sedawgyi Dam", True)])
def test_a_generic_word_may_be_dropped_where_what_is_left_is_no_mere_syllable(name, bare):
    one = place("x", kind="dam")
    found = set(spellings(type(one)(**{**vars(one), "name": name})))
    assert (name.removesuffix(" Dam") in found) == bare
