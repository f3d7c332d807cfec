"""A class of attackers with honest neighbours among them: handed in, graded once, and looked at afterwards."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from corredores.corridor import Corridor
from corredores_graders.classroom.class_list import Trainee, read_class_list, write_class_list
from corredores_graders.classroom.demo_class import fill, read_answers
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import COURSE_ID
from corredores_graders.classroom.starting import prepare
from corredores_graders.classroom.steps import plain_console
from tests.attacks.attack import ALL, BROKEN, BROKEN_CELL, Attack, cell, code_cell, place
from tests.attacks.traps import Traps

PROJECT = Path(__file__).parents[2]
DEMO = PROJECT / "demo"
MODULE = "m03"
MINE, SPARE = Corridor("GTM", "USA"), Corridor("PER", "CHL")
#: Names that stand among the attackers' in the alphabet; the answers are the demo's.
HONEST = {
    "ana-paz": "ana-paz",
    "bruno-rios": "bruno-rios",
    "fatima-ruiz": "ana-paz",
    "hugo-villa": "hugo-villa",
    "luis-bello": "luis-bello",
    "quique-sol": "carla-mena",
    "sol-ruiz": "bruno-rios",
    "zoila-paz": "ana-paz",
}
CONFIG = """
c.BoundedExecute.timeout = 6
c.BoundedExecute.max_seconds = 25
"""
SECONDS = 1500
#: Root without root's rights: a user who owns the same files and may do nothing else.
_ANYBODY = ["bwrap", "--unshare-user", "--uid", "1000", "--gid", "1000", "--dev-bind", "/", "/", "--"]


@dataclass
class AttackedClass:
    """A class that one route graded."""

    classroom: Classroom
    said: str
    seconds: float
    before: dict[str, str]
    """hashes of what nobody may change, from before"""

    @cached_property
    def marks(self) -> dict[str, dict[str, float | None]]:
        """The machine's score of each graded cell, by trainee and exercise; only of those that were graded."""
        found: dict[str, dict[str, float | None]] = {}
        with Gradebook(f"sqlite:///{self.classroom.gradebook}", COURSE_ID) as gradebook:
            for notebook in gradebook.notebook_submissions(MODULE, MODULE):
                scores = {grade.name.removeprefix("m03-"): grade.auto_score for grade in notebook.grades}
                if any(score is not None for score in scores.values()):
                    found[notebook.student.id] = scores
        return found

    @cached_property
    def report(self) -> dict[str, dict[str, Any]]:
        """What the grading report says, by trainee."""
        path = self.classroom.trainer / "reports" / MODULE / "grading.json"
        return {entry["trainee"]: entry for entry in json.loads(path.read_text(encoding="utf-8"))["submissions"]}

    def outputs(self, trainee: str) -> Iterator[tuple[int, str]]:
        """What each code cell of a graded notebook shows, as text."""
        path = self.classroom.trainer / "autograded" / trainee / MODULE / f"{MODULE}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for number, one in enumerate(one for one in notebook["cells"] if one["cell_type"] == "code"):
            yield number, json.dumps(one["outputs"], ensure_ascii=False)

    def broken(self, trainee: str) -> list[str]:
        """The lines in which an attack says that it has broken something."""
        lines = [
            line
            for _, shown in self.outputs(trainee)
            for line in shown.replace("\\n", "\n").splitlines()
            if BROKEN in line
        ]
        return lines[:20]

    def written(self) -> Iterator[Path]:
        """Every file that grading and feedback have written, the neighbour's own apart."""
        for name in ("autograded", "feedback", "reports"):
            for root in (self.classroom.trainer / name, self.classroom.root / name):
                for path in sorted(root.rglob("*")):
                    if path.is_file() and not path.is_symlink():
                        yield path


def prepare_class(folder: Path, traps: Traps) -> Classroom:
    """A classroom with M03 released and the attackers' time-outs, nobody's work in it yet."""
    root = folder / "aula"
    (root / "docente").mkdir(parents=True)
    shutil.copyfile(DEMO / "class.csv", root / "docente" / "class.csv")
    classroom = prepare(root, MODULE, "es", plain_console())
    with classroom.config.open("a", encoding="utf-8") as config:
        config.write(CONFIG)
    (classroom.trainer / "secreto.txt").write_text(traps.secrets["docente"], encoding="utf-8")
    return classroom


def enrol(classroom: Classroom, trainees: Iterable[str], traps: Traps) -> None:
    """Enter attackers and neighbours, the neighbours with their corridors of the demo."""
    demo = read_class_list(DEMO / "class.csv")
    people = []
    for name in [*HONEST, *trainees]:
        corridor = demo[HONEST[name]].assigned if name in HONEST else MINE
        people.append(Trainee(name, name.title(), "es", corridor, SPARE if corridor != SPARE else MINE))
    write_class_list(classroom.class_list, people)
    with Gradebook(f"sqlite:///{classroom.gradebook}", COURSE_ID) as gradebook:
        for one in people:
            gradebook.update_or_create_student(one.trainee, email=traps.secrets["gradebook"])


