"""The signs of the map: shapes and colours of events, fills of certainties, colours of sides."""

from __future__ import annotations

import math
from typing import NamedTuple

from mapping.domain.vocabulary import CERTAINTIES, EVENT_TYPES

Vertex = tuple[float, float]

INK = "#26221d"  # outline of every sign
PAPER = "#ffffff"  # inside of a hollow sign, and its halo
UNKNOWN = "#8a8a8a"  # a holder whose side nobody states

# Okabe & Ito 2008, a set that colour-blind readers tell apart; grey stands in for black, which outlines need.
ORANGE, SKY, GREEN, YELLOW = "#E69F00", "#56B4E9", "#009E73", "#F0E442"
BLUE, VERMILLION, PURPLE, GREY = "#0072B2", "#D55E00", "#CC79A7", "#999999"


COLOURS = {
    "orange": ORANGE, "sky": SKY, "green": GREEN, "yellow": YELLOW,
    "blue": BLUE, "vermillion": VERMILLION, "purple": PURPLE, "grey": GREY,
}  # fmt: skip


class Symbol(NamedTuple):
    """The sign of one type of event: its label, shape (a key of SHAPES) and colour."""

    label: str
    shape: str
    colour: str


EVENTS = {word: Symbol(type_.label, type_.shape, COLOURS[type_.colour]) for word, type_ in EVENT_TYPES.items()}
FILLS = {word: certainty.fill for word, certainty in CERTAINTIES.items()}
"""Certainty -> how far a sign is filled ("half": its left half). An unreviewed draft has a dotted outline besides."""

# Sides take these in the order of map.toml; neighbours differ in lightness as well as in hue.
SIDES = (BLUE, ORANGE, GREEN, PURPLE, SKY, VERMILLION)


def side_colours(sides: list[str]) -> dict[str, str]:
    """Return a colour for each side id, in their order; from the seventh on they come again."""
    return {side: SIDES[number % len(SIDES)] for number, side in enumerate(sides)}


def _ring(count: int, turn: float, radius: float = 10, inner: float | None = None) -> tuple[Vertex, ...]:
    """Vertices of a regular polygon (a star with `inner`), turned clockwise by degrees from the top."""
    radii = (radius,) if inner is None else (radius, inner)
    angles = [math.radians(turn + 360 * i / (count * len(radii))) for i in range(count * len(radii))]
    return tuple(
        (round(radii[i % len(radii)] * math.sin(a), 2), round(-radii[i % len(radii)] * math.cos(a), 2))
        for i, a in enumerate(angles)
    )


_ARROW = ((0.0, -10.0), (9.0, 0.0), (4.0, 0.0), (4.0, 9.0), (-4.0, 9.0), (-4.0, 0.0), (-9.0, 0.0))
_CROSS = tuple((x, y) for x, y in (
    (-3.0, -10.0), (3.0, -10.0), (3.0, -3.0), (10.0, -3.0), (10.0, 3.0), (3.0, 3.0),
    (3.0, 10.0), (-3.0, 10.0), (-3.0, 3.0), (-10.0, 3.0), (-10.0, -3.0), (-3.0, -3.0),
))  # fmt: skip
_TRIANGLE = ((0.0, -9.5), (9.5, 7.5), (-9.5, 7.5))

# One ring of vertices a shape, in a box from -10 to 10; x grows to the right, y down, as in SVG.
SHAPES: dict[str, tuple[Vertex, ...]] = {
    "star": _ring(5, 0, 10.5, 4.6),
    "burst": _ring(8, 0, 10.5, 6.2),
    "plus": _CROSS,
    "pentagon": _ring(5, 0, 10),
    "triangle": _TRIANGLE,
    "triangle-down": tuple((x, -y) for x, y in _TRIANGLE),
    "x": tuple((round((x - y) * 0.7071, 2), round((x + y) * 0.7071, 2)) for x, y in _CROSS),
    "hexagon": _ring(6, 30, 9.5),
    "square": ((-8.0, -8.0), (8.0, -8.0), (8.0, 8.0), (-8.0, 8.0)),
    "arrow-up": _ARROW,
    "arrow-down": tuple((x, -y) for x, y in _ARROW),
    "house": ((0.0, -9.5), (9.0, -1.0), (7.0, -1.0), (7.0, 8.5), (-7.0, 8.5), (-7.0, -1.0), (-9.0, -1.0)),
    "bubble": ((-9.0, -8.0), (9.0, -8.0), (9.0, 4.0), (1.0, 4.0), (-4.0, 9.0), (-4.0, 4.0), (-9.0, 4.0)),
    "diamond": ((0.0, -10.0), (8.5, 0.0), (0.0, 10.0), (-8.5, 0.0)),
    "bow": ((-9.0, -8.0), (0.0, -2.5), (9.0, -8.0), (9.0, 8.0), (0.0, 2.5), (-9.0, 8.0)),
    "octagon": _ring(8, 22.5, 9.5),
    "circle": _ring(36, 0, 8.5),
}


def left_half(shape: str) -> tuple[Vertex, ...]:
    """Return the part of a shape left of its middle (Sutherland & Hodgman 1974, clipped at x = 0)."""
    ring, kept = SHAPES[shape], []
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        if x0 <= 0:
            kept.append((x0, y0))
        if x0 * x1 < 0:
            kept.append((0.0, round(y0 + (y1 - y0) * x0 / (x0 - x1), 2)))
    return tuple(kept)


def path(ring: tuple[Vertex, ...]) -> str:
    """Return a ring of vertices as the path data of SVG."""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z"
