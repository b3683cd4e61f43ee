"""Where a text names a place: longest match, boundaries by script, homonyms by their company."""

from mapping.mentions.matcher import Matcher
from mapping.mentions.model import Mention, Scan

__all__ = ["Matcher", "Mention", "Scan"]
