"""Decisions of a person about the curated files: each one change of some files, carried out whole, taken back whole."""
