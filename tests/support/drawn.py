"""What the page has drawn, read in pixels from the upper left corner of the map."""

from __future__ import annotations

import math
import re
from itertools import pairwise

from tests.support import dataset as waist
from tests.support.dataset.facts import STRETCHES


def pixel(page, lat: float, lon: float) -> tuple[float, float]:
    point = page.evaluate("([lat, lon]) => map_front.latLngToContainerPoint([lat, lon])", [lat, lon])
    return point["x"], point["y"]


def at_place(page, place: str) -> tuple[float, float]:
    return pixel(page, *waist.PLACES[place][3])


def attributes(page, selector: str) -> list[dict[str, str]]:
    return page.evaluate(
        "(selector) => [...document.querySelectorAll(selector)].map((one) => ({ text: one.textContent, "
        "...Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])) }))",
        selector,
    )


def boxes(page, selector: str) -> list[dict[str, float]]:
    return page.evaluate(
        "(selector) => { const frame = map_front.getContainer().getBoundingClientRect(); "
        "return [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).map((one) => { "
        "const box = one.getBoundingClientRect(); return { text: one.textContent, left: box.left - frame.left, "
        "top: box.top - frame.top, right: box.right - frame.left, bottom: box.bottom - frame.top }; }); }",
        selector,
    )


def overlap(a: dict, b: dict, allowed: float = 0) -> bool:
    return (
        a["left"] + allowed < b["right"] and b["left"] + allowed < a["right"]
        and a["top"] + allowed < b["bottom"] and b["top"] + allowed < a["bottom"]
    )  # fmt: skip


def points(path: str) -> list[tuple[float, float]]:
    """The vertices of a path of straight pieces."""
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+)[ ,](-?[\d.]+)", path)]


def off_line(point: tuple[float, float], line: list[tuple[float, float]]) -> float:
    """How far a point lies off a line, in its units."""
    found = math.inf
    for (x0, y0), (x1, y1) in pairwise(line):
        length = (x1 - x0) ** 2 + (y1 - y0) ** 2 or 1
        share = max(0, min(1, ((point[0] - x0) * (x1 - x0) + (point[1] - y0) * (y1 - y0)) / length))
        found = min(found, math.dist(point, (x0 + share * (x1 - x0), y0 + share * (y1 - y0))))
    return found


def stretch(page, name: str) -> list[tuple[float, float]]:
    return [pixel(page, lat, lon) for lat, lon in STRETCHES[name][1]]


def near(a: tuple[float, float], b: tuple[float, float], off: float = 1.5) -> bool:
    return math.dist(a, b) <= off


def centre(circle: dict[str, str]) -> tuple[float, float]:
    return float(circle["cx"]), float(circle["cy"])
