"""The columns of every table of the waist: names, types, units and meaning, checked in one place.

Coordinates are WGS 84 (EPSG:4326), x = longitude, y = latitude. Text is None where unknown, numbers are NaN,
days are ISO 8601 text. Several values in one cell are joined by "; ".
"""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """One column: its type is text, date, number, integer or flag."""

    name: str
    type: str
    meaning: str


class Table(NamedTuple):
    """One table: its geometry ("Point", "LineString", "Polygon", or "" for none) and its columns."""

    title: str
    abstract: str
    geometry: str
    columns: tuple[Column, ...]


def _columns(text: str) -> tuple[Column, ...]:
    rows = (line.split(maxsplit=2) for line in text.splitlines() if line)
    return tuple(Column(name, type_, meaning) for name, type_, meaning in rows)


_DATES = """
date_edtf     text    date as EDTF (ISO 8601-2)
date_start    date    first possible day; empty where open or unknown
date_end      date    last possible day; empty where open or unknown
"""

_SAID = """
certainty     text    asserted, claimed, disputed, planned, demanded or hypothetical
status        text    reviewed, draft or retracted
"""

_CITED = """
source        text    id of the source
publisher     text    publisher of the source
url           text    address of the source
wording       text    restated (in our words, after the publisher) or verbatim
quote         text    the words it rests on
"""

