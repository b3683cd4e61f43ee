"""Every kind of card tells what the dataset holds, leaves out what it does not, and leads on."""

from __future__ import annotations

import pytest

from mapping.domain.vocabulary import STANDINGS
from tests.support import dataset as waist

pytestmark = pytest.mark.browser

ROAD = f"{waist.HERALD}/road-145"


def facts(page) -> dict[str, str]:
    return page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('#card > dl.facts > dt')].map((name) => "
        "[name.textContent, name.nextElementSibling.textContent]))"
    )


def rows(page) -> list[str]:
    return page.locator("#card .row").all_text_contents()


def sections(page) -> list[str]:
    return page.locator("#card > h3").all_text_contents()


def test_the_card_of_a_place(quietly):
    with quietly(hash_="#sel=place:beta") as page:
        assert page.text_content("#card h2") == "Beta ဘီတာ"
        assert page.text_content("#card .overline") == "city"
        assert facts(page) == {
            "Names": "Betha", "Lies in": "Northland", "Location": "Located by the gazetteer: 22.92, 96.51; within 900 m",
            "Evidence": "read off a made-up sheet", "Credit": "The waist",
        }  # fmt: skip
        assert sections(page) == ["Control of towns", "4 events", "Distances and times", "Named in"]
        assert "Southern frontreported, from 24 July 2024" in rows(page)
        assert "Alpha – Beta145 km · consistent by road only" in rows(page)
        assert any(row.startswith("The Herald, 7 August 2025") for row in rows(page))


def test_the_card_of_a_place_without_a_location_says_so(quietly):
    with quietly(hash_="#sel=place:lambda") as page:
        assert facts(page)["Location"] == "Not located"
        assert "Control of towns" not in sections(page)


def test_the_card_of_a_road(quietly):
    with quietly(hash_="#sel=route:alpha-beta") as page:
        assert facts(page) == {
            "From, to": "Alpha – Beta", "By way of": "Eta, Zeta mine", "Stated": "145 km; 12.4 miles (≈ 20 km)", "Drawn road, km": "98.4 km",
            "Straight, km": "72.3 km", "Line": "surveyed 55 %, generalised 15 %, schematic 30 %", "Off the line by": "4 km",
            "Evidence": "hand-made",
        }  # fmt: skip
        assert sections(page) == ["Distances and times", "1 events"]
        assert page.locator("path.road-chosen").count() == 3
        page.get_by_role("button", name="Zeta mine", exact=True).click()
        assert page.text_content("#card h2") == "Zeta mine"


@pytest.mark.parametrize(
    ("id_", "title", "told"),
    [
        (ROAD, "Alpha – Beta", {
            "From, to": "Alpha – Beta", "Roads": "Alpha-Beta road", "Stated": "145 km", "Drawn road, km": "98.4 km",
            "Straight, km": "72.3 km",
        }),
        (f"{waist.HERALD}/delta-5/delta", "Eta – Delta", {
            "From, to": "Eta – Delta", "Stated": "about 5 km", "Straight, km": "5.1 km",
        }),
        (f"{waist.COURIER}/forty-minutes", "Eta – Zeta mine", {
            "From, to": "Eta – Zeta mine", "Roads": "Alpha-Beta road", "Stated": "about 40 minutes", "Drawn road, km": "14.2 km",
            "Straight, km": "11 km",
        }),
    ],
)  # fmt: skip
def test_the_card_of_a_distance(quietly, id_, title, told):
    with quietly(hash_=f"#sel=distance:{id_}") as page:
        assert page.text_content("#card h2") == title
        assert facts(page) == told


def test_the_verdict_of_a_distance_is_told_with_its_numbers(quietly):
    with quietly(hash_=f"#sel=distance:{ROAD}") as page:
        verdict = page.locator("#card p.verdict")
        assert verdict.get_attribute("class") == "verdict verdict-good"
        assert verdict.text_content() == "consistent by road only145 km stated, 98.4 km drawn, 72.3 km straight"
        assert "one-third of the 145-kilometer road" in page.text_content("#card blockquote")


def test_the_card_of_a_position(quietly):
    with quietly(hash_=f"#sel=position:{waist.HERALD}/one-third") as page:
        assert page.text_content("#card h2") == "About a third of the way"
        assert facts(page) == {
            "When": "by 7 August 2025", "Who": "Northern army", "Roads": "Alpha-Beta road", "Counted from": "Alpha",
            "Along the road, worked out": "48.3 km", "Give or take": "7 km", "Said by": "locals",
        }  # fmt: skip


def test_the_card_of_who_holds_a_place_tells_standing_sentences_for_and_against(quietly):
    with quietly(hash_="#sel=control:alpha/2025-07-15") as page:
        assert page.text_content("#card h2") == "Alpha: Northern army, Southern front"
        assert facts(page) == {
            "Standing": "contested, from 15 July 2025" + STANDINGS["contested"].meaning, "Since": "15 July 2025",
            "Last said": "15 July 2025", "Where": "Alpha",
        }  # fmt: skip
        assert page.locator("#card h3").all_text_contents() == ["What the sources say", "Says otherwise"]
        assert page.locator("#card blockquote").count() == 2


