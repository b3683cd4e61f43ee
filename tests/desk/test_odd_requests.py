"""What a page never sends, and somebody else may: a fault in words, and nothing written."""

from __future__ import annotations

import json
from datetime import date

import pytest

from mapping.desk.server import _plain
from mapping.desk.session import Session
from mapping.domain.errors import CurationError
from tests.decisions.conftest import SOURCE, contents, front  # noqa: F401  the project

PLACE = {"do": "place", "name": "Nowhere Mill", "kind": "village", "evidence": "x", "lat": 11, "lon": 91}
REQUESTS = [
    {"do": "accept", "ids": ["/../../outside/x/taken"]},
    {"do": "accept", "ids": [f"/../seeds/{SOURCE}/draft-bridge"]},
    {"do": "accept", "source": SOURCE, "ids": 7},
    {"do": "accept", "source": f"../seeds/{SOURCE}", "ids": ["draft-bridge"]},
    {"do": "same", "uids": []},
    {"do": "same", "uids": ["../x/y", "../x/z"]},
    {"do": "merge", "source": SOURCE, "ids": ["draft-bridge", "draft-bridge"]},
    {"do": "spell", "name": "", "place": "alpha"},
    {**PLACE, "lat": 10**400},
    {**PLACE, "lat": "north"},
    {**PLACE, "lon": float("nan")},
    {"do": "split", "source": SOURCE, "id": "draft-captures", "field": ""},
    {"do": "mend", "source": SOURCE, "id": "draft-captures", "fields": [1]},
    {"do": "make", "source": SOURCE, "row": None},
    {"do": "what"},
    {},
]


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda one: str(one)[:60])
def test_an_odd_request_is_a_fault_and_writes_nothing(front, request_):  # noqa: F811
    session = Session(front)
    before = contents(front)
    with pytest.raises(CurationError):
        session.decide(request_)
    assert contents(front) == before
    session.close()


def test_files_that_editors_hide_are_no_sources(front):  # noqa: F811
    for name in (f".#{SOURCE}.toml", f".#{SOURCE}.txt", f"._{SOURCE}.txt", f"._{SOURCE}.toml"):
        (front / "seeds" / name).write_bytes(b"\x00\xff")
    session = Session(front)
    assert [one["id"] for one in session.sources() if one["id"].startswith(".")] == []
    session.decide({"do": "same", "uids": [f"{SOURCE}/draft-captures"]})
    assert session.project().sources
    session.close()


def test_what_toml_alone_knows_is_told_in_words():
    odd = {"date": date(2025, 5, 2), "km": [float("inf"), -float("inf"), 1.5], "n": 10**400, "none": None, "yes": True}
    plain = _plain({"rows": [odd, odd]})["rows"][1]
    assert plain == {"date": "2025-05-02", "km": ["inf", "-inf", 1.5], "n": 10**400, "none": None, "yes": True}
    json.dumps(plain, allow_nan=False)
