"""An nbgrader course opened to grade a class: its configuration read once, its preprocessors made once."""

import contextlib
import hashlib
import logging
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbgrader.converters import Autograde
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades
from nbgrader.utils import find_all_files
from traitlets.utils.importstring import import_item

from corredores_graders.engine.job import Limits
from corredores_graders.grading.lean_steps import lean
from corredores_graders.nbgrader_plugins.bounded_execute import BoundedExecute
from corredores_graders.nbgrader_plugins.course import open_course

Step = Callable[[Any, dict[str, Any]], tuple[Any, dict[str, Any]]]


class Course:
    """What grading needs to know of a course, and nbgrader's preprocessors in the order of its configuration."""

    def __init__(self, root: Path, assignment: str) -> None:
        self.root = root.resolve()
        self.assignment = assignment
        with contextlib.chdir(self.root):
            api = open_course(self.root)
        api.log.setLevel(logging.ERROR)
        self.directory = api.coursedir
        self.converter = Autograde(coursedir=api.coursedir, parent=api)
        self._exporter = NotebookExporter(parent=self.converter, config=self.converter.config)
        self.sanitize = self._steps(self.converter.sanitize_preprocessors)
        graded = self._steps(self.converter.autograde_preprocessors)
        saving = next((at for at, step in enumerate(graded) if isinstance(step, SaveAutoGrades)), len(graded))
        running = next((at for at, step in enumerate(graded) if isinstance(step, BoundedExecute)), saving)
        self.before_run = graded[:running]
        self.after_run = graded[running:saving]
        self.saving = [step for step in graded[saving:] if not isinstance(step, AssignLatePenalties)]
        self.penalties = [step for step in graded[saving:] if isinstance(step, AssignLatePenalties)]
        self.limits = _limits(graded)

    def submitted(self, trainee: str) -> Path:
        """Folder of a submission."""
        return self._folder(self.directory.submitted_directory, trainee)

    def autograded(self, trainee: str) -> Path:
        """Folder of a graded submission."""
        return self._folder(self.directory.autograded_directory, trainee)

    @property
    def permissions(self) -> int:
        """Permissions of a graded file."""
        return int(str(self.converter.permissions), 8)

    def share(self, trainee: str) -> None:
        """Let the other trainers of a course with shared groups write to a graded folder, as nbgrader does."""
        if self.directory.groupshared:
            self.converter.set_permissions(self.assignment, trainee)

    @property
    def ignored(self) -> list[str]:
        """Names of files that nbgrader copies nowhere."""
        return list(self.directory.ignore)

    @cached_property
    def source_files(self) -> dict[str, bytes]:
        """What the trainer put beside the notebooks, by its place; it replaces what a trainee handed in."""
        folder = self._folder(self.directory.source_directory, ".")
        kept = {str(folder / name) for name in self.converter.exclude_overwriting.get(self.assignment, [])}
        found = find_all_files(str(folder), [*self.ignored, "*.ipynb"])
        return {
            Path(path).relative_to(folder).as_posix(): Path(path).read_bytes() for path in found if path not in kept
        }

    @cached_property
    def release_digest(self) -> str:
        """What tells this release from any other."""
        whole = hashlib.sha256()
        release = self._folder(self.directory.release_directory, ".")
        released = {f"release/{path.name}": path.read_bytes() for path in release.glob("*.ipynb")}
        for name, content in sorted({**self.source_files, **released}.items()):
            whole.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
        return whole.hexdigest()

    def resources(self, trainee: str, notebook: str) -> dict[str, Any]:
        """Return what nbgrader's preprocessors are told of a notebook."""
        return {
            "unique_key": notebook,
            "output_files_dir": f"{notebook}_files",
            "metadata": {"path": str(self.autograded(trainee)), "name": notebook},
            "nbgrader": {
                "student": trainee,
                "assignment": self.assignment,
                "notebook": notebook,
                "db_url": self.directory.db_url,
            },
        }

    def _folder(self, step: str, trainee: str) -> Path:
        return Path(self.directory.format_path(step, trainee, self.assignment))

    def _steps(self, configured: Iterable[Any]) -> list[Step]:
        return [self._step(item) for item in configured]

    def _step(self, item: Any) -> Step:
        item = import_item(item) if isinstance(item, str) else item
        step: Step = lean(item)(parent=self._exporter) if isinstance(item, type) else item
        return step


def _limits(steps: Iterable[Step]) -> Limits:
    """Return the limits that the configuration gives to Execute, as the engine takes them."""
    execute = next((step for step in steps if isinstance(step, BoundedExecute)), None)
    if execute is None:
        return Limits()
    return Limits(
        cell_seconds=execute.timeout or execute.max_seconds,
        notebook_seconds=execute.max_seconds,
        cpu_seconds=execute.max_seconds,
        cell_output_bytes=execute.max_cell_bytes,
        output_bytes=execute.max_notebook_bytes,
    )
