"""For each type of happening the verbs and nouns that tell it, and the forms that they take."""
