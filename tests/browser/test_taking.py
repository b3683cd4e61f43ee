"""What a reader takes away: links, citations, tables, the sheet of paper; in English, in Burmese, without scripts."""

from __future__ import annotations

import json

import pytest

from tests.browser.conftest import until
from tests.support import dataset as waist

pytestmark = pytest.mark.browser
EVENTS = len(waist.EVENTS)


def status(page) -> str:
    return page.text_content("#status")


def layers(page) -> None:
    page.click("#tab-layers")


def test_a_link_brings_back_view_time_layers_filter_and_selection(quietly):
    with quietly() as page:
        layers(page)
        page.get_by_label("Battle", exact=True).uncheck()
        page.click("#filters summary")
        page.select_option("[data-filter=actor]", "northern-army")
        page.focus("#time-from")
        page.keyboard.press("ArrowRight")
        page.get_by_role("button", name="Zoom in").click()
        page.fill("#search", "Shells")
        page.keyboard.press("Enter")
        left, text = page.evaluate("location.hash"), status(page)
    with quietly(hash_=left) as page:
        assert page.evaluate("location.hash") == left
        assert status(page) == text
        assert page.text_content("#card h2") == "Shells on Eta"
        layers_ = page.evaluate("[...document.querySelectorAll('.ring')].length")
        assert layers_ > 0


def test_a_broken_link_is_passed_over(quietly):
    with quietly(
        hash_="#map=x/9999/1&from=soon&to=2025-99-99&sel=event:__proto__&off=type:nothing~%00&on=constructor&actor=nobody&lang=xx"
    ) as page:
        assert page.locator("#status").text_content().endswith("events shown")


def test_copies_a_link_and_a_citation(quietly):
    with quietly(hash_="#sel=event:shelling-eta", permissions=["clipboard-read", "clipboard-write"]) as page:
        page.get_by_role("button", name="Copy citation").click()
        until(page, "document.getElementById('status').textContent == 'Copied' || document.querySelector('textarea')")
        text = page.evaluate(
            "document.querySelector('textarea') ? document.querySelector('textarea').value : navigator.clipboard.readText()"
        )
        assert "in our words, after The Herald" in text
        assert "“Shells fell" not in text
        assert "map.html#map=" in text
        assert "sel=event:shelling-eta" in text
        assert "file:" not in text  # where the file lies is nobody's business


def saved(page, name: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.path().read_bytes().decode()


def test_downloads_hold_what_is_shown(quietly):
    with quietly() as page:
        layers(page)
        page.get_by_role("button", name="Only Battle", exact=True).click()
        page.click("#tab-events")
        features = json.loads(saved(page, "GeoJSON of what is shown"))["features"]
        assert {feature["properties"]["event_id"] for feature in features} == {"battle-delta", "township-clashes"}
        assert [96.7, 22.6] in [feature["geometry"]["coordinates"] for feature in features]
        table = saved(page, "CSV")
        assert table.startswith("\ufeffevent_id,event,type,")
        assert len(table.strip().split("\r\n")) == 1 + len(features)


def test_burmese_speaks_and_says_that_nobody_proofread_it(quietly):
    with quietly(hash_="#lang=my") as page:
        assert page.evaluate("document.documentElement.lang") == "my"
        assert "ဖြစ်ရပ်" in page.text_content("#tab-events")
        assert "native reader" in page.text_content("#subtitle")


def test_the_language_button_keeps_what_is_chosen(quietly):
    with quietly(hash_="#sel=event:shelling-eta") as page:
        page.click("#language")
        until(page, "document.documentElement.lang == 'my'")
        assert page.text_content("#card h2") == "Shells on Eta"


def test_the_print_sheet_holds_map_key_and_sources(quietly):
    with quietly() as page:
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        text = page.text_content("#sheet-of-sources")
        assert "https://example.org/push" in text
        assert "planned, not happened" in text
        assert not page.locator("#panel").is_visible()
        assert page.locator(".folium-map").is_visible()


def test_without_scripts_there_is_a_sketch_and_the_list(visit):
    page = visit(java_script_enabled=False)
    assert page.locator("#sketch svg").is_visible()
    assert page.locator("#sketch tr").count() == EVENTS + 1
    assert not page.locator("#panel").is_visible()
