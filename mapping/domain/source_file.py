"""One .toml beside a text: where the text comes from, what it says, and what a curator has looked at."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, TypeAdapter, model_validator

from mapping.domain.fields import WORDS, Edtf, Flag, Id, Model, Wording
from mapping.domain.statements import Statement  # noqa: TC001  pydantic reads it


class SourceHeader(Model):
    """The [source] table: where a text comes from, and whose words its .txt holds."""

    title: str | None = None
    publisher: str | None = None
    published: Edtf | None = None
    url: str | None = Field(None, pattern=r"^https?://\S+$")
    text: Wording
    excerpt: Flag = False  # a part of what was published
    document: str | None = None
    sha256: str | None = Field(None, pattern=r"^[0-9a-f]{64}$")
    notes: tuple[str, ...] = ()


class Seen(Model):
    """Something that a second reading lists and a curator has looked at: it is quiet from then on.

    Either `words` of a sentence on which no statement rests, or a `statement` with its `field`, what it `said` when it
    was looked at, and what was `read`.
    """

    words: str | None = Field(None, pattern=WORDS)
    statement: Id | None = None
    field: str | None = Field(None, pattern=WORDS)
    said: str | None = Field(None, pattern=WORDS)
    read: str | None = Field(None, pattern=WORDS)
    why: str = Field(pattern=WORDS)

    @model_validator(mode="after")
    def _names_one_thing(self) -> Self:
        of_statement = (self.statement, self.field, self.said, self.read)
        if self.words is None and None in of_statement:
            raise ValueError("names nothing; write words of a sentence, or statement, field, said and read")
        if self.words is not None and any(part is not None for part in of_statement):
            raise ValueError("names two things; write words of a sentence, or statement, field, said and read")
        return self


class SourceFile(Model):
    """One .toml beside a text."""

    source: SourceHeader
    seen: tuple[Seen, ...] = ()
    statement: tuple[Annotated[Statement, Field(discriminator="kind")], ...] = ()


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a source's .toml, for editors that complete and check it."""
    schema = TypeAdapter(SourceFile).json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
