"""The desk over HTTP on the loopback interface: a page, and what it asks for and decides, as JSON.

Starlette routes and answers, uvicorn serves: two small, well-kept libraries without a compiler or a build step.
Nobody else gets in: the address carries a token that changes with each start, and a request must name this host (no
other name that leads here), come from the page itself, and carry the token in a header that no form can set.
"""

from __future__ import annotations

import hmac
import json
import math
import secrets
import socket
import threading
from typing import TYPE_CHECKING, Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse
from starlette.routing import Route

from mapping.desk.page import page
from mapping.desk.session import ConflictError
from mapping.domain.errors import CurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

    from mapping.desk.session import Session

    Work = Callable[[Mapping[str, Any]], Any]

HOST = "127.0.0.1"
KEY_HEADER = "x-desk-key"
MOST_BYTES = 1_000_000  # of one request
HEADERS = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Lets through what comes from the desk's own page, and nothing else."""

    def __init__(self, app: ASGIApp, key: str, port: int) -> None:
        self._app, self._key = app, key
        self._hosts = {f"{name}:{port}" for name in (HOST, "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403 to what is not of this desk."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        why = self._refusal(scope, headers)
        if why:
            await PlainTextResponse(why + "\n", 403, HEADERS)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> str:
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self._hosts:
            return "this desk answers to its own address alone"
        if origin is not None and origin != f"http://{host}":
            return "this desk answers its own page alone"
        asked = (
            scope.get("query_string", b"").decode("latin-1") if scope["path"] == "/" else headers.get(KEY_HEADER, "")
        )
        given = asked.removeprefix("key=")
        if not hmac.compare_digest(given.encode(), self._key.encode()):
            return "open the address that `frontmap review` printed last; it changes with each start"
        return ""


def application(session: Session, key: str, port: int) -> ASGIApp:
    """Return the desk as an ASGI application that answers at a port of this machine."""
    lock = threading.Lock()  # one question at a time: the session is no more than one desk

    async def front(_: Request) -> Response:
        text, policy = page(session.title)
        return HTMLResponse(text, headers=HEADERS | {"content-security-policy": policy})

    routes = [Route("/", front)]
    for method, questions in (("GET", _asked(session)), ("POST", _decided(session))):
        routes += [
            Route(f"/api/{name}", _answering(work, session, lock), methods=[method]) for name, work in questions.items()
        ]
    return Guard(Starlette(routes=routes), key, port)


def _asked(session: Session) -> dict[str, Work]:
    """What the page may ask, with the parameters of the address."""
    return {
        "project": lambda _: session.overview(),
        "source": lambda given: session.sheet(given["id"]),
        "drawn": lambda given: session.drawn(given["source"], given["id"]),
        "date": lambda given: session.date(given["text"], given["source"]),
        "same": lambda given: session.same(given["source"], given["id"]),
        "queue": lambda given: session.queue(given["name"]),
        "names": lambda _: session.names(),
        "candidates": lambda given: session.candidates(given["name"]),
    }


def _decided(session: Session) -> dict[str, Work]:
    """What is decided, with what the page sends."""
    return {"decide": session.decide, "undo": lambda given: session.undo(str(given.get("source", "")))}


def _answering(work: Work, session: Session, lock: threading.Lock) -> Callable[[Request], Any]:
    """Answer with JSON: what was asked, or why not, with a status that says which."""

    async def answer(request: Request) -> Response:
        given: Mapping[str, Any] = {}
        try:
            given = await _body(request) if request.method == "POST" else request.query_params
            found = await run_in_threadpool(_one_by_one, lock, session, work, given)
            return JSONResponse(_plain(found), headers=HEADERS)
        except CurationError as error:
            faults = [{"file": one.file, "record": one.record, "message": one.message} for one in error.problems]
            return JSONResponse({"faults": faults}, 422, HEADERS)
        except ConflictError as error:
            now = await run_in_threadpool(_one_by_one, lock, session, session.sheet, str(given.get("source", "")))
            return JSONResponse({"conflict": str(error), "sheet": now}, 409, HEADERS)
        except ValueError as error:
            return JSONResponse({"faults": [{"file": "", "record": "", "message": str(error)}]}, 400, HEADERS)

    return answer


def _plain(value: Any) -> Any:
    """A value as JSON knows it: what TOML alone has, such as a bare date or inf, goes as its words."""
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _one_by_one(lock: threading.Lock, session: Session, work: Callable[..., Any], given: Any) -> Any:
    with lock:
        session.keep_up()
        try:
            return work(given)
        except KeyError as error:
            raise ValueError(f"the request lacks {error}") from error


async def _body(request: Request) -> dict[str, Any]:
    """The JSON object that a request sends; ValueError for anything else, or for more than a page ever sends."""
    sent = bytearray()
    async for chunk in request.stream():
        sent += chunk
        if len(sent) > MOST_BYTES:
            raise ValueError("the request is too long")
    try:
        found = json.loads(bytes(sent))
        json.dumps(found, ensure_ascii=False).encode()  # half a character, as JSON can escape it, is no text
    except RecursionError as error:
        raise ValueError("the request is nested too deep") from error
    if not isinstance(found, dict):
        raise ValueError("the request is no object")  # noqa: TRY004  said to the page
    return found


class Desk:
    """A desk that serves until it is stopped; `address` is what a browser opens.

    Raises OSError where the port is taken.
    """

    def __init__(self, session: Session, port: int = 0) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((HOST, port))
        except OSError:
            self._socket.close()
            raise
        self._socket.listen()  # who comes before the server runs waits for it
        taken, key = self._socket.getsockname()[1], secrets.token_urlsafe(24)
        self.address = f"http://{HOST}:{taken}/?key={key}"
        config = uvicorn.Config(application(session, key, taken), log_level="warning", lifespan="off", access_log=False)
        self._server = uvicorn.Server(config)

    def serve(self) -> None:
        """Serve until `stop` is called or the program is interrupted."""
        self._server.run(sockets=[self._socket])

    def close(self) -> None:
        """Give the port back."""
        self._socket.close()

    def stop(self) -> None:
        """Let the server end once it has answered."""
        self._server.should_exit = True
