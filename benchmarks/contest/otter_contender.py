"""otter-grader's `otter run` on an equivalent assignment: the same notebooks, one small test an exercise, no judge.

otter-grader lives in an environment of its own under ``build/cache/otter``, made from PyPI when it is first wanted,
with the versions of this project's libraries; the project does not depend on it. Its marks are not compared: a test
there says only whether the exercise was answered.
"""

import re
import shutil
import subprocess
from collections.abc import Sequence
from importlib.metadata import requires, version
from pathlib import Path

from benchmarks.contest.cohort import MODULE
from benchmarks.contest.nbgrader_contender import clean_environment
from benchmarks.contest.processes import Command
from corredores_graders.answer_keys import module_key
from corredores_graders.classroom.layout import Classroom

PROJECT = Path(__file__).parents[2]
ENVIRONMENT = PROJECT / "build" / "cache" / "otter"
MINUTES = 5
#: One after another, as a person would in a shell; the results of each go to the same folder.
LOOP = 'set -e; for notebook in "$@"; do otter run -a autograder.zip -o results --no-logo "$notebook"; done'
TEST = '''\
from otter.test_files import test_case

OK_FORMAT = False
name = "{exercise}"
points = 1


@test_case()
def test_answered(env):
    """The variables of the exercise have values."""
    assert all(env.get(name) is not None for name in {variables!r})
'''


class NotToBeHad(Exception):
    """otter-grader cannot be installed here; the message says why."""


def environment_ready() -> Path:
    """Return the folder of otter's commands, installing it first where it is not there yet.

    Raises
    ------
    NotToBeHad
        Without uv, or where PyPI cannot be reached.
    """
    wanted = "\n".join(_requirements())
    stamp, commands = ENVIRONMENT / "requirements.txt", ENVIRONMENT / "bin"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return commands
    uv = shutil.which("uv") or shutil.which(PROJECT / ".tools" / "bin" / "uv")
    if uv is None:
        raise NotToBeHad("there is no uv")
    _call(uv, "venv", "--clear", str(ENVIRONMENT))
    python = str(commands / "python")
    _call(uv, "pip", "install", "--compile-bytecode", "--python", python, *_requirements())
    stamp.write_text(wanted, encoding="utf-8")
    return commands


def _requirements() -> list[str]:
    """Return otter-grader, the kernel that it needs, and what the course needs in the versions that it has here."""
    names = [re.split(r"[^\w.-]", line)[0] for line in requires("corredores") or [] if "extra ==" not in line]
    return ["otter-grader>=7,<8", "ipykernel", *(f"{name}=={version(name)}" for name in names)]


def _call(*arguments: str) -> None:
    try:
        ran = subprocess.run(arguments, capture_output=True, text=True, timeout=60 * MINUTES, check=False)
    except subprocess.TimeoutExpired as late:
        raise NotToBeHad(f"{arguments[1]} took more than {MINUTES} minutes") from late
    if ran.returncode:
        raise NotToBeHad(ran.stderr.strip().splitlines()[-1] if ran.stderr.strip() else f"{arguments[1]} failed")


def write_assignment(classroom: Classroom, folder: Path, commands: Path) -> None:
    """Make the autograder file of the equivalent assignment in ``folder``."""
    tests = folder / "tests"
    tests.mkdir(parents=True)
    (folder / "results").mkdir()
    for exercise, declared in module_key(MODULE).exercises.items():
        variables = [part.variable for part in declared.parts if part.kind != "written"]
        test = TEST.format(exercise=exercise, variables=variables)
        (tests / f"{exercise}.py").write_text(test, encoding="utf-8")
    name = f"{MODULE}.check.json"
    shutil.copyfile(classroom.participant / MODULE / name, folder / name)
    without = ("--no-config", "--no-requirements", "--no-environment")
    generate = [str(commands / "otter"), "generate", "-t", "tests", "-o", "autograder.zip", *without, name]
    subprocess.run(generate, cwd=folder, env=otter_environment(commands), capture_output=True, check=True)


def otter_environment(commands: Path) -> dict[str, str]:
    """Return an environment in which otter's commands come first and the course is found in the project's folder."""
    shared = clean_environment(PYTHONPATH=str(PROJECT / "course"))
    return {**shared, "PATH": f"{commands}:{shared['PATH']}"}


def otter_run(classroom: Classroom, folder: Path, commands: Path) -> Sequence[Command]:
    """Return a shell that grades every submission of the classroom with the assignment in ``folder``."""
    notebooks = sorted(map(str, (classroom.trainer / "submitted").glob(f"*/{MODULE}/{MODULE}.ipynb")))
    return [Command(["sh", "-c", LOOP, "otter", *notebooks], folder, otter_environment(commands))]
