"""The viewer's modules joined into one script, without a tool that the user's machine would need.

The modules keep to a part of JavaScript that a page of code can join: imports stand at the top, one a line, as
`import { a, b } from './x.js';`, and everything else that begins a line is a declaration (`const name = …`,
`function name`, `async function name`, `class Name`, each with or without `export`) or closes one. A name is declared
at the top of one module only, so that all of them can share a scope.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_IMPORT = re.compile(r"import \{ ([\w$]+(?:, [\w$]+)*) \} from '(\.{1,2}/[\w./-]+\.js)';$")
_DECLARED = re.compile(r"(export )?(?:const|function|async function|class) ([\w$]+)\b")
_REST = re.compile(r"[\s})\]]|/\*\*|//|$")  # inside a declaration, its end, a comment, or nothing


@dataclass
class Module:
    """One module: what it imports (path, names, line), what it declares and exports, its text without imports."""

    path: str
    imports: list[tuple[str, list[str], int]] = field(default_factory=list)
    declared: dict[str, int] = field(default_factory=dict)
    exported: set[str] = field(default_factory=set)
    text: str = ""


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """Return the module `entry` and all that it imports, each after those it needs; `read` gives the text of a path.

    Raises ValueError, with file and line, for whatever is not of the part of JavaScript described above, for an import
    that its module does not export, a name declared twice, and modules that import each other in a circle.
    """
    ordered = _ordered(entry, read)
    owners: dict[str, str] = {}
    for module in ordered.values():
        for name, line in module.declared.items():
            if name in owners:
                raise ValueError(f"{module.path}:{line}: {owners[name]} declares {name}, too; rename one of them")
            owners[name] = module.path
        for path, names, line in module.imports:
            missing = sorted(set(names) - ordered[path].exported)
            if missing:
                raise ValueError(f"{module.path}:{line}: {path} exports no {', '.join(missing)}")
    return "".join(module.text for module in ordered.values())


def _ordered(entry: str, read: Callable[[str], str]) -> dict[str, Module]:
    done: dict[str, Module] = {}

    def visit(path: str, above: list[str]) -> None:
        module = parse(path, read(path))
        for needed, _, line in module.imports:
            if needed in above or needed == path:
                raise ValueError(f"{path}:{line}: imports {needed}, which needs this module itself; break the circle")
            if needed not in done:
                visit(needed, [*above, path])
        done[path] = module

    visit(entry, [])
    return done


def parse(path: str, text: str) -> Module:
    """Read one module; ValueError for a line that begins otherwise than a module may."""
    module = Module(path)
    kept = []
    for number, line in enumerate(text.splitlines(), 1):
        imported, declared = _IMPORT.match(line), _DECLARED.match(line)
        if imported and not module.declared:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), imported[2]))
            module.imports.append((target, imported[1].split(", "), number))
            continue
        if declared:
            if declared[2] in module.declared:
                raise ValueError(f"{path}:{number}: {declared[2]} is declared twice")
            module.declared[declared[2]] = number
            if declared[1]:
                module.exported.add(declared[2])
        elif not _REST.match(line):
            raise ValueError(
                f"{path}:{number}: {line.strip()[:60]!r} begins neither a declaration nor, at the top, an import of "
                "the one form that is joined; see mapping/outputs/webmap/bundle.py"
            )
        kept.append(line.removeprefix("export ") if declared else line)
    module.text = "\n".join(kept) + "\n"
    return module
