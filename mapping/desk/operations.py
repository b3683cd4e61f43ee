"""What the page may decide: the name of each decision, and the operation on the files that it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.decisions import places, sources, statements
from mapping.decisions.journal import Journal
from mapping.domain.errors import CurationError, Problem
from mapping.intake.candidates import locate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mapping.decisions.change import Change, Files
    from mapping.project import Project

    Operation = Callable[[Files, str, Mapping[str, Any], Callable[[], Project]], Change]


def _uids(source: str, request: Mapping[str, Any]) -> list[str]:
    return [f"{source}/{id_}" for id_ in request["ids"]]


def _redraft(files: Files, source: str, _: Mapping[str, Any], whole: Callable[[], Project]) -> Change:
    rejected, mended = Journal(files.folder).notes()
    return sources.redraft(files, source, whole(), rejected=rejected, mended=mended)


def _place(files: Files, _: str, request: Mapping[str, Any], whole: Callable[[], Project]) -> Change:
    project, name = whole(), str(request["name"])
    if "code" in request:
        chosen = next((one for one in locate(name, project) if one.code == request["code"]), None)
        if chosen is None:
            raise CurationError([Problem("", name, f"has no candidate {request['code']!r} any more")])
        return places.accept(files, name, chosen, project)
    found = places.Found(
        (float(request["lat"]), float(request["lon"])), str(request["kind"]), str(request["evidence"]),
        str(request.get("credit", "")), float(request.get("radius", places.VILLAGE_M)),
    )  # fmt: skip
    return places.put_at(files, name, found, project)


OPERATIONS: dict[str, Operation] = {
    "accept": lambda files, source, request, _: statements.accept(files, _uids(source, request)),
    "reject": lambda files, source, request, _: statements.reject(files, _uids(source, request)),
    "retract": lambda files, source, request, _: statements.retract(
        files, _uids(source, request), str(request.get("why", ""))
    ),
    "mend": lambda files, source, request, _: statements.mend(files, f"{source}/{request['id']}", request["fields"]),
    "make": lambda files, source, request, _: statements.make(files, source, request["row"])[0],
    "split": lambda files, source, request, _: statements.split(files, f"{source}/{request['id']}", request["field"])[
        0
    ],
    "merge": lambda files, source, request, _: statements.merge(files, _uids(source, request)),
    "redraft": _redraft,
    "same": lambda files, _, request, __: statements.same(files, request["uids"], str(request.get("event", ""))),
    "place": _place,
    "spell": lambda files, _, request, whole: places.spell(files, request["name"], request["place"], whole()),
    "no place": lambda files, _, request, __: places.no_place(files, request["name"], str(request["reason"])),
}
