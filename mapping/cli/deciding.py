"""accept, reject, retract, mend, split, merge, same, redraft, remove, rename, undo: decisions about curated files."""

from __future__ import annotations

import difflib
import tomllib
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mapping.cli.app import Here, app
from mapping.cli.telling import say, show, stop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapping.decisions.change import Change, Files

Statements = Annotated[list[str], typer.Argument(metavar="SOURCE/STATEMENT...", help="Ids as the cards show them.")]
OneStatement = Annotated[str, typer.Argument(metavar="SOURCE/STATEMENT", help="Id as the cards show it.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change; write nothing.")]


def decide(make: Callable[[Files], Change], *, dry_run: bool) -> None:
    """Make a decision, hold the project against it, write it and say so; or show it."""
    from mapping.decisions.change import Files  # noqa: PLC0415
    from mapping.decisions.checking import Ground  # noqa: PLC0415
    from mapping.decisions.journal import Journal  # noqa: PLC0415

    journal = Journal(Here.folder)
    journal.recover()
    change = make(Files(Here.folder))
    Ground.read(Here.folder).require_sound(change)
    if not dry_run:
        journal.carry_out(change)
    tell(change, dry_run=dry_run)
    if not dry_run:
        say("frontmap undo takes it back")


def tell(change: Change, *, dry_run: bool) -> None:
    """Print what was decided and what follows from it; before it is done, the lines that would change, too."""
    say(f"would do: {change.told}" if dry_run else change.told)
    for line in change.more:
        say(f"- {line}")
    if dry_run:
        for line in _lines(change):
            say(line)
        say("nothing was written")


def _lines(change: Change) -> Iterable[str]:
    for file, after in change.after.items():
        old, new = (_text(content) for content in (change.before[file], after))
        yield from difflib.unified_diff(old, new, file, file if after is not None else "gone", n=0, lineterm="")


