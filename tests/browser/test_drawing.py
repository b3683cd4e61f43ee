"""What is drawn stands where the data say: measured against Leaflet's own pixels, and nothing lies over anything."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest

from tests.support import dataset as waist
from tests.support.drawn import at_place, attributes, boxes, centre, near, off_line, overlap, pixel, points, stretch

pytestmark = pytest.mark.browser


def test_dots_stand_on_their_places_in_three_sizes(quietly):
    with quietly() as page:
        dots = attributes(page, ".drawing .dot")
        for place, radius, name in (("beta", 4.5, "major"), ("alpha", 3.8, "major"), ("gamma", 3.8, "major")):
            dot = next(dot for dot in dots if near(centre(dot), at_place(page, place)))
            assert (float(dot["r"]), dot["class"]) == (radius, f"dot dot-{name}")
        assert not [dot for dot in dots if near(centre(dot), at_place(page, "eta"))], "its sign stands on its spot"
        page.click("#tab-layers")
        page.get_by_role("button", name="No events").click()
        dots = attributes(page, ".drawing .dot")
        for place in ("delta", "eta", "theta", "zeta", "iota"):
            dot = next(dot for dot in dots if near(centre(dot), at_place(page, place)))
            assert (dot["r"], dot["class"]) == ("2.4", "dot dot-minor")


def test_every_name_in_view_stands_beside_its_dot_and_over_nothing(quietly):
    with quietly() as page:
        names = boxes(page, ".drawing .name:not(.name-my)")
        told = {name["text"] for name in names}
        assert {"Alpha", "Beta", "Gamma", "Delta", "Eta", "Iota", "Theta", "Zeta mine"} <= told
        coordinates = {name: where for name, _, _, where, _ in waist.PLACES.values()}
        for name in names:
            x, y = pixel(page, *coordinates[name["text"]])
            away = math.dist((max(name["left"], min(x, name["right"])), max(name["top"], min(y, name["bottom"]))), (x, y))
            assert 4 < away < 46, name["text"]
        others = names + boxes(page, ".drawing .name-my") + boxes(page, ".drawing .pill rect") + boxes(page, ".front-label")
        frame = boxes(page, "#map-key, #inset, .north, .leaflet-control")
        for number, name in enumerate(others):
            assert not [other["text"] for other in others[number + 1 :] if overlap(name, other, 3)], name
            assert not [other for other in frame if overlap(name, other, 3)], name


def test_burmese_names_stand_beneath_in_smaller_letters(quietly):
    with quietly() as page:
        tops = {one["text"]: one["top"] for one in boxes(page, ".drawing .name")}
        assert 12 <= tops["ဘီတာ"] - tops["Beta"] <= 22
        sizes = {one["text"]: float(one["font-size"]) for one in attributes(page, ".drawing .name")}
        assert sizes["Beta"] > sizes["Alpha"] > sizes["Eta"]
        assert sizes["ဘီတာ"] == sizes["Beta"] - 2.5


def test_names_can_be_switched_off_and_dots_stay(quietly):
    with quietly() as page:
        dots = len(attributes(page, ".drawing .dot"))
        page.click("#tab-layers")
        page.locator("[data-branch='branch:ground']").click()
        page.get_by_label("Names of places", exact=True).uncheck()
        assert attributes(page, ".drawing .name") == []
        assert len(attributes(page, ".drawing .dot")) == dots


def test_rings_stand_around_their_places_half_and_half_where_two_hold_one(quietly):
    with quietly() as page:
        whole = attributes(page, ".drawing circle.ring")
        colours = {one["id"]: one["colour"] for one in page.evaluate("JSON.parse(document.getElementById('data').textContent).sides")}
        held = {place: next(ring for ring in whole if near(centre(ring), at_place(page, place))) for place in ("beta", "gamma")}
        assert [held["beta"]["stroke"], held["gamma"]["stroke"]] == [colours["south"], colours["north"]]
        assert {float(ring["r"]) for ring in held.values()} == {9.5}
        halves = attributes(page, ".drawing path.ring")
        assert {half["stroke"] for half in halves} == {colours["south"], colours["north"]}
        x, y = at_place(page, "alpha")
        for half in halves:
            x0, y0, *_, x1, y1 = map(float, re.findall(r"-?[\d.]+", half["d"]))
            assert near((x0, y0), (x, y - 9.5))
            assert near((x1, y1), (x, y + 9.5))
        assert len({half["d"] for half in halves}) == 2
        page.evaluate("document.querySelectorAll('.ring-ground')[0].dispatchEvent(new MouseEvent('click'))")
        assert page.text_content("#card .overline").startswith("Control of towns")


def test_a_section_runs_beside_its_road_and_an_arrow_along_its_own(quietly):
    with quietly() as page:
        (section,) = attributes(page, ".drawing .section")
        road = stretch(page, "alpha-eta")
        assert "section-solid" in section["class"]
        offsets = [off_line(point, road) for point in points(section["d"])]
        assert 3 < sum(offsets) / len(offsets) < 9
        (arrow,) = attributes(page, ".drawing .arrow")
        assert "arrow-hollow" in arrow["class"]
        assert arrow["stroke"]
        assert "fill" not in arrow
        outline = points(arrow["d"])
        assert all(off_line(point, stretch(page, "gamma-beta")) < 15 for point in outline)
        assert min(math.dist(point, at_place(page, "gamma")) for point in outline) < 15
        assert min(math.dist(point, at_place(page, "beta")) for point in outline) < 15
        page.evaluate("document.querySelector('.section').dispatchEvent(new MouseEvent('click'))")
        assert page.text_content("#card h2") == waist.EVENTS["offensive"][0]
        assert "section-chosen" in attributes(page, ".drawing .section")[0]["class"]


def test_what_is_switched_off_is_not_drawn(quietly):
    with quietly() as page:
        page.click("#tab-layers")
        page.get_by_role("button", name="No events").click()
        assert [len(attributes(page, f".drawing .{name}")) for name in ("section", "arrow", "leader")] == [0, 0, 0]
        assert page.locator(".mark, .badge").count() == 0
        page.get_by_label("Control of towns", exact=True).uncheck()
        assert attributes(page, ".drawing .ring, .drawing .ring-ground") == []
        page.get_by_label("Position on the road", exact=True).uncheck()
        assert attributes(page, ".drawing .front, .leaflet-movements-pane .band") == []
        assert page.locator(".front-label").count() == 0
        roads = page.locator(".leaflet-roads-pane path").count()
        page.get_by_label("Roads", exact=True).uncheck()
        assert page.locator(".leaflet-roads-pane path, .leaflet-casing-pane path").count() == 0 < roads
        page.get_by_label("Distances and times", exact=True).uncheck()
        assert attributes(page, ".drawing .pill") == []


def test_a_disc_is_as_wide_as_the_place_is_uncertain(quietly):
    with quietly(hash_="#sel=event:drones-iota") as page:
        (disc,) = attributes(page, ".drawing .disc")
        assert near(centre(disc), at_place(page, "iota"))
        lat, lon = waist.PLACES["iota"][3]
        metres = page.evaluate("([a, b]) => L.latLng(a).distanceTo(b)", [[lat, lon], [lat + 0.1, lon]])
        wide = at_place(page, "iota")[1] - pixel(page, lat + 0.1, lon)[1]
        assert float(disc["r"]) == pytest.approx(3000 * wide / metres, rel=0.02)
        page.keyboard.press("Escape")
        assert attributes(page, ".drawing .disc") == []


def test_discs_of_all_places_can_be_shown_each_once(quietly):
    with quietly() as page:
        page.click("#tab-layers")
        page.locator("[data-branch='branch:ground']").click()
        page.get_by_label("Uncertainty of every place", exact=True).check()
        discs = attributes(page, ".drawing .disc")
        spots = [(round(x), round(y)) for x, y in map(centre, discs)]
        assert len(spots) == len(set(spots)) >= 8
        assert not [spot for spot in spots if near(spot, pixel(page, 22.5, 96.79), 1)], "what lies along a road has none"
        assert min(float(disc["r"]) for disc in discs) >= 12


def test_the_bar_of_a_position_crosses_its_road_and_heads_away_from_where_it_is_counted(quietly):
    with quietly() as page:
        (bar,), (head,) = attributes(page, ".drawing .front"), attributes(page, ".drawing .front-head")
        x, y = pixel(page, 22.53, 96.755)
        (x0, y0), (x1, y1) = points(bar["d"])
        assert near(((x0 + x1) / 2, (y0 + y1) / 2), (x, y))
        assert math.dist((x0, y0), (x1, y1)) == pytest.approx(26, abs=0.3)
        assert math.dist(points(head["d"])[1], (x, y)) == pytest.approx(10, abs=0.3)
        along = (points(head["d"])[1][0] - x, points(head["d"])[1][1] - y)
        assert abs(along[0] * (x1 - x0) + along[1] * (y1 - y0)) < 6, "the head is at a right angle to the bar"
        assert along[1] < 0, "from Alpha in the south to the north"
        colours = {one["id"]: one["colour"] for one in page.evaluate("JSON.parse(document.getElementById('data').textContent).sides")}
        assert bar["stroke"] == head["fill"] == colours["north"]


def test_the_label_of_a_position_keeps_off_the_road_and_its_leader_leads_there(quietly):
    with quietly() as page:
        (label,) = boxes(page, ".front-label")
        assert "third of the way" in label["text"]
        assert "7 Aug 2025" in label["text"]
        (leader,) = attributes(page, ".drawing .front-leader")
        start, end = points(leader["d"])
        assert near(start, pixel(page, 22.53, 96.755))
        assert label["left"] - 2 <= end[0] <= label["right"] + 2
        assert label["top"] - 2 <= end[1] <= label["bottom"] + 2
        for name in ("alpha-eta", "eta-zeta", "zeta-beta"):
            line = stretch(page, name)
            for (x0, y0), (x1, y1) in pairwise(line):
                for step in range(21):
                    x, y = x0 + (x1 - x0) * step / 20, y0 + (y1 - y0) * step / 20
                    assert not (label["left"] < x < label["right"] and label["top"] < y < label["bottom"])
        page.locator(".front-label").click()
        assert page.text_content("#card .overline").startswith("Position on the road")


def test_leaders_lead_from_a_place_to_its_sign(quietly):
    with quietly() as page:
        leaders = attributes(page, ".drawing .leader")
        marks = [((one["left"] + one["right"]) / 2, (one["top"] + one["bottom"]) / 2) for one in boxes(page, ".mark, .badge")]
        assert len(leaders) == len(attributes(page, ".drawing .leader-end")) > 2
        spots = {tuple(points(one["d"])[0]) for one in leaders}
        for leader in leaders:
            start, end = points(leader["d"])
            assert math.dist(start, end) > 4
            assert min(math.dist(end, mark) for mark in marks) < 2
        places = [at_place(page, id_) for id_, place in waist.PLACES.items() if place[3]]
        assert sum(any(near(spot, place) for place in places) for spot in spots) >= len(spots) - 2


def test_signs_do_not_cover_each_other(quietly):
    with quietly() as page:
        signs = boxes(page, ".mark > svg, .badge")
        for number, sign in enumerate(signs):
            assert not [other for other in signs[number + 1 :] if overlap(sign, other, 2)]


def beside(page, pill, *stretches):
    """Pixels from a label to the nearest of some stretches of road, by its middle and both its ends."""
    height = (pill["top"] + pill["bottom"]) / 2
    middles = [(x, height) for x in (pill["left"], (pill["left"] + pill["right"]) / 2, pill["right"])]
    return min(off_line(middle, stretch(page, name)) for middle in middles for name in stretches)


def test_a_stated_length_names_its_ends_at_the_road_that_the_text_names_and_no_other_number_does(quietly):
    with quietly() as page:
        (pill,) = boxes(page, ".drawing .pill")
        assert pill["text"] == "Alpha – Beta145 km"
        assert beside(page, pill, "alpha-eta", "eta-zeta", "zeta-beta") < 20


def test_what_is_known_by_its_distance_alone_has_a_ring_and_candidates(quietly):
    with quietly() as page:
        assert page.locator(".drawing .far").count() == page.locator(".drawing .candidate").count() == 1
        assert page.locator(".drawing .candidate title").text_content() == "Candidates for Lambda, less than 9 km from Alpha"
        page.locator(".drawing .candidate").dispatch_event("click")
        assert page.text_content("#card h2") == "Alpha – Lambda"


def test_a_number_between_two_places_is_drawn_when_it_is_chosen_as_a_straight_line_with_its_words(quietly):
    with quietly(hash_=f"#sel=distance:{waist.HERALD}/delta-5/delta") as page:
        assert page.locator(".drawing .straight").count() == 1
        assert [line["d"] for line in attributes(page, "path.measured")] == ["M0 0"], "no road is drawn for it"


def test_a_selected_distance_shows_the_drawn_road_and_the_straight_line(quietly):
    with quietly(hash_=f"#sel=distance:{waist.HERALD}/road-145") as page:
        (straight,) = attributes(page, ".drawing .straight")
        assert all(near(*pair) for pair in zip(points(straight["d"]), (at_place(page, "alpha"), at_place(page, "beta")), strict=True))
        assert "72.3 km straight" in {pill["text"] for pill in boxes(page, ".drawing .pill")}
        assert page.locator("path.measured").count() == 1
        page.keyboard.press("Escape")
        assert page.locator("path.measured").count() == 0
        assert attributes(page, ".drawing .straight") == []


def test_a_drawn_length_stands_at_its_road(quietly):
    with quietly(hash_=f"#sel=distance:{waist.HERALD}/road-145&map=11/22.45/96.8") as page:
        pill = next(pill for pill in boxes(page, ".drawing .pill") if pill["text"] == "98.4 km drawn")
        assert beside(page, pill, "alpha-eta", "eta-zeta", "zeta-beta") < 20
