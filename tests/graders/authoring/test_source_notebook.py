import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.nbgraderformat.v3 import MetadataValidatorV3
from nbgrader.preprocessors import ClearSolutions

from corredores_graders.answer_keys.declaration import ModuleKey
from corredores_graders.authoring import errors
from corredores_graders.authoring.catalogue import Translator, translator
from corredores_graders.authoring.module_text import ModuleText, read_module
from corredores_graders.authoring.project import Project
from corredores_graders.authoring.release import release_config
from corredores_graders.authoring.source_notebook import notebook_text, source_notebook

SPANISH = Translator("es", None)


def marks(notebook: nbformat.NotebookNode) -> dict[str, Any]:
    return {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}


def edited(module: ModuleText, old: str, new: str) -> ModuleText:
    content = module.path.read_text(encoding="utf-8")
    assert old in content
    module.path.write_text(content.replace(old, new), encoding="utf-8")
    return read_module(module.path, module.id)


def test_nbgrader_accepts_the_notebook(module: ModuleText, key: ModuleKey) -> None:
    notebook = source_notebook(module, key, SPANISH)
    nbformat.validate(notebook)
    MetadataValidatorV3().validate_nb(notebook)


def test_cells_carry_the_grade_ids_and_the_points_of_the_key(module: ModuleText, key: ModuleKey) -> None:
    cells = marks(source_notebook(module, key, SPANISH))
    assert list(cells) == ["m00-e1-answer", "m00-e1", "m00-e2-written"]
    answer, check, written = (cells[name].metadata.nbgrader for name in cells)
    assert (answer.solution, answer.grade, answer.locked, "points" in answer) == (True, False, False, False)
    assert (check.solution, check.grade, check.locked, check.points) == (False, True, True, 2)
    assert (written.solution, written.grade, written.locked, written.points) == (True, True, False, 4)
    assert cells["m00-e1"].source == 'check("m00.e1")'


def test_an_exercise_without_points_has_a_check_cell_that_nobody_grades(module: ModuleText, key: ModuleKey) -> None:
    ungraded = replace(key, exercises={**key.exercises, "e1": replace(key.exercises["e1"], points=0)})
    check = marks(source_notebook(module, ungraded, SPANISH))["m00-e1"].metadata.nbgrader
    assert (check.grade, check.locked, "points" in check) == (False, True, False)


def test_the_same_text_gives_the_same_bytes_twice(module: ModuleText, key: ModuleKey) -> None:
    first, second = (notebook_text(source_notebook(module, key, SPANISH)) for _ in range(2))
    assert first == second
    assert json.loads(first)["metadata"]["kernelspec"]["name"] == "python3"


def test_cell_ids_are_the_same_in_every_language_and_after_an_edit(
    project: Project, module: ModuleText, key: ModuleKey
) -> None:
    spanish = source_notebook(module, key, SPANISH)
    english = source_notebook(module, key, translator("m00", "en", project))
    changed = source_notebook(edited(module, "Primera frase", "Otra frase"), key, SPANISH)
    ids = [cell.id for cell in spanish.cells]
    assert len(set(ids)) == len(ids)
    assert ids == [cell.id for cell in english.cells] == [cell.id for cell in changed.cells]


def test_a_callout_is_a_quotation_in_the_notebook(module: ModuleText, key: ModuleKey) -> None:
    text = notebook_text(source_notebook(module, key, SPANISH))
    assert "> **Cuidado con el denominador**" in text and ":::" not in text


def test_a_release_holds_the_stub_and_no_solution(module: ModuleText, key: ModuleKey) -> None:
    notebook = source_notebook(module, key, SPANISH)
    released, _ = ClearSolutions(config=release_config("es")).preprocess(notebook, {})
    cells = marks(released)
    assert cells["m00-e1-answer"].source == "e1_share = None\n# Escriba aquí su respuesta"
    assert cells["m00-e2-written"].source == "*Haga doble clic y escriba aquí su respuesta.*"
    assert "sum()" not in notebook_text(released)


@pytest.mark.parametrize(
    ("old", "new", "fault", "told"),
    [
        (":exercise: e1", ":exercise: e7", errors.UnknownExercise, "Use uno de estos: e1, e2"),
        ('{"exercise": "e2"}', "{}", errors.MissingExercise, '+++ {"exercise": "e2"}'),
        ("### BEGIN SOLUTION\n", "", errors.NoSolution, "### BEGIN SOLUTION"),
        ('{"exercise": "e2"}', '{"exercise": "e1"}', errors.UnknownPart, "Quite la marca"),
        ("cambia de frase.\n:::", "cambia de frase.", errors.UnclosedCallout, ":::"),
        (":exercise: e1", ":exercise: [", errors.UnreadableText, "opciones"),
    ],
)
def test_a_fault_in_the_text_names_file_line_cause_and_mend(
    module: ModuleText, key: ModuleKey, old: str, new: str, fault: type[errors.AuthoringError], told: str
) -> None:
    with pytest.raises(fault) as raised:
        source_notebook(edited(module, old, new), key, SPANISH)
    error = raised.value
    assert error.path == module.path and error.line > 1
    assert str(error).startswith(f"{module.path}:{error.line}: {error.cause}")
    assert told in error.mend


def test_a_second_cell_for_an_exercise_is_refused(module: ModuleText, key: ModuleKey) -> None:
    again = "\n```{code-cell} python\n:exercise: e1\nx = None\n### BEGIN SOLUTION\n### END SOLUTION\n```\n"
    with pytest.raises(errors.RepeatedExercise) as raised:
        source_notebook(edited(module, "Fin del módulo.", again), key, SPANISH)
    assert "línea 32" in str(raised.value)


def test_the_line_of_a_fault_is_the_line_of_the_file(module: ModuleText, key: ModuleKey) -> None:
    with pytest.raises(errors.NoSolution) as raised:
        source_notebook(edited(module, "### END SOLUTION\n", ""), key, SPANISH)
    lines = Path(module.path).read_text(encoding="utf-8").splitlines()
    assert lines[raised.value.line - 1] == "e1_share = None"
