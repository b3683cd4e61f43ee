"""Which statements weigh enough to move what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.vocabulary import HAPPENED

if TYPE_CHECKING:
    from mapping.domain.statements import Statement


def carries_weight(statement: Statement) -> bool:
    """Whether a statement may move a place or a road: reviewed, told as a fact, denied by nobody."""
    return (
        statement.status == "reviewed"
        and statement.certainty in HAPPENED
        and statement.certainty != "disputed"
        and statement.denied_by is None
    )
