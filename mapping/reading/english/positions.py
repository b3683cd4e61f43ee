"""What stands at which point or stretch of a road, in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.core.drafted import Drafted
from mapping.reading.core.skeleton import signs
from mapping.reading.english.anaphora import meant_by
from mapping.reading.english.figures import meant
from mapping.reading.english.grammar import rule, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.mentions import Mention
    from mapping.reading.core.context import Context
    from mapping.reading.core.skeleton import Skeleton

CROSSINGS = ("bridge", "junction", "dam", "base", "hill")  # told to lie between two places
NO_STOP = ("region", "country")


def positions(sk: Skeleton, context: Context) -> Iterator[Drafted]:
    """Read fractions of a road, stretches, places on roads and rivers, itineraries, and troops stuck on a road."""
    if not sk.has("FHW") and not (sk.has("PT") and rule("positions.words").search(sk.text)):
        return
    for match in rule("positions.fraction").finditer(sk.text):
        found = _fraction(sk, match, context)
        if found:
            yield found
    for match in rule("positions.stretch").finditer(sk.text):
        ends = [("between", sk.meaning[match[name]]) for name in ("a", "b")]
        places = [("on", sk.meaning[match["r"]]), *ends]
        yield Drafted("position", sk.start, sk.end, places, actors=_troops(sk, match.start()))
    for match in rule("positions.on").finditer(sk.text):
        spots, road = meant(sk, match, "p", context), sk.meaning[match["r"]]
        ends = [("between", place) for place in sk.nested.get(match["r"], []) if place not in spots]
        if spots:
            yield Drafted("position", sk.start, sk.end, [("at", spots[0]), ("on", road), *ends])
    yield from _between(sk, context)
    yield from _itineraries(sk)
    for match in rule("positions.stuck").finditer(sk.text):
        road = sk.meaning[match["r"]]
        spot = [("near" if match["prep"] == "near" else "at", sk.meaning[match["p"]])] if match["p"] else []
        yield Drafted("position", sk.start, sk.end, [*spot, ("on", road)], actors=_troops(sk, match.end()))


def _between(sk: Skeleton, context: Context) -> Iterator[Drafted]:
    """Read "Alpha lies between Beta and Gamma", "it straddles the road", "the bridge between Alpha and Beta"."""
    for match in (match for pattern in rules("positions.between") for match in pattern.finditer(sk.text)):
        spots = meant(sk, match, "p", context)[:1]
        places = [*(("at", spot) for spot in spots), *(("between", sk.meaning[match[end]]) for end in ("a", "b"))]
        yield Drafted("position", sk.start, sk.end, places)
    for match in rule("positions.spans").finditer(sk.text):
        spots = meant(sk, match, "p", context)[:1]
        yield Drafted("position", sk.start, sk.end, [*(("at", spot) for spot in spots), ("on", sk.meaning[match["r"]])])
    for match in rule("positions.crossing").finditer(sk.text):
        spot = sk.meaning[match["p"]]
        if spot.kind in CROSSINGS:
            ends = [("between", sk.meaning[match[end]]) for end in ("a", "b")]
            yield Drafted("position", sk.start, sk.end, [("at", spot), *ends])


def _itineraries(sk: Skeleton) -> Iterator[Drafted]:
    """Read "beyond Alpha is the road to Beta", "after Alpha you cross Beta, and then you reach Gamma"."""
    for match in rule("positions.beyond").finditer(sk.text):
        yield Drafted("position", sk.start, sk.end, [("from", sk.meaning[match["a"]]), ("to", sk.meaning[match["b"]])])
    for match in rule("positions.itinerary").finditer(sk.text):
        stops = [place for place in sk.places(match["rest"]) if place.kind not in NO_STOP]
        if stops:
            via = [("via", place) for place in stops[:-1]]
            yield Drafted("position", sk.start, sk.end, [("from", sk.meaning[match["a"]]), *via, ("to", stops[-1])])


def _fraction(sk: Skeleton, match: re.Match[str], context: Context) -> Drafted | None:
    """Read "one-third of the way along the route linking the two towns", "halfway between Alpha and Beta"."""
    before, after = sk.text[: match.start()], sk.text[match.end() :]
    if not (rule("positions.of_way").search(match[0]) or rule("positions.way_between").match(after)):
        return None
    road = next((m for text in (match[0], after, sk.text) if (m := re.search(signs("H"), text))), None)
    places: list[tuple[str, Mention]] = [("on", sk.meaning[road[0]])] if road else []
    stated = rule("positions.ends").search(after) or rule("positions.toward").match(after)
    if stated:
        ends = [sk.meaning[stated[name]] for name in ("a", "b") if stated[name]]
    else:
        ends = sk.nested.get(road[0], []) if road else meant_by("the two towns", context, sk.places(before))
    roles = ("from", "to") if len(ends) == 2 else ("to",)
    places += list(zip(roles, ends, strict=False))
    figure = rule("positions.figure").search(before)
    if figure:
        places.insert(0, ("at", sk.meaning[figure["p"]]))
    if not places:
        return None
    actors = _troops(sk, match.start())
    return Drafted("position", sk.start, sk.end, places, fraction=sk.meaning[match["f"]], actors=actors)


def _troops(sk: Skeleton, before: int) -> tuple[str, ...]:
    """Parties named first in the sentence."""
    found = re.findall(signs("A"), sk.text[:before])
    return tuple(sk.meaning[found[0]]) if found else ()
