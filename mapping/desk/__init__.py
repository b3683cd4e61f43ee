"""The review desk: a page on this machine alone, on which drafts become checked statements."""
