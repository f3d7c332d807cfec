"""The gradebook on a PostgreSQL server: a file's grades, several graders at once, a server that goes away meanwhile."""

import contextlib
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from corredores.command_error import CommandError
from corredores_graders.classroom.class_list import read_class_list
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import (
    COURSE_ID,
    enter_in_gradebook,
    gradebook_url,
    run_nbgrader,
)
from corredores_graders.classroom.starting import prepare
from corredores_graders.classroom.steps import plain_console
from corredores_graders.nbgrader_plugins.course import open_course
from tests.graders.scale.grading import Graded, end, grade, graded_so_far, start, wait_until
from tests.graders.scale.postgres_server import Server, programs

pytestmark = pytest.mark.xdist_group("scale")
COURSE = "corredores-2026-quito"
BY_HAND = 0.75


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A real server; where there is none the tests are skipped by name, or fail where it was promised."""
    found = programs()
    if found is None:
        if os.environ.get("CORREDORES_REQUIRE_POSTGRES") == "1":
            pytest.fail("CORREDORES_REQUIRE_POSTGRES=1, and postgresql is not installed", pytrace=False)
        pytest.skip("postgresql is not installed")
    running = Server(found)
    yield running
    running.remove()


@pytest.fixture(scope="module")
def released(server: Server, collected: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The class, its trainer having named the server in `nbgrader_config.py` and started anew."""
    root = tmp_path_factory.mktemp("server") / "aula"
    shutil.copytree(collected.root, root)
    classroom = name_in_settings(Classroom(root), server.create("released"))
    classroom.gradebook.unlink()
    prepare(root, "m03", "es", plain_console())
    assert not classroom.gradebook.exists()
    return classroom


@pytest.fixture
def classroom(released: Classroom, server: Server, tmp_path: Path) -> Classroom:
    """A class of the test's own, with a database of its own."""
    shutil.copytree(released.root, tmp_path / "aula")
    return name_in_settings(Classroom(tmp_path / "aula"), server.create(f"class_{tmp_path.name}"[:60], "released"))


def name_in_settings(classroom: Classroom, url: str) -> Classroom:
    with classroom.config.open("a", encoding="utf-8") as settings:
        settings.write(f'c.CourseDirectory.db_url = "{url}"\nc.CourseDirectory.course_id = "{COURSE}"\n')
    return classroom


def test_the_grades_are_those_of_a_gradebook_in_a_file(classroom: Classroom, local: Graded) -> None:
    said = grade(classroom)
    assert "postgresql+psycopg://" in said
    served = Graded(classroom)
    assert served.marks() == local.marks()
    assert served.counts() == local.counts()
    assert served.outputs() == local.outputs()
    again = grade(classroom)
    assert again.count("sin cambio") == 12
    assert not classroom.gradebook.exists()


def test_what_nbgrader_and_formgrader_ask_of_a_gradebook_is_answered(classroom: Classroom, local: Graded) -> None:
    run_nbgrader(classroom, "autograde", "m03", "--student", "ana-paz")
    theirs = [mark for mark in Graded(classroom).marks() if mark[0] == "ana-paz"]
    assert theirs == [mark for mark in local.marks() if mark[0] == "ana-paz"]
    with contextlib.chdir(classroom.trainer):
        api = open_course(classroom.trainer)
        (listed,) = [one for one in api.get_submissions("m03") if one["student"] == "ana-paz"]
        (notebook,) = api.get_notebook_submissions("m03", "m03")
        students = {student["id"] for student in api.get_students()}
        api.gradebook.close()
    assert students == set(read_class_list(classroom.class_list))
    assert listed["autograded"] and listed["score"] == notebook["score"] > 0
    run_nbgrader(classroom, "generate_feedback", "m03", "--student", "ana-paz")
    assert classroom.feedback("ana-paz", "m03").joinpath("m03.html").exists()


