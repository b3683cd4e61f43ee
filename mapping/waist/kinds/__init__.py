"""The kinds of statement in the waist, each with its tables and what makes their rows."""

from mapping.waist.kinds import access, control, distance, event, position

KINDS = (event.ENTRY, distance.ENTRY, position.ENTRY, control.ENTRY, access.ENTRY)
"""A further kind of statement is a module of this folder and its ENTRY here."""
