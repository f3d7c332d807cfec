"""Building a module's notebooks into a folder, only where something changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from corredores_graders.answer_keys import module_key
from corredores_graders.authoring.callouts import as_quotations
from corredores_graders.authoring.catalogue import translator
from corredores_graders.authoring.module_text import read_module
from corredores_graders.authoring.project import ModuleFolder, Project
from corredores_graders.authoring.source_notebook import notebook_text, source_notebook
from corredores_graders.authoring.writing import write_if_changed


@dataclass(frozen=True)
class Built:
    """A file of a build and whether this build changed it."""

    path: Path
    changed: bool


def module_source(module_id: str, language: str, project: Project | None = None) -> NotebookNode:
    """Return the source notebook of ``module_id`` in ``language``, solutions included."""
    project = project or Project()
    module = read_module(project.module(module_id).text, module_id)
    return source_notebook(module, module_key(module_id), translator(module_id, language, project))


def build_source(module_id: str, language: str, target: Path, project: Project | None = None) -> Built:
    """Write the source notebook of ``module_id`` in ``language`` to the file ``target``."""
    notebook = module_source(module_id, language, project)
    return Built(target, write_if_changed(target, notebook_text(notebook)))


def build_trainer_guide(module_id: str, language: str, target: Path, project: Project | None = None) -> Built:
    """Write the trainer guide of ``module_id`` in ``language`` to the Markdown file ``target``."""
    project = project or Project()
    guide = project.module(module_id).trainer_guide.read_text(encoding="utf-8")
    translated = translator(module_id, language, project).markdown(guide, "trainer")
    return Built(target, write_if_changed(target, as_quotations(translated)))


def build_module(module: ModuleFolder, language: str, folder: Path, project: Project) -> Iterator[Built]:
    """Write what a master trainer opens of one module: source notebook and, where there is one, the guide."""
    home = folder / language / module.id
    yield build_source(module.id, language, home / f"{module.id}.ipynb", project)
    if module.trainer_guide.is_file():
        yield build_trainer_guide(module.id, language, home / f"{module.id}-trainer.md", project)
