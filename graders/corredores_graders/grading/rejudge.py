"""The kept answers of a graded submission judged with the present keys and data, and the grade changed on demand."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import nbformat
from nbformat import NotebookNode

from corredores.command_error import CommandError
from corredores_graders.answer_keys import UnknownModule, module_key
from corredores_graders.classroom.kept_answers import KeptNotebook, KeptVerdict, kept_notebooks
from corredores_graders.classroom.layout import Classroom
from corredores_graders.grading.batch import Batch
from corredores_graders.grading.files import Replacement, contents, digest
from corredores_graders.grading.gradebook import Saved
from corredores_graders.grading.journal import stage
from corredores_graders.grading.ledger import Entry
from corredores_graders.grading.locks import Lock
from corredores_graders.grading.prepare import GradedNotebook
from corredores_graders.grading.store import Finishing, Judged, store
from corredores_graders.judging.judge import Outcome
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.judge import judge_again, verdict_output
from corredores_graders.nbgrader_plugins.shared_gradebook import GRADEBOOK
from corredores_graders.nbgrader_plugins.trainees import TRAINEE, unknown_trainee


class NotRejudged(CommandError):
    """A graded submission whose answers cannot be judged again; the message says why and what to do."""


@dataclass(frozen=True)
class Change:
    """What the present keys change in a check cell: its points, or only what its card says."""

    kept: KeptVerdict
    outcome: Outcome
    output: NotebookNode
    """what the cell shows from now on"""

    @property
    def points(self) -> float:
        """What the machine gives now."""
        return float(self.output["data"]["text/plain"]) if self.kept.most is not None else 0.0

    @property
    def moves(self) -> bool:
        """Whether the machine's points move."""
        return self.points != self.kept.earned


@dataclass(frozen=True)
class Rejudged:
    """What became of one submission."""

    trainee: str
    changes: Sequence[Change]
    versions: Mapping[str, str]
    """of keys and data with which it was judged before, as far as the ledger knows"""
    older: Sequence[str]
    """in what the release that was answered differs from the present one: ``keys``, ``data``"""
    row_changed: bool
    """whether the class list gives another corridor or language now: then the answers are others to ask for"""


