"""Stated distances, times and bearings, each held against the coordinates and the roads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.figures import stated, worked_out
from mapping.domain.vocabulary import GRADES, LIMITS, VERDICTS, listed
from mapping.judging.labels import label_stretches
from mapping.waist.cells import Row, cited, id_of, joined, point
from mapping.waist.entry import Entry, Material
from mapping.waist.schema import CITED, GROUND, ROUTES, SOURCES, STATEMENTS, Table, columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.judging import Verdict
    from mapping.placing import Ring, World
    from mapping.seeds.sources import Source

TABLES: dict[str, Table] = {
    "distances": Table("Stated distances and times", "What the sources say about how far places lie apart, held against the coordinates.", "LineString", columns("""
id            text    "<source>/<statement>", with the figure's id where it has several
kind          text    distance, travel-time or direction
from          text    place id of the ground
from_name     text    its name
to            text    place id of the figure
to_name       text    its name
route         text    route id, where the text names the road that is meant
stated        text    the number as stated, in its unit and with its hedge
stated_my     text    the same in Burmese
worked_out    text    its kilometres, where it was stated in miles
told          text    both ends and the number as stated: what a label says of it
stated_km     number  kilometres, worked out where the text has miles
stated_minutes number minutes as stated
fraction      number  stated share of a route
bearing       text    stated compass bearing of the figure seen from the ground
approximate   flag    "some", "about", "roughly"
limit         text    """ + listed(LIMITS) + """, where the number is a bound
measured_km   number  along the drawn road that the text names, kilometres
straight_km   number  geodesic distance, kilometres
azimuth       number  bearing of the figure seen from the ground, degrees clockwise from north
verdict       text    """ + listed(VERDICTS) + """; the gravest where several hold
verdict_detail text   the numbers behind all verdicts that hold
grade         text    """ + listed(GRADES) + """: whether the number holds
drawing       text    what is wrong with the drawn road, where it is shorter than the straight line
label_from    number  where on the line its label stands, as a share from 0 to 1: the start of that stretch
label_to      number  its end; empty where the number stands on no road
certainty     text    certainty of the statement
status        text    reviewed, draft or retracted
""" + CITED), label="told", kind="distance", card=(
        "kind from_name to_name stated worked_out bearing measured_km straight_km verdict verdict_detail certainty status"
    ), page=(
        "id kind from from_name to to_name route stated stated_my worked_out bearing measured_km straight_km azimuth "
        "verdict verdict_detail grade label_from label_to certainty status"
    ), keys={
        "from": GROUND, "to": GROUND, "route": ROUTES, "source": SOURCES, "statement": STATEMENTS,
    }),
    "candidates": Table("Candidates", "Where drawn roads lie as far from a place as is stated of something that nobody has located.", "Point", columns("""
id            text    id of the distance, with a number
distance      text    id of the distance
candidate     text    what may lie here, in words
from          text    place id from which the distance is counted
from_name     text    its name
stated        text    the number as stated
routes        text    route ids of the road
uncertainty_m number  how far off the ring around the place it may lie, metres
certainty     text    certainty of the statement
status        text    reviewed, draft or retracted
""" + CITED), label="candidate", card="candidate from_name stated uncertainty_m certainty status", page="distance", keys={
        "distance": ("distances.id",), "from": GROUND, "routes": ROUTES, "source": SOURCES, "statement": STATEMENTS,
    }),
}  # fmt: skip


def distances(verdicts: Sequence[Verdict], world: World, sources: Mapping[str, Source]) -> list[Row]:
    """Each stated number with what the coordinates and the road say to it."""
    rows, labels = [], label_stretches(verdicts)
    for verdict in verdicts:
        s, ends = verdict.statement, " – ".join(filter(None, map(world.name, (verdict.statement.from_, verdict.figure))))
        rows.append({
            "id": verdict.id,
            "kind": s.kind,
            "from": id_of(s.from_),
            "from_name": world.name(s.from_),
            "to": id_of(verdict.figure),
            "to_name": world.name(verdict.figure),
            "route": verdict.route,
            "stated": stated(s),
            "stated_my": stated(s, "my"),
            "worked_out": worked_out(s),
            "told": " ".join(filter(None, (ends, stated(s)))),
            "stated_km": verdict.stated_km,
            "stated_minutes": verdict.stated_minutes,
            "fraction": verdict.fraction,
            "bearing": verdict.bearing,
            "approximate": s.about,
            "limit": s.limit,
            "measured_km": verdict.measured_km,
            "straight_km": verdict.straight_km,
            "azimuth": verdict.azimuth,
            "verdict": verdict.verdict,
            "verdict_detail": verdict.detail,
            "grade": verdict.grade,
            "drawing": verdict.drawing,
            "label_from": labels[verdict.id].low if verdict.id in labels else None,
            "label_to": labels[verdict.id].high if verdict.id in labels else None,
            "certainty": s.certainty,
            "status": s.status,
            **cited(s, sources[s.source]),
            "geometry": verdict.line,
        })  # fmt: skip
    return rows


def candidates(verdicts: Sequence[Verdict], world: World, sources: Mapping[str, Source]) -> list[Row]:
    """Where drawn roads cross the ring on which something lies."""
    return [
        {
            "id": f"{verdict.id}/{number}",
            "distance": verdict.id,
            "candidate": f"candidate: {_lost(verdict, ring, world)}, {stated(s)} from {world.name(ring.centre)}",
            "from": ring.centre,
            "from_name": world.name(ring.centre),
            "stated": stated(s),
            "routes": joined(candidate.routes),
            "uncertainty_m": round(ring.uncertainty_m),
            "certainty": s.certainty,
            "status": s.status,
            **cited(s, sources[s.source]),
            "geometry": point(candidate.point),
        }
        for verdict in verdicts
        if (ring := verdict.ring)
        for s in [verdict.statement]
        for number, candidate in enumerate(ring.candidates, 1)
    ]


def _lost(verdict: Verdict, ring: Ring, world: World) -> str:
    """Name the end that nobody has located."""
    return world.name(verdict.statement.from_ if verdict.figure == ring.centre else verdict.figure)


def _rows(material: Material) -> dict[str, list[Row]]:
    given = material.verdicts, material.world, material.sources
    return {"distances": distances(*given), "candidates": candidates(*given)}


ENTRY = Entry(TABLES, _rows)
