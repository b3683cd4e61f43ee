"""The panel at work: tabs, keys, long lists in pieces, the key of the map, what is told of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.outputs.webmap import files
from tests.support import dataset as waist

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser

MANY = 130


@pytest.fixture(scope="session")
def long_page(folder: Path) -> str:
    """A page with many events of one type on one spot."""
    model = next(row for row in waist.tables()["events"] if row["event_id"] == "shelling-eta")
    events = [model | {"id": f"e{i}", "event_id": f"e{i}", "event": f"Shelling {i}"} for i in range(MANY)]
    changed = waist.tables() | {"events": events, "event_lines": [], "event_areas": [], "not_located": []}
    changed["statements"] = [row | {"event_id": None} for row in changed["statements"]]
    changed["reports"] = []
    (folder / "many.html").write_bytes(files(waist.features(**changed))["map.html"])
    return "many.html"


def test_long_lists_are_told_in_pieces(quietly, long_page):
    with quietly(long_page) as page:
        rows = page.locator("#event-list .row")
        assert rows.count() == 60
        page.locator("#event-list").get_by_role("button", name="70 more").click()
        assert rows.count() == 120
        page.locator("#event-list").get_by_role("button", name="10 more").click()
        assert rows.count() == MANY
        assert page.locator("#event-list").get_by_role("button", name="more").count() == 0
        page.click("#tab-layers")
        page.locator("[data-branch='type:shelling']").click()
        leaves = page.locator("#tree li[data-key^='event:']")
        assert leaves.count() == 100
        page.locator("#tree").get_by_role("button", name="30 more").click()
        assert leaves.count() == MANY
        page.click("#tab-events")
        assert rows.count() == 120 or rows.count() == MANY


def test_a_sign_of_many_events_counts_them_and_opens_their_list(quietly, long_page):
    with quietly(long_page) as page:
        mark = page.locator(".mark, .badge").first
        assert mark.get_attribute("aria-label") == f"Shelling, at Eta, {MANY} events"
        assert page.locator(".mark .count").first.text_content() == str(MANY)
        mark.click()
        assert page.text_content("#card .overline") == f"{MANY} events"
        assert page.text_content("#card h2") == "Shelling, at Eta"
        assert page.locator("#card .row").count() == 80
        assert "50 more" in page.text_content("#card .rows")


def test_tabs_by_keyboard_go_round(quietly):
    with quietly() as page:
        page.focus("#tab-events")
        for key, name in (("ArrowRight", "layers"), ("ArrowLeft", "events"), ("ArrowLeft", "about"), ("ArrowRight", "events"), ("End", "about"), ("Home", "events"), ("a", "events")):
            page.keyboard.press(key)
            assert page.evaluate("document.activeElement.id") == f"tab-{name}", key
            assert page.get_attribute(f"#tab-{name}", "aria-selected") == "true"
            assert page.locator("[role=tab][tabindex='0']").count() == 1
            assert next(room for room in page.locator(".room").all() if room.is_visible()).get_attribute("id") == f"room-{name}"


def test_tabs_say_how_much_they_hold(quietly):
    with quietly() as page:
        assert page.locator("[role=tab]").all_text_contents() == ["Events", "Layers", "Off map 2", "Numbers", "Sources 4", "About"]


def test_search_by_keyboard(quietly):
    with quietly() as page:
        page.fill("#search", "eta")
        assert page.locator("#results").is_visible()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.closest('#results') != null")
        page.focus("#search")
        page.keyboard.press("Escape")
        assert not page.locator("#results").is_visible()
        assert page.input_value("#search") == ""
        page.fill("#search", "qqqq")
        assert "Nothing found" in page.text_content("#results")
        page.fill("#search", "zeta")
        found = page.locator("#results .row").all_text_contents()
        assert f"{len(found)} found" == page.text_content("#results p")
        assert found[0] == "placeZeta minemine"
        assert any(row.startswith("Miners arrested") for row in found)


def test_the_key_says_what_is_on_this_map_and_no_more(quietly):
    with quietly() as page:
        told = page.locator("#map-key .legend:not(.legend-types) li").all_text_contents()
        assert told == [
            "happened, reported", "claimed or disputed", "planned, not happened", "draft, not yet reviewed", "over 60 days earlier",
            "held by The north", "held by The south", "contested", "last known", "road, surveyed", "road, simplified", "road, course unknown",
        ]  # fmt: skip
        types = page.locator("#map-key .legend-types li").all_text_contents()
        assert types[:3] == ["Battle", "Airstrike", "Drone strike"]
        assert len(types) == len({event[1] for event in waist.EVENTS.values()})


def test_the_line_beneath_the_map_names_reports_and_coordinates(quietly):
    with quietly() as page:
        assert page.text_content("#credit") == f"Reports: The Herald, Courier, The Wire, {waist.UNREAD}. Coordinates: The waist."
        page.click("#tab-about")
        assert page.locator("#room-about > ul li").all_text_contents() == ["The waist"]
        assert page.text_content("#room-about > p:last-child") == "Program version 0.0.0"


def test_the_numbers_count_what_does_not_fit(quietly):
    with quietly() as page:
        page.click("#tab-numbers")
        assert "5 stated distances, times and directions" in page.text_content("#room-numbers > p")
        assert page.text_content("#room-numbers > p").endswith("1 do not fit.")
        assert page.locator("#room-numbers tr.grade-good").count() == 3
        assert page.locator("#room-numbers tr.grade-open").count() == 1
        cells = page.locator("#room-numbers tr.grade-open td").all_text_contents()
        assert cells == ["less than 9 km", "–", "–", "not located"]


def test_the_chronology_names_sources_and_clashes(quietly):
    with quietly() as page:
        page.get_by_role("button", name="Chronology as a table").click()
        line = page.locator("#chronology tbody tr", has_text="Capture of Beta").locator("td").all_text_contents()
        assert line == ["24 July 2024", " Capture of Beta", "at Beta", "The Herald, 7 August 2025; Courier", "date"]
        page.locator("#chronology tbody button", has_text="Capture of Beta").click()
        assert page.text_content("#card h2") == "Capture of Beta"
        assert not page.locator("#chronology").is_visible()


def test_branches_say_how_much_of_them_is_shown(quietly):
    with quietly() as page:
        page.click("#tab-layers")
        battle = page.locator("[data-branch='type:battle']")
        assert battle.text_content() == "Battle2 of 2"
        battle.click()
        page.locator("#tree li[data-key='event:battle-delta'] input").uncheck()
        assert battle.text_content() == "Battle1 of 2"
        box = page.get_by_label("Battle", exact=True)
        assert box.evaluate("(one) => one.indeterminate")
        box.check()
        assert not box.evaluate("(one) => one.indeterminate")
        battle.click()
        assert battle.get_attribute("aria-expanded") == "false"
        assert page.locator("#tree li[data-key='event:battle-delta']").count() == 0
        assert page.text_content("[data-branch='branch:access']") == "Access by road0 of 1"


def test_every_branch_names_its_leaves(quietly):
    with quietly() as page:
        page.click("#tab-layers")
        for branch in page.locator("#tree [data-branch^='branch:']").all():
            branch.click()
        told = page.evaluate(
            "[...document.querySelectorAll('#tree li[data-key]')].map((leaf) => "
            "[leaf.dataset.key.split(':')[0], leaf.querySelector('.tree-name').textContent, leaf.querySelector('input').checked])"
        )
        assert told == [
            ["position", "About a third of the wayAlpha-Beta road", True],
            ["control", "Beta: Southern frontreported, from 24 July 2024", True],
            ["control", "Alpha: Northern army, Southern frontcontested, from 15 July 2025", True],
            ["control", "Gamma: Northern armylast known, from 1 May 2025", True],
            ["access", "From Beta to Zeta mine", False],
            ["route", "Alpha-Beta road145 km; 12.4 miles (≈ 20 km)", True], ["route", "Gamma-Beta road", True],
            ["distance", "Alpha – Beta", True], ["distance", "Eta – Delta", True], ["distance", "Alpha – Beta", True],
            ["distance", "Eta – Zeta mine", True], ["distance", "Alpha – Lambda", True],
            ["ground", "Names of places", True], ["ground", "Degrees", True], ["ground", "Uncertainty of every place", False],
        ]  # fmt: skip
        page.locator("#tree .tree-name", has_text="Gamma-Beta road").click()
        assert page.text_content("#card h2") == "Gamma-Beta road"


def test_time_cannot_be_turned_round(quietly):
    with quietly() as page:
        page.evaluate("(() => { const from = document.getElementById('time-from'); from.value = from.max; from.dispatchEvent(new Event('input')); })()")
        page.evaluate("(() => { const to = document.getElementById('time-to'); to.value = 0; to.dispatchEvent(new Event('input')); })()")
        assert page.get_attribute("#time-to", "aria-valuetext") == page.get_attribute("#time-from", "aria-valuetext") == "31 August 2025"
        page.select_option("#time-step", "7")
        page.click("#time-back")
        assert page.text_content("#time-text") == "24 Aug 2025 – 24 Aug 2025"
        assert not page.locator("#time-all").is_disabled()
        page.click("#time-all")
        assert page.locator("#time-all").is_disabled()
        page.click("#time-next")
        assert page.get_attribute("#time-to", "aria-valuetext") == "31 August 2025"


def test_play_pauses_where_it_is(quietly):
    with quietly() as page:
        page.clock.install()
        page.reload()
        page.click("#time-play")
        assert page.get_attribute("#time-play", "aria-label") == "Pause"
        page.click("#time-play")
        assert page.get_attribute("#time-play", "aria-pressed") == "false"
        assert page.get_attribute("#time-play", "aria-label") == "Play"
        told = page.text_content("#time-text")
        page.clock.run_for(60_000)
        assert page.text_content("#time-text") == told


def test_a_link_with_the_undated_left_out_shows_that_they_are(quietly):
    with quietly(hash_="#undated=no") as page:
        assert not page.is_checked("#time-undated")
        assert page.text_content("#time-undated-count") == "with 3 undated"
