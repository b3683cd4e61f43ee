"""What is wrong with the curated files, said to the person who can mend it."""

from __future__ import annotations

import difflib
import reprlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: the file (relative to the project), the record in it, what is wrong and what to do."""

    file: str
    record: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.record, self.message) if part)


class CurationError(Exception):
    """All faults of one reading; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class Problems:
    """Collects the faults of a reading, so that all are told at once."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        self.lost: set[str] = set()  # files of which something could not be taken in: what names it cannot be judged

    def add(self, file: str, record: str, message: str) -> None:
        """Note a fault; reading goes on."""
        self.found.append(Problem(file, record, message))

    def lose(self, file: str, record: str, message: str) -> None:
        """Note a fault that keeps a file or a record out of the result."""
        self.add(file, record, message)
        self.lost.add(file)

    def whole(self, *files: str) -> bool:
        """Whether everything of these files was taken in, so that what they lack is not there."""
        return self.lost.isdisjoint(files)

    def raise_if_any(self, more: Iterable[Problem] = ()) -> None:
        """Raise CurationError with everything found so far, and more."""
        if found := [*self.found, *more]:
            raise CurationError(found)


# What pydantic calls a fault -> what is wrong with the value, and what to do.
_MISTYPED = {
    "string_type": "is no text; put it in quotes",
    "tuple_type": "is no list; put it in square brackets",
    "bool_type": "is neither true nor false; write one of them, without quotes",
    "int_type": "is no whole number; write digits, without quotes",
    "int_from_float": "is no whole number; write digits, without quotes",
    "float_type": "is no number; write digits, without quotes",
    "finite_number": "is no number; write digits",
    "too_short": "names nothing; name something, or take it out",
    "model_type": "is no table; write its fields",
    "model_attributes_type": "is no table; write its fields",
}


def mistyped(fault: Any, where: str) -> str:
    """Say what is wrong with a field (`where`, or the record itself) by what pydantic found.

    Where nothing is known to do, in pydantic's own words.
    """
    before = f"{where}: " if where else ""
    match fault["type"]:
        case "missing":
            return f"{where!r} is missing; add it"
        case "extra_forbidden":
            return f"unknown key {where!r}; take it out or mend its spelling"
        case known if known in _MISTYPED:
            return f"{before}{short(fault['input'])} {_MISTYPED[known]}"
    return f"{before}{fault['msg'].removeprefix('Value error, ')}"


def short(value: Any) -> str:
    """A value for a message: text in quotes; of a long one the beginning, of a nested one the outer parts."""
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:57] + "...")
    return reprlib.repr(value) if isinstance(value, list | dict) else str(value)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint such as " (did you mean 'alpha'?)", or nothing when no known word is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean {close[0]!r}?)" if close else ""
