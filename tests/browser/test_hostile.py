"""Hostile text in every cell at once: it is shown, and nothing of it runs."""

from __future__ import annotations

import pytest

from mapping.domain.harmless import harmless
from tests.browser.conftest import until
from tests.support.hostile import ALL, LONG, PAYLOADS

pytestmark = pytest.mark.browser


@pytest.fixture
def attacked(visit):
    page = visit("hostile.html")
    yield page
    assert page.evaluate("window.ran") is None
    assert page.seen.messages == []
    assert [url for url in page.seen.requests if not url.startswith(("file://", "blob:"))] == []


def test_the_title_is_the_text_itself(attacked):
    assert all(payload in attacked.title() for payload in PAYLOADS[:6])
    assert attacked.text_content("#title") == ALL


def test_every_list_card_and_tab_shows_the_text_and_runs_none_of_it(attacked):
    page = attacked
    for room in ("events", "layers", "off", "numbers", "sources", "about"):
        page.click(f"#tab-{room}")
    page.click("#tab-layers")
    for branch in page.locator("#tree [data-branch]").all():
        branch.click()
    for key in page.evaluate(
        "[...document.querySelectorAll('[data-key]')].map((one) => one.dataset.key).filter((key) => !key.startsWith('ground'))"
    ):
        page.evaluate(
            "(key) => { history.replaceState(null, '', '#sel=' + key); dispatchEvent(new HashChangeEvent('hashchange')); }",
            key,
        )
        assert harmless(ALL) in page.text_content("#card"), key


def test_the_reader_shows_a_hostile_text_whole(attacked):
    attacked.evaluate("location.hash = '#sel=source:2025-08-07-herald-road-push'")
    attacked.wait_for_selector(".text")
    text = attacked.evaluate(
        "(() => { const copy = document.querySelector('.text').cloneNode(true); copy.querySelectorAll('sup').forEach((sup) => sup.remove()); return copy.textContent; })()"
    )
    assert text.startswith(harmless(ALL))
    assert attacked.locator(".mention", has_text="Alpha").first.text_content() == "Alpha"


def test_links_lead_to_http_only(attacked):
    attacked.evaluate("location.hash = '#sel=source:2025-08-07-herald-road-push'")
    attacked.wait_for_selector(".text")
    assert (
        attacked.evaluate(
            "[...document.querySelectorAll('a[href]')].map((a) => a.href).filter((href) => !/^(https?|file):/.test(href))"
        )
        == []
    )


def test_chronology_search_and_print_are_calm(attacked):
    attacked.get_by_role("button", name="Chronology as a table").click()
    attacked.keyboard.press("Escape")
    for payload in PAYLOADS[:12]:
        attacked.fill("#search", payload)
    attacked.fill("#search", "")
    attacked.evaluate("window.dispatchEvent(new Event('beforeprint'))")


def test_a_spreadsheet_gets_no_formula(attacked):
    with attacked.expect_download() as download:
        attacked.get_by_role("button", name="CSV").click()
    text = download.value.path().read_bytes().decode()
    assert "=HYPERLINK" in text
    assert not [cell for line in text.split("\r\n") for cell in line.split(",") if cell.startswith(("=", "+", "@"))]


def test_words_without_end_break_nothing(visit):
    page = visit("long.html")
    page.evaluate("location.hash = '#sel=event:beta-captured'")
    page.wait_for_selector("#card h2")
    assert LONG in page.text_content("#card h2")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1400
    assert page.seen.messages == []


def test_without_scripts_nothing_runs_either(visit):
    page = visit("hostile.html", java_script_enabled=False)
    assert page.locator("#sketch h1").is_visible()
    assert page.locator("#sketch img, #sketch script, #sketch b").count() == 0


def test_the_policy_stops_what_would_get_through(visit):
    page = visit()
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=data:x onerror=\"window.ran = 1\">')")
    until(page, "document.querySelector('img[src=\"data:x\"]').complete")
    assert page.evaluate("window.ran") is None
