"""What is wrong with the curated files, said to the person who can mend it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

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

    def add(self, file: str, record: str, message: str) -> None:
        """Note a fault; reading goes on."""
        self.found.append(Problem(file, record, message))

    def raise_if_any(self) -> None:
        """Raise CurationError with everything found so far."""
        if self.found:
            raise CurationError(self.found)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint such as " (did you mean 'alpha'?)", or nothing when no known word is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean {close[0]!r}?)" if close else ""
