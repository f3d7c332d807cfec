"""M03 in English: notebook, guide, instruments and check file, with nothing left in Spanish."""

import ast
import json
from pathlib import Path

import pytest
from nbformat import NotebookNode

from corredores_graders.answer_keys import module_key
from corredores_graders.authoring.build import build_trainer_guide, module_source
from corredores_graders.authoring.catalogue import translator
from corredores_graders.authoring.instruments import read_instrument
from corredores_graders.authoring.module_text import HEADING
from corredores_graders.authoring.project import Project
from corredores_graders.judging.check_file import write_check_file

MARK = translator("m03", "en").mark()
LONGEST_MESSAGE = 400


@pytest.fixture(scope="module")
def english() -> NotebookNode:
    return module_source("m03", "en")


def shape(code: str) -> str:
    """The code without what a translation may change: comments and strings."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


def test_no_unit_falls_back_to_spanish(english: NotebookNode, tmp_path: Path) -> None:
    guide = build_trainer_guide("m03", "en", tmp_path / "guide.md").path.read_text(encoding="utf-8")
    translate = translator("m03", "en")
    filled = [read_instrument(path, translate) for path in Project().module("m03").instrument_texts]
    assert MARK != ""
    for told in (*(cell.source for cell in english.cells), guide, json.dumps(filled, ensure_ascii=False)):
        assert MARK not in told
        assert not set("¿¡«»ñ") & set(told), told


def test_the_code_is_the_same(english: NotebookNode) -> None:
    spanish = module_source("m03", "es")
    for here, there in zip(english.cells, spanish.cells, strict=True):
        assert (here.id, here.cell_type, here.metadata) == (there.id, there.cell_type, there.metadata)
        if here.cell_type == "code":
            assert shape(here.source) == shape(there.source)


def test_the_check_file_speaks_english_and_points_to_headings_of_the_notebook(
    english: NotebookNode, tmp_path: Path
) -> None:
    path = tmp_path / "m03.check.json"
    write_check_file(module_key("m03"), "en", path)
    content = json.loads(path.read_text(encoding="utf-8"))
    headings = {heading for cell in english.cells for heading in HEADING.findall(cell.source)}
    for exercise in content["exercises"].values():
        assert not exercise["page"] or exercise["page"] in headings
    messages = [
        mistake[2]
        for pairs in content["references"].values()
        for parts in pairs.values()
        for part in parts.values()
        for mistake in part["mistakes"]
    ]
    assert messages and max(map(len, messages)) <= LONGEST_MESSAGE
    written = json.dumps(content, ensure_ascii=False)
    assert MARK not in written and not set("¿¡«»ñ") & set(written)
