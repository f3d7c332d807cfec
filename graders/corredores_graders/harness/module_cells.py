"""A module's code cells in order, its answer cells as a trainee receives them and with the model solution."""

import ast
import re
from dataclasses import dataclass
from functools import lru_cache

from corredores_graders.authoring.module_text import read_module
from corredores_graders.authoring.project import Project

_SOLUTION = re.compile(r"^### BEGIN SOLUTION\n(?P<solution>.*?)^### END SOLUTION$\n?", re.MULTILINE | re.DOTALL)
_CODE = 'my_corridor("")'
#: Drawn and tried elsewhere; they take seconds and leave no name that an answer could use.
_ONLY_SHOWN = ("charts", "explorers")


@dataclass(frozen=True)
class CodeCell:
    """A code cell of the module: an answer cell has an exercise and a solution."""

    source: str
    """what a trainee receives"""
    exercise: str = ""
    solution: str = ""

    def with_corridor(self, code: str) -> str:
        """Return the source as a trainee leaves it who was given the corridor ``code``."""
        return self.source.replace(_CODE, f'my_corridor("{code}")')


@lru_cache(maxsize=4)
def code_cells(module: str) -> tuple[CodeCell, ...]:
    """Return the code cells of a module, pictures and explorers left out."""
    read = read_module(Project().module(module).text, module)
    cells = [_cell(cell.source, cell.exercise or "") for cell in read.cells if cell.kind == "code"]
    return tuple(cell for cell in cells if not _is_only_shown(cell.source))


def _cell(source: str, exercise: str) -> CodeCell:
    match = _SOLUTION.search(source)
    return CodeCell(_SOLUTION.sub("", source), exercise, match["solution"] if match else "")


def _is_only_shown(source: str) -> bool:
    statements = ast.parse(source).body
    return len(statements) == 1 and ast.unparse(statements[0]).split(".")[0] in _ONLY_SHOWN
