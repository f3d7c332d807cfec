"""One attack: what a hostile trainee hands in, and what it must come to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Notebook = dict[str, Any]

#: In the order of the notebook. The attack stands where e5 is answered; r1 and r2 earn no points.
EXERCISES = ("e1", "e2", "e3", "e7", "e4", "e5", "e6", "e8", "e9")
POINTS = {"e1": 2.0, "e2": 2.0, "e3": 2.0, "e7": 2.0, "e4": 2.0, "e5": 2.0, "e6": 2.0, "e8": 1.0, "e9": 2.0}
AT = "e5"
BELOW = "e5 e6 e8 e9"
ALL = " ".join(EXERCISES)
#: What an attack prints where it has broken something. Written apart, so that a traceback that quotes it says nothing.
BROKEN = "ROTO:"
BROKEN_CELL = 'ROTO = "RO" + "TO:"'
#: By what a trainee attacks. Half of the corpus and more must come by other means than Python's own hooks.
MEANS = ("hook", "native", "process", "network", "file", "notebook", "page", "magic", "size")

SYSCALL = """
import ctypes, errno, os
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
def sc(number, *arguments):
    ctypes.set_errno(0)
    plain = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    back = libc.syscall(ctypes.c_long(number), *plain)
    return back if back != -1 else -ctypes.get_errno()
"""


@dataclass(frozen=True)
class Attack:
    """A submission, right but for what is attacked.

    ``code`` stands where e5 is answered, with ``@docente@``, ``@home@``, ``@port@`` … replaced by where the traps are:
    the attacker knows all that can be known. ``edit`` changes the notebook, ``arrive`` writes the submission's folder.
    """

    name: str
    means: str
    code: str = "e5_share = None"
    edit: Callable[[Notebook], None] | None = None
    arrive: Callable[[Path, bytes], None] | None = None
    blank: bool = False
    """whether nothing is answered: all that is earned is stolen"""
    lost: str = AT
    """exercises that earn nothing"""
    maybe: str = ""
    """exercises that may be lost with them: whether the run ends there depends on the machine"""
    refused: str = ""
    """what the reason says where it cannot be graded at all (a regular expression)"""
    said: str = ""
    """what the report says of the run (a regular expression)"""
    nbgrader: bool = False
    """whether it is tried against `nbgrader autograde` too"""
    copies: int = 1

    def __post_init__(self) -> None:
        """Refuse a declaration that nothing would test."""
        assert self.means in MEANS, self.means
        assert self.code or self.edit or self.arrive

    def expected(self) -> dict[str, tuple[float, ...]]:
        """The scores that each exercise may have."""
        lost = set((ALL if self.blank else self.lost).split())
        return {
            name: (0.0,) if name in lost else (0.0, most) if name in self.maybe.split() else (most,)
            for name, most in POINTS.items()
        }


def cell(notebook: Notebook, grade_id: str) -> dict[str, Any]:
    """The cell with that grade id."""
    return next(one for one in notebook["cells"] if one["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)


def place(notebook: Notebook, grade_id: str) -> int:
    """Where that cell stands."""
    return int(notebook["cells"].index(cell(notebook, grade_id)))


def code_cell(source: str, **metadata: Any) -> dict[str, Any]:
    """A cell that was never released."""
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}


def markdown_cell(source: str, **metadata: Any) -> dict[str, Any]:
    """A text that was never released."""
    return {"cell_type": "markdown", "source": source, "metadata": metadata}
