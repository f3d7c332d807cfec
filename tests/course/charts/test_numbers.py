"""Everything in one notebook writes numbers alike: as the class's country does."""

from collections.abc import Iterator

import pytest
from IPython.core.interactiveshell import InteractiveShell

from corredores import charts, decimal_mark, language
from corredores.checking.check_file import decimal_mark as mark_of_the_card
from corredores.corridor import ASSIGNABLE, Corridor, my_corridor


@pytest.fixture
def notebook() -> Iterator[InteractiveShell]:
    """A kernel's shell, as a notebook's cells see it."""
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def test_without_a_class_spanish_writes_a_comma_and_english_a_point() -> None:
    assert "1.834.670" in charts.concentration("SLV").alt
    assert charts.concentration("SLV").figure.layout.separators == ",."
    with language.use("en"):
        assert "8,328,514" in charts.concentration("VEN").alt


@pytest.mark.parametrize("corridor", ASSIGNABLE, ids=str)
def test_a_notebook_writes_as_the_country_of_its_corridor_in_chart_and_card(
    notebook: InteractiveShell, corridor: Corridor
) -> None:
    notebook.user_ns["corridor"] = my_corridor(corridor.code)
    assert decimal_mark.in_force() == mark_of_the_card(corridor.origin)
    with language.use("en"):
        assert decimal_mark.in_force() == "."


def test_every_country_of_a_notebook_is_drawn_with_the_same_numbers(notebook: InteractiveShell) -> None:
    notebook.user_ns["corridor"] = my_corridor(Corridor("SLV", "USA").code)
    drawn = [charts.concentration("VEN"), charts.corridor_map("MEX"), charts.corridor_flows(["ARG", "PRY"])]
    assert {picture.figure.layout.separators for picture in drawn} == {".,"}
    assert "8,328,514" in drawn[0].alt and "8,328,514" in drawn[0].caption("x")


def test_what_is_called_corridor_and_is_none_changes_nothing(notebook: InteractiveShell) -> None:
    notebook.user_ns["corridor"] = "SLV-USA"
    assert decimal_mark.in_force() == ","


def test_the_book_says_its_mark_and_a_block_of_code_may_say_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORREDORES_DECIMAL_MARK", ".")
    assert "1,834,670" in charts.concentration("SLV").alt
    with decimal_mark.use(","):
        assert "1.834.670" in charts.concentration("SLV").alt


def test_a_country_without_a_mark_writes_as_its_language_does() -> None:
    assert decimal_mark.of_country("ATA") is None
