"""Burmese reports: the verb stands last, particles stand behind places."""
