"""A desk at work on a small project with drafts, over HTTP."""

from __future__ import annotations

import json
import threading
import urllib.request
from types import SimpleNamespace
from urllib.error import HTTPError

import pytest

from mapping.desk.server import Desk
from mapping.desk.session import Session
from tests.decisions.conftest import front  # noqa: F401  the project


def serving(desk):
    """Let a desk serve in the background until `stop` is called."""
    thread = threading.Thread(target=desk.serve, daemon=True)
    thread.start()
    return SimpleNamespace(stop=lambda: (desk.stop(), thread.join(10)))


def asked(address, path, body=None, **headers):
    """(status, answer) of a request, its JSON read where it is some."""
    key = address.partition("key=")[2].partition("#")[0]
    given = {"x-desk-key": key, **{name.replace("_", "-"): value for name, value in headers.items()}}
    data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(address.partition("?")[0] + path, data, {k: v for k, v in given.items() if v is not None})  # noqa: S310  this machine
    try:
        with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310
            status, text = response.status, response.read()
    except HTTPError as error:
        status, text = error.code, error.read()
    try:
        return status, json.loads(text)
    except ValueError:
        return status, text.decode()


@pytest.fixture
def session(front):  # noqa: F811
    made = Session(front)
    yield made
    made.close()


@pytest.fixture
def server(session):
    desk = Desk(session)
    running = serving(desk)
    yield SimpleNamespace(address=desk.address, ask=lambda path, body=None, **headers: asked(desk.address, path, body, **headers))
    running.stop()
