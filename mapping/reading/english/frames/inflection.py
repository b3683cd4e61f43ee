"""Forms of English words by rule: of verbs with their irregular ones from a table, and plurals of nouns."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mapping.domain.packaged import table

VOWELS = "aeiou"
_IRREGULAR_PLURALS = {"man": "men", "woman": "women", "child": "children", "person": "people", "body": "bodies"}


class Forms(NamedTuple):
    """The forms of a verb; past and participle may have several."""

    base: str
    third: str
    past: tuple[str, ...]
    participle: tuple[str, ...]
    ing: str


@cache
def verb_forms(verb: str) -> Forms:
    """Return the forms of a verb; of one with a prefix ("counter attack", "re enter") only the last word changes."""
    prefix, _, last = verb.rpartition(" ")
    forms = _of_word(last)
    if not prefix:
        return forms
    joined = [(f"{prefix}{form}", f"{prefix}-{form}") for form in (forms.base, forms.third, forms.ing)]
    past, participle = (tuple(f"{prefix}{d}{form}" for form in some for d in ("", "-")) for some in forms[2:4])
    return Forms(joined[0][0], joined[1][0], (*past, joined[0][1]), (*participle, joined[2][1]), joined[2][0])


def _of_word(verb: str) -> Forms:
    irregular = table(str(__package__), "irregular")
    base = _doubled(verb, irregular["doubles"]["words"])
    if re.search(r"[^aeiou]y$", verb):
        third, regular = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    else:
        third = f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", verb) else f"{verb}s"
        regular = f"{verb}d" if verb.endswith("e") else f"{base}ed"
    past, participle = irregular["verbs"].get(verb, (regular, regular))
    ing = f"{base}ing" if not re.search(r"[^eoy]e$", verb) else f"{verb[:-1]}ing"
    third = "is|are" if verb == "be" else third
    return Forms(verb, third, tuple(past.split("|")), tuple(participle.split("|")), ing)


def _doubled(verb: str, several: list[str]) -> str:
    """Return the verb with its last letter doubled where it is ("stop" and "repel", but no "shell" and no "open")."""
    short = re.fullmatch(rf"[^{VOWELS}]*(?:qu)?[{VOWELS}][^{VOWELS}wxy]", verb)
    return verb + verb[-1] if short or verb in several else verb


@cache
def plural(noun: str) -> str:
    """Return the plural of a noun by rule."""
    head, _, last = noun.rpartition(" ")
    if last in _IRREGULAR_PLURALS:
        many = _IRREGULAR_PLURALS[last]
    elif re.search(r"[^aeiou]y$", last):
        many = f"{last[:-1]}ies"
    else:
        many = f"{last}es" if re.search(r"(?:s|x|z|ch|sh)$", last) else f"{last}s"
    return f"{head} {many}" if head else many
