"""A report from outside becomes a source: its text, and a .toml of drafts."""
