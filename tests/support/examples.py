"""Words that a regular expression matches, one for each of its alternatives: tables of expressions are tested by them."""

from __future__ import annotations

import re
import re._constants as op
import re._parser as parser
from itertools import islice, product

MOST = 60  # examples of one expression
LETTERS = [*"wm t0", "x"]  # tried where a class of letters stands


def examples(source: str) -> list[str]:
    """Return strings that the expression matches from end to end, looking around left out of account."""
    return list(dict.fromkeys(islice(_sequence(parser.parse(source)), MOST)))


def _sequence(tokens):
    return ("".join(parts) for parts in product(*(list(islice(_of(*token), MOST)) for token in tokens)))


def _of(kind, value):
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        low, _, inner = value
        once = list(islice(_sequence(inner), MOST))
        yield from ([""] if low == 0 else [text * low for text in once])
    elif kind is op.SUBPATTERN:
        yield from _sequence(value[3])
    elif kind is op.BRANCH:
        for branch in value[1]:
            yield from _sequence(branch)
    elif kind is op.LITERAL:
        yield chr(value)
    elif kind is op.IN:
        yield next(letter for letter in [*_named(value), *LETTERS] if _in(value, letter))
    elif kind in (op.NOT_LITERAL, op.ANY):
        yield "x"
    else:  # looks around
        yield ""


def _named(value):
    return [chr(one) for kind, one in value if kind is op.LITERAL]


def _in(value, letter):
    negated = any(kind is op.NEGATE for kind, _ in value)
    return negated != any(_matches(kind, one, letter) for kind, one in value)


def _matches(kind, one, letter):
    if kind is op.LITERAL:
        return chr(one) == letter
    if kind is op.RANGE:
        return one[0] <= ord(letter) <= one[1]
    if kind is op.CATEGORY:
        name = {op.CATEGORY_WORD: r"\w", op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S"}.get(one)
        return bool(name and re.match(name, letter))
    return False
