"""For reading: chronology, quality, and what a build changes."""
