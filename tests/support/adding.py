"""A report, opened and drafted in one step, as the command does it."""

from __future__ import annotations

from datetime import UTC

from mapping.intake.adding import add as draft
from mapping.intake.adding import opened
from mapping.intake.documents import take_in
from mapping.intake.refusal import IntakeError


def add(name, data, project, *, today, restated=False, drafts=None, **stated):
    document = opened(name, data, zone=project.gazetteer.settings.time_zone, today=today, **stated)
    return draft(document, project, restated=restated, drafts=drafts)


def refusal(data, zone=UTC):
    """Why bytes are no report; None where they are one, with words in it."""
    try:
        document = take_in(data, zone)
    except IntakeError as error:
        return str(error)
    assert document.text.strip()
    return None
