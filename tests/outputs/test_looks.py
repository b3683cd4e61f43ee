"""What is drawn looks as it did when somebody last looked at it."""

import json

from tests.outputs.looks import APPROVED, looks


def test_no_look_has_changed_unseen():
    """Look at what is named here; if it is as it should be: python -m tests.outputs.looks."""
    approved, now = json.loads(APPROVED.read_text("utf-8")), looks()
    changed = sorted(part for part in approved.keys() | now.keys() if approved.get(part) != now.get(part))
    assert changed == []
