"""A reader at work, by mouse and by keyboard, with the file alone and no network."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import until
from tests.support import dataset as waist

pytestmark = pytest.mark.browser
EVENTS = len(waist.EVENTS)


def status(page) -> str:
    return page.text_content("#status")


def shown(page) -> int:
    return int(status(page).split()[0])


def layers(page) -> None:
    page.click("#tab-layers")


def open_branches(page) -> None:
    layers(page)
    for branch in page.locator("#tree [data-branch^='type:']").all():
        branch.click()


def test_the_page_asks_for_nothing_and_complains_of_nothing(quietly):
    with quietly() as page:
        assert page.title() == waist.SETTINGS.title
        assert page.locator(".mark").count() > 5
        assert page.locator("#sketch").count() == 0
        assert len(page.seen.requests) == 1


def test_the_head_tells_how_fresh_and_how_much(quietly):
    with quietly() as page:
        assert page.text_content("#as-of") == "Data as of 10 August 2025 · 4 sources · 18 events"


def test_every_event_has_a_switch_of_its_own(quietly):
    with quietly() as page:
        open_branches(page)
        boxes = page.locator("#tree li[data-key^='event:'] input")
        assert boxes.count() == EVENTS
        for number in range(EVENTS):
            boxes.nth(number).uncheck()
            assert shown(page) == EVENTS - 1
            boxes.nth(number).check()
        assert shown(page) == EVENTS


def test_switches_by_type_all_none_and_only(quietly):
    with quietly() as page:
        layers(page)
        page.get_by_label("Battle", exact=True).uncheck()
        assert shown(page) == EVENTS - 2
        page.get_by_role("button", name="No events").click()
        assert shown(page) == 0
        page.get_by_role("button", name="All events").click()
        assert shown(page) == EVENTS
        page.get_by_role("button", name="Only Capture", exact=True).click()
        assert shown(page) == 2
        open_branches(page)
        page.get_by_role("button", name="Only Shells on Eta").click()
        assert shown(page) == 1
        assert page.locator(".mark").count() == 1
        page.get_by_role("button", name="Reset").click()
        assert shown(page) == EVENTS


def test_the_tree_works_by_keyboard_and_keeps_the_focus(quietly):
    with quietly() as page:
        layers(page)
        branch = page.locator("[data-branch='type:shelling']")
        branch.focus()
        page.keyboard.press("Enter")
        assert branch.get_attribute("aria-expanded") == "true"
        assert page.evaluate("document.activeElement.dataset.branch") == "type:shelling"
        page.keyboard.press("Tab")  # only shelling
        page.keyboard.press("Tab")  # the switch of the event
        page.keyboard.press("Space")
        assert shown(page) == EVENTS - 1
        assert page.evaluate("document.activeElement.closest('li').dataset.key") == "event:shelling-eta"
        page.keyboard.press("Space")
        assert shown(page) == EVENTS


def test_filters_by_party_source_place_and_certainty(quietly):
    with quietly() as page:
        layers(page)
        page.click("#filters summary")
        page.select_option("[data-filter=actor]", "southern-front")
        assert 0 < shown(page) < EVENTS
        page.select_option("[data-filter=actor]", "")
        page.select_option("[data-filter=source]", waist.WIRE)
        assert shown(page) == 3
        page.select_option("[data-filter=place]", "iota")
        assert shown(page) == 1
        page.select_option("[data-filter=source]", "")
        page.select_option("[data-filter=place]", "")
        page.uncheck("[data-certainty=planned]")
        assert shown(page) == EVENTS - 3
        page.uncheck("[data-certainty=draft]")
        assert shown(page) == EVENTS - 6


def test_the_slider_by_keyboard_narrows_the_events_and_says_its_date(quietly):
    with quietly() as page:
        page.focus("#time-from")
        page.keyboard.press("End")
        assert page.get_attribute("#time-from", "aria-valuetext") == "31 August 2025"
        assert shown(page) == 1 + 3  # the talks of August, and what has no date
        page.uncheck("#time-undated")
        assert shown(page) == 1
        page.keyboard.press("Tab")
        page.get_by_role("button", name="All dates").click()
        assert shown(page) == EVENTS - 3


def test_the_slider_by_mouse(quietly):
    with quietly() as page:
        box = page.locator("#time-to").bounding_box()
        page.mouse.move(box["x"] + box["width"] - 9, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
        page.mouse.up()
        assert "2025" in page.get_attribute("#time-to", "aria-valuetext")
        assert shown(page) < EVENTS


def test_steps_move_by_the_chosen_unit(quietly):
    with quietly() as page:
        page.select_option("#time-step", "1")
        page.click("#time-back")
        assert page.get_attribute("#time-to", "aria-valuetext") == "30 August 2025"
        page.select_option("#time-step", "7")
        page.click("#time-back")
        assert page.get_attribute("#time-to", "aria-valuetext") == "23 August 2025"
        page.click("#time-next")
        assert page.get_attribute("#time-to", "aria-valuetext") == "30 August 2025"


def test_play_runs_through_the_events_and_ends(quietly):
    with quietly() as page:
        page.click("#time-play")
        until(page, "document.getElementById('time-play').getAttribute('aria-pressed') == 'false'")
        assert shown(page) == EVENTS


def test_control_follows_the_slider(quietly):
    with quietly() as page:
        layers(page)
        page.get_by_label("Distances and times", exact=True).uncheck()
        rings = "[...document.querySelectorAll('.drawing .ring')].map((ring) => ring.getAttribute('stroke') || 'unknown').sort()"
        now = page.evaluate(rings)
        page.focus("#time-to")
        page.keyboard.press("Home")
        then = page.evaluate(rings)
        assert len(now) == 4  # beta, gamma, and alpha with a half for each side
        assert len(then) == 1  # nobody has said yet who holds alpha and gamma


@pytest.mark.parametrize(
    ("query", "found"),
    [("Betha", "Beta"), ("ဘီတာ", "Beta"), ("zeta-MINE", "Zeta mine"), ("39 people", "Shells on Eta"), ("herald", "Push along the Alpha road")],
)  # fmt: skip
def test_search_finds_every_spelling_and_the_words_of_sources(quietly, query, found):
    with quietly() as page:
        page.fill("#search", query)
        assert found in page.locator("#results .row").first.text_content()
        page.focus("#search")
        page.keyboard.press("Enter")
        assert found in page.text_content("#card h2")


def test_a_mark_leads_to_its_sentence_and_the_sentence_back_to_the_mark(quietly):
    with quietly() as page:
        page.get_by_role("button", name="Shelling, at Eta").click()
        assert page.text_content("#card h2") == "Shells on Eta"
        page.get_by_role("button", name="in the text").click()
        assert "Shells fell on" in "".join(page.locator(".aimed").all_text_contents())
        page.locator("#card .row", has_text="Shells on Eta").click()
        assert page.text_content("#card h2") == "Shells on Eta"
        assert page.locator(".mark.chosen").get_attribute("aria-label").startswith("Shelling")


def test_the_card_says_how_a_place_was_found(quietly):
    with quietly(hash_="#sel=event:beta-captured") as page:
        where = page.locator(".place-of").first.text_content()
        for part in (
            "at Beta",
            "Spelled Betha, Beta in the text",
            "Located by the gazetteer",
            "within 900 m",
            "read off a made-up sheet",
        ):
            assert part in where


def test_restated_words_get_no_quotation_marks_and_verbatim_ones_do(quietly):
    with quietly(hash_="#sel=event:beta-captured") as page:
        restated, verbatim = page.locator("figure.words").all()
        assert restated.locator("blockquote").text_content() == "On July 24 last year the south captured Betha."
        assert "In our words, after The Herald" in restated.text_content()
        assert verbatim.locator("blockquote").text_content().startswith("““Our forces")


def test_all_versions_stand_side_by_side(quietly):
    with quietly(hash_="#sel=event:beta-captured") as page:
        first, second = page.locator(".version").all_text_contents()
        assert "24 July 2024" in first
        assert "23 July 2025" in second
        assert "Cannot be right: Beta was already held" in second


def test_what_is_announced_has_no_mark_at_its_target(quietly):
    with quietly() as page:
        layers(page)
        page.get_by_role("button", name="No events").click()
        open_branches(page)
        page.get_by_label("Threat to Beta", exact=True).check()
        assert page.locator(".mark").count() == 0
        page.locator("#tree").get_by_role("button", name="Threat to Beta").first.click()
        assert "Announced, not there" in page.text_content("#card")


def test_what_is_not_located_or_unread_is_listed(quietly):
    with quietly() as page:
        page.click("#tab-off")
        text = page.text_content("#room-off")
        for part in (
            "Lambda",
            "other towns",
            "no coordinate is known",
            "Looting at Lambda",
            "Not yet read",
            waist.UNREAD,
        ):
            assert part in text


def test_the_numbers_are_judged(quietly):
    with quietly() as page:
        page.click("#tab-numbers")
        rows = page.locator("#room-numbers tbody tr").all_text_contents()
        assert any("145 km98.472.3consistent by road only" in row for row in rows)
        assert any("shorter than the straight line" in row for row in rows)
        page.locator("#room-numbers tbody button").first.click()
        assert "145 km stated, 98.4 km drawn" in page.text_content("#card")


def test_the_chronology_opens_as_a_table(quietly):
    with quietly() as page:
        page.get_by_role("button", name="Chronology as a table").click()
        assert page.locator("#chronology tbody tr").count() == EVENTS
        page.keyboard.press("Escape")
        assert not page.locator("#chronology").is_visible()


def test_guided_reading_by_arrow_keys(quietly):
    with quietly() as page:
        page.get_by_role("button", name="Read through the events in order").click()
        assert page.text_content("#card h2") == "Capture of Beta"
        page.keyboard.press("ArrowRight")
        assert page.text_content("#card h2") == "Talks in Kappa broke down"
        page.keyboard.press("ArrowLeft")
        assert page.text_content("#card h2") == "Capture of Beta"
        page.keyboard.press("Escape")
        assert not page.locator("#card").is_visible()
        assert "Read through" in page.evaluate("document.activeElement.textContent")


def test_a_zoomed_out_view_still_counts_every_event(quietly):
    with quietly(hash_="#map=6/22.6/96.6") as page:
        counts = page.evaluate(
            "[...document.querySelectorAll('.mark, .badge')].map((mark) => mark.getAttribute('aria-label'))"
        )
        assert any(re.search(r"\d+ events here", label) for label in counts)
