"""One browser for all tests; every page tells what it asked for and complained of."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from mapping.outputs.webmap import files
from tests.conftest import ROOT, require
from tests.support import dataset as waist
from tests.support.hostile import ALL, LONG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
AXE = ROOT / ".cache/node/node_modules/axe-core/axe.min.js"
DESKTOP = {"width": 1400, "height": 900}
PATIENCE = 60_000  # ms; a busy machine is no fault, and only a fault waits so long
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    require(CHROMIUM, "no Chromium here; apt-get install chromium, or set CHROMIUM to its path")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe() -> str:
    require(AXE.exists(), f"no {AXE.relative_to(ROOT)}; npm install --no-save --prefix .cache/node axe-core")
    return AXE.read_text("utf-8")


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """A folder with pages: map.html of the made-up front, hostile.html and long.html with such text everywhere."""
    made = tmp_path_factory.mktemp("pages")
    (made / "map.html").write_bytes(files(waist.features())["map.html"])
    (made / "hostile.html").write_bytes(files(waist.hostile(ALL))["map.html"])
    (made / "long.html").write_bytes(files(waist.hostile(LONG))["map.html"])
    return made


@pytest.fixture
def visit(browser, folder):
    """Open a page of the folder: visit("map.html", hash_="#…", phone=False, dark=False, online=False, **context).

    Returns the page of Playwright; `page.seen.requests` and `page.seen.messages` say what it asked and said.
    """
    contexts = []

    def open_(
        name: str = "map.html", hash_: str = "", *, phone=False, dark=False, online=False, base=None, **more
    ) -> Any:
        context = browser.new_context(
            viewport=PHONE if phone else DESKTOP, color_scheme="dark" if dark else "light", has_touch=phone,
            is_mobile=phone, accept_downloads=True, offline=not online, reduced_motion="reduce", **more,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.seen = SimpleNamespace(requests=[], messages=[])
        page.on("request", lambda request: page.seen.requests.append(request.url))
        page.on("console", lambda message: page.seen.messages.append(message.text))
        page.on("pageerror", lambda error: page.seen.messages.append(f"{error} {error.stack}"))
        page.goto((base or f"file://{folder}/") + name + hash_, timeout=PATIENCE)
        return page

    yield open_
    for context in contexts:
        context.close()


LOOKS = 2000  # 30 ms apart: only what never comes is waited for so long


def until(page, condition: str) -> None:
    """Wait for a condition in JavaScript; Playwright's own waiting needs eval, which the page forbids."""
    for _ in range(LOOKS):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(30)
    pytest.fail(f"never came: {condition}")


def until_so(page, so) -> None:
    """Wait until a condition of the test itself holds, while what the browser tells is taken in."""
    for _ in range(LOOKS):
        if so():
            return
        page.wait_for_timeout(30)
    pytest.fail("what the test waits for never came")


@pytest.fixture
def quietly(visit):
    """Like visit, and at the end the page must have asked for nothing and complained of nothing."""
    pages = []

    @contextmanager
    def opened(*args, **more):
        page = visit(*args, **more)
        pages.append(page)
        yield page
        outside = [url for url in page.seen.requests if not url.startswith(("file://", "blob:", "data:"))]
        assert outside == []
        assert page.seen.messages == []

    return opened
