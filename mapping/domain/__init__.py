"""The words of the project: vocabulary, dates, distances, faults; imports nothing else of it."""
