"""Give a submission back the cells of its release, whatever happened to them: copied, edited, moved, deleted."""

import json
from collections.abc import Iterable
from typing import Any

from nbformat import NotebookNode, from_dict
from nbformat.v4 import nbformat, nbformat_minor
from nbgrader.preprocessors import NbGraderPreprocessor

from corredores.language import use
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.cell_names import read_grade_id
from corredores_graders.nbgrader_plugins.followed_links import undo_followed_links
from corredores_graders.nbgrader_plugins.originals import Original, originals
from corredores_graders.nbgrader_plugins.shared_gradebook import GRADEBOOK, gradebook_of
from corredores_graders.nbgrader_plugins.submitted_cells import Submitted, read_cell
from corredores_graders.nbgrader_plugins.trainees import UnknownTrainee, forget_ghost, trainee_of


class Restore(NbGraderPreprocessor):  # type: ignore[misc]
    """Rebuild every check, answer and written cell from the gradebook; stands first when a submission is sanitised.

    nbgrader's own OverwriteCells repairs text, points and cell type only: a copied cell or a key missing from metadata
    would end the grading of the whole class. Raises UnknownTrainee for somebody who is not in the class, Refused where
    the notebook is a link.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Restore ``nb`` in place."""
        about = resources["nbgrader"]
        if GRADEBOOK not in resources:  # nbgrader's own command: nobody has looked at the folder yet
            undo_followed_links(about)
        with gradebook_of(resources) as gradebook:
            try:
                trainee = trainee_of(resources)
            except UnknownTrainee:
                forget_ghost(gradebook, about["student"])
                raise
            notebook = gradebook.find_notebook(about["notebook"], about["assignment"])
            released = list(originals(notebook))
            kernelspec = json.loads(notebook.kernelspec or "null")
        with use(trainee.language):
            nb.cells = restored(nb.cells, released)
        nb.metadata = NotebookNode(
            corredores={"language": trainee.language, "name": trainee.name, "corridor": trainee.assigned.pair}
        )
        if kernelspec:
            nb.metadata["kernelspec"] = from_dict(kernelspec)
        # The cells are of this format now, whatever the file said.
        nb.nbformat, nb.nbformat_minor = nbformat, nbformat_minor
        return nb, resources


def restored(cells: Iterable[Any], released: list[Original]) -> list[NotebookNode]:
    """Return the cells of a submission with every released cell exactly once, and each check below its answer."""
    submitted = [read_cell(cell, place) for place, cell in enumerate(cells)]
    claims = _claims(submitted, released)
    kept: dict[Submitted, Original] = {}
    dropped: set[Submitted] = set()
    for original in released:
        copies = claims.get(original.grade_id, [])
        if copies:
            chosen = _chosen(copies, original)
            kept[chosen] = original
            dropped |= {copy for copy in copies if copy is not chosen and _says_nothing(copy, original)}
    result = [_rebuilt(one, kept.get(one)) for one in submitted if one not in dropped]
    _insert_missing(result, [original for original in released if original not in kept.values()])
    _checks_below_answers(result, released)
    return result


def _claims(submitted: list[Submitted], released: list[Original]) -> dict[str, list[Submitted]]:
    """Return who claims to be which released cell; a cell's id weighs more than its grade id, easily edited."""
    by_cell_id = {original.name.cell_id: original.grade_id for original in released}
    known = set(by_cell_id.values())
    claims: dict[str, list[Submitted]] = {}
    for one in submitted:
        grade_id = by_cell_id.get(one.claimed_id) or one.claimed_grade_id
        if grade_id in known:
            claims.setdefault(grade_id, []).append(one)
    return claims


def _chosen(copies: list[Submitted], original: Original) -> Submitted:
    if original.locked:
        return next((copy for copy in copies if copy.claimed_id == original.name.cell_id), copies[-1])
    answered = [copy for copy in copies if not _untouched(copy, original)]
    return answered[-1] if answered else copies[0]


def _says_nothing(copy: Submitted, original: Original) -> bool:
    """Whether a second copy can go: a check is there once, and an empty answer would undo the one above it."""
    return original.locked or _untouched(copy, original)


def _untouched(copy: Submitted, original: Original) -> bool:
    return bool(copy.cell.source.strip() == original.source.strip())


def _rebuilt(one: Submitted, original: Original | None) -> NotebookNode:
    if original is None:
        return one.cell
    cell = original.cell(original.source if original.locked else one.cell.source)
    if "attachments" in one.cell and cell.cell_type == "markdown":
        cell["attachments"] = one.cell["attachments"]
    return cell


def _insert_missing(cells: list[NotebookNode], missing: list[Original]) -> None:
    for original in missing:
        source = original.source
        if original.solution and original.points is None:
            # The released stub would set the answer back to None, and the person may have answered in another cell.
            source = "# " + text("La celda de respuesta no estaba en la entrega.")
        siblings = [place for place, cell in enumerate(cells) if _exercise(cell) == original.name[:2]]
        cells.insert(siblings[-1] + 1 if siblings else len(cells), original.cell(source))


def _checks_below_answers(cells: list[NotebookNode], released: list[Original]) -> None:
    of_exercise: dict[tuple[str, ...], list[NotebookNode]] = {}
    for cell in cells:
        if cell.cell_type == "code":
            of_exercise.setdefault(_exercise(cell), []).append(cell)
    for original in released:
        if original.name.role != "check":
            continue
        own = of_exercise[original.name[:2]]
        if _grade_id(own[-1]) != original.grade_id:
            check = next(cell for cell in own if _grade_id(cell) == original.grade_id)
            places = {id(cell): place for place, cell in enumerate(cells)}
            cells.insert(places[id(own[-1])], cells.pop(places[id(check)]))


def _exercise(cell: NotebookNode) -> tuple[str, ...]:
    return read_grade_id(_grade_id(cell))[:2]


def _grade_id(cell: NotebookNode) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))
