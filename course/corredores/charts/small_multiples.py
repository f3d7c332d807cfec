"""Many corridors through the years, each in a panel of its own."""

from collections.abc import Sequence

import pandas as pd

from corredores import data
from corredores.charts.corridors import NothingToShow, code_of, lower_bound_note
from corredores.charts.drawing import Drawing
from corredores.charts.growth import left_out, title_of
from corredores.charts.numbers import NO_BREAK_SPACE, Numbers, class_numbers
from corredores.charts.panels import HEAD, height_of, lay_panels
from corredores.charts.picture import Picture
from corredores.charts.template import BLUE, ORANGE, dress
from corredores.language import text

MOST = 12
LEGEND_LINE = 26
_LINES = {  # colour, dash and mark of a sex: any one of them tells them apart
    "total": (BLUE, "solid", "circle"),
    "female": (BLUE, "solid", "circle"),
    "male": (ORANGE, "dot", "diamond"),
}


def corridor_trends(
    corridors: Sequence[tuple[str, str] | str], *, by_sex: bool = False, same_scale: bool = True
) -> Picture:
    """Draw the persons of up to twelve corridors in every year of the publisher, a panel each.

    Parameters
    ----------
    corridors
        (origin, destination), by code or name; or one country alone: everybody born there, in the destinations that
        name it, so a lower bound.
    by_sex
        Draw women and men instead of both together.
    same_scale
        Draw all panels to one scale, so that heights compare; without it each has its own, so that shapes compare.

    Raises
    ------
    corredores.data.UnknownName
        When one of them is no country.
    corredores.charts.corridors.NothingToShow
        When no year of any of these is given, or there are none or more than twelve.
    """
    asked = list(dict.fromkeys(_ends(each) for each in corridors))
    if not 1 <= len(asked) <= MOST:
        raise NothingToShow(text("Pidió {count} corredores: escriba de uno a doce.", count=len(asked)))
    table = pd.concat([_series(*ends, by_sex) for ends in asked], ignore_index=True)
    if table["stock"].isna().all():
        raise NothingToShow(
            text("Los datos no dan estos corredores en ningún año: pueden estar dentro de «otros». Elija otro.")
        )
    numbers = class_numbers()
    source = data.source_line("stock")
    figure = dress(
        _figure(table, numbers, by_sex, same_scale),
        title=title_of(table, numbers, by_sex),
        note=" ".join([_note(same_scale), *left_out(table, by_sex)]),
        source=source,
        numbers=numbers,
        height=height_of(len(asked)),
        left=92,
        above=HEAD + LEGEND_LINE * by_sex,
        below=46,
    )
    whole = any(not destination for _, destination in asked)
    alt = " ".join([_alt(table, numbers, by_sex, whole), *left_out(table, by_sex)])
    return Picture(figure, alt, table, _headers(by_sex), source, numbers)


def _ends(corridor: tuple[str, str] | str) -> tuple[str, str]:
    if isinstance(corridor, str):
        return code_of(corridor), ""
    origin, destination = corridor
    return code_of(origin), code_of(destination)


def _series(origin: str, destination: str, by_sex: bool) -> pd.DataFrame:
    stock = data.load("stock", sex=["female", "male"] if by_sex else "total")
    years = sorted(stock["year"].unique())
    own = stock[stock["origin"] == origin]
    if destination:
        own = own[own["destination"] == destination]
    name = data.country_name(origin)
    if destination:
        name = f"{name}{NO_BREAK_SPACE}→ {data.country_name(destination)}"
    sexes = ["female", "male"] if by_sex else ["total"]
    every = pd.MultiIndex.from_product([sexes, years], names=["sex", "year"])
    given = own.groupby(["sex", "year"], observed=True)["stock"].sum(min_count=1).reindex(every)
    written = {"total": text("ambos sexos"), "female": text("mujeres"), "male": text("hombres")}
    table = pd.DataFrame({"corridor": name, "origin": origin, "destination": destination}, index=every).reset_index()
    return table.assign(sex_name=table["sex"].map(written), stock=given.astype("Int64").array)


def _figure(table: pd.DataFrame, numbers: Numbers, by_sex: bool, same_scale: bool) -> Drawing:
    figure = Drawing()
    heads = []
    for place, (corridor, panel) in enumerate(table.groupby("corridor", sort=False)):
        number = str(place + 1) if place else ""
        for sex, line in panel.groupby("sex", sort=False):
            figure.add(
                "scatter", **_line(line, str(sex)), xaxis=f"x{number}", yaxis=f"y{number}", showlegend=place == 0
            )
        both = _both(panel)
        heads.append((str(corridor), f"{numbers.write(both.iloc[0])} → {numbers.write(both.iloc[-1])}"))
    years = sorted(table["year"].unique().tolist())
    titles = (text("Año"), text("Personas"))
    lay_panels(figure, heads, years, titles, 1.08 * float(table["stock"].max()) if same_scale else None)
    if by_sex:
        top = 1 + (HEAD - 2) / height_of(len(heads))
        figure.update_layout(
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": top, "yanchor": "bottom", "itemclick": False},
        )
    return figure


def _line(line: pd.DataFrame, sex: str) -> dict[str, object]:
    colour, dash, symbol = _LINES[sex]
    return {
        "x": line["year"].tolist(),
        "y": [None if pd.isna(value) else int(value) for value in line["stock"]],
        "name": str(line["sex_name"].iloc[0]),
        "mode": "lines+markers",
        "line": {"color": colour, "dash": dash, "width": 2},
        "marker": {"symbol": symbol, "size": 6, "color": colour},
        "cliponaxis": False,
        "hovertemplate": "%{x}: %{y:,.0f}",
    }


def _both(panel: pd.DataFrame) -> "pd.Series[int]":
    """Return the persons of a panel by year, sexes together; a year without one of them is missing."""
    return panel.pivot(index="year", columns="sex", values="stock").sum(axis=1, min_count=panel["sex"].nunique())


def _note(same_scale: bool) -> str:
    if same_scale:
        return text("Personas, según el año; la misma escala en todos los recuadros. Un año no dado deja un hueco.")
    return text("Personas, según el año; cada recuadro con su escala. Un año no dado deja un hueco.")


def _headers(by_sex: bool) -> dict[str, str]:
    sex = {"sex_name": text("Sexo")} if by_sex else {}
    return {"corridor": text("Corredor"), **sex, "year": text("Año"), "stock": text("Personas")}


def _alt(table: pd.DataFrame, numbers: Numbers, by_sex: bool, whole: bool) -> str:
    panels = table.groupby("corridor", sort=False)
    words = {"count": len(panels), "first": table["year"].min(), "last": table["year"].max()}
    sentences = [text("Recuadros de líneas, {count}, de {first} a {last}, en personas.", **words)]
    for corridor, panel in panels:
        lines = [_change(line, numbers, by_sex) for _, line in panel.groupby("sex", sort=False)]
        sentences.append(f"{corridor}: {'; '.join(lines)}.")
    return " ".join([*sentences, *([lower_bound_note()] if whole else [])])


def _change(line: pd.DataFrame, numbers: Numbers, by_sex: bool) -> str:
    given = line.dropna(subset="stock")
    if given.empty:
        return text("no dado en ningún año")
    first, last = given.iloc[0], given.iloc[-1]
    words = {
        "sex": line["sex_name"].iloc[0],
        "before": numbers.write(first["stock"]),
        "start": first["year"],
        "after": numbers.write(last["stock"]),
        "end": last["year"],
    }
    if by_sex:
        return text("{sex}, {before} en {start} y {after} en {end}", **words)
    return text("{before} en {start} y {after} en {end}", **words)