TABLES: dict[str, Table] = {
    "places": Table("Places", "Named places of the gazetteer; no geometry where none is located.", "Point", _columns("""
id               text     id in the gazetteer
name             text     preferred name
names            text     all spellings
name_my          text     Burmese name
kind             text     city, town, village, township, region, country, mine, base, bridge, junction, dam, river or site
township         text     name of the township it lies in
state_region     text     name of the state or region it lies in
pcode            text     MIMU place code
geonames_id      text     GeoNames id
uncertainty_m    number   radius around the point that surely holds the place, in metres
located_by       text     gazetteer, inferred (from statements), or not located
location_evidence text    where the coordinate was seen, or which statements it was inferred from
location_credit  text     whom to credit for the coordinate
location_note    text     remark on the coordinate, rejected claims included
mentions         integer  how often the texts name it
sources          text     ids of the sources that name it
""")),
    "names": Table("Names", "Every further spelling of a place, one a row.", "", _columns("""
place         text    place id
name          text    the spelling
language      text    ISO 639 code
script        text    ISO 15924 code
attested_by   text    where the spelling was seen
""")),
    "routes": Table("Routes", "Roads between two places, whole.", "LineString", _columns("""
id            text    id in the gazetteer
name          text    name
from          text    place id of its start
from_name     text    name of its start
to            text    place id of its end
to_name       text    name of its end
via           text    place ids on the way
via_names     text    names on the way
drawn_km      number  length of the drawn line, kilometres
straight_km   number  geodesic distance between its ends, kilometres
stated_km     number  length as stated (the first of several), kilometres
stated        text    all stated lengths with their sources
detour        number  stated (else drawn) over straight length
uncertainty_m number  how far the road may lie off the line, metres (its worst stretch)
quality       text    share of the line that is surveyed, generalised, schematic
evidence      text    what the line was drawn from
""")),
    "stretches": Table("Stretches of road", "Pieces of road, each drawn once however many routes use it.", "LineString", _columns("""
id            text    id in the gazetteer
quality       text    surveyed, generalised or schematic
routes        text    ids of the routes that use it
drawn_km      number  length, kilometres
uncertainty_m number  how far the road may lie off the line, metres
evidence      text    what it was drawn from
credit        text    whom to credit
note          text    remark
""")),
    "events": Table("Events", "One feature for each event and place; no geometry where the place is not located.", "Point", _columns("""
id            text    event id, role and place
event_id      text    id of the event; rows with one event_id are one happening
event         text    what happened, in a few words
type          text    battle, airstrike, drone-strike, shelling, capture, advance, withdrawal, displacement, talks, looting, arrest, road-closure, protest or other
role          text    at, near, on, from, to, toward, between or via
place         text    place or route id; empty where the text names none
place_name    text    name of the place, or the words of the text
route         text    route id, where the event lies on one
""" + _DATES + """
date_text     text    date in the words of the text
date_basis    text    stated, said or published: what the date rests on
actors        text    who did it
against       text    whom it was done to
counts        text    numbers of people or things
""" + _SAID + """
sources       text    ids of the sources that report it
publishers    text    their publishers
source_urls   text    their addresses
quotes        text    the words it rests on, joined by " | "
wording       text    restated (in our words, after the publisher) or verbatim
contradiction text    on what the sources disagree
versions      text    all versions where they do
uncertainty_m number  radius around the point, metres
geo_precision integer ACLED geo_precision: 1 exact, 2 part of a region, 3 region
time_precision integer ACLED time_precision: 1 day, 2 week, 3 month or coarser
where_prec    integer UCDP where_prec, 1 exact to 7 international
date_prec     integer UCDP date_prec, 1 day to 5 more than a year
located_by    text    gazetteer, inferred, route (a section of it), route whole (the text says no more), seat, not located, or announced (nothing is drawn at its target)
""")),
    "event_lines": Table("Sections and movements", "Sections of road and arrows of events.", "LineString", _columns("""
id            text    event id, role and route
event_id      text    id of the event
event         text    what happened
type          text    type of the event
shape         text    section (of a road) or arrow (from its first to its last vertex)
route         text    route id; empty for an arrow across country
from          text    place id at the first vertex
to            text    place id at the last vertex
""" + _DATES + _SAID + """
uncertainty_m number  how far the true line may lie off, metres
sources       text    ids of the sources
quotes        text    the words it rests on
""")),
    "event_areas": Table("Event shapes", "Areas where an event lies: the uncertainty of its place, townships and stated offsets.", "Polygon", _columns("""
id            text    event id, role and place
event_id      text    id of the event
event         text    what happened
type          text    type of the event
place         text    place id
place_name    text    name of the place
""" + _DATES + _SAID + """
uncertainty_m number  largest half-width, metres
located_by    text    how the shape came about
sources       text    ids of the sources
quotes        text    the words it rests on
""")),
    "distances": Table("Stated distances and times", "What the sources say about how far places lie apart, held against the coordinates.", "LineString", _columns("""
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
verdict       text    consistent, consistent by road only, shorter than the straight line, longer than any road, faster than any vehicle, slower than the road explains, off the stated bearing, disagrees with another source, nothing to hold it against, or not located
verdict_detail text   the numbers behind the verdict
certainty     text    certainty of the statement
status        text    reviewed, draft or retracted
""" + _CITED)),
    "positions": Table("Positions on a route", "Where troops or places are said to be along a road.", "Point", _columns("""
id            text    "<source>/<statement>"
route         text    route id
route_name    text    its name
from          text    place id it is counted from
from_name     text    its name
place         text    place id, where the statement is about a place
place_name    text    its name
fraction      number  share of the route
km            number  kilometres along the route by its stated length
actors        text    who stands there
""" + _DATES + """
date_text     text    date in the words of the text
approximate   flag    "some", "about", "roughly"
uncertainty_m number  half the length of the band, metres along the road
""" + _SAID + """
said_by       text    who says so
""" + _CITED)),
    "position_bands": Table("Bands of positions", "The stretch of road within which a stated position lies.", "LineString", _columns("""
id            text    id of the position
route         text    route id
km_from       number  start of the band, kilometres along the route by its stated length
km_to         number  end of the band
actors        text    who stands there
""" + _DATES + """
quote         text    the words it rests on
source        text    id of the source
""")),
    "advances": Table("Line of advance", "Steps from one stated position of the same troops to their next, along the road.", "LineString", _columns("""
id            text    route, days and troops
route         text    route id
route_name    text    its name
actors        text    who advanced
km_from       number  kilometres along the route by its stated length at the earlier position
km_to         number  the same at the later one
""" + _DATES + """
statements    text    ids of the two statements
sources       text    ids of their sources
quotes        text    the words they rest on, joined by " | "
""")),
    "control": Table("Control", "Who holds a place, according to whom.", "Point", _columns("""
id            text    "<source>/<statement>", event id for a capture, with the place id
place         text    place id
place_name    text    its name
holder        text    ids of the holders
holder_name   text    their names
side          text    ids of their sides
basis         text    statement (it says who holds it), capture or withdrawal (an event tells it)
since_edtf    text    since when, as EDTF
as_of         date    day to which it is surely dated
""" + _DATES + _SAID + """
said_by       text    who says so
""" + _CITED)),
    "access": Table("Access by road", "From where a place is said to be reached by road.", "LineString", _columns("""
id            text    "<source>/<statement>", with the place it is reached from
to            text    place id
to_name       text    its name
from          text    place id
from_name     text    its name
route         text    route id, where one is drawn
route_name    text    its name
""" + _SAID + _CITED)),
    "sources": Table("Sources", "The texts.", "", _columns("""
id            text    file name without ending
title         text    title
publisher     text    publisher
published     text    date of publication as EDTF
url           text    address
wording       text    restated (in our words, after the publisher) or verbatim
read          flag    whether its statements have been curated; false for a text alone
statements    integer number of statements
mentions      integer number of places named in it
notes         text    what it says that is no place on the ground, joined by " | "
text          text    the text itself
""")),
    "statements": Table("Statements", "Everything the sources say, one row a statement.", "", _columns("""
id            text    "<source>/<statement>"
source        text    id of the source
kind          text    event, distance, travel-time, direction, position, access or control
event_id      text    event it reports
event_type    text    type of that event
title         text    what it says, in a few words
places        text    "role place-id" pairs; words of the text in quotation marks where none is named
holder        text    who holds the place (control)
actors        text    who did it
against       text    whom it was done to
counts        text    numbers of people or things
""" + _DATES + """
date_text     text    date in the words of the text
date_basis    text    stated, said or published
""" + _SAID + """
said_by       text    who says so
denied_by     text    who denies it
note          text    remark of the curator
quote         text    the words it rests on
start         integer first code point of the quote in the source's text
end           integer code point after the quote
""")),
    "reports": Table("Reports of events", "Each source's version of an event, side by side.", "", _columns("""
id            text    statement id "<source>/<statement>"
event_id      text    event it reports
preferred     flag    whether the event's date and place are taken from it
impossible    text    why this version cannot be right; empty where it can
""")),
    "mentions": Table("Mentions", "Where the texts name a place.", "", _columns("""
source        text    id of the source
start         integer first code point
end           integer code point after it
text          text    the words
place         text    place or route id; empty where it is not in the gazetteer
""")),
    "not_located": Table("Not located", "What the sources name or describe and the map cannot show, with the reason.", "", _columns("""
id            text    place id, or event id and role
name          text    name, or the words of the text
event_id      text    the event, for a place that a text does not name
reason        text    why there is no mark
sources       text    ids of the sources
""")),
    "actors": Table("Parties", "The parties and their sides.", "", _columns("""
id            text    id in the gazetteer
name          text    name
side          text    id of its side
side_name     text    name of its side
part_of       text    id of the larger party
""")),
    "rivers": Table("Rivers", "Context lines.", "LineString", _columns("""
id            text    place id
name          text    name
name_my       text    Burmese name
credit        text    whom to credit
""")),
    "boundaries": Table("Boundaries", "Context lines.", "LineString", _columns("""
id            text    id
left          text    name of the region on the left, going along the line
right         text    name of the region on the right
credit        text    whom to credit
""")),
}  # fmt: skip