class Marker(threading.Thread):
    """A trainer who sets marks by hand, as formgrader does, while graders are at work."""

    def __init__(self, classroom: Classroom) -> None:
        super().__init__(daemon=True)
        self.url = gradebook_url(classroom)
        self.waiting = set(read_class_list(classroom.class_list))
        self.marked: set[tuple[str, str]] = set()
        self.failed: BaseException | None = None

    def run(self) -> None:
        try:
            with Gradebook(self.url, COURSE) as gradebook:
                while self.waiting:
                    for submission in gradebook.assignment_submissions("m03"):
                        if submission.student_id in self.waiting:
                            self._mark(gradebook, submission)
                    gradebook.db.rollback()
        except BaseException as failed:
            self.failed = failed

    def _mark(self, gradebook: Any, submission: Any) -> None:
        for notebook in submission.notebooks:
            for one in notebook.grades[:3]:
                one.manual_score, one.needs_manual_grade = BY_HAND, False
                self.marked.add((submission.student_id, one.name))
        self.waiting.discard(submission.student_id)
        gradebook.db.commit()


def test_several_graders_and_a_trainer_at_once(
    classroom: Classroom, server: Server, local: Graded, tmp_path: Path
) -> None:
    shutil.copytree(classroom.root, tmp_path / "elsewhere" / "aula")
    elsewhere = Classroom(tmp_path / "elsewhere" / "aula")
    trainer = Marker(classroom)
    trainer.start()
    running = [start(classroom), start(elsewhere), start(classroom)]
    for one in running:
        end(one)
    trainer.join(60)
    assert trainer.failed is None and not trainer.waiting
    served = Graded(classroom)
    assert served.counts() == local.counts()
    assert [mark[:4] for mark in by_cell(served)] == [mark[:4] for mark in by_cell(local)]
    by_hand = {(mark[0], mark[2]): mark[4] for mark in served.marks() if mark[4] is not None}
    assert by_hand == dict.fromkeys(trainer.marked, BY_HAND)
    assert served.outputs() == local.outputs() == Graded(elsewhere).outputs()
    assert "deadlock" not in server.log()
    assert grade(elsewhere).count("sin cambio") == 12


def by_cell(graded: Graded) -> list[tuple[Any, ...]]:
    return sorted(graded.marks(), key=lambda mark: mark[:3])


#: Ends the connection that first writes a grade, in the middle of its transaction.
CUT = """
CREATE SEQUENCE written;
CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('written') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER cut AFTER UPDATE ON grade FOR EACH STATEMENT EXECUTE FUNCTION cut();
"""


def test_a_server_that_goes_away_is_waited_for(classroom: Classroom, server: Server, local: Graded) -> None:
    Graded(classroom).execute(CUT)
    running = start(classroom)
    wait_until(lambda: graded_so_far(classroom) > 0 or running.poll() is not None)
    server.stop()
    assert graded_so_far(classroom) < 12 and running.poll() is None
    threading.Timer(3, server.start).start()
    end(running)
    served = Graded(classroom)
    assert served.marks() == local.marks()
    assert served.counts() == local.counts()
    assert server.log().count("terminating connection due to administrator command") == 1


def test_a_database_of_another_course_is_refused(classroom: Classroom, server: Server) -> None:
    with classroom.config.open("a", encoding="utf-8") as settings:
        settings.write('c.CourseDirectory.course_id = "another"\n')
    with pytest.raises(CommandError, match="otro curso"):
        enter_in_gradebook(classroom, read_class_list(classroom.class_list))
    assert ("another",) not in Graded(classroom).rows("SELECT id FROM course")
    refused = start(classroom)
    said, _ = refused.communicate(timeout=60)
    assert refused.returncode == 1 and "otro curso" in said


def test_the_name_of_every_class_is_refused_on_a_server(classroom: Classroom) -> None:
    with classroom.config.open("a", encoding="utf-8") as settings:
        settings.write(f'c.CourseDirectory.course_id = "{COURSE_ID}"\n')
    with pytest.raises(CommandError, match="un nombre de esta clase"):
        enter_in_gradebook(classroom, read_class_list(classroom.class_list))


def test_a_database_that_does_not_exist_is_said_at_once(classroom: Classroom, server: Server) -> None:
    name_in_settings(classroom, server.url("nowhere"))
    refused = start(classroom)
    said, _ = refused.communicate(timeout=30)
    assert refused.returncode == 1 and "nowhere" in said
