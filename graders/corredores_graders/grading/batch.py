"""An assignment of a class, opened to be graded: what there is, what has changed, what is to be said of the rest."""

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from corredores.command_error import CommandError
from corredores_graders.classroom.class_list import FILE_NAME, Trainee, read_class_list
from corredores_graders.grading.course import Course
from corredores_graders.grading.gradebook import CourseGradebook
from corredores_graders.grading.ledger import Entry, Ledger, why_grade
from corredores_graders.grading.outcome import GradeResult, Trouble
from corredores_graders.grading.prepare import depends_on
from corredores_graders.grading.reach import GradebookUnreachable, require_gradebook
from corredores_graders.grading.versions import differing, versions_now
from corredores_graders.nbgrader_plugins.cell_names import read_grade_id
from corredores_graders.nbgrader_plugins.preflight import Submission, read_submission, require_release
from corredores_graders.nbgrader_plugins.readable_names import readable_text
from corredores_graders.nbgrader_plugins.refusals import Refused
from corredores_graders.nbgrader_plugins.trainees import unknown_trainee

#: Reasons that lie in no submission: the next run may find them gone.
PASSING = frozenset({"busy", "gradebook", "disk", "lost", "unexpected"})


@dataclass
class Looked:
    """A submission that is to be graded, and why."""

    trainee: Trainee
    submission: Submission
    why: str


class Batch:
    """The grading of one assignment of a class.

    Raises
    ------
    CommandError
        When nothing can be graded: no class list, no release, no gradebook.
    """

    def __init__(self, root: Path, assignment: str, force: bool = False, patience: float = 60.0) -> None:
        self.course = Course(root, assignment)
        self.people = read_class_list(self.course.root / FILE_NAME)
        self.ledger = Ledger(self.course.root, assignment)
        self.force = force
        directory = self.course.directory
        try:
            require_gradebook(directory.db_url)
            self.gradebook = CourseGradebook(directory.db_url, directory.course_id, patience)
            self.released = self.gradebook.released(assignment)
            require_release(list(self.released), assignment)
            self._scores = self.gradebook.scores(assignment)
            self._grades = self.gradebook.machine_grades(assignment)
        except (GradebookUnreachable, Refused) as refused:
            raise CommandError(str(refused)) from refused

    @cached_property
    def versions(self) -> dict[str, str]:
        """Versions of the keys and data with which answers are judged now."""
        modules = {read_grade_id(cell.name).module for one in self.released.values() for cell in one.grade_cells}
        return versions_now(modules)

    def get_keys_ready(self) -> None:
        """Compute what takes longest of judging, once; a key that fails is told of with what it fails on."""
        with suppress(Exception):
            _ = self.versions

    def look(self, name: str) -> Looked | GradeResult:
        """Read a submission and say whether it is to be graded, or what is to be said instead; nothing is changed."""
        person = self.people.get(name)
        if person is None:
            raise Refused("stranger", unknown_trainee(name, self.course.root / FILE_NAME))
        submission = read_submission(self.course.submitted(name), self.released, self.course.ignored)
        entry = self.ledger.read(name)
        depends, graded = depends_on(self.course, person, submission), self.course.autograded(name)
        why = why_grade(entry, depends, graded, self._grades.get(name, {}), self.force)
        if why == "gradebook":  # another grader may have saved them after this run began
            self._grades |= self.gradebook.machine_grades(self.course.assignment, name)
            self._scores = self.gradebook.scores(self.course.assignment)
            why = why_grade(entry, depends, graded, self._grades.get(name, {}), self.force)
        return Looked(person, submission, why) if why else self._unchanged(person, entry)

    def _unchanged(self, person: Trainee, entry: Entry) -> GradeResult:
        kept = dict(entry.result)
        troubles = [Trouble(*trouble) for trouble in kept.pop("troubles", [])]
        score = self._scores[person.trainee]
        return GradeResult(
            person.trainee,
            True,
            score=score.points,
            max_score=score.most,
            pending=score.pending,
            state="unchanged",
            pair=person.assigned.pair,
            language=person.language,
            troubles=troubles,
            other_keys=dict(entry.versions) != self.versions,
            other_release=differing(kept.get("answered", {}), self.versions),
            **kept,
        )

    def refused(self, name: str, cause: str, sentence: str, file: str = "") -> GradeResult:
        """Return that a submission cannot be graded, or was not."""
        person = self.people.get(name)
        return GradeResult(
            name,
            False,
            readable_text(sentence),
            state="refused" if cause not in PASSING else "failed",
            cause=cause,
            file=file,
            pair=person.assigned.pair if person else "",
            language=person.language if person else "",
        )
