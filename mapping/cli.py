"""The command line: the only room that prints."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from mapping.errors import CurationError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.features import Features

# Each command imports what it needs: `read` must answer at once, and geopandas alone takes half a second.

app = typer.Typer(
    help="From a folder of news reports to a map that can be checked sentence by sentence.",
    epilog="Examples: frontmap build · frontmap check --distances · frontmap --project ../other-front build",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
BUILT = ("page", "geojson", "chronology", "quality")  # what `build` writes
console, errors = Console(highlight=False), Console(stderr=True, highlight=False, soft_wrap=True)


class _Here:
    """The project folder that this run works in."""

    folder = Path()


@app.callback()
def _project(
    project: Annotated[
        Path, typer.Option(help="Folder with seeds/ and gazetteer/.", show_default="this folder")
    ] = Path(),
) -> None:
    _Here.folder = project


@app.command(epilog="Example: frontmap build")
def build() -> None:
    """Read and check everything; write output/map.html and the GeoJSON files."""
    from mapping.outputs import changes, render  # noqa: PLC0415

    features = _features()
    files: dict[str, bytes] = {}
    for name in BUILT:
        files |= render(name, features)
    folder = _Here.folder / "output"
    news = changes.compare(folder, files)
    _write(files, folder)
    _summary(features)
    for line in news:
        console.print(Text(line))
    console.print(Text(f"wrote {len(files)} files to {folder}; open {folder / 'map.html'} in a browser"))


@app.command(epilog="Examples: frontmap check · frontmap check --distances")
def check(
    distances: Annotated[
        bool, typer.Option("--distances", help="Show each stated number beside the map's own.")
    ] = False,
) -> None:
    """Read everything as build does, and write nothing."""
    features = _features()
    if distances:
        _distances(features)
    console.print(Text(f"no faults in {len(features.sources)} sources and {len(features.places)} places"))


@app.command(epilog="Examples: frontmap read article.txt · cat article.txt | frontmap read - --json")
def read(
    text_file: Annotated[str, typer.Argument(metavar="TEXTFILE", help="A text, or - for standard input.")],
    published: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON: offsets in code points, every key there.")
    ] = False,
) -> None:
    """Show what the reader sees in any text, without touching anything."""
    from mapping import reading  # noqa: PLC0415
    from mapping.mentions import Matcher  # noqa: PLC0415
    from mapping.project import read_ground  # noqa: PLC0415

    found = reading.read(_text(text_file), _day(published), Matcher(read_ground(_Here.folder)))
    if as_json:
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=1))
        return
    _tell_reading(found.as_json())


@app.command(epilog="Example: frontmap export --to ~/front --format geojson")
def export(
    to: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write to.")],
    formats: Annotated[str, typer.Option("--format", help="Formats, separated by commas, or all.")] = "geojson",
) -> None:
    """Write the data for other programs."""
    from mapping.outputs import FORMATS, render  # noqa: PLC0415

    wanted = list(FORMATS) if formats == "all" else formats.split(",")
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown:
        _stop(f"unknown format {', '.join(unknown)}; there are {', '.join(FORMATS)} and all")
    features = _features()
    files: dict[str, bytes] = {}
    for name in wanted:
        files |= render(name, features)
    _write(files, to)
    console.print(Text(f"wrote {len(files)} files to {to}"))


@app.command(epilog="Example: frontmap serve --port 8000")
def serve(port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8000) -> None:
    """Serve output/ to this machine alone, so that the page may show online background maps."""
    from functools import partial  # noqa: PLC0415
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer  # noqa: PLC0415

    folder = _Here.folder / "output"
    if not (folder / "map.html").exists():
        _stop(f"{folder / 'map.html'} is missing; run frontmap build first")
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(SimpleHTTPRequestHandler, directory=folder))
    except OSError as error:
        _stop(f"port {port}: {error.strerror}; choose another with --port")
    with server:
        console.print(Text(f"http://127.0.0.1:{server.server_port}/map.html (Ctrl-C ends it)"))
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            console.print("ended")


@app.command(epilog="Example: frontmap schema > seeds/source.schema.json")
def schema() -> None:
    """Print the JSON Schema of a source's .toml, for editors that complete and check it."""
    from mapping.statements import json_schema  # noqa: PLC0415

    typer.echo(json.dumps(json_schema(), indent=1))


