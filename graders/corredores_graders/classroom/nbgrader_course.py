"""The trainer's folder as an nbgrader course: its configuration, its gradebook, and nbgrader's own commands."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corredores.command_error import CommandError
from corredores_graders.classroom.class_list import Trainee
from corredores_graders.classroom.layout import Classroom
from corredores_graders.language import text

COURSE_ID = "corredores"
_CONFIG = '''\
"""nbgrader's settings for this class. Written by `corredores start`; your own lines may follow."""

from pathlib import Path

from corredores.language import current
from corredores_graders.nbgrader_plugins import configure

here = Path(__file__).parent
c = get_config()  # noqa: F821
c.CourseDirectory.root = str(here)
c.CourseDirectory.course_id = "{course}"
c.Exchange.root = str(here.parent / "{exchange}")
configure(c, current())
'''


class NbgraderFailed(CommandError):
    """A command of nbgrader ended in an error."""


def lay_out(classroom: Classroom) -> None:
    """Make the folders of a class and nbgrader's configuration; what is there already stays."""
    for folder in (classroom.trainer, classroom.participant, classroom.state):
        folder.mkdir(parents=True, exist_ok=True)
    classroom.exchange.mkdir(exist_ok=True)
    if not classroom.config.exists():
        config = _CONFIG.format(course=COURSE_ID, exchange=classroom.exchange.name)
        classroom.config.write_text(config, encoding="utf-8")


def environment(**more: str) -> dict[str, str]:
    """Return a child's environment: this Python's commands come first, for nbgrader calls `alembic` by name."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, **more}


def run_nbgrader(classroom: Classroom, *arguments: str, **variables: str) -> str:
    """Run an nbgrader command in the trainer's folder and return what it logged.

    Raises
    ------
    NbgraderFailed
        With the last line that nbgrader wrote.
    """
    ran = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=classroom.trainer,
        env=environment(**variables),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    said = ran.stdout + ran.stderr
    if ran.returncode:
        last = next((line for line in reversed(said.splitlines()) if line.strip()), "")
        raise NbgraderFailed(
            text(
                "nbgrader {command} se detuvo en {folder}: {cause} Corrija eso y repita la orden.",
                command=arguments[0],
                folder=classroom.trainer,
                cause=last.strip(),
            )
        )
    return said


def gradebook_url(classroom: Classroom) -> str:
    """Return the address of the gradebook, as the class's configuration says it: a file, or a database server."""
    return str(_course_directory(classroom).db_url)


def _course_directory(classroom: Classroom) -> Any:
    from corredores_graders.nbgrader_plugins.course import open_course

    with contextlib.chdir(classroom.trainer):
        return open_course(classroom.trainer).coursedir


def shown_gradebook(classroom: Classroom) -> str:
    """Return where the gradebook is, for people to read: its file, or its address without the password."""
    from sqlalchemy import make_url

    url = make_url(gradebook_url(classroom))
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


def enter_in_gradebook(classroom: Classroom, trainees: Mapping[str, Trainee]) -> None:
    """Enter everybody of the class list in the gradebook; nobody who is there is removed.

    Raises
    ------
    CommandError
        When the gradebook is another course's, or does not answer.
    """
    os.environ["PATH"] = environment()["PATH"]
    from nbgrader.api import Gradebook

    from corredores_graders.grading.reach import UNREACHED, require_own, unreachable

    course = _course_directory(classroom)
    try:
        require_own(course.db_url, course.course_id)
        with Gradebook(course.db_url, course.course_id) as gradebook:
            for trainee in trainees.values():
                gradebook.update_or_create_student(trainee.trainee, first_name=trainee.name, last_name="")
    except UNREACHED as failed:
        raise CommandError(unreachable(failed)) from failed
