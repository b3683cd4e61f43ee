"""Who imports whom, file by file: every import counts, those within functions and for the type checker too."""

from __future__ import annotations

import ast
from pathlib import Path


def graph(root: Path, package: str) -> dict[str, set[str]]:
    """File -> the files it imports, both as paths below the root; a name of a package leads to its __init__.py."""
    files = {path.relative_to(root).as_posix() for path in (root / package).rglob("*.py")}
    return {file: _imported(root, file, files) - {file} for file in sorted(files)}


def _imported(root: Path, file: str, files: set[str]) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse((root / file).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {_file(alias.name, files) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = _module(file, node)
            found |= {_file(f"{module}.{alias.name}", files) or _file(module, files) for alias in node.names}
    return {name for name in found if name}


def _module(file: str, node: ast.ImportFrom) -> str:
    """The module that is named, in full, where it is told by dots."""
    here = Path(file).with_suffix("").parts[: -node.level or None]
    return ".".join([*here, node.module or ""]).strip(".") if node.level else node.module or ""


def _file(module: str, files: set[str]) -> str | None:
    path = module.replace(".", "/")
    return next((name for name in (f"{path}.py", f"{path}/__init__.py") if name in files), None)


def circles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Groups of those that lead back to themselves (strongly connected components), each sorted."""
    beyond = {node: _reached(node, edges) for node in edges}
    groups = {tuple(sorted(other for other in beyond[node] if node in beyond[other])) for node in edges}
    return [list(group) for group in sorted(groups) if group]


def _reached(node: str, edges: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    open_ = [*edges[node]]
    while open_:
        if (one := open_.pop()) not in seen:
            seen.add(one)
            open_ += edges.get(one, ())
    return seen
