from __future__ import annotations

import re
import struct
import zlib

import numpy as np
import pytest
from shapely import Polygon

from mapping.domain.vocabulary import CERTAINTIES, EVENT_TYPES, FIRM, HAPPENED
from mapping.outputs.kmz import png
from mapping.style import symbols


def test_every_event_type_has_a_sign_of_its_own():
    assert len({(sign.shape, sign.colour) for sign in symbols.EVENTS.values()}) == len(EVENT_TYPES)
    assert len({sign.shape for sign in symbols.EVENTS.values()}) == len(EVENT_TYPES)


def test_only_what_happened_fills_its_sign():
    assert {word for word, fill in symbols.FILLS.items() if fill == "hollow"} == CERTAINTIES.keys() - HAPPENED
    assert {word for word, fill in symbols.FILLS.items() if fill == "solid"} == FIRM


def test_every_shape_is_used_and_known():
    assert {sign.shape for sign in symbols.EVENTS.values()} == set(symbols.SHAPES)


@pytest.mark.parametrize("shape", symbols.SHAPES)
def test_a_shape_fits_its_box_and_is_sound(shape):
    ring = symbols.SHAPES[shape]
    assert all(abs(x) <= 10.5 and abs(y) <= 10.5 for x, y in ring)
    assert Polygon(ring).is_valid or shape == "bow"


@pytest.mark.parametrize("shape", symbols.SHAPES)
def test_half_a_shape_is_half_of_it(shape):
    half, whole = Polygon(symbols.left_half(shape)).buffer(0), Polygon(symbols.SHAPES[shape]).buffer(0)
    assert half.bounds[2] == pytest.approx(0)
    assert half.area / whole.area == pytest.approx(0.5, abs=0.06)


def test_a_path_is_that_of_svg():
    assert symbols.path(((0.0, -1.5), (2.0, 3.0))) == "M0 -1.5L2 3Z"


def test_sides_get_colours_in_their_order_and_again():
    sides = [f"side-{n}" for n in range(7)]
    assert symbols.side_colours(sides)["side-0"] == symbols.side_colours(sides)["side-6"] == symbols.SIDES[0]


@pytest.mark.parametrize("fill", ["solid", "half", "hollow"])
def test_a_picture_is_a_png_and_the_same_each_time(fill):
    picture = png.sign("star", symbols.VERMILLION, fill)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert picture == png.sign("star", symbols.VERMILLION, fill)


def test_colours_are_hexadecimal():
    assert all(re.fullmatch("#[0-9A-F]{6}", sign.colour) for sign in symbols.EVENTS.values())


@pytest.mark.parametrize("shape", [shape for shape in symbols.SHAPES if shape != "bubble"])
def test_a_shape_is_the_same_in_a_mirror(shape):
    ring = Polygon(symbols.SHAPES[shape]).buffer(0)
    mirrored = Polygon([(-x, y) for x, y in symbols.SHAPES[shape]]).buffer(0)
    assert ring.symmetric_difference(mirrored).area < 0.01 * ring.area


@pytest.mark.parametrize("shape", symbols.SHAPES)
def test_signs_are_of_one_size(shape):
    west, north, east, south = Polygon(symbols.SHAPES[shape]).bounds
    assert 15 <= max(east - west, south - north) <= 21
    assert abs(west + east) / 2 <= 1
    assert abs(north + south) / 2 <= 1.3


@pytest.mark.parametrize(("shape", "corners", "radius"), [("hexagon", 6, 9.5), ("octagon", 8, 9.5), ("circle", 36, 8.5)])
def test_regular_shapes_have_their_corners_at_one_distance(shape, corners, radius):
    ring = symbols.SHAPES[shape]
    assert len(ring) == corners
    assert all((x * x + y * y) ** 0.5 == pytest.approx(radius, abs=0.02) for x, y in ring)


def test_the_sides_have_colours_of_their_own_until_these_come_again():
    colours = symbols.side_colours([str(number) for number in range(len(symbols.SIDES) + 1)])
    assert list(colours.values()) == [*symbols.SIDES, symbols.SIDES[0]]
    assert len(set(symbols.SIDES)) == len(symbols.SIDES)


def pixels(picture):
    """Height x width x RGBA of a PNG of 8 bits whose rows are not filtered (PNG, second edition, 9.2)."""
    width, height, depth, kind = struct.unpack(">IIBB", picture[16:26])
    assert (depth, kind) == (8, 6)
    start = picture.index(b"IDAT")
    (size,) = struct.unpack(">I", picture[start - 4 : start])
    rows = np.frombuffer(zlib.decompress(picture[start + 4 : start + 4 + size]), np.uint8).reshape(height, 1 + width * 4)
    assert not rows[:, 0].any()
    return rows[:, 1:].reshape(height, width, 4)


def colour(hexadecimal):
    return [int(hexadecimal[i : i + 2], 16) for i in (1, 3, 5)]


@pytest.mark.parametrize(("fill", "left", "right"), [("solid", 1, 1), ("half", 1, 0), ("hollow", 0, 0)])
def test_a_picture_shows_its_colour_where_it_is_filled(fill, left, right):
    seen = pixels(png.sign("square", symbols.VERMILLION, fill))
    wanted = [colour(symbols.PAPER), colour(symbols.VERMILLION)]
    middle = len(seen) // 2
    assert list(seen[middle, middle - 8]) == [*wanted[left], 255]
    assert list(seen[middle, middle + 8]) == [*wanted[right], 255]
    assert list(seen[0, 0]) == [0, 0, 0, 0]


def test_the_edge_of_a_picture_is_smooth_and_keeps_the_colour_of_its_halo():
    seen = pixels(png.sign("circle", symbols.VERMILLION, "solid"))
    edge = seen[(seen[..., 3] > 0) & (seen[..., 3] < 255)]
    assert {int(alpha) for alpha in edge[:, 3]} <= {round(255 * n / 9) for n in range(1, 9)}
    assert (abs(edge[:, :3].astype(int) - colour(symbols.PAPER)) <= 1).all()
