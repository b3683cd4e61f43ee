"""One desk at work on one project: what it shows, and what is decided on it."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from mapping.decisions import statements
from mapping.decisions.change import Files
from mapping.decisions.checking import Ground
from mapping.decisions.journal import FOLDER, Journal
from mapping.desk.drawing import drawn, ground_lines
from mapping.desk.operations import OPERATIONS
from mapping.desk.queues import QUEUES
from mapping.desk.sheet import Sheets, version
from mapping.domain.errors import CurationError, Problem, Problems
from mapping.domain.fields import BEARINGS
from mapping.domain.statements import KINDS, Report
from mapping.domain.vocabulary import (
    CERTAINTIES,
    DATE_BASES,
    EVENT_TYPES,
    LIMITS,
    PLACE_KINDS,
    WAYS,
)
from mapping.files.holding import Hold
from mapping.files.reading import UnreadableError, listed, read_text, stamps
from mapping.intake.candidates import locate
from mapping.judging.same import best_of
from mapping.placing import resolve
from mapping.project import read_project
from mapping.style import symbols

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mapping.decisions.change import Change
    from mapping.project import Project

    Parsed = tuple[dict[str, Any], list[dict[str, Any]], str]  # header, statements, why the file cannot be read


class ConflictError(Exception):
    """A statement is no longer what the page showed when it was decided on."""


class Session:
    """A desk of a project; the first holds it, a second one may only look.

    Raises CurationError where the gazetteer has faults.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.journal = Journal(folder)
        self.journal.recover()
        self._files: dict[str, tuple[tuple[int, int] | None, Parsed]] = {}
        self._read_ground()
        self.journal.prepare()
        self._hold = Hold(folder / FOLDER, "desk")

    @property
    def reads_only(self) -> str:
        """Why nothing can be decided here; nothing where it can."""
        if self._hold.held:
            return ""
        return f"another desk (process {self._hold.holder}) holds this project; here you can look, and decide nothing"

    @property
    def title(self) -> str:
        """What the map is called."""
        return self.ground.gazetteer.settings.title

    def close(self) -> None:
        """Let another desk have the project."""
        self._hold.let_go()

    def overview(self) -> dict[str, Any]:
        """Return what stands around the sheets: the lists of the forms, the sources, the map beneath."""
        gazetteer = self.ground.gazetteer
        return {
            "title": gazetteer.settings.title,
            "lists": {
                "type": [[word, row.label] for word, row in EVENT_TYPES.items()],
                "certainty": [[word, row.meaning] for word, row in CERTAINTIES.items()],
                "date_basis": list(map(list, DATE_BASES.items())),
                "limit": list(map(list, LIMITS.items())), "way": list(map(list, WAYS.items())),
                "bearing": [[word, word] for word in BEARINGS], "place_kind": [[word, word] for word in PLACE_KINDS],
                "actors": [[one.id, one.name] for one in gazetteer.actors.values()],
                "places": [[one.id, one.name] for one in gazetteer.places.values()],
                "events": self._events(),
                "routes": [[one.id, one.name] for one in gazetteer.routes.values()],
            },
            "fields": {kind: list(statements.field_order(kind)) for kind in KINDS},
            "signs": {
                word: {"colour": sign.colour, "path": symbols.path(symbols.SHAPES[sign.shape])}
                for word, sign in symbols.EVENTS.items()
            },
            "fills": symbols.FILLS,
            "sources": self.sources(), "ground": ground_lines(self.ground), "last": self._last(),
            "reads_only": self.reads_only,
        }  # fmt: skip

    def sources(self) -> list[dict[str, Any]]:
        """Return each source with how many drafts it has; one whose file is no TOML says so."""
        return [self._counted(id_) for id_ in self._everything()]

    def _counted(self, id_: str) -> dict[str, Any]:
        row: dict[str, Any] = {"id": id_, "title": id_, "published": "", "drafts": 0, "statements": 0, "fault": ""}
        header, told, fault = self._everything()[id_]
        drafts = sum(one.get("status") == "draft" for one in told)
        known = {name: str(header[name]) for name in ("title", "published") if header.get(name)}
        return row | known | {"drafts": drafts, "statements": len(told), "fault": fault}

    def _everything(self) -> dict[str, Parsed]:
        """Every source as its file has it; a file that stays the same is read once."""
        now = {name: (time, size) for name, time, size in stamps(self.folder / "seeds")}
        for name in now:
            id_, dot, ending = name.rpartition(".")
            state = now.get(f"{id_}.toml")
            if dot and ending == "txt" and (id_ not in self._files or self._files[id_][0] != state):
                self._files[id_] = state, self._parsed(id_)
        self._files = {id_: kept for id_, kept in sorted(self._files.items()) if f"{id_}.txt" in now}
        return {id_: parsed for id_, (_, parsed) in self._files.items()}

    def _events(self) -> list[list[str]]:
        """Events that carry an id, with a title where a report gives one."""
        found: dict[str, str] = {}
        for _, told, _ in self._everything().values():
            for one in told:
                if one.get("event"):
                    found[str(one["event"])] = found.get(str(one["event"])) or str(one.get("title", ""))
        return [[id_, title or id_] for id_, title in sorted(found.items())]

    def _parsed(self, id_: str) -> tuple[dict[str, Any], list[dict[str, Any]], str]:
        """Header and statements of a source as its file has them, unchecked, and why it cannot be read."""
        try:
            data = tomllib.loads(read_text(self.folder / "seeds" / f"{id_}.toml").removeprefix("\ufeff"))
        except UnreadableError as error:
            return {}, [], "" if error.missing else str(error)
        except ValueError as error:
            return {}, [], f"is no TOML: {error}"
        header, told = data.get("source"), data.get("statement")
        statements = [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
        return header if isinstance(header, dict) else {}, statements, ""

    def sheet(self, id_: str) -> dict[str, Any]:
        """Return a source as the desk shows it. Raises CurationError for one that is not there."""
        self._require_source(id_)
        rejected, _ = self.journal.notes()
        return self._sheets.sheet(id_, rejected)

    def drawn(self, source: str, id_: str) -> dict[str, Any]:
        """Return what a build would draw of a statement."""
        self._require_source(source)
        return drawn(self.ground.source(source, Problems()), id_, self.ground)

    def date(self, text: str, source: str) -> dict[str, Any]:
        """Read a date that was typed, in words or EDTF, against the day of a report; {} where it is none."""
        return self._sheets.date(text, source)

    def same(self, source: str, id_: str) -> list[dict[str, Any]]:
        """Return reports of other sources that may tell the same event as a statement, the likeliest first."""
        project = self.project()
        told = [one for one in project.statements if isinstance(one, Report)]
        one = next((report for report in told if report.uid == f"{source}/{id_}"), None)
        if one is None:
            return []
        publishers = {each.id: each.told_by for each in project.sources}
        return [
            {
                "uid": pair.other.uid, "event": pair.other.event or pair.other.id,
                "title": pair.other.title or pair.other.id, "quote": pair.other.quote,
                "publisher": publishers[pair.other.source], "reasons": pair.reasons, "doubts": pair.doubts,
            }
            for pair in best_of(one, told, resolve(project.gazetteer, project.statements))
        ]  # fmt: skip

    def names(self) -> list[dict[str, Any]]:
        """Return the words for places that have none, with their sentences; names and frequent ones first."""
        found: dict[str, list[dict[str, Any]]] = {}
        for source, (_, statements_, _) in self._everything().items():
            for statement in statements_:
                for words in _words_in(statement):
                    told = {"source": source, "id": statement.get("id", ""), "quote": statement.get("quote", "")}
                    found.setdefault(words, []).append(told)
        rows = [{"name": name, "told": told} for name, told in found.items()]
        return sorted(rows, key=lambda row: (not _is_name(row["name"]), -len(row["told"]), row["name"]))

    def queue(self, name: str) -> list[dict[str, Any]]:
        """Return what waits in the whole project: drafts, same, contradictions or differences."""
        if name not in QUEUES:
            raise CurationError([Problem("", name, f"is no queue; there are {', '.join(QUEUES)}")])
        return list(QUEUES[name](self.project(), self.ground.matcher))

    def candidates(self, name: str) -> list[dict[str, Any]]:
        """Return the places that a name may mean, the likeliest first."""
        return [
            {
                "code": one.code, "name": one.name, "kind": one.kind, "township": one.township, "pcode": one.pcode,
                "point": one.point, "evidence": one.evidence, "near": one.km, "hints": one.hints, "place": one.place,
            }
            for one in locate(name, self.project())
        ]  # fmt: skip

    def decide(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Carry one decision out; returns what was told and the sheet as it is now.

        Raises CurationError with what stands in its way, ConflictError where what it is about was changed meanwhile.
        """
        if self.reads_only:
            raise CurationError([Problem("", "", self.reads_only)])
        operation = OPERATIONS.get(str(request.get("do")))
        if operation is None:
            raise CurationError([Problem("", "", f"there is no decision {request.get('do')!r}")])
        source = str(request.get("source", ""))
        files = Files(self.folder)
        if source:
            self._require_source(source)
            self._require_seen(files, source, request.get("seen") or {})
        try:
            change = operation(files, source, request, self.project)
        except (LookupError, TypeError, AttributeError, ValueError, OverflowError) as error:
            raise CurationError([Problem("", "", f"the request lacks or mistakes something: {error}")]) from error
        self.ground.require_sound(change)
        number = self.journal.carry_out(change)
        self._read_again(change)
        return self._answer(change, number, source)

    def undo(self, source: str) -> dict[str, Any]:
        """Take the last decision back."""
        if self.reads_only:
            raise CurationError([Problem("", "", self.reads_only)])
        change = self.journal.undo(require=self.ground.require_sound)
        self._read_again(change)
        return self._answer(change, 0, source)

    def _answer(self, change: Change, number: int, source: str) -> dict[str, Any]:
        answer: dict[str, Any] = {
            "told": change.told, "more": list(change.more), "number": number, "last": self._last(),
            "files": sorted(change.after),
        }  # fmt: skip
        if source and (self.folder / "seeds" / f"{source}.txt").exists():
            answer |= {"sheet": self.sheet(source), "row": self._counted(source)}
        return answer

    def _last(self) -> dict[str, Any] | None:
        entry = next((one for one in self.journal.entries() if one.state == "done"), None)
        return {"number": entry.number, "told": entry.told} if entry else None

    def _read_again(self, change: Change) -> None:
        if any(file.startswith("gazetteer/") for file in change.after):
            self._read_ground()

    def _read_ground(self) -> None:
        seen = stamps(self.folder / "gazetteer")
        self.ground = Ground.read(self.folder)
        self._sheets = Sheets(self.ground)
        self._seen = seen

    def keep_up(self) -> None:
        """Read gazetteer/ again where it was changed by another program. Raises CurationError with its faults."""
        if stamps(self.folder / "gazetteer") != self._seen:
            self._read_ground()

    def _require_source(self, id_: str) -> None:
        if id_ not in {path.stem for path in listed(self.folder / "seeds", ".txt")}:
            raise CurationError([Problem("seeds", id_, "is no source")])

    def _require_seen(self, files: Files, source: str, seen: Mapping[str, str]) -> None:
        for id_, state in seen.items():
            try:
                now = version(statements.table_of(files, f"{source}/{id_}").text)
            except CurationError as error:
                raise ConflictError(f"{id_} is not in the file any more") from error
            if now != state:
                raise ConflictError(f"{id_} was changed in the file meanwhile")

    def project(self) -> Project:
        """Read the whole project. Raises CurationError with its faults."""
        return read_project(self.folder)


def _is_name(words: str) -> bool:
    """Whether words look like a name, and not like a description ("a golf course"): no word begins small."""
    return not any(word[0].islower() for word in words.split()) and any(word[0].isalpha() for word in words.split())


def _words_in(fields: Mapping[str, Any]) -> list[str]:
    """Places of a statement that stand as words."""
    values = [part for value in fields.values() for part in (value if isinstance(value, list) else [value])]
    return [str(one["text"]) for one in values if isinstance(one, dict) and "text" in one and "of" not in one]
