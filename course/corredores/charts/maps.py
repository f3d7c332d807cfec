"""The corridors of an origin on a map."""

import pandas as pd

from corredores import data
from corredores.ahead import ready_ahead
from corredores.charts.arcs import draw_arcs, draw_land, draw_names, draw_places
from corredores.charts.corridors import NothingToShow, code_of, corridors_from, lower_bound_note, with_rest
from corredores.charts.drawing import Drawing
from corredores.charts.folded import Missing, missing_from
from corredores.charts.land import window_around
from corredores.charts.numbers import Numbers, class_numbers, written_in
from corredores.charts.picture import Picture
from corredores.charts.template import SEA, dress
from corredores.language import text

# A destination with a share below this would stretch the map to another continent for an arc that is hardly seen.
SHOWN, AT_LEAST, SMALLEST_SHARE, NAMED = 8, 3, 0.5, 5
HEIGHT = 400


@ready_ahead(written_in)
def corridor_map(origin: str, year: int = 2024) -> Picture:
    """Draw the largest corridors of ``origin`` as arcs; the width of an arc is proportional to its persons.

    Drawn are up to eight, those with 0.5 % of the emigrants or more, and the three largest in any case.
    The five largest are named with their share of all emigrants of the origin (per cent). A destination whose place
    the table of countries does not give has no arc; the alternative text names it. Where destinations with more than
    10 % of the emigrants are folded into others, the title speaks of the destinations given only, and the note says
    which is missing.

    Raises
    ------
    corredores.data.UnknownName
        When there is no such country, or the publisher has no such year.
    corredores.charts.corridors.NothingToShow
        When no destination names the origin in that year, or the map does not know where the origin lies.
    """
    origin = code_of(origin)
    numbers = class_numbers()
    corridors = corridors_from(origin, year)
    largest = corridors.head(max(AT_LEAST, min(SHOWN, int((corridors["share"] >= SMALLEST_SHARE).sum()))))
    places = data.load("countries")[["iso3", "lon", "lat"]].dropna().set_index("iso3")
    drawn = largest[largest["destination"].isin(places.index)]
    if origin not in places.index or drawn.empty:
        raise NothingToShow(
            text("Los datos no dicen dónde queda {country} en el mapa. Use charts.concentration.", country=origin)
        )
    missing = missing_from(origin, corridors["destination"].tolist())
    source = data.source_line("stock", *(["folded_corridors"] if missing.sentences(numbers) else []))
    words = _words(corridors, numbers) | {"origin": data.country_name(origin), "year": year, "drawn": len(drawn)}
    figure = dress(
        _figure(origin, drawn, places.loc[[origin, *drawn["destination"]]], numbers),
        title=_title(missing, words),
        note=" ".join([_note(words), *missing.sentences(numbers)]),
        source=source,
        numbers=numbers,
        height=HEIGHT,
        left=12,
    )
    table = with_rest(corridors, len(largest))
    absent = largest.loc[~largest["destination"].isin(places.index), "country"].tolist()
    alt = " ".join([_alt(words, drawn, absent, numbers), *missing.sentences(numbers)])
    return Picture(figure, alt, table, _headers(), source, numbers)


def _title(missing: Missing, words: dict[str, object]) -> str:
    if missing.much:
        return text("De los destinos que nombran a {origin}, {first} tiene más personas: {persons} ({year})", **words)
    return text("{first} reúne el {share} de las personas emigradas de {origin} ({year})", **words)


def _note(words: dict[str, object]) -> str:
    return text(
        "Arcos: los {drawn} destinos mayores de {count} dados. Ancho del arco: personas. Porcentaje: parte de las "
        "{total} personas en destinos dados.",
        **words,
    )


def _words(corridors: pd.DataFrame, numbers: Numbers) -> dict[str, object]:
    return {
        "first": corridors["country"][0],
        "persons": numbers.write(corridors["stock"][0]),
        "share": numbers.percent(corridors["share"][0]),
        "total": numbers.write(corridors["stock"].sum()),
        "count": len(corridors),
    }


def _figure(origin: str, corridors: pd.DataFrame, places: pd.DataFrame, numbers: Numbers) -> Drawing:
    window = window_around(places["lon"], places["lat"])
    points = [(lon * window.squeeze, lat) for lon, lat in places.itertuples(index=False)]
    persons = [
        text("{country}: {persons} personas", country=country, persons=numbers.write(stock))
        for country, stock in zip(corridors["country"], corridors["stock"], strict=True)
    ]
    names = [data.country_name(origin)] + [
        f"{country} {numbers.percent(share)}"
        for country, share in zip(corridors["country"].head(NAMED), corridors["share"].head(NAMED), strict=True)
    ]
    figure = Drawing()
    draw_land(figure, window, origin, corridors["destination"].tolist())
    draw_arcs(figure, points, corridors["stock"].tolist(), persons)
    draw_places(figure, points)
    draw_names(figure, window, points, names, HEIGHT)
    figure.update_xaxis(visible=False, range=[round(window.west, 2), round(window.east, 2)])
    figure.update_yaxis(visible=False, range=[round(window.south, 2), round(window.north, 2)], scaleanchor="x")
    figure.update_layout(plot_bgcolor=SEA)
    return figure


def _headers() -> dict[str, str]:
    return {"country": text("Destino"), "stock": text("Personas"), "share": text("Parte (%)")}


def _alt(words: dict[str, object], drawn: pd.DataFrame, absent: list[str], numbers: Numbers) -> str:
    listed = "; ".join(
        f"{country} {numbers.write(stock)} ({numbers.percent(share)})"
        for country, stock, share in zip(drawn["country"], drawn["stock"], drawn["share"], strict=True)
    )
    sentences = [
        text(
            "Mapa de arcos desde {origin}: {total} personas nacidas allí viven en {count} destinos dados ({year}).",
            **words,
        ),
        text("Los arcos, en personas y en parte del total: {list}.", list=listed),
    ]
    if absent:
        sentences.append(text("Sin arco, porque los datos no dicen dónde queda: {list}.", list=", ".join(absent)))
    return " ".join([*sentences, lower_bound_note()])
