"""Mutants: a model solution with one step changed. A check that finds one right does not look closely enough."""

import ast
import copy
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
}
_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
}
_METHODS = {
    "sum": "mean",
    "max": "min",
    "idxmax": "idxmin",
    "nlargest": "nsmallest",
}
#: Sexes, columns and corners of a corridor, each for another of its kind.
_WORDS = {
    "total": "female",
    "female": "male",
    "male": "total",
    "origin": "destination",
    "destination": "origin",
    "cr1": "cr3",
    "cr3": "cr1",
    "stock": "year",
}
#: An expression that stands for another, or None where there is nothing to change.
Change = Callable[[ast.AST], list[ast.AST]]


@dataclass(frozen=True)
class Mutant:
    """A changed solution."""

    code: str
    line: str
    """the line of the solution that was changed"""
    before: str
    """the expression, and what it became"""
    after: str

    @property
    def name(self) -> str:
        """How it is called in a report and in the list of survivors."""
        return _name(self.line, self.before, self.after)


def mutants(solution: str) -> Iterator[Mutant]:
    """Return every solution that differs from ``solution`` by one change in one place."""
    tree = ast.parse(solution)
    lines = solution.splitlines()
    for place, node in enumerate(ast.walk(tree)):
        for number, changed in enumerate(_changes(node)):
            mutated = copy.deepcopy(tree)
            original = list(ast.walk(mutated))[place]
            replacement = _changes(original)[number]
            _Replace(original, replacement).visit(mutated)
            code = ast.unparse(ast.fix_missing_locations(mutated))
            line = lines[getattr(node, "lineno", 1) - 1].strip()
            yield Mutant(code, line, ast.unparse(node), ast.unparse(ast.fix_missing_locations(changed)))


class _Replace(ast.NodeTransformer):
    def __init__(self, original: ast.AST, replacement: ast.AST) -> None:
        self.original, self.replacement = original, replacement

    def visit(self, node: ast.AST) -> ast.AST:
        return self.replacement if node is self.original else self.generic_visit(node)


def _changes(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, ast.BinOp):
        return _of_operation(node)
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARISONS:
        return [ast.Compare(node.left, [_COMPARISONS[type(node.ops[0])]()], node.comparators)]
    if isinstance(node, ast.Constant):
        return [ast.Constant(value) for value in _constants(node.value)]
    if isinstance(node, ast.Subscript) and isinstance(node.slice, (ast.Compare, ast.BinOp, ast.Call)):
        return [node.value]  # a filter dropped
    if isinstance(node, ast.UnaryOp):
        return [node.operand]
    if isinstance(node, ast.Call):
        return _of_call(node)
    if isinstance(node, ast.Attribute) and node.attr in ("origin", "destination"):
        return [ast.Attribute(node.value, _WORDS[node.attr], node.ctx)]
    return []


def _of_operation(node: ast.BinOp) -> list[ast.AST]:
    if isinstance(node.op, (ast.BitAnd, ast.BitOr)):  # one of two conditions dropped
        return [node.left, node.right]
    if type(node.op) in _OPERATORS:
        return [ast.BinOp(node.left, _OPERATORS[type(node.op)](), node.right)]
    return []


def _of_call(node: ast.Call) -> list[ast.AST]:
    changed: list[ast.AST] = [
        ast.Call(node.func, node.args, [kept for kept in node.keywords if kept is not dropped])
        for dropped in node.keywords
    ]
    if isinstance(node.func, ast.Attribute):
        if node.func.attr == "abs":
            changed.append(node.func.value)
        if node.func.attr in _METHODS:
            other = ast.Attribute(node.func.value, _METHODS[node.func.attr], ast.Load())
            changed.append(ast.Call(other, node.args, node.keywords))
    return changed


def _constants(value: object) -> list[bool | int | float | str]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, (int, float)):
        return [value + 1, value - 1]
    return [_WORDS[value]] if isinstance(value, str) and value in _WORDS else []


def read_survivors(path: Path) -> dict[tuple[str, str], str]:
    """Read the listed survivors: exercise and name of the mutant, and why it may be right."""
    if not path.is_file():
        return {}
    listed = tomllib.loads(path.read_text(encoding="utf-8")).get("survivor", [])
    return {(one["exercise"], _name(one["line"], one["before"], one["after"])): one["reason"] for one in listed}


def _name(line: str, before: str, after: str) -> str:
    return f"{before} → {after}, in {line}"
