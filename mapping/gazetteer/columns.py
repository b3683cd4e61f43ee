"""The columns of each curated table, in their order: what its reader asks for and its editor writes."""

from __future__ import annotations

COLUMNS: dict[str, tuple[str, ...]] = {
    # township, region and pcode are the administration of the one country that these tables were made for.
    "places.csv": (
        "id", "name", "kind", "township", "region", "seat", "pcode", "geonames_id", "wikidata_id", "note",
    ),
    "names.csv": ("place", "name", "language", "script", "attested_by"),
    "locations.csv": ("place", "lat", "lon", "uncertainty_m", "status", "evidence", "credit", "note"),
    "actors.csv": ("id", "name", "spellings", "side", "part_of", "note"),
    "routes.csv": ("id", "name", "from", "to", "via", "stretches", "note"),
    "not_places.csv": ("phrase", "reason"),
}  # fmt: skip
