"""Where one place lies from another: distances, headings, travel times, in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.context import Context, back_reference
from mapping.reading.drafted import Drafted
from mapping.reading.language import table
from mapping.reading.skeleton import JOIN, PLACE, SPOT, Skeleton, grammar, signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.mentions import Mention
    from mapping.reading.measures import Measure

TRIP = r"(?:route|road|highway|stretch|section|journey|drive|trip|ride|distance|trek|walk|corridor|track|path|railway|gap|march)"
LINKS = r"(?:from|between|linking|that links|which links|connecting|that connects|which connects|joining|separating|that separates)"
COPULA = r"(?:is|are|was|were|lies|lie|lay|sits|sit|stands|stand|located|situated|lying|just|only|still|found|based|about|roughly|some|now|which|that)"


@dataclass(frozen=True)
class Ground:
    """What a measure is taken from: the places, and where in the skeleton their words end."""

    places: list[Mention]
    start: int
    end: int


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    back = back_reference()
    end = rf"(?:{{NP}}{{SS}}|{back})"
    return {
        "route": grammar(rf"(?:[- ]long)?[ -](?:[\w-]+ ){{0,4}}?{TRIP}s?(?: of road)?,? (?:that |which )?(?:leads? |runs? |running |leading |stretching |takes you )?{LINKS} (?P<a>(?:{{THE}}{{X}}|{back}))(?: to | and | with |, )(?:the )?(?P<b>(?:{{THE}}{{X}}|{back}))"),
        "separate": grammar(r" separates? (?P<a>{THE}{S}) (?:from|and) (?P<b>{THE}{S})"),
        "route_back": grammar(rf"(?:[- ]long)?[ -](?:[\w-]+ ){{0,4}}?{TRIP}s? {LINKS} (?P<two>{back}|them|each other)"),
        "ground": grammar(rf"(?:[- ](?:away|distant|long|further|farther|drive|walk|ride|journey|trip|hike|march|by \w+|on foot|upstream|downstream|inland))*,?(?: (?:to|in|towards?) the)?(?: ?(?P<b>{{B}}))?(?: (?:of|from|away from|outside(?: of)?|beyond|past|up from|down from|short of|off|along \w+ \w+ from) (?P<g>{end}))"),
        "heading": grammar(r"(?: (?:away|further))? (?:to|towards?) the (?P<b>{B})(?! of| side)(?![\w-])"),
        "heading_plain": grammar(r"(?: (?:away|further))? (?P<b>{B})(?=[,.;)]|$)"),
        "towards": grammar(r"(?:[ -]\w+){0,9}? (?:to|towards?|until) (?P<b>{THE}{S})"),
        "apart": grammar(r"(?: away)?(?: apart| from each other| from one another)"),
    }  # fmt: skip


def relations(sk: Skeleton, context: Context) -> Iterator[Drafted]:
    """Read distances, travel times and headings of one sentence."""
    last: tuple[int, Drafted] | None = None
    for match in re.finditer(signs("LU"), sk.text):
        measure: Measure = sk.meaning[match[0]]
        found = _distance(sk, match.start(), measure, context)
        if found and last and re.search(rf"^[^;]*{SPOT}(?:,? and|,)(?: (?:is|lies|about|around|some|just))* ?$", sk.text[last[0] : match.start()]):
            figure = last[1].of("to")  # "9 km from Alpha and 5 km from Beta" is said of one place
            found.places = [pair for pair in found.places if pair[0] == "from"] + [("to", place) for place in figure]
        if found:
            last = match.start(), found
            yield found
    yield from _headings(sk, context)


def _drafted(sk: Skeleton, measure: Measure, ground: list[Mention], figure: list[Mention], bearing: str | None) -> Drafted:
    kind = "travel-time" if measure.minutes is not None else "distance"
    places = [*(("from", place) for place in ground[:1]), *(("to", place) for place in figure)]
    return Drafted(kind, sk.start, sk.end, places, km=measure.km, miles=measure.miles, minutes=measure.minutes,
                   bearing=bearing, about=measure.about, limit=measure.limit)  # fmt: skip


def _distance(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    patterns, after, timed = _patterns(), at + 1, measure.minutes is not None
    route = patterns["route"].match(sk.text, after) or patterns["separate"].match(sk.text, after)
    if route:
        ends = [_places(sk, route, name, context) for name in ("a", "b")]
        if all(ends):
            return _as_road(_drafted(sk, measure, ends[0], ends[1][:1], None), route[0])
    back = patterns["route_back"].match(sk.text, after)
    if back:
        two = context.noun("the two " + re.sub(r"^(?:the|both)\s+(?:two\s+)?", "", back["two"]), sk.places(sk.text[:at]))
        if len(two) == 2:
            return _as_road(_drafted(sk, measure, two[:1], two[1:], None), back[0])
    if patterns["apart"].match(sk.text, after):
        return _apart(sk, at, measure, context)
    between = _stated_between(sk, at, measure, context)
    if between:
        return between
    ground = patterns["ground"].match(sk.text, after)
    if ground and not (timed and not _timed(sk, at, ground)):
        places = _places(sk, ground, "g", context)
        figure = _figure(sk, at, ground.end(), context)
        if places and figure is not None:
            figure = [place for place in figure if place.place != places[0].place or place.place is None]
            drafted = _drafted(sk, measure, places, figure, _bearing(ground["b"]))
            return drafted if not timed or figure else None
    heading = None if timed else patterns["heading"].match(sk.text, after) or patterns["heading_plain"].match(sk.text, after)
    if heading:
        return _towards_heading(sk, at, measure, heading, context)
    return _from_there(sk, at, measure, context)


def _as_road(drafted: Drafted, words: str) -> Drafted:
    drafted.way = None if re.search("distance|gap", words) else "road"
    return drafted


def _places(sk: Skeleton, match: re.Match[str], group: str, context: Context) -> list[Mention]:
    """Places that a group of a match names, or refers back to."""
    named = sk.places(match[group])
    if named:
        return named
    words = match[group]
    if re.fullmatch(r"(?:t?here|it)", words, re.IGNORECASE):
        return context.it()
    return context.noun(words, sk.places(sk.text[: match.start(group)]))


def _timed(sk: Skeleton, at: int, ground: re.Match[str]) -> bool:
    """Whether a duration before "from Alpha" is a travel time, and no time of day or length of a fight."""
    before = sk.text[max(0, at - 24) : at]
    return not re.search(r"(?:last(?:ed|ing)?|for|after|within|every|in|during|and|until)\s+(?:\w+\s+)?$", before) or bool(
        re.search(r"drive|walk|ride|journey|trip|by \w+|away", ground[0])
    )


def _apart(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    left = sk.places(re.split(r"[;.]", sk.text[:at])[-1])
    if len(left) == 1 and re.search(r"halves|parts|sections|sides", sk.text[:at]):
        return _drafted(sk, measure, left, left, None)
    two = left[-2:] if len(left) >= 2 else context.noun("the two towns", [])
    return _drafted(sk, measure, two[:1], two[1:], None) if len(two) == 2 else None


def _stated_between(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    """Read "the distance from Alpha to Beta is 9 km", "between Alpha and Beta is 9 km"; "it takes 2 hours from ...")."""
    back = back_reference()
    end = rf"(?:{{THE}}{{X}}|{back})"
    before = grammar(rf"(?:from|between|of the road from) (?P<a>{end})(?: to | and )(?P<b>{end})(?:,? (?:which )?(?:is|are|was|measures|takes|took|covers|spans|runs|stretches)(?: a distance of| about)?| \()? ?$")
    match = before.search(sk.text, 0, at)
    if match:
        a, b = _places(sk, match, "a", context), _places(sk, match, "b", context)
    elif measure.minutes is not None and re.search(r"(?:takes?|took|taking|needs?)\s+(?:\w+\s+){0,3}$", sk.text[:at]):
        trip = r"(?: by \w+| to (?:drive|travel|get|go|walk|ride|reach))*"
        both = grammar(rf"{trip} from (?P<a>{end}) to (?P<b>{end})").match(sk.text, at + 1)
        first = grammar(rf"(?:^|[ “])[Ff]rom (?P<a>{end})[^.;]{{0,40}}$").search(sk.text, 0, at)
        second = grammar(rf"{trip} (?:to )?(?P<b>{end})").match(sk.text, at + 1)
        if both:
            a, b = _places(sk, both, "a", context), _places(sk, both, "b", context)
        elif first and second:
            a, b = _places(sk, first, "a", context), _places(sk, second, "b", context)
        else:
            return None
    else:
        return None
    return _drafted(sk, measure, a, b[:1], None) if a and b else None


def _towards_heading(sk: Skeleton, at: int, measure: Measure, heading: re.Match[str], context: Context) -> Drafted | None:
    """Read "Alpha, about 80 km to the west": seen from the other place of the sentence, or from the topic."""
    figure = _figure(sk, at, heading.end(), context)
    if not figure:
        return None
    others = [place for place in sk.places(sk.text[:at]) if place not in figure and place.kind not in ("region", "country", "river", "road")]
    ground = others[-1:] or [place for place in context.it() if place.place != figure[0].place]
    return _drafted(sk, measure, ground, figure, _bearing(heading["b"])) if ground else None


def _from_there(sk: Skeleton, at: int, measure: Measure, context: Context) -> Drafted | None:
    """Read "From there another fifty miles of track wind up to Alpha"."""
    if measure.minutes is not None:
        return None
    end = rf"(?:{{THE}}{{S}}|there|here|{back_reference()})"
    before = grammar(rf"(?:^|[,;:“] ?|and )[Ff]rom (?P<a>{end}),?(?: it is| it's| the road runs| you go)?(?: another| a further| some)? ?$").search(sk.text, 0, at)
    after = _patterns()["towards"].match(sk.text, at + 1)
    if before and after:
        ground = _places(sk, before, "a", context)
        return _as_road(_drafted(sk, measure, ground, sk.places(after["b"])[:1], None), "road") if ground else None
    return None


def _figure(sk: Skeleton, at: int, after: int, context: Context) -> list[Mention] | None:
    """Find what lies so far away: the places before the measure, or behind its ground; [] where it has no name.

    None means that nothing in the sentence or before it can be meant.
    """
    left = sk.text[:at].rstrip()
    left = re.sub(rf"(?:[\s,(—–:-]|(?<!\w)(?:{COPULA}))+$", "", left)
    if not re.sub(r"[“\"'‘\s]|(?<!\w)(?:about|around|some|at|only|just|roughly|and|but)(?!\w)", "", left, flags=re.IGNORECASE):
        right = re.search(SPOT, sk.text[after:])
        return [sk.meaning[right[0]]] if right and not re.search(r"[;]", sk.text[after : after + right.start()]) else context.it()
    aside = grammar(r"(?P<f>{SS}), [^,;:“]*,$").search(sk.text[:at].rstrip() if sk.text[:at].rstrip().endswith(",") else re.sub(rf"(?:\s|(?<!\w)(?:{COPULA}))+$".replace("{COPULA}", COPULA), "", sk.text[:at]))
    if aside:
        return sk.places(aside["f"])
    clause = re.split(r";|(?<=[a-z]), (?:and|but|while) (?=[A-Za-z\s]*$)", left)[-1]
    apposed = grammar(r"(?P<f>{SS})(?:['’]s? [\w-]+)?,? ?(?:,|—|–|\() ?(?:(?:a|an|the|its|home|where|which|who) [^;:.]*)?$").search(clause)
    adjacent = grammar(r"(?P<f>{XX})(?:['’]s [\w-]+(?: [\w-]+)?)?$").search(clause)
    if adjacent:
        return sk.places(adjacent["f"])
    if re.search(r"(?<!\w)(?:[Ii]t|[Tt]here|[Tt]h(?:is|at))$", clause):
        return context.it()
    back = re.search(rf"(?P<n>{back_reference()})$", clause, re.IGNORECASE)
    if back:
        return context.noun(back["n"], sk.places(left))
    if apposed:
        return sk.places(apposed["f"])
    if re.search(rf"(?:{signs('A')}|troops|soldiers|forces|fighters|column|convoy|flotilla)(?:['’]s?)?(?: \w+)?$", clause):
        return []
    if re.search(r"(?<!\w)(?:an?|another|one|some|several|two|three|\d+) (?:[\w’'-]+ ?){1,5}$", clause):
        return []
    last = list(re.finditer(rf"{SPOT}(?:{JOIN}{SPOT})*", clause))
    if last:
        return sk.places(last[0][0] if re.search(rf"{COPULA} *$", sk.text[:at]) else last[-1][0])
    if not re.search(rf"(?<!\w){COPULA}[^.;]{{0,12}}$", sk.text[:at]):
        return []  # "clashes broke out 9 km west of Alpha"
    return context.it() or None


def _bearing(words: str | None) -> str | None:
    if not words:
        return None
    plain = re.sub(r"^(?:due|directly|immediately|just) ", "", words)
    return str(table("english")["headings"][plain])


def _headings(sk: Skeleton, context: Context) -> Iterator[Drafted]:
    """Read headings without a number: "Alpha, a village south of Beta", "Beta has Alpha to its south"."""
    of = grammar(rf"(?P<f>{{SS}})(?P<link>,? (?:which |that )?(?:(?:is|are|lies?|sits?|stands?|located|situated|lying|just) )+|, (?:(?:a|an|the|another|two|both) (?:[\w-]+ ){{1,4}}?)?|,? (?:an?|the) (?:[\w-]+ ){{1,3}}?)(?:to the )?(?P<b>{{B}}) (?:of|from) (?:the )?(?P<g>{{NP}}{{S}}|{back_reference()})")
    for match in of.finditer(sk.text):
        figure = [place for place in sk.places(match["f"]) if place.kind != "river"]
        ground = _places(sk, match, "g", context)
        if figure and ground and not re.search(r"\d|mile|km", match["link"]):
            yield _direction(sk, ground, figure, match["b"])
    to_its = grammar(r"(?P<f>{XX})(?: (?:is|are|lies?|lying|sits?))?,? to (?:its|the) (?P<b>{B})(?! of|\w)")
    for match in to_its.finditer(sk.text):
        before = [place for place in sk.places(sk.text[: match.start()]) if place.kind not in ("region", "country")]
        ground = before[:1] or context.it()
        figure = sk.places(match["f"])
        if ground and ground[0] not in figure:
            yield _direction(sk, ground, figure, match["b"])


def _direction(sk: Skeleton, ground: list[Mention], figure: list[Mention], words: str) -> Drafted:
    places = [("from", ground[0]), *(("to", place) for place in figure)]
    return Drafted("direction", sk.start, sk.end, places, bearing=_bearing(words))


__all__ = ["PLACE", "relations"]
