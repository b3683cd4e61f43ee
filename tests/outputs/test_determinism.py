"""The same input gives the same bytes, whatever the hash seed, locale and time zone of the machine."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

DIGESTS = """
import hashlib, sys
from pathlib import Path
from mapping.waist.build import build_dataset
from mapping.outputs import FORMATS, export
from mapping.project import read_project
files = export(FORMATS, build_dataset(read_project(Path(sys.argv[1]))))
for name, content in sorted(files.items()):
    print(hashlib.sha256(content).hexdigest(), name)
"""


def digests(project, **machine: str) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LC_")} | machine
    command = [sys.executable, "-c", DIGESTS, str(project)]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


def test_every_export_has_the_same_bytes_on_every_machine(project):
    here = digests(project, PYTHONHASHSEED="1", LANG="C", PYTHONUTF8="0", TZ="America/Lima")
    assert "map.html" in here
    assert here == digests(project, PYTHONHASHSEED="77", LANG="C.UTF-8", TZ="Asia/Yangon")
