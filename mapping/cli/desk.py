"""review: the desk."""

from __future__ import annotations

from typing import Annotated

import typer

from mapping.cli.app import Here, app
from mapping.cli.telling import say, stop


@app.command(epilog="Examples: frontmap review · frontmap review 2025-08-07-herald --no-browser")
def review(
    source: Annotated[str | None, typer.Argument(metavar="SOURCE", help="Report to open first.")] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page.")] = True,
) -> None:
    """Open the desk: drafts become checked statements, names become places; for this machine alone."""
    try:
        from mapping.desk.server import Desk  # noqa: PLC0415
    except ImportError as error:
        stop(f"the desk needs {error.name}; pip install '.[desk]' brings it")
    from mapping.desk.session import Session  # noqa: PLC0415

    session = Session(Here.folder)
    if source is not None and source not in {row["id"] for row in session.sources()}:
        session.close()
        stop(f"{source!r} is no source; seeds/ has none of that name")
    try:
        desk = Desk(session, port)
    except OSError as error:
        session.close()
        stop(f"port {port}: {error.strerror}; choose another with --port")
    address = f"{desk.address}#{source}" if source else desk.address
    if session.reads_only:
        say(session.reads_only)
    say(f"{address} (Ctrl-C ends it; every decision is on disk at once)")
    if browser:
        typer.launch(address)
    try:
        desk.serve()
    finally:
        session.close()
    say("ended")
