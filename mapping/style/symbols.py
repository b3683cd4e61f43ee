"""The signs of the map: shapes and colours of events, fills of certainties, colours of sides."""

from __future__ import annotations

import math
from typing import NamedTuple

Vertex = tuple[float, float]

INK = "#26221d"  # outline of every sign
PAPER = "#ffffff"  # inside of a hollow sign, and its halo
UNKNOWN = "#8a8a8a"  # a holder whose side nobody states

# Okabe & Ito 2008, a set that colour-blind readers tell apart; grey stands in for black, which outlines need.
ORANGE, SKY, GREEN, YELLOW = "#E69F00", "#56B4E9", "#009E73", "#F0E442"
BLUE, VERMILLION, PURPLE, GREY = "#0072B2", "#D55E00", "#CC79A7", "#999999"


class Symbol(NamedTuple):
    """One type of event: its label, shape (a key of SHAPES), colour, and ACLED's words where it has some."""

    label: str
    shape: str
    colour: str
    acled_event_type: str
    acled_sub_event_type: str


_REMOTE, _STRATEGIC = "Explosions/Remote violence", "Strategic developments"

# ACLED codebook (2024). Its sub-type of a capture depends on which side is the government, which only the
# reader of the parties can say; talks without an agreement and displacement are no ACLED events.
EVENTS: dict[str, Symbol] = {
    "battle": Symbol("Battle", "star", VERMILLION, "Battles", "Armed clash"),
    "airstrike": Symbol("Airstrike", "triangle-down", PURPLE, _REMOTE, "Air/drone strike"),
    "drone-strike": Symbol("Drone strike", "x", PURPLE, _REMOTE, "Air/drone strike"),
    "shelling": Symbol("Shelling", "hexagon", ORANGE, _REMOTE, "Shelling/artillery/missile attack"),
    "capture": Symbol("Capture", "square", BLUE, "Battles", ""),
    "advance": Symbol("Advance", "arrow-up", BLUE, _STRATEGIC, "Change to group/activity"),
    "withdrawal": Symbol("Withdrawal", "arrow-down", SKY, _STRATEGIC, "Change to group/activity"),
    "displacement": Symbol("Displacement", "house", YELLOW, "", ""),
    "talks": Symbol("Talks", "bubble", GREEN, "", ""),
    "looting": Symbol("Looting", "diamond", ORANGE, _STRATEGIC, "Looting/property destruction"),
    "arrest": Symbol("Arrest", "bow", GREY, _STRATEGIC, "Arrests"),
    "road-closure": Symbol("Road closure", "octagon", VERMILLION, _STRATEGIC, "Change to group/activity"),
    "protest": Symbol("Protest", "triangle", SKY, "Protests", ""),
    "other": Symbol("Other", "circle", GREY, "", ""),
}

# How far a sign is filled ("half": its left half). An unreviewed draft has a dotted outline besides.
FILLS = {
    "asserted": "solid", "claimed": "half", "disputed": "half",
    "planned": "hollow", "demanded": "hollow", "hypothetical": "hollow",
}  # fmt: skip

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
