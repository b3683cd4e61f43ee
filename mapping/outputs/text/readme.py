"""What an export holds, for the person who receives it: README.txt and the checksums."""

from __future__ import annotations

import hashlib
import textwrap
from typing import TYPE_CHECKING

from mapping.outputs.qgis import geopackage
from mapping.waist import TABLES
from mapping.waist.headline import headline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.waist import Dataset

README, SUMS = "README.txt", "SHA256SUMS"

ABOUT = {
    "front.gpkg": "GeoPackage with every layer and table, styled. QGIS opens it directly.",
    "front.qgz": "QGIS project (3.22 or later). Keep it in one folder with front.gpkg. The temporal controller steps "
    "through the days; layers opened without the project need Dynamic Temporal Control switched on by hand.",
    "front.kmz": "Google Earth. The time slider steps through the days.",
    "places.lpf.json": "The gazetteer in Linked Places Format, for the World Historical Gazetteer and Pelagios tools.",
}
BY_ENDING = {
    ".geojson": "GeoJSON (RFC 7946): WGS 84, longitude first. A null geometry means that nobody located the place.",
    ".qml": "Style that QGIS applies by itself to the file of the same name.",
    ".csv": "Table (RFC 4180), UTF-8. In a spreadsheet import it as text with encoding UTF-8. A text that would start "
    "like a formula has an apostrophe in front.",
    ".md": "Markdown, to be read as it is.",
    ".html": "The map: one file, opens in any browser without network.",
}
NOTES = (
    ("Days are ISO 8601, dates with all their doubt EDTF (ISO 8601-2). date_start and date_end are the first and last "
    "possible day; a side that is open is empty, and on maps with time the known day stands for it."),
    "Distances are geodesic (WGS 84), in kilometres; uncertainty_m is a radius or half-width in metres.",
    ("certainty: asserted, claimed (a party says it, or the report keeps its distance), disputed (denied by "
    "someone); planned, demanded and hypothetical things have not happened. status draft: no person has checked it."),
    ("event_type and sub_event_type of events.csv are ACLED's words, empty where ACLED codes no such thing, where its "
    "sub-type depends on which party is the government, and where nothing happened yet. type and the event_type of "
    "statements are this project's own. where_prec and date_prec follow UCDP GED, geo_precision and time_precision "
    "ACLED, the georeference columns Darwin Core."),
    ("wording: restated texts are in our words after the publisher, never the publisher's own; verbatim quotations "
    "belong to their publishers and are given as citations. The full texts of the sources are not passed on."),
    "Each coordinate and line names its evidence and whom to credit; rejected locations are named in location_note.",
)


def describe(files: Mapping[str, bytes], dataset: Dataset) -> dict[str, bytes]:
    """Return README.txt about the files, and SHA256SUMS over all of them (sha256sum -c SHA256SUMS)."""
    readme = _readme(sorted(files), dataset).encode()
    listed = {**files, README: readme}
    sums = [f"{hashlib.sha256(listed[name]).hexdigest()}  {name}\n" for name in sorted(listed)]
    return {README: readme, SUMS: "".join(sums).encode()}


def _readme(names: list[str], dataset: Dataset) -> str:
    settings = dataset.settings
    parts = [
        settings.title, "=" * len(settings.title), "", _wrapped(headline(dataset)), "",
        f"Data as of {dataset.data_as_of or 'unknown'}; made with frontmap {dataset.version}.", "",
        *_section("Files", _files(names)),
        *_section("How to read it", NOTES),
        *_section("Sources", _sources(dataset)),
        *_section("Credits of coordinates and lines", _credits(dataset)),
        *_layers(),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _files(names: list[str]) -> Iterable[str]:
    """The files of one kind together, and what that kind is."""
    kinds: dict[str, list[str]] = {}
    for name in names:
        about = ABOUT.get(name) or BY_ENDING.get(f".{name.rpartition('.')[2]}", "See its own first lines.")
        kinds.setdefault(about, []).append(name)
    return (f"{', '.join(files)}: {about}" for about, files in kinds.items())


def _sources(dataset: Dataset) -> Iterable[str]:
    for row in dataset.tables["sources"].sort_values("id").to_dict("records"):
        told = [row[key] for key in ("title", "publisher", "published", "url", "wording") if isinstance(row[key], str)]
        yield f"{row['id']}: {'; '.join([*told, *(['excerpt'] if row['excerpt'] else [])])}"


def _credits(dataset: Dataset) -> Iterable[str]:
    columns = (("places", "location_credit"), ("stretches", "credit"), ("rivers", "credit"), ("boundaries", "credit"))
    for name, column in columns:
        for credit in sorted(set(dataset.tables[name][column].dropna()) - {""}):
            yield f"{TABLES[name].title}: {credit}"


def _layers() -> Iterable[str]:
    """Every table with its columns: name, type, meaning."""
    for name, table in TABLES.items():
        title = f"{name} ({table.geometry or 'no geometry'})"
        yield from (title, "-" * len(title), _wrapped(f"{table.title}. {table.abstract}"))
        for column in geopackage.columns_of(name):
            lead = f"  {column.name:<18} {column.type:<8} "
            yield _wrapped(column.meaning, first=lead, others=" " * len(lead))
        yield ""


def _section(title: str, entries: Iterable[str]) -> Iterable[str]:
    yield from (title, "-" * len(title))
    yield from (_wrapped(" ".join(entry.split()), first="* ", others="  ") for entry in entries)
    yield ""


def _wrapped(text: str, first: str = "", others: str = "") -> str:
    return textwrap.fill(
        text, 100, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
