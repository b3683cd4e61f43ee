"""Standing facts: who holds a place, what lies on a road, from where a place can be reached; in English."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.clauses import speech_before
from mapping.reading.drafted import Drafted
from mapping.reading.skeleton import FIRST, Skeleton, grammar, signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.mentions import Mention
    from mapping.reading.context import Context
    from mapping.reading.dates import Calendar

HOLDS = r"(?:(?:still|now|also|currently|firmly|completely|fully|largely|already) )*(?:holds?|controls?|controlled|administers?|maintains? (?:its |their )?(?:control|hold) (?:of|over|on)|retains?(?: control (?:of|over))?|keeps? control (?:of|over)|ha(?:s|ve) (?:full |complete |firm )?control (?:of|over)|(?:is|are|remains?) in (?:full |complete )?control of|runs?|governs?)"
UNDER = r"(?:under|in) (?:the )?(?:full |complete |effective |firm |total |de facto )*"
HELD = ("control", "held", "hold", "run", "administ", "rule", "govern", "hand", "cede", "retain", "back", "bring", "allow", "give up",
        "surrender", "relinquish", "withdraw from", "return", "enter", "occup", "functioning", "operating", "in place", "hands")  # fmt: skip
FIRST_SIGN = chr(min(FIRST.values()))
POSITIONED = {FIRST[sort] // 256 for sort in "FHW"}  # a fraction, a road, a river
STATIONED = re.compile(r"waiting|positioned|stationed|camped|dug in|entrenched|halted|stalled|beyond|past|after|from", re.IGNORECASE)
REACHED = re.compile(r"accessible|reach|access|gateway|permi|allowed|travel ban|passes")
STATE = r"(?:(?:is|are|was|were|remains?|remained|has|have|been|now|still|currently|entirely|fully|completely|already|being|which|that|and|both|all) )*"


@cache
def _control() -> list[re.Pattern[str]]:
    return [
        grammar(r"(?:{A}|rebel|resistance|opposition|guerrilla|military|junta|regime|insurgent|ethnic army)[- ](?:held|controlled|run|administered|ruled) {THE}(?P<p>{SS})", small=True),
        grammar(rf"(?P<p>{{SS}})(?:,? [^.;:]{{0,50}}?|,)? {STATE}{UNDER}(?P<a>{{A}})(?:['’]s?)? (?:control|administration|rule|hands|occupation)", small=True),
        grammar(rf"(?P<p>{{SS}})(?:,? [^.;:]{{0,40}}?|,)? {STATE}(?:(?:held|controlled|run|administered|governed|ruled) by|under the (?:control|administration|rule) of|in the hands of) (?:the )?(?P<a>{{A}})", small=True),
        grammar(rf"(?P<a>{{A}})(?: (?:troops|forces|fighters|groups|and allies|and its allies))?(?: |, [^.;]{{0,40}}, ){HOLDS} (?:{{NP}}|[^.;:]{{0,40}}?(?:including|such as|like) )?{{THE}}(?P<p>{{SS}})", small=True),
        grammar(r"(?:announc\w+|declar\w+|claim\w*|has|have|in) (?:taking )?(?:full|complete|total|sole) control (?:of|over) {THE}(?P<p>{SS})", small=True),
        grammar(r"not (?:to )?(?:cede|give up|hand over|relinquish|surrender|withdraw from) (?:control (?:of|over) )?{THE}(?P<p>{SS})", small=True),
        grammar(r"(?:administrations?|officials|police|courts|checkpoints) (?:is|are|remain) (?:still )?(?:running|functioning|operating|in place) (?:in|at) {THE}(?P<p>{SS})", small=True),
        grammar(r"remains? (?:in|under) (?P<a>{A})(?:['’]s?)? (?:hands|control)", small=True),
    ]  # fmt: skip


@cache
def _control_without_place() -> list[re.Pattern[str]]:
    return [
        grammar(rf"(?P<a>{{A}}) {STATE}(?:back |firmly |fully )?in (?:full |complete )?control(?! of)"),
        grammar(r"(?P<a>{A})['’]s? control(?! of| over)"),
        grammar(r"each side (?:had )?(?:held|holding|controlled) "),
    ]  # fmt: skip


@cache
def _return() -> list[re.Pattern[str]]:
    return [
        grammar(r"(?P<a>{A})[^.;]{0,30}(?:expected|due|scheduled|set) (?:to be )?(?:back|to (?:return|re-?enter|take over|resume control)) ?(?:in|into|to|of)? {THE}(?P<p>{SS})(?:(?:,| and)+ (?:in|into|to) {THE}(?P<q>{SS}))?", small=True),
        grammar(r"(?:will|would|to) (?:bring|let|allow) (?P<a>{A}) (?:back )?(?:in|into|to) {THE}(?P<p>{SS})", small=True),
    ]  # fmt: skip


def control(sk: Skeleton, context: Context, calendar: Calendar) -> Iterator[Drafted]:
    """Read who holds which places."""
    done: set[int] = set()
    small = sk.text.lower()
    if not any(letters in small for letters in HELD):
        return
    for pattern in _control():
        for match in pattern.finditer(sk.text):
            places = [p for p in (sk.places(match["p"]) if "p" in match.groupdict() else context.it()) if id(p) not in done]
            if places and not _changes(sk, match):
                done.update(map(id, places))
                yield _controlled(sk, match, places, "asserted", calendar)
    for pattern in _return():
        for match in pattern.finditer(sk.text):
            for group in ("p", "q"):
                if match.groupdict().get(group):
                    yield _controlled(sk, match, sk.places(match[group]), "planned", calendar)
    if not done:
        for pattern in _control_without_place():
            match = pattern.search(sk.text)
            if match:
                here = [place for place in sk.places(sk.text[: match.start()]) if place.kind not in ("region", "country", "road", "river")]
                places = here[-1:] or context.it()
                if places:
                    yield _controlled(sk, match, places, "asserted", calendar)
                return


def _changes(sk: Skeleton, match: re.Match[str]) -> bool:
    """Whether the words tell that control changed: that is a capture."""
    return bool(re.search(r"(?:took|taken|taking|takes?|gain\w*|seiz\w*|regain\w*|lost|losing|return\w*|back|brought|fell|wrest\w*) (?:[\w\ue000-\uefff]+ )?$", sk.text[max(0, match.start() - 24) : match.start()] ) or
                re.search(r"(?:took|taken|taking|gain(?:ed|ing)|regain|fell|lost|brought|return)", match[0]))  # fmt: skip


def _controlled(sk: Skeleton, match: re.Match[str], places: list[Mention], sure: str, calendar: Calendar) -> Drafted:
    signs_ = re.findall(signs("A"), match[0]) or re.findall(signs("A"), sk.text[: match.start()])[-1:]
    actors = tuple(dict.fromkeys(actor for sign in signs_ for actor in sk.meaning[sign]))
    when = next((sk.meaning[m[0]] for m in re.finditer(signs("D"), sk.text) if not speech_before(sk, m.start())), None)
    near = when is not None and (sure == "planned" or re.search(rf"^[^.;]{{0,24}}{signs('D')}", sk.text[match.end() :]))
    date = when.edtf(calendar, future=sure == "planned") if when and near else None
    return Drafted("control", sk.start, sk.end, [("at", place) for place in places], certainty=sure, actors=actors,
                   date=date, date_text=when.text if when and near else None)  # fmt: skip


@cache
def _positions() -> dict[str, re.Pattern[str]]:
    lies = r"(?:,|,? (?:which |that )?(?:(?:is|are|lies|lie|sits|sit|stands|located|situated|lying) )+)"
    return {
        "fraction": grammar(r"(?P<f>{F}) (?:of )?(?:the )?(?:way|road|route|distance|length|{H})?"),
        "on": grammar(rf"(?P<p>{{S}})(?P<via>{lies} ?(?:just |right )?(?:along|on|beside|astride|off) (?:the )?(?:\w+ ){{0,2}}(?:(?:of|to) (?:the )?)?|, [^.;:“]{{0,60}}?, (?:along|on) (?:the )?)(?P<r>{{H}}|{{W}})", small=True),
        "stretch": grammar(r"(?:stretch|section|part|portion|segment|length)s? of (?:the )?(?P<r>{H})(?:,)? (?:between|from) {THE}(?P<a>{S})(?: and | to ){THE}(?P<b>{S})", small=True),
        "troops": grammar(r"(?:{A}|soldiers|troops|men|fighters|column|forces)[^.;]{0,50}? (?:(?:are|is|were|was|have been|has been|remain) )?(?:waiting|positioned|stationed|camped|encamped|dug in|entrenched|halted|stalled)(?: up)? (?P<where>.*)", small=True),
        "beyond": grammar(r"(?:beyond|past) {THE}(?P<a>{S}) (?:is|lies|runs|begins|comes) [^.;,]{0,40}?(?:road|route|highway|track|path) to {THE}(?P<b>{S})", small=True),
        "itinerary": grammar(r"(?:after|from|past) {THE}(?P<a>{S}),? you (?P<rest>.*)", small=True),
    }  # fmt: skip


def positions(sk: Skeleton, context: Context) -> Iterator[Drafted]:
    """Read what stands at which point or stretch of a road."""
    patterns = _positions()
    if not any(sign >= FIRST_SIGN and ord(sign) // 256 in POSITIONED for sign in sk.text) and not STATIONED.search(sk.text):
        return
    for match in patterns["fraction"].finditer(sk.text):
        found = _fraction(sk, match, context)
        if found:
            yield found
    for match in patterns["stretch"].finditer(sk.text):
        places = [("on", sk.meaning[match["r"]]), ("between", sk.meaning[match["a"]]), ("between", sk.meaning[match["b"]])]
        yield Drafted("position", sk.start, sk.end, places, actors=_troops(sk, match.start()))
    for match in patterns["on"].finditer(sk.text):
        road = sk.meaning[match["r"]]
        ends = [("between", place) for place in sk.nested.get(match["r"], []) if place is not sk.meaning[match["p"]]]
        yield Drafted("position", sk.start, sk.end, [("at", sk.meaning[match["p"]]), ("on", road), *ends])
    for match in patterns["beyond"].finditer(sk.text):
        yield Drafted("position", sk.start, sk.end, [("from", sk.meaning[match["a"]]), ("to", sk.meaning[match["b"]])])
    for match in patterns["itinerary"].finditer(sk.text):
        stops = [place for place in sk.places(match["rest"]) if place.kind not in ("region", "country")]
        if stops:
            via = [("via", place) for place in stops[:-1]]
            yield Drafted("position", sk.start, sk.end, [("from", sk.meaning[match["a"]]), *via, ("to", stops[-1])])
    troops = patterns["troops"].search(sk.text)
    if troops:
        yield from _standing(sk, troops)


def _standing(sk: Skeleton, match: re.Match[str]) -> Iterator[Drafted]:
    """Read where troops wait: one draft for a place, one for a road."""
    spot = grammar(r"(?P<prep>at|near|in|around) {THE}(?P<p>{S})(?: near {THE}(?P<n>{S}))?").search(match["where"])
    road = grammar(r"(?:along|on) {THE}(?P<r>{H})").search(match["where"])
    actors = _troops(sk, match.end())
    if spot:
        near = [("near", sk.meaning[spot["n"]])] if spot["n"] else []
        role = "near" if spot["prep"] in ("near", "around") else "at"
        yield Drafted("position", sk.start, sk.end, [(role, sk.meaning[spot["p"]]), *near], actors=actors)
    if road:
        yield Drafted("position", sk.start, sk.end, [("on", sk.meaning[road["r"]])], actors=actors)


def _fraction(sk: Skeleton, match: re.Match[str], context: Context) -> Drafted | None:
    """Read "one-third of the way along the route linking the two towns", "halfway between Alpha and Beta"."""
    after = sk.text[match.end() :]
    if not re.search(rf"way|road|route|distance|length|{signs('H')}", match[0]) and not re.match(r" ?(?:way )?between", after):
        return None
    road = re.search(signs("H"), match[0]) or re.search(signs("H"), after) or re.search(signs("H"), sk.text)
    between = grammar(r"(?:between|from|linking|connecting) {THE}(?P<a>{S})(?: and | to | with ){THE}(?P<b>{S})").search(after)
    toward = grammar(r" ?(?:from {THE}(?P<a>{S}) )?(?:to|towards?) {THE}(?P<b>{S})").match(after)
    places: list[tuple[str, Mention]] = [("on", sk.meaning[road[0]])] if road else []
    if between or toward:
        found = between or toward
        ends = [sk.meaning[found[name]] for name in ("a", "b") if found and found[name]]
    elif road:
        ends = sk.nested.get(road[0], [])
    else:
        ends = context.noun("the two towns", sk.places(sk.text[: match.start()]))
    if len(ends) == 2:
        places += [("from", ends[0]), ("to", ends[1])]
    elif ends:
        places.append(("to", ends[0]))
    who = grammar(r"(?P<p>{S}),? ?(?:is |lies |sits |located |situated |about |roughly |some )*$").search(sk.text[: match.start()])
    if who:
        places.insert(0, ("at", sk.meaning[who["p"]]))
    return Drafted("position", sk.start, sk.end, places, fraction=sk.meaning[match["f"]],
                   actors=_troops(sk, match.start())) if places else None  # fmt: skip


def _troops(sk: Skeleton, before: int) -> tuple[str, ...]:
    found = re.findall(signs("A"), sk.text[:before])
    return tuple(sk.meaning[found[0]]) if found else ()


@cache
def _access() -> dict[str, re.Pattern[str]]:
    reach = r"(?:accessible|reached|reachable|accessed)(?: by (?:\w+|{H})| on foot| overland)*"
    return {
        "from": grammar(rf"(?P<to>{{SS}})(?:, [^.;]{{0,40}},)? (?:is|are|can(?: all)? be|could be) (?:\w+ )?{reach} (?P<how>from|through|via|by way of) {{THE}}(?P<from>{{SS}}|it|there)", small=True),
        "gateway": grammar(r"(?P<from>{S})(?:,| is| was| are|, which is|, known as)+ (?:the|a|an) (?:\w+ ){0,3}gateway to {THE}(?P<to>{SS})", small=True),
        "permit": grammar(r"(?P<at>{S})[^.;]{0,60}(?:special permit|permits?|permission|not allowed|travel ban|passes)(?![\w-])", small=True),
    }  # fmt: skip


def access(sk: Skeleton, context: Context) -> Iterator[Drafted]:
    """Read from where a place can be reached."""
    patterns = _access()
    if not REACHED.search(sk.text):
        return
    for match in patterns["from"].finditer(sk.text):
        ground = sk.places(match["from"]) or [place for place in sk.places(sk.text[: match.start()]) if place.kind not in ("road", "region")][:1] or context.it()
        role = "from" if match["how"] == "from" else "via"
        yield Drafted("access", sk.start, sk.end, [*(("to", p) for p in sk.places(match["to"])), *((role, p) for p in ground)], way="road")
    for match in patterns["gateway"].finditer(sk.text):
        places = [("via", sk.meaning[match["from"]]), *(("to", place) for place in sk.places(match["to"]))]
        yield Drafted("access", sk.start, sk.end, places)
    for match in patterns["permit"].finditer(sk.text):
        yield Drafted("access", sk.start, sk.end, [("at", sk.meaning[match["at"]])])
