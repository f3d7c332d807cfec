"""A country in a few figures: who left, who came, what they send, how people work."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from corredores import charts, data, indicators
from corredores.charts.corridors import NothingToShow
from corredores.charts.folded import missing_from
from corredores.charts.labour_lines import by_sex
from corredores.charts.numbers import Numbers, class_numbers
from corredores.explorers.choices import CountryChoice, OneOf
from corredores.explorers.panel import explorer, panel
from corredores.language import text

VIEWS: dict[str, Callable[[str], charts.Picture]] = {
    "map": charts.corridor_map,
    "women": charts.womens_share,
    "ages": charts.age_pyramid,
    "work": lambda country: charts.labour_markets([country]),
    "sectors": charts.shift_share_waterfall,
}


@explorer
def country_profile(country: str = "SLV") -> Any:
    """Return a panel: choose a country and a picture; read its emigrants, immigrants, remittances and work.

    Parameters
    ----------
    country
        The country shown first, by code or name.

    Returns
    -------
    ipywidgets.VBox
        Shown when it is the last line of a cell.

    Raises
    ------
    corredores.data.UnknownName
        When there is no such country.
    """
    countries = data.load("countries")
    views = [
        (text("Destinos de quienes emigraron"), "map"),
        (text("Mujeres en cada corredor"), "women"),
        (text("Edad de quienes inmigraron"), "ages"),
        (text("Desempleo"), "work"),
        (text("Empleo por sector"), "sectors"),
    ]
    chosen = CountryChoice(text("País ({country}):"), countries.loc[countries["lac33"], "iso3"], country)
    view = OneOf(text("Figura:"), views, "map")

    def draw() -> tuple[str, charts.Picture | None]:
        said = sentences(chosen.code, class_numbers())
        try:
            return " ".join(said), VIEWS[view.value](chosen.code)
        except (NothingToShow, data.AbsentTable) as nothing:
            return " ".join(dict.fromkeys([*said, str(nothing)])), None

    return panel([[chosen], [view]], draw)


def sentences(country: str, numbers: Numbers) -> list[str]:
    """Return a sentence on each part of the profile; what is not given is said, never zero."""
    year = data.latest("stock")
    return [
        _people(country, year, numbers),
        _emigrants(country, year, numbers),
        _immigrants(country, year, numbers),
        _remittances(country, numbers),
        _work(country, numbers),
    ]


def _only(frame: pd.DataFrame, column: str) -> float | None:
    return float(frame[column].iloc[0]) if len(frame) and pd.notna(frame[column].iloc[0]) else None


def _rows(table: str, **wanted: Any) -> pd.DataFrame:
    """Return the rows asked for; none where the table has no such country."""
    try:
        return data.load(table, **wanted)
    except data.UnknownName:
        return data.load(table).head(0)


def _people(country: str, year: int, numbers: Numbers) -> str:
    people = _only(_rows("population", iso3=country, year=year, sex="total"), "population")
    return text(
        "{country}, {year}: {people} habitantes.",
        country=data.country_name(country),
        year=year,
        people=numbers.write(people),
    )


def _emigrants(country: str, year: int, numbers: Numbers) -> str:
    corridors = _rows("stock", origin=country, year=year, sex="total")
    emigrants = corridors["stock"].sum()
    people = _only(_rows("population", iso3=country, year=year, sex="total"), "population")
    if not emigrants or people is None:
        return text("Personas emigradas: no dado.")
    said = text(
        "Viven en otros países al menos {emigrants} personas nacidas en él: {rate} o más de la suma de habitantes y "
        "personas emigradas.",
        emigrants=numbers.write(emigrants),
        rate=numbers.percent(indicators.emigration_rate(emigrants, people, base="residents_and_emigrants")),
    )
    return " ".join([said, *missing_from(country, corridors["destination"]).sentences(numbers)])


def _immigrants(country: str, year: int, numbers: Numbers) -> str:
    arrived = _rows("stock", origin="WLD", destination=country, year=year)
    total = _only(arrived[arrived["sex"] == "total"], "stock")
    women = _only(arrived[arrived["sex"] == "female"], "stock")
    people = _only(_rows("population", iso3=country, year=year, sex="total"), "population")
    if total is None or women is None or people is None:
        return text("Personas inmigrantes: no dado.")
    return text(
        "Viven en el país {total} personas inmigrantes ({share} de la población), {women} de ellas mujeres.",
        total=numbers.write(total),
        share=numbers.percent(indicators.immigrant_share(total, people)),
        women=numbers.percent(100 * women / total if total else None),
    )


def _remittances(country: str, numbers: Numbers) -> str:
    received = _rows("remittances", iso3=country).dropna(subset=["received", "received_share"])
    if received.empty:
        return text("Remesas recibidas: no dado.")
    last = received.sort_values("year").iloc[-1]
    return text(
        "Remesas recibidas en {year}: {millions} millones de dólares, {share} del PIB.",
        year=last["year"],
        millions=numbers.write(last["received"] / 1e6),
        share=numbers.percent(last["received_share"]),
    )


def _work(country: str, numbers: Numbers) -> str:
    try:
        rates = by_sex([country], "unemployment").pivot(index="year", columns="sex", values="value").dropna()
    except data.AbsentTable as absent:
        return str(absent)
    if rates.empty:
        return text("Desempleo: no dado.")
    return text(
        "Desempleo en {year} (estimación modelada): mujeres {women}, hombres {men}.",
        year=rates.index[-1],
        women=numbers.percent(rates["female"].iloc[-1]),
        men=numbers.percent(rates["male"].iloc[-1]),
    )
