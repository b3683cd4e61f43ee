"""The vocabulary: what one source can say, one class a kind."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self, get_args

from pydantic import Field, PrivateAttr, model_validator

from mapping.domain.fields import (
    KM_PER_MILE,
    WORDS,
    Bearing,
    Certainty,
    Count,
    DateBasis,
    Duration,
    Edtf,
    EventType,
    Flag,
    Id,
    Ids,
    Length,
    Limit,
    Model,
    Pair,
    Ref,
    Refs,
    Share,
    Status,
    Way,
)
from mapping.domain.vocabulary import ROLES


class Common(Model):
    """What every statement carries, whatever its kind."""

    PLACES: ClassVar[tuple[str, ...]] = ()  # fields that hold place or route ids, in the order they are told
    ROUTES: ClassVar[tuple[str, ...]] = ()  # those of them that hold nothing but a route
    ACTORS: ClassVar[tuple[str, ...]] = ()  # fields that hold ids of parties

    id: Id
    quote: str = Field(pattern=WORDS)
    certainty: Certainty = "asserted"
    status: Status = "reviewed"
    date: Edtf | None = None
    date_text: str | None = None
    date_basis: DateBasis | None = None
    said_by: str | None = None
    denied_by: str | None = None
    drafted_by: str | None = Field(None, pattern=WORDS)  # who or what drafted it, where that was not this program
    about: Flag = False
    limit: Limit | None = None
    note: str | None = None

    _source: str = PrivateAttr("")
    _start: int = PrivateAttr(0)
    _end: int = PrivateAttr(0)

    def anchored(self, source: str, start: int, end: int) -> Self:
        """Return a copy that knows its source id and where its quote stands there (code points)."""
        copy = self.model_copy()
        copy._source, copy._start, copy._end = source, start, end  # noqa: SLF001
        return copy

    @property
    def source(self) -> str:
        """Id of the source that says it."""
        return self._source

    @property
    def span(self) -> tuple[int, int]:
        """Start and end of the quote in the source's text, in code points."""
        return self._start, self._end

    @property
    def uid(self) -> str:
        """Id among all sources: "<source>/<id>"."""
        return f"{self._source}/{self.id}"

    def refs(self, role: str) -> tuple[Ref, ...]:
        """Return what stands under a role (`from_` is asked for as "from"); empty where nothing does."""
        return _several(getattr(self, "from_" if role == "from" else role, None))

    def places(self) -> list[tuple[str, Ref]]:
        """Return (role, place) in the order of PLACES."""
        return [(role, ref) for role in self.PLACES for ref in self.refs(role)]

    def parties(self) -> list[tuple[str, str]]:
        """Return (field, id of a party) in the order of ACTORS."""
        return [(field, actor) for field in self.ACTORS for actor in _several(getattr(self, field))]


def _several(value: Any) -> tuple[Any, ...]:
    """What a field holds, one or several or nothing."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


class Report(Common):
    """Something happened, or is announced."""

    PLACES: ClassVar[tuple[str, ...]] = tuple(ROLES)
    ACTORS: ClassVar[tuple[str, ...]] = ("actors", "against")

    kind: Literal["event"]
    type: EventType
    event: Id | None = None  # reports of one happening share it
    cited: Edtf | None = None  # day of an earlier report of it that the text cites
    title: str | None = None
    actors: Ids = ()
    against: Ids = ()
    counts: tuple[Count, ...] = ()
    covers: Ids = ()  # a sum over these events; never added to them
    at: Refs | None = None
    near: Refs | None = None
    on: Refs | None = None
    from_: Refs | None = Field(None, alias="from")
    to: Refs | None = None
    toward: Refs | None = None
    between: Pair | None = None
    via: Refs | None = None


class Distance(Common):
    """`to` (the figure) lies so far from `from` (the ground), in kilometres or miles as stated."""

    PLACES: ClassVar[tuple[str, ...]] = ("from", "to", "route")
    ROUTES: ClassVar[tuple[str, ...]] = ("route",)

    kind: Literal["distance"]
    from_: Ref = Field(alias="from")
    to: Refs
    km: Length | None = None
    miles: Length | None = None
    way: Way | None = None
    bearing: Bearing | None = None  # of `to` seen from `from`
    route: Id | None = None

    @model_validator(mode="after")
    def _has_a_number(self) -> Self:
        if self.km is None and self.miles is None:
            raise ValueError("a distance needs km or miles, as the text states it")
        return self

    @property
    def stated_km(self) -> float:
        """The stated length in kilometres."""
        return self.km if self.km is not None else (self.miles or 0) * KM_PER_MILE


class TravelTime(Common):
    """`to` is so many minutes or hours from `from`, as stated."""

    PLACES: ClassVar[tuple[str, ...]] = ("from", "to", "route")
    ROUTES: ClassVar[tuple[str, ...]] = ("route",)

    kind: Literal["travel-time"]
    from_: Ref = Field(alias="from")
    to: Refs
    minutes: Duration | None = None
    hours: Duration | None = None
    way: Way | None = None
    route: Id | None = None

    @model_validator(mode="after")
    def _has_a_number(self) -> Self:
        if (self.minutes is None) == (self.hours is None):
            raise ValueError("a travel time needs minutes or hours, as the text states it, and not both")
        return self

    @property
    def stated_minutes(self) -> float:
        """The stated time in minutes."""
        return self.minutes if self.minutes is not None else (self.hours or 0) * 60


class Direction(Common):
    """`to` lies on this bearing, seen from `from`."""

    PLACES: ClassVar[tuple[str, ...]] = ("from", "to")

    kind: Literal["direction"]
    from_: Ref = Field(alias="from")
    to: Refs
    bearing: Bearing


class Position(Common):
    """Troops (`actors`) or a `place` stand at a point or on a section of a route."""

    PLACES: ClassVar[tuple[str, ...]] = ("on", "from", "between", "place")
    ROUTES: ClassVar[tuple[str, ...]] = ("on",)
    ACTORS: ClassVar[tuple[str, ...]] = ("actors",)

    kind: Literal["position"]
    on: Ref
    from_: Ref | None = Field(None, alias="from")
    fraction: Share | None = None
    km: Length | None = None
    miles: Length | None = None
    between: Pair | None = None
    actors: Ids = ()
    place: Ref | None = None

    @model_validator(mode="after")
    def _measured_from_somewhere(self) -> Self:
        if (self.fraction is not None or self.stated_km is not None) and self.from_ is None:
            raise ValueError("a fraction or a length along a route needs `from`: the end it is counted from")
        return self

    @property
    def stated_km(self) -> float | None:
        """The stated length in kilometres, None where none is stated."""
        return self.km if self.km is not None or self.miles is None else self.miles * KM_PER_MILE


class Access(Common):
    """`to` can be reached from these places by road: a standing fact."""

    PLACES: ClassVar[tuple[str, ...]] = ("to", "from", "on")
    ROUTES: ClassVar[tuple[str, ...]] = ("on",)

    kind: Literal["access"]
    to: Ref
    from_: Refs | None = Field(None, alias="from")
    on: Ref | None = None


class Control(Common):
    """A place is held by an actor, since or on a date."""

    PLACES: ClassVar[tuple[str, ...]] = ("at",)
    ACTORS: ClassVar[tuple[str, ...]] = ("holder",)

    kind: Literal["control"]
    at: Refs
    holder: Ids
    since: Edtf | None = None


Statement = Report | Distance | TravelTime | Direction | Position | Access | Control
KINDS: dict[str, type[Statement]] = {
    get_args(cls.model_fields["kind"].annotation)[0]: cls for cls in get_args(Statement)
}
