"""Women and men in the labour markets of a few countries, through the years."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from corredores import data
from corredores.charts.corridors import NothingToShow, code_of
from corredores.charts.drawing import Drawing
from corredores.charts.labour_marks import ERROR, FLAGGED, flagged, listed, marks_note, source_of
from corredores.charts.numbers import Numbers, class_numbers
from corredores.charts.picture import Picture
from corredores.charts.template import PALETTE, dress, lines, wrap
from corredores.language import text

HEIGHT, LEGEND_LINE, TITLE_LINE = 300, 24, 17
BESIDE = 38  # characters of a title that fit along the vertical axis
DASHES = {"female": "solid", "male": "dot"}
SYMBOLS = {"female": ("circle", "diamond"), "male": ("square", "triangle-up")}


@dataclass(frozen=True)
class Measure:
    """What is compared: the table, the rows of it, and how the numbers are written: per cent, or a number alone."""

    table: str
    where: dict[str, Any]
    decimals: int
    percent: bool = True

    def write(self, value: float, numbers: Numbers) -> str:
        """Return a value with its sign of per cent, where it is one."""
        return numbers.percent(value, self.decimals) if self.percent else numbers.write(value, self.decimals)


MEASURES = {
    "unemployment": Measure("labour", {"indicator": "unemployment_rate", "age": "15+"}, 1),
    "participation": Measure("labour", {"indicator": "participation_rate", "age": "15+"}, 1),
    "informality": Measure("informality", {"activity": "ECO_AGGREGATE_TOTAL"}, 1),
    "neet": Measure("neet", {}, 1),
    "earnings": Measure("earnings_monthly", {"area": "national"}, 0, percent=False),
}


def measure_names() -> dict[str, str]:
    """Return the name of each measure, with its unit, in the current language."""
    return {
        "unemployment": text("Desempleo (% de la fuerza de trabajo)"),
        "participation": text("Participación (% de la población de 15 años o más)"),
        "informality": text("Empleo informal (% del empleo)"),
        "neet": text("Jóvenes que no estudian ni trabajan (% de 15 a 24 años)"),
        "earnings": text("Ingreso mensual medio por trabajo (dólares de paridad de 2021)"),
    }


def labour_markets(countries: Sequence[str], measure: str = "unemployment") -> Picture:
    """Draw a measure for women and for men in one or two countries, in every year that the publisher gives.

    ``measure`` is one of :data:`MEASURES`. A hollow mark is a figure that the ILO flags; a year without a figure has
    no mark, nor has one whose figure the course marks as an error of the publisher: note and alternative text name it.
    Modelled estimates are called so.

    Raises
    ------
    corredores.data.UnknownName
        When there is no such country or measure.
    corredores.charts.corridors.NothingToShow
        When neither country has a figure, or there are none or more than two.
    """
    if measure not in MEASURES:
        raise data.UnknownName(text("No hay una medida «{measure}».", measure=measure), measure, MEASURES)
    codes = list(dict.fromkeys(code_of(country) for country in countries))
    if not 1 <= len(codes) <= 2:
        raise NothingToShow(text("Pidió {count} países: escriba uno o dos.", count=len(codes)))
    table = by_sex(codes, measure)
    wrong = errors(codes, measure)
    if table.empty:
        said = [text("Los datos no dan esta medida para estos países. Elija otra medida u otro país."), *wrong]
        raise NothingToShow(" ".join(said))
    numbers = class_numbers()
    words = [sentence(code, table, measure, numbers) for code in codes]
    names, source = measure_names(), source_of(MEASURES[measure].table)
    series = table.groupby(["iso3", "sex"], sort=False).ngroups
    figure = dress(
        _figure(table, names[measure]),
        title=f"{_short(measure)} · {' '.join(words).rstrip('.')}",
        note=" ".join([text("Línea llena: mujeres. Línea de puntos: hombres."), *marks_note(table), *wrong]),
        source=source,
        numbers=numbers,
        height=HEIGHT,
        left=62 + TITLE_LINE * (lines(_beside(names[measure])) - 1),
        above=LEGEND_LINE * series,
        below=48,
    )
    alt = text("Líneas por año: {measure}.", measure=names[measure])
    headers = {"name": text("País"), "who": text("Sexo"), "year": text("Año"), "value": names[measure]}
    return Picture(
        figure, " ".join([alt, *words, *marks_note(table), *flagged(table), *wrong]), table, headers, source, numbers
    )


def _short(measure: str) -> str:
    """Return the name for the title: the sign of per cent stands beside the numbers, another unit beside the name."""
    name = measure_names()[measure]
    return name.partition(" (")[0] if MEASURES[measure].percent else name


def by_sex(codes: Sequence[str], measure: str) -> pd.DataFrame:
    """Return the figures of women and men: ``iso3``, ``name``, ``sex``, ``who``, ``year``, ``value``, ``flag``.

    A figure that the course marks as an error of the publisher is left out.
    """
    rows = _rows(codes, measure)
    rows = rows[rows["flag"].ne(ERROR).fillna(True)]
    rows = rows.sort_values(
        ["iso3", "sex", "year"], key=lambda column: column.map(codes.index) if column.name == "iso3" else column
    )
    who = {"female": text("mujeres"), "male": text("hombres")}
    named = {code: data.country_name(code) for code in codes}
    rows = rows.assign(name=rows["iso3"].map(named), who=rows["sex"].map(who))
    return pd.DataFrame(rows[["iso3", "name", "sex", "who", "year", "value", "flag"]]).reset_index(drop=True)


def _rows(codes: Sequence[str], measure: str) -> pd.DataFrame:
    chosen = MEASURES[measure]
    rows = data.load(chosen.table, sex=["female", "male"], **chosen.where)
    return rows[rows["iso3"].isin(codes)].dropna(subset="value")


def errors(codes: Sequence[str], measure: str) -> list[str]:
    """Say which figures the publisher gives wrong, so that they are not drawn; nothing where there are none."""
    rows = _rows(codes, measure)
    wrong = rows[rows["flag"].eq(ERROR).fillna(False)]
    if wrong.empty:
        return []
    return [text("No dado con sentido, un error de quien publica: {list}.", list=listed(wrong))]


def sentence(code: str, table: pd.DataFrame, measure: str, numbers: Numbers) -> str:
    """Say the last figures of a country that both sexes have, and when they were."""
    own = (
        table[table["iso3"] == code]
        .pivot(index="year", columns="sex", values="value")
        .reindex(columns=[*DASHES])
        .dropna()
    )
    country = data.country_name(code)
    if own.empty:
        return text("{country}: no dado por sexo.", country=country)
    last, write = own.iloc[-1], MEASURES[measure].write
    return text(
        "{country}, {year}: mujeres {women}, hombres {men}.",
        country=country,
        year=own.index[-1],
        women=write(last["female"], numbers),
        men=write(last["male"], numbers),
    )


def _beside(name: str) -> str:
    """Return the title of the vertical axis: the measure with its unit, on as many lines as it needs."""
    return wrap(name, BESIDE)


def _figure(table: pd.DataFrame, name: str) -> Drawing:
    figure = Drawing()
    codes = list(dict.fromkeys(table["iso3"]))
    for _, series in table.groupby(["iso3", "sex"], sort=False):
        sex, place = str(series["sex"].iloc[0]), codes.index(series["iso3"].iloc[0])
        symbol = SYMBOLS[sex][place]
        figure.add(
            "scatter",
            x=series["year"].tolist(),
            y=series["value"].round(3).tolist(),
            name=f"{series['name'].iloc[0]}, {series['who'].iloc[0]}",
            mode="lines+markers",
            line={"dash": DASHES[sex], "width": 2.5, "color": PALETTE[place]},
            marker={"size": 8, "symbol": [f"{symbol}-open" if flag in FLAGGED else symbol for flag in series["flag"]]},
            cliponaxis=False,
            hovertemplate="%{x}: %{y}",
        )
    figure.update_xaxis(title={"text": text("Año"), "standoff": 8}, showgrid=False, tickformat="d", nticks=7)
    figure.update_yaxis(title={"text": _beside(name)}, rangemode="tozero", tickformat=",")
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "v", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom", "itemclick": False},
    )
    return figure
