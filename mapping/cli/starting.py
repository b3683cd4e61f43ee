"""init: a new front from nothing."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003  the command line reads the annotations
from typing import Annotated

import typer

from mapping.cli.app import app, write
from mapping.cli.telling import argument, say, stop


@app.command(
    epilog='Example: frontmap init darfur --title "The El Fasher front" --around "El Fasher" --km 250'
    ' --side "RSF: Rapid Support Forces (RSF)" --side "Army: Sudanese Armed Forces (SAF, the army)"'
)
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the new front; it is made.")],
    title: Annotated[str | None, typer.Option(help="What the map is called.")] = None,
    around: Annotated[
        str | None, typer.Option(metavar="NAME", help="A settlement in the middle of the window.")
    ] = None,
    km: Annotated[float, typer.Option(help="With --around: how far the window reaches from it.")] = 150.0,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="With --around: of which country (ISO).")] = None,
    window: Annotated[str | None, typer.Option(metavar="S,W,N,E", help="The window in degrees instead.")] = None,
    side: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help='"NAME: PARTY (SPELLING, SPELLING); PARTY"; one a side.')
    ] = None,
    settlements: Annotated[int, typer.Option(min=0, max=2000, help="How many settlements to begin with.")] = 60,
    time_zone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="IANA name; else that of the settlements.")
    ] = None,
) -> None:
    """Start a front: write a project that builds, with the largest settlements of its window.

    What is not given is asked, where a person sits at the terminal.
    """
    from mapping.intake import new_front as new  # noqa: PLC0415

    if (folder / "gazetteer").exists() or (folder / "seeds").exists():
        stop(f"{folder} holds a front already; name another folder")
    title = title or _asked("--title", "What is the map called?")
    if window:
        box, middle, told = new.window_of(window), None, f"the window is {window}"
    else:
        around = around or _asked("--around (or --window)", "Which settlement lies in the middle?")
        box, middle, told = new.window_around(around, km, country)
    sides = dict(map(new.side, side or _sides()))
    begun = new.begin(new.Wishes(title, box, sides, settlements, time_zone, middle))
    write(begun.files, folder)
    for line in (told, *begun.told):
        say(line)
    say(f"wrote {len(begun.files)} files to {folder}")
    say(f"next: frontmap --project {argument(str(folder))} add REPORT… takes reports in and draws the map")


def _asked(option: str, question: str) -> str:
    """Ask a person; a script is told which option it lacks."""
    if not sys.stdin.isatty():
        stop(f"{option} is missing; frontmap init --help shows an example")
    return str(typer.prompt(question))


def _sides() -> list[str]:
    """Ask for sides until one is left empty."""
    if not sys.stdin.isatty():
        stop("--side is missing; frontmap init --help shows an example")
    found: list[str] = []
    while answer := typer.prompt(
        "A side, as NAME: PARTY (SPELLING, SPELLING); PARTY (empty ends)", default="", show_default=False
    ):
        found.append(answer)
    return found or _sides()