def hand_in(classroom: Classroom, attackers: dict[str, Attack], traps: Traps) -> None:
    """Put everybody's work where `corredores collect` and a hostile exchange would leave it."""
    demo = read_class_list(DEMO / "class.csv")
    release = classroom.participant / MODULE / f"{MODULE}.ipynb"
    answers = {name: read_answers(DEMO / "trainees" / f"{name}.md") for name in {*HONEST.values()}}
    for name, model in HONEST.items():
        content = fill(release, answers[model], demo[model])
        if name == "ana-paz":
            notebook = json.loads(content)
            cell(notebook, "m03-e5-answer")["source"] += f"\n# {traps.secrets['neighbour']}"
            content = json.dumps(notebook).encode()
        _folder(classroom, name).joinpath(f"{MODULE}.ipynb").write_bytes(content)
    model = fill(release, answers["ana-paz"], demo["ana-paz"])
    for name, attack in attackers.items():
        content = attacked(release, model, attack, places(classroom, traps))
        folder = _folder(classroom, name)
        if attack.arrive:
            attack.arrive(folder, content)
        else:
            (folder / f"{MODULE}.ipynb").write_bytes(content)


def attacked(release: Path, right: bytes, attack: Attack, known: dict[str, str]) -> bytes:
    """The notebook of one attacker: the right answers or none, and the attack where e5 is answered."""
    notebook = json.loads(release.read_bytes() if attack.blank else right)
    code = attack.code
    for name, value in known.items():
        code = code.replace(f"@{name}@", value)
    at = place(notebook, "m03-e5-answer")
    if attack.blank:
        notebook["cells"][4:4] = [code_cell(code)]
    else:
        notebook["cells"][at]["source"] = code
    notebook["cells"][4:4] = [code_cell(BROKEN_CELL)]
    if attack.edit:
        attack.edit(notebook)
    return json.dumps(notebook, indent=1).encode()


def places(classroom: Classroom, traps: Traps) -> dict[str, str]:
    """What an attacker can know of the machine."""
    return {
        "docente": str(classroom.trainer),
        "project": str(PROJECT),
        "site": sysconfig.get_path("purelib"),
        "home": str(traps.home),
        "victim": str(traps.victim.pid),
        **traps.addresses,
    }


def grade(classroom: Classroom, traps: Traps, level: str) -> AttackedClass:
    """Grade the class by `corredores grade` at one level of the sandbox."""
    return run(classroom, traps, corredores("grade", classroom, level), level)


def corredores(command: str, classroom: Classroom, level: str, *options: str) -> list[str]:
    """A command of the trainer's; at the second level given by somebody who is not root, as in a pod."""
    given = [str(Path(sys.executable).with_name("corredores")), command, "--folder", str(classroom.root), *options]
    return [*_ANYBODY, *given] if level == "landlock" and os.getuid() == 0 and shutil.which("bwrap") else given


def run(classroom: Classroom, traps: Traps, command: list[str], level: str) -> AttackedClass:
    """Run a command that grades, and note what was there before."""
    before = hashes(classroom)
    begin = time.monotonic()
    ran = subprocess.run(
        command, cwd=classroom.trainer, env=traps.environment(level), capture_output=True, timeout=SECONDS, check=False
    )
    said = (ran.stdout + ran.stderr).decode("utf-8", "replace")
    return AttackedClass(classroom, said, time.monotonic() - begin, before)


def hashes(classroom: Classroom) -> dict[str, str]:
    """What no submission may change: everything of the classroom but what grading writes, and the packages."""
    roots = [
        classroom.trainer / name
        for name in ("source", "release", "submitted", "received", "class.csv", "secreto.txt", "nbgrader_config.py")
    ]
    roots += [classroom.participant, PROJECT / "course" / "corredores"]
    found: dict[str, str] = {}
    for root in roots:
        for path in [root, *sorted(root.rglob("*"))] if root.exists() else []:
            if "__pycache__" in path.parts:
                continue
            about = path.lstat()
            content = (
                hashlib.sha256(path.read_bytes()).hexdigest()
                if path.is_file() and not path.is_symlink() and about.st_size < 1 << 28
                else os.readlink(path)
                if path.is_symlink()
                else ""
            )
            # A build of the package may write the same again.
            written = about.st_mtime_ns if path.is_file() and classroom.root in path.parents else ""
            found[str(path)] = f"{about.st_mode:o} {written} {content}"
    return found


def of_gradebook(classroom: Classroom, people: Iterable[str]) -> Any:
    """What the gradebook says of the release and of these people; a copy that can be compared."""
    wanted = set(people)
    with Gradebook(f"sqlite:///{classroom.gradebook}", COURSE_ID) as gradebook:
        assignment = gradebook.find_assignment(MODULE)
        cells = sorted(
            (one.name, type(one).__name__, getattr(one, "max_score", None), getattr(one, "source", None))
            for notebook in assignment.notebooks
            for one in [*notebook.grade_cells, *notebook.solution_cells, *notebook.source_cells, *notebook.task_cells]
        )
        students = sorted(
            (one.id, one.email, one.first_name, one.last_name) for one in gradebook.students if one.id in wanted
        )
        grades = sorted(
            (notebook.student.id, grade.name, grade.auto_score, grade.manual_score, grade.extra_credit)
            for notebook in gradebook.notebook_submissions(MODULE, MODULE)
            if notebook.student.id in wanted
            for grade in notebook.grades
        )
    return {"cells": cells, "students": students, "grades": grades}


def is_total_loss(attack: Attack) -> bool:
    """Whether anything but a traceback of the whole may come of it: a grade or a named reason."""
    return attack.maybe == ALL


def _folder(classroom: Classroom, trainee: str) -> Path:
    folder = classroom.trainer / "submitted" / trainee / MODULE
    folder.mkdir(parents=True)
    return folder
