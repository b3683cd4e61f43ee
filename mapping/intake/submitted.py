"""Drafts from elsewhere: what any other reader found in a text, each statement held to its words.

The shape is that of `frontmap read --json`; keys that it has beyond these are passed over.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from mapping.domain.errors import CurationError, Problem, mistyped, short
from mapping.domain.fields import WORDS, Bearing, Certainty, EventType, Limit, Way
from mapping.intake.drafts import Drafts
from mapping.mentions import Mention
from mapping.mentions.plain import with_zeros
from mapping.reading.core.drafted import Count, Drafted
from mapping.reading.languages import LANGUAGES
from mapping.reading.reader import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.gazetteer import Gazetteer

MOST_BYTES = 20_000_000  # of a file of drafts; a report has some dozens
NEAR = 0.02  # share by which a length may differ from the one that the quote states: units are turned into km
Role = Literal["at", "near", "on", "from", "to", "toward", "between", "via"]
Kind = Literal["event", "distance", "travel-time", "direction", "position", "access", "control"]


class _Passing(BaseModel):
    """Keys that are not known are passed over: the shape that `read --json` prints has more."""

    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)


class SubmittedPlace(_Passing):
    """A place in its role: by the id of the gazetteer, or by the words of the quote."""

    role: Role
    place: str | None = Field(None, description="Id in gazetteer/places.csv or routes.csv, where it is known.")
    name: str | None = Field(None, description="The name as the quote writes it.")


class SubmittedCount(_Passing):
    """A number of people or things: what they are and what became of them ("civilians killed")."""

    what: str = Field(pattern=WORDS)
    n: int = Field(ge=0)
    limit: Limit | None = None


class Submitted(_Passing):
    """One statement; `quote` are words of the text, letter by letter, and hold what the statement says."""

    kind: Kind
    quote: str = Field(pattern=WORDS)
    event_type: EventType | None = Field(None, description="What happened; for kind event alone.")
    places: tuple[SubmittedPlace, ...] = Field(min_length=1)
    date: str | None = Field(None, description="EDTF (ISO 8601-2), such as 2025-08-07, 2025-08, ../2025-08-07.")
    date_text: str | None = Field(None, description="The words of the date; they stand in the quote.")
    certainty: Certainty = "asserted"
    km: float | None = Field(None, gt=0, description="Length in kilometres, whatever the text counts in.")
    minutes: float | None = Field(None, gt=0, description="Travel time in minutes.")
    bearing: Bearing | None = Field(None, description="Of `to` seen from `from`.")
    way: Way | None = None
    actors: tuple[str, ...] = Field((), description="Ids of gazetteer/actors.csv: who acts, or holds.")
    against: tuple[str, ...] = ()
    counts: tuple[SubmittedCount, ...] = ()
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None


class DraftsFile(_Passing):
    """A file of drafts of one text."""

    drafted_by: str | None = Field(None, pattern=WORDS, description="Who or what found them.")
    statements: tuple[Any, ...]


@dataclass(frozen=True)
class Taken:
    """Rows for the .toml of a source, and what was not taken: (statement in short, why)."""

    rows: tuple[dict[str, Any], ...]
    refused: tuple[tuple[str, str], ...]


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a file of drafts."""
    found = TypeAdapter(DraftsFile).json_schema()
    one = TypeAdapter(Submitted).json_schema(ref_template="#/$defs/{model}")
    found["$defs"] = found.get("$defs", {}) | one.pop("$defs", {}) | {"Submitted": one}
    found["properties"]["statements"] = {"type": "array", "items": {"$ref": "#/$defs/Submitted"}}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | found


def read_drafts(name: str, data: bytes) -> DraftsFile:
    """Read a file of drafts (`name` is for the message). Raises CurationError where it is none, or too large."""
    if len(data) > MOST_BYTES:
        message = (
            f"has {len(data) // 1_000_000} MB; {MOST_BYTES // 1_000_000} are the most: give the drafts of one text"
        )
        raise CurationError([Problem(name, "", message)])
    try:
        return DraftsFile.model_validate(json.loads(data))
    except (ValueError, RecursionError) as error:
        if isinstance(error, ValidationError):
            faults = [mistyped(fault, ".".join(map(str, fault["loc"]))) for fault in error.errors(include_url=False)]
        else:
            faults = [f"is no JSON: {error}"]
        advice = "; `frontmap schema --drafts` prints its shape"
        raise CurationError(Problem(name, "", fault + advice) for fault in faults) from error


