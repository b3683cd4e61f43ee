"""Decisions about whole sources: taken in, taken away, drafted again after the gazetteer grew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.decisions.journal import ChangedMeanwhileError
from mapping.decisions.statements import HEAD, field_order, identity
from mapping.domain.errors import CurationError, Problem, did_you_mean
from mapping.intake.adding import drafted
from mapping.mentions import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.decisions.change import Change, Files
    from mapping.files.toml_tables import Table, TomlTables
    from mapping.intake.adding import Added
    from mapping.project import Project
    from mapping.seeds.sources import Source

PLACED = ("at", "near", "on", "from", "to", "toward", "between", "via", "place")


def take_in(files: Files, added: Added) -> Change:
    """Take the files of a new source in. Raises ChangedMeanwhileError where another program wrote one of that name."""
    for name, content in added.files.items():
        if files.content(f"seeds/{name}") is not None:
            raise ChangedMeanwhileError([Problem(f"seeds/{name}", "", "was written by another program meanwhile")])
        files.put(f"seeds/{name}", content)
    return files.change(f"added {added.source} with {len(added.statements)} drafts")


def remove(files: Files, id_: str, project: Project) -> Change:
    """Take a source away, text and statements; tells what leaves the map with it."""
    source = _source(id_, project)
    events = [getattr(one, "event", None) for other in project.sources if other.id != id_ for one in other.statements]
    more = []
    for one in source.statements:
        if one.status == "retracted":
            continue
        event = getattr(one, "event", None)
        stays = "; the event is told elsewhere, too" if event and event in events else ""
        more.append(f"leaves: {one.kind} {one.id} ({one.status}){stays}")
    for ending in ("txt", "toml"):
        if files.content(f"seeds/{id_}.{ending}") is not None:
            files.put(f"seeds/{id_}.{ending}", None)
    return files.change(f"removed {id_}", more)


def redraft(
    files: Files, id_: str, project: Project, *, rejected: Iterable[Mapping[str, str]], mended: set[str]
) -> Change:
    """Draft a source again; what a person decided stays.

    Statements that were reviewed or retracted stay as they are, and so do drafts with a mended field; of other drafts
    a place that stood as words gets its id, and fields that were empty are filled. New drafts are added, those that
    were thrown away are not.
    """
    source = _source(id_, project)
    rows = [
        dict(row) for row in drafted(source.text, source.published or None, project, Matcher(project.gazetteer)).rows
    ]
    if files.content(f"seeds/{id_}.toml") is None:  # a text that nobody has read yet
        files.put(f"seeds/{id_}.toml", b'[source]\ntext = "verbatim"\n')
    tables = files.tables(id_)
    gone = [dict(one) for one in rejected]
    more: list[str] = []
    for row in rows:
        known = next((table for table in tables.of(HEAD) if _same_draft(table.data, row)), None)
        if known is None:
            if {"source": id_, **identity(row)} not in gone:
                more.append(f"new: {_added(tables, row, source)}")
        elif known.data.get("status") == "draft" and f"{id_}/{known.data['id']}" not in mended:
            fields = _grown(known.data, row)
            if fields:
                tables.change(known, fields, field_order(str(known.data["kind"])))
                more.append(f"{known.data['id']}: {', '.join(fields)}")
    return files.change(f"drafted {id_} again", more)


def _source(id_: str, project: Project) -> Source:
    known = {source.id: source for source in project.sources}
    if id_ not in known:
        raise CurationError([Problem("seeds", id_, f"is no source{did_you_mean(id_, known)}")])
    return known[id_]


def _same_draft(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether a statement tells what a draft tells: of one kind and type, from the same or overlapping words."""
    alike = one.get("kind") == other.get("kind") and one.get("type") == other.get("type")
    quotes = str(one.get("quote")), str(other.get("quote"))
    return alike and (quotes[0] in quotes[1] or quotes[1] in quotes[0])


def _grown(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a draft that say more now: ids where words stood, and what was not there."""
    fields = {}
    for name, value in new.items():
        if name in ("id", "status", "quote", "certainty"):
            continue
        words = name in PLACED and any(isinstance(part, dict) for part in _listed(old.get(name, [])))
        if (name not in old or words) and value != old.get(name):
            fields[name] = value
    return fields


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _added(tables: TomlTables, row: Mapping[str, Any], source: Source) -> str:
    """Add a draft behind the statements whose quotes stand before its own; returns its id."""
    taken = {str(table.data.get("id")) for table in tables.of(HEAD)}
    stem = str(row["id"])
    id_ = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
    at = source.text.find(str(row["quote"]))
    before: list[Table] = [t for t in tables.of(HEAD) if source.text.find(str(t.data.get("quote"))) <= at]
    tables.append(HEAD, {**row, "id": id_}, after=before[-1] if before else None)
    return id_
