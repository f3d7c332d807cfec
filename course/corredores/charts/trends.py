"""A few corridors through the years."""

from collections.abc import Sequence

import pandas as pd

from corredores import data
from corredores.charts.corridors import NothingToShow, code_of
from corredores.charts.drawing import Drawing
from corredores.charts.numbers import NO_BREAK_SPACE, Numbers, class_numbers
from corredores.charts.picture import Picture
from corredores.charts.template import PALETTE, dress
from corredores.language import text

DASHES, SYMBOLS = ("solid", "dash", "dot", "dashdot"), ("circle", "diamond", "square", "triangle-up")
HEIGHT, LEGEND_LINE = 300, 24
ROOM_OF_A_YEAR = 4  # years that a label covers on a phone: 2020 gives way to 2024


def corridor_trend(corridors: Sequence[tuple[str, str]]) -> Picture:
    """Draw the persons of up to four corridors, given as (origin, destination), in every year of the publisher.

    A year that is not given leaves a gap in the line.

    Raises
    ------
    corredores.data.UnknownName
        When one of them is no country.
    corredores.charts.corridors.NothingToShow
        When no year of any of these corridors is given, or there are none or more than four.
    """
    pairs = [(code_of(origin), code_of(destination)) for origin, destination in corridors]
    if not 1 <= len(pairs) <= len(DASHES):
        raise NothingToShow(text("Pidió {count} corredores: escriba de uno a cuatro.", count=len(pairs)))
    table = pd.concat([_series(*pair) for pair in dict.fromkeys(pairs)], ignore_index=True)
    if table["stock"].isna().all():
        raise NothingToShow(
            text("Los datos no dan estos corredores en ningún año: pueden estar dentro de «otros». Elija otro.")
        )
    numbers = class_numbers()
    source = data.source_line("stock")
    changes = [_change(series, numbers) for _, series in table.groupby("corridor", sort=False)]
    figure = dress(
        _figure(table),
        title=_title(table, numbers) or changes[0],
        note=text("Personas nacidas en el origen que viven en el destino. Un año no dado deja un hueco."),
        source=source,
        numbers=numbers,
        height=HEIGHT,
        left=78,
        above=LEGEND_LINE * len(changes),
        below=48,
    )
    alt = text("Líneas de {first} a {last}.", first=table["year"].min(), last=table["year"].max())
    return Picture(figure, " ".join([alt, *(f"{each}." for each in changes)]), table, _headers(), source, numbers)


def _series(origin: str, destination: str) -> pd.DataFrame:
    stock = data.load("stock", sex="total")
    years = sorted(stock["year"].unique())
    given = stock[(stock["origin"] == origin) & (stock["destination"] == destination)].set_index("year")["stock"]
    name = f"{data.country_name(origin)}{NO_BREAK_SPACE}→ {data.country_name(destination)}"
    return pd.DataFrame(
        {
            "corridor": name,
            "origin": origin,
            "destination": destination,
            "year": years,
            "stock": given.reindex(years).astype("Int64").array,
        }
    )


def _title(table: pd.DataFrame, numbers: Numbers) -> str | None:
    """Compare the largest corridor of the last year with the next, where there are two."""
    last = table[table["year"] == table["year"].max()].dropna(subset="stock").sort_values("stock", ascending=False)
    if len(last) < 2 or not last["stock"].iloc[1]:
        return None
    return text(
        "{larger} tiene {times} veces las personas de {smaller} ({year})",
        larger=last["corridor"].iloc[0],
        smaller=last["corridor"].iloc[1],
        times=numbers.write(last["stock"].iloc[0] / last["stock"].iloc[1], 1),
        year=last["year"].iloc[0],
    )


def _change(series: pd.DataFrame, numbers: Numbers) -> str:
    """Say in one sentence, without full stop, what became of a corridor."""
    corridor, given = series["corridor"].iloc[0], series.dropna(subset="stock")
    if given.empty:
        return text("{corridor}: no dado en ningún año", corridor=corridor)
    first, last = given.iloc[0], given.iloc[-1]
    return text(
        "{corridor}: {before} personas en {start}, {after} en {end}",
        corridor=corridor,
        before=numbers.write(first["stock"]),
        start=first["year"],
        after=numbers.write(last["stock"]),
        end=last["year"],
    )


def _figure(table: pd.DataFrame) -> Drawing:
    figure = Drawing()
    for place, (corridor, series) in enumerate(table.groupby("corridor", sort=False)):
        figure.add(
            "scatter",
            x=series["year"].tolist(),
            y=[None if pd.isna(value) else int(value) for value in series["stock"]],
            name=corridor,
            mode="lines+markers",
            line={"dash": DASHES[place], "width": 2.5, "color": PALETTE[place]},
            marker={"symbol": SYMBOLS[place], "size": 9},
            connectgaps=False,
            cliponaxis=False,
            hovertemplate="%{x}: %{y:,.0f}",
        )
    years = sorted(table["year"].unique().tolist())
    written = [year for year in years if year == years[-1] or years[-1] - year > ROOM_OF_A_YEAR]
    figure.update_xaxis(title={"text": text("Año"), "standoff": 8}, tickvals=written, tickangle=0, showgrid=False)
    figure.update_yaxis(title={"text": text("Personas")}, rangemode="tozero", tickformat=",.0f")
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "v", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom", "itemclick": False},
    )
    return figure


def _headers() -> dict[str, str]:
    return {"corridor": text("Corredor"), "year": text("Año"), "stock": text("Personas")}
