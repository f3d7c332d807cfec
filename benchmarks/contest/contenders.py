"""Who takes part: each contender's command lines, how often it runs, and on how many submissions."""

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.contest import nbgrader_contender, otter_contender
from benchmarks.contest.cohort import MODULE
from benchmarks.contest.processes import Command
from corredores_graders.classroom.layout import Classroom
from corredores_graders.engine.executors import at_once

WORKERS = 2
#: More submissions than these are not run by a slow contender; its time is scaled, and said to be.
NBGRADER_SAMPLE, OTTER_SAMPLE = 30, 10

Commands = Callable[[Classroom], Sequence[Command]]


@dataclass(frozen=True)
class Contender:
    """One way of grading the cohort."""

    key: str
    title: str
    commands: Commands
    slow: bool = False
    """runs in fewer rounds, and on a sample of a large cohort"""
    sample: int = 0
    processes: int = 1
    """started side by side, so that fewer submissions than these measure nothing"""
    remark: str = field(default="", compare=False)


def ours(classroom: Classroom, workers: int = WORKERS) -> Sequence[Command]:
    """Return the command line of `corredores grade`."""
    tool = Path(sys.executable).with_name("corredores")
    arguments = [str(tool), "grade", "--folder", str(classroom.root), "--assignment", MODULE, "--jobs", str(workers)]
    return [Command(arguments, classroom.root, nbgrader_contender.clean_environment())]


def floor(classroom: Classroom) -> Sequence[Command]:
    """Return the command line of :mod:`benchmarks.contest.floor`."""
    project = Path(__file__).parents[2]
    module, workers = "benchmarks.contest.floor", str(at_once(WORKERS))
    arguments = [sys.executable, "-m", module, str(classroom.root), "--workers", workers]
    return [Command(arguments, project, nbgrader_contender.clean_environment())]


def contenders() -> list[Contender]:
    """Return everybody but otter-grader, who has to be fetched first."""
    return [
        Contender("ours", "`corredores grade`", ours),
        Contender("floor", "floor: bare `exec` in warm forks, one write", floor),
        Contender(
            "nbgrader",
            "`nbgrader autograde`, as it comes",
            nbgrader_contender.as_it_comes,
            slow=True,
            sample=NBGRADER_SAMPLE,
            remark="with our plug-ins, which give the marks; stock kernels, the defaults of nbgrader and nbclient",
        ),
        Contender(
            "best",
            "`nbgrader autograde`, best documented settings",
            nbgrader_contender.best_settings,
            slow=True,
            sample=NBGRADER_SAMPLE,
            processes=len(nbgrader_contender.HALVES),
            remark=nbgrader_contender.BEST_IN_WORDS,
        ),
    ]


def otter(folder: Path) -> Contender:
    """Return otter-grader, which works in ``folder``.

    Raises
    ------
    benchmarks.contest.otter_contender.NotToBeHad
        Where it cannot be installed.
    """
    tools = otter_contender.environment_ready()

    def commands(classroom: Classroom) -> Sequence[Command]:
        shutil.rmtree(folder, ignore_errors=True)
        otter_contender.write_assignment(classroom, folder, tools)
        return otter_contender.otter_run(classroom, folder, tools)

    return Contender(
        "otter",
        "`otter run`, one by one",
        commands,
        slow=True,
        sample=OTTER_SAMPLE,
        remark="a small test an exercise in place of the judge; no isolation, no gradebook",
    )
