"""A project with drafts, and decisions on it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from mapping.decisions.change import Files
from mapping.decisions.checking import Ground
from mapping.decisions.journal import Journal
from tests.conftest import write_project

SOURCE = "2025-05-03-herald-alpha"
DRAFTS = """
[[statement]]
kind = "event"
id = "draft-captures"
type = "capture"
at = ["alpha", "gamma"]
status = "draft"
counts = [{ what = "soldiers killed", n = 2 }, { what = "soldiers wounded", n = 3 }]
quote = "The Reds captured Alfa"

[[statement]]
kind = "event"
id = "draft-bridge"
type = "shelling"
at = { text = "A bridge" }
status = "draft"  # a look at the picture may help
quote = "A bridge was hit."
"""
COURIER = """[source]
publisher = "Courier"
published = "2025-05-04"
text = "restated"

[[statement]]
kind = "event"
id = "taken"
type = "capture"
at = "alpha"
status = "draft"
quote = "Alpha was taken by the Reds."

[[statement]]
kind = "distance"
id = "far"
from = "alpha"
to = { text = "Nowhere Mill" }
km = 3
quote = "Nowhere Mill is 3 km from Alpha."
"""


def contents(folder):
    """Every curated file with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file() and ".frontmap" not in path.parts
    }  # fmt: skip


@pytest.fixture
def front(tmp_path):
    folder = write_project(tmp_path / "front")
    toml = folder / "seeds" / f"{SOURCE}.toml"
    toml.write_text(toml.read_text("utf-8") + DRAFTS, "utf-8")
    (folder / "seeds" / "2025-05-04-courier.txt").write_text("Alpha was taken by the Reds.\nNowhere Mill is 3 km from Alpha.\n", "utf-8")
    (folder / "seeds" / "2025-05-04-courier.toml").write_text(COURIER, "utf-8")
    return folder


@pytest.fixture
def desk(front):
    """desk.decide(operation, ...) carries an operation on Files out, checked as the commands do it."""

    def decide(operation, *args, **more):
        change = operation(Files(front), *args, **more)
        change = change[0] if isinstance(change, tuple) else change
        Ground.read(front).require_sound(change)
        journal.carry_out(change)
        return change

    journal = Journal(front)
    return SimpleNamespace(folder=front, decide=decide, journal=journal, contents=lambda: contents(front))
