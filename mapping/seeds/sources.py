"""seeds/ -> sources: the texts, and what the curated files say they say."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from mapping.domain.errors import did_you_mean, mistyped, short
from mapping.domain.fields import ID, WORDS
from mapping.domain.source_file import Seen, SourceFile, SourceHeader
from mapping.domain.statements import KINDS, Statement
from mapping.files.reading import MARK, UnreadableError, decoded, listed, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mapping.domain.errors import Problems

    Changed = Mapping[str, bytes | None]  # name of a file -> what it would hold; None: it would be gone


@dataclass(frozen=True)
class Source:
    """One text; `header` is None while nobody has read it (a .txt alone)."""

    id: str
    text: str
    header: SourceHeader | None
    statements: tuple[Statement, ...]
    seen: tuple[Seen, ...] = ()

    @property
    def title(self) -> str:
        """Title as published; the id where none is stated."""
        return (self.header and self.header.title) or self.id

    @property
    def publisher(self) -> str:
        """Publisher as stated, or nothing."""
        return (self.header and self.header.publisher) or ""

    @property
    def told_by(self) -> str:
        """Who tells it: the publisher, or the id where none is stated."""
        return self.publisher or self.id

    @property
    def published(self) -> str:
        """EDTF date of publication, or nothing."""
        return (self.header and self.header.published) or ""

    @property
    def url(self) -> str:
        """Address, or nothing."""
        return (self.header and self.header.url) or ""

    @property
    def wording(self) -> str:
        """Whose words the text holds: restated, or verbatim (also where nobody has said)."""
        return self.header.text if self.header else "verbatim"


def read_sources(folder: Path, problems: Problems, changed: Changed | None = None) -> tuple[Source, ...]:
    """Read seeds/, sorted by file name; faults go to `problems`.

    `changed` maps names of files to contents that are read in place of what stands in the folder; None: it is gone.
    """
    if not folder.is_dir():
        problems.add(folder.name, "", "is missing; a project keeps its texts there")
        return ()
    names = {path.name for path in (*listed(folder, ".txt"), *listed(folder, ".toml"))} | (changed or {}).keys()
    there = sorted(name for name in names if not (changed and name in changed and changed[name] is None))
    for name in there:
        if name.endswith(".toml") and f"{name.removesuffix('.toml')}.txt" not in there:
            problems.add(f"{folder.name}/{name}", "", f"has no text; put {name.removesuffix('.toml')}.txt beside it")
    texts = [name for name in there if name.endswith(".txt")]
    return tuple(read_source(folder / name, problems, changed) for name in sorted(texts, key=_stem))


def _stem(name: str) -> str:
    return name.removesuffix(".txt")


def read_source(path: Path, problems: Problems, changed: Changed | None = None) -> Source:
    """Read one text (a .txt) and what stands beside it; faults go to `problems`, `changed` as for all of them."""
    text = _text(path, problems, changed)
    if text is not None and not text.strip():
        problems.add(_name(path), "", "is empty; put the text in, or remove the file")
    if ";" in path.stem or not path.stem.isprintable():
        problems.add(_name(path), "", "has a name with a semicolon or a control character; give it another")
    curated = path.with_suffix(".toml")
    there = (changed or {}).get(curated.name, curated.exists() or curated.is_symlink())
    if there is None or there is False:
        return Source(path.stem, text or "", None, ())
    header, statements, seen = read_curated(curated, problems, changed)
    if not text:  # then no quote stands in it, and one fault is enough
        return Source(path.stem, "", header, ())
    _check_seen(curated, text, statements, seen, problems)
    return Source(path.stem, text, header, _anchor(path.stem, curated, text, statements, problems), seen)


def _check_seen(
    path: Path, text: str, statements: Iterable[Statement], seen: Iterable[Seen], problems: Problems
) -> None:
    """What was looked at is there: words of the text, or one of its statements."""
    ids = {statement.id for statement in statements}
    for one in seen:
        if one.words is not None and " ".join(one.words.split()) not in " ".join(text.split()):
            advice = f"does not stand in {path.stem}.txt; copy the beginning of the sentence from there"
            problems.add(_name(path), "seen", f"words: {short(one.words)} {advice}")
        elif one.statement is not None and one.statement not in ids and problems.whole(_name(path)):
            hint = did_you_mean(one.statement, ids)
            problems.add(_name(path), "seen", f"statement: unknown {one.statement!r}{hint}; name one of this file")


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _text(path: Path, problems: Problems, changed: Changed | None) -> str | None:
    """The content of a file as it stands, or None and a fault."""
    content = (changed or {}).get(path.name)
    try:
        return read_text(path) if content is None else decoded(content)
    except UnreadableError as error:
        problems.add(_name(path), "", str(error))
    return None


def read_curated(
    path: Path, problems: Problems, changed: Changed | None = None
) -> tuple[SourceHeader | None, list[Statement], tuple[Seen, ...]]:
    """Read the .toml of one source; each fault names its statement and field."""
    text = _text(path, problems, changed)
    if text is None:
        return None, [], ()
    try:
        data = tomllib.loads(text.removeprefix(MARK))
    except (ValueError, RecursionError) as error:  # beside its own errors: numbers and nesting without end
        problems.add(_name(path), "", f"is no TOML: {error}")
        return None, [], ()
    try:
        file = SourceFile.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        for fault in faults:
            problems.add(_name(path), *_told(fault, data))
        return *_sound(data, faults, path, problems), ()
    return file.source, list(file.statement), file.seen


def _sound(
    data: dict[str, Any], faults: list[Any], path: Path, problems: Problems
) -> tuple[SourceHeader | None, list[Statement]]:
    """Read what is sound of a faulty file, so that its other faults can be told: fields that are none taken out.

    A record that is none without them is lost.
    """
    for fault in faults:
        match fault["loc"]:
            case ("statement", int(number), _, field, *_) if isinstance(data["statement"][number], dict):
                data["statement"][number].pop(field, None)
            case ("source", field, *_) if isinstance(data["source"], dict):
                data["source"].pop(field, None)
    header, told = None, []
    try:
        header = SourceHeader.model_validate(data.get("source"))
    except ValidationError:
        problems.lost.add(_name(path))
    for row in rows if isinstance(rows := data.get("statement"), list) else []:
        try:
            told.append(SourceFile.model_validate({"source": {"text": "verbatim"}, "statement": [row]}).statement[0])
        except ValidationError:
            problems.lost.add(_name(path))
    return header, told


def _told(fault: Any, data: dict[str, Any]) -> tuple[str, str]:
    """(record, message) of one fault that pydantic found; its path is table, number, kind, field and parts of it."""
    table, *path = fault["loc"]
    record, row = "", data.get(table)
    if table == "statement" and path:
        number, *path = path
        row = data["statement"][number]
        told = row.get("id") if isinstance(row, dict) else None
        record, path = str(told or f"statement {number + 1}"), path[1:]
    elif path:
        record = str(table)
    fields = [str(part) for part in path if not isinstance(part, int) and part not in {"Id", "Unnamed"}]
    where = ".".join(fields) if record else "[[statement]]" if table == "statement" else f"[{table}]"
    return record, _message(fault, where, row if isinstance(row, dict) else {})


def _message(fault: Any, where: str, row: dict[str, Any]) -> str:  # noqa: PLR0911  one answer a case
    """Say what is wrong with one field of the vocabulary and what to do."""
    kind, value, pattern = str(row.get("kind", "")), short(fault["input"]), fault.get("ctx", {}).get("pattern")
    match fault["type"]:
        case "extra_forbidden":
            return f"unknown key {where!r}{_hint(where, kind)}; take it out or mend its spelling"
        case "union_tag_invalid":
            return f"unknown kind {kind!r}{did_you_mean(kind, KINDS)}; kinds are {', '.join(KINDS)}"
        case "union_tag_not_found":
            return f"'kind' is missing; add one of {', '.join(KINDS)}"
        case "literal_error":
            return f"{where}: unknown {value}; it is one of {fault['ctx']['expected']}"
    if pattern == ID:
        return f"{where}: {value} is no id; ids are lower-case words joined by hyphens"
    if pattern == WORDS:
        return f"{where} is empty; write words of the text, or take it out"
    return mistyped(fault, where)


def _hint(where: str, kind: str) -> str:
    fields = KINDS.get(kind, SourceHeader).model_fields
    return "" if "." in where else did_you_mean(where, [info.alias or name for name, info in fields.items()])


def _anchor(
    source: str, path: Path, text: str, statements: list[Statement], problems: Problems
) -> tuple[Statement, ...]:
    """Find each quote in the text: exactly once, so that it needs no offsets."""
    name = _name(path)
    anchored: list[Statement] = []
    seen: set[str] = set()
    for statement in statements:
        if statement.id in seen:
            problems.add(name, statement.id, "stands twice; ids are unique within a source")
        seen.add(statement.id)
        times, quote = text.count(statement.quote), short(statement.quote)
        if times == 0:
            advice = f"does not stand in {source}.txt; copy it from there, letter by letter"
            problems.add(name, statement.id, f"the quote {quote} {advice}")
        elif times > 1:
            advice = f"stands {times} times in {source}.txt; take more words, so that it stands once"
            problems.add(name, statement.id, f"the quote {quote} {advice}")
        else:
            start = text.index(statement.quote)
            anchored.append(statement.anchored(source, start, start + len(statement.quote)))
    return tuple(anchored)
