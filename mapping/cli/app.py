"""The application that the commands are added to, and the project folder they work in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mapping.cli.telling import stop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.waist import Dataset

# Each command imports what it needs: `read` must answer at once, and geopandas alone takes half a second.

app = typer.Typer(
    help="From a folder of news reports to a map that can be checked sentence by sentence.",
    epilog="Examples: frontmap build · frontmap check --distances · frontmap --project ../other-front build",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Here:
    """The project folder that this run works in."""

    folder = Path()


@app.callback()
def _project(
    project: Annotated[
        Path, typer.Option(help="Folder with seeds/ and gazetteer/.", show_default="this folder")
    ] = Path(),
) -> None:
    Here.folder = project


def read_dataset() -> Dataset:
    """Read and check the project. Raises CurationError with every fault."""
    from mapping.waist.build import read_dataset as read  # noqa: PLC0415

    return read(Here.folder)


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write all files or none; stops with the reason where that fails."""
    from mapping.files.writing import UnwritableError, write_all  # noqa: PLC0415

    try:
        write_all(files, folder)
    except UnwritableError as error:
        stop(error)
