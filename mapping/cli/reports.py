"""read: what the reader sees in a text."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from mapping.cli.app import Here, app
from mapping.cli.telling import stop, tell_reading


@app.command(epilog="Examples: frontmap read article.txt · cat article.txt | frontmap read - --json")
def read(
    text_file: Annotated[str, typer.Argument(metavar="TEXTFILE", help="A text, or - for standard input.")],
    published: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON: offsets in code points, every key there.")
    ] = False,
) -> None:
    """Show what the reader sees in any text, without touching anything."""
    import json  # noqa: PLC0415

    from mapping import reading  # noqa: PLC0415
    from mapping.mentions import Matcher  # noqa: PLC0415
    from mapping.project import read_ground  # noqa: PLC0415

    found = reading.read(_text(text_file), _day(published), Matcher(read_ground(Here.folder))).as_json()
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        tell_reading(found)


def _text(name: str) -> str:
    """The text of a file or of standard input."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        stop(f"{name}: cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        stop(f"{name}: is not UTF-8 at byte {error.start}; save it as UTF-8")


def _day(published: str | None) -> date | None:
    """A day of publication as ISO 8601."""
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        stop(f"--published {published!r} is no day; write YYYY-MM-DD, such as 2025-08-07")
