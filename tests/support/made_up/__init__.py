"""A language of three words, as a real one would be: a folder with a table and a Language."""
