"""Google Earth: front.kmz."""
