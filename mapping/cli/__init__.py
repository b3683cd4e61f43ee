"""The command line: the only room that prints. Each module adds the commands of one kind of work."""

from __future__ import annotations

import sys

from mapping.cli import building, deciding, desk, exporting, holding, reports, starting  # noqa: F401  they add commands
from mapping.cli.app import app
from mapping.cli.telling import tell_faults
from mapping.domain.errors import CurationError

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; faults of curated files go to standard error, exit status 1."""
    try:
        app()
    except CurationError as error:
        tell_faults(error)
        sys.exit(1)
