"""The explorers answer a change with a sentence and a picture, and never write zero for what is not given."""

from typing import Any

import pytest

from corredores import data, explorers, language
from corredores.charts.picture import PLOTLY


def said(panel: Any) -> str:
    return str(panel.children[-2].value)


def shown(panel: Any) -> str:
    """Alternative text of the picture, empty where there is none."""
    outputs = panel.children[-1].outputs
    return str(outputs[0]["data"]["text/plain"]) if outputs else ""


def choices(panel: Any) -> list[Any]:
    return [choice for row in panel.children[:-2] for choice in row.children]


def test_destinations_follow_the_origin_the_year_and_the_figure() -> None:
    panel = explorers.destinations()
    country, year, view = choices(panel)
    assert "El Salvador, 2024: 1,834,670" in said(panel)
    country.value = "PRY"
    stock = data.load("stock", origin="PRY", year=2024, sex="total")["stock"]
    assert f"{stock.sum():,}".replace(",", ".") in said(panel)
    assert "Mapa de arcos desde Paraguay" in shown(panel)
    view.value = "women"
    assert "Gráfico de puntos" in shown(panel)
    year.value = 1990
    assert "Paraguay, 1990" in said(panel)
    assert "en 1990" in shown(panel)
    assert PLOTLY in panel.children[-1].outputs[0]["data"]


def test_sentence_is_a_live_region() -> None:
    assert 'aria-live="polite"' in said(explorers.destinations())


def test_every_origin_offered_has_an_answer() -> None:
    panel = explorers.destinations()
    country, _, view = choices(panel)
    view.value = "concentration"
    for _, code in country.options:
        country.value = code
        assert data.country_name(code) in said(panel)


def test_comparison_follows_its_choices() -> None:
    panel = explorers.compare_corridors()
    first_origin, first_destination, _, second_destination = choices(panel)
    figures = data.load("stock", year=2024, sex="total", origin="SLV").set_index("destination")["stock"]
    assert f"{figures['USA']:,}" in said(panel)
    assert f"{figures['USA'] / figures['MEX']:.2f} veces" in said(panel)
    second_destination.value = "CAN"
    assert f"{figures['CAN']:,}" in said(panel)
    assert "Canadá" in shown(panel)
    first_origin.value, first_destination.value = "VEN", "COL"
    assert "2.904.873" in said(panel)


def test_a_corridor_that_is_not_given_is_no_zero() -> None:
    panel = explorers.compare_corridors(("SLV", "USA"), ("BLZ", "DOM"))
    assert "Belice → República Dominicana, 2024: no dado" in said(panel)
    assert "veces" not in said(panel)
    assert "no dado en ningún año" in shown(panel)
    first_origin, first_destination, *_ = choices(panel)
    first_origin.value, first_destination.value = "BLZ", "HTI"
    assert shown(panel) == ""
    assert said(panel).count("no dado") == 2


def test_each_choice_is_named_and_reachable_by_keyboard() -> None:
    for panel in (explorers.destinations(), explorers.compare_corridors()):
        names = [choice.description for choice in choices(panel)]
        assert len(set(names)) == len(names)
        assert all(name.endswith(":") for name in names)
        assert {type(choice).__name__ for choice in choices(panel)} == {"Dropdown"}


def test_a_panel_keeps_the_language_in_which_it_was_made() -> None:
    with language.use("en"):
        panel = explorers.destinations()
    choices(panel)[0].value = "PRY"
    assert "746,362" in said(panel)


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(data.UnknownName):
        explorers.destinations("Atlántida")
    with pytest.raises(data.UnknownName):
        explorers.compare_corridors(("SLV", "XYZ"))
