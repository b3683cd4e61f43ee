"""What the reader knows of no language: skeletons, context, dates and measures once they are found, names resolved."""
