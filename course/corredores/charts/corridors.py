"""The figures behind the pictures: the corridors of an origin, as the publisher gives them."""

from functools import lru_cache

import pandas as pd

from corredores import data
from corredores.data import compiled
from corredores.data.countries import known_names, listed_codes
from corredores.language import current, text


class NothingToShow(ValueError):
    """The publisher gives no figure for what was asked; the message says what there is."""


def code_of(country: str) -> str:
    """Return the ISO 3166-1 alpha-3 code of a country given by code or name.

    Raises
    ------
    corredores.data.UnknownName
        When there is no such country; it names the nearest.
    """
    code = data.country_code(country)
    if code not in listed_codes():
        sentence = text("No hay un país «{country}».", country=country)
        raise data.UnknownName(sentence, country, listed_codes(), known_names())
    return str(code)


def corridors_from(origin: str, year: int, sex: str = "total") -> pd.DataFrame:
    """Return the corridors of ``origin``, largest first.

    Columns: ``destination`` (ISO code), ``country`` (its name in the current language), ``stock`` (persons) and
    ``share`` (per cent of all emigrants of ``origin`` in destinations that name it, so of a lower bound).

    Raises
    ------
    NothingToShow
        When no destination names ``origin`` in ``year``.
    corredores.data.UnknownName
        When the publisher has no such year.
    """
    return _corridors(origin, year, sex, current()).copy()


@lru_cache(maxsize=8)
def _corridors(origin: str, year: int, sex: str, language: str) -> pd.DataFrame:
    """Return the same; the pictures of one origin ask for it again and again. ``language`` is that of the names."""
    # A filter refuses an origin that no year gives.
    named = {"origin": origin} if origin in compiled.values("stock", "origin") else {}
    stock = data.load("stock", year=year, sex=sex, **named)
    stock = stock[stock["origin"] == origin]
    if stock.empty or not stock["stock"].sum():
        raise NothingToShow(_nothing(origin, year))
    table = stock[["destination", "stock"]].sort_values(["stock", "destination"], ascending=[False, True])
    table.insert(1, "country", [data.country_name(code) for code in table["destination"]])
    table["share"] = 100 * table["stock"].astype(float) / float(table["stock"].sum())
    return table.reset_index(drop=True)


def with_rest(corridors: pd.DataFrame, shown: int) -> pd.DataFrame:
    """Return the ``shown`` largest corridors and one row, without destination code, for all others together."""
    largest, others = corridors.head(shown), corridors.iloc[shown:]
    if len(others) < 2:
        return corridors
    rest = {
        "destination": "",
        "country": text("Otros {count} destinos", count=len(others)),
        "stock": others["stock"].sum(),
        "share": others["share"].sum(),
    }
    return pd.concat([largest, pd.DataFrame([rest]).astype(largest.dtypes.to_dict())], ignore_index=True)


def lower_bound_note() -> str:
    """Return the sentence that every sum over destinations needs."""
    return text(
        "Solo cuentan los destinos que dan este origen; los demás no están dados, lo cual no es cero: "
        "el total es un mínimo."
    )


def _nothing(origin: str, year: int) -> str:
    stock = data.load("stock", sex="total")
    years = stock.loc[(stock["origin"] == origin) & (stock["stock"] > 0), "year"].unique()
    given = ", ".join(str(each) for each in sorted(years))
    return text(
        "Los datos no dan a {country} como origen en {year}: puede estar dentro de «otros». Años dados: {years}.",
        country=data.country_name(origin),
        year=year,
        years=given or text("ninguno"),
    )
