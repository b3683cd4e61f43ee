"""The quiet look of what has none of its own, by its geometry, for every output that draws."""

from __future__ import annotations

from mapping.style.symbols import PURPLE

SHAPE = "octagon"  # of points, a key of SHAPES and a sign that QGIS knows by this name
COLOUR = PURPLE
WIDTH = 2.5  # of lines, pixels on a screen
ALPHA = 60  # of areas, of 255