class Rejudgement:
    """A class judged again: for each submission what would change, and, with ``apply``, the change itself.

    An answer is judged as it was: for the corridor and in the language with which it was graded.
    """

    def __init__(self, classroom: Classroom, assignment: str, apply: bool) -> None:
        self._classroom = classroom
        self.apply = apply
        self.only = ""
        """the one exercise that is judged again; all, where it is empty"""
        self.batch = Batch(classroom.trainer, assignment)

    @cached_property
    def _machine_grades(self) -> Mapping[str, Mapping[str, float | None]]:
        return self.batch.gradebook.machine_grades(self.batch.course.assignment)

    def one(self, trainee: str) -> Rejudged:
        """Judge a submission again.

        Raises
        ------
        NotRejudged, UnreadableVerdicts
            When what is kept of it cannot be judged.
        Busy, GradebookUnreachable, OSError
            When it cannot be changed just now; the next run finds it as this one did.
        """
        batch = self.batch
        if trainee not in batch.people:
            raise NotRejudged(unknown_trainee(trainee, self._classroom.class_list))
        if not self.apply:
            return self._looked(trainee)[0]
        with Lock(batch.ledger.lock_path(trainee)):
            Replacement(batch.course.autograded(trainee)).recover()
            rejudged, notebooks = self._looked(trainee)
            if rejudged.changes:
                self._change(trainee, notebooks, rejudged.changes)
            elif not self.only:
                self._note_versions(trainee)
            return rejudged

    def _looked(self, trainee: str) -> tuple[Rejudged, list[KeptNotebook]]:
        stage("judging", trainee)
        notebooks = kept_notebooks(self._classroom, self.batch.course.assignment, trainee)
        changes = [change for one in notebooks for verdict in one.verdicts if (change := self._changed(one, verdict))]
        person = self.batch.people[trainee]
        row_changed = any((one.corridor, one.language) != (person.assigned, person.language) for one in notebooks)
        versions = self.batch.ledger.read(trainee).versions
        return Rejudged(trainee, changes, versions, self._older(notebooks), row_changed), notebooks

    def _older(self, notebooks: Sequence[KeptNotebook]) -> list[str]:
        verdicts = [verdict for one in notebooks for verdict in one.verdicts]
        return [
            name
            for name in ("keys", "data")
            # An answer that never arrived has no versions.
            if any(
                verdict.record["versions"].get(name, present) != present
                for verdict in verdicts
                if (present := self.batch.versions[f"{verdict.name.module}.{name}"])
            )
        ]

    def _changed(self, one: KeptNotebook, kept: KeptVerdict) -> Change | None:
        if self.only and kept.name.exercise_id != self.only:
            return None
        try:
            declared = kept.name.exercise in module_key(kept.name.module).exercises
        except UnknownModule:
            declared = False
        if not declared:
            raise NotRejudged(
                text(
                    "{exercise} ya no está en las claves, y sus respuestas quedan como se juzgaron. Publique la tarea "
                    "de nuevo y califique con «corredores grade --force».",
                    exercise=kept.name.exercise_id,
                )
            )
        outcome = judge_again(kept.name, kept.record, one.corridor, one.language)
        output = nbformat.from_dict(json.loads(json.dumps(verdict_output(outcome, kept.most))))
        return Change(kept, outcome, output) if output != kept.cell.outputs[0] else None

    def _change(self, trainee: str, notebooks: Sequence[KeptNotebook], changes: Sequence[Change]) -> None:
        """Store what changes, as grading stores a grade, by nbgrader's own SaveAutoGrades."""
        batch = self.batch
        if trainee not in self._machine_grades:
            raise NotRejudged(
                text(
                    "El libro de notas no tiene la entrega de {trainee}. Califíquela con «corredores grade».",
                    trainee=trainee,
                )
            )
        for change in changes:
            change.kept.cell.outputs = [change.output]
        names = {change.kept.notebook for change in changes}
        cells = {id(change.kept.cell) for change in changes}
        folder = batch.course.autograded(trainee)
        found = contents(folder)
        judged = Judged(
            trainee,
            [self._graded(trainee, one) for one in notebooks if one.name in names],
            {name: (folder / name).read_bytes() for name in found},
            cells=lambda notebook: [cell for cell in notebook.cells if id(cell) in cells],
        )

        def note(saved: Saved, files: Mapping[str, bytes]) -> None:
            # Before the files are in place: whoever is stopped between leaves files that are not the entry's, which
            # grading sees, and the next run of this writes the very same.
            written = {name: digest(content) for name, content in files.items()}
            entry = batch.ledger.read(trainee)
            if _as_graded(entry, found, saved.grades, changes) or _half_done(entry, written, saved.grades):
                versions = entry.versions if self.only else batch.versions
                batch.ledger.write(trainee, replace(entry, written=written, grades=saved.grades, versions=versions))

        store(Finishing(batch.course, batch.gradebook, batch.ledger, batch.versions), judged, note)
        stage("done", trainee)

    def _graded(self, trainee: str, one: KeptNotebook) -> GradedNotebook:
        resources = self.batch.course.resources(trainee, one.name)
        resources[GRADEBOOK], resources[TRAINEE] = self.batch.gradebook, self.batch.people[trainee]
        return GradedNotebook(one.name, one.notebook, resources)

    def _note_versions(self, trainee: str) -> None:
        """Note that a submission was judged with the present keys and nothing changed."""
        ledger = self.batch.ledger
        entry = ledger.read(trainee)
        found, grades = contents(self.batch.course.autograded(trainee)), self._machine_grades.get(trainee, {})
        if entry.depends and dict(entry.versions) != self.batch.versions and _as_graded(entry, found, grades, ()):
            ledger.write(trainee, replace(entry, versions=self.batch.versions))


def _as_graded(
    entry: Entry, found: Mapping[str, str], grades: Mapping[str, float | None], changes: Sequence[Change]
) -> bool:
    """Whether everything but ``changes`` is what the ledger says was graded: only then it stays true."""
    changed = {f"{change.kept.notebook}/{change.kept.grade_id}" for change in changes}
    others = grades.keys() | entry.grades.keys()
    return dict(found) == dict(entry.written) and all(
        grades.get(cell) == entry.grades.get(cell) for cell in others - changed
    )


def _half_done(entry: Entry, written: Mapping[str, str], grades: Mapping[str, float | None]) -> bool:
    """Whether a run that was stopped had already entered in the ledger what is being written now."""
    return dict(entry.written) == dict(written) and dict(entry.grades) == dict(grades)
