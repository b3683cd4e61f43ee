"""seeds/ -> sources: the texts, and what the curated files say they say."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from mapping.errors import did_you_mean
from mapping.statements import KINDS, SourceFile, SourceHeader, Statement

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.errors import Problems


@dataclass(frozen=True)
class Source:
    """One text; `header` is None while nobody has read it (a .txt alone)."""

    id: str
    text: str
    header: SourceHeader | None
    statements: tuple[Statement, ...]

    @property
    def title(self) -> str:
        """Title as published; the id where none is stated."""
        return (self.header and self.header.title) or self.id

    @property
    def publisher(self) -> str:
        """Publisher as stated, or nothing."""
        return (self.header and self.header.publisher) or ""

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


def read_sources(folder: Path, problems: Problems) -> tuple[Source, ...]:
    """Read seeds/, sorted by file name; faults go to `problems`."""
    if not folder.is_dir():
        problems.add(folder.name, "", "is missing; a project keeps its texts there")
        return ()
    texts = {path.stem: path for path in sorted(folder.glob("*.txt"))}
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in texts:
            problems.add(f"{folder.name}/{path.name}", "", f"has no text; put {path.stem}.txt beside it")
    return tuple(_read_source(path, problems) for path in texts.values())


def _read_source(path: Path, problems: Problems) -> Source:
    name = f"{path.parent.name}/{path.name}"
    text = ""
    try:
        text = path.read_bytes().decode("utf-8")  # bytes: line ends stay what they are, offsets hold
        if not text.strip():
            problems.add(name, "", "is empty; put the text in, or remove the file")
    except UnicodeDecodeError as error:
        problems.add(name, "", f"is not UTF-8 at byte {error.start}; save it as UTF-8")
    except OSError as error:
        problems.add(name, "", f"cannot be read: {error.strerror}")
    curated = path.with_suffix(".toml")
    if not curated.exists():
        return Source(path.stem, text, None, ())
    header, statements = read_curated(curated, problems)
    return Source(path.stem, text, header, _anchor(path.stem, curated, text, statements, problems))


def read_curated(path: Path, problems: Problems) -> tuple[SourceHeader | None, list[Statement]]:
    """Read the .toml of one source; each fault names its statement and field."""
    name = f"{path.parent.name}/{path.name}"
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        problems.add(name, "", f"is not UTF-8 at byte {error.start}; save it as UTF-8")
        return None, []
    except tomllib.TOMLDecodeError as error:
        problems.add(name, "", f"is no TOML: {error}")
        return None, []
    except OSError as error:
        problems.add(name, "", f"cannot be read: {error.strerror}")
        return None, []
    try:
        file = SourceFile.model_validate(data)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            problems.add(name, *_told(fault, data))
        return None, []
    return file.source, list(file.statement)


def _told(fault: Any, data: dict[str, Any]) -> tuple[str, str]:
    """(record, message) of one fault that pydantic found."""
    path = [part for part in fault["loc"] if part not in KINDS and part not in ("Unnamed", "constrained-str")]
    record, row = "source", data.get("source")
    if path and path[0] == "statement":
        rows = data["statement"]
        row = rows[path[1]] if len(path) > 1 and isinstance(rows, list) else None
        record = f"statement {path[1] + 1}" if len(path) > 1 else "statement"
        if isinstance(row, dict) and row.get("id"):
            record = str(row["id"])
        path = path[2:]
    elif path and path[0] == "source":
        path = path[1:]
    return record, _message(fault, ".".join(map(str, path)), row if isinstance(row, dict) else {})


def _message(fault: Any, where: str, row: dict[str, Any]) -> str:  # noqa: PLR0911  one answer a case
    """Say what is wrong with one field and what to do; where nothing is known to do, pydantic's own words."""
    kind = str(row.get("kind", ""))
    match fault["type"]:
        case "extra_forbidden":
            return f"unknown key {where!r}{_hint(where, kind)}; take it out or mend its spelling"
        case "missing":
            return f"{where!r} is missing; add it"
        case "union_tag_invalid":
            return f"unknown kind {kind!r}{did_you_mean(kind, KINDS)}; kinds are {', '.join(KINDS)}"
        case "union_tag_not_found":
            return f"'kind' is missing; add one of {', '.join(KINDS)}"
        case "literal_error":
            return f"{where}: unknown {fault['input']!r}; it is one of {fault['ctx']['expected']}"
        case "string_pattern_mismatch" if where not in {"url", "sha256"}:
            return f"{where}: {fault['input']!r} is no id; ids are lower-case words joined by hyphens"
    said = fault["msg"].removeprefix("Value error, ")
    return f"{where}: {said}" if where else said


def _hint(where: str, kind: str) -> str:
    fields = KINDS.get(kind, SourceHeader).model_fields
    return did_you_mean(where, [info.alias or name for name, info in fields.items()])


def _anchor(
    source: str, path: Path, text: str, statements: list[Statement], problems: Problems
) -> tuple[Statement, ...]:
    """Find each quote in the text: exactly once, so that it needs no offsets."""
    name = f"{path.parent.name}/{path.name}"
    anchored: list[Statement] = []
    seen: set[str] = set()
    for statement in statements:
        if statement.id in seen:
            problems.add(name, statement.id, "stands twice; ids are unique within a source")
        seen.add(statement.id)
        times, quote = text.count(statement.quote), _short(statement.quote)
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


def _short(quote: str) -> str:
    return repr(quote if len(quote) <= 60 else quote[:57] + "...")
