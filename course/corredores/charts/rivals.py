"""Rival figures of one corridor: who counts it, when, by which definition, and how far apart they are."""

import pandas as pd

from corredores import data
from corredores.charts.corridors import NothingToShow, code_of
from corredores.charts.drawing import Drawing
from corredores.charts.numbers import NO_BREAK_SPACE, Numbers, class_numbers
from corredores.charts.picture import Picture
from corredores.charts.rival_figures import CITIZENS, OF_UNHCR, OTHERS, SERIES, furthest_apart, names, rival_figures
from corredores.charts.template import BLUE, GREEN, INK, ORANGE, PURPLE, SKY, dress
from corredores.language import text

HEIGHT, LEGEND_LINE, LABEL_ROOM, AXIS_ROOM = 360, 20, 78, 48
SINCE = 1990

# Each series has a mark of its own; colour only groups them: births full, nationality and UNHCR hollow.
MARKS = dict(
    zip(
        SERIES,
        (
            ("circle", BLUE),
            ("square", BLUE),
            ("diamond", BLUE),
            ("triangle-up", ORANGE),
            ("triangle-down", GREEN),
            ("star", GREEN),
            ("cross", PURPLE),
            ("hexagon-open", SKY),
            ("circle-open", INK),
            ("square-open", INK),
            ("diamond-open", INK),
        ),
        strict=True,
    )
)
SIZES = {"triangle-up": 12, "triangle-down": 12, "star": 12}  # as large to the eye as the others at 9


def rival_sources(origin: str, destination: str) -> Picture:
    """Draw every figure of one corridor since 1990, a mark for each: editions, other publishers, censuses, UNHCR.

    Persons born in ``origin`` who live in ``destination``; nationality and UNHCR's categories are other definitions
    and have hollow marks. UNHCR's figures of the end of a year stand at the beginning of the next.

    The title compares the two figures of one calendar year that lie most persons apart, among those that count by
    birth; a category of UNHCR, which is a part, is compared where it is larger than such a whole.

    Raises
    ------
    corredores.data.UnknownName
        When one of them is no country.
    corredores.charts.corridors.NothingToShow
        When no source gives the corridor.
    """
    origin, destination = code_of(origin), code_of(destination)
    table = rival_figures(origin, destination)
    table = table[table["date"] >= SINCE].reset_index(drop=True)
    if table.empty:
        raise NothingToShow(
            text(
                "Ninguna fuente da el corredor {origin} → {destination}: puede estar dentro de «otros». Elija otro.",
                origin=data.country_name(origin),
                destination=data.country_name(destination),
            )
        )
    named = names()
    table.insert(0, "name", table["series"].map(named))
    numbers = class_numbers()
    source = data.source_line("stock_vintages", "stock_by_source", "displaced")
    words: dict[str, object] = {
        "corridor": f"{data.country_name(origin)}{NO_BREAK_SPACE}→ {data.country_name(destination)}"
    }
    furthest = furthest_apart(table)
    drawn = [series for series in SERIES if series in set(table["series"])]
    figure = dress(
        _figure(table, drawn, numbers),
        title=_title(furthest, words, numbers),
        note=_note(table),
        source=source,
        numbers=numbers,
        height=HEIGHT,
        left=LABEL_ROOM,
        above=LEGEND_LINE * len(drawn),
        below=AXIS_ROOM,
    )
    return Picture(
        figure, _alt(table, drawn, furthest, words, numbers), table, _headers(), source, numbers, {"persons": 0}
    )


def _title(furthest: pd.DataFrame | None, words: dict[str, object], numbers: Numbers) -> str:
    if furthest is None:
        return text("{corridor}: ningún año tiene dos cifras por país de nacimiento", **words)
    least, most = furthest.iloc[0], furthest.iloc[1]
    return text(
        "{corridor}, {year}: {least} personas ({least_name}) o {most} ({most_name})",
        year=least["year"],
        least=numbers.write(least["persons"]),
        least_name=least["name"],
        most=numbers.write(most["persons"]),
        most_name=most["name"],
        **words,
    )