def _text(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8", "replace").splitlines()


@app.command(
    epilog="Examples: frontmap accept 2025-08-07-herald/capture · frontmap accept 2025-08-07-herald --above 0.8"
)
def accept(
    statements: Statements,
    above: Annotated[
        float | None, typer.Option(min=0, max=1, help="Of whole sources, drafts of this confidence or more.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Say that drafts were read and are right: their status becomes reviewed."""
    from mapping.decisions import statements as decisions  # noqa: PLC0415

    chosen = statements
    if above is not None:
        from mapping.decisions.confidence import sure_drafts  # noqa: PLC0415
        from mapping.project import read_project  # noqa: PLC0415

        project = read_project(Here.folder)
        chosen = [uid for source in statements for uid in sure_drafts(source, project, above)]
        if not chosen:
            stop(f"no draft there has a confidence of {above:g} or more")
    decide(lambda files: decisions.accept(files, chosen), dry_run=dry_run)


@app.command(epilog="Example: frontmap reject 2025-08-07-herald/battle-mogok")
def reject(statements: Statements, dry_run: DryRun = False) -> None:
    """Throw drafts away; they are not drafted again."""
    from mapping.decisions import statements as decisions  # noqa: PLC0415

    decide(lambda files: decisions.reject(files, statements), dry_run=dry_run)


@app.command(epilog='Example: frontmap retract 2025-08-07-herald/capture --why "the paper took it back"')
def retract(
    statements: Statements, why: Annotated[str, typer.Option(help="Goes into the note.")] = "", dry_run: DryRun = False
) -> None:
    """Take reviewed statements off the map; they stay in their files."""
    from mapping.decisions import statements as decisions  # noqa: PLC0415

    decide(lambda files: decisions.retract(files, statements, why), dry_run=dry_run)


@app.command(epilog="""Example: frontmap mend 2025-08-07-herald/capture 'at = ["mogok"]' 'date_text ='""")
def mend(
    statement: OneStatement,
    fields: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE...", help="TOML; without a value it is taken out.")
    ],
    dry_run: DryRun = False,
) -> None:
    """Give fields of a statement other values."""
    from mapping.decisions import statements as decisions  # noqa: PLC0415

    values = dict(_field(text) for text in fields)
    decide(lambda files: decisions.mend(files, statement, values), dry_run=dry_run)


def _field(text: str) -> tuple[str, Any]:
    """(field, value) of "at = "mogok""; a bare word is a text."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        stop(f"{text!r} is no field; write FIELD=VALUE, such as certainty=claimed")
    if not value.strip():
        return name.strip(), None
    try:
        return name.strip(), tomllib.loads(f"value = {value}")["value"]
    except ValueError:
        return name.strip(), value.strip()


@app.command(epilog="Example: frontmap split 2025-08-07-herald/airstrikes --by at")
def split(
    statement: OneStatement,
    by: Annotated[str, typer.Option(help="Field that holds several values: at, counts, date …")] = "at",
    dry_run: DryRun = False,
) -> None:
    """Make one statement of each value that a field holds."""
    from mapping.decisions import statements as decisions  # noqa: PLC0415

    decide(lambda files: decisions.split(files, statement, by)[0], dry_run=dry_run)


@app.command(epilog="Example: frontmap merge 2025-08-07-herald/shelling 2025-08-07-herald/shelling-2")
def merge(statements: Statements, dry_run: DryRun = False) -> None:
    """Make one statement of several of one source."""
    from mapping.decisions import statements as decisions  # noqa: PLC0415

    decide(lambda files: decisions.merge(files, statements), dry_run=dry_run)


@app.command(epilog="Example: frontmap same 2025-08-07-herald/capture 2025-08-09-courier/capture")
def same(
    statements: Statements,
    event: Annotated[str, typer.Option(metavar="ID", help="The event id that all get.")] = "",
    dry_run: DryRun = False,
) -> None:
    """Say that statements tell one event."""
    from mapping.decisions import statements as decisions  # noqa: PLC0415

    decide(lambda files: decisions.same(files, statements, event), dry_run=dry_run)


@app.command(epilog="Example: frontmap redraft 2025-08-07-herald")
def redraft(source: Annotated[str, typer.Argument(metavar="SOURCE")], dry_run: DryRun = False) -> None:
    """Draft a source again after the gazetteer grew; what a person decided stays."""
    from mapping.decisions import sources  # noqa: PLC0415
    from mapping.decisions.journal import Journal  # noqa: PLC0415
    from mapping.project import read_project  # noqa: PLC0415

    project = read_project(Here.folder)
    rejected, mended = Journal(Here.folder).notes()
    decide(
        lambda files: sources.redraft(files, source, project, rejected=rejected, mended=mended), dry_run=dry_run
    )  # fmt: skip


@app.command(epilog="Example: frontmap remove 2025-08-07-herald --dry-run")
def remove(source: Annotated[str, typer.Argument(metavar="SOURCE")], dry_run: DryRun = False) -> None:
    """Take a source away, text and statements; tells what leaves the map with it."""
    from mapping.decisions import sources  # noqa: PLC0415
    from mapping.project import read_project  # noqa: PLC0415

    project = read_project(Here.folder)
    decide(lambda files: sources.remove(files, source, project), dry_run=dry_run)


@app.command(epilog="Example: frontmap rename mogoke mogok")
def rename(
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
    sort: Annotated[
        str, typer.Option(help="place, route, stretch, actor, event or source, where the id names two.")
    ] = "",
    dry_run: DryRun = False,
) -> None:
    """Give a place, route, stretch, actor, event or source another id, in every file at once."""
    from mapping.decisions import names  # noqa: PLC0415
    from mapping.project import read_project  # noqa: PLC0415

    project = read_project(Here.folder)
    decide(lambda files: names.rename_everywhere(files, old, new, project, sort), dry_run=dry_run)


@app.command(epilog="Examples: frontmap undo · frontmap undo --list")
def undo(
    listed: Annotated[bool, typer.Option("--list", help="List the decisions instead, the latest first.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Take back the last decision, of this program or the desk; what was changed elsewhere since stays."""
    from mapping.decisions.journal import Journal  # noqa: PLC0415

    journal = Journal(Here.folder)
    if listed:
        show(
            ((one.number, one.made, one.state, one.told) for one in journal.entries()),
            "no.",
            "made (UTC)",
            "state",
            "decision",
        )
        return
    tell(journal.undo(dry=dry_run), dry_run=dry_run)