def _features() -> Features:
    from mapping.features.build import build_features  # noqa: PLC0415
    from mapping.project import read_project  # noqa: PLC0415

    return build_features(read_project(_Here.folder))


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    from mapping.outputs import ExportError, write_all  # noqa: PLC0415

    try:
        write_all(files, folder)
    except ExportError as error:
        _stop(str(error))


def _text(name: str) -> str:
    """The text of a file or of standard input."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        _stop(f"{name}: cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        _stop(f"{name}: is not UTF-8 at byte {error.start}; save it as UTF-8")


def _day(published: str | None) -> date | None:
    """A day of publication as ISO 8601."""
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        _stop(f"--published {published!r} is no day; write YYYY-MM-DD, such as 2025-08-07")


def _tell_reading(found: Mapping[str, Any]) -> None:
    """Print what was read as two tables."""
    places = Table("at", "text", "place", "kind", "lat", "lon", box=None)
    for m in found["mentions"]:
        where = (f"{m['latitude']:.4f}", f"{m['longitude']:.4f}") if m["latitude"] is not None else ("", "")
        places.add_row(str(m["start"]), Text(m["text"]), Text(m["name"]), m["kind"], *where)
    console.print(places)
    statements = Table("at", "kind", "places", "date", "certainty", "sentence", box=None)
    for s in found["statements"]:
        named = "; ".join(f"{place['role']} {place['name']}" for place in s["places"])
        kind = s["event_type"] or s["kind"]
        statements.add_row(str(s["start"]), kind, Text(named), s["date"], s["certainty"], Text(s["quote"]))
    console.print(statements)


def _summary(features: Features) -> None:
    places, events = features.places, features.events
    named = places[places["mentions"] > 0]
    located = named.geometry.notna().sum()
    rows: Sequence[tuple[str, object]] = (
        ("sources", f"{len(features.sources)} ({(~features.sources['read']).sum()} unread)"),
        ("mentions found", len(features.mentions)),
        ("places named", f"{len(named)} ({located} located, {len(named) - located} not)"),
        ("routes", len(features.routes)),
        ("events", events["event_id"].nunique()),
        ("contradictions", events.loc[events["contradiction"].notna(), "event_id"].nunique()),
    )
    table = Table(box=None, show_header=False)
    for name, value in rows:
        table.add_row(name, str(value))
    console.print(table)


def _distances(features: Features) -> None:
    table = Table("from", "to", "stated", "road km", "straight km", "azimuth", "verdict", box=None)
    for row in features.distances.to_dict("records"):
        stated = f"{row['stated_km']:.4g} km" if row["stated_km"] == row["stated_km"] else ""
        if row["stated_minutes"] == row["stated_minutes"]:
            stated = f"{row['stated_minutes']:g} min"
        numbers = (
            f"{row[key]:.1f}" if row[key] == row[key] else "" for key in ("measured_km", "straight_km", "azimuth")
        )
        verdict = f"{row['verdict']}: {row['verdict_detail']}" if row["verdict_detail"] else row["verdict"]
        table.add_row(Text(row["from_name"]), Text(row["to_name"]), stated, *numbers, Text(verdict))
    console.print(table)


def _stop(message: str) -> NoReturn:
    errors.print(Text(message))
    raise typer.Exit(1)


def main() -> None:
    """Run the command line; faults of curated files go to standard error, exit status 1."""
    try:
        app()
    except CurationError as error:
        for problem in error.problems:
            errors.print(Text(str(problem)))
        number = len(error.problems)
        errors.print(Text(f"{number} {'fault' if number == 1 else 'faults'}; nothing was written"))
        sys.exit(1)


if __name__ == "__main__":
    main()
