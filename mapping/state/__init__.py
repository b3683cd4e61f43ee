"""Who holds a place on a day: the words of the sources, weighed by one rule."""

from mapping.state.intervals import Interval, holding, on_day
from mapping.state.observations import Observation, observe
from mapping.state.standing import AGE_DAYS, Answer, Evidence

__all__ = ["AGE_DAYS", "Answer", "Evidence", "Interval", "Observation", "holding", "observe", "on_day"]
