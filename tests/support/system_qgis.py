"""The distribution's own python3, which alone knows QGIS and GDAL's tools."""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from pathlib import Path

from tests.conftest import require

PYTHON = "/usr/bin/python3"
PROBE = Path(__file__).parent / "qgis_probe.py"
HOW = "apt-get install --no-install-recommends python3-qgis qgis-providers gdal-bin"


@cache
def knows(module):
    """Whether the system's python3 can import a module."""
    done = subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True, check=False, env=_plain())
    return done.returncode == 0


def run(*arguments):
    """Run the system's python3; returns the finished process with its text."""
    return subprocess.run([PYTHON, *arguments], capture_output=True, text=True, check=False, env=_plain())


def require_module(module):
    require(Path(PYTHON).exists() and knows(module), f"{module} is missing for the system's python3: {HOW}")


def probe(*arguments):
    """What QGIS answers to tests/support/qgis_probe.py."""
    require_module("qgis.core")
    done = run(PROBE, *map(str, arguments))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _plain():
    """The environment without this virtual environment, and with a screen that needs none."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}
