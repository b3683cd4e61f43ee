"""What frames the map: degrees, the inset, names along lines, how much is named, the histogram of time."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from tests.browser.conftest import until
from tests.support import dataset as waist
from tests.support.drawn import attributes, boxes, off_line, pixel, points

pytestmark = pytest.mark.browser


def test_degrees_stand_on_the_lines_of_the_graticule(quietly):
    with quietly() as page:
        degrees = attributes(page, ".drawing .degree")
        north = [one for one in degrees if one["text"].endswith("N")]
        east = [one for one in degrees if one["text"].endswith("E")]
        assert len(north) >= 1
        assert len(east) >= 2
        for one in north:
            value = float(one["text"].removesuffix("°N"))
            assert value % 0.5 == 0
            assert float(one["y"]) + 3 == pytest.approx(pixel(page, value, 96)[1], abs=1.5)
            assert float(one["x"]) == 4
        for one in east:
            value = float(one["text"].removesuffix("°E"))
            assert value % 0.5 == 0
            assert float(one["x"]) - 3 == pytest.approx(pixel(page, 22, value)[0], abs=1.5)
        assert page.locator("path.graticule").count() == 1
        page.click("#tab-layers")
        page.locator("[data-branch='branch:ground']").click()
        page.get_by_label("Degrees", exact=True).uncheck()
        assert attributes(page, ".drawing .degree") == []
        assert page.locator("path.graticule").count() == 0


def test_the_inset_shows_the_window_in_its_country(quietly):
    with quietly() as page:
        (window,) = attributes(page, "#inset .inset-window")
        south, west, north, east = waist.SETTINGS.window
        assert (float(window["x"]), float(window["width"])) == (west, east - west)
        assert float(window["y"]) == pytest.approx(-north * 1.06)
        assert float(window["height"]) == pytest.approx((north - south) * 1.06)
        (svg,) = attributes(page, "#inset svg")
        left, top, wide, tall = map(float, svg["viewBox"].split())
        land = [point for ring in attributes(page, "#inset .inset-land") for point in points(ring["d"])]
        assert all(left < x < left + wide and top < y < top + tall for x, y in land)
        assert {x for x, _ in land} == {94.0, 98.0, 99.5, 101.0, 98.5, 97.5, 93.0}
        for name in attributes(page, "#inset .inset-name"):
            assert left < float(name["x"]) < left + wide
        anchors = {name["text"]: name["text-anchor"] for name in attributes(page, "#inset .inset-name")}
        assert anchors == {"Eastland": "end", "Seaside": "start"}
        assert svg["aria-label"] == "Where the map lies in Fictia"


def test_from_nearer_more_is_named_and_from_afar_less(quietly):
    def named(page) -> int:
        return len(attributes(page, ".drawing .name:not(.name-my)"))

    with quietly(hash_="#map=6/22.6/96.6") as page:
        far = named(page)
        assert {dot["class"] for dot in attributes(page, ".drawing .dot")} <= {"dot dot-major", "dot dot-minor"}
    with quietly() as page:
        assert named(page) > far
        page.get_by_role("button", name="Zoom in").click()
        until(page, "!document.querySelector('.zooming')")
        for name in boxes(page, ".drawing .name"):
            assert name["left"] >= 0
            assert name["top"] >= 0


def test_rivers_and_regions_are_written_along_their_lines(quietly):
    with quietly() as page:
        written = attributes(page, ".drawing .name-river, .drawing .name-region")
        told = {one["text"] for one in written}
        assert told <= {"Sigma", "Rho", "WESTLAND", "NORTHLAND"}
        assert told & {"Sigma", "Rho"}
        assert told & {"WESTLAND", "NORTHLAND"}
        curves = {f"#{one['id']}": one["d"] for one in attributes(page, ".drawing path[id]")}
        for href in page.evaluate("[...document.querySelectorAll('.drawing textPath')].map((one) => one.getAttribute('href'))"):
            curve = points(curves[href].replace("Q", " "))
            assert curve[0][0] <= curve[-1][0], "never upside down"
            bend = off_line(curve[1], [curve[0], curve[-1]])
            assert bend < math.dist(curve[0], curve[-1]) / 2


def test_the_histogram_stands_under_its_handles(quietly):
    with quietly(hash_="#sel=event:beta-captured") as page:
        bars = attributes(page, "#histogram .bar")
        (svg,) = attributes(page, "#histogram svg")
        wide = float(svg["width"])
        tall = float(svg["height"])
        assert tall == 58
        for bar in bars:
            assert 0 <= float(bar["x"]) <= wide - float(bar["width"])
            assert 0 < float(bar["height"]) <= 40
            assert float(bar["y"]) >= 0
            assert float(bar["y"]) + float(bar["height"]) <= 44
        assert max(float(bar["y"]) + float(bar["height"]) for bar in bars) == 44
        assert {bar["class"] for bar in bars} == {"bar bar-sure", "bar bar-perhaps"}
        (span,) = attributes(page, "#histogram .span")
        assert float(span["x"]) == 0, "the first day of all stands at the left end"
        assert float(span["width"]) >= 3
        months = attributes(page, "#histogram .month")
        assert months[0]["text"] == "July 2024"
        lefts = [float(month["x"]) for month in months]
        assert all(b - a >= 60 for a, b in pairwise(lefts))
        assert len(months) >= 4
        assert attributes(page, "#histogram .axis-break") != []


def test_what_lies_out_of_the_chosen_time_is_faint_in_the_histogram(quietly):
    with quietly(hash_="#from=2025-08-01") as page:
        bars = attributes(page, "#histogram .bar")
        out = [bar for bar in bars if "bar-out" in bar["class"]]
        inside = [bar for bar in bars if "bar-out" not in bar["class"]]
        assert out
        assert inside
        assert max(float(bar["x"]) for bar in out) < min(float(bar["x"]) for bar in inside)
    with quietly(hash_="#to=2025-04-15") as page:
        bars = attributes(page, "#histogram .bar")
        assert max(float(bar["x"]) for bar in bars if "bar-out" not in bar["class"]) < min(
            float(bar["x"]) for bar in bars if "bar-out" in bar["class"]
        )
