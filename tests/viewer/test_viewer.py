"""The viewer's modules judged by node: their logic by `node --test`, their types by tsc, their syntax by eslint.

The logic runs over the block of data that Python writes for the made-up front of the tests, so that both sides are
tested against one shape. `FRONT_BLOCK` names the file in which the tests of node find it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from mapping.outputs.webmap.payload import payload
from tests.conftest import ROOT, require
from tests.support import dataset as waist

NODE = shutil.which("node")
JUDGES = ROOT / ".cache/node/viewer/node_modules/.bin"
WEBMAP = ROOT / "mapping/outputs/webmap"
DESK = ROOT / "mapping/desk/page"


def write_block(folder: Path) -> Path:
    """Write the block of data of the made-up front, as the page would carry it."""
    path = folder / "block.json"
    path.write_text(json.dumps(payload(waist.features()), ensure_ascii=False, allow_nan=False), encoding="utf-8")
    return path


def judged(*command: str | Path, **environment: str) -> None:
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_logic_of_the_viewer(tmp_path):
    require(NODE, "no node here; apt-get install nodejs")
    files = sorted(Path(__file__).parent.glob("*.test.mjs"))
    judged("node", "--test", *files, FRONT_BLOCK=str(write_block(tmp_path)))


def test_the_types_of_the_viewer():
    require((JUDGES / "tsc").exists(), "no tsc in .cache/node/viewer; .ci/run installs it")
    for page in (WEBMAP, DESK):
        judged(JUDGES / "tsc", "-p", page / "tsconfig.json")


def test_the_syntax_of_the_viewer():
    require((JUDGES / "eslint").exists(), "no eslint in .cache/node/viewer; .ci/run installs it")
    judged(JUDGES / "eslint", "-c", WEBMAP / "eslint.config.js", WEBMAP / "viewer", DESK, ROOT / "tests/viewer")
