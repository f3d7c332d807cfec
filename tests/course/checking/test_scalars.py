"""What is honest is read as such, and what cannot be read is answered with the next step."""

import numpy as np
import pytest

from corredores import NO_DISPONIBLE, language
from corredores.checking.encoding import encode
from corredores.checking.forms import compare_form
from corredores.checking.reference import PartReference, PartSpec
from corredores.checking.scalars import read_number

OCCUPATIONS = PartSpec(
    "card", "form", "la ficha", fields=({"key": "occupations", "label": "Ocupaciones", "kind": "text", "min_words": 8},)
)


@pytest.mark.parametrize(
    "written",
    [NO_DISPONIBLE, "NO_DISPONIBLE", "No disponible.", "no se puede saber", "N/D", "n. d.", "cannot be known"],
)
def test_the_honest_answer_is_read_however_it_is_written(written: object) -> None:
    assert read_number(encode(written), "persons", ",").value == "NOT_AVAILABLE"


def test_a_blank_cell_is_not_answered_with_a_call_for_a_number() -> None:
    with language.use("es"):
        reading = read_number(encode(np.nan), "persons", ",")
    assert reading.state == "unreadable"
    assert "NO_DISPONIBLE" in reading.problem


@pytest.mark.parametrize(("written", "words"), [("12 manzanas", "acompaña"), ("mucho", "No se encuentra un número")])
def test_what_is_said_of_a_text_is_true_of_it(written: str, words: str) -> None:
    with language.use("es"):
        assert words in read_number(encode(written), "count", ",").problem


@pytest.mark.parametrize(
    ("written", "in_order"), [("NO_DISPONIBLE", True), ("NO_DISPONIBLE: pedido a la encuesta", True), ("Varias", False)]
)
def test_a_reason_after_not_available_does_no_harm(written: str, in_order: bool) -> None:
    _, problem = compare_form({"occupations": encode(written)}, OCCUPATIONS, PartReference({"fields": {}}), "", ",")
    assert (problem is None) is in_order
