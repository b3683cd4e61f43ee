"""Decisions about statements: accepted, thrown away, mended, made, broken in two, put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mapping.domain.errors import CurationError, Problem, did_you_mean
from mapping.domain.slug import slug, unused
from mapping.domain.statements import KINDS
from mapping.files.reading import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.decisions.change import Change, Files
    from mapping.files.toml_tables import Table

HEAD = "[[statement]]"
OF_ITS_OWN = ("id", "quote", "status")  # fields in which two statements that are put together may differ


def field_order(kind: str) -> tuple[str, ...]:
    """Return the names of the fields of a kind in the order in which they are written."""
    fields = KINDS[kind].model_fields if kind in KINDS else {}
    names = [info.alias or name for name, info in fields.items()]
    common = [
        "certainty",
        "status",
        "date",
        "date_text",
        "date_basis",
        "said_by",
        "denied_by",
        "about",
        "limit",
        "note",
    ]
    first = ["kind", "id", *(one for one in ("event", "title", "type") if one in names)]
    own = [one for one in names if one not in (*first, *common, "quote")]
    return (*first, *own, *common, "quote")


def parted(uid: str) -> tuple[str, str]:
    """Return (source, statement) of an id such as "2025-08-07-herald/capture"."""
    source, _, id_ = uid.rpartition("/")
    if not source or not id_:
        message = "is no id of a statement; write <source>/<statement>, as the cards and tables show it"
        raise CurationError([Problem("", uid, message)])
    return source, id_


def table_of(files: Files, uid: str) -> Table:
    """Return the table of a statement. Raises CurationError where there is none."""
    source, id_ = parted(uid)
    rows = {str(table.data.get("id")): table for table in files.tables(source).of(HEAD)}
    if id_ not in rows:
        raise CurationError([Problem(f"seeds/{source}.toml", id_, f"is not there{did_you_mean(id_, rows)}")])
    return rows[id_]


def accept(files: Files, uids: Sequence[str]) -> Change:
    """Make drafts reviewed statements; what was retracted stands again."""
    for uid in uids:
        _mended(files, uid, {"status": "reviewed"})
    return files.change(f"accepted {told(uids)}")


def retract(files: Files, uids: Sequence[str], why: str = "") -> Change:
    """Take back statements that were reviewed; they stay in their files, and on no map."""
    for uid in uids:
        if _status(table_of(files, uid)) == "draft":
            raise CurationError([_problem(uid, "is a draft; reject it instead")])
        note = _joined_notes(table_of(files, uid).data.get("note"), why)
        _mended(files, uid, {"status": "retracted"} | ({"note": note} if note else {}))
    return files.change(f"retracted {told(uids)}")


def reject(files: Files, uids: Sequence[str]) -> Change:
    """Throw drafts away; what was once reviewed is retracted instead, so that the record shows it."""
    thrown = []
    for uid in uids:
        table, (source, _) = table_of(files, uid), parted(uid)
        if _status(table) != "draft":
            raise CurationError([_problem(uid, f"is {_status(table)}; retract it instead")])
        thrown.append({"source": source, **identity(table.data)})
        files.tables(source).remove(table)
    return files.change(f"rejected {told(uids)}", rejected=thrown)


def identity(row: Mapping[str, Any]) -> dict[str, str]:
    """What makes two drafts of one text the same: kind, type and quote."""
    return {"kind": str(row.get("kind")), "type": str(row.get("type", "")), "quote": str(row.get("quote"))}


def mend(files: Files, uid: str, fields: Mapping[str, Any]) -> Change:
    """Give fields of a statement other values; None takes one out."""
    before = table_of(files, uid).data
    _mended(files, uid, fields)
    what = ", ".join(name for name, value in fields.items() if before.get(name) != value)
    return files.change(f"mended {what} of {told([uid])}", mended=[uid])


def make(files: Files, source: str, row: Mapping[str, Any]) -> tuple[Change, str]:
    """Add a statement behind those whose quotes stand before its own; returns its id, too."""
    tables = files.tables(source)
    text = files.text(f"seeds/{source}.txt")
    id_ = _free_id(tables.of(HEAD), str(row.get("id") or _stem(row)))
    kind = str(row.get("kind"))
    told = {key: value for key, value in row.items() if key not in ("kind", "id") and value is not None}
    fields = {"kind": kind, "id": id_, **told}
    ordered = {name: fields[name] for name in field_order(kind) if name in fields}
    ordered |= {name: value for name, value in fields.items() if name not in ordered}
    at = text.find(str(row.get("quote")))
    before = [table for table in tables.of(HEAD) if text.find(str(table.data.get("quote"))) <= at]
    tables.append(HEAD, ordered, after=before[-1] if before else None)
    return files.change(f"made {source}/{id_}", mended=[f"{source}/{id_}"]), id_


def split(files: Files, uid: str, field: str) -> tuple[Change, list[str]]:
    """Make one statement of each value in a list of a statement (its places, its counts, its days)."""
    table, (source, id_) = table_of(files, uid), parted(uid)
    values = _parts(table.data.get(field))
    if len(values) < 2:
        raise CurationError([_problem(uid, f"{field}: holds no list of two or more; name a field that does")])
    tables = files.tables(source)
    last = tables.change(table, {field: values[0]}, field_order(str(table.data["kind"])))
    made = [id_]
    for value in values[1:]:
        new = _free_id(tables.of(HEAD), id_)
        last = tables.append(HEAD, {**table.data, field: value, "id": new}, after=last)
        made.append(new)
    uids = [f"{source}/{one}" for one in made]
    return files.change(f"split {told([uid])} into {len(made)} by {field}", mended=uids), made


def merge(files: Files, uids: Sequence[str]) -> Change:
    """Make one statement of several of one source: lists joined, the words of all quoted, the id of the first kept.

    Raises CurationError where they are of several sources or kinds, or a field holds two values.
    """
    sources = {parted(uid)[0] for uid in uids}
    if len(sources) > 1 or len(set(uids)) < max(len(uids), 2):
        message = "merge takes two statements of one source; `same` says that two sources tell one event"
        raise CurationError([Problem("", told(uids), message)])
    (source,) = sources
    rows = [table_of(files, uid) for uid in uids]
    fields = _together(uids, [row.data for row in rows])
    fields["quote"] = _quote_of_all(files.text(f"seeds/{source}.txt"), [str(row.data["quote"]) for row in rows])
    tables = files.tables(source)
    tables.change(rows[0], fields, field_order(str(rows[0].data["kind"])))
    for row in rows[1:]:
        tables.remove(row)
    return files.change(f"merged {told(uids[1:])} into {told(uids[:1])}", mended=[uids[0]])


def same(files: Files, uids: Sequence[str], event: str = "") -> Change:
    """Say that statements tell one event: they get one event id, the one that one of them has."""
    known = [str(table_of(files, uid).data["event"]) for uid in uids if "event" in table_of(files, uid).data]
    if len(set(known)) > 1 and not event:
        message = f"they carry {' and '.join(sorted(set(known)))}; say which id stays (--event)"
        raise CurationError([Problem("", told(uids), message)])
    if not uids:
        raise CurationError([Problem("", "same", "needs the ids of the statements that tell one event")])
    id_ = event or next(iter(known), "") or _new_event(files, parted(uids[0])[1])
    for uid in uids:
        if table_of(files, uid).data.get("kind") != "event":
            raise CurationError([_problem(uid, "tells no event; only events can be one")])
        _mended(files, uid, {"event": id_})
    return files.change(f"{told(uids)} are one event, {id_}", mended=uids)


def _new_event(files: Files, stem: str) -> str:
    """An id that no event of the project has: the stem, or the stem with a number."""
    texts = [files.text(f"seeds/{path.name}") for path in listed(files.folder / "seeds", ".toml")]
    taken = {found[1] for text in texts for found in re.finditer(r"^event\s*=\s*[\"']([^\"']+)", text, re.MULTILINE)}
    return unused(stem, taken)


def told(uids: Iterable[str]) -> str:
    """Name statements in short: the sources only where they differ."""
    pairs = [parted(uid) for uid in uids]
    one = len({source for source, _ in pairs}) == 1
    names = [id_ if one else f"{source}/{id_}" for source, id_ in pairs]
    return f"{', '.join(names)} ({pairs[0][0]})" if one and pairs else ", ".join(names)


def _mended(files: Files, uid: str, fields: Mapping[str, Any]) -> None:
    table, (source, _) = table_of(files, uid), parted(uid)
    if unknown := [name for name in fields if name not in field_order(str(table.data["kind"]))]:
        hint = did_you_mean(unknown[0], field_order(str(table.data["kind"])))
        raise CurationError([_problem(uid, f"unknown field {unknown[0]!r}{hint}")])
    if "id" in fields:
        raise CurationError([_problem(uid, "id: others may name it; it stays as it is")])
    kept = {name: value for name, value in fields.items() if table.data.get(name) != value}
    if kept.get("status") == "reviewed" and "status" not in table.data:
        del kept["status"]  # what stands without a status is reviewed
    if kept:
        files.tables(source).change(table, kept, field_order(str(table.data["kind"])))


def _status(table: Table) -> str:
    return str(table.data.get("status", "reviewed"))


def _problem(uid: str, message: str) -> Problem:
    source, id_ = parted(uid)
    return Problem(f"seeds/{source}.toml", id_, message)


def _joined_notes(old: Any, new: str) -> str:
    return " ".join(str(part) for part in (old, new) if part)


def _stem(row: Mapping[str, Any]) -> str:
    roles = (row.get(role) for role in ("at", "near", "on", "to", "toward", "from"))
    place = next((ref for value in roles for ref in _parts(value) if isinstance(ref, str)), "")
    return slug(f"{row.get('type') or row.get('kind')} {place}", 80)


def _free_id(rows: Iterable[Table], stem: str) -> str:
    taken = {str(row.data.get("id")) for row in rows}
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(one for one in numbered if one not in taken)


def _parts(value: Any) -> list[Any]:
    """The values of a field: of a list, of a set of days ("{2025-08-02,2025-08-09}"), or the one that it holds."""
    if isinstance(value, str) and value.startswith("{") and value.endswith("}"):
        return value[1:-1].split(",")
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _together(uids: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Fields of statements that are put together: lists joined, single values as all have them."""
    found: dict[str, Any] = {}
    for name in dict.fromkeys(name for row in rows for name in row if name not in OF_ITS_OWN):
        values = [row[name] for row in rows if name in row]
        lists = KINDS[str(rows[0]["kind"])].PLACES + KINDS[str(rows[0]["kind"])].ACTORS + ("counts", "covers")
        if all(value == values[0] for value in values):
            found[name] = values[0]
        elif name in lists:
            joined = [part for value in values for part in _parts(value)]
            found[name] = [part for number, part in enumerate(joined) if part not in joined[:number]]
        else:
            said = " and ".join(map(str, values))
            raise CurationError([_problem(uids[0], f"{name}: they say {said}; mend one of them first")])
    return found


def _quote_of_all(text: str, quotes: Sequence[str]) -> str:
    """The shortest piece of a text in which all quotes stand."""
    spans = [(text.find(quote), text.find(quote) + len(quote)) for quote in dict.fromkeys(quotes)]
    return text[min(start for start, _ in spans) : max(end for _, end in spans)]
