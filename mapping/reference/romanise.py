"""Romanised Burmese and Shan names reduced to their sound, so that different spellings of one name come out alike.

Reports write one village as Athihka, Ar Thee Kha or Ah Thi Hka. What differs is regular: aspiration (h before or after
a consonant), voicing (k and g), doubled letters, finals that are not heard (t, k, p, h), nasal finals (n, ng, m) and
the letters for vowels. Each syllable is reduced to a class of first consonants, a class of vowels and a mark for a
nasal end.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache

from mapping.domain.packaged import table


@cache
def _rows() -> tuple[list[tuple[str, str]], list[tuple[str, str]], re.Pattern[str]]:
    """(initials, vowels) with the class of each, longest first; and the pattern of one syllable."""
    data = table(str(__package__), "romanisation")
    initials = [(letters, sound) for sound, group in data["initials"].items() for letters in group]
    vowels = [(letters, sound) for sound, group in data["vowels"].items() for letters in group]
    initials.sort(key=lambda pair: -len(pair[0]))
    vowels.sort(key=lambda pair: -len(pair[0]))
    first = "|".join(re.escape(letters) for letters, _ in initials)
    half = "hlrwy"  # at the end of a vowel they are part of it only where no other vowel follows
    middle = "|".join(
        letters + ("(?![aeiou])" if letters[-1] in half and letters != "y" else "") for letters, _ in vowels
    )
    nasal, stop = "|".join(data["finals"]["nasal"]), "|".join(data["finals"]["silent"])
    ends, silent = r"(?![hyw]*[aeiou])", r"(?:e(?![aeiouy]))?"
    ends = rf"(?:(?=e(?:[^aeiouyhwrln]|$))|{ends})"
    # A final belongs to the syllable only where no vowel follows it; a silent e may close it ("Moke").
    syllable = re.compile(
        rf"(?P<first>{first})?(?P<vowel>{middle})"
        rf"(?:(?P<nasal>{nasal}){ends}(?:(?:{stop}){ends})?{silent}|(?P<stop>{stop}){ends}{silent})?"
    )
    return initials, vowels, syllable


@lru_cache(maxsize=200_000)
def syllables(name: str) -> tuple[str, ...] | None:
    """Reduce a name to one code a syllable ("Ar Thee Kha" -> ("a", "si", "ka")); None where it reads otherwise."""
    letters = unicodedata.normalize("NFD", name.lower())
    words = re.findall(r"[a-z]+", "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’"))
    initials, vowels = (dict(rows) for rows in _rows()[:2])
    found: list[str] = []
    for word in words:
        at = 0
        while at < len(word):
            match = _rows()[2].match(word, at)
            if not match:
                return None
            nasal = "N" if match["nasal"] else ""
            found.append(initials.get(match["first"] or "", "") + vowels[match["vowel"]] + nasal)
            at = match.end()
    return tuple(found) or None


def sound(name: str) -> str:
    """Return the reduced form of a name as one string; a nasal before m or n is not heard apart from it."""
    joined = "".join(syllables(name) or ())
    return re.sub(r"N(?=[mnN])", "", joined)


def likeness(one: str, other: str) -> float:
    """Share of the sound that two spellings have in common, 0 to 1; 1.1 where their letters are the same."""
    if re.sub(r"[\W_]", "", one.casefold()) == re.sub(r"[\W_]", "", other.casefold()):
        return 1.1
    heard, meant = sound(one), sound(other)
    if not heard or not meant:
        return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()
    return SequenceMatcher(None, heard, meant, autojunk=False).ratio()
