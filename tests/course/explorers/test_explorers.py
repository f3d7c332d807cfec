"""The explorers answer a change with a sentence and a picture, and never write zero for what is not given."""

from typing import Any

import pytest

from corredores import charts, data, explorers, language
from corredores.charts.picture import PLOTLY

EVERY = [getattr(explorers, name) for name in explorers.__all__]


def said(panel: Any) -> str:
    return str(panel.children[-2].value)


def shown(panel: Any) -> str:
    """Alternative text of the picture, empty where there is none."""
    outputs = panel.children[-1].outputs
    return str(outputs[0]["data"]["text/plain"]) if outputs else ""


def choices(panel: Any) -> list[Any]:
    return [choice for row in panel.children[:-2] for choice in row.children]


def type_into(field: Any, written: str) -> None:
    """Enter a country as the browser does when a person types it and presses Enter."""
    field.set_state({"value": written})


def test_destinations_follow_the_origin_the_year_and_the_figure() -> None:
    panel = explorers.destinations()
    country, year, view = choices(panel)
    assert "El Salvador, 2024: 1.834.670" in said(panel)
    type_into(country, "Paraguay")
    assert country.description == "Origen (Paraguay):"
    assert country.value == ""
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
    assert len(country.options) == 33
    for name in country.options:
        type_into(country, name)
        assert f">{name}, 2024:" in said(panel)


def test_comparison_follows_its_choices() -> None:
    panel = explorers.compare_corridors()
    first_origin, first_destination, _, second_destination = choices(panel)
    figures = data.load("stock", year=2024, sex="total", origin="SLV").set_index("destination")["stock"]
    assert f"{figures['USA']:,}".replace(",", ".") in said(panel)
    assert f"{figures['USA'] / figures['MEX']:.2f} veces".replace(".", ",") in said(panel)
    type_into(second_destination, "canada")
    assert f"{figures['CAN']:,}".replace(",", ".") in said(panel)
    assert "Canadá" in shown(panel)
    type_into(first_origin, "VEN")
    type_into(first_destination, "COL")
    assert "2.904.873" in said(panel)


def test_a_corridor_that_is_not_given_is_no_zero() -> None:
    panel = explorers.compare_corridors(("SLV", "USA"), ("BLZ", "DOM"))
    assert "Belice → República Dominicana, 2024: no dado" in said(panel)
    assert "veces" not in said(panel)
    assert "no dado en ningún año" in shown(panel)
    first_origin, first_destination, *_ = choices(panel)
    type_into(first_origin, "Belice")
    type_into(first_destination, "Haití")
    assert shown(panel) == ""
    assert said(panel).count("no dado") == 2


def test_an_entry_that_is_no_country_is_answered_and_changes_nothing() -> None:
    panel = explorers.destinations()
    before = shown(panel)
    country = choices(panel)[0]
    type_into(country, "paragauy")
    assert "¿Quiso decir Paraguay?" in said(panel)
    assert shown(panel) == before
    assert country.value == "paragauy"
    type_into(country, "paraguay")
    assert "Paraguay, 2024: 746.362" in said(panel)


def test_each_choice_is_named_and_of_a_kind_that_jupyterlab_leaves_its_keys() -> None:
    for make in EVERY:
        panel = make()
        names = [choice.description for choice in choices(panel)]
        assert len(set(names)) == len(names)
        assert all(name.endswith(":") for name in names)
        assert {type(choice).__name__ for choice in choices(panel)} <= {"Combobox", "ToggleButtons"}


def test_a_panel_keeps_the_language_in_which_it_was_made() -> None:
    with language.use("en"):
        panel = explorers.destinations()
    type_into(choices(panel)[0], "PRY")
    assert "746,362" in said(panel)


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(data.UnknownName):
        explorers.destinations("Atlántida")
    with pytest.raises(data.UnknownName):
        explorers.compare_corridors(("SLV", "XYZ"))
    with pytest.raises(data.UnknownName):
        explorers.country_profile("Atlántida")


def test_rival_sources_follow_the_corridor() -> None:
    panel = explorers.rival_sources()
    origin, destination = choices(panel)
    assert "31.783" in said(panel)
    assert "1.171.552" in said(panel)
    type_into(destination, "España")
    assert "Venezuela\u00a0→ España" in said(panel)
    type_into(origin, "Ecuador")
    count = said(panel).partition(" cifras")[0].split()[-1]
    assert f"{count} cifras" in shown(panel)
    type_into(origin, "Belice")
    type_into(destination, "Tuvalu")
    assert "Ninguna fuente da el corredor" in said(panel)
    assert shown(panel) == ""


def test_labour_markets_follow_countries_and_measure() -> None:
    panel = explorers.labour_markets("SLV", "MEX")
    first, second, measure = choices(panel)
    rows = data.load("labour", indicator="unemployment_rate", age="15+", iso3="MEX", sex="female")
    latest = rows.sort_values("year").iloc[-1]
    assert f"México, {latest['year']}: mujeres {latest['value']:.1f}".replace(".", ",") in said(panel)
    for _, value in measure.options:
        measure.value = value
        assert "El Salvador, " in said(panel)
        assert said(panel).count("mujeres") == 2
        assert shown(panel).startswith("Líneas por año")
    type_into(second, "Guatemala")
    informal = data.load("informality", iso3="GTM", activity="ECO_AGGREGATE_TOTAL", year=2022, sex="female")[
        "value"
    ].item()
    measure.value = "informality"
    assert f"Guatemala, 2022: mujeres {informal:.1f}".replace(".", ",") in said(panel)
    type_into(first, "Guatemala")
    assert said(panel).count("Guatemala, 2022") == 1


def test_flagged_figures_have_hollow_marks() -> None:
    figure = charts.labour_markets(["GTM"], "informality").figure
    table = charts.labour_markets(["GTM"], "informality").table
    hollow = sum(symbol.endswith("-open") for trace in figure.data for symbol in trace.marker.symbol)
    assert hollow == table["flag"].isin(["U", "B"]).sum() > 0


def test_what_a_revision_folds_away_is_said() -> None:
    assert "Falta Estados Unidos (42.970 personas en 2020" in said(explorers.destinations("BLZ"))
    assert "Falta Estados Unidos (42.970 personas en 2020" in said(explorers.country_profile("BLZ"))
    assert "Falta " not in said(explorers.destinations("MEX"))


def test_profile_says_each_part_and_what_is_not_given() -> None:
    panel = explorers.country_profile()
    country, view = choices(panel)
    assert "6.338.193 habitantes" in said(panel)
    for _, value in view.options:
        view.value = value
        assert shown(panel)
    type_into(country, "Cuba")
    assert "Remesas recibidas: no dado." in said(panel)
    assert "Cuba, 2024" in said(panel)


@pytest.mark.parametrize("make", EVERY, ids=explorers.__all__)
def test_every_country_offered_has_an_answer_in_english(make: Any) -> None:
    with language.use("en"):
        panel = make()
    country = choices(panel)[0]
    for name in country.options:
        type_into(country, name)
        assert name in said(panel), said(panel)


@pytest.mark.parametrize("make", EVERY, ids=explorers.__all__)
def test_a_notebook_that_is_graded_gets_an_empty_box_and_no_unknown_country(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    box = make()
    assert box.children == ()
    assert set(box._repr_mimebundle_()) == {"application/vnd.jupyter.widget-view+json", "text/plain"}
    pairs = make is explorers.compare_corridors
    with pytest.raises(data.UnknownName, match="Atlántida"):
        make(("Atlántida", "MEX") if pairs else "Atlántida")
    with pytest.raises(TypeError):
        make(planet="Atlántida")