def held_to_words(file: DraftsFile, text: str, published: str | None, gazetteer: Gazetteer) -> Taken:
    """Take the statements whose quotes bear them out: words, names, numbers stand there; the others are told."""
    drafted: list[Drafted] = []
    refused: list[tuple[str, str]] = []
    for number, raw in enumerate(file.statements, 1):
        try:
            one = Submitted.model_validate(raw)
        except ValidationError as error:
            faults = [mistyped(fault, ".".join(map(str, fault["loc"]))) for fault in error.errors(include_url=False)]
            refused.append((f"statement {number}", "; ".join(faults)))
            continue
        why = "; ".join(_not_borne_out(one, text, gazetteer))
        if why:
            refused.append((f"statement {number}, {short(one.quote)}", why))
        else:
            drafted.append(_as_draft(one, text, gazetteer))
    known = {*gazetteer.places, *gazetteer.routes}
    drafts = Drafts(Reading(text, (), tuple(drafted)), known, set(gazetteer.actors), published)
    who = file.drafted_by or "unknown"
    for row in drafts.rows:
        row["drafted_by"] = who
    if drafts.left_out:
        refused.append((f"{drafts.left_out} more", "lack what their kind needs: an end, a road, a holder"))
    return Taken(tuple(drafts.rows), tuple(refused))


def _not_borne_out(one: Submitted, text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """What of a statement its quote does not hold."""
    if one.quote not in text:
        yield "the quote does not stand in the text, letter by letter"
        return
    if one.kind == "event" and one.event_type is None:
        yield "event_type is missing"
    if one.date_text is not None and one.date_text not in one.quote:
        yield f"date_text: {one.date_text!r} does not stand in the quote"
    if one.date is not None and one.date_text is None:
        yield "date: say which words of the quote tell it (date_text)"
    for place in one.places:
        names = _names(place, gazetteer)
        if place.place is not None and not names:
            yield f"{place.role}: unknown place {place.place!r}"
        elif not any(name in one.quote for name in (*names, *([place.name] if place.name else []))):
            advice = "quote the words that name it, too"
            yield f"{place.role}: {place.name or place.place!r} does not stand in the quote; {advice}"
    for actor in (*one.actors, *one.against):
        if actor not in gazetteer.actors:
            yield f"unknown actor {actor!r}"
    yield from _numbers_missing(one)


def _names(place: SubmittedPlace, gazetteer: Gazetteer) -> tuple[str, ...]:
    known = gazetteer.places.get(place.place or "")
    if known:
        return tuple(known.spellings)
    route = gazetteer.routes.get(place.place or "")
    if route is None:
        return ()
    ends = [gazetteer.places[end].spellings for end in (route.start, route.end)]
    return (route.name, *(name for names in ends for name in names))


def _numbers_missing(one: Submitted) -> Iterator[str]:
    plain = with_zeros(one.quote)
    measures = [measure for language in LANGUAGES for measure in language.measures(plain)]
    lengths = [m.length_km for m in measures if m.length_km is not None]
    if one.km is not None and not any(abs(one.km - found) <= NEAR * found for found in lengths):
        yield f"km: the quote states no length of {one.km:g} km"
    times = [m.minutes for m in measures if m.minutes is not None]
    if one.minutes is not None and one.minutes not in times:
        yield f"minutes: the quote states no time of {one.minutes:g} minutes"
    stated = {number for language in LANGUAGES for number in language.numbers(plain)}
    for count in one.counts:
        if count.n not in stated:
            yield f"counts: the quote states no {count.n}"


def _as_draft(one: Submitted, text: str, gazetteer: Gazetteer) -> Drafted:
    start = text.index(one.quote)
    km, miles = _as_stated(one)
    return Drafted(
        one.kind, start, start + len(one.quote), [(place.role, _mention(place, gazetteer)) for place in one.places],
        one.event_type, date=one.date, date_text=one.date_text, certainty=one.certainty, km=km, miles=miles,
        minutes=one.minutes, bearing=one.bearing, way=one.way, actors=one.actors, against=one.against,
        counts=tuple(Count(count.what, count.n, count.limit) for count in one.counts),
        confidence=one.confidence or 0.0,
    )  # fmt: skip


def _as_stated(one: Submitted) -> tuple[float | None, float | None]:
    """The length in the unit of the quote: (km, None) or (None, miles)."""
    for language in LANGUAGES:
        for measure in language.measures(with_zeros(one.quote)):
            if one.km is not None and measure.length_km and abs(one.km - measure.length_km) <= NEAR * measure.length_km:
                return measure.km, measure.miles
    return one.km, None


def _mention(place: SubmittedPlace, gazetteer: Gazetteer) -> Mention:
    known = gazetteer.places.get(place.place or "")
    kind = known.kind if known else "road" if place.place in gazetteer.routes else "place"
    words = place.name or place.place or ""
    return Mention(0, 0, words, place.place, known.name if known else words, kind, curated=place.place is not None)
