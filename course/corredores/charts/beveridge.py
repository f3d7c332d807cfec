"""The Beveridge curve of an invented register: vacancies against unemployment, month by month."""

import pandas as pd

from corredores import data
from corredores.charts.drawing import Drawing
from corredores.charts.numbers import Numbers, class_numbers
from corredores.charts.picture import Picture
from corredores.charts.register_months import halves, monthly_rates, moved
from corredores.charts.template import BLUE, ORANGE, QUIET, dress
from corredores.language import current, text

HEIGHT, LABEL_ROOM, AXIS_ROOM, LEGEND_LINE = 320, 62, 48, 24
MOVED_BY = 10.0  # per cent: below it the months count as one curve


def beveridge_curve(country: str, occupation: str | None = None) -> Picture:
    r"""Draw vacancy rate against unemployment rate for each month of a country of the SYNTHETIC vacancy register.

    Vacancy rate :math:`v = 100\,V/(V+E)` and unemployment rate :math:`u = 100\,U/(U+E)`, per cent, with vacancies
    :math:`V`, employed :math:`E` and job seekers :math:`U` of the register, over all its occupations or of one ISCO-08
    sub-major group. Along one curve :math:`u \cdot v` keeps its size (a hyperbola); the title says that the curve moved
    where the mean of :math:`u \cdot v` in the second half of the months differs from the first by more than 10 %.

    Raises
    ------
    corredores.data.UnknownName
        When the register has no such country or occupation; it names those that it has.
    corredores.charts.corridors.NothingToShow
        When fewer than two months of each half are given.
    """
    table = monthly_rates(country, occupation)
    numbers = class_numbers()
    source = data.source_line("vacancy_register", *([] if occupation is None else ["occupations"]))
    words = _words(country, occupation, table, numbers)
    figure = dress(
        _figure(table, numbers),
        title=_title(table, words),
        note=text(
            "Registro SINTÉTICO de un país inventado: no describe ninguno real. Un punto por mes, con su número; "
            "ocupaciones: {occupation}.",
            **words,
        ),
        source=source,
        numbers=numbers,
        height=HEIGHT,
        left=LABEL_ROOM,
        above=2 * LEGEND_LINE,
        below=AXIS_ROOM,
    )
    decimals = {"vacancy_rate": 2, "unemployment_rate": 2}
    return Picture(figure, _alt(table, words, numbers), table, _headers(), source, numbers, decimals)


def _words(country: str, occupation: str | None, table: pd.DataFrame, numbers: Numbers) -> dict[str, object]:
    first, second = halves(table)
    return {
        "country": country,
        "occupation": text("todas las del registro") if occupation is None else _named(occupation),
        "start": first["month"].iloc[0],
        "middle": first["month"].iloc[-1],
        "turn": second["month"].iloc[0],
        "end": second["month"].iloc[-1],
        "moved": numbers.percent(abs(moved(table))),
    }


def _named(occupation: str) -> str:
    named = data.load("occupations", isco=occupation).iloc[0]
    return f"{occupation} {named['name_en' if current() == 'en' else 'name_es']}"


def _title(table: pd.DataFrame, words: dict[str, object]) -> str:
    change = moved(table)
    if change > MOVED_BY:
        return text("Datos sintéticos: desde el mes {turn}, la curva de {country} se desplaza hacia afuera", **words)
    if change < -MOVED_BY:
        return text("Datos sintéticos: desde el mes {turn}, la curva de {country} se desplaza hacia adentro", **words)
    return text("Datos sintéticos: los meses de {country} se mueven a lo largo de una misma curva", **words)


