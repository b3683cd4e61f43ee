"""Names that no gazetteer holds, resolved through the references by their sound and by the company they keep."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapping.domain.geodesy import nearest_km
from mapping.mentions.spelling import township_stem, without_bracket
from mapping.reference.base import Around
from mapping.reference.references import REFERENCES
from mapping.reference.romanise import likeness as likeness_of
from mapping.reference.romanise import sound, syllables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.domain.geodesy import Point
    from mapping.gazetteer import Gazetteer
    from mapping.mentions import Mention
    from mapping.reference.base import Entry, Reference

BESIDE = 250  # code points: places named so near tell most about a name
TOWNSHIP_BONUS = 0.15  # the township of a candidate is named beside the name
FAR_KM, FAR_MALUS = 60.0, 0.25  # a candidate so far from all places beside the name loses so much
NAMESAKE_KM = 100.0  # a candidate farther from all places beside the name is another place of the same name
SAME_NAME = 0.9  # likeness of two spellings that are taken for one name
WIDE_KM = 500.0  # places of one report lie so near each other, where all the world may be meant
NAMESAKES = 12  # places of one name that are held against the others, the larger first
SEAT_WEIGHT, COMPANY = 2, 4  # two seats, or a seat and two villages, near each other are no chance
LIKELY = 0.8  # candidates from this likeness on count as company
COMPANY_BONUS, COMPANY_KM = 0.08, 15.0  # another unknown name beside it has a candidate so near
CLEAR = 0.02  # the best candidate must be better by so much, or lie within SAME_KM of the next best
SAME_KM = 3.0
ENOUGH = 0.72
SETTLED = frozenset({"town", "city", "village", "place"})
SEATS = frozenset({"town", "city", "township"})
WHOLE = SEATS | {"place"}  # kinds that a town may be told as
NEVER = frozenset(
    {"river", "road", "hill", "ward", "district", "region", "country"}
)  # kinds that no village stands for


@dataclass
class Unknown:
    """A name to resolve: what may be meant, and what stands beside it."""

    name: Mention
    townships: set[str]  # sounds of the townships and towns named beside it
    points: list[Point]  # of the places (no townships) named beside it, or else anywhere in the text
    candidates: list[tuple[float, Entry]]


def resolve(names: Sequence[Mention], known: Sequence[Mention], gazetteer: Gazetteer, *, home: bool) -> list[Mention]:
    """Give points to names in spellings that the gazetteer lacks: its own by their sound, others from the references.

    `known` are the mentions that are resolved already; where they do not say that the text is about this ground
    (`home`), the names themselves must, by keeping company in a reference. A name stays without a point where several
    places are equally likely.
    """
    found = _resolved(names, known, gazetteer) if names else []
    return _of_the_world(found if home or _keep_company(found) else list(names), known)


def _of_the_world(names: list[Mention], known: Sequence[Mention]) -> list[Mention]:
    """Give points to names that a reference of the whole world knows letter by letter.

    They lie near what is known, or else near each other: the place is taken around which most of the names lie.
    """
    wide = [one for one in REFERENCES if one.WIDE and not one.ONLINE and one.available()]
    open_ = {name.text for name in names if name.place is None and name.kind not in NEVER}
    if not wide or not open_:
        return names
    entries: dict[str, list[Entry]] = {}
    for reference in wide:
        for text, rows in reference.exact(open_).items():
            entries.setdefault(text, []).extend(rows)
    points = [point for _, _, point, _ in _anchors([*known, *names])] or _middle(list(entries.values()))
    near = {
        text: [row for row in rows if nearest_km(row.point, points) <= WIDE_KM] if points else []
        for text, rows in entries.items()
    }
    return [
        _placed(name, near[name.text][0]) if name.text in open_ and name.place is None and near.get(name.text) else name
        for name in names
    ]


def _middle(rows: list[list[Entry]]) -> list[Point]:
    """The point around which places of most names lie; none where two names do not lie near each other."""
    best, most = None, 1
    for middle in (entry.point for entries in rows for entry in entries[:NAMESAKES]):
        near = sum(any(nearest_km(one.point, [middle]) <= WIDE_KM for one in entries) for entries in rows)
        best, most = (middle, near) if near > most else (best, most)
    return [best] if best else []


def _keep_company(found: Sequence[Mention]) -> bool:
    """Whether names make a text one about this ground: a seat by its own name, and others near it spelled alike."""
    alike = {m.place: m for m in found if m.place and likeness_of(m.text, m.name) >= SAME_NAME}
    points = {place: (m.latitude, m.longitude) for place, m in alike.items() if m.latitude and m.longitude}
    for place, seat in alike.items():
        if seat.kind in SEATS and place in points:
            near = [alike[one] for one, point in points.items() if nearest_km(point, [points[place]]) <= NAMESAKE_KM]
            if sum(SEAT_WEIGHT if one.kind in SEATS else 1 for one in near) >= COMPANY:
                return True
    return False


def _resolved(names: Sequence[Mention], known: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    anchors = _anchors(known)
    sounds, points = own_sounds(gazetteer), [point for _, _, point, _ in anchors]
    found = [_own(name, sounds, gazetteer, points) or name for name in names]
    at_hand = [one for one in REFERENCES if not (one.ONLINE or one.WIDE) and one.available()]
    if not at_hand or all(name.place for name in found):
        return found
    towns = _from_references([name for name in found if name.kind in WHOLE], anchors, at_hand)
    anchors += _anchors(towns)  # the towns that are known now tell where the villages beside them lie
    told = {(name.start, name.end): name for name in towns}
    rest = [name for name in found if not name.place and name.kind not in SEATS]
    rest = [name for name in rest if not (name.kind in WHOLE and told[name.start, name.end].place)]
    if rest:
        told |= {(name.start, name.end): name for name in _from_references(rest, anchors, at_hand)}
    return [told.get((name.start, name.end), name) for name in found]


def _anchors(mentions: Sequence[Mention]) -> list[Anchor]:
    return [
        (m.start, m.name, (m.latitude, m.longitude), m.kind)
        for m in mentions
        if m.latitude is not None and m.longitude is not None and m.kind not in ("region", "country")
    ]


def _own(
    name: Mention, sounds: dict[str, tuple[str, ...]], gazetteer: Gazetteer, points: list[Point]
) -> Mention | None:
    """Read another spelling of a place of the gazetteer: it sounds the same and lies not far from the others."""
    ids = sounds.get(sound(name.text), ()) if name.kind in SETTLED else ()
    places = [place for id_ in ids if (place := gazetteer.places[id_]).location]
    near = [place for place in places if place.location and nearest_km(place.location.point, points) <= FAR_KM]
    if len(near) != 1 or near[0].location is None:
        return None
    place, (latitude, longitude) = near[0], near[0].location.point
    return replace(name, place=place.id, name=place.name, kind=place.kind, latitude=latitude, longitude=longitude)


def own_sounds(gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    """Sounds of the towns and villages of a gazetteer, of at least two syllables, and the ids of the places."""
    found: dict[str, dict[str, None]] = {}
    for place in gazetteer.places.values():
        for spelling in place.spellings if place.kind in SETTLED else ():
            if len(syllables(spelling) or ()) >= 2:
                found.setdefault(sound(without_bracket(spelling)), {})[place.id] = None
    return {heard: tuple(ids) for heard, ids in found.items()}


Anchor = tuple[int, str, "Point", str]  # offset, name, point and kind of a place that is resolved


def _from_references(names: Sequence[Mention], anchors: list[Anchor], references: Sequence[Reference]) -> list[Mention]:
    everywhere = tuple(point for _, _, point, _ in anchors)
    unknown = {}
    for name in names:
        key = name.text, name.kind
        if name.kind in NEVER or name.place or key in unknown:
            continue
        near = [anchor for anchor in anchors if abs(anchor[0] - name.start) <= BESIDE]
        points = [point for _, _, point, kind in near if kind != "township"]
        points = points or [point for _, _, point, kind in anchors if kind != "township"]
        townships = {sound(township_stem(who)) for _, who, _, kind in (near if points else anchors) if kind in SEATS}
        around = Around(everywhere, seats=name.kind in SEATS)
        matches = [match for reference in references for match in reference.alike(name.text, around)]
        unknown[key] = Unknown(name, townships, points, [(likeness, entry) for likeness, entry, _ in matches])
    found = {key: _best(one, list(unknown.values())) for key, one in unknown.items()}
    return [_placed(name, found.get((name.text, name.kind))) for name in names]


def _best(one: Unknown, others: Sequence[Unknown]) -> Entry | None:
    """Rank the candidates by sound, township, nearness, and by the candidates of the other unknown names beside it."""
    company = [
        [entry.point for likeness, entry in other.candidates if likeness >= LIKELY]
        for other in others
        if other is not one and abs(other.name.start - one.name.start) <= BESIDE
    ]
    ranked: list[tuple[float, str, Entry]] = []
    for likeness, entry in one.candidates:
        if not _possible(one, likeness, entry):
            continue
        inside = sound(entry.township) in one.townships
        km = nearest_km(entry.point, one.points) if one.points else 0.0 if inside else FAR_KM / 2
        score = likeness - FAR_MALUS * min(km / FAR_KM, 1.5) + TOWNSHIP_BONUS * inside
        score += COMPANY_BONUS * min(3, sum(nearest_km(entry.point, points) <= COMPANY_KM for points in company))
        if entry.kind == "town":
            score += 0.1 if likeness >= 1 else -0.2  # towns are known by their names; they are seldom misspelt
        ranked.append((score, entry.pcode, entry))
    ranked.sort(key=lambda row: (-row[0], row[1]))
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    best, rest = ranked[0], [row for row in ranked[1:] if row[0] > ranked[0][0] - CLEAR]
    if any(nearest_km(best[2].point, [row[2].point]) > SAME_KM for row in rest):
        return None
    return best[2]


def _possible(one: Unknown, likeness: float, entry: Entry) -> bool:
    """Whether a candidate keeps company with the text: what lies far from all that it names is a namesake."""
    if one.name.kind in SEATS and entry.kind not in SEATS:
        return False
    if entry.kind in SEATS and (likeness > 1 or (likeness >= 1 and one.name.kind == "township" and not one.points)):
        return True  # its very letters, or its sound where it is said what it is and nothing else is known
    if one.points:
        return nearest_km(entry.point, one.points) <= NAMESAKE_KM
    return sound(entry.township) in one.townships


def _placed(name: Mention, entry: Entry | None) -> Mention:
    if entry is None:
        return name
    settled = name.kind in ("place", "village", "town", "township")
    kind = "township" if name.kind == "township" else entry.kind if settled else name.kind
    return replace(
        name, place=f"{entry.reference}:{entry.pcode}", name=entry.name if settled else name.name, kind=kind,
        latitude=entry.point[0], longitude=entry.point[1],
    )  # fmt: skip
