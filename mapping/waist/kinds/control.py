"""Who holds a place from when to when: the intervals of the rule, each with the statements for and against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.vocabulary import STANDINGS, listed
from mapping.state import holding, observe
from mapping.waist.cells import Row, citing, joined, point
from mapping.waist.entry import Entry, Material
from mapping.waist.schema import ACTORS, DATES, PLACE_IDS, SIDES, SOURCES, STATEMENTS, Table, columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.domain.statements import Statement
    from mapping.state import Interval, Observation

TABLES: dict[str, Table] = {
    "control": Table("Control", "Who holds a place from when to when, by what the sources say of it.", "Point", columns("""
id            text    place id and first day
place         text    place id
place_name    text    its name
holder        text    ids of the holders; empty where nobody says who holds it now
holder_name   text    their names
side          text    ids of their sides
standing      text    """ + listed(STANDINGS) + """
since_edtf    text    days within which it began, as EDTF; empty where nobody says
last_said     date    day of the last word for it
""" + DATES.replace("date as EDTF (ISO 8601-2)", "from the first to the last day, as EDTF (ISO 8601-2)") + """
statements    text    ids of the statements it rests on
against       text    ids of the statements that say otherwise
sources       text    ids of the sources
publishers    text    their publishers
source_urls   text    their addresses
quotes        text    the words it rests on, joined by " | "
wording       text    restated (in our words, after the publisher) or verbatim
"""), label="place_name", kind="control", card="holder_name standing since_edtf last_said date_edtf",
        page="id place holder side standing", lasting=True, keys={
        "place": PLACE_IDS, "holder": ACTORS, "side": SIDES, "statements": STATEMENTS, "against": STATEMENTS, "sources": SOURCES,
    }),
}  # fmt: skip


def control(material: Material) -> list[Row]:
    """One row for each place and interval with one holder and standing."""
    gazetteer = material.gazetteer
    told = {statement.uid: statement for statement in material.statements}
    return [_row(interval, told, material) for interval in holding(said(material), gazetteer.actors)]


def said(material: Material) -> list[Observation]:
    """Everything that a project says of who holds a place."""
    return observe(material.statements, material.events, material.sources, material.gazetteer.places)


def _row(interval: Interval, told: Mapping[str, Statement], material: Material) -> Row:
    answer, gazetteer = interval.answer, material.gazetteer
    spot = material.world.locate(interval.place)
    first, last = dates.iso(interval.first), dates.iso(interval.last)
    return {
        "id": f"{interval.place}/{first}",
        "place": interval.place,
        "place_name": gazetteer.label(interval.place),
        "holder": joined(answer.holder),
        "holder_name": joined(gazetteer.label(actor) for actor in answer.holder),
        "side": joined(gazetteer.actors[actor].side for actor in answer.holder),
        "standing": answer.standing,
        "since_edtf": answer.since_edtf,
        "last_said": dates.iso(answer.last_said),
        "date_edtf": f"{first}/{last or '..'}",
        "date_start": first,
        "date_end": last,
        "statements": joined(answer.told),
        "against": joined(answer.against),
        **citing([told[uid] for uid in answer.told], material.sources),
        "geometry": point(spot.point if spot else None),
    }


ENTRY = Entry(TABLES, lambda material: {"control": control(material)})
