"""Mutants of a Python file: one small change each, made in the text and nowhere else."""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TURNED: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip
SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True, order=True)
class Mutant:
    """One change: lines are counted from 1, `start` and `end` are bytes within the file.

    `first` and `last` bound the lines of the statement that holds it (a header alone, where it has a body);
    `inside` tells whether it lies within a function, so that only a call reaches it.
    """

    path: str
    line: int
    start: int
    end: int
    operator: str
    before: str
    after: str
    first: int
    last: int
    inside: bool

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What stays the same when lines above move."""
        return self.path, self.operator, self.before, self.after

    def applied(self, source: bytes) -> bytes:
        """Return the file with the change in it."""
        return source[: self.start] + self.after.encode() + source[self.end :]

    def compiles(self, source: bytes) -> bool:
        """Whether the changed file is Python at all."""
        try:
            compile(self.applied(source), self.path, "exec", dont_inherit=True)
        except SyntaxError:
            return False
        return True


def mutants(path: str, source: bytes) -> list[Mutant]:
    """Return every mutant of a file in the order of its lines; a few do not compile (keys of patterns)."""
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    found = []
    for node, statement, inside in _code(ast.parse(source), None, inside=False):
        for operator, old, new in CHANGES.get(type(node), _nothing)(node):
            start, end = starts[old.lineno - 1] + old.col_offset, starts[old.end_lineno - 1] + old.end_col_offset
            before = source[start:end].decode()
            mutant = Mutant(path, old.lineno, start, end, operator, before, new, *_lines_of(statement), inside)
            found.append(mutant)
    return sorted(set(found))


def _nothing(_: ast.AST) -> Iterator[Change]:
    return iter(())


def _lines_of(statement: ast.stmt) -> tuple[int, int]:
    body = getattr(statement, "body", None)
    last = body[0].lineno - 1 if body else statement.end_lineno
    return statement.lineno, max(last, statement.lineno)


def _code(node: ast.AST, statement: ast.stmt | None, *, inside: bool) -> Iterator[tuple[ast.AST, ast.stmt, bool]]:
    """Every node that runs: no docstring, no annotation, no `__all__`, nothing for the type checker alone."""
    if isinstance(node, ast.JoinedStr) or _for_the_checker(node) or _only_says(node):
        return  # a node within an f-string has no place of its own in the text before Python 3.12
    if isinstance(node, ast.stmt):
        statement = node
    if statement is not None and hasattr(node, "lineno"):
        yield node, statement, inside
    below = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "type_params"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _code(child, statement, inside=below if name == "body" else inside)


def _for_the_checker(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    if isinstance(node, ast.Assign):
        return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)
    return isinstance(node, ast.Import | ast.ImportFrom)


def _only_says(node: ast.AST) -> bool:
    """Whether a statement is nothing but a text: a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


Change = tuple[str, ast.AST, str]  # operator, the node that is written anew, its new text


def _with(operator: str, node: ast.AST, change: Callable[[ast.AST], None]) -> Change:
    changed = copy.deepcopy(node)
    change(changed)
    return operator, node, f"({ast.unparse(changed)})"


def _compare(node: ast.Compare) -> Iterator[Change]:
    for number, op in enumerate(node.ops):
        yield _with("compare", node, lambda n, i=number, o=op: n.ops.__setitem__(i, TURNED[type(o)]()))


def _bool(node: ast.BoolOp) -> Iterator[Change]:
    yield _with("bool", node, lambda n: setattr(n, "op", TURNED[type(n.op)]()))


def _arithmetic(node: ast.BinOp) -> Iterator[Change]:
    if type(node.op) in TURNED:  # | and & are mostly unions of types and of tables, where a change only raises
        yield _with("arithmetic", node, lambda n: setattr(n, "op", TURNED[type(n.op)]()))


def _not(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield "not", node, f"bool({ast.unparse(node.operand)})"


def _constant(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield "flag", node, str(not value)
    elif isinstance(value, int | float):
        yield "number", node, f"({value + 1!r})"
        yield "number", node, f"({value - 1!r})"
    elif isinstance(value, str):
        yield "text", node, f"({value + 'XX'!r})"


def _return(node: ast.Return) -> Iterator[Change]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield "return", node, "return None"


def _condition(node: ast.If | ast.IfExp) -> Iterator[Change]:
    yield "if", node.test, f"(not ({ast.unparse(node.test)}))"


def _call(node: ast.Call) -> Iterator[Change]:
    if isinstance(node.func, ast.Name) and node.func.id in SWAPPED:
        yield "call", node.func, SWAPPED[node.func.id]


def _comprehension(node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> Iterator[Change]:
    for loop in node.generators:
        for condition in loop.ifs:
            yield "comprehension", condition, "True"


CHANGES: dict[type, Callable[[Any], Iterator[Change]]] = {
    ast.Compare: _compare,
    ast.BoolOp: _bool,
    ast.BinOp: _arithmetic,
    ast.UnaryOp: _not,
    ast.Constant: _constant,
    ast.Return: _return,
    ast.If: _condition,
    ast.IfExp: _condition,
    ast.Call: _call,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.DictComp: _comprehension,
    ast.GeneratorExp: _comprehension,
}
