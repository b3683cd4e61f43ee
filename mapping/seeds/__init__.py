"""seeds/ as objects: the texts, and what the curated files say they say."""
