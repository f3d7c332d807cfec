"""Who changes place: the destinations of an origin in two years, and remittances by volume and by weight."""

from collections.abc import Sequence

import pandas as pd

from corredores import data
from corredores.charts.corridors import NothingToShow, code_of, corridors_from, lower_bound_note
from corredores.charts.folded import Missing, missing_from
from corredores.charts.numbers import Numbers, class_numbers
from corredores.charts.picture import Picture
from corredores.charts.slopes import HEAD_ROOM, SIDE_ROOM, either_first, height_of, ranked, slope_figure
from corredores.charts.template import dress
from corredores.language import text

SHOWN = 8
MILLION = 1e6


def ranking_slope(origin: str, first: int = 1990, last: int = 2024) -> Picture:
    """Draw the places of the destinations of ``origin`` in two years, largest stock first.

    Drawn are the destinations among the first eight of either year; the places are those among all destinations that
    name the origin in that year. A large destination that no longer names it has none; the note names it.

    Raises
    ------
    corredores.data.UnknownName
        When there is no such country or year.
    corredores.charts.corridors.NothingToShow
        When no destination names the origin in one of the years, or ``first`` is not before ``last``.
    """
    if first >= last:
        raise NothingToShow(
            text(
                "El primer año, {first}, no es anterior al último, {last}. Cámbielos de lugar.", first=first, last=last
            )
        )
    origin, numbers = code_of(origin), class_numbers()
    sides = [corridors_from(origin, year).set_index("destination") for year in (first, last)]
    stock = pd.DataFrame({"before_value": sides[0]["stock"], "after_value": sides[1]["stock"]})
    table = either_first(_placed(stock, numbers, 0), SHOWN)
    missing = missing_from(origin, sides[1].index.tolist())
    words = {
        "origin": data.country_name(origin),
        "first": first,
        "last": last,
        "shown": SHOWN,
        "before": len(sides[0]),
        "after": len(sides[1]),
        "drawn": len(table),
        **_moves(table),
    }
    return _picture(
        table,
        numbers,
        title=_title_of_destinations(missing, words),
        note=[_places_among(words), *missing.sentences(numbers)],
        heads=(text("{year}, personas", year=first), text("{year}, personas", year=last)),
        source=data.source_line("stock", *(["folded_corridors"] if missing.sentences(numbers) else [])),
        alt=" ".join(
            [
                text("Dos listas de destinos de {origin}, por personas, en {first} y en {last}.", **words),
                _places_among(words),
                *missing.sentences(numbers),
                lower_bound_note(),
            ]
        ),
    )


def _title_of_destinations(missing: Missing, words: dict[str, object]) -> str:
    if missing.much:
        return text(
            "De los destinos que nombran a {origin}, {moved} de {both} entre los mayores cambian de puesto de {first} "
            "a {last}",
            **words,
        )
    return text(
        "Destinos mayores de {origin}: {moved} de {both} cambian de puesto de {first} a {last}",
        **words,
    )


def _places_among(words: dict[str, object]) -> str:
    return text(
        "Están los {drawn} destinos que son de los {shown} mayores en {first} o en {last}. El puesto se cuenta entre "
        "todos los dados: {before} en {first} y {after} en {last}; con pocas personas, dice poco.",
        **words,
    )


def remittance_ranks(countries: Sequence[str] | None = None, year: int = 2023) -> Picture:
    """Draw the places of ``countries`` by remittances received (million USD) and by their share of GDP (per cent).

    Without ``countries`` the 33 of Latin America and the Caribbean are compared. Only countries of which the publisher
    gives both have a place; drawn are those among the first eight by either.

    Raises
    ------
    corredores.data.UnknownName
        When there is no such country or year.
    corredores.charts.corridors.NothingToShow
        When fewer than two of the countries have both figures.
    """
    numbers = class_numbers()
    regional = data.load("countries", lac33=True)["iso3"]
    codes = [code_of(country) for country in countries] if countries else regional.tolist()
    received = data.load("remittances", year=year)
    both = received[received["iso3"].isin(codes)].dropna(subset=["received", "received_share"]).set_index("iso3")
    if len(both) < 2:
        raise NothingToShow(
            text(
                "Las dos cifras de {year} solo se dan para {count} de esos países: hacen falta dos o más.",
                year=year,
                count=len(both),
            )
        )
    values = pd.DataFrame({"before_value": both["received"] / MILLION, "after_value": both["received_share"]})
    table = either_first(_placed(values, numbers, 1), SHOWN)
    volume, weight = (table.sort_values(side)["country"].iloc[0] for side in ("before", "after"))
    words = {"year": year, "count": len(both), "volume": volume, "weight": weight}
    return _picture(
        table,
        numbers,
        title=text("Más remesas en volumen: {volume}; más en parte del PIB: {weight} ({year})", **words),
        note=[
            text(
                "Están los que son de los {shown} mayores por una u otra cifra; el puesto se cuenta entre {count}.",
                shown=SHOWN,
                **words,
            )
        ],
        heads=(text("Volumen, millones de USD"), text("Parte del PIB (%)")),
        source=data.source_line("remittances"),
        alt=text(
            "Dos listas de {count} países, {year}: por remesas recibidas, en millones de USD, y por su parte del PIB, "
            "en %.",
            **words,
        ),
    )


def _placed(values: pd.DataFrame, numbers: Numbers, decimals: int) -> pd.DataFrame:
    """Return country, places and what is written beside them, from the values of both sides by country."""
    values = values.astype(float)
    written = {
        "before_written": [numbers.write(value) for value in values["before_value"]],
        "after_written": [numbers.write(value, decimals) for value in values["after_value"]],
    }
    table = values.assign(
        country=[data.country_name(str(code)) for code in values.index],
        before=ranked(values["before_value"]),
        after=ranked(values["after_value"]),
        **written,
    )
    return table.reset_index(names="iso3")


def _moves(table: pd.DataFrame) -> dict[str, int]:
    both = table.dropna(subset=["before", "after"])
    return {"both": len(both), "moved": int((both["before"] != both["after"]).sum())}


def _picture(
    table: pd.DataFrame,
    numbers: Numbers,
    *,
    title: str,
    note: list[str],
    heads: tuple[str, str],
    source: str,
    alt: str,
) -> Picture:
    figure = dress(
        slope_figure(table, heads),
        title=title,
        note=" ".join([text("Azul y continua: sube de puesto. Naranja y punteada: baja. Gris: queda igual."), *note]),
        source=source,
        numbers=numbers,
        height=height_of(table),
        left=SIDE_ROOM,
        above=HEAD_ROOM,
    )
    figure.update_layout(margin={"r": SIDE_ROOM})
    headers = {
        "country": text("País"),
        "before_value": heads[0],
        "before": text("Puesto, primera lista"),
        "after_value": heads[1],
        "after": text("Puesto, segunda lista"),
    }
    return Picture(figure, f"{alt} {_places(table)}", table, headers, source, numbers)


def _places(table: pd.DataFrame) -> str:
    """Say each country's place and figure in both lists."""
    sentences = [
        text(
            "{country}: puesto {before} ({before_written}) y puesto {after} ({after_written})",
            country=row["country"],
            before=text("no dado") if pd.isna(row["before"]) else row["before"],
            before_written=row["before_written"],
            after=text("no dado") if pd.isna(row["after"]) else row["after"],
            after_written=row["after_written"],
        )
        for _, row in table.iterrows()
    ]
    return f"{'; '.join(sentences)}."
