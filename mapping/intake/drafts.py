"""Drafted statements -> the .toml of a source, every one marked as a draft."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from mapping.domain import dates
from mapping.domain.slug import slug, unused
from mapping.domain.vocabulary import HAPPENED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.mentions import Mention
    from mapping.reading.core.drafted import Drafted
    from mapping.reading.reader import Reading

EVENT_ROLES = ("at", "near", "on", "from", "to", "toward", "between", "via")


def source_id(published: str | None, publisher: str | None, title: str | None, taken: Iterable[str]) -> str:
    """Name the files of a source: "<date>-<publisher>-<slug>", with a number where that name exists.

    The date is that of a day; where only bounds of it are known, or a month, the name begins with "undated".
    """
    day = published if published and re.fullmatch(r"\d{4}-\d\d-\d\d", published) else "undated"
    return unused(f"{day}-{slug(publisher or 'unknown', 24)}-{slug(title or 'untitled')}", set(taken))


def _by_then(published: str) -> str:
    """Date (EDTF) of what has happened when a text is published, on a day or within an interval."""
    first, _, last = published.rpartition("/")
    return published if last == ".." and first else f"../{last}"


class Drafts:
    """Writes drafted statements as the vocabulary wants them; what it cannot say is left out and counted."""

    def __init__(self, reading: Reading, known: set[str], actors: set[str], published: str | None) -> None:
        self._text, self._known, self._actors, self._published = reading.text, known, actors, published
        self._ids: Counter[str] = Counter()
        self.left_out = 0
        rows = [row for statement in reading.statements for row in self._rows(statement)]
        self.rows = _told_once(rows, _title(reading.text))
        self.told_twice = len(rows) - len(self.rows)

    def _rows(self, one: Drafted) -> list[dict[str, Any]]:
        quote = self._quote(one)
        made = getattr(self, f"_{one.kind.replace('-', '_')}")(one, quote) if quote else []
        self.left_out += not made
        return [
            {"kind": one.kind, "id": self._id(one, row)} | self._common(one) | row | {"quote": quote} for row in made
        ]

    def _quote(self, one: Drafted) -> str:
        """Words of the text that stand there exactly once: the sentence, with more behind it where it stands twice."""
        end = one.end
        while self._text.count(self._text[one.start : end]) > 1 and end < len(self._text):
            end = min(len(self._text), end + 40)
        quote = self._text[one.start : end].strip()
        return quote if self._text.count(quote) == 1 else ""

    def _id(self, one: Drafted, row: Mapping[str, Any]) -> str:
        place = next((ref for role in EVENT_ROLES for ref in _listed(row.get(role)) if isinstance(ref, str)), "")
        stem = slug(f"{one.event_type or one.kind} {place}", 80)
        self._ids[stem] += 1
        return stem if self._ids[stem] == 1 else f"{stem}-{self._ids[stem]}"

    def _common(self, one: Drafted) -> dict[str, Any]:
        row: dict[str, Any] = {"certainty": one.certainty, "status": "draft"}
        if one.about:
            row["about"] = True
        if one.limit and one.up_to is None:
            row["limit"] = one.limit
        when = one.date if one.date and _is_edtf(one.date) else None
        if when:
            here = one.date_text is None or one.date_text in self._text[one.start : one.end]
            row |= {"date": when, "date_basis": "stated" if here else "derived"}
        elif one.kind == "event" and self._published and one.certainty in HAPPENED:
            row |= {"date": _by_then(self._published), "date_basis": "published"}
        if one.date_text:
            row["date_text"] = one.date_text
        return row

    def _ref(self, place: Mention, quote: str) -> str | dict[str, str] | None:
        """Id where the gazetteer has the place and the text names it; else words of the quote; else nothing."""
        if place.place in self._known:
            return place.place
        return {"text": place.text} if place.text in quote else None

    def _refs(self, one: Drafted, quote: str, *roles: str) -> list[Any]:
        found = [ref for place in one.of(*roles) if (ref := self._ref(place, quote)) is not None]
        return [ref for number, ref in enumerate(found) if ref not in found[:number]]

    def _event(self, one: Drafted, quote: str) -> list[dict[str, Any]]:
        places = {role: refs for role in EVENT_ROLES if (refs := self._refs(one, quote, role))}
        counts = [{name: value for name, value in count._asdict().items() if value is not None} for count in one.counts]
        return [{"type": one.event_type} | places | self._parties(one) | ({"counts": counts} if counts else {})]

    def _parties(self, one: Drafted) -> dict[str, Any]:
        rows = {"actors": one.actors, "against": one.against}
        return {name: known for name, ids in rows.items() if (known := [id_ for id_ in ids if id_ in self._actors])}

    def _distance(self, one: Drafted, quote: str) -> list[dict[str, Any]]:
        ground, figure = self._refs(one, quote, "from"), self._refs(one, quote, "to")
        if not ground or not figure:
            return []
        row = {"from": ground[0], "to": figure}
        number = {"km": one.km} if one.km is not None else {"miles": one.miles} if one.miles is not None else {}
        more = {"way": one.way, "bearing": one.bearing}
        row |= number | {name: value for name, value in more.items() if value}
        if one.up_to is None:
            return [row]
        return [row | {"limit": "at-least"}, row | {next(iter(number)): one.up_to, "limit": "at-most"}]

    def _travel_time(self, one: Drafted, quote: str) -> list[dict[str, Any]]:
        row = self._distance(one, quote)
        return [{"from": row[0]["from"], "to": row[0]["to"], "minutes": one.minutes}] if row else []

    def _direction(self, one: Drafted, quote: str) -> list[dict[str, Any]]:
        ground, figure = self._refs(one, quote, "from"), self._refs(one, quote, "to")
        return [{"from": ground[0], "to": figure, "bearing": one.bearing}] if ground and figure else []

    def _position(self, one: Drafted, quote: str) -> list[dict[str, Any]]:
        road, between = self._refs(one, quote, "on"), self._refs(one, quote, "between")
        if not road:
            return []
        row: dict[str, Any] = {"on": road[0]}
        ground, spot = self._refs(one, quote, "from"), self._refs(one, quote, "at", "near")
        if one.fraction is not None and ground:
            row |= {"from": ground[0], "fraction": str(one.fraction)}
        elif len(between) == 2:
            row["between"] = between
        if spot:
            row["place"] = spot[0]
        parties = self._parties(one)
        return [row | ({"actors": parties["actors"]} if "actors" in parties else {})]

    def _access(self, one: Drafted, quote: str) -> list[dict[str, Any]]:
        ground, ends = self._refs(one, quote, "from", "via"), self._refs(one, quote, "between")
        goals, road = self._refs(one, quote, "to", "at"), self._refs(one, quote, "on")
        road = road if any(place.kind == "road" for place in one.of("on")) else []
        if not goals and len(ends) == 2:  # "the Alpha-Beta road is open again"
            ground, goals = ends[:1], ends[1:]
        more = ({"from": ground} if ground else {}) | ({"on": road[0]} if road else {})
        return [{"to": to} | more for to in goals]

    def _control(self, one: Drafted, quote: str) -> list[dict[str, Any]]:
        places, parties = self._refs(one, quote, "at"), self._parties(one)
        return [{"at": places, "holder": parties["actors"]}] if places and "actors" in parties else []


def _title(text: str) -> str:
    """The first line, where it is a heading: it ends without a full stop, and more follows."""
    first, _, rest = text.lstrip().partition("\n")
    return first.strip() if rest.strip() and not first.rstrip().endswith((".", "!", "?", "။", "”", '"')) else ""


def _told_once(rows: list[dict[str, Any]], title: str) -> list[dict[str, Any]]:
    """Leave out what a text tells twice: a heading that its report repeats, and the same again with nothing more."""
    kept: list[dict[str, Any]] = []
    for row in rows:
        if row["kind"] != "event":
            kept.append(row)
            continue
        twin = next((other for other in kept if _tells_the_same(other, row)), None)
        if twin is None:
            kept.append(row)
        elif twin["quote"] in title or _tells_more(row, twin):
            kept[kept.index(twin)] = row | {"id": twin["id"]}
    later = [row for row in kept if row["quote"] not in title]
    return [row for row in kept if row["quote"] not in title or not any(_is_of(row, other) for other in later)]


def _places(row: Mapping[str, Any]) -> set[str]:
    return {str(ref) for role in EVENT_ROLES for ref in _listed(row.get(role) or [])}


def _tells_the_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two drafts tell one happening: the same type at the same places, and nothing that differs."""
    dated = [row["date"] for row in (one, other) if row.get("date_basis") == "stated"]
    counts = [row["counts"] for row in (one, other) if row.get("counts")]
    same = one.get("type") == other.get("type") and one["certainty"] == other["certainty"]
    return (
        same and _places(one) == _places(other) and len(set(dated)) < 2 and (len(counts) < 2 or counts[0] == counts[1])
    )


def _tells_more(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    def worth(row: Mapping[str, Any]) -> int:
        stated = row.get("date_basis") == "stated"
        return 2 * stated + len(row.get("counts", ())) + len(row.get("actors", ())) + len(row.get("against", ()))

    return worth(one) > worth(other)


def _is_of(heading: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether the text tells more of what a heading tells: the same type of event at one place, or by one party."""
    who = set(heading.get("actors", ())) & set(row.get("actors", ()))
    same_place = not _places(heading) or bool(_places(heading) & _places(row))
    return row.get("type") == heading.get("type") and (same_place or bool(who))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_edtf(text: str) -> bool:
    try:
        dates.parse(text)
    except ValueError:  # a year that nobody states
        return False
    return True
