"""A new report becomes a source: its text and a .toml of drafts, for a person to review."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from mapping.domain import dates
from mapping.domain.errors import CurationError, Problem, Problems, mistyped, short
from mapping.domain.source_file import SourceFile
from mapping.domain.statements import Report
from mapping.files.toml import write_toml
from mapping.intake.documents import Document, take_in
from mapping.intake.drafts import Drafts, source_id
from mapping.intake.refusal import IntakeError
from mapping.intake.submitted import held_to_words
from mapping.judging.same import best_of
from mapping.mentions import Matcher
from mapping.placing import resolve
from mapping.project import check_source
from mapping.reading import read
from mapping.reading.dating import check_dates
from mapping.seeds.sources import Source

if TYPE_CHECKING:
    from datetime import date

    from mapping.intake.submitted import DraftsFile
    from mapping.mentions import Mention
    from mapping.project import Project
    from mapping.reading import Reading


class Drafting(NamedTuple):
    """What was read in a text, rows for the .toml, how many more there were, what of others' drafts was refused."""

    reading: Reading
    rows: list[dict[str, Any]]
    left_out: int
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Added:
    """What adding a report comes to; nothing is written yet.

    `files` maps names in seeds/ to their bytes; empty where the text is there already (`same_as`). `mentions`
    counts the places named, `unknown` the names that look like places and are in no gazetteer, with the candidate
    of the reference where it has one. `perhaps` pairs the id of a drafted event with reports of what may be the same.
    """

    source: str
    files: dict[str, bytes]
    document: Document
    mentions: dict[str, int]
    unknown: dict[str, Mention]
    statements: tuple[str, ...]
    left_out: int
    missed: tuple[tuple[str, str], ...]  # (sentence, why something in it was not drafted)
    perhaps: tuple[tuple[str, str], ...]
    refused: tuple[tuple[str, str], ...] = ()  # drafts from elsewhere: (statement in short, why it was not taken)
    same_as: str | None = None
    revision_of: str | None = None


def opened(
    name: str, data: bytes, *, zone: str, today: date, title: str | None = None, publisher: str | None = None,
    published: str | None = None, url: str | None = None,
) -> Document:  # fmt: skip
    """Open a report; what is stated by hand goes before what the file says. `zone` is the front's (IANA name).

    Raises CurationError, which names the file (`name`), when the bytes are no report or what is stated is no day, no
    address, or lies in the future.
    """
    try:
        document = take_in(data, ZoneInfo(zone))
    except IntakeError as error:
        raise CurationError([Problem(name, "", str(error))]) from error
    document = replace(
        document, title=title or document.title, publisher=publisher or document.publisher,
        published=published or document.published, url=url or document.url,
    )  # fmt: skip
    _check(name, document, today)
    return document


def add(document: Document, project: Project, *, restated: bool = False, drafts: DraftsFile | None = None) -> Added:
    """Draft the source of a report.

    `restated` says that the words are not those of the publisher; `drafts` are taken in place of what would be read.
    """
    same = next((source for source in project.sources if source.text.split() == document.text.split()), None)
    if same:
        return Added(same.id, {}, document, {}, {}, (), 0, (), (), same_as=same.id)
    older = next((source for source in project.sources if document.url and source.url == document.url), None)
    return _drafted(document, project, older, "restated" if restated else "verbatim", drafts)


def _check(name: str, document: Document, today: date) -> None:
    """Refuse a day of publication that is none or lies ahead, and an address that is none."""
    problems = []
    if document.published:
        try:
            span = dates.parse(document.published)
            if span.start and span.start > today:
                day = document.published
                problems.append(Problem(name, "published", f"{day} lies in the future; write the day of publication"))
        except ValueError as error:
            problems.append(Problem(name, "published", str(error)))
    try:
        SourceFile.model_validate({"source": {"text": "verbatim", "url": document.url}})
    except ValidationError:
        problems.append(Problem(name, "url", f"{document.url!r} is no address; it begins with http:// or https://"))
    if problems:
        raise CurationError(problems)


