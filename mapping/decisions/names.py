"""An id gets another name, in every file at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mapping.decisions.journal import Journal
from mapping.decisions.places import MAP
from mapping.decisions.statements import HEAD, field_order
from mapping.domain.errors import CurationError, Problem, did_you_mean
from mapping.domain.fields import ID
from mapping.domain.statements import KINDS
from mapping.gazetteer.folder import parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mapping.decisions.change import Change, Files
    from mapping.project import Project

# Where ids stand in gazetteer/: file -> columns, or properties of features, that hold one, or several with semicolons.
PLACE_COLUMNS = {
    "places.csv": ("id", "township", "region", "seat"), "names.csv": ("place",), "locations.csv": ("place",),
    "routes.csv": ("from", "to", "via"),
}  # fmt: skip
PLACE_PROPERTIES = {"rivers.geojson": ("id",), "boundaries.geojson": ("left", "right")}
COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "place": PLACE_COLUMNS,
    "route": {"routes.csv": ("id",)},
    "stretch": {"routes.csv": ("stretches",)},
    "actor": {"actors.csv": ("id", "part_of")},
    "source": {"names.csv": ("attested_by",)},
}
PROPERTIES: dict[str, dict[str, tuple[str, ...]]] = {"place": PLACE_PROPERTIES, "stretch": {"routes.geojson": ("id",)}}
FIELDS = {  # what holds such ids in a statement
    "place": ("PLACES",), "route": ("PLACES", "ROUTES"), "actor": ("ACTORS",),
}  # fmt: skip


def rename_everywhere(files: Files, old: str, new: str, project: Project, sort: str = "") -> Change:
    """Give a place, route, stretch, actor, event or source another id, wherever it stands.

    `sort` says which of them is meant where an id means two. Raises CurationError where nothing has the id, two do,
    or the new one is taken or none.
    """
    known = _known(project)
    sorts = [one for one, ids in known.items() if old in ids and sort in ("", one)]
    if len(sorts) != 1:
        everything = {id_ for ids in known.values() for id_ in ids}
        several = " and ".join(f"{'an' if one[0] in 'aeiou' else 'a'} {one}" for one in sorts)
        message = f"names {several}; say which (--sort)" if sorts else f"names nothing{did_you_mean(old, everything)}"
        raise CurationError([Problem("", old, message)])
    (found,) = sorts
    shared = ("place", "route") if found in ("place", "route") else (found,)
    if any(new in known[one] for one in shared):
        raise CurationError([Problem("", new, f"is the id of another {found}; choose one that is free")])
    if found == "source":
        if not re.fullmatch(r"[^/\\;\x00-\x1f]+", new) or new.startswith("."):
            raise CurationError([Problem("", new, "can be no name of a file; take letters, digits and hyphens")])
    elif not re.fullmatch(ID, new):
        raise CurationError([Problem("", new, "is no id; ids are lower-case words joined by hyphens")])
    _in_gazetteer(files, found, old, new)
    count = _in_statements(files, found, old, new, project)
    if found == "place" and old in project.gazetteer.settings.beyond:
        with files.whole_toml(MAP) as whole:
            listed: Any = whole["beyond"]
            listed[list(listed).index(old)] = new
    if found == "source":
        for ending in ("txt", "toml"):
            content = files.content(f"seeds/{old}.{ending}")
            if content is not None:
                files.put(f"seeds/{new}.{ending}", content)
                files.put(f"seeds/{old}.{ending}", None)
    rejected, mended = Journal(files.folder).notes() if found == "source" else ([], set())
    return files.change(
        f"the {found} {old} is {new} now", [f"in {count} statements"] if count else [],
        rejected=[{**one, "source": new} for one in rejected if one["source"] == old],
        mended=[f"{new}/{uid.removeprefix(f'{old}/')}" for uid in sorted(mended) if uid.startswith(f"{old}/")],
    )  # fmt: skip


def _known(project: Project) -> dict[str, set[str]]:
    gazetteer = project.gazetteer
    told = [getattr(one, "event", None) for source in project.sources for one in source.statements]
    return {
        "place": set(gazetteer.places),
        "route": set(gazetteer.routes),
        "stretch": {stretch.id for route in gazetteer.routes.values() for stretch in route.stretches},
        "actor": set(gazetteer.actors),
        "event": {one for one in told if one},
        "source": {one.id for one in project.sources},
    }


def _in_gazetteer(files: Files, sort: str, old: str, new: str) -> None:
    for name, columns in COLUMNS.get(sort, {}).items():
        sheet = files.sheet(name)
        for record, row in list(sheet.rows()):
            cells = {column: _in_cell(row[column], old, new) for column in columns if old in parts(row[column])}
            if cells:
                sheet.change(record, cells)
    for name, properties in PROPERTIES.get(sort, {}).items():
        drawing = files.drawing(name)
        for id_, feature in drawing.features().items():
            told = feature.get("properties") or {}
            if any(told.get(one) == old for one in properties):
                renamed = {key: new if key in properties and value == old else value for key, value in told.items()}
                drawing.replace(id_, {**feature, "properties": renamed})


def _in_cell(cell: str, old: str, new: str) -> str:
    return "; ".join(new if part == old else part for part in parts(cell))


def _in_statements(files: Files, sort: str, old: str, new: str, project: Project) -> int:
    """Rename in every statement; returns in how many."""
    count = 0
    if sort not in (*FIELDS, "event"):
        return count
    wanted = _fields_of(sort)
    for source in project.sources:
        if source.header is None:
            continue
        tables = files.tables(source.id)
        for table in tables.of(HEAD):
            kind = str(table.data["kind"])
            named = {name: table.data[name] for name in wanted(kind) if name in table.data}
            fields = {name: now for name, value in named.items() if (now := _renamed(value, old, new, sort)) != value}
            if fields:
                tables.change(table, fields, field_order(kind))
                count += 1
    return count


def _fields_of(sort: str) -> Callable[[str], tuple[str, ...]]:
    if sort == "event":
        return lambda _: ("event", "covers")
    return lambda kind: tuple(field for group in FIELDS.get(sort, ()) for field in getattr(KINDS[kind], group))


def _renamed(value: Any, old: str, new: str, sort: str) -> Any:
    if isinstance(value, list):
        return [_renamed(part, old, new, sort) for part in value]
    if isinstance(value, dict):  # words of the text; the place of which it is a part
        part: Mapping[str, Any] = value
        return {**part, "of": new} if sort == "place" and part.get("of") == old else value
    return new if value == old else value
