"""Standing facts in English: who holds a place, and from where a place can be reached."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.domain.vocabulary import HAPPENED
from mapping.reading.core.drafted import Drafted
from mapping.reading.core.skeleton import signs
from mapping.reading.english.anaphora import meant_by
from mapping.reading.english.events.certainty import NEAR, certainty_of_state
from mapping.reading.english.events.clauses import HEAD, speech_before
from mapping.reading.english.grammar import rule, rules
from mapping.reading.english.tables import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.mentions import Mention
    from mapping.reading.core.context import Context
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.core.when import Calendar, When


def control(sk: Skeleton, context: Context, calendar: Calendar) -> Iterator[Drafted]:
    """Read who holds which places, or will."""
    small = sk.text.lower()
    if not any(words in small for words in grammar()["control"]["words"]):
        return
    held = list(_held(sk, context, calendar))
    yield from held
    if not held:
        yield from _placeless(sk, context, calendar)


def _held(sk: Skeleton, context: Context, calendar: Calendar) -> Iterator[Drafted]:
    done: set[int] = set()
    for pattern in rules("control.rules"):
        for match in pattern.finditer(sk.text):
            named = (sk.places(match["p"]) or _back(sk, match, context)) if "p" in pattern.groupindex else context.it()
            if "p" in pattern.groupindex and rule("relations.ground_before").search(sk.text[: match.start("p")]):
                continue  # "controls 46 square km north of Alpha"
            places = [place for place in named if id(place) not in done]
            if places and not (_changes(sk, match) or rule("control.part").search(_clause(sk, match) + match[0])):
                done.update(map(id, places))
                keeps = rule("control.keeps").search(match[0])  # "not willing to cede Alpha"
                if not keeps and _denied(sk, match):
                    continue
                sure = "asserted" if keeps else certainty_of_state(sk, match.start(), match.end())
                if sure in HAPPENED or sure == "planned":
                    yield _controlled(sk, match, places, sure, _date_of(sk, match), context, calendar)


def _back(sk: Skeleton, match: re.Match[str], context: Context) -> list[Mention]:
    """What words that stand for a place mean ("they still run the town")."""
    return meant_by(match["p"].lower(), context, sk.places(sk.text[: match.start("p")]))[:1]


def _placeless(sk: Skeleton, context: Context, calendar: Calendar) -> Iterator[Drafted]:
    for pattern in rules("control.placeless"):
        match = pattern.search(sk.text)
        places = (sk.settled(sk.text[: match.start()])[-1:] or context.it()) if match else []
        if match:
            if places:
                yield _controlled(sk, match, places, "asserted", _date_of(sk, match), context, calendar)
            return


def _denied(sk: Skeleton, match: re.Match[str]) -> bool:
    """Whether the words say that nobody holds it so: "is not under TNLA control", "will never hold Alpha"."""
    return rule("control.denied").search(_clause(sk, match) + match[0]) is not None


def _clause(sk: Skeleton, match: re.Match[str]) -> str:
    """The end of the clause that stands before a match."""
    return re.split(r"[,;:.]", sk.text[: match.start()])[-1][-NEAR:]


def _changes(sk: Skeleton, match: re.Match[str]) -> bool:
    """Whether the words tell that control changed: that is a capture."""
    before = sk.text[max(0, match.start() - 24) : match.start()]
    return bool(rule("control.changes_before").search(before) or rule("control.changes").search(match[0]))


def _date_of(sk: Skeleton, match: re.Match[str]) -> When | None:
    """Return a date that stands right behind the words, or at the head of the sentence."""
    behind = re.compile(rf"[^.;]{{0,24}}?({signs('D')})").match(sk.text, match.end())
    head = re.compile(rf".{{0,{HEAD}}}?({signs('D')})").match(sk.text, 0, match.start())
    found = next((one for one in (behind, head) if one and not speech_before(sk, one.start(1))), None)
    return sk.meaning[found[1]] if found else None


def _controlled(
    sk: Skeleton, match: re.Match[str], places: list[Mention], sure: str, when: When | None, context: Context,
    calendar: Calendar,
) -> Drafted:  # fmt: skip
    parties = re.findall(signs("A"), match[0])
    if not parties and not rule("control.held").match(match[0]):
        parties = re.findall(signs("A"), sk.text[: match.start()])[-1:]
    holders = [actor for sign in parties for actor in sk.meaning[sign]]
    if not holders and rule("control.theirs").search(match[0]):
        holders = list(context.acting)
    return Drafted(
        "control", sk.start, sk.end, [("at", place) for place in places], certainty=sure,
        actors=tuple(dict.fromkeys(holders)),
        date=when.edtf(calendar, future=sure == "planned") if when else None, date_text=when.text if when else None,
    )  # fmt: skip


def _role(role: str, place: Mention) -> str:
    """The role of a place that can be reached or not: what is no way is where that shows."""
    return "at" if role == "on" and place.kind not in ("road", "river") else role


def access(sk: Skeleton, context: Context, calendar: Calendar) -> Iterator[Drafted]:
    """Read from where a place can be reached, where that takes a permit, and which road is open or closed."""
    if not (sk.has("H") or rule("access.words").search(sk.text)):
        return
    found = [*rule("access.from").finditer(sk.text), *rule("access.roads_lead").finditer(sk.text)]
    for match in found:
        ground = sk.places(match["from"]) or sk.settled(sk.text[: match.start()])[:1] or context.it()
        role = "from" if match["how"] == "from" else "via"
        places = [*(("to", place) for place in sk.places(match["to"])), *((role, place) for place in ground)]
        yield Drafted("access", sk.start, sk.end, places, way="road")
    earlier: Drafted | None = None
    done: set[int] = set()
    for pattern in rules("access.more"):
        for match in pattern.finditer(sk.text):
            if match.end() in done:
                continue
            done.add(match.end())
            named = {role: place for role, place in match.groupdict().items() if place}
            ends = [("between", place) for place in sk.nested.get(named.get("on", ""), [])]
            places = [(_role(role, one), one) for role, signs_ in named.items() for one in sk.places(signs_)]
            if earlier and rule("access.round").search(match[0]) and not ends:
                earlier.places += places  # "to get from Alpha to Beta they go round by Gamma"
                continue
            sure = certainty_of_state(sk, match.start(), match.end()) if {"to", "on"} & named.keys() else "asserted"
            earlier = Drafted("access", sk.start, sk.end, [*places, *ends], certainty=sure)
            if rule("access.closed").search(match[0]):
                earlier.kind, earlier.event_type = "event", "road-closure"
            if when := _date_of(sk, match):
                earlier.date, earlier.date_text = when.edtf(calendar, future=sure == "planned"), when.text
            yield earlier
    for match in rule("access.gateway").finditer(sk.text):
        places = [("via", sk.meaning[match["from"]]), *(("to", place) for place in sk.places(match["to"]))]
        yield Drafted("access", sk.start, sk.end, places)
    for match in rule("access.permit").finditer(sk.text):
        yield Drafted("access", sk.start, sk.end, [("at", sk.meaning[match["at"]])])
