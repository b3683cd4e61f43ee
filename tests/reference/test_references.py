from __future__ import annotations

from types import SimpleNamespace

import pytest

from mapping.intake import candidates
from mapping.project import read_project
from mapping.reference.base import Entry, Match
from mapping.reference.references import REFERENCES
from tests.conftest import write_project


@pytest.fixture
def project(tmp_path):
    return read_project(write_project(tmp_path))


def made(*, online=False, pcode="9"):
    entry = Entry("made", "Deltaville", "", pcode, "village", "Alpha", (11.1, 91.1))
    return SimpleNamespace(
        NAME="made", CREDIT="Made", ONLINE=online, available=lambda: True, alike=lambda *_: [Match(0.9, entry, "a list")]
    )


def test_every_reference_has_a_name_of_its_own_and_a_credit():
    assert len({reference.NAME for reference in REFERENCES}) == len(REFERENCES)
    assert all(reference.CREDIT for reference in REFERENCES)


def test_another_reference_is_a_row_of_the_table(project, monkeypatch):
    monkeypatch.setattr(candidates, "REFERENCES", (made(),))
    (found,) = candidates.locate("Qzvw", project)
    assert (found.name, found.pcode, found.evidence, found.credit) == ("Deltaville", "9", "a list", "Made")


@pytest.mark.parametrize(("online", "count"), [(False, 0), (True, 1)])
def test_a_server_is_asked_only_when_the_user_says_so(project, monkeypatch, online, count):
    monkeypatch.setattr(candidates, "REFERENCES", (made(online=True),))
    assert len(candidates.locate("Qzvw", project, online=online)) == count
