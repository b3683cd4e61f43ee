"""Stated distances, times and bearings, each held against the coordinates and the roads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.vocabulary import VERDICTS, listed
from mapping.waist.cells import Row, cited, id_of
from mapping.waist.entry import Entry
from mapping.waist.schema import CITED, GROUND, ROUTES, SOURCES, STATEMENTS, Table, columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.judging import Verdict
    from mapping.placing import World
    from mapping.seeds.sources import Source

TABLES: dict[str, Table] = {
    "distances": Table("Stated distances and times", "What the sources say about how far places lie apart, held against the coordinates.", "LineString", columns("""
id            text    "<source>/<statement>", with the figure's id where it has several
kind          text    distance, travel-time or direction
from          text    place id of the ground
from_name     text    its name
to            text    place id of the figure
to_name       text    its name
route         text    route id it is measured along
stated_km     number  as stated, kilometres
stated_minutes number as stated, minutes
fraction      number  stated share of a route
bearing       text    stated compass bearing of the figure seen from the ground
approximate   flag    "some", "about", "roughly"
measured_km   number  along the drawn road, kilometres
straight_km   number  geodesic distance, kilometres
azimuth       number  bearing of the figure seen from the ground, degrees clockwise from north
verdict       text    """ + listed(VERDICTS) + """; the gravest where several hold
verdict_detail text   the numbers behind all verdicts that hold
certainty     text    certainty of the statement
status        text    reviewed, draft or retracted
""" + CITED), label="verdict", kind="distance", card=(
        "kind from_name to_name stated_km stated_minutes measured_km straight_km verdict_detail certainty "
        "status"
    ), page=(
        "id kind from from_name to to_name route stated_km stated_minutes fraction bearing approximate "
        "measured_km straight_km azimuth verdict verdict_detail certainty status"
    ), keys={
        "from": GROUND, "to": GROUND, "route": ROUTES, "source": SOURCES, "statement": STATEMENTS,
    }),
}  # fmt: skip


def distances(verdicts: Sequence[Verdict], world: World, sources: Mapping[str, Source]) -> list[Row]:
    """Each stated number with what the coordinates and the road say to it."""
    rows = []
    for verdict in verdicts:
        s = verdict.statement
        rows.append({
            "id": verdict.id,
            "kind": s.kind,
            "from": id_of(s.from_),
            "from_name": world.name(s.from_),
            "to": id_of(verdict.figure),
            "to_name": world.name(verdict.figure),
            "route": verdict.route,
            "stated_km": verdict.stated_km,
            "stated_minutes": verdict.stated_minutes,
            "fraction": verdict.fraction,
            "bearing": verdict.bearing,
            "approximate": s.about,
            "measured_km": verdict.measured_km,
            "straight_km": verdict.straight_km,
            "azimuth": verdict.azimuth,
            "verdict": verdict.verdict,
            "verdict_detail": verdict.detail,
            "certainty": s.certainty,
            "status": s.status,
            **cited(s, sources[s.source]),
            "geometry": verdict.line,
        })  # fmt: skip
    return rows


ENTRY = Entry(TABLES, lambda material: {"distances": distances(material.verdicts, material.world, material.sources)})
