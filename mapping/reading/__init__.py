"""Text -> drafted statements: what a report says, to be reviewed by a person."""

from mapping.reading.reader import Reading, read

__all__ = ["Reading", "read"]
