"""Where one place lies from another: distances, headings, travel times, in English."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mapping.domain.fields import KM_PER_MILE
from mapping.domain.near import NEAR_KM
from mapping.mentions import Mention
from mapping.reading.core.drafted import Drafted
from mapping.reading.core.skeleton import signs
from mapping.reading.english.anaphora import meant_by
from mapping.reading.english.figures import figure_of, meant
from mapping.reading.english.grammar import compiled, rule
from mapping.reading.english.tables import english

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.reading.core.context import Context
    from mapping.reading.core.measure import Measure
    from mapping.reading.core.skeleton import Skeleton

SPOT = "spot"  # kind of a place that the text only points at


def relations(sk: Skeleton, context: Context) -> Iterator[Drafted]:
    """Read distances, travel times and headings of one sentence."""
    last: tuple[int, Drafted] | None = None
    for match in re.finditer(signs("LU"), sk.text):
        found = _measured(sk, match.start(), sk.meaning[match[0]], context)
        way = _way(sk, match.end())
        aside = last and rule("relations.in_brackets").search(sk.text[last[0] : match.start()])
        # "9 km from Alpha, 15 km by road"; "9 km (a ride of an hour) from Alpha"
        if last and ((found is None and way) or aside):
            found = _drafted(sk, sk.meaning[match[0]], last[1].of("from"), last[1].of("to"))
        if found is None:
            continue
        found.way = found.way or way
        if last and rule("relations.same_figure").search(sk.text[last[0] : match.start()]):
            figure = last[1].of("to")  # "9 km from Alpha and 5 km from Beta" is said of one place
            found.places = [pair for pair in found.places if pair[0] == "from"] + [("to", place) for place in figure]
        last = match.start(), found
        yield found
    yield from _headings(sk, context)


def grounds(lies: Sequence[Drafted]) -> set[int]:
    """Ids (of objects) of the places that the distance or heading of a named place is taken from, and nothing else."""
    named = (one for one in lies if any(place.kind != SPOT for place in one.of("to")))
    taken = {id(place) for one in named for place in one.of("from")}
    return taken - {id(place) for one in lies for place in one.of("to")}


def _spot(sk: Skeleton, at: int, measure: Measure, ground: Mention) -> list[Mention]:
    """A place without a name, in the words of the text: "A village", or "46 km north of Alpha" itself."""
    said = rule("relations.unnamed_here").search(sk.text[:at])
    if said and not re.search(signs("PTRWHALUFD"), said["n"]):
        words, where = said["n"], sk.source.find(said["n"], sk.start, measure.start)
        return [Mention(where, where + len(words), words, None, words, SPOT)] if where >= 0 else []
    words = sk.source[measure.start : ground.end]
    return [Mention(measure.start, ground.end, words, None, words, SPOT)] if words else []


def spots(lies: Sequence[Drafted]) -> dict[int, Mention]:
    """The place without a name that lies far from each ground: what happened there did not happen near the ground."""
    found: dict[int, Mention] = {}
    for one in lies:
        km = one.miles * KM_PER_MILE if one.miles is not None else one.km
        figure = [place for place in one.of("to") if place.kind == SPOT]
        if figure and km is not None:
            found |= {id(place): figure[0] for place in one.of("from")} if km > NEAR_KM else {}
    return found


def beside(lies: Sequence[Drafted]) -> set[int]:
    """Ids (of objects) of the places from which the distance of a place without a name is told."""
    unnamed = (one for one in lies if all(place.kind == SPOT for place in one.of("to")))
    return {id(place) for one in unnamed for place in one.of("from")}


def _way(sk: Skeleton, at: int) -> str | None:
    """Whether a length is told as one by road or in a straight line, right behind it or behind its ground."""
    behind = re.split(rf"[;.]|{signs('LU')}", sk.text[at:])[0]
    match = rule("relations.by_road").search(behind)
    return ("road" if match[0].startswith(" by") else "straight") if match else None


def _measured(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    """Read one measure: as the length of a road, between two places, or from one of them."""
    return (
        _of_road(sk, at, measure, context)
        or _apart(sk, at, measure, context)
        or _stated_between(sk, at, measure, context)
        or _from_ground(sk, at, measure, context)
        or _to_heading(sk, at, measure, context)
        or _from_there(sk, at, measure, context)
        or _a_walk(sk, at, measure, context)
    )


def _drafted(
    sk: Skeleton, measure: Measure, ground: list[Mention], figure: list[Mention], *, bearing: str | None = None,
    way: str | None = None,
) -> Drafted:  # fmt: skip
    kind = "travel-time" if measure.minutes is not None else "distance"
    places = [*(("from", place) for place in ground[:1]), *(("to", place) for place in figure)]
    return Drafted(
        kind, sk.start, sk.end, places, km=measure.km, miles=measure.miles, minutes=measure.minutes, bearing=bearing,
        way=way, about=measure.about, limit=measure.limit, up_to=measure.up_to,
    )  # fmt: skip


def _of_road(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    """Read "the 145-kilometer route linking Alpha and Beta", "... linking the two towns"."""
    route = rule("relations.route").match(sk.text, at + 1) or rule("relations.separate").match(sk.text, at + 1)
    if route:
        first, second = (meant(sk, route, name, context) for name in ("a", "b"))
        return _drafted(sk, measure, first, second[:1], way=_by(route)) if first and second else None
    named = rule("relations.route_sign").match(sk.text, at + 1) or rule("relations.route_is").search(sk.text, 0, at)
    if named and not named["h"] and not rule("relations.aside_ends").match(sk.text, at + 1):
        named = None  # "on the Alpha-Beta road, about 9 km beyond Gamma" tells no length of the road
    ends = sk.nested.get(named["h"] or named["k"], []) if named else []
    if len(ends) >= 2:
        return _drafted(sk, measure, ends[:1], ends[-1:], way="road")
    back = rule("relations.route_back").match(sk.text, at + 1)
    if back is None:
        return None
    nouns = re.sub(r"^(?:the|both)\s+(?:two\s+)?", "", back["two"])
    two = meant_by(f"the two {nouns}", context, sk.places(sk.text[:at]))
    return _drafted(sk, measure, two[:1], two[1:], way=_by(back)) if len(two) == 2 else None


def _by(between: re.Match[str]) -> str | None:
    """Whether words between a length and its two ends tell of a road, or only of how far they are apart."""
    return None if re.search("distance|gap|separat", between[0]) else "road"


def _apart(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    """Read "Alpha and Beta are 9 km apart", "the halves of Alpha are 9 km apart"."""
    if not rule("relations.apart").match(sk.text, at + 1):
        return None
    left = sk.places(re.split(r"[;.]", sk.text[:at])[-1])
    if len(left) == 1 and rule("relations.halves").search(sk.text[:at]):
        return _drafted(sk, measure, left, left)
    two = left[-2:] if len(left) >= 2 else meant_by("the two towns", context, [])
    return _drafted(sk, measure, two[:1], two[1:]) if len(two) == 2 else None


def _stated_between(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    """Read "the distance from Alpha to Beta is 9 km", "it takes two hours to drive from Alpha to Beta"."""
    match = rule("relations.between").search(sk.text, 0, at) or rule("relations.length_of").search(sk.text, 0, at)
    if match:
        ends = [(match, "a"), (match, "b")]
    elif measure.minutes is not None and rule("relations.takes").search(sk.text[:at]):
        both = rule("relations.trip_both").match(sk.text, at + 1)
        first = both or rule("relations.trip_from").search(sk.text, 0, at)
        second = both or rule("relations.trip_to").match(sk.text, at + 1)
        ends = [(first, "a"), (second, "b")] if first and second else []
    else:
        ends = []
    places = [meant(sk, found, name, context) for found, name in ends]
    return _drafted(sk, measure, places[0], places[1][:1]) if places and all(places) else None


def _from_ground(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    """Read "Alpha is 9 km north of Beta", "Alpha, about 40 minutes from Beta"."""
    ground = rule("relations.ground").match(sk.text, at + 1)
    if ground is None or (measure.minutes is not None and not _is_travel(sk, at, ground)):
        return None
    if rule("relations.made_of").match(sk.text, at + 1):
        return None  # "9 km of walls around Alpha"
    places, figure = meant(sk, ground, "g", context), figure_of(sk, at, ground.end(), context)
    if not places or figure is None:
        return None
    nobody = not figure
    figure = [place for place in figure if place.place != places[0].place or place.place is None]
    if measure.minutes is not None and not figure:
        return None
    if nobody:
        figure = _spot(sk, at, measure, places[0])
    return _drafted(sk, measure, places, figure, bearing=_bearing(ground["b"]))


def _is_travel(sk: Skeleton, at: int, ground: re.Match[str]) -> bool:
    """Whether a duration before "from Alpha" is a travel time, and no time of day or length of a fight."""
    lasts = rule("relations.lasts").search(sk.text[max(0, at - 24) : at])
    return lasts is None or re.search(r"drive|walk|ride|journey|trip|by \w+|away", ground[0]) is not None


def _to_heading(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    """Read "Alpha, about 80 km to the west": seen from the other place of the sentence, or from the topic."""
    heading = rule("relations.heading").match(sk.text, at + 1) if measure.minutes is None else None
    figure = figure_of(sk, at, heading.end(), context) if heading else None
    if heading is None or not figure:
        return None
    others = [place for place in sk.settled(sk.text[:at]) if place not in figure]
    ground = others[-1:] or [place for place in context.it() if place.place != figure[0].place]
    ground = [replace(place) for place in ground]  # a copy: what happened at that place is not taken from it
    return _drafted(sk, measure, ground, figure, bearing=_bearing(heading["b"] or heading["c"])) if ground else None


def _from_there(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    """Read "From there another fifty miles of track wind up to Alpha"."""
    before = rule("relations.from_there").search(sk.text, 0, at) if measure.minutes is None else None
    after = rule("relations.towards").match(sk.text, at + 1)
    ground = meant(sk, before, "a", context) if before and after else []
    return _drafted(sk, measure, ground, sk.places(after["b"])[:1], way="road") if ground and after else None


def _a_walk(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    """Read "they left Alpha for Beta, a walk of nine hours", "they went to Alpha, two hours away by boat"."""
    if measure.minutes is None:
        return None
    walked = rule("relations.walked").search(sk.text[:at])
    if walked:
        return _drafted(sk, measure, sk.places(walked["a"]), sk.places(walked["b"])[:1])
    if not rule("relations.away").match(sk.text, at + 1):
        return None
    figure = sk.settled(sk.text[:at])[-1:]
    ground = [place for place in context.it() if figure and place.place != figure[0].place]
    return _drafted(sk, measure, ground, figure) if figure and ground else None


def _bearing(words: str | None) -> str | None:
    if not words:
        return None
    plain = compiled("^{EXACTLY} ").sub("", words)
    headings = english()["headings"]
    return str(headings[plain] if plain in headings else headings[plain.lower()])


def _headings(sk: Skeleton, context: Context) -> Iterator[Drafted]:
    """Read headings without a number: "Alpha, a village south of Beta", "Beta has Alpha to its south"."""
    seen: list[Mention] = []
    for match in rule("relations.heading_of").finditer(sk.text):
        figure = [place for place in sk.places(match["f"]) if place.kind != "river"]
        ground = meant(sk, match, "g", context)
        if figure and ground and not re.search(rf"\d|mile|km|{signs('L')}", match["link"]):
            seen += ground[:1]
            yield _direction(sk, ground, figure, match["b"])
    front = rule("relations.heading_front").match(sk.text)
    if front:
        yield _direction(sk, meant(sk, front, "g", context), sk.places(front["f"]), front["b"])
    for match in rule("relations.heading_its").finditer(sk.text):
        before = [place for place in sk.places(sk.text[: match.start()]) if place.kind not in ("region", "country")]
        ground, figure = before[:1] or context.it(), sk.places(match["f"])
        if seen and any(place in seen for place in figure):  # "Alpha, north of Beta, and Gamma to the west"
            ground, figure = [seen[-1]], [place for place in figure if place not in seen]
        if ground and figure and ground[0] not in figure:
            yield _direction(sk, ground, figure, match["b"])


def _direction(sk: Skeleton, ground: list[Mention], figure: list[Mention], words: str) -> Drafted:
    places = [("from", ground[0]), *(("to", place) for place in figure)]
    return Drafted("direction", sk.start, sk.end, places, bearing=_bearing(words))
