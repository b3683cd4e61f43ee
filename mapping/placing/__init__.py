"""Where a statement lies: along a route, around a place, towards a bearing; with its uncertainty."""

from mapping.placing.advance import Step, advance_steps
from mapping.placing.inference import Clash, Refusal
from mapping.placing.positions import Band, place_position
from mapping.placing.sites import Placed, place_event
from mapping.placing.spot import Spot, Way
from mapping.placing.world import World, carries_weight

__all__ = [
    "Band", "Clash", "Placed", "Refusal", "Spot", "Step", "Way", "World", "advance_steps", "carries_weight",
    "place_event", "place_position",
]  # fmt: skip
