"""Who gets into the desk, and what it answers to what was not foreseen."""

from __future__ import annotations

import socket

import pytest

from mapping.desk.server import MOST_BYTES, Desk
from tests.decisions.conftest import SOURCE, contents


def test_the_page_and_its_questions_are_answered(server):
    status, text = server.ask("?" + server.address.partition("?")[2])
    assert (status, text.startswith("<!DOCTYPE html>")) == (200, True)
    assert server.ask("api/project")[1]["title"] == "The Alpha road"
    assert server.ask(f"api/source?id={SOURCE}")[1]["id"] == SOURCE


@pytest.mark.parametrize("path", ["", "api/project", "api/decide"])
@pytest.mark.parametrize(
    "headers",
    [{"host": "evil.example"}, {"host": "127.0.0.1"}, {"origin": "http://evil.example"}, {"origin": "null"}, {"x_desk_key": "guess"}, {"x_desk_key": None}],
    ids=str,
)
def test_nobody_else_gets_in(server, front, path, headers):
    before = contents(front)
    body = {"do": "accept", "source": SOURCE, "ids": ["draft-bridge"]} if path == "api/decide" else None
    asked_page = "?" + server.address.partition("?")[2] if path == "" and "x_desk_key" not in headers else path
    status, _ = server.ask(asked_page, body, **headers)
    assert (status, contents(front)) == (403, before)


def test_the_page_forbids_what_is_not_its_own(server):
    import urllib.request

    with urllib.request.urlopen(server.address, timeout=30) as response:  # noqa: S310  this machine
        policy = response.headers["content-security-policy"]
        assert response.headers["x-frame-options"] == "DENY"
    for part in ("default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"):
        assert part in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("api/decide", b"{", 400),
        ("api/decide", b"[]", 400),
        ("api/decide", b"\xff", 400),
        ("api/decide", {"do": "burn"}, 422),
        ("api/source", None, 400),
        ("api/source?id=../../etc/passwd", None, 422),
        ("api/drawn?source=nobody&id=x", None, 422),
        ("api/nothing", None, 404),
        ("../../etc/passwd", None, 404),
    ],
    ids=str,
)
def test_what_was_not_foreseen_is_told_and_nothing_is_written(server, front, path, body, status):
    before = contents(front)
    assert server.ask(path, body)[0] == status
    assert contents(front) == before


def test_a_request_that_is_too_long_is_cut_off(server, front):
    before = contents(front)
    try:
        status, _ = server.ask("api/decide", b" " * (3 * MOST_BYTES))
    except OSError:  # cut off before all of it was sent
        status = 400
    assert (status, contents(front)) == (400, before)
    assert server.ask("api/project")[0] == 200


def test_a_conflict_comes_with_what_stands_in_the_file_now(server, front):
    path = front / f"seeds/{SOURCE}.toml"
    path.write_text(path.read_text("utf-8").replace('near = "gamma"', 'at = "gamma"'), "utf-8")
    status, answer = server.ask("api/decide", {"do": "mend", "source": SOURCE, "id": "fight", "fields": {"note": "x"}, "seen": {"fight": "old"}})
    assert status == 409
    assert next(one for one in answer["sheet"]["statements"] if one["id"] == "fight")["fields"]["at"] == "gamma"


def test_a_gazetteer_that_an_editor_changed_is_read_again(server, front):
    names = front / "gazetteer/places.csv"
    names.write_text(names.read_text("utf-8").replace("beta,Beta,town", "beta,Beta City,town"), "utf-8")
    assert ["beta", "Beta City"] in server.ask("api/project")[1]["lists"]["places"]
    names.write_text("nonsense\n", "utf-8")
    status, answer = server.ask("api/project")
    assert (status, answer["faults"][0]["file"]) == (422, "gazetteer/places.csv")


def test_a_port_in_use_is_refused(session):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            Desk(session, taken.getsockname()[1])


def test_the_address_changes_with_each_start(session):
    one, other = Desk(session), Desk(session)
    assert one.address.partition("key=")[2] != other.address.partition("key=")[2]
    one.close()
    other.close()
