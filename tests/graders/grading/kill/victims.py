"""Who is ended: the process that grades, the warm one, what runs a submission, or all of them at once."""

import random
from collections.abc import Callable

import psutil

MAIN, WARM, SUPERVISOR, SUBMISSION, ALL = "main", "warm", "supervisor", "submission", "all"
#: After these the grading itself goes on, and needs no second run.
WORKERS = (WARM, SUPERVISOR, SUBMISSION)


def choose_victims(
    wanted: str, main: int, children: list[psutil.Process], chance: random.Random
) -> tuple[str, list[int]]:
    """Return who is there of those that were wanted, and their process ids.

    Where no submission runs at that moment the warm process is ended, and where there is none the main one.
    """
    tree = _Tree(children)
    fall_back = (SUBMISSION, SUPERVISOR, WARM, MAIN)
    found: dict[str, Callable[[], list[int]]] = {
        SUBMISSION: lambda: _one(tree.submissions, chance),
        SUPERVISOR: lambda: _one(tree.supervisors, chance),
        WARM: lambda: _one([*tree.warm, *tree.wrapping], chance),
        MAIN: lambda: [main],
    }
    if wanted == ALL:
        everybody = [main, *(one.pid for one in children)]
        chance.shuffle(everybody)
        return ALL, everybody
    for role in fall_back[fall_back.index(wanted) :]:
        if victims := found[role]():
            return role, victims
    raise AssertionError


class _Tree:
    """The processes below the main one, told apart: the warm process forks supervisors, and those the submissions."""

    def __init__(self, children: list[psutil.Process]) -> None:
        self.warm: list[psutil.Process] = []
        self.wrapping: list[psutil.Process] = []
        self.supervisors: list[psutil.Process] = []
        self.submissions: list[psutil.Process] = []
        below = {one.pid: one for one in children}
        for one in children:
            try:
                command, parent = one.cmdline(), below.get(one.ppid())
            except psutil.NoSuchProcess:
                continue
            if not command or "inside.server" not in " ".join(command):
                continue
            if not command[0].rpartition("/")[2].startswith("python"):
                self.wrapping.append(one)
            elif parent in self.warm:
                self.supervisors.append(one)
            elif parent in self.supervisors or parent in self.submissions:
                self.submissions.append(one)
            else:
                self.warm.append(one)


def _one(found: list[psutil.Process], chance: random.Random) -> list[int]:
    return [chance.choice(found).pid] if found else []