def _note(table: pd.DataFrame) -> str:
    kinds = [
        text("Marcas llenas: personas nacidas en el origen."),
        text("Marcas huecas: otra definición (nacionalidad o protección internacional), no comparable sin más.")
        if table["series"].isin([CITIZENS, *OF_UNHCR]).any()
        else "",
        text("Las de la ONU son estimaciones, no recuentos."),
    ]
    return " ".join(filter(None, kinds))


def _figure(table: pd.DataFrame, drawn: list[str], numbers: Numbers) -> Drawing:
    figure = Drawing()
    for series in drawn:
        points = table[table["series"] == series]
        symbol, colour = MARKS[series]
        figure.add(
            "scatter",
            x=points["date"].round(3).tolist(),
            y=points["persons"].astype(int).tolist(),
            name=points["name"].iloc[0],
            mode="markers",
            marker={"symbol": symbol, "color": colour, "size": SIZES.get(symbol, 9), "line": _edge(symbol)},
            hovertext=[
                f"{name} ({source}), {when}: {numbers.write(persons)}"
                for name, source, when, persons in points[["name", "source", "when", "persons"]].itertuples(index=False)
            ],
            hoverinfo="text",
            cliponaxis=False,
        )
    most = table["persons"].max()
    figure.update_xaxis(
        title={"text": text("Año"), "standoff": 8}, tickangle=0, showgrid=False, tickformat="d", nticks=7
    )
    figure.update_yaxis(title={"text": text("Personas")}, range=[-0.04 * most, 1.05 * most], tickformat=",.0f")
    figure.update_layout(
        showlegend=True,
        legend={
            "orientation": "v", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom", "itemclick": False,
            "itemdoubleclick": False, "font": {"size": 11}, "tracegroupgap": 0,
        },
    )  # fmt: skip
    return figure


def _edge(symbol: str) -> dict[str, object]:
    """Return a white edge, which keeps marks apart that lie on one another; a hollow mark is its edge."""
    return {"width": 1.5} if "open" in symbol else {"width": 0.7, "color": "white"}


def _headers() -> dict[str, str]:
    return {
        "name": text("Fuente o serie"),
        "source": text("Rótulo de la fuente"),
        "when": text("Fecha"),
        "persons": text("Personas"),
    }


def _alt(
    table: pd.DataFrame, drawn: list[str], furthest: pd.DataFrame | None, words: dict[str, object], numbers: Numbers
) -> str:
    sentences = [
        text(
            "Gráfico de puntos por fecha: {figures} cifras de {count} series para el corredor {corridor}.",
            figures=len(table),
            count=len(drawn),
            **words,
        )
    ]
    if furthest is not None:
        sentences.append(_compared(furthest, numbers))
    latest = [table[table["series"] == series].iloc[-1] for series in drawn]
    listed = "; ".join(f"{row['name']} {numbers.write(row['persons'])} ({row['when']})" for row in latest)
    sentences.append(text("La última cifra de cada serie, en personas: {list}.", list=listed))
    return " ".join([*sentences, _note(table)])


def _compared(furthest: pd.DataFrame, numbers: Numbers) -> str:
    least, most = furthest.iloc[0], furthest.iloc[1]
    return text(
        "Las dos cifras de un mismo año más distantes son de {year}: {least} personas ({least_name}) y {most} "
        "({most_name}). La mayor es {times} veces la menor.",
        year=least["year"],
        least=numbers.write(least["persons"]),
        least_name=_named(least),
        most=numbers.write(most["persons"]),
        most_name=_named(most),
        times=numbers.write(most["persons"] / least["persons"], 1),
    )


def _named(figure: "pd.Series[str]") -> str:
    """Return the series, with the label of the source where many stand behind the one name."""
    return f"{figure['name']}: {figure['source']}" if figure["series"] in (OTHERS, CITIZENS) else str(figure["name"])
