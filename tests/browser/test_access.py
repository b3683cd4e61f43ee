"""Everyone can read it: keyboard, screen readers, small screens, both themes."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

ROOMS = ("events", "layers", "off", "numbers", "sources", "about")


def violations(page, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations)")
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(visit, axe, phone, dark):
    page = visit(phone=phone, dark=dark, bypass_csp=True)
    found = []
    for room in ROOMS:
        page.click(f"#tab-{room}")
        if room == "layers":
            page.locator("[data-branch='type:battle']").click()
            page.click("#filters summary")
        found += [f"{room}: {one}" for one in violations(page, axe)]
    for key in ("event:beta-captured", "place:beta", "route:alpha-beta", "source:2025-08-07-herald-road-push"):
        page.evaluate(f"location.hash = '#sel={key}'")
        page.wait_for_selector("#card h2")
        found += [f"{key}: {one}" for one in violations(page, axe)]
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_burmese_and_in_the_chronology(visit, axe):
    page = visit(hash_="#lang=my", bypass_csp=True)
    found = violations(page, axe)
    page.locator("#event-list .buttons button").first.click()
    found += violations(page, axe)
    assert not found, "\n".join(found)


def test_the_sketch_passes_axe_too(visit, axe, folder):
    whole = (folder / "map.html").read_text("utf-8")
    (folder / "sketch.html").write_text(re.sub(r"<script.*?</script>", "", whole, flags=re.DOTALL), encoding="utf-8")
    page = visit("sketch.html", bypass_csp=True)
    found = violations(page, axe)
    assert not found, "\n".join(found)


def test_everything_that_can_be_clicked_can_be_reached_by_tab(visit):
    page = visit()
    wanted = page.evaluate("""[...document.querySelectorAll('button, input, select, a[href], summary, [tabindex="0"]')]
        .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0).length""")
    reached = set()
    for _ in range(wanted + 10):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "(() => { const all = [...document.querySelectorAll('*')]; return all.indexOf(document.activeElement); })()"
            )
        )
    assert len(reached) >= wanted


def test_every_mark_has_a_name(visit):
    page = visit()
    names = [mark.get_attribute("aria-label") for mark in page.locator(".mark").all()]
    assert all(names)
    assert "Drone strike, at Iota" in names


def test_marks_open_by_keyboard_and_give_the_focus_back(visit):
    page = visit()
    mark = page.get_by_role("button", name="Drone strike, at Iota")
    mark.focus()
    page.keyboard.press("Enter")
    assert page.text_content("#card h2") == "Drone strike on Iota"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Drone strike, at Iota"


def test_on_a_phone_the_map_keeps_more_than_half_and_the_sheet_can_be_pulled(visit):
    page = visit(phone=True)
    assert page.locator(".folium-map").bounding_box()["height"] >= 0.55 * 844
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.focus("#sheet")
    page.keyboard.press("Enter")
    assert page.get_attribute("#sheet", "aria-expanded") == "true"
    assert page.locator("#panel").bounding_box()["height"] > 0.6 * 844
    page.keyboard.press("Enter")
    assert page.locator(".folium-map").bounding_box()["height"] >= 0.55 * 844


def test_on_a_phone_targets_are_large(visit):
    page = visit(phone=True)
    small = page.evaluate("""[...document.querySelectorAll('button, select, input:not([type=range])')]
        .filter((one) => one.checkVisibility() && !one.matches('.mark, .badge, .front-label, .plain, [type=checkbox]'))
        .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height]).filter(([, height]) => height < 44)""")
    assert small == []


def test_theme_can_be_chosen_against_the_device(visit):
    page = visit(dark=True)
    ground = "getComputedStyle(document.querySelector('.folium-map')).backgroundColor"
    before = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != before
    assert page.text_content("#status") == "Light"


def test_text_can_grow_to_twice_its_size(visit):
    page = visit()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert (
        page.evaluate("document.getElementById('panel').scrollWidth - document.getElementById('panel').clientWidth")
        <= 0
    )
