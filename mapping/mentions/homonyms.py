"""Which place a name means: by its generic word, by the townships named beside it, by the company it keeps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from mapping.domain.geodesy import rough_km
from mapping.mentions.words import abroad, unknown_place

if TYPE_CHECKING:
    from mapping.gazetteer import Gazetteer, Place
    from mapping.mentions.automaton import Hit
    from mapping.mentions.model import Named

SETTLED = ("city", "town", "village")  # in this order a bare name is understood
NEAR = 300  # code points: about the two sentences around a name
RIGHT_BEHIND = 14  # code points: " village tract, "
TOWNSHIP_KM = 60.0  # no village of these townships lies farther from its seat
EXACT = 1 / 3  # a place whose own name is spelled so counts as if it were so much nearer than its namesakes
STRANGE = 2  # so many names that nobody here knows, beside a single known one, make a text one about elsewhere
FAR_WEIGHT = 3.0  # a place named farther off than NEAR counts as if it were so much farther away


class Company:
    """Resolves the names of one text together."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._townships = gazetteer.township_of_seat

    def resolve(self, named: list[Named]) -> None:
        """Set `place` of each name; it stays None where several places are equally likely."""
        several: list[Named] = []
        for number, one in enumerate(named):
            candidates = self._within(self._fitting(one), one, named[number + 1] if number + 1 < len(named) else None)
            if not candidates:
                continue
            if len(candidates) == 1:
                one.place = candidates[0].id
            else:
                several.append(one)
        if several:
            self._by_company(named, several)
        for one in named:
            if one.place and one.kind == "township":
                one.place = self._townships.get(one.place, one.place)

    def keeps(self, text: str, named: list[Named], hits: list[Hit]) -> bool:
        """Whether a text is about this ground at all.

        It is where two different places, a party to the conflict under its proper name, or a country of the
        gazetteer is named; else a single known name beside names that nobody here knows is taken for a namesake
        somewhere else in the world.
        """
        if len({place for one in named for place in one.hit.entry.places[:1]}) != 1:
            return True
        proper = any(hit.entry.actors and not text[hit.start + 1 : hit.end].islower() for hit in hits)
        if proper or any(self._kind(hit) == "country" for hit in hits):
            return True
        known = {hit.start for hit in hits}
        unknown = {match[1] for match in unknown_place().finditer(text) if match.start(1) not in known}
        return len(unknown) < STRANGE and not abroad().search(text)

    def _kind(self, hit: Hit) -> str:
        return self._gazetteer.places[hit.entry.places[0]].kind if hit.entry.places else ""

    def _within(self, candidates: list[Place], one: Named, after: Named | None) -> list[Place]:
        """Leave out villages far from the township that is named right behind ("Alpha village in Beta Township")."""
        if after is None or after.hit.start - one.hit.end > RIGHT_BEHIND:
            return candidates
        named = [self._gazetteer.places[id_] for id_ in after.hit.entry.places]
        seats = [p for p in named if p.kind == "township" or (after.kind == "township" and p.id in self._townships)]
        points = [seat.location.point for seat in seats if seat.location]
        return [
            place
            for place in candidates
            if place.kind != "village"
            or not place.location
            or not points
            or min(rough_km(place.location.point, point) for point in points) <= TOWNSHIP_KM
        ]

    def _fitting(self, one: Named) -> list[Place]:
        """Candidates that agree with the generic word; all of them where none does."""
        places = [self._gazetteer.places[id_] for id_ in one.hit.entry.places]
        if one.kind == "township":
            fitting = [p for p in places if p.kind == "township" or p.id in self._townships]
        elif one.kind in ("town", "city"):
            fitting = [p for p in places if p.kind in ("town", "city")]
        elif one.kind in ("village", "tract"):
            fitting = [p for p in places if p.kind == "village"] or [p for p in places if p.kind == "town"]
        elif one.kind:
            fitting = [p for p in places if p.kind == one.kind]
        else:
            fitting = [p for p in places if p.kind != "township"] if len(places) > 1 else places
        return fitting or places

    def _by_company(self, named: list[Named], several: list[Named]) -> None:
        anchors = [(one.hit.start, self._gazetteer.places[one.place]) for one in named if one.place]
        starts = [start for start, _ in anchors]
        everywhere = list({place.id: place for _, place in anchors}.values())
        for one in several:
            at, candidates = one.hit.start, self._fitting(one)
            near = [place for _, place in anchors[bisect_left(starts, at - NEAR) : bisect_right(starts, at + NEAR)]]
            beside = {place.id for place in near if place.kind == "township"}
            inside = [place for place in candidates if place.township in beside]
            one.place = (
                inside[0].id
                if len(inside) == 1
                else self._nearest(inside or candidates, one.hit.spelling, near, everywhere)
            )

    def _nearest(
        self, candidates: list[Place], spelling: str, near: list[Place], everywhere: list[Place]
    ) -> str | None:
        """Id of the candidate nearest to any place named beside it; else, with a handicap, anywhere in the text."""
        ranks = {p.id: SETTLED.index(p.kind) if p.kind in SETTLED else len(SETTLED) for p in candidates}
        best = min(ranks.values())
        top = [p for p in candidates if ranks[p.id] == best]
        if best < SETTLED.index("village") and len(top) == 1:
            return top[0].id
        if not everywhere:
            exact = [p for p in candidates if p.name == spelling]
            return exact[0].id if len(exact) == 1 else None
        points = [
            (weight, place.location.point)
            for weight, places in ((1.0, near), (FAR_WEIGHT, everywhere))
            for place in places
            if place.location and place.kind not in ("region", "country")
        ]
        scored = sorted(
            (
                (EXACT if place.name == spelling else 1.0)
                * min(weight * rough_km(place.location.point, point) for weight, point in points),
                place.id,
            )
            for place in candidates
            if place.location and points
        )
        return scored[0][1] if scored else None
