"""Names of roads: "Alpha-Beta road", "Alpha to Beta highway", "the road linking Alpha and Beta", "the Alpha road"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mapping.mentions import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.gazetteer import Gazetteer
    from mapping.mentions.model import Named

Road = tuple[int, int, str | None]  # start, end (code points of the searched text), route id


def roads(text: str, named: list[Named], gazetteer: Gazetteer) -> Iterator[Road]:
    """Yield the roads named by their ends, at least one of them a known place; the route where it is known."""
    routes = {frozenset((route.start, route.end)): route.id for route in gazetteer.routes.values()}
    ends = Counter(end for pair in routes for end in pair)
    routes |= {pair & {end}: id_ for pair, id_ in routes.items() for end in pair if ends[end] == 1}
    reached = 0
    for number, one in enumerate(named):
        if one.hit.start < reached:
            continue
        found = _joined(text, named, number) or _linked(text, named, number) or _of_one_end(text, one)
        if found:
            start, end, first, last = found
            yield start, end, routes.get(frozenset((first, last))) if first and last else None
            reached = end


Ends = tuple[int, int, str | None, str | None]


def _joined(text: str, named: list[Named], number: int) -> Ends | None:
    """Read "Alpha-Beta road" from one of its known ends on."""
    one = named[number]
    rest = words.road_rest().match(text, one.hit.end)
    start, first = one.hit.start, one.place
    if text[start - 1 : start] in ("-", "–", "—", " "):
        before = words.road_start().search(text, max(0, start - 40), start)
        if before and (rest or _road_follows(text, one.hit.end)):
            start, first = before.start(1), None
    if rest is None:
        end = _road_follows(text, one.hit.end) if first is None else 0
        return (start, end, first, one.place) if end else None
    ends_at = rest.end(1) if rest[1] else rest.end(2)
    last = next((other.place for other in named[number + 1 : number + 5] if other.hit.end == ends_at), None)
    return start, rest.end(), first, last


def _of_one_end(text: str, one: Named) -> Ends | None:
    """Read "the Alpha road": the route that ends there, where there is but one."""
    end = _road_follows(text, one.hit.end)
    named = end and words.definite_before().search(text, max(0, one.hit.start - 8), one.hit.start)
    return (one.hit.start, end, one.place, one.place) if named else None


def _road_follows(text: str, at: int) -> int:
    """End of the word for a road that stands behind a name, 0 where none does."""
    match = words.road_word_after().match(text, at)
    return match.end() if match else 0


def _linked(text: str, named: list[Named], number: int) -> Ends | None:
    """Read "the road linking Alpha and Beta"."""
    one = named[number]
    if not words.link_before().search(text, max(0, one.hit.start - 16), one.hit.start):
        return None
    link = words.road_link().search(text, max(0, one.hit.start - 60), one.hit.start)
    rest = words.link_rest().match(text, one.hit.end)
    if link is None or rest is None or number + 1 == len(named) or named[number + 1].hit.start != rest.end():
        return None
    if not words.joins(link[1], rest[1]):
        return None
    other = named[number + 1]
    return link.start(), other.hit.end, one.place, other.place
