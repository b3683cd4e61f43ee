"""Tables that ship with the program: knowledge that stands in data beside the code that reads it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(package: str, name: str) -> dict[str, Any]:
    """Read `<name>.toml` of a package (as `__package__` names it)."""
    return tomllib.loads(resources.files(package).joinpath(f"{name}.toml").read_text("utf-8"))
