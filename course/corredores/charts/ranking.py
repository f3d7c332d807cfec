"""Concentration: how much of an origin's emigration goes to its largest destinations."""

import pandas as pd

from corredores import data, indicators
from corredores.ahead import ready_ahead
from corredores.charts.corridors import code_of, corridors_from, lower_bound_note, with_rest
from corredores.charts.drawing import Drawing
from corredores.charts.folded import Missing, missing_from
from corredores.charts.numbers import Numbers, class_numbers, written_in
from corredores.charts.picture import Picture
from corredores.charts.rows import AXIS_ROOM, LABEL_ROOM, ROW_HEIGHT, label, lay_rows
from corredores.charts.template import BLUE, ORANGE, dress
from corredores.language import text

SHOWN = 10


@ready_ahead(written_in)
def concentration(origin: str, year: int = 2024) -> Picture:
    r"""Draw the destinations of ``origin`` as ranked bars with their cumulative share.

    Bars: share of each destination, :math:`s_d = 100\, S_{od} / \sum_d S_{od}` (per cent); line: sum of the shares
    from the largest down. CR1, CR3, the Herfindahl–Hirschman index :math:`\sum_d (s_d/100)^2` (0–1) and the effective
    number of destinations (its inverse) stand under the title. They are of the destinations given; where others with
    more than 10 % of the emigrants are folded away, the title says so and the note names the largest.

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
    measures = _measures(corridors, numbers)
    table = with_rest(corridors, SHOWN)
    table["cumulative"] = table["share"].cumsum().clip(upper=100.0)
    missing = missing_from(origin, corridors["destination"].tolist())
    source = data.source_line("stock", *(["folded_corridors"] if missing.sentences(numbers) else []))
    words = {"origin": data.country_name(origin), "year": year, "first": table["country"][0], **measures}
    figure = dress(
        _figure(table, numbers),
        title=_title(corridors, missing, words),
        note=" ".join([_note(words), *missing.sentences(numbers)]),
        source=source,
        numbers=numbers,
        height=ROW_HEIGHT * len(table),
        left=LABEL_ROOM,
        below=AXIS_ROOM,
    )
    alt = " ".join([_alt(words, corridors, numbers), *missing.sentences(numbers)])
    return Picture(figure, alt, table, _headers(), source, numbers)


def _note(words: dict[str, object]) -> str:
    return text(
        "Entre los destinos dados. Barras: parte de cada uno. Línea con puntos: parte acumulada. "
        "CR1 {cr1} · CR3 {cr3} · HHI {hhi} · número efectivo de destinos {effective}.",
        **words,
    )


def _title(corridors: pd.DataFrame, missing: Missing, words: dict[str, object]) -> str:
    if missing.much and len(corridors) < 3:
        return text("De los destinos que nombran a {origin}, {first} reúne el {cr1} de sus personas ({year})", **words)
    if missing.much:
        return text("De los destinos que nombran a {origin}, tres reúnen el {cr3} de sus personas ({year})", **words)
    if len(corridors) < 3:
        return text("{first} reúne el {cr1} de las personas emigradas de {origin} ({year})", **words)
    return text("Tres destinos reúnen el {cr3} de las personas emigradas de {origin} ({year})", **words)


def _measures(corridors: pd.DataFrame, numbers: Numbers) -> dict[str, str]:
    stock = pd.Series(corridors["stock"].array, index=corridors["destination"].array)
    return {
        "cr1": numbers.percent(100 * indicators.concentration_ratio(stock, 1)),
        "cr3": numbers.percent(100 * indicators.concentration_ratio(stock, 3)),
        "hhi": numbers.write(indicators.herfindahl(stock), 3),
        "effective": numbers.write(indicators.effective_number(stock), 2),
    }


def _figure(table: pd.DataFrame, numbers: Numbers) -> Drawing:
    rows = list(range(1, len(table) + 1))
    shares, cumulative = table["share"].round(2).tolist(), table["cumulative"].round(2).tolist()
    hover = [
        f"{country}: {numbers.write(stock)}" for country, stock in zip(table["country"], table["stock"], strict=True)
    ]
    figure = Drawing()
    figure.add(
        "bar",
        x=shares,
        y=rows,
        orientation="h",
        marker={"color": BLUE},
        hovertext=hover,
        hoverinfo="text",
        name=text("Parte (%)"),
    )
    figure.add(
        "scatter",
        x=cumulative,
        y=rows,
        mode="lines+markers",
        line={"color": ORANGE, "width": 2, "dash": "dot"},
        marker={"symbol": "diamond", "size": 9, "line": {"color": "white", "width": 1}},
        hovertext=[numbers.percent(value) for value in cumulative],
        hoverinfo="text",
        name=text("Parte acumulada (%)"),
    )
    for rank in {1, min(3, len(rows))}:
        figure.annotate(**_mark(rank, float(table["cumulative"].iloc[rank - 1]), numbers))
    named = zip(table["country"], table["share"], strict=True)
    labels = [label(country, numbers.percent(share)) for country, share in named]
    lay_rows(figure, labels, text("Parte (%)"), (0, 104), numbers, lines=False)
    return figure


def _mark(rank: int, cumulative: float, numbers: Numbers) -> dict[str, object]:
    """Name the concentration ratio beside its point, on the side where there is room."""
    room_at_right = cumulative < 60
    return {
        "text": f"CR{rank} {numbers.percent(cumulative)}",
        "x": cumulative,
        "y": rank,
        "showarrow": False,
        "xanchor": "left" if room_at_right else "right",
        "xshift": 9 if room_at_right else -9,
        "bgcolor": "rgba(255,255,255,0.9)",
        "font": {"size": 12},
    }


def _headers() -> dict[str, str]:
    return {
        "country": text("Destino"),
        "stock": text("Personas"),
        "share": text("Parte (%)"),
        "cumulative": text("Parte acumulada (%)"),
    }


def _alt(words: dict[str, object], corridors: pd.DataFrame, numbers: Numbers) -> str:
    return " ".join(
        [
            text(
                "Barras ordenadas con línea acumulada: los {count} destinos dados de las personas nacidas en {origin} "
                "suman {total} personas en {year}.",
                count=len(corridors),
                total=numbers.write(corridors["stock"].sum()),
                **words,
            ),
            text(
                "El mayor es {first}, con el {cr1} (CR1); los tres mayores suman el {cr3} (CR3). El índice HHI es "
                "{hhi}: equivale a {effective} destinos de igual tamaño.",
                **words,
            ),
            lower_bound_note(),
        ]
    )
