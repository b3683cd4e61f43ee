"""Where a statement lies: along a route, around a place, towards a bearing; with its uncertainty."""

from mapping.placing.advance import Step, advance_steps
from mapping.placing.ground import Ground, carries_weight
from mapping.placing.inference import Clash, Refusal
from mapping.placing.positions import Band, place_position
from mapping.placing.roles import Placed, place_event
from mapping.placing.spot import Spot, Way

__all__ = [
    "Band", "Clash", "Ground", "Placed", "Refusal", "Spot", "Step", "Way", "advance_steps", "carries_weight",
    "place_event", "place_position",
]  # fmt: skip
