"""A kind of statement that the viewer has no card for: it is shown all the same, as its table declares it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import until
from tests.support.made_up.toll import ID, front_of_tolls, with_card, with_tolls

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LINK = f"#sel=toll:{ID}"


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> str:
    made = tmp_path_factory.mktemp("tolls")
    with_tolls(made / "copy").run("--project", front_of_tolls(made / "front"), "build")
    return f"file://{made}/front/output/"


def test_its_card_opens_by_a_link(quietly, base):
    with quietly(base=base, hash_=LINK) as page:
        assert page.text_content("#card h2") == "Gamma"
        assert page.text_content("#card .overline") == "Tolls"
        facts = page.locator("#card > dl.facts")
        assert facts.locator("dt").all_text_contents() == ["When", "Place name", "Route name", "Price kyat", "Taken by"]
        assert facts.locator("dd").all_text_contents() == ["4 May 2025", "Gamma", "Alpha-Beta road", "5000", "Red Army"]
        assert "takes 5,000 kyat from each lorry" in page.text_content("#card blockquote")
        assert page.locator("#card p.buttons button").count() == 2


def test_its_card_leads_to_its_place_and_the_text_back_to_it(quietly, base):
    with quietly(base=base, hash_=LINK) as page:
        page.locator("#card dd").get_by_role("button", name="Gamma").click()
        assert page.text_content("#card .overline") == "village"
        page.evaluate(f"location.hash = '{LINK}'")
        until(page, "document.querySelector('#card .overline').textContent === 'Tolls'")
        page.get_by_role("button", name="in the text").first.click()
        row = page.locator("#card .row").filter(has_text="Tolls")
        row.click()
        assert page.text_content("#card .overline") == "Tolls"


def test_it_stands_on_the_map_and_opens_its_card(quietly, base):
    with quietly(base=base) as page:
        mark = page.locator("path.other")
        assert mark.count() == 1
        mark.dispatch_event("click")
        until(page, "!document.querySelector('#card').hidden")
        assert page.text_content("#card .overline") == "Tolls"


def test_it_waits_for_its_day(quietly, base):
    with quietly(base=base, hash_="#to=2025-05-03") as page:
        assert page.locator("path.other").count() == 0


def test_it_has_a_branch_that_switches_it(quietly, base):
    with quietly(base=base) as page:
        page.get_by_role("tab", name="Layers").click()
        page.get_by_label("Tolls", exact=True).uncheck()
        assert page.locator("path.other").count() == 0
        assert f"toll:{ID}" in page.evaluate("decodeURIComponent(location.hash)")


def test_it_is_found(quietly, base):
    with quietly(base=base) as page:
        page.fill("#search", "tolls")
        page.locator("#results .row").filter(has_text="Gamma").click()
        assert page.text_content("#card h2") == "Gamma"


def test_a_card_of_its_own_is_a_module_and_a_line(quietly, tmp_path):
    scratch = with_tolls(tmp_path / "copy")
    with_card(scratch)
    scratch.run("--project", front_of_tolls(tmp_path / "front"), "build")
    with quietly(base=f"file://{tmp_path}/front/output/", hash_=LINK) as page:
        assert page.text_content("#card .overline") == "A price"
        assert page.text_content("#card h2") == "5000"


@pytest.mark.parametrize("geometry", ["LineString", "Polygon"])
def test_a_line_or_an_area_opens_its_card_too(quietly, tmp_path, geometry):
    with_tolls(tmp_path / "copy", geometry).run("--project", front_of_tolls(tmp_path / "front"), "build")
    with quietly(base=f"file://{tmp_path}/front/output/") as page:
        drawn = page.locator("path.other")
        assert drawn.get_attribute("fill") == ("none" if geometry == "LineString" else drawn.get_attribute("stroke"))
        drawn.dispatch_event("click")
        until(page, "!document.querySelector('#card').hidden")
        assert page.text_content("#card .overline") == "Tolls"
