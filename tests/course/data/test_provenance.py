"""Where the figures come from is attached, said and shown."""

from html import escape

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

from corredores import data
from corredores.data.shown import html_with_source, show_sources
from corredores.language import use


@pytest.mark.parametrize("name", data.tables())
def test_every_table_says_its_source_and_limits(name: str) -> None:
    source = data.provenance(name)
    with use("es"):
        assert source.line().startswith("Fuente: ")
        assert source.publisher in source.line()
        assert source.edition in source.line()
        assert source.licence in source.line()
        for limit in source.limits:
            assert limit in str(source)
            assert escape(limit) in source._repr_html_()
    assert source.retrieved in str(source)


def test_frame_keeps_its_provenance_through_a_filter() -> None:
    frame = data.load("stock", origin="SLV")
    assert data.provenance(frame) == data.provenance("stock")
    assert data.provenance(frame[frame["year"] == 2024]).table == "stock"


def test_frame_without_provenance_says_so() -> None:
    with pytest.raises(data.UnknownName, match="stock"):
        data.provenance(pd.DataFrame())


def test_not_given_is_among_the_limits_of_the_stock() -> None:
    assert any("no es cero" in limit for limit in data.provenance("stock").limits)


def test_shown_table_carries_its_source_line() -> None:
    frame = data.load("stock", origin="SLV", destination="USA")
    with use("es"):
        assert html_with_source(frame).endswith("<p><small>" + data.provenance(frame).line() + "</small></p>")
    assert html_with_source(pd.DataFrame({"a": [1]})) == pd.DataFrame({"a": [1]})._repr_html_()
    with pd.option_context("display.notebook_repr_html", False):
        assert html_with_source(frame) is None


def test_ipython_shows_it_and_another_formatter_is_left_alone() -> None:
    shell = InteractiveShell.instance()
    try:
        formatter = shell.display_formatter.formatters["text/html"]
        frame = data.load("population", iso3="SLV")
        assert "World Development Indicators" in formatter(frame)
        assert "small" not in formatter(pd.DataFrame({"a": [1]}))
        formatter.for_type(pd.DataFrame, lambda frame: "mine")
        show_sources()
        assert formatter(frame) == "mine"
    finally:
        InteractiveShell.clear_instance()
