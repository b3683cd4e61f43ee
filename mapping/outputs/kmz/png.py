"""The signs as small pictures, for programs that read no vector symbols."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from typing import Any

import numpy as np
import shapely
from shapely.ops import substring

from mapping.style.symbols import INK, PAPER, SHAPES, Vertex, left_half

SIZE = 64  # pixels; Google Earth shows icons at about half of that
FINE = 3  # samples a pixel and side, so that edges are smooth
HALO, OUTLINE = 2.6, 0.9  # half-widths around the edge, in the units of the shapes
DOT = 2.5  # length of a dot of the outline, and of the gap after it


@cache
def sign(shape: str, colour: str, fill: str) -> bytes:
    """Return a shape as a PNG with a transparent ground; `fill` is solid, half, hollow, or draft: a dotted outline."""
    body = shapely.Polygon(SHAPES[shape]).buffer(0)
    layers = [(body.buffer(HALO), PAPER), (body, colour if fill == "solid" else PAPER)]
    if fill == "half":
        layers.append((_polygon(left_half(shape)), colour))
    layers.append((_outline(body, dotted=fill == "draft"), INK))
    axis = (np.arange(SIZE * FINE) + 0.5) / (SIZE * FINE) * 26 - 13  # the signs reach from -10 to 10
    x, y = np.meshgrid(axis, axis)
    canvas = np.zeros((SIZE * FINE, SIZE * FINE, 4))
    for area, paint in layers:
        shapely.prepare(area)
        canvas[shapely.contains_xy(area, x, y)] = [*(int(paint[i : i + 2], 16) for i in (1, 3, 5)), 255]
    return _png(_smoothed(canvas))


def _outline(body: Any, *, dotted: bool) -> Any:
    edge = body.boundary
    dots = [substring(edge, at, at + DOT) for at in np.arange(0, edge.length, 2 * DOT)] if dotted else [edge]
    return shapely.union_all([dot.buffer(OUTLINE) for dot in dots])


def _polygon(ring: tuple[Vertex, ...]) -> Any:
    return shapely.Polygon(ring).buffer(0)


def _smoothed(canvas: Any) -> Any:
    """Average the samples of each pixel; colours weigh by their opacity."""
    blocks = canvas.reshape(SIZE, FINE, SIZE, FINE, 4)
    alpha = blocks[..., 3:].sum(axis=(1, 3))
    colour = (blocks[..., :3] * blocks[..., 3:]).sum(axis=(1, 3)) / np.maximum(alpha, 1)
    return np.concatenate([colour, alpha / FINE**2], axis=2).round().astype(np.uint8)


def _png(pixels: Any) -> bytes:
    """Write an array of height x width x RGBA as PNG (RFC 2083)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    height, width, _ = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)  # 0: no filter
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)  # 8 bits, colour with alpha
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
