"""Online backgrounds: never from a file, over http only after a probe, and quiet when refused."""

from __future__ import annotations

import base64
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.conftest import until

pytestmark = pytest.mark.browser
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
HOST = "https://tile.openstreetmap.org/**"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def served(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def choose(page, answer) -> list[str]:
    """Answer the provider's requests, choose it, and return the addresses that were asked for."""
    asked = []

    def handle(route):
        asked.append(route.request.url)
        answer(route)

    page.route(HOST, handle)
    page.click("#tab-about")
    page.select_option("#tiles select", "osm")
    until(page, "document.getElementById('tiles-note').textContent.slice(-1) != '…'")
    return asked


def picture(route, status=200):
    route.fulfill(status=status, content_type="image/png", body=PIXEL, headers={"Access-Control-Allow-Origin": "*"})


def test_nothing_is_asked_before_somebody_chooses(visit, served):
    page = visit(online=True, base=served)
    page.wait_for_load_state("networkidle")
    assert {url for url in page.seen.requests if not url.endswith("favicon.ico")} == {served + "map.html"}
    assert "The provider then learns" in page.text_content("#tiles-note")


def test_an_answer_brings_the_background_and_its_credit(visit, served):
    page = visit(online=True, base=served)
    asked = choose(page, picture)
    page.wait_for_selector(".leaflet-tile-loaded")
    assert len(asked) > 1
    assert "OpenStreetMap" in page.text_content("#tiles-note")
    page.select_option("#tiles select", "")
    assert page.locator(".leaflet-tile").count() == 0


@pytest.mark.parametrize(
    "answer", [lambda route: picture(route, 403), lambda route: route.abort()], ids=["403", "no network"]
)
def test_a_refusal_brings_no_pictures(visit, served, answer):
    page = visit(online=True, base=served)
    asked = choose(page, answer)
    assert len(asked) == 1
    assert page.locator(".leaflet-tile").count() == 0
    assert "refuses" in page.text_content("#tiles-note")
    assert page.input_value("#tiles select") == ""


def test_a_file_offers_no_background_and_says_why(visit):
    page = visit()
    page.click("#tab-about")
    assert page.locator("#tiles select").is_disabled()
    assert "asks for nothing" in page.text_content("#tiles-note")
