"""Online backgrounds: map.toml names the provider, xyzservices knows its address and whom to credit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import xyzservices.providers  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xyzservices import TileProvider

MAX_ZOOM = 17  # deeper than any place here is known


def basemaps(wanted: Iterable[Mapping[str, str]]) -> list[dict[str, Any]]:
    """Return id, name, url (with {z} {x} {y} {s} open), subdomains, max_zoom and credit of each background.

    A provider that xyzservices does not know, or that wants a key, is left out: the page works without it.
    """
    found = []
    for choice in wanted:
        try:
            provider = xyzservices.providers.query_name(choice["provider"])
        except ValueError:
            continue
        if not provider.requires_token():
            found.append(_basemap(choice, provider))
    return found


def _basemap(choice: Mapping[str, str], provider: TileProvider) -> dict[str, Any]:
    return {
        "id": choice["id"], "name": choice["name"],
        "url": provider.build_url(fill_subdomain=False),
        "subdomains": list(provider.get("subdomains", "abc")),
        "max_zoom": min(MAX_ZOOM, provider.get("max_zoom", MAX_ZOOM)),
        "credit": provider["attribution"].replace("(C)", "©"),
    }  # fmt: skip


def hosts(maps: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the hosts that the page may ask for pictures, as a Content-Security-Policy writes them."""
    found = set()
    for basemap in maps:
        origin = re.match(r"https://[^/]+", basemap["url"])
        if origin:
            found.add(origin[0].replace("{s}", "*"))
    return sorted(found)
