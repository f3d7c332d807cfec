"""Women's share of each corridor of an origin, against the line of one half."""

from collections.abc import Sequence

import pandas as pd

from corredores import data
from corredores.ahead import ready_ahead
from corredores.charts.corridors import code_of, corridors_from, lower_bound_note
from corredores.charts.drawing import Drawing
from corredores.charts.folded import Missing, missing_from
from corredores.charts.numbers import Numbers, class_numbers, written_in
from corredores.charts.picture import Picture
from corredores.charts.rows import AXIS_ROOM, LABEL_ROOM, ROW_HEIGHT, label, lay_rows
from corredores.charts.template import BLUE, INK, ORANGE, dress
from corredores.language import text

SHOWN = 10


@ready_ahead(written_in)
def womens_share(origin: str, destinations: Sequence[str] | None = None, year: int = 2024) -> Picture:
    r"""Draw the share of women in the corridors of ``origin``: one point a destination, a line at one half.

    :math:`100\, S^{f}_{od} / S_{od}`, per cent, 0–100. The last row pools the persons of all destinations that name
    the origin. Without ``destinations`` the ten largest are drawn; a destination that does not name the origin keeps
    its row, without a point.

    Raises
    ------
    corredores.data.UnknownName
        When there is no such country.
    corredores.charts.corridors.NothingToShow
        When no destination names the origin in that year.
    """
    origin = code_of(origin)
    numbers = class_numbers()
    corridors = corridors_from(origin, year)
    table = _table(corridors, corridors_from(origin, year, "female"), destinations)
    missing = missing_from(origin, corridors["destination"].tolist())
    source = data.source_line("stock", *(["folded_corridors"] if missing.sentences(numbers) else []))
    every = table.iloc[-1]
    words = {
        "origin": data.country_name(origin),
        "year": year,
        "all": numbers.percent(every["womens_share"]),
        "women": numbers.write(every["female"]),
        "total": numbers.write(every["stock"]),
    }
    figure = dress(
        _figure(table, numbers),
        title=_title(missing, words),
        note=" ".join([_note(), *missing.sentences(numbers)]),
        source=source,
        numbers=numbers,
        height=ROW_HEIGHT * len(table),
        left=LABEL_ROOM,
        below=AXIS_ROOM,
    )
    alt = " ".join([_alt(words, table.iloc[:-1], numbers), *missing.sentences(numbers)])
    return Picture(figure, alt, table, _headers(), source, numbers)


def _title(missing: Missing, words: dict[str, object]) -> str:
    if missing.much:
        return text("En los destinos que nombran a {origin}, el {all} de sus personas son mujeres ({year})", **words)
    return text("De las personas emigradas de {origin}, el {all} son mujeres ({year})", **words)


def _note() -> str:
    return text("Círculo: un destino. Cuadrado: todos los destinos dados. Línea: mitad mujeres, mitad hombres.")


def _table(corridors: pd.DataFrame, of_women: pd.DataFrame, destinations: Sequence[str] | None) -> pd.DataFrame:
    women = of_women.set_index("destination")["stock"]
    pooled = {"destination": "", "country": text("Todos los destinos dados"), "stock": corridors["stock"].sum()}
    codes = [code_of(each) for each in destinations] if destinations else corridors["destination"].head(SHOWN).tolist()
    table = pd.DataFrame({"destination": codes, "country": [data.country_name(code) for code in codes]})
    table = table.merge(corridors[["destination", "stock"]], on="destination", how="left")
    table["female"] = table["destination"].map(women)
    table = pd.concat([table, pd.DataFrame([pooled | {"female": women.sum()}])], ignore_index=True)
    stock, female = table["stock"].astype(float), table["female"].astype(float)
    # A destination that gives nobody has no share of women.
    share = 100 * female / stock.where(stock > 0)
    return table.assign(stock=stock.astype("Int64"), female=female.astype("Int64"), womens_share=share)


def _figure(table: pd.DataFrame, numbers: Numbers) -> Drawing:
    rows = list(range(1, len(table) + 1))
    given = table["womens_share"].dropna()
    points = [None if pd.isna(value) else round(value, 2) for value in table["womens_share"]]
    figure = Drawing()
    figure.add(
        "scatter",
        x=points,
        y=rows,
        mode="markers+text",
        text=[numbers.percent(value) if pd.notna(value) else "" for value in table["womens_share"]],
        textposition=["middle left" if pd.notna(value) and value < 50 else "middle right" for value in points],
        marker={
            "size": 13,
            "symbol": ["circle"] * (len(rows) - 1) + ["square"],
            "color": [BLUE] * (len(rows) - 1) + [ORANGE],
        },
        hoverinfo="skip",
        cliponaxis=False,
    )
    for row, value in zip(rows, points, strict=True):
        if value is None:
            figure.annotate(text=text("no dado"), x=50, y=row, showarrow=False, bgcolor="white", font={"color": INK})
    figure.update_layout(shapes=[_half()])
    reach = min(56.0, 1.9 * max(10.0, *(abs(value - 50) for value in given)))
    labels = [label(country) for country in table["country"]]
    lay_rows(figure, labels, text("Mujeres en el corredor (%)"), (50 - reach, 50 + reach), numbers, lines=True)
    return figure


def _half() -> dict[str, object]:
    """Return the line at one half, from the top to the bottom of the rows."""
    return {
        "type": "line",
        "xref": "x",
        "x0": 50,
        "x1": 50,
        "yref": "y domain",
        "y0": 0,
        "y1": 1,
        "line": {"color": INK, "width": 1.5, "dash": "dash"},
        "layer": "below",
    }


def _headers() -> dict[str, str]:
    return {
        "country": text("Destino"),
        "female": text("Mujeres (personas)"),
        "stock": text("Total (personas)"),
        "womens_share": text("Mujeres (%)"),
    }


def _alt(words: dict[str, object], table: pd.DataFrame, numbers: Numbers) -> str:
    ordered = table.dropna(subset="womens_share").sort_values("womens_share", ascending=False)
    absent = table[table["stock"].isna()]["country"].tolist()
    sentences = [
        text(
            "Gráfico de puntos con una línea en el 50 %: en {year}, {women} de las {total} personas nacidas en "
            "{origin} que viven en los destinos dados son mujeres ({all}).",
            **words,
        )
    ]
    if len(ordered):
        sentences.append(text("De la parte mayor a la menor: {list}.", list=_listed(ordered, numbers)))
    if absent:
        sentences.append(text("No dado: {list}.", list=", ".join(absent)))
    return " ".join([*sentences, lower_bound_note()])


def _listed(table: pd.DataFrame, numbers: Numbers) -> str:
    rows = zip(table["country"], table["womens_share"], table["stock"], strict=True)
    return "; ".join(
        text(
            "{country} {share} de {persons} personas",
            country=country,
            share=numbers.percent(share),
            persons=numbers.write(stock),
        )
        for country, share, stock in rows
    )
