"""Tables of the sources: the texts, everything they say, and where they name a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.statements import KINDS, Report
from mapping.domain.vocabulary import DATE_BASES, listed
from mapping.waist.cells import Row, counts_cell, date_cells, joined
from mapping.waist.entry import Entry, Material
from mapping.waist.schema import DATES, EVENTS, GROUND, SAID, SOURCES, Table, columns

if TYPE_CHECKING:
    from mapping.domain.statements import Statement
    from mapping.placing import World
    from mapping.project import Project

TABLES: dict[str, Table] = {
    "sources": Table("Sources", "The texts.", "", columns("""
id            text    file name without ending
title         text    title
publisher     text    publisher
published     text    date of publication as EDTF
url           text    address
wording       text    restated (in our words, after the publisher) or verbatim
excerpt       flag    whether it is a part of what was published, or leaves something out
read          flag    whether its statements have been curated; false for a text alone
statements    integer number of statements
mentions      integer number of places named in it
notes         text    what it says that is no place on the ground, joined by " | "
text          text    the text itself
"""), page="id title publisher url wording excerpt read notes text"),
    "statements": Table("Statements", "Everything the sources say, one row a statement.", "", columns("""
id            text    "<source>/<statement>"
source        text    id of the source
kind          text    """ + listed(KINDS) + """
event_id      text    event it reports
event_type    text    type of that event
title         text    what it says, in a few words
places        text    "role place-id" pairs; words of the text in quotation marks where none is named
holder        text    who holds the place (control)
actors        text    who did it
against       text    whom it was done to
counts        text    numbers of people or things
""" + DATES + """
date_text     text    date in the words of the text
date_basis    text    """ + listed(DATE_BASES) + """
""" + SAID + """
said_by       text    who says so
denied_by     text    who denies it
note          text    remark of the curator
quote         text    the words it rests on
start         integer first code point of the quote in the source's text
end           integer code point after the quote
"""), page="kind title places counts certainty status said_by denied_by note", keys={
        "source": SOURCES, "event_id": EVENTS,
    }),
    "mentions": Table("Mentions", "Where the texts name a place.", "", columns("""
source        text    id of the source
start         integer first code point
end           integer code point after it
text          text    the words
place         text    place or route id; empty where it is not in the gazetteer
"""), page="place", keys={
        "source": SOURCES, "place": GROUND,
    }),
}  # fmt: skip


def sources(project: Project) -> list[Row]:
    """The texts, the unread ones included."""
    return [
        {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher or None,
            "published": source.published or None,
            "url": source.url or None,
            "wording": source.wording,
            "excerpt": source.header is not None and source.header.excerpt,
            "read": source.header is not None,
            "statements": len(source.statements),
            "mentions": len(project.mentions[source.id]),
            "notes": " | ".join(source.header.notes) or None if source.header else None,
            "text": source.text,
        }
        for source in project.sources
    ]


def mentions(project: Project) -> list[Row]:
    """Where the texts name a place."""
    return [
        {"source": source.id, "start": m.start, "end": m.end, "text": m.text, "place": m.place}
        for source in project.sources
        for m in project.mentions[source.id]
    ]


def statements(project: Project, world: World) -> list[Row]:
    """Everything the sources say, the retracted included."""
    return [_statement(s, world) for source in project.sources for s in source.statements]


def _statement(s: Statement, world: World) -> Row:
    event = s if isinstance(s, Report) else None
    start, end = s.span
    return {
        "id": s.uid,
        "source": s.source,
        "kind": s.kind,
        "event_id": (event.event or event.uid) if event else None,
        "event_type": event.type if event else None,
        "title": event.title if event else None,
        "places": joined([f"{role} {ref if isinstance(ref, str) else f'“{ref.text}”'}" for role, ref in s.places()]),
        **_parties(s, world),
        "counts": counts_cell(event) if event else None,
        **date_cells(s.date),
        "date_text": s.date_text,
        "date_basis": s.date_basis,
        "certainty": s.certainty,
        "status": s.status,
        "said_by": s.said_by,
        "denied_by": s.denied_by,
        "note": s.note,
        "quote": s.quote,
        "start": start,
        "end": end,
    }


def _parties(s: Statement, world: World) -> Row:
    """Names of those it names; a field without a column of its own tells who did it."""
    names: dict[str, list[str]] = {"holder": [], "actors": [], "against": []}
    for field, actor in s.parties():
        names[field if field in names else "actors"].append(world.gazetteer.label(actor))
    return {field: joined(found) for field, found in names.items()}


def _rows(material: Material) -> dict[str, list[Row]]:
    project = material.project
    return {
        "sources": sources(project),
        "statements": statements(project, material.world),
        "mentions": mentions(project),
    }


ENTRY = Entry(TABLES, _rows)
