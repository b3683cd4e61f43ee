"""build, check, serve: from the curated files to the page."""

from __future__ import annotations

from typing import Annotated

import typer

from mapping.cli.app import Here, app, read_dataset, write
from mapping.cli.telling import counted, say, stop, tell_distances, tell_drawing, tell_pairs, tell_summary

BUILT = ("page", "geojson", "chronology", "quality")  # what `build` writes


@app.command(epilog="Example: frontmap build")
def build() -> None:
    """Read and check everything; write output/map.html and the GeoJSON files."""
    make()


def make() -> None:
    """Build the project, and tell what was found and what changed."""
    from mapping.outputs import render  # noqa: PLC0415
    from mapping.outputs.text import changes  # noqa: PLC0415

    dataset = read_dataset()
    files: dict[str, bytes] = {}
    for name in BUILT:
        files |= render(name, dataset)
    folder = Here.folder / "output"
    news = changes.compare(folder, files)
    write(files, folder)
    tell_summary(dataset)
    for line in news:
        say(line)
    say(f"wrote {counted(len(files), 'file')} to {folder}; open {folder / 'map.html'} in a browser")


@app.command(epilog="Examples: frontmap check · frontmap check --distances · frontmap check --same")
def check(
    distances: Annotated[
        bool, typer.Option("--distances", help="Show each stated number beside the map's own.")
    ] = False,
    same: Annotated[
        bool, typer.Option("--same", help="List reports that may tell one event, the likeliest first.")
    ] = False,
    second: Annotated[
        bool, typer.Option("--second-reading", help="Read the texts again; list where statements say otherwise.")
    ] = False,
) -> None:
    """Read everything as build does, and write nothing; tell the faults of the drawing, which stop nothing."""
    dataset = read_dataset()
    if second:
        from mapping.judging.second import second_reading  # noqa: PLC0415
        from mapping.project import read_project  # noqa: PLC0415

        found = second_reading(read_project(Here.folder))
        for line in found:
            say(line)
        advice = "; mend them, or write [[seen]] with its why" if found else ""
        say(f"the second reading lists {counted(len(found), 'difference')}{advice}")
    if same:
        from mapping.judging.same import likeliest  # noqa: PLC0415
        from mapping.project import read_project  # noqa: PLC0415

        tell_pairs(likeliest(read_project(Here.folder)))
    if distances:
        tell_distances(dataset)
    tell_drawing(dataset)
    say(f"no faults in {counted(len(dataset.sources), 'source')} and {counted(len(dataset.places), 'place')}")


@app.command(epilog="Example: frontmap serve --port 8000")
def serve(port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8000) -> None:
    """Serve output/ to this machine alone, so that the page may show online background maps."""
    from functools import partial  # noqa: PLC0415
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer  # noqa: PLC0415

    folder = Here.folder / "output"
    if not (folder / "map.html").is_file():
        stop(f"{folder / 'map.html'} is missing; run frontmap build first")
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(SimpleHTTPRequestHandler, directory=folder))
    except OSError as error:
        stop(f"port {port}: {error.strerror}; choose another with --port")
    with server:
        say(f"http://127.0.0.1:{server.server_port}/map.html (Ctrl-C ends it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("ended")


@app.command(epilog="Examples: frontmap schema > seeds/source.schema.json · frontmap schema --drafts")
def schema(
    drafts: Annotated[
        bool, typer.Option("--drafts", help="That of drafts from elsewhere, for `add --drafts`.")
    ] = False,
) -> None:
    """Print the JSON Schema of a source's .toml, for editors that complete and check it."""
    import json  # noqa: PLC0415

    from mapping.domain.source_file import json_schema  # noqa: PLC0415
    from mapping.intake.submitted import schema as of_drafts  # noqa: PLC0415

    typer.echo(json.dumps(of_drafts() if drafts else json_schema(), indent=1))
