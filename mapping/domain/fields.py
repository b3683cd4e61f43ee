"""What the fields of a statement may hold, each with the check that says what is wrong with it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Strict, Tag

from mapping.domain import dates
from mapping.domain.vocabulary import (
    CERTAINTIES,
    DATE_BASES,
    EVENT_TYPES,
    LIMITS,
    STATUSES,
    WAYS,
    WORDINGS,
)

Bearing = Literal[
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
]  # fmt: skip
if TYPE_CHECKING:
    EventType: TypeAlias = str
    Certainty: TypeAlias = str
    Status: TypeAlias = str
    DateBasis: TypeAlias = str
    Limit: TypeAlias = str
    Way: TypeAlias = str
    Wording: TypeAlias = str
else:  # closed words, of which the type checker cannot know that a file holds them
    EventType, Certainty, Status = (Literal[*words] for words in (EVENT_TYPES, CERTAINTIES, STATUSES))
    DateBasis, Limit, Way, Wording = (Literal[*words] for words in (DATE_BASES, LIMITS, WAYS, WORDINGS))

BEARINGS: dict[str, float] = {letters: i * 22.5 for i, letters in enumerate(get_args(Bearing))}  # degrees
KM_PER_MILE = 1.609344  # international mile
EARTH_KM = 40_075  # once round it; no stated length is longer

ID = r"^[a-z0-9][a-z0-9-]*$"  # lower-case words joined by hyphens
WORDS = r"\S"  # something to read


class Model(BaseModel):
    """Strict and unchangeable: a key that is not known is a fault, not noise."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False, allow_inf_nan=False)


class Unnamed(Model):
    """Words of the quote for a place that no gazetteer row names; listed as not located, never matched.

    `of` is the place of which it is a part: "the western half of Alpha".
    """

    text: str = Field(pattern=WORDS)
    of: str | None = Field(None, pattern=ID)


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


def _once(refs: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse a list that names the same twice: each is drawn, counted and exported once."""
    told = [ref.text if isinstance(ref, Unnamed) else ref for ref in refs]
    if twice := next((word for word in told if told.count(word) > 1), None):
        raise ValueError(f"{twice!r} stands twice; name it once")
    return refs


def _two(refs: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(refs) != 2:
        raise ValueError(f"takes two places, and names {len(refs)}; name both ends of the section")
    return refs


def _edtf(value: str) -> str:
    dates.parse(value)
    return value


def _fraction(value: Any) -> Any:
    """Read "1/3" or 0.33 as a Fraction from 0 to 1."""
    try:
        share = Fraction(str(value))
    except (ValueError, ZeroDivisionError) as error:
        raise ValueError(f'bad fraction {value!r}; write it as text, such as "1/3"') from error
    if not 0 <= share <= 1:
        raise ValueError(f"fraction {value} is not between 0 and 1; a share cannot exceed the route")
    return share


def _kind_of_ref(value: Any) -> str:
    return "Unnamed" if isinstance(value, dict | Unnamed) else "Id"


Id = Annotated[str, Field(pattern=ID)]
Ref = Annotated[Annotated[Id, Tag("Id")] | Annotated[Unnamed, Tag("Unnamed")], Discriminator(_kind_of_ref)]
Refs = Annotated[tuple[Ref, ...], BeforeValidator(_listed), Field(min_length=1), AfterValidator(_once)]
Pair = Annotated[Refs, AfterValidator(_two)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_listed), AfterValidator(_once)]
Edtf = Annotated[str, AfterValidator(_edtf)]
Share = Annotated[Fraction, BeforeValidator(_fraction)]
Flag = Annotated[bool, Strict()]
Duration = Annotated[float, Strict(), Field(gt=0)]
Length = Annotated[float, Strict(), Field(gt=0, le=EARTH_KM)]


class Count(Model):
    """A number of people or things ("39 civilians killed")."""

    what: str = Field(pattern=WORDS)
    n: Annotated[int, Strict()] = Field(ge=0)
    limit: Limit | None = None
