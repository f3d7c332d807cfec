"""How `nbgrader autograde` is run, as it comes and with its best documented settings.

Both read the classroom's own configuration, so both judge with our plug-ins: without them nbgrader would give other
grades and there would be nothing to compare. The kernel is the stock one, started afresh for each submission.
"""

import os
import sys
from collections.abc import Sequence

from benchmarks.contest.cohort import MODULE
from benchmarks.contest.processes import Command
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import environment

AUTOGRADE = (sys.executable, "-m", "nbgrader", "autograde", MODULE)
#: nbgrader's and nbclient's defaults, where our plug-in has another value of its own.
AS_IT_COMES = (
    "--BoundedExecute.shutdown_kernel=graceful",
    "--BoundedExecute.store_widget_state=True",
    "--BoundedExecute.record_timing=True",
    "--BoundedExecute.extra_arguments=[]",
)
#: What the documentation of nbgrader, nbclient, jupyter_client and IPython offers and saves time.
BEST = (
    "--BoundedExecute.shutdown_kernel=immediate",
    "--BoundedExecute.store_widget_state=False",
    "--BoundedExecute.record_timing=False",
    "--BoundedExecute.execute_retries=0",
    "--BoundedExecute.extra_arguments=['--IPKernelApp.log_level=40', '--HistoryManager.enabled=False']",
    "--log-level=ERROR",
)
#: nbgrader does not grade in parallel, but takes a pattern of students: a process each for the two halves.
HALVES = ("--student=*[02468]", "--student=*[13579]")
BEST_IN_WORDS = (
    "kernel shut down at once, no widget state, no timing, no history, errors logged only, "
    "two processes with half of the students each"
)


def clean_environment(**more: str) -> dict[str, str]:
    """Return an environment in which Python keeps its compiled files, as on anybody's machine."""
    return {name: value for name, value in environment(**more).items() if name not in ("PYTHONDONTWRITEBYTECODE",)}


def stock_environment() -> dict[str, str]:
    """Return the environment in which our classroom's configuration leaves nbgrader its stock kernels."""
    return clean_environment(CORREDORES_KERNEL="stock")


def as_it_comes(classroom: Classroom) -> Sequence[Command]:
    """Return the command line with nbclient's own defaults."""
    return [Command([*AUTOGRADE, *AS_IT_COMES], classroom.trainer, stock_environment())]


def best_settings(classroom: Classroom) -> Sequence[Command]:
    """Return a command line a half of the class, with every documented setting that helps."""
    halves = HALVES if (os.cpu_count() or 1) > 1 else ("--student=*",)
    return [Command([*AUTOGRADE, *BEST, half], classroom.trainer, stock_environment()) for half in halves]
