"""read, add, locate: from a report to drafted statements and placed names."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from mapping.cli.app import Here, app
from mapping.cli.building import make
from mapping.cli.deciding import DryRun, decide
from mapping.cli.telling import argument, counted, say, stop, tell_missed, tell_reading
from mapping.domain.errors import CurationError
from mapping.files.reading import UnreadableError, decoded, given_files, read_given

if TYPE_CHECKING:
    from mapping.decisions.places import Found
    from mapping.gazetteer.model import Gazetteer
    from mapping.intake.adding import Added
    from mapping.intake.candidates import Candidate
    from mapping.intake.documents import Document
    from mapping.intake.submitted import DraftsFile

TRIES = 50  # programs that may take a report in just before this one


@app.command(epilog="Examples: frontmap read article.txt · cat article.txt | frontmap read - --json")
def read(
    text_file: Annotated[str, typer.Argument(metavar="TEXTFILE", help="A text, or - for standard input.")],
    published: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON: offsets in code points, every key there.")
    ] = False,
) -> None:
    """Show what the reader sees in any text, without touching anything."""
    import json  # noqa: PLC0415

    from mapping import reading  # noqa: PLC0415
    from mapping.mentions import Matcher  # noqa: PLC0415
    from mapping.project import read_ground  # noqa: PLC0415

    found = reading.read(_text(text_file), _day(published), Matcher(read_ground(Here.folder))).as_json()
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        tell_reading(found)


@app.command(
    epilog="Examples: frontmap add article.txt --publisher Herald --published 2025-09-01 --url https://…"
    " · frontmap add page.html report.pdf notes/"
)
def add(
    reports: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Texts, web pages, PDF, Word; folders of them; - for standard input."),
    ],
    title: Annotated[str | None, typer.Option(help="Title, where the text does not carry it.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Date of publication, EDTF.")] = None,
    url: Annotated[str | None, typer.Option(help="Address.")] = None,
    restated: Annotated[bool, typer.Option("--restated", help="The words are your own, not the publisher's.")] = False,
    drafts: Annotated[
        str | None, typer.Option(metavar="JSON", help="Take these drafts of another reader; - for standard input.")
    ] = None,
) -> None:
    """Take reports into seeds/, draft what they say, and draw it: drafts are marked as not yet reviewed.

    Of several files each is opened first: where one cannot be read, nothing is written.
    """
    from mapping.intake.submitted import read_drafts  # noqa: PLC0415
    from mapping.project import read_ground  # noqa: PLC0415

    if drafts == "-" and "-" in reports:
        stop("standard input cannot be both the report and its drafts; give one of them as a file")
    names = _files(reports)
    if len(names) > 1 and (title or url or drafts):
        stop(f"--title, --url and --drafts are those of one report, and here are {len(names)}; add it alone")
    submitted = read_drafts(drafts, _bytes(drafts)) if drafts else None
    stated = {"title": title, "publisher": publisher, "published": published, "url": url}
    taken = [_take(one, restated, submitted) for one in _opened(names, stated, read_ground(Here.folder))]
    if any(taken):
        make()


def _files(names: list[str]) -> list[str]:
    """Names of files, with those of the files in a folder in its place."""
    found: list[str] = []
    for name in names:
        try:
            found += given_files(name)
        except UnreadableError as error:
            stop(f"{name}: {error}")
    return found


def _opened(names: list[str], stated: dict[str, str | None], ground: Gazetteer) -> list[Document]:
    """Open all reports. Raises CurationError with the faults of all that cannot be read."""
    from mapping.intake.adding import opened  # noqa: PLC0415

    zone = ground.settings.time_zone
    today = datetime.now(ZoneInfo(zone)).date()
    documents, faults = [], []
    for name in names:
        try:
            documents.append(opened(name, _bytes(name), zone=zone, today=today, **stated))
        except CurationError as error:
            faults += error.problems
    if faults:
        raise CurationError(faults)
    return documents


def _take(document: Document, restated: bool, submitted: DraftsFile | None) -> bool:
    """Take one report in; says whether it was new. Where another program took one in meanwhile, it is drafted again."""
    from mapping.decisions.change import Files  # noqa: PLC0415
    from mapping.decisions.journal import ChangedMeanwhileError, Journal  # noqa: PLC0415
    from mapping.decisions.sources import take_in  # noqa: PLC0415
    from mapping.intake.adding import add as draft  # noqa: PLC0415
    from mapping.project import read_project  # noqa: PLC0415

    for tries in range(1, TRIES + 1):
        added = draft(document, read_project(Here.folder), restated=restated, drafts=submitted)
        if added.same_as:
            say(f"this text is there already as {added.same_as}; nothing was changed")
            return False
        try:
            Journal(Here.folder).carry_out(take_in(Files(Here.folder), added))
        except ChangedMeanwhileError:
            if tries == TRIES:
                raise
        else:
            break
    _tell_added(added)
    return True


def _tell_added(added: Added) -> None:
    for note in added.document.done:
        say(note)
    if added.revision_of:
        say(f"the address is that of {added.revision_of}: kept beside it as a revision")
    say("wrote " + " and ".join(f"seeds/{name}" for name in added.files))
    say("places named: " + (", ".join(f"{name} ({times})" for name, times in added.mentions.items()) or "none"))
    say(f'{counted(len(added.statements), "statement")} drafted; review them, then set status = "reviewed"')
    if added.left_out:
        say(f"{added.left_out} more were left out: they repeat a drafted one or name no place the vocabulary takes")
    for what, why in added.refused:
        say(f"not taken: {what}: {why}")
    tell_missed(added.missed)
    for id_, event in added.perhaps:
        shared = "give both statements one event id" if "/" in event else f'write event = "{event}"'
        say(f"{id_} is perhaps the same as {event}; if it is, {shared}")
    for name, mention in added.unknown.items():
        known = (
            f", perhaps {mention.name} at {mention.latitude:.4f}, {mention.longitude:.4f}" if mention.latitude else ""
        )
        say(f"in no gazetteer: {name} ({mention.kind}){known}; frontmap locate {argument(name)}")


@app.command(
    epilog='Examples: frontmap locate Alfa · frontmap locate "Alpha Village" --near beta --accept mimu:209397'
    ' · frontmap locate Alfa --at 22.92,96.51 --kind village --evidence "imagery of 2025-10"'
)
def locate(
    name: Annotated[str, typer.Argument(help="A name as a text spells it.")],
    near: Annotated[str | None, typer.Option(metavar="PLACE", help="A place it should be near.")] = None,
    online: Annotated[bool, typer.Option("--online", help="Ask OpenStreetMap's Nominatim too.")] = False,
    accept: Annotated[
        str | None, typer.Option(metavar="CODE", help="Put the candidate of this code into the gazetteer.")
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="LAT,LON", help="Put it at a point that you found, in degrees.")
    ] = None,
    kind: Annotated[str, typer.Option(help="With --at: what it is.")] = "village",
    evidence: Annotated[str, typer.Option(help="With --at: where the point was seen.")] = "",
    credit: Annotated[str, typer.Option(help="With --at: whom to credit.")] = "",
    radius: Annotated[float, typer.Option(min=1, help="With --at: metres that surely hold the place.")] = 1000.0,
    no_place: Annotated[
        str | None, typer.Option("--no-place", metavar="REASON", help="Say that the words name no place, and why.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """List places that a name may mean, the likeliest first; or write what you decide into gazetteer/.

    What you accept reaches every statement that holds the name as words.
    """
    from mapping.decisions import places  # noqa: PLC0415

    if sum(choice is not None for choice in (accept, at, no_place)) > 1:
        stop("--accept, --at and --no-place say three different things; give one of them")
    if no_place is not None:
        decide(lambda files: places.no_place(files, name, no_place), dry_run=dry_run)
    elif at is not None:
        _put_at(name, places.Found(_point(at), kind, evidence, credit, radius), dry_run=dry_run)
    else:
        _locate(name, near, accept, online=online, dry_run=dry_run)


def _put_at(name: str, found: Found, *, dry_run: bool) -> None:
    from mapping.decisions import places  # noqa: PLC0415
    from mapping.project import read_project  # noqa: PLC0415

    project = read_project(Here.folder)
    decide(lambda files: places.put_at(files, name, found, project), dry_run=dry_run)


def _locate(name: str, near: str | None, code: str | None, *, online: bool, dry_run: bool) -> None:
    """List the candidates for a name, or take the one of a code."""
    from mapping.decisions import places  # noqa: PLC0415
    from mapping.intake import candidates  # noqa: PLC0415
    from mapping.project import read_project  # noqa: PLC0415

    project = read_project(Here.folder)
    listed = candidates.locate(name, project, near=near, online=online)
    if code is None:
        for one in listed:
            say(f"{one.code}: {_told(one)}")
        advice = f"frontmap locate {argument(name)} --accept CODE takes one"
        say(f"{counted(len(listed), 'candidate')}; {advice}" if listed else f"nothing like {name}")
        return
    chosen = next((one for one in listed if code in (one.code, one.pcode)), None)
    if chosen is None:
        stop(f"no candidate for {name!r} has the code {code!r}; run without --accept to see them")
    decide(lambda files: places.accept(files, name, chosen, project), dry_run=dry_run)


def _point(text: str) -> tuple[float, float]:
    """Read "LAT,LON"."""
    try:
        lat, lon = map(float, text.split(","))
    except ValueError:
        stop(f"--at {text!r} is no point; write LAT,LON in degrees, such as 22.92,96.51")
    return lat, lon


def _told(one: Candidate) -> str:
    """One candidate as a line: who it is, where it lies, what is near, what speaks for it."""
    where = f"{one.point[0]:.4f}, {one.point[1]:.4f}" if one.point else "no point known"
    beside = ", ".join(f"{km:g} km from {name}" for name, km in one.km)
    who = " ".join(filter(None, (one.name, one.name_my)))
    return "; ".join(filter(None, (who, one.kind, one.township, one.pcode, where, beside, *one.hints, one.evidence)))


def _bytes(name: str) -> bytes:
    """Content of a file or of standard input."""
    try:
        return read_given(name)
    except UnreadableError as error:
        stop(f"{name}: {error}")


def _text(name: str) -> str:
    """Text of a file or of standard input."""
    try:
        return decoded(read_given(name))
    except UnreadableError as error:
        stop(f"{name}: {error}")


def _day(published: str | None) -> date | None:
    """Day of publication, ISO 8601."""
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        stop(f"--published {published!r} is no day; write YYYY-MM-DD, such as 2025-08-07")