def drafted(text: str, published: str | None, project: Project, matcher: Matcher) -> Drafting:
    """Read a text, and write what it tells as rows of a .toml; what would stop a build is left out and counted."""
    found = read(text, published, matcher)
    drafts = Drafts(found, matcher.spelled(text), set(project.gazetteer.actors), published)
    rows = [row for row in drafts.rows if not _faults(row, text, published, project, matcher)]
    return Drafting(found, rows, drafts.left_out + drafts.told_twice + len(drafts.rows) - len(rows))


def _submitted(
    drafting: Drafting, document: Document, file: DraftsFile, project: Project, matcher: Matcher
) -> Drafting:
    """Take the drafts of another reader in place of those that were read."""
    taken = held_to_words(file, document.text, document.published, project.gazetteer)
    rows, refused = [], list(taken.refused)
    for row in taken.rows:
        faults = _faults({**row, "status": "reviewed"}, document.text, document.published, project, matcher)
        if faults:
            refused.append((short(row["quote"]), "; ".join(fault.message for fault in faults)))
        else:
            rows.append(row)
    return drafting._replace(rows=rows, left_out=0, refused=tuple(refused))


def _drafted(
    document: Document, project: Project, older: Source | None, wording: str, submitted: DraftsFile | None
) -> Added:
    matcher = Matcher(project.gazetteer)
    drafting = drafted(document.text, document.published, project, matcher)
    if submitted:
        drafting = _submitted(drafting, document, submitted, project, matcher)
    found, rows = drafting.reading, drafting.rows
    notes = [f"A revision of {older.id}: the same address, an edited text."] if older else []
    header = {
        "title": document.title, "publisher": document.publisher, "published": document.published, "url": document.url,
        "text": wording, "sha256": hashlib.sha256(document.text.encode()).hexdigest(), "notes": notes or None,
    }  # fmt: skip
    written = write_toml([("[source]", header), *(("[[statement]]", row) for row in rows)])
    file = SourceFile.model_validate(tomllib.loads(written))
    id_ = source_id(document.published, document.publisher, document.title, [source.id for source in project.sources])
    unknown = {mention.text: mention for mention in found.mentions if not mention.curated and mention.kind != "road"}
    return Added(
        source=id_,
        files={f"{id_}.txt": document.text.encode(), f"{id_}.toml": written.encode()},
        document=document,
        mentions=dict(Counter(mention.name for mention in found.mentions if mention.curated).most_common()),
        unknown=unknown,
        statements=tuple(statement.id for statement in file.statement),
        left_out=drafting.left_out,
        missed=() if submitted else tuple((document.text[one.start : one.end], one.reason) for one in found.missed),
        refused=drafting.refused,
        perhaps=tuple(_perhaps(id_, file, project)),
        revision_of=older.id if older else None,
    )


def _faults(
    row: dict[str, Any], text: str, published: str | None, project: Project, matcher: Matcher
) -> list[Problem]:
    """What the checks of the project have against a draft; one without faults never stops a build."""
    header = {"text": "verbatim", "published": published}
    try:
        file = SourceFile.model_validate({"source": header, "statement": [row]})
    except ValidationError as error:
        return [Problem("", "", mistyped(fault, "")) for fault in error.errors(include_url=False)]
    problems = Problems()
    start = text.find(row["quote"])
    statements = tuple(one.anchored("", start, start + len(one.quote)) for one in file.statement)
    source = Source("", text, file.source, statements)
    check_source(source, project.gazetteer, matcher, problems)
    check_dates(source, problems)
    return problems.found


def _perhaps(source: str, file: SourceFile, project: Project) -> list[tuple[str, str]]:
    """Pairs (drafted event, reported event) that are worth a look: one event, told twice."""
    reported = [statement for statement in project.statements if isinstance(statement, Report)]
    drafts = [draft.anchored(source, 0, 1) for draft in file.statement if isinstance(draft, Report)]
    world = resolve(project.gazetteer, project.statements) if drafts and reported else None
    if world is None:
        return []
    return [
        (draft.id, pair.other.event or pair.other.uid) for draft in drafts for pair in best_of(draft, reported, world)
    ]
