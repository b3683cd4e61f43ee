"""Finds the names of one gazetteer in texts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mapping.mentions import words
from mapping.mentions.automaton import Automaton
from mapping.mentions.homonyms import Company
from mapping.mentions.model import Mention, Named, Scan
from mapping.mentions.plain import Plain
from mapping.mentions.road_names import roads
from mapping.mentions.spelling import region_stem, without_compass

if TYPE_CHECKING:
    from mapping.gazetteer import Gazetteer
    from mapping.mentions.automaton import Hit


class Matcher:
    """Finds the names of one gazetteer in texts."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._automaton = Automaton(gazetteer)
        self._stems: dict[str, str] = {}
        self._larger: set[str] = set()  # what lies around regions: "Alpha", where there is a North Alpha
        for place in gazetteer.places.values():
            if place.kind == "region":
                stems = filter(None, map(region_stem, place.spellings))
                self._stems.update((stem, place.id) for stem in stems)
                self._larger.update(filter(None, map(without_compass, place.spellings)))

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions of a text in reading order, homonyms resolved, names of roads before what they hold."""
        return self.scan(text).mentions

    def scan(self, text: str) -> Scan:
        """Find mentions and actors in one pass."""
        plain = Plain.of(text)
        hits = self._automaton.hits(plain.text)
        named = self._named(plain.text, hits)
        company = Company(self.gazetteer)
        home = company.keeps(plain.text, named, hits)
        if home:
            company.resolve(named)
        found = [self._mention(text, *self._extent(plain, one), one) for one in named]
        for start, end, route in roads(plain.text, named, self.gazetteer):
            first, last = plain.span(start, end)
            name = self.gazetteer.routes[route].name if route else text[first:last]
            found.append(Mention(first, last, text[first:last], route, name, "road", curated=route is not None))
        actors = tuple((*plain.span(hit.start, hit.end), hit.entry.actors) for hit in hits if hit.entry.actors)
        used = {one.hit.start for one in named}
        phrases = tuple(
            plain.span(hit.start, hit.end) for hit in hits if not hit.entry.actors and hit.start not in used
        )
        return Scan(tuple(sorted(found, key=lambda m: (m.start, -m.end, m.kind))), actors, phrases, home)

    def as_region(self, one: Mention) -> Mention:
        """Read a name that only its surroundings make a place's as that of a region, where a region is called so."""
        if one.text in self._larger:
            return replace(one, kind="region")
        place = self.gazetteer.places.get(self._stems.get(one.text, ""))
        if place is None:
            return one
        latitude, longitude = place.location.point if place.location else (None, None)
        return replace(one, place=place.id, name=place.name, kind="region", latitude=latitude, longitude=longitude)

    def spelled(self, text: str) -> set[str]:
        """Return the ids of all places of which some spelling stands in a text, homonyms and parts of names included.

        A township counts where its seat is spelled, a route where both its ends are.
        """
        found: set[str] = set()
        for hit in self._automaton.every(Plain.of(text).text):
            found.update(hit.entry.places)
        seats = self.gazetteer.township_of_seat
        found.update(seats[place] for place in found & seats.keys())
        found.update(route.id for route in self.gazetteer.routes.values() if {route.start, route.end} <= found)
        return found

    def _named(self, text: str, hits: list[Hit]) -> list[Named]:
        """Keep the hits that name places, each with the kind its surroundings say; lists share their generic word."""
        named: list[Named] = []
        following: tuple[int, str, bool] = (-1, "", False)
        for hit in reversed(hits):
            if not hit.entry.places or _no_place(text, hit) or self._government(text, hit):
                continue
            kind, end, plural = _generic(text, hit)
            if not kind and following[2] and words.list_joint().fullmatch(text, hit.end, following[0]):
                kind, plural = following[1], True
            elif not kind and following[0] - hit.end <= 3 and text[hit.end : following[0]] in (" (", "("):
                kind = following[1]
            if not kind and self._only_region(hit) and words.qualifies().match(text, hit.end):
                continue  # "Alpha fighters"
            following = (hit.start, kind, plural)
            one = Named(hit, kind, end)
            self._region(text, one, named[-1] if named else None)
            named.append(one)
        return named[::-1]

    def _region(self, text: str, one: Named, after: Named | None) -> None:
        """Read a bare name as its region's, where the surroundings say so: "northern Alpha", "Alpha and Beta State"."""
        region = self._stems.get(text[one.hit.start : one.hit.end])
        if region is None or one.kind:
            return
        beside = (
            after is not None
            and words.list_joint().fullmatch(text, one.hit.end, _before_compass(text, after.hit.start))
            and (after.kind == "region" or self._kind(after.hit.entry.places[0]) == "region")
        )
        if beside:
            one.kind = "region"

    def _government(self, text: str, hit: Hit) -> bool:
        """Whether the name of a country stands for its government ("Alpha mediated")."""
        if self._kind(hit.entry.places[0]) != "country" or text[hit.end : hit.end + 2] == "'s":
            return False
        return not words.country_before().search(text, max(0, hit.start - 14), hit.start)

    def _only_region(self, hit: Hit) -> bool:
        """Whether a name can be that of a region alone."""
        return all(self._kind(place) == "region" for place in hit.entry.places)

    def _kind(self, place: str) -> str:
        return self.gazetteer.places[place].kind

    def _extent(self, plain: Plain, one: Named) -> tuple[int, int]:
        """Offsets of a name in the text itself; generic words belong to the names of areas and rivers."""
        whole = one.kind in ("township", "district", "region", "river", "tract")
        return plain.span(one.hit.start, one.end if whole else one.hit.end)

    def _mention(self, text: str, start: int, end: int, one: Named) -> Mention:
        words_ = text[start:end]
        if one.kind == "district":  # the gazetteer has townships; a district is named after one of its towns
            return Mention(start, end, words_, None, words_, "district")
        if one.place is None:
            return Mention(start, end, words_, None, words_, one.kind or self._kind(one.hit.entry.places[0]))
        place = self.gazetteer.places[one.place]
        latitude, longitude = place.location.point if place.location else (None, None)
        return Mention(start, end, words_, place.id, place.name, place.kind, latitude, longitude, curated=True)


def _generic(text: str, hit: Hit) -> tuple[str, int, bool]:
    """(kind, end with the generic word, whether it speaks of several) as the words around a name say."""
    after = words.after_name().match(text, hit.end)
    bracket = after is None and text[hit.end : hit.end + 1] == ")"  # "Alpha (Beta) Township"
    if bracket:
        after = words.after_name().match(text, hit.end + 1)
    if after:
        return words.made_of(after), hit.end if bracket else after.end(), words.is_plural(after)
    if text[max(0, hit.start - 4) : hit.start].endswith(words.before_ends()):
        before = words.before_name().search(text, max(0, hit.start - 30), hit.start)
        if before:
            return words.made_of(before), hit.end, False
    return "", hit.end, False


def _no_place(text: str, hit: Hit) -> bool:
    """Whether the words around a name make it the name of a body of people, a person, a paper or a stone."""
    if words.organisation().match(text, hit.end) or words.gem().match(text, hit.end):
        return True
    if re.search(r"(?<![\w-])[A-Z]{2,}-$", text[max(0, hit.start - 8) : hit.start]):
        return True  # "PDF-Alpha"
    return bool(words.title_before().search(text, max(0, hit.start - 9), hit.start))


def _before_compass(text: str, start: int) -> int:
    """Start of a name together with "northern " before it."""
    match = words.compass_before().search(text, max(0, start - 14), start)
    return match.start() if match else start
