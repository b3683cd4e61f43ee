"""English reports: the words, the grammar, and what they make of a sentence."""
