"""One spelling -> all ways in which a text may write it: case, spaces, hyphens, generic words."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.mentions.words import LANGUAGES, either, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.gazetteer import Place

JOINTS = (" ", "-", "")
LOWER_CASE = frozenset({"city", "town", "township", "mine", "river"})  # known well enough to be written small
SHORTEST_LOWER = 5  # letters; below that a small-written name is most often an English word


def is_burmese(text: str) -> bool:
    """Whether a spelling is written in the Burmese script."""
    return "\u1000" <= text[0] <= "\u109f"


def without_bracket(name: str) -> str:
    """Take the word that tells homonyms apart from a name: "Alpha (Beta)" is "Alpha" in a text."""
    return re.sub(r"\s*\([^)]*\)", "", name).strip()


def spellings(place: Place) -> Iterator[str]:
    """Yield what a place is called: its names, the same without brackets and without droppable generic words."""
    for spelling in place.spellings:
        bare = without_bracket(spelling)
        yield from dict.fromkeys((spelling, bare))
        yield from _generic_forms(bare, place.kind)


def _generic_forms(name: str, kind: str) -> Iterator[str]:
    for language in LANGUAGES:
        exchange = words_of(language)["interchangeable"].get(kind, ())
        for word in exchange:
            if name.endswith(word) and name != word:
                yield from (name[: -len(word)] + other for other in exchange)
                break
        for word in sorted(words_of(language)["droppable"].get(kind, ()), key=len, reverse=True):
            if name.lower().endswith(word) and len(name) > len(word) + 3:
                yield name[: -len(word)].strip()
                break


def without_compass(name: str) -> str:
    """The larger region that the name of a region tells ("North Alpha State" -> "Alpha"); "" where it tells none."""
    stem = region_stem(name) or name
    head, _, rest = stem.partition(" ")
    return rest if head.lower() in words_of("english")["compass"]["words"] else ""


def region_stem(name: str) -> str | None:
    """Name of a region without its generic word, None where it has none."""
    word = name.rsplit(" ", 1)[-1]
    return name[: -len(word)].strip() or None if word in words_of("english")["interchangeable"]["region"] else None


def township_stem(name: str) -> str:
    """Name of a township without its generic word: "Alpha Township" is called after Alpha."""
    return _township().sub("", name)


@cache
def _township() -> re.Pattern[str]:
    generic = [words_of(language)["generic"]["township"] for language in LANGUAGES]
    return re.compile(rf"\s+{either([word for words in generic for word in words])}$", re.IGNORECASE)


def variants(spelling: str, kind: str) -> Iterator[str]:
    """Yield the forms of one spelling: joints (space, hyphen, none) and case.

    Words keep their inner case; a form in small letters is given only for kinds that are written so.
    """
    if is_burmese(spelling):
        yield spelling
        return
    words = re.split(r"[ -]", spelling)
    joints: list[tuple[str, ...]]
    if len(words) <= 3:
        joints = list(itertools.product(JOINTS, repeat=len(words) - 1))
    else:
        joints = [(joint,) * (len(words) - 1) for joint in JOINTS]
    titled = " ".join(word[:1].upper() + word[1:] for word in words)
    seen = {spelling: None, spelling.upper(): None, titled: None}
    for joint in joints:
        joined = words[0] + "".join(a + b for a, b in zip(joint, words[1:], strict=True))
        seen[joined] = seen[joined.upper()] = None
        if "" in joint or "-" in joint:
            small = words[0] + "".join(
                a + (b if a == " " else b.lower()) for a, b in zip(joint, words[1:], strict=True)
            )
            seen[small] = None
        if kind in LOWER_CASE and len(joined) >= SHORTEST_LOWER:
            seen[joined.lower()] = None
    yield from seen
