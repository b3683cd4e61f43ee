"""What is known of the ground, curated by hand in gazetteer/."""

from mapping.gazetteer.model import (
    Actor,
    Gazetteer,
    Line,
    Location,
    Name,
    Place,
    Route,
    Settings,
    Stretch,
)
from mapping.gazetteer.reader import read_gazetteer

__all__ = [
    "Actor", "Gazetteer", "Line", "Location", "Name", "Place", "Route",
    "Settings", "Stretch", "read_gazetteer",
]  # fmt: skip
