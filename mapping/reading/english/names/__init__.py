"""Names of places that no gazetteer holds, found by what stands around them."""
