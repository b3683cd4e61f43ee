"""export, import-locations: to other programs and back."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  typer reads it when it runs
from typing import TYPE_CHECKING, Annotated

import typer

from mapping.cli.app import Here, app, read_dataset, write
from mapping.cli.telling import counted, say, stop

if TYPE_CHECKING:
    from mapping.corrections import Evidence, Move


@app.command(
    epilog="Examples: frontmap export --to DIR · frontmap export --to DIR --format gpkg,csv --since 2025-07-01"
)
def export(
    to: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write to.")],
    formats: Annotated[str, typer.Option("--format", help="Formats, separated by commas, or all.")] = "geojson",
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what may have happened on or after it.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what may have happened on or before it.")
    ] = None,
    certainty: Annotated[str, typer.Option(help="Only these certainties, separated by commas.")] = "",
    types: Annotated[str, typer.Option("--type", help="Only these types of events, separated by commas.")] = "",
) -> None:
    """Write the data for other programs, with a README.txt and checksums."""
    from mapping import outputs  # noqa: PLC0415
    from mapping.waist.select import select  # noqa: PLC0415

    wanted = list(outputs.FORMATS) if formats == "all" else _words(formats)
    unknown = [name for name in wanted if name not in outputs.FORMATS]
    if unknown or not wanted:
        stop(f"unknown format {', '.join(unknown or [formats])}; there are {', '.join(outputs.FORMATS)} and all")
    dataset = read_dataset()
    try:
        chosen = select(dataset, since=since, until=until, certainties=_words(certainty), types=_words(types))
    except ValueError as error:
        stop(error)
    files = outputs.export(wanted, chosen)
    write(files, to)
    say(f"wrote {counted(len(files), 'file')} to {to}; README.txt there tells what each holds")


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


@app.command("import-locations", epilog="Example: frontmap import-locations front.gpkg --evidence 'imagery of 2025-10'")
def import_locations(
    edited: Annotated[Path, typer.Argument(metavar="FILE", help="A GeoJSON file or GeoPackage edited in QGIS.")],
    evidence: Annotated[
        str, typer.Option(help="Where the new coordinates were seen; asked for each where absent.")
    ] = "",
    reason: Annotated[str, typer.Option(help="Why the old ones were wrong; asked for each where absent.")] = "",
    credit: Annotated[str, typer.Option(help="Whom to credit.")] = "",
    radius: Annotated[float | None, typer.Option(help="Radius in metres that surely holds each place.")] = None,
) -> None:
    """Take over what was moved in QGIS: new rows accepted, the old ones kept as rejected with the reason."""
    from mapping.corrections import Evidence, accept, propose  # noqa: PLC0415

    moves = propose(edited, Here.folder)
    if not moves:
        say(f"{edited} moves nothing")
        return
    accepted: dict[Move, Evidence] = {}
    for move in moves:
        say(move)
        seen = evidence or typer.prompt("  where was it seen (empty: leave this one)", default="", show_default=False)
        if seen:
            why = reason or typer.prompt("  why was the old one wrong")
            accepted[move] = Evidence(seen, why, credit, radius)
    if accepted:
        write(accept(accepted, Here.folder), Here.folder / "gazetteer")
    say(f"took over {len(accepted)} of {len(moves)}; frontmap build draws them")
