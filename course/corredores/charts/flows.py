"""The corridors among several countries as a Sankey diagram."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pandas as pd

from corredores import data
from corredores.ahead import ready_ahead
from corredores.charts.corridors import NothingToShow, code_of
from corredores.charts.drawing import Drawing
from corredores.charts.numbers import NO_BREAK_SPACE, Numbers, class_numbers, written_in
from corredores.charts.picture import Picture
from corredores.charts.template import PALETTE, QUIET, dress
from corredores.language import text

NODE_HEIGHT, HEAD_ROOM = 46, 26
LISTED = 5


@ready_ahead(written_in)
def corridor_flows(countries: Sequence[str], year: int = 2024) -> Picture:
    """Draw who lives where among ``countries``: origins at the left, destinations at the right, width = persons.

    Only corridors among the countries named count. A pair that the publisher does not give has no band; the
    alternative text names it and its cell of the table is missing.

    Raises
    ------
    corredores.data.UnknownName
        When one of them is no country.
    corredores.charts.corridors.NothingToShow
        With fewer than two countries, or when no pair is given.
    """
    codes = list(dict.fromkeys(code_of(country) for country in countries))
    table = _pairs(codes, year)
    given = table.dropna(subset="stock").sort_values("stock", ascending=False)
    if given.empty or not given["stock"].sum():
        raise NothingToShow(
            text("Los datos no dan ningún corredor entre esos países en {year}. Escriba dos países o más.", year=year)
        )
    numbers = class_numbers()
    source = data.source_line("stock")
    total = int(given["stock"].sum())
    words = {
        "year": year,
        "countries": len(codes),
        "absent": int(table["stock"].isna().sum()),
        "pairs": len(table),
        "total": numbers.write(total),
        "first": _arrow(given.iloc[0]),
        "persons": numbers.write(given["stock"].iloc[0]),
        "share": numbers.percent(100 * given["stock"].iloc[0] / total),
    }
    figure = dress(
        _figure(codes, given, numbers),
        title=_title(words),
        note=_note(words),
        source=source,
        numbers=numbers,
        height=NODE_HEIGHT * len(codes) + HEAD_ROOM,
        left=12,
        below=10,
    )
    return Picture(figure, _alt(words, table, given, numbers), table, _headers(), source, numbers)


def _title(words: dict[str, object]) -> str:
    if words["absent"]:
        return text(
            "El mayor de los corredores dados entre {countries} países: {first}, {persons} personas ({year})", **words
        )
    return text("El corredor mayor entre {countries} países: {first}, {persons} personas ({year})", **words)


def _note(words: dict[str, object]) -> str:
    if words["absent"]:
        return text(
            "Ancho de cada banda: personas. En los corredores dados, {total} personas. No dados, lo cual no es cero: "
            "{absent} de {pairs} corredores.",
            **words,
        )
    return text("Ancho de cada banda: personas. En total, {total} personas entre estos países.", **words)


def _pairs(codes: list[str], year: int) -> pd.DataFrame:
    pairs = pd.DataFrame(permutations(codes, 2), columns=["origin", "destination"])
    stock = data.load("stock", year=year, sex="total")
    table = pairs.merge(stock[["origin", "destination", "stock"]], on=["origin", "destination"], how="left")
    names = {code: data.country_name(code) for code in codes}
    return table.assign(
        origin_name=table["origin"].map(names),
        destination_name=table["destination"].map(names),
        stock=table["stock"].astype("Int64"),
    )


def _figure(codes: list[str], given: pd.DataFrame, numbers: Numbers) -> Drawing:
    given = given[given["stock"] > 0]
    colour = dict(zip(codes, [PALETTE[place % len(PALETTE)] for place in range(len(codes))], strict=True))
    sources, targets = (sorted(given[end].unique(), key=codes.index) for end in ("origin", "destination"))
    nodes = [*sources, *targets]
    persons = {"left": given.groupby("origin")["stock"].sum(), "right": given.groupby("destination")["stock"].sum()}
    totals = [persons["left"][code] for code in sources] + [persons["right"][code] for code in targets]
    figure = Drawing()
    figure.add(
        "sankey",
        arrangement="snap",
        domain={"y": [0, 1 - HEAD_ROOM / (NODE_HEIGHT * len(codes) + HEAD_ROOM)]},
        node={
            "label": [data.country_name(code) for code in nodes],
            "color": [colour[code] for code in nodes],
            "customdata": [numbers.write(total) for total in totals],
            "hovertemplate": "%{label}: %{customdata}<extra></extra>",
            "thickness": 14,
            "pad": 16,
            "line": {"width": 0},
        },
        link={
            "source": [sources.index(code) for code in given["origin"]],
            "target": [len(sources) + targets.index(code) for code in given["destination"]],
            "value": given["stock"].astype(int).tolist(),
            "color": [_faded(colour[code]) for code in given["origin"]],
            "customdata": [f"{_arrow(row)}: {numbers.write(row.stock)}" for row in given.itertuples()],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
    )
    _head_columns(figure)
    return figure


def _head_columns(figure: Drawing) -> None:
    for place, heading in ((0, text("Origen (personas)")), (1, text("Destino (personas)"))):
        figure.annotate(
            text=f"<b>{heading}</b>",
            x=place,
            y=1,
            xref="paper",
            yref="paper",
            xanchor="right" if place else "left",
            yanchor="top",
            showarrow=False,
            font={"color": QUIET},
        )


def _faded(colour: str) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.45)"


def _arrow(row: Any) -> str:
    return f"{row.origin_name}{NO_BREAK_SPACE}→ {row.destination_name}"


def _headers() -> dict[str, str]:
    return {"origin_name": text("Origen"), "destination_name": text("Destino"), "stock": text("Personas")}


def _alt(words: dict[str, object], table: pd.DataFrame, given: pd.DataFrame, numbers: Numbers) -> str:
    largest = "; ".join(f"{_arrow(row)} {numbers.write(row.stock)}" for row in given.head(LISTED).itertuples())
    absent = [_arrow(row) for row in table[table["stock"].isna()].itertuples()]
    sentences = [
        text(
            "Diagrama de bandas entre {countries} países, {year}: {total} personas nacidas en uno viven en otro de "
            "ellos. El mayor de los corredores dados, {first}, reúne el {share}.",
            **words,
        ),
        text("Los mayores, en personas: {list}.", list=largest),
    ]
    if absent:
        listed = ", ".join(absent)
        sentences.append(
            text(
                "No dados, lo cual no es cero: {count} de {pairs} corredores ({list}).",
                count=len(absent),
                pairs=len(table),
                list=listed,
            )
        )
    return " ".join(sentences)
