"""OpenStreetMap's Nominatim, asked once for a name inside the project's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.errors import CurationError, Problem
from mapping.reference.base import Entry, Match
from mapping.reference.romanise import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.reference.base import Around

NAME = "osm"
CREDIT = "© OpenStreetMap contributors, ODbL 1.0"
ONLINE = True
WIDE = True
USER_AGENT = "mogok-front-map (frontmap locate)"
MOST = 10  # answers
SETTLED = ("city", "town", "village")  # kinds that are told as they are; any other is a site


def available() -> bool:
    """Whether it can be asked: always, by a library that the program needs anyway."""
    return True


def seats() -> frozenset[str]:
    """No names: a server is asked only for one at a time."""
    return frozenset()


def exact(names: Iterable[str]) -> dict[str, list[Entry]]:  # noqa: ARG001
    """Nothing: a server is asked only for one name at a time."""
    return {}


def alike(name: str, around: Around) -> Iterator[Match]:
    """Ask for a name inside the window; the usage policy of the server allows one question a second.

    Raises CurationError when it does not answer.
    """
    from geopy.exc import GeopyError  # noqa: PLC0415  only --online needs it
    from geopy.extra.rate_limiter import RateLimiter  # noqa: PLC0415
    from geopy.geocoders import Nominatim  # noqa: PLC0415

    box = None
    if around.window:
        south, west, north, east = around.window
        box = [(south, west), (north, east)]
    ask = RateLimiter(
        Nominatim(user_agent=USER_AGENT).geocode, min_delay_seconds=1, max_retries=0, swallow_exceptions=False
    )
    try:
        answers = ask(name, exactly_one=False, limit=MOST, viewbox=box, bounded=box is not None, namedetails=True)
    except GeopyError as error:
        advice = "try later, or leave --online out"
        raise CurationError([Problem("", "--online", f"Nominatim does not answer: {error}; {advice}")]) from error
    for answer in answers or ():
        raw = answer.raw
        names = raw.get("namedetails") or {}
        found = names.get("name:en") or names.get("name") or str(answer).split(",")[0]
        kind = raw["type"] if raw.get("type") in SETTLED else "site"
        code = f"{raw.get('osm_type')}/{raw.get('osm_id')}"
        entry = Entry(NAME, found, names.get("name:my", ""), code, kind, "", (answer.latitude, answer.longitude))
        evidence = f"OpenStreetMap {raw.get('osm_type')} {raw.get('osm_id')} by Nominatim"
        yield Match(likeness(name, found), entry, evidence)
