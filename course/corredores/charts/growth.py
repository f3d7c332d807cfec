"""What several corridors have in common or apart from the first year to the last, and which cannot be compared."""

import pandas as pd

from corredores.charts.numbers import Numbers
from corredores.language import text


def title_of(table: pd.DataFrame, numbers: Numbers, by_sex: bool) -> str:
    """Say what grew most, or how many corridors have more women; no superlative of one alone."""
    first, last = int(table["year"].min()), int(table["year"].max())
    if by_sex:
        latest = table[table["year"] == last].pivot(index="corridor", columns="sex", values="stock").dropna()
        more = int((latest["female"] > latest["male"]).sum())
        return text(
            "Más mujeres que hombres en {more} de {count} corredores ({year})", more=more, count=len(latest), year=last
        )
    growth = _growth(table)
    if growth.empty:
        return text("Personas en cada corredor, de {first} a {last}", first=first, last=last)
    words = {"first": first, "last": last, "corridor": growth.index[0]}
    if len(growth) == 1:
        own = table[table["corridor"] == growth.index[0]].set_index("year")["stock"]
        return text(
            "{corridor}: {before} personas en {first}, {after} en {last}",
            before=numbers.write(own[first]),
            after=numbers.write(own[last]),
            **words,
        )
    if growth.iloc[0] <= 1:
        return text(
            "Ninguno creció de {first} a {last}; el que menos cayó: {corridor}, hoy el {rest} de lo que era",
            rest=numbers.percent(100 * growth.iloc[0]),
            **words,
        )
    return text(
        "El que más creció de {first} a {last}: {corridor} se multiplicó por {times}",
        times=numbers.write(growth.iloc[0], 1),
        **words,
    )


def left_out(table: pd.DataFrame, by_sex: bool) -> list[str]:
    """Say how many corridors the title does not compare, if any."""
    count = table["corridor"].nunique()
    if by_sex:
        latest = table[table["year"] == table["year"].max()].pivot(index="corridor", columns="sex", values="stock")
        absent = count - len(latest.dropna())
        return [text("Sin comparar, por no darse: {absent} de {count}.", absent=absent, count=count)] if absent else []
    absent = count - len(_growth(table))
    if not absent:
        return []
    return [
        text(
            "Sin comparar, porque el primer año o el último no se da o el primero es cero: {absent} de {count}.",
            absent=absent,
            count=count,
        )
    ]


def _growth(table: pd.DataFrame) -> "pd.Series[float]":
    """Return last year's persons over the first year's by corridor, largest first; none from zero or not given."""
    ends = table[table["year"].isin([table["year"].min(), table["year"].max()])]
    wide = ends.pivot(index="corridor", columns="year", values="stock").dropna().astype(float)
    wide = wide[wide.iloc[:, 0] > 0]
    return (wide.iloc[:, -1] / wide.iloc[:, 0]).sort_values(ascending=False)
