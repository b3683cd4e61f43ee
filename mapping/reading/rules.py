"""The expressions of grammar.toml, compiled: over skeletons, with {S} for a place and names for parts."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from mapping.reading.context import back_reference
from mapping.reading.language import either, table
from mapping.reading.skeleton import PLACE, SORTS, SPOT, signs

JOIN = r"(?:, and |,? and |, as well as | as well as |,? or |, | & )"
PART = re.compile(r"\{([A-Z]+)\}")


@cache
def rule(name: str) -> re.Pattern[str]:
    """Compile one expression by its table and name, such as "relations.ground"."""
    group, key = name.split(".")
    return compiled(_joined(table("grammar")[group][key]), group)


@cache
def rules(name: str) -> tuple[re.Pattern[str], ...]:
    """Compile a list of expressions by table and name, such as "control.rules"."""
    group, key = name.split(".")
    return tuple(compiled(source, group) for source in table("grammar")[group][key])


@cache
def compiled(source: str, group: str = "parts") -> re.Pattern[str]:
    """Compile an expression in which names in braces stand for parts: of the grammar, of its table, or signs."""
    parts = _parts(group)
    while PART.search(source):
        source = PART.sub(lambda match: parts[match[1]], source)
    return re.compile(source)


def _joined(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)


@cache
def _parts(group: str) -> dict[str, str]:
    """Names and what they stand for: {SS} a list of places, {B} a heading, {NP} up to six words before a place."""
    the = r"(?:(?:the|its|their|both|all of|parts of|central|downtown|nearby|neighbou?ring|strategic) )*"
    parts = {sort: signs(sort) for sort in SORTS} | {"S": SPOT, "X": PLACE, "JOIN": JOIN, "THE": the}
    parts |= {
        "SS": rf"{SPOT}(?:{JOIN}{the}{SPOT})*", "XX": rf"{PLACE}(?:{JOIN}{the}{PLACE})*",
        "B": rf"(?:(?:due|directly|immediately|just) )?{either(table('english')['headings'])}",
        "NP": rf"(?:(?:[\w’'-]+|{signs('A')}(?:['’]s?)?) ){{0,6}}?", "BACK": back_reference(),
    }  # fmt: skip
    words: dict[str, Any] = table("grammar")["parts"] | table("grammar")[group]
    return parts | {name: _joined(source) for name, source in words.items() if name.isupper()}