def test_the_card_of_access(quietly):
    with quietly(hash_=f"#sel=access:{waist.HERALD}/zeta-access/beta") as page:
        assert page.text_content("#card h2") == "From Beta to Zeta mine"
        assert facts(page) == {"From, to": "Beta – Zeta mine", "Roads": "Alpha-Beta road"}
        assert page.locator("path.access").count() == 1
        page.keyboard.press("Escape")
        assert page.locator("path.access").count() == 0, "quiet until it is asked for"


def test_the_card_of_an_event(quietly):
    with quietly(hash_="#sel=event:flight-eta") as page:
        told = facts(page)
        assert told["When"] == "5 August 2025the text has: on August 5; the day is stated"
        assert told["Numbers"] == "39 people fled"
        assert "Who" not in told
        assert sections(page) == ["What the sources say"]
    with quietly(hash_="#sel=event:battle-delta") as page:
        assert facts(page)["Who"] == "Northern army, against Southern front"
        assert page.locator("#card .place-of").count() == 2
    with quietly(hash_="#sel=event:drones-iota") as page:
        assert page.text_content("#card .overline") == "Drone strikedraft, not yet reviewed"
        assert page.locator("#card .clash").count() == 0
        page.get_by_role("button", name="Only this on the map").click()
        assert page.text_content("#status") == "1 of 18 events shown"


def test_the_versions_of_an_event_name_what_each_source_says(quietly):
    with quietly(hash_="#sel=event:beta-captured") as page:
        assert page.text_content("#card .clash > h3") == "The sources disagree: date"
        first, second = page.locator(".version").all()
        assert first.get_attribute("class") == "version version-preferred"
        assert second.get_attribute("class") == "version"
        assert first.locator(".preferred").count() == 1 - second.locator(".preferred").count() == 1
        assert "Where" in first.locator("dt").all_text_contents()
        assert first.locator("dd").all_text_contents()[1] == "at Beta"


def test_the_text_of_a_source_is_numbered_where_its_statements_end(quietly):
    with quietly(hash_=f"#sel=source:{waist.HERALD}") as page:
        told = facts(page)
        assert told == {
            "Publisher": "The Herald", "Published": "7 August 2025", "Address": "https://example.org/push",
            "Words": "In our words, after The Herald",
        }  # fmt: skip
        numbers = [int(one) for one in page.locator("#card .text sup button").all_text_contents()]
        assert sorted(numbers) == list(range(1, len(numbers) + 1))
        listed = page.locator("#card .row .kind").all_text_contents()
        assert listed == [str(number) for number in range(1, len(numbers) + 1)]
        assert page.locator("#card > ul:not(.rows) li").all_text_contents() == ["A speech at a far place.", "A trade is worth $400 million."]
        page.locator("#card .text .mention", has_text="Zeta mine").first.click()
        assert page.text_content("#card h2") == "Zeta mine"
    with quietly(hash_=f"#sel=source:{waist.UNREAD}") as page:
        assert page.text_content("#card .overline") == "textnot yet read"
        assert page.text_content("#card h2") == waist.UNREAD
        assert sections(page) == []


def test_arrow_keys_lead_on_only_from_events_and_without_other_keys(quietly):
    with quietly(hash_="#sel=event:beta-captured") as page:
        assert page.text_content(".guide-bar span") == "1 of 18"
        assert page.locator("[data-guide=back]").is_disabled()
        for key in ("Control+ArrowRight", "Alt+ArrowRight", "Meta+ArrowRight", "ArrowLeft", "a"):
            page.focus("#card")
            page.keyboard.press(key)
            assert page.text_content("#card h2") == "Capture of Beta", key
        page.keyboard.press("ArrowRight")
        assert page.text_content(".guide-bar span") == "2 of 18"
    with quietly(hash_="#sel=place:beta") as page:
        page.focus("#card")
        page.keyboard.press("ArrowRight")
        assert page.text_content("#card h2") == "Beta ဘီတာ"
        assert page.locator(".guide-bar").count() == 0


def test_a_selection_out_of_view_brings_the_view_there_and_one_in_view_leaves_it(quietly):
    with quietly() as page:
        before = page.evaluate("[map_front.getZoom(), map_front.getCenter().lat]")
        page.get_by_role("button", name="Drone strike, at Iota").click()
        assert page.evaluate("[map_front.getZoom(), map_front.getCenter().lat]") == before
        page.fill("#search", "kappa")
        page.locator("#results .row", has_text="city").first.click()
        assert page.evaluate("map_front.getBounds().contains([25.04, 102.71])")
        assert page.evaluate("map_front.getZoom()") >= 10