def _figure(table: pd.DataFrame, numbers: Numbers) -> Drawing:
    figure = Drawing()
    looks = (("circle", BLUE, "solid", "top right"), ("diamond", ORANGE, "dash", "bottom left"))
    for half, (symbol, colour, dash, side) in zip(halves(table), looks, strict=True):
        months = half["month"].tolist()
        figure.add(
            "scatter",
            x=_drawn(half["unemployment_rate"]),
            y=_drawn(half["vacancy_rate"]),
            connectgaps=False,
            name=text("Meses {start} a {end}", start=months[0], end=months[-1]),
            mode="lines+markers+text",
            text=[str(month) for month in months],
            textposition=side,
            line={"color": colour, "width": 1.5, "dash": dash},
            marker={"symbol": symbol, "color": colour, "size": 10, "line": {"color": "white", "width": 1}},
            hovertemplate="%{text}: %{x:.2f} | %{y:.2f}<extra></extra>",
            cliponaxis=False,
        )
    figure.update_xaxis(
        title={"text": text("Tasa de desocupación (%)"), "standoff": 8},
        range=_reach(table["unemployment_rate"]),
        ticksuffix=numbers.percent_sign,
        nticks=6,
        tickangle=0,
    )
    figure.update_yaxis(
        title={"text": text("Tasa de vacantes (%)")},
        range=_reach(table["vacancy_rate"]),
        ticksuffix=numbers.percent_sign,
        nticks=6,
    )
    figure.update_layout(
        showlegend=True,
        legend={
            "orientation": "v", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom", "itemclick": False,
            "font": {"color": QUIET},
        },
    )  # fmt: skip
    return figure


def _drawn(rate: "pd.Series[float]") -> list[float | None]:
    return rate.round(3).astype(object).where(rate.notna(), None).tolist()


def _reach(rate: "pd.Series[float]") -> list[float]:
    room = 0.1 * (rate.max() - rate.min()) or 0.5
    return [float(max(0.0, rate.min() - room)), float(rate.max() + room)]


def _headers() -> dict[str, str]:
    return {
        "month": text("Mes (sintético)"),
        "unemployment_rate": text("Tasa de desocupación (%)"),
        "vacancy_rate": text("Tasa de vacantes (%)"),
        "vacancies": text("Vacantes"),
        "job_seekers": text("Personas que buscan empleo"),
        "employed": text("Personas ocupadas"),
    }


def _alt(table: pd.DataFrame, words: dict[str, object], numbers: Numbers) -> str:
    def point(row: "pd.Series[float]") -> str:
        return text(
            "mes {month}, desocupación {unemployment} y vacantes {vacancies}",
            month=int(row["month"]),
            unemployment=numbers.percent(row["unemployment_rate"], 2),
            vacancies=numbers.percent(row["vacancy_rate"], 2),
        )

    ends = [half.dropna().iloc[place] for half in halves(table) for place in (0, -1)]
    absent = table[table["vacancy_rate"].isna()]["month"].tolist()
    return " ".join(
        [
            text(
                "Curva de Beveridge con datos sintéticos del país inventado {country} (ocupaciones: {occupation}): "
                "cada punto es un mes, a la derecha con más desocupación y arriba con más vacantes.",
                **words,
            ),
            text("Puntos extremos de cada mitad: {list}.", list="; ".join(point(row) for row in ends)),
            _said_of_the_curve(table, words),
            *([text("Meses no dados: {list}.", list=", ".join(map(str, absent)))] if absent else []),
        ]
    )


def _said_of_the_curve(table: pd.DataFrame, words: dict[str, object]) -> str:
    if abs(moved(table)) <= MOVED_BY:
        return text(
            "El producto de las dos tasas cambia un {moved} entre los meses {start} a {middle} y los meses {turn} a "
            "{end}: los puntos van y vuelven por una misma curva.",
            **words,
        )
    if moved(table) > 0:
        return text(
            "El producto de las dos tasas sube un {moved} de los meses {start} a {middle} a los meses {turn} a {end}: "
            "la curva se desplaza hacia afuera.",
            **words,
        )
    return text(
        "El producto de las dos tasas baja un {moved} de los meses {start} a {middle} a los meses {turn} a {end}: "
        "la curva se desplaza hacia adentro.",
        **words,
    )
