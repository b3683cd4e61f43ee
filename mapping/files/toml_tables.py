"""A TOML file while it is edited: by its tables, and what is not touched keeps its bytes.

tomlkit edits the fields of one table; that the tables around it keep their very words is this file's matter.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.items import Comment, Whitespace

from mapping.files.toml import write_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tomlkit.container import Container

HEAD = re.compile(r"""[ \t]*(\[\[?)[ \t]*(["']?)([A-Za-z0-9_-]+)\2[ \t]*(\]\]?)[ \t]*(?:#.*)?""")
LINE = re.compile(r"[^\n]*\n|[^\n]+")  # as TOML breaks lines, which is not as Unicode breaks them


@dataclass(frozen=True, eq=False)
class Table:
    """One table: its head ("[[statement]]"), its text with the comments right above it, and what it holds."""

    head: str
    text: str
    data: Mapping[str, Any]


class TomlTables:
    """The tables of a file, one after the other; `content` is the file as it is now.

    Raises ValueError, with the line, where a text is no TOML (tomllib.TOMLDecodeError).
    """

    def __init__(self, text: str) -> None:
        tomllib.loads(text.removeprefix("\ufeff"))
        self._before, self._tables = _split(text)
        self._end = "\r\n" if "\r\n" in text else "\n"

    def of(self, head: str) -> list[Table]:
        """Return the tables under a head, in their order."""
        return [table for table in self._tables if table.head == head]

    def append(self, head: str, row: Mapping[str, Any], *, after: Table | None = None) -> Table:
        """Add a table: behind another, or at the end, with an empty line between."""
        at = self._tables.index(after) + 1 if after else len(self._tables)
        self._end_before(at)
        text = write_toml([(head, row)]) + ("\n" if at < len(self._tables) else "")
        new = Table(head, text.replace("\n", self._end), dict(row))
        self._tables.insert(at, new)
        return new

    def change(self, table: Table, fields: Mapping[str, Any], order: Sequence[str] = ()) -> Table:
        """Give a table other values; a field that is None is taken out, one that is new stands by its place in `order`.

        Returns the table that stands in its place now.
        """
        text = _edited(table, fields, order)
        if self._end != "\n":
            text = re.sub("\r?\n", self._end, text)
        changed = Table(table.head, text, _merged(table.data, fields))
        self._tables[self._tables.index(table)] = changed
        return changed

    def remove(self, table: Table) -> None:
        """Take a table out, with the comments right above it."""
        self._tables.remove(table)

    @property
    def content(self) -> str:
        """The text of the file as it is now."""
        return self._before + "".join(table.text for table in self._tables)

    def _end_before(self, at: int) -> None:
        """See to it that an empty line stands before the table number `at`."""
        if at == 0:
            self._before += self._gap(self._before) if self._before else ""
            return
        last = self._tables[at - 1]
        self._tables[at - 1] = Table(last.head, last.text + self._gap(last.text), last.data)

    def _gap(self, text: str) -> str:
        """What a text lacks to end in an empty line."""
        lacking = 2 - len(re.search(r"(?:\r?\n){0,2}\Z", text)[0].replace("\r", ""))  # type: ignore[index]
        return self._end * lacking


def _merged(data: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**data, **fields}.items() if value is not None}


def _split(text: str) -> tuple[str, list[Table]]:
    """What stands before the first table, and the tables; a line within a long string is no head."""
    pieces: list[tuple[str, list[str]]] = [("", [])]
    for line in LINE.findall(text):
        match = HEAD.fullmatch(line.rstrip("\r\n"))
        if match and len(match[1]) == len(match[4]) and _is_whole("".join(pieces[-1][1])):
            above = _comments_above(pieces[-1][1])
            pieces.append((f"{match[1]}{match[3]}{match[4]}", above))
        pieces[-1][1].append(line)
    before, *tables = ((head, "".join(lines)) for head, lines in pieces)
    return before[1], [Table(head, part, _data(head, part)) for head, part in tables]


def _comments_above(lines: list[str]) -> list[str]:
    """Take the comment lines right above a head away from the table before it."""
    count = 0
    while count < len(lines) and lines[-1 - count].lstrip().startswith("#"):
        count += 1
    while count and not _is_whole("".join(lines[: len(lines) - count])):
        count -= 1  # a line of a long string, which only looks like a comment
    if count == len(lines):  # the comment at the top of the file is the file's
        return []
    above = lines[len(lines) - count :]
    del lines[len(lines) - count :]
    return above


def _is_whole(text: str) -> bool:
    """Whether a text is TOML by itself; it is none that ends within a string or a list."""
    try:
        tomllib.loads(text.removeprefix("\ufeff"))
    except ValueError:
        return False
    return True


def _data(head: str, text: str) -> dict[str, Any]:
    found = tomllib.loads(text)[head.strip("[]")]
    return dict(found[0] if isinstance(found, list) else found)


def _edited(table: Table, fields: Mapping[str, Any], order: Sequence[str]) -> str:
    """Text of a table with other values in these fields, checked by reading it again."""
    lines = table.text.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if HEAD.fullmatch(line.rstrip("\r\n"))) + 1
    wanted, head = _merged(table.data, fields), "".join(lines[:at])
    try:
        body = tomlkit.parse("".join(lines[at:]))
        edited = head + tomlkit.dumps(_with(body, fields, order))
        if _data(table.head, edited) == wanted:
            return edited
    except ValueError:  # sub-tables with heads of their own, which a table by itself cannot hold
        pass
    end = "\n" * (len(table.text) - len(table.text.rstrip("\n")) - 1)
    return "".join(lines[: at - 1]) + write_toml([(table.head, wanted)]) + end


def _with(body: Container, fields: Mapping[str, Any], order: Sequence[str]) -> Container:
    for key, value in fields.items():
        if value is None:
            body.pop(key, None)
        elif key in body:
            if body[key] != value:
                body[key] = _item(value)
        else:
            body = _inserted(body, key, value, order)
    return body


def _item(value: Any) -> Any:
    """A value as tomlkit keeps it, written as people keep it: on its line."""
    return tomlkit.parse(write_toml([("[x]", {"value": value})]))["x"]["value"]


def _inserted(body: Container, key: str, value: Any, order: Sequence[str]) -> Container:
    """A copy of a body with a new field behind the last of those that `order` puts before it."""
    before = set(order[: order.index(key)]) if key in order else set(body)
    rows = list(body.body)
    known = [number for number, (name, _) in enumerate(rows) if name is not None and name.key in before]
    at = known[-1] + 1 if known else next(_fields_from(rows), len(rows))
    made = tomlkit.document()
    for name, item in rows[:at]:
        made.append(name, item)
    made.append(key, _item(value))
    for name, item in rows[at:]:
        made.append(name, item)
    return made


def _fields_from(rows: Iterable[tuple[Any, Any]]) -> Iterator[int]:
    return (number for number, (_, item) in enumerate(rows) if not isinstance(item, Whitespace | Comment))
