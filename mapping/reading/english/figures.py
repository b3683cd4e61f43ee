"""What a measure is told of: the place that lies so far away (the figure), and what words refer back to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.core.skeleton import SPOT
from mapping.reading.english.anaphora import meant_by
from mapping.reading.english.grammar import compiled, rule

if TYPE_CHECKING:
    from mapping.mentions import Mention
    from mapping.reading.core.context import Context
    from mapping.reading.core.skeleton import Skeleton


def meant(sk: Skeleton, match: re.Match[str], group: str, context: Context) -> list[Mention]:
    """Places that a group of a match names, or refers back to ("the mine", "there")."""
    named = sk.places(match[group])
    if named:
        return named
    if re.fullmatch(r"(?:t?here|it)", match[group], re.IGNORECASE):
        return context.it()
    return meant_by(match[group], context, sk.places(sk.text[: match.start(group)]))


def figure_of(sk: Skeleton, at: int, after: int, context: Context) -> list[Mention] | None:
    """Find what lies so far away as the measure at `at` says, whose ground ends at `after`.

    [] where it has no name ("a junction 9 km from Alpha"); None where nothing can be meant.
    """
    left = rule("relations.link_left").sub("", sk.text[:at].rstrip())
    if not rule("relations.nothing_left").sub("", left):
        return _behind(sk, after) or context.it()
    aside = rule("relations.aside").search(sk.text[:at])
    if aside:
        return sk.places(aside["f"])
    clause = rule("relations.clause").split(left)[-1]
    named = _named(sk, clause, left, context)
    if named:
        return named
    if rule("relations.troops").search(clause) or rule("relations.unnamed").search(clause):
        return []
    return _farther(sk, at, clause, context)


def _behind(sk: Skeleton, after: int) -> list[Mention]:
    """Read "Around 9 km north of Alpha, Beta ...": the figure follows."""
    right = re.match(rf"[^;]*?({SPOT})", sk.text[after:])
    return [sk.meaning[right[1]]] if right else []


def _named(sk: Skeleton, clause: str, left: str, context: Context) -> list[Mention]:
    """Find the figure right before the measure, or before an apposition."""
    adjacent = rule("relations.adjacent").search(clause)
    if adjacent:
        return sk.places(adjacent["f"])
    if rule("relations.pronoun").search(clause):
        return sk.settled(left.removesuffix(clause))[:1] or context.it()
    back = rule("relations.back").search(clause)
    if back:
        return meant_by(back["n"], context, sk.places(left))
    apposed = rule("relations.apposed").search(clause)
    return sk.places(apposed["f"]) if apposed else []


def _farther(sk: Skeleton, at: int, clause: str, context: Context) -> list[Mention] | None:
    """Find the figure among all places of the clause, or before the sentence where a verb links them."""
    linked = rule("relations.copula_end").search(sk.text[:at])
    lists = compiled("{S}(?:{JOIN}{S})*").findall(clause)
    if lists:
        return sk.places(lists[0] if linked else lists[-1])
    return (context.it() or None) if linked else []  # "clashes broke out 9 km west of Alpha"
