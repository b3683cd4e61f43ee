"""Where a statement lies: along a route, around a place, towards a bearing; with its uncertainty."""

from mapping.placing.advance import Step, advance_steps
from mapping.placing.lengths import Ring, named_road, ring_of, whole_lengths
from mapping.placing.positions import Band, place_position
from mapping.placing.resolving import resolve
from mapping.placing.roles import Site
from mapping.placing.sites import place_event
from mapping.placing.spot import Clash, Refusal, Spot, Way
from mapping.placing.weight import carries_weight
from mapping.placing.world import World

__all__ = [
    "Band", "Clash", "Refusal", "Ring", "Site", "Spot", "Step", "Way", "World", "advance_steps", "carries_weight",
    "named_road", "place_event", "place_position", "resolve", "ring_of", "whole_lengths",
]  # fmt: skip
