"""From a submission's folder to jobs: who it is, what is there, nbgrader's sanitising, fresh inputs."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode

from corredores_graders.classroom.class_list import Trainee
from corredores_graders.engine.job import Job
from corredores_graders.grading.course import Course
from corredores_graders.grading.gradebook import CourseGradebook
from corredores_graders.nbgrader_plugins.preflight import TIMESTAMP, Submission
from corredores_graders.nbgrader_plugins.shared_gradebook import GRADEBOOK
from corredores_graders.nbgrader_plugins.trainees import TRAINEE


@dataclass
class GradedNotebook:
    """A notebook and what nbgrader's preprocessors tell each other of it."""

    name: str
    notebook: NotebookNode
    resources: dict[str, Any]


@dataclass
class PreparedNotebook(GradedNotebook):
    """A sanitised notebook, ready to be run."""

    job: Job


@dataclass
class Prepared:
    """A submission, ready to be run."""

    trainee: Trainee
    submission: Submission
    notebooks: list[PreparedNotebook] = field(default_factory=list)

    def files(self, course: Course) -> dict[str, bytes]:
        """Return what lies beside the notebooks: what was handed in, under what the trainer put there."""
        return {**self.submission.files, **course.source_files}


def prepare(course: Course, gradebook: CourseGradebook, trainee: Trainee, submission: Submission) -> Prepared:
    """Sanitise the notebooks of a submission by nbgrader's preprocessors and make their jobs."""
    prepared = Prepared(trainee, submission)
    files = {name: content for name, content in prepared.files(course).items() if name != TIMESTAMP}
    for name, notebook in submission.notebooks.items():
        resources = course.resources(trainee.trainee, name)
        resources[GRADEBOOK], resources[TRAINEE] = gradebook, trainee
        for step in [*course.sanitize, *course.before_run]:
            notebook, resources = step(notebook, resources)
        cells = tuple(cell.source for cell in notebook.cells if cell.cell_type == "code")
        prepared.notebooks.append(PreparedNotebook(name, notebook, resources, Job(cells, files, course.limits)))
    submission.notebooks = {}
    return prepared


def depends_on(course: Course, trainee: Trainee, submission: Submission) -> dict[str, str]:
    """Return digests of what a grade follows from."""
    row = "\0".join([trainee.trainee, trainee.name, trainee.language, trainee.assigned.pair])
    return {
        "submission": submission.digest,
        "release": course.release_digest,
        "trainee": hashlib.sha256(row.encode()).hexdigest(),
    }
