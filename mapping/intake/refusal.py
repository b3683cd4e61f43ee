"""Why bytes are no report."""

from __future__ import annotations


class IntakeError(ValueError):
    """The bytes are no report; the message says what they are and what to do."""
