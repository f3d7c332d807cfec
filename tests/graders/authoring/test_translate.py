from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from corredores_graders.answer_keys.declaration import ModuleKey
from corredores_graders.authoring.catalogue import module_catalogue, po_path, translator
from corredores_graders.authoring.errors import BuiltSentence
from corredores_graders.authoring.module_text import read_module
from corredores_graders.authoring.project import Project
from corredores_graders.authoring.source_notebook import notebook_text, source_notebook
from corredores_graders.authoring.translate import CatalogueReport, update_catalogues


def update(project: Project, *, write: bool = True) -> CatalogueReport:
    return next(report for report in update_catalogues(project, write=write) if report.path.stem == "m00")


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="en")


def fill(path: Path) -> None:
    """Translate as a machine would: every sentence still without translation becomes ``EN <sentence>``."""
    catalogue = read(path)
    for message in catalogue:
        if message.id and not message.string:
            message.string = f"EN {message.id}"
    from babel.messages.pofile import write_po

    with path.open("wb") as file:
        write_po(file, catalogue, width=110, include_lineno=False)


def edit(project: Project, old: str, new: str) -> None:
    path = project.module("m00").text
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")


def test_every_sentence_is_found_with_its_exercise_or_section(project: Project) -> None:
    update(project)
    catalogue = read(po_path(project.locale, "en", "m00"))
    found = {(message.context, message.id) for message in catalogue if message.id}
    assert ("un-modulo-de-prueba", "Cuidado con el denominador") in found
    assert ("un-modulo-de-prueba", "El 34 % de los casos\ncambia de frase.") in found
    assert ("un-modulo-de-prueba", "Dos líneas de comentario\npara quien lee.") in found
    assert ("e1", "Se divide entre la suma.") in found
    assert ("e2", "*Escriba aquí.*") in found
    assert ("trainer", "Diez minutos para el ejercicio 1.") in found
    assert ("I-00", "País de origen") in found
    assert not any("place" == sentence or "\\frac{1}{2}" in sentence for _, sentence in found)


def test_braces_and_per_cent_signs_are_no_formats(project: Project) -> None:
    update(project)
    content = po_path(project.locale, "en", "m00").read_text(encoding="utf-8")
    assert "34 % de" in content and "frac{a}" in content
    assert "python-format" not in content and "python-brace-format" not in content


def test_a_missing_translation_is_reported_with_file_and_line(project: Project) -> None:
    gaps = update(project).gaps
    assert {gap.state for gap in gaps} == {"missing"}
    gap = next(gap for gap in gaps if gap.sentence.startswith("Primera frase"))
    lines = (project.root / gap.path).read_text(encoding="utf-8").splitlines()
    assert lines[gap.line - 1] == gap.sentence
    comment = next(gap for gap in gaps if gap.sentence == "Se divide entre la suma.")
    assert "Se divide" in lines[comment.line - 1]


def test_a_full_catalogue_is_complete_and_updating_it_changes_nothing(project: Project) -> None:
    path = update(project).path
    fill(path)
    update(project)
    before = path.read_bytes()
    assert update(project).complete and path.read_bytes() == before
    assert update(project, write=False).complete


def test_a_changed_sentence_makes_its_translation_stale(project: Project) -> None:
    fill(update(project).path)
    update(project)
    edit(project, "Calcule la parte del primer destino.", "Calcule la parte del segundo destino.")
    assert not update(project, write=False).up_to_date
    gaps = update(project).gaps
    assert [(gap.state, gap.sentence) for gap in gaps] == [("stale", "Calcule la parte del segundo destino.")]


def test_a_sentence_under_another_heading_keeps_its_translation(project: Project) -> None:
    fill(update(project).path)
    update(project)
    edit(project, "## Ejercicio 1", "## El primer ejercicio de todos")
    stale = [gap.sentence for gap in update(project).gaps]
    assert "Calcule la parte del primer destino." not in stale
    assert len(stale) <= 1


def test_the_english_notebook_is_translated_in_prose_and_comments_only(project: Project, key: ModuleKey) -> None:
    fill(update(project).path)
    module = read_module(project.module("m00").text, "m00")
    cells = source_notebook(module, key, translator("m00", "en", project)).cells
    assert "EN Calcule la parte" in cells[2].source
    assert "# EN Dos líneas de comentario\n# para quien lee." in cells[1].source
    assert 'people = pd.DataFrame({"persons": [3, 1]}' in cells[1].source
    assert "> **EN Cuidado con el denominador**" in cells[0].source


def test_what_is_missing_or_stale_stays_in_spanish_and_says_so(project: Project, key: ModuleKey) -> None:
    fill(update(project).path)
    edit(project, "Calcule la parte del primer destino.", "Calcule la parte del segundo destino.")
    update(project)
    module = read_module(project.module("m00").text, "m00")
    text = notebook_text(source_notebook(module, key, translator("m00", "en", project)))
    assert "*(" in text and "Calcule la parte del segundo destino." in text
    assert "EN Calcule la parte" not in text


PROGRAM = """def card(name):
    title = text("Una frase {name}", name=name)
    mark = N_("Otra " "frase")
    other = text(title)
    return f"<p>{escape(text('Dentro de una cadena'))}</p>" + language.text("Con punto")
"""


def program(project: Project, source: str) -> CatalogueReport:
    folder = project.root / "course" / "corredores"
    folder.mkdir(parents=True)
    (folder / "card.py").write_text(source, encoding="utf-8")
    return next(report for report in update_catalogues(project) if report.path.stem == "corredores")


def test_sentences_of_a_program_are_found_inside_f_strings_too(project: Project) -> None:
    found = [(gap.sentence, gap.line) for gap in program(project, PROGRAM).gaps]
    assert sorted(found) == [("Con punto", 5), ("Dentro de una cadena", 5), ("Otra frase", 3), ("Una frase {name}", 2)]


def test_a_sentence_put_together_before_it_is_looked_up_is_refused(project: Project) -> None:
    with pytest.raises(BuiltSentence, match=r"card\.py:1: .*nombre=valor"):
        program(project, 'text(f"Hola {name}")\n')


def test_a_keys_sentence_is_found_without_context(project: Project) -> None:
    fill(update(project).path)
    translate = translator("m00", "en", project)
    assert translate("País de origen") == "EN País de origen"
    assert module_catalogue("m00", "es")("País de origen") == "País de origen"
    assert translate("Nunca escrita").endswith("Nunca escrita") and translate("Nunca escrita") != "Nunca escrita"
