"""Cells that several tables share: what is joined, dated, cited and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shapely import LineString, Point

from mapping.domain import dates
from mapping.domain.figures import hedged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.domain.fields import Ref
    from mapping.domain.statements import Report, Statement
    from mapping.seeds.sources import Source

Row = dict[str, Any]


def joined(parts: Iterable[str]) -> str | None:
    """Several values in one cell; None where there is none."""
    return "; ".join(dict.fromkeys(parts)) or None


def quoted(reports: Iterable[Statement]) -> str | None:
    """The words that several statements rest on, each once."""
    return " | ".join(dict.fromkeys(report.quote for report in reports)) or None


def line(points: Sequence[tuple[float, float]]) -> LineString:
    """Turn vertices in lat, lon degrees into a line with x = longitude, y = latitude."""
    return LineString([(lon, lat) for lat, lon in points])


def point(lat_lon: tuple[float, float] | None) -> Point | None:
    """Turn lat, lon in degrees into a point with x = longitude, y = latitude."""
    return Point(lat_lon[1], lat_lon[0]) if lat_lon else None


def id_of(ref: Ref | None) -> str | None:
    """Id of a place or route; None for words of a text."""
    return ref if isinstance(ref, str) else None


def date_cells(text: str | None) -> Row:
    """date_edtf, date_start and date_end of an EDTF date, None where unknown or open."""
    span = dates.parse(text) if text else None
    return {
        "date_edtf": text,
        "date_start": dates.iso(span.start) if span else None,
        "date_end": dates.iso(span.end) if span else None,
    }


def counts_cell(event: Report) -> str | None:
    """Write "39 civilians killed; more than 20 houses"."""
    return joined(f"{hedged(str(c.n), c.limit)} {c.what}" for c in event.counts)


def cited(statement: Statement, source: Source) -> Row:
    """Cells that lead back to one statement and its source."""
    return {
        "statement": statement.uid,
        "source": source.id,
        "publisher": source.publisher or None,
        "url": source.url or None,
        "wording": source.wording,
        "quote": statement.quote,
    }


def citing(reports: Sequence[Statement], sources: Mapping[str, Source]) -> Row:
    """Cells that lead back to the sources of several statements."""
    told = [sources[id_] for id_ in dict.fromkeys(report.source for report in reports)]
    return {
        "sources": joined(source.id for source in told),
        "publishers": joined(source.publisher for source in told if source.publisher),
        "source_urls": joined(source.url for source in told if source.url),
        "quotes": quoted(reports),
        "wording": joined(source.wording for source in told),
    }
